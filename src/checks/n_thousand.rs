//! `30 thousand` for `30,000`.

use super::number_text::{Counted, Decimal, counted};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "n-thousand",
        category: "numbers",
        level: Level::Warn,
        mqm: "locale-convention/number-format",
        since: "0.1.0",
        preview: false,
        summary: "a figure and the word `thousand`",
        why: "Edited English writes `30,000` or `thirty thousand`; it keeps figures with a scale word for `million` and \
              more. A figure before `thousand` follows Russian, Ukrainian or Czech, which write `30 тыс.` or \
              `30 tisíc`. Write the number out. Of a range both ends are written out, and that is left to you: \
              `3 to 6 thousand` starts at 3,000, as a rule, and not at 3.",
        examples: const {
            &[
                Example::fixed("About {{30 thousand}} people came.", "About 30,000 people came."),
                Example::fixed("It costs {{2.5 thousand}} euros.", "It costs 2,500 euros."),
                Example::fixed(
                    "Shoes cost from {{3 to 6 thousand}} rubles.",
                    "Shoes cost from 3,000 to 6,000 rubles.",
                ),
                Example::fixed("It fell from {{6 to 3 thousand}}.", "It fell from 6,000 to 3,000."),
                Example::bad("Between {{two and 3 thousand}} people came."),
                Example::fixed("It fell from 5,000 to {{3 thousand}}.", "It fell from 5,000 to 3,000."),
                Example::ok("Several thousand people came, and 30,000 watched."),
                Example::ok("The 12 thousand-seat hall was full."),
                Example::ok("It costs 5 thousand 300 rubles."),
                Example::ok("She calls her horse “50 thousand”, after its price."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for found in counted(document).filter(|c| c.word == "thousand") {
        let Some(new) =
            written(found.number).filter(|_| !goes_on(document, found) && !is_quoted(document, found))
        else {
            continue;
        };
        let (span, fix) = match low_end(document, found) {
            None => (found.span, Some((new, Applicability::Safe))),
            Some(low) => {
                let link = document.slice(Span::new(low.end as usize, found.span.start as usize));
                let fix = written(document.slice(low)).map(|low| format!("{low}{link}{new}"));
                (low.cover(found.span), fix.map(|new| (new, Applicability::Manual)))
            }
        };
        let slice = document.slice(span);
        report.add(match fix {
            Some((new, how)) => Draft::new(span, format!("`{slice}` is written `{new}`")).replace(new, how),
            None => Draft::new(span, format!("`{slice}`: write the thousands out in figures")),
        });
    }
}

/// The number times a thousand, if it is one that is said so: from 1 up to 1,000.
fn written(number: &str) -> Option<String> {
    let number = Decimal::read(number).filter(|n| n.at_least(1) && !n.at_least(1_000))?;
    number.shifted(3).map(Decimal::written)
}

/// Whether more of the number follows, as in `5 thousand 300`.
fn goes_on(document: &Document<'_>, found: Counted<'_>) -> bool {
    document.tokens().get(found.token + 2).is_some_and(|next| next.is(Flags::NUMBER))
}

/// Whether the two words alone stand in quotation marks: a nickname or a word that is spoken about.
fn is_quoted(document: &Document<'_>, found: Counted<'_>) -> bool {
    let tokens = document.tokens();
    let quote = |i: Option<usize>| {
        i.and_then(|i| tokens.get(i))
            .is_some_and(|t| matches!(document.slice(t.span), "\"" | "“" | "”" | "'" | "‘" | "’"))
    };
    quote(found.token.checked_sub(1)) && quote(Some(found.token + 2))
}

/// The number before, if the two are a range: `3 to`, `two or`, `between 3 and`, `3 –`. Whether it counts thousands is
/// for the writer to say: it may not, as in `from 500 to 2 thousand`. One of four digits does not.
fn low_end(document: &Document<'_>, found: Counted<'_>) -> Option<Span> {
    let tokens = document.tokens();
    let slice = |back: usize| found.token.checked_sub(back).map(|i| document.slice(tokens[i].span));
    let low = found.token.checked_sub(2).map(|i| tokens[i])?;
    let link = match slice(1)? {
        "to" | "or" | "-" | "–" | "—" => true,
        "and" => slice(3).is_some_and(|word| word.eq_ignore_ascii_case("between")),
        _ => false,
    };
    let written = Decimal::read(document.slice(low.span));
    let number = written.is_some_and(|n| !n.at_least(1_000))
        || WORDS.contains(&document.slice(low.span).to_lowercase().as_str());
    (link && number).then_some(low.span)
}

/// Numbers that are often written as words.
const WORDS: [&str; 12] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "fifteen", "twenty"];
