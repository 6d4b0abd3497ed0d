//! A phrase that is said again at once: `on camera on camera`.

use super::beside::{cover, is_any, is_glued};
use crate::document::{Document, Repeat, Zone};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "repeated-phrase",
        category: "pathology",
        level: Level::Warn,
        mqm: "accuracy/addition",
        since: "0.1.0",
        preview: false,
        summary: "a phrase that is said again at once",
        why: "Two versions of a sentence were merged, or the translation engine stuttered: one of the two must go, and \
              sometimes the second should have been something else.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("He was caught {{on camera on camera}} at noon.", "He was caught on camera at noon."),
    Example::fixed("The fleet {{left the port left the port}} at dawn.", "The fleet left the port at dawn."),
    Example::ok("They met one on one on Friday and walked hand in hand in silence, step by step by step."),
    Example::ok(
        "It grew more and more and then stopped; New York New York is a song; 3 of 3 of them, and so on and so on.",
    ),
    Example::ok("“We want peace we want peace,” they sang. The longer, the longer."),
    Example::ok("He had had it; Bora Bora, Lin Lin."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for repeat in document.repeats() {
        if repeat.period >= 2 && repeat.tokens < 3 * repeat.period && is_stutter(document, repeat) {
            let end = repeat.first + 2 * repeat.period - 1;
            let (span, once) =
                (cover(document, repeat.first, end), cover(document, repeat.first, end - repeat.period));
            let once = document.slice(once);
            report.add(
                Draft::new(span, format!("`{once}` is said twice")).replace(once, Applicability::Unsafe),
            );
        }
    }
}

fn is_stutter(document: &Document<'_>, repeat: &Repeat) -> bool {
    let range = repeat.first..repeat.first + 2 * repeat.period;
    let tokens = &document.tokens()[range.clone()];
    let words = tokens.iter().all(|t| t.is(Flags::WORD) && !t.is(Flags::QUOTED.and(Flags::MIXED)));
    let small = tokens.iter().any(|t| !t.is(Flags::CAPITAL));
    let glued =
        range.clone().skip(1).any(|t| is_glued(document, t) && !document.tokens()[t].is(Flags::CLITIC));
    let hyphened = is_glued(document, range.end) && document.token_text(range.end) == "-";
    let zone = document.blocks()[document.block_of_token(repeat.first)].zone;
    let linked = repeat.period == 2
        && (repeat.tokens > 4
            || range.clone().any(|t| is_any(document, t, LINKS))
            || is_any(document, repeat.first + 1, PLACES));
    let idiom = is_any(document, repeat.first + repeat.period - 2, &["so"])
        && is_any(document, repeat.first + repeat.period - 1, &["on", "forth"]);
    words
        && !idiom
        && small
        && !glued
        && !hyphened
        && !linked
        && !matches!(zone, Zone::Headline | Zone::Heading | Zone::Table)
}

/// `more and more and`: a word and its link are no phrase.
const LINKS: &[&str] = &["and", "by", "after", "upon", "or", "to", "than"];

/// `one on one on Friday`, `hand in hand in silence`.
const PLACES: &[&str] = &["on", "in", "for", "of", "against", "with", "at", "from", "over", "is", "as"];
