//! A paragraph that ends without a full stop.

use crate::document::{Block, BlockKind, Document, Zone};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Token};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "missing-final-punctuation",
        category: "typography",
        level: Level::Allow,
        mqm: "fluency/punctuation",
        since: "0.1.0",
        preview: false,
        summary: "a paragraph that ends without a full stop",
        why: "A long paragraph that simply stops was cut off, or has lost its last sentence or only its stop. Look at the \
              original before adding one. Headings, list items and captions need none.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "The port opened.\n\nOn the one hand the minister went to the coast, and on the other hand the fleet gave a \
         direct {{warning}}\n\nNobody answered.",
        "The port opened.\n\nOn the one hand the minister went to the coast, and on the other hand the fleet gave a \
         direct warning.\n\nNobody answered.",
    ),
    Example::ok(
        "The port opened.\n\n“We waited on the quay for many hours, in the rain and in the wind, and nobody came.” — Maria \
         Lind\n\nNobody answered.",
    ),
    Example::ok("The port opened.\n\nA short line without a stop\n\nNobody answered."),
    Example::ok(
        "The port opened.\n\nThe committee heard all of the following witnesses, in the order in which they came to the \
         hall:\n\nNobody answered.",
    ),
];

/// The shortest paragraph, in words, that is taken for running text.
const SHORTEST: usize = 15;

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for block in document.blocks() {
        if let Some(draft) = unfinished(document, block) {
            report.add(draft);
        }
    }
}

fn unfinished(document: &Document<'_>, block: &Block) -> Option<Draft> {
    if block.zone != Zone::Body || block.kind != BlockKind::Paragraph || block.tokens.len() < SHORTEST {
        return None;
    }
    let tokens = &document.tokens()[block.tokens.clone()];
    let last = tokens.last().filter(|t| t.is(Flags::WORD.and(Flags::NUMBER)))?;
    if !document.slice(last.span).ends_with(char::is_alphanumeric) || is_signed(document, tokens) {
        return None;
    }
    let words = || tokens.iter().filter(|t| t.is(Flags::WORD) && !t.is(Flags::CLITIC));
    let capitals = words().filter(|t| t.is(Flags::CAPITAL)).count();
    // A line of capitalised words is a headline or a list of names.
    if last.is(Flags::DOTTED) || words().count() < SHORTEST || capitals * 2 > words().count() {
        return None;
    }
    let message = format!("a paragraph of {} words ends without a full stop", words().count());
    Some(
        Draft::new(last.span, message)
            .replace(format!("{}.", document.slice(last.span)), Applicability::Manual),
    )
}

/// A quotation with its author behind it, `… said. — Maria Lind`, a reference, `[#12]`, or an opening of a list.
fn is_signed(document: &Document<'_>, tokens: &[Token]) -> bool {
    let tail = &tokens[tokens.len().saturating_sub(7)..];
    let is = |t: &Token, marks: &[&str]| marks.contains(&document.slice(t.span));
    tail.iter().any(|t| {
        is(t, &["—", "–", "-", "”", "\""]) && t.is(Flags::SPACE_BEFORE) || is(t, &["#", "@", "http"])
    }) || tail.iter().any(|t| is(t, &["”", "\""]))
}
