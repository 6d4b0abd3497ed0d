//! Quotation marks without the space outside them, or with a space inside them.

use super::beside::{after, before, cover, is_any, is_glued};
use super::quote_marks::{self, QuoteMark};
use super::reporting_verbs::is_reporting_verb;
use crate::document::{BlockKind, Document};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "quote-spacing",
        category: "typography",
        level: Level::Deny,
        mqm: "fluency/punctuation",
        since: "0.1.0",
        preview: false,
        summary: "a quotation mark glued to the word outside it, or a space inside it",
        why: "A quotation mark touches the words it encloses and nothing else: `the “plan” is`. Chinese and Japanese \
              have no spaces around their marks, French has spaces inside them; copied into English, either looks \
              broken and hides where the quotation begins.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("He read {{the“}}plan of winter” twice.", "He read the “plan of winter” twice."),
    Example::fixed("He called it a “plan{{”for}} winter.", "He called it a “plan” for winter."),
    Example::fixed("She named {{the\"}}plan{{\"and}} left.", "She named the \"plan\" and left."),
    Example::fixed("They wrote {{“ no}} more delays” on it.", "They wrote “no more delays” on it."),
    Example::fixed("They wrote “no more {{delays ”}}.", "They wrote “no more delays”."),
    Example::fixed(
        "It said {{\" no}} more {{delays \"}} on the wall.",
        "It said \"no more delays\" on the wall.",
    ),
    Example::fixed("\"It is over.{{\"The}} crowd left.", "\"It is over.\" The crowd left."),
    Example::ok("He called it a “plan”—and left (“for good”)."),
    Example::ok("She counted three “maybe”s and two “never”s, and \"un\"-words."),
    Example::ok("The board is 6'2\" by 5\" and costs less."),
    Example::ok("“ ‘Never,’ he said. ’ ” That was all."),
    Example::ok("The late rabbi, z\"l, taught there for years."),
    Example::ok("It sends {\"type\":\"text\"} from \" https://port.example/a \" each hour."),
    Example::ok("The \"plan\" was a \"draft\"."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for mark in quote_marks::double(document) {
        let found = missing_space(document, &mark).or_else(|| inner_space(document, &mark));
        if let Some(draft) = found {
            report.add(draft);
        }
    }
}

/// The mark is glued to a word on its outer side.
fn missing_space(document: &Document<'_>, mark: &QuoteMark) -> Option<Draft> {
    let inner = after(document, mark.token).filter(|&t| is_glued(document, t))?;
    let outer = before(document, mark.token).filter(|_| is_glued(document, mark.token))?;
    // `"type":"text"`: a line of data.
    if document.token_text(outer) == ":" && is_glued(document, outer) && is_list_of_strings(document, outer) {
        return None;
    }
    let sides = [outer, inner].map(|t| Side::of(document, t));
    // A mark after a full stop may close what ends there, whatever its place in the row says.
    let ended = mark.opens() && is_any(document, outer, &[".", "!", "?"]);
    let draft = |first, last, what: &str| {
        let span = cover(document, first, last);
        // Where the marks do not pair up, no one can tell which side the mark belongs to.
        let sure = mark.shape != '"' || mark.is_even() && !ended;
        let applicability = if sure { Applicability::Safe } else { Applicability::Manual };
        let new = [first, last].map(|t| document.token_text(t)).join(" ");
        Draft::new(span, format!("no space {what} the quotation mark: `{}`", document.slice(span)))
            .replace(new, applicability)
    };
    if sides == [Side::Word, Side::Word] && mark.shape == '"' && !mark.is_even() && is_short(document, inner)
    {
        return None;
    }
    if sides[0] == Side::Stop && is_reporting_verb(document.token_text(inner)) {
        return None;
    }
    if mark.opens() {
        let apart = match sides {
            [Side::Word, Side::Word] => true,
            [Side::Stop, Side::Word] => !is_list_of_strings(document, outer),
            _ => false,
        };
        let german = || mark.shape == '“' && is_near(document, mark.token, "„");
        return (apart && !german()).then(|| draft(outer, mark.token, "before"));
    }
    let apart = sides[1] == Side::Word && sides[0] != Side::Other && !is_ending(document, inner);
    apart.then(|| draft(mark.token, inner, "after"))
}

