//! A suppression that does not say why. The project raises it; this file only says what it is.

use crate::lint::{Head, Level, Lint, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "suppression-without-reason",
        category: "desk",
        level: Level::Warn,
        mqm: "none",
        since: "0.1.0",
        preview: false,
        summary: "a suppression that does not say why",
        why: "With `require-reason = true` in `copydesk.toml`, every suppression says why it is right: \
              `<!-- copydesk: allow(lint-id): the minister is the Indian one -->`.",
        examples: &[],
    },
    Run::Desk,
);
