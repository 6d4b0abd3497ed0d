//! A suppression that silences nothing. The project raises it; this file only says what it is.

use crate::lint::{Head, Level, Lint, Run};

pub(super) static LINT: Lint = Lint::new(
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
