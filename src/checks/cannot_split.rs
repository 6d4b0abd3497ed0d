//! `can not` for `cannot`.

use super::beside::{after, cover, is_any, is_glued};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Token, key};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "cannot-split",
        category: "grammar",
        level: Level::Warn,
        mqm: "fluency/spelling",
        since: "0.1.0",
        preview: false,
        summary: "`can not` written as two words",
        why: "`Cannot` is one word. Two words mean something else: `can not only sing but dance`, or `can not` go \
              as well as go. Machine translation splits it about 160 times in a million words, edited English nine \
              times. Write it as one.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("The fleet {{can not}} leave.", "The fleet cannot leave."),
    Example::fixed("{{Can not}} leave? Stay.", "Cannot leave? Stay."),
    Example::ok("The fleet can not only leave but return."),
    Example::ok("You can not just leave; you can, not unlike her, stay."),
    Example::ok("The tin can not opened yet is hers, or can *not* be.").markdown(),
    Example::ok("She can't, he cannot."),
];

const CAN: u16 = key("can");

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let is_can = |t: &Token| t.key == CAN && document.slice(t.span).eq_ignore_ascii_case("can");
    for (i, _) in document.tokens().iter().enumerate().filter(|(_, t)| is_can(t)) {
        let Some(not) = after(document, i).filter(|&n| document.token_text(n) == "not") else { continue };
        let emphatic = after(document, not).is_none_or(|n| is_any(document, n, EMPHATIC));
        let noun = i > 0 && is_any(document, i - 1, &["a", "the", "tin", "trash", "garbage", "watering"]);
        let span = cover(document, i, not);
        if emphatic || noun || is_glued(document, not) || !document.map(span).verbatim {
            continue;
        }
        let new = format!("{}not", document.token_text(i));
        report.add(
            Draft::new(span, format!("`{}` is one word", document.slice(span)))
                .replace(new, Applicability::Safe),
        );
    }
}

/// What follows where `not` belongs to the next word, or where the pair is weighed.
const EMPHATIC: &[&str] =
    &["only", "just", "merely", "simply", "and", "or", "unlike", ",", "\"", "”", "'", "’"];