/// The mark is parted by white space from the words it encloses.
fn inner_space(document: &Document<'_>, mark: &QuoteMark) -> Option<Draft> {
    if mark.shape == '"' && !mark.is_even() || is_cell(document, mark.token) {
        return None;
    }
    let (previous, next) = (before(document, mark.token), after(document, mark.token));
    let is_gap = |token: Option<usize>| token.is_none_or(|t| !is_glued(document, t));
    // An address in quotation marks stands in code, and there the spaces are as they are.
    let is_mark = |t: usize| is_any(document, t, QUOTES) || document.token_text(t).contains("://");
    let draft = |first: usize, last: usize| {
        let span = cover(document, first, last);
        let gap = Span::of(document.tokens()[first].span.end, document.tokens()[last].span.start);
        Draft::new(span, format!("a space inside the quotation mark: `{}`", document.slice(span))).fix(
            "take the space out",
            Applicability::Safe,
            [(gap, String::new())],
        )
    };
    if mark.opens() {
        let outside = previous.is_none() || !is_glued(document, mark.token);
        let word =
            next.filter(|&n| !is_mark(n) && document.tokens()[n].is(Flags::WORD.and(Flags::NUMBER)))?;
        return (outside && is_gap(next)).then(|| draft(mark.token, word));
    }
    let word = previous.filter(|&p| !is_mark(p) && !document.tokens()[p].is(Flags::NUMBER))?;
    let outside = is_gap(next) || next.is_some_and(|n| Side::of(document, n) == Side::Stop);
    (outside && !is_glued(document, mark.token)).then(|| draft(word, mark.token))
}

/// What a mark touches.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Word,
    Stop,
    Other,
}

impl Side {
    fn of(document: &Document<'_>, token: usize) -> Self {
        let t = document.tokens()[token];
        match document.token_text(token) {
            _ if t.is(Flags::WORD) && !t.is(Flags::CLITIC) => Self::Word,
            "," | "." | ";" | ":" | "!" | "?" => Self::Stop,
            _ => Self::Other,
        }
    }
}

const QUOTES: &[&str] = &["\"", "“", "”", "'", "‘", "’", "„", "«", "»"];

/// `"a","b"`: the marks of a list of strings, not of speech.
fn is_list_of_strings(document: &Document<'_>, stop: usize) -> bool {
    before(document, stop).is_none_or(|t| is_any(document, t, QUOTES) || document.token_text(t) == ".")
}

/// `"maybe"s`, `don”t`: what may follow a closing mark without a space.
fn is_ending(document: &Document<'_>, token: usize) -> bool {
    is_any(
        document,
        token,
        &[
            "s", "es", "ed", "d", "er", "ers", "ing", "ish", "ism", "ist", "th", "t", "re", "ve", "ll", "m",
            "clock",
        ],
    )
}

/// The last part of a Hebrew abbreviation, `Rashb"am`, is at most three letters long.
fn is_short(document: &Document<'_>, token: usize) -> bool {
    document.token_text(token).len() <= 3
}

fn is_cell(document: &Document<'_>, token: usize) -> bool {
    document.blocks()[document.block_of_token(token)].kind == BlockKind::TableCell
}

/// Whether `mark` stands in the same block, not too far away: a block may be a whole page.
fn is_near(document: &Document<'_>, token: usize, mark: &str) -> bool {
    const REACH: u32 = 2000;
    let block = document.blocks()[document.block_of_token(token)].prose;
    let at = document.tokens()[token].span;
    let (start, end) = (at.start.saturating_sub(REACH).max(block.start), (at.end + REACH).min(block.end));
    let bytes = &document.prose().as_bytes()[start as usize..end as usize];
    memchr::memmem::find(bytes, mark.as_bytes()).is_some()
}
