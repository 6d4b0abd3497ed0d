//! A day without its month.

use super::calendar::{day, month, month_name};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "bare-ordinal-day",
        category: "numbers",
        level: Level::Warn,
        mqm: "locale-convention/date-format",
        since: "0.1.0",
        preview: false,
        summary: "a day without its month",
        why: "Chinese, Japanese and Korean agencies name the day alone: `on the 25th` means the 25th of this month. \
              English news names the month (`on 25 July`) or the weekday; a reader of next month's search result has no \
              other way to know. A month named in the same paragraph or in the sentence before is enough, \
              and so is `Monday the 25th`.",
        examples: const {
            &[
                Example::bad("The ministry published the figures {{on the 25th}}."),
                Example::bad("Police said {{on the 3rd}} that the road was open again."),
                Example::bad("The fire broke out on the morning {{of the 12th}}, officials said."),
                Example::ok("The talks began on 23 July. On the 25th, both sides left."),
                Example::ok("She lives on the 25th floor, on the 3rd corner of 4th Street."),
                Example::ok("He dropped a shot on the 18th but made par on the 17th hole."),
                Example::ok("It was Monday the 18th. He woke on the morning of the 18th and rose."),
                Example::ok("They met on the 1st of May and again on the 4th of every month."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for i in document.census().numbers().filter(|&i| i >= 2) {
        let token = document.tokens()[i];
        if !token.is(Flags::MIXED) || token.span.len() > 4 {
            continue;
        }
        let Some(number) = day(document.slice(token.span)).filter(|_| document.token_text(i - 1) == "the")
        else {
            continue;
        };
        if !says_a_day(document, i)
            || is_noun_next(document, i + 1)
            || has_month(document, i)
            || has_weekday(document, i)
            || is_golf(document)
        {
            continue;
        }
        let span = document.tokens()[i - 2].span.cover(token.span);
        let mut draft = Draft::new(span, format!("`the {}` of which month", document.slice(token.span)));
        if let Some(date) = document.date().filter(|date| number <= date.day) {
            let preposition = document.token_text(i - 2);
            let new = format!("{preposition} {number} {}", month_name(date.month));
            draft = draft.replace(new, Applicability::Manual);
        }
        report.add(draft);
    }
}

/// Whether what comes before `the 25th` makes it a day.
fn says_a_day(document: &Document<'_>, at: usize) -> bool {
    match document.token_text(at - 2) {
        "on" | "On" => true,
        "of" => {
            at > 2 && matches!(document.token_text(at - 3), "morning" | "afternoon" | "evening" | "night")
        }
        _ => false,
    }
}

/// Whether what follows makes the number count something else: a floor, a hole, an anniversary.
fn is_noun_next(document: &Document<'_>, next: usize) -> bool {
    let Some(token) = document.tokens().get(next) else { return false };
    if !token.is(Flags::WORD) {
        return matches!(document.slice(token.span), "-" | "–" | "/" | "&" | "%") || token.is(Flags::NUMBER);
    }
    !matches!(
        document.slice(token.span),
        "that"
            | "in"
            | "at"
            | "by"
            | "when"
            | "while"
            | "after"
            | "before"
            | "for"
            | "with"
            | "from"
            | "to"
            | "as"
            | "he"
            | "she"
            | "they"
            | "it"
            | "we"
            | "was"
            | "were"
            | "had"
            | "will"
            | "because"
            | "during"
            | "since"
    )
}

/// Whether the block up to here, or the sentence before it, or the rest of the sentence names a month.
fn has_month(document: &Document<'_>, at: usize) -> bool {
    let sentence = document.sentence_of_token(at);
    let block = &document.blocks()[document.block_of_token(at)];
    let before = document.sentences()[sentence.saturating_sub(1)].tokens.start.min(block.tokens.start);
    let end = document.sentences()[sentence].tokens.end;
    (before..end).any(|i| {
        let token = document.tokens()[i];
        let is_name = token.is(Flags::CAPITAL) && month(document.slice(token.span)).is_some();
        is_name || matches!(document.slice(token.span), "month" | "months" | "monthly")
    })
}

/// `Monday the 18th … the morning of the 18th`: the day has been named.
fn has_weekday(document: &Document<'_>, at: usize) -> bool {
    let first = document.blocks()[document.block_of_token(at)].tokens.start;
    let text = |i: usize| document.token_text(i);
    (first + 2..at).any(|i| text(i) == text(at) && text(i - 1) == "the" && text(i - 2).ends_with("day"))
}

fn is_golf(document: &Document<'_>) -> bool {
    let words = ["birdie", "bogey", "fairway", " putt", "tee shot", "golf", " hole"];
    words.iter().any(|word| document.prose().contains(word))
}
