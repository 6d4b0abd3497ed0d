//! A closing quotation mark that stands before its space and not after it: `, "said`.

use super::beside::{after, before, cover, is_glued, is_small_word};
use super::quote_marks::{self, QuoteMark};
use super::reporting_verbs::{is_plain_saying, is_reporting_verb, names_speaker};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "quote-glued-to-verb",
        category: "typography",
        level: Level::Deny,
        mqm: "fluency/punctuation",
        since: "0.1.0",
        preview: false,
        summary: "a closing quotation mark glued to the verb after it",
        why: "The mark closes the quotation, so it belongs before the space: `win,\" said`, not `win, \"said`. As it \
              stands, the quotation seems to begin at the verb, and a reader loses who speaks. Machine translation \
              of languages that put the comma after the mark does this; edited English never does.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "\"We will rebuild the bridge{{, \"said}} the mayor of the town.",
        "\"We will rebuild the bridge,\" said the mayor of the town.",
    ),
    Example::fixed(
        "“The road stays closed{{, “said}} Maria Lind on Friday.",
        "“The road stays closed,” said Maria Lind on Friday.",
    ),
    Example::fixed(
        "\"Where is the harbour{{? \"asked}} one of the sailors.",
        "\"Where is the harbour?\" asked one of the sailors.",
    ),
    Example::fixed(
        "\"The harvest was good{{,\"added}} the farmer.",
        "\"The harvest was good,\" added the farmer.",
    ),
    Example::fixed("\"It is late{{ \"said}} Anna Berg.", "\"It is late,\" said Anna Berg."),
    Example::ok("\"We will rebuild the bridge,\" said the mayor."),
    Example::ok("In the courtroom, \"said\" is the verb that matters."),
    Example::ok("The form asks, \"says who?\" and leaves a blank line."),
    Example::ok("The banner read “no more”, “said and done” and “told you so”."),
    Example::ok("The old headline, \"Reported missing\", was kept."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for mark in quote_marks::double(document) {
        if let Some(draft) = glued(document, &mark) {
            report.add(draft);
        }
    }
}

fn glued(document: &Document<'_>, mark: &QuoteMark) -> Option<Draft> {
    let verb =
        after(document, mark.token).filter(|&v| is_glued(document, v) && is_small_word(document, v))?;
    let word = document.token_text(verb);
    if !is_reporting_verb(word) || mark.shape == '”' && !is_glued(document, mark.token) {
        return None;
    }
    let previous = before(document, mark.token)?;
    let stop = document.token_text(previous);
    let is_stop = matches!(stop, "," | "." | "!" | "?" | "…");
    // A mark that is open is closed by this one; without one, only a speaker behind the verb tells.
    let closes = mark.order % 2 == 1 || mark.shape == '”';
    if !(closes && (is_stop || is_plain_saying(word) && names_speaker(document, verb))
        || is_stop && stop == "," && is_plain_saying(word) && names_speaker(document, verb))
    {
        return None;
    }
    let shape = if mark.shape == '"' { '"' } else { '”' };
    let (first, stop) = if is_stop { (previous, stop) } else { (mark.token, ",") };
    let mut span = cover(document, first, verb);
    if !is_stop {
        span.start = document.tokens()[previous].span.end;
    }
    let message = format!("the closing quotation mark belongs before the space: `{stop}{shape} {word}`");
    Some(Draft::new(span, message).replace(format!("{stop}{shape} {word}"), Applicability::Safe))
}
