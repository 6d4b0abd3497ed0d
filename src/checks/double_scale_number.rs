//! A number with two scales: thousands of millions.

use super::number_text::{Decimal, counted, zeros};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "double-scale-number",
        category: "numbers",
        level: Level::Warn,
        mqm: "locale-convention/number-format",
        since: "0.1.0",
        preview: false,
        summary: "thousands of millions, or thousands of thousands",
        why: "Spanish and Portuguese count thousands of millions (`13.000 millones`), and tables in thousands find \
              their way into sentences (`35,600 thousand people`). English has a word for it: `13 billion`, \
              `35.6 million`. Where the number was read off wrongly, the sum shows it: check it against the original. \
              Four digits (`1,234 million`) are how companies report and are left alone.",
        examples: const {
            &[
                Example::fixed(
                    "The plan costs {{13,000 million}} euros.",
                    "The plan costs 13 billion euros.",
                ),
                Example::fixed(
                    "The census counted {{35,600 thousand}} residents.",
                    "The census counted 35.6 million residents.",
                ),
                Example::ok("Revenue was 1,234 million euros, after 900 million a year before."),
                Example::ok("The 10,000 million-mile marathon, as they called it."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for found in counted(document).filter(|c| c.number.len() >= 4) {
        let Some(zeros) = zeros(found.word) else { continue };
        let Some(number) = Decimal::read(found.number) else { continue };
        let least = if zeros == 3 { 1_000 } else { 10_000 };
        if !number.at_least(least) {
            continue;
        }
        let Some(new) = number.shifted(zeros).map(Decimal::in_words) else { continue };
        let message = format!("`{}` counts in two scales at once; it is `{new}`", document.slice(found.span));
        report.add(Draft::new(found.span, message).replace(new, Applicability::Manual));
    }
}
