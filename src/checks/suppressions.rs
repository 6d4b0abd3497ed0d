//! The desk's own voice: suppressions that do nothing, or do not say why.

use crate::lint::{Head, Level, Lint, Run};

pub(super) static USELESS: Lint = Lint::new(
    Head {
        id: "useless-suppression",
        category: "desk",
        level: Level::Warn,
        mqm: "none",
        since: "0.1.0",
        preview: false,
        summary: "a suppression that silences nothing",
        why: "The text has changed, or the lint has: what the comment silenced is no longer reported. Take the \
              comment out, so that it cannot hide a new finding one day.",
        examples: &[],
    },
    Run::Desk,
);

pub(super) static WITHOUT_REASON: Lint = Lint::new(
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
