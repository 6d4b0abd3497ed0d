//! One person, two genders.

use std::ops::Range;

use crate::document::{Document, Zone};
use crate::lint::{Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "pronoun-gender-flip",
        category: "pathology",
        level: Level::Allow,
        mqm: "accuracy/mistranslation",
        since: "0.1.0",
        preview: false,
        summary: "a person who is `he` in one sentence and `she` in the next",
        why: "Persian, Turkish, Finnish, Hungarian and spoken Chinese have one pronoun for all; an engine guesses anew in every \
              sentence. Reported is a named person followed by sentences that begin with `He` and then `She` (or the other way \
              round) while nobody else is named. Which is right, only the source says.",
        examples: const {
            &[
                Example::bad(
                    "Professor Lale Demir opened the clinic. He was born in Izmir. {{She}} studied in Ankara.",
                ),
                Example::ok("Lale Demir met Kemal Aydin. He was born in Izmir. She studied in Ankara."),
                Example::ok(
                    "Lale Demir opened the clinic. She was born in Izmir. Her brother helped. He is a nurse.",
                ),
                Example::ok("Lale Demir has a son. He studies in Ankara. She visits often."),
            ]
        },
    },
    Run::Document(check),
);

/// How many sentences the second pronoun may be behind the first.
const REACH: usize = 2;

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for block in document.blocks().iter().filter(|b| b.zone == Zone::Body) {
        for first in block.sentences.clone() {
            let Some((pronoun, span)) = opening(document, first) else { continue };
            let end = (first + 1 + REACH).min(block.sentences.end);
            let other = (first + 1..end).find(|&s| opening(document, s).is_some());
            let Some((second, other_span)) = other.and_then(|s| opening(document, s)) else { continue };
            let last = other.unwrap_or(first);
            if pronoun == second || !is_one_person(document, block.sentences.start..first, first..last + 1) {
                continue;
            }
            let (now, before) = (second.to_lowercase(), pronoun.to_lowercase());
            report.add(
                Draft::new(
                    other_span,
                    format!("`{now}` here, `{before}` just before, and nobody else is named"),
                )
                .label(span, format!("`{before}` here")),
            );
        }
    }
}

/// The `He` or `She` that a sentence begins with.
fn opening<'d>(document: &'d Document<'_>, sentence: usize) -> Option<(&'d str, Span)> {
    let token = document.sentences()[sentence].tokens.start;
    let text = document.token_text(token);
    let free = !document.tokens().get(token)?.is(Flags::QUOTED);
    (free && matches!(text, "He" | "She")).then(|| (text, document.tokens()[token].span))
}

/// Whether the sentences before the pronouns name one person, and those with the pronouns nobody.
fn is_one_person(document: &Document<'_>, before: Range<usize>, within: Range<usize>) -> bool {
    let Some(last) = before.last() else { return false };
    let named = document.sentences()[last].tokens.clone();
    people(document, named) == 1
        && within.clone().all(|s| people(document, document.sentences()[s].tokens.clone()) == 0)
}

/// How many people a sentence may speak of: runs of two or more capitalised words, and words for a person.
fn people(document: &Document<'_>, tokens: Range<usize>) -> usize {
    let (mut count, mut run) = (0, 0);
    for i in tokens {
        let token = document.tokens()[i];
        let text = document.slice(token.span);
        run = if token.is(Flags::CAPITAL) && !matches!(text, "He" | "She") { run + 1 } else { 0 };
        count += usize::from(run == 2) + usize::from(is_person(text));
    }
    count
}

#[rustfmt::skip]
fn is_person(word: &str) -> bool {
    matches!(word,
        "man" | "woman" | "boy" | "girl" | "son" | "daughter" | "wife" | "husband" | "mother" | "father" | "brother" | "sister"
        | "child" | "partner" | "friend" | "colleague" | "victim" | "suspect" | "couple" | "her" | "him" | "they" | "parents"
        | "twins" | "boyfriend" | "girlfriend" | "uncle" | "aunt" | "neighbour" | "neighbor" | "driver" | "officer" | "his")
}
