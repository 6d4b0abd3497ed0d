//! A number below one million, written as a fraction of a million.

use super::number_text::{Counted, Decimal, counted, zeros};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "fractional-large-number",
        category: "numbers",
        level: Level::Warn,
        mqm: "locale-convention/number-format",
        since: "0.1.0",
        preview: false,
        summary: "a fraction of a million where a plain number reads better",
        why: "Chinese, Japanese and Korean count in ten thousands and hundred millions; a translation that only moves \
              the point leaves `0.71 million tons`. Write `710,000 tons`. A fraction beside another number of the \
              same scale (`from 0.8 million to 1.2 million`) is a comparison and is left alone, and so is money \
              with one decimal.",
        examples: const {
            &[
                Example::fixed(
                    "The port handled {{0.71 million}} tons of ore.",
                    "The port handled 710,000 tons of ore.",
                ),
                Example::fixed("It reached {{0.192 billion}} people.", "It reached 192 million people."),
                Example::ok("Sales rose from 0.8 million to 1.2 million units."),
                Example::ok("The fine was $0.5 million, and 1.5 million people heard of it."),
                Example::ok("A 0.5 million-euro fund was set up."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for found in counted(document).filter(|c| c.number.starts_with("0.")) {
        let Some(zeros) = zeros(found.word).filter(|&z| z >= 6) else { continue };
        let Some(value) = Decimal::read(found.number).and_then(|d| d.shifted(zeros)) else { continue };
        if !value.at_least(1) || is_compared(document, found) || is_plain_money(document, found) {
            continue;
        }
        let new = value.in_words();
        let message = format!("`{}` is `{new}`", document.slice(found.span));
        report.add(Draft::new(found.span, message).replace(new, Applicability::Safe));
    }
}

/// Whether the sentence has the same scale a second time.
fn is_compared(document: &Document<'_>, found: Counted<'_>) -> bool {
    let sentence = &document.sentences()[document.sentence_of_token(found.token)];
    sentence.tokens.clone().any(|t| t != found.token + 1 && document.token_text(t) == found.word)
}

/// `$0.5 million` is how accounts are written.
fn is_plain_money(document: &Document<'_>, found: Counted<'_>) -> bool {
    let before = found.token.checked_sub(1).map(|t| document.token_text(t)).unwrap_or_default();
    found.number.len() < 4 && matches!(before, "$" | "€" | "£" | "¥")
}
