//! The dash that Russian, Ukrainian and Polish put between a quotation and its speaker: `", - said`.

use super::beside::{after, before, is_any, is_small_word};
use super::reporting_verbs::{is_reporting_verb, names_speaker};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "dash-attribution",
        category: "typography",
        level: Level::Warn,
        mqm: "locale-convention",
        since: "0.1.0",
        preview: false,
        summary: "a dash between a quotation and its speaker",
        why: "Slavic languages part a quotation from its speaker with a comma and a dash. English has the comma alone, \
              inside the mark: `“We will rebuild it,” said the mayor`.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "\"We will rebuild the bridge{{\", - said}} the mayor.",
        "\"We will rebuild the bridge,\" said the mayor.",
    ),
    Example::fixed(
        "“The harvest was good{{,” – said}} Olena Hrytsenko.",
        "“The harvest was good,” said Olena Hrytsenko.",
    ),
    Example::fixed(
        "“The harvest was good{{” – noted}} the minister.",
        "“The harvest was good,” noted the minister.",
    ),
    Example::fixed("\"Is it over{{?\" - asked}} the boy.", "\"Is it over?\" asked the boy."),
    Example::fixed(
        "The road stays closed{{, - said}} the minister.",
        "The road stays closed, said the minister.",
    ),
    Example::fixed("“It is late{{”, — he said}}.", "“It is late,” he said."),
    Example::ok("He said he was ill – said it twice, in fact."),
    Example::ok("“It is late,” he said – and left."),
    Example::ok("The plan – said to be secret – was on every desk."),
    Example::ok("The band played “Home” – told as a story – and left."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for &i in document.census().marks() {
        let token = document.tokens()[i as usize];
        let dash = match document.prose().as_bytes()[token.span.start as usize] {
            b'-' => true,
            0xE2 => matches!(document.slice(token.span), "–" | "—"),
            _ => false,
        };
        if dash
            && token.is(Flags::SPACE_BEFORE)
            && let Some(draft) = attribution(document, i as usize)
        {
            report.add(draft);
        }
    }
}

fn attribution(document: &Document<'_>, dash: usize) -> Option<Draft> {
    let (first, end) = quotation_end(document, dash)?;
    let (verb, speaks) = verb(document, dash)?;
    // With the comma outside the mark nothing else can follow; elsewhere a speaker must.
    if !(speaks || end.outside || names_speaker(document, verb)) {
        return None;
    }
    let tokens = document.tokens();
    let next = tokens[dash + 1].span.start;
    let words = Span::of(next, tokens[verb].span.end);
    let stop = if end.stop.is_empty() { "," } else { end.stop };
    let new = format!("{stop}{} {}", end.mark, document.slice(words));
    let span = tokens[first].span.cover(words);
    Some(
        Draft::new(span, "English has no dash between a quotation and its speaker")
            .replace(new, Applicability::Safe),
    )
}

/// How a quotation ends before a dash.
struct End<'d> {
    stop: &'d str,
    mark: &'d str,
    /// The comma stands outside the mark.
    outside: bool,
}

fn quotation_end<'d>(document: &'d Document<'_>, dash: usize) -> Option<(usize, End<'d>)> {
    let last = before(document, dash)?;
    let previous = before(document, last)?;
    let (a, b) = (document.token_text(previous), document.token_text(last));
    let is_mark = |t: &str| matches!(t, "\"" | "”" | "»" | "“" | "’" | "'");
    let is_stop = |t: &str| matches!(t, "," | "." | "!" | "?" | "…");
    Some(match (a, b) {
        (a, ",") if is_mark(a) => {
            // `?", - said`: the stop inside is enough.
            match before(document, previous).map(|t| (t, document.token_text(t))) {
                Some((t, stop)) if is_stop(stop) => (t, End { stop, mark: a, outside: true }),
                _ => (previous, End { stop: "", mark: a, outside: true }),
            }
        }
        (a, b) if is_stop(a) && is_mark(b) => (previous, End { stop: a, mark: b, outside: false }),
        (_, b) if is_mark(b) && !matches!(b, "'" | "’") => {
            (last, End { stop: "", mark: b, outside: false })
        }
        (_, "," | "!" | "?") if document.tokens()[previous].is(Flags::WORD) => {
            (last, End { stop: b, mark: "", outside: false })
        }
        _ => return None,
    })
}

/// The reporting verb after the dash, and whether a subject stands before it: `- he said`.
fn verb(document: &Document<'_>, dash: usize) -> Option<(usize, bool)> {
    let next = after(document, dash)?;
    let is_verb = |t: usize| is_small_word(document, t) && is_reporting_verb(document.token_text(t));
    if is_verb(next) {
        return Some((next, false));
    }
    let verb = after(document, next)?;
    (is_any(document, next, &["he", "she", "they"]) && is_verb(verb)).then_some((verb, true))
}
