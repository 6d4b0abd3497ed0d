//! `30 thousand` for `30,000`.

use super::number_text::{Decimal, counted};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "n-thousand",
        category: "numbers",
        level: Level::Allow,
        mqm: "locale-convention/number-format",
        since: "0.1.0",
        preview: false,
        summary: "a figure and the word `thousand`",
        why: "Edited English writes `30,000` or `thirty thousand`; a figure before `thousand` follows Russian, Ukrainian \
              or Czech (`30 тыс.`). It is a habit of style, so this lint is off until asked for.",
        examples: const {
            &[
                Example::fixed("About {{30 thousand}} people came.", "About 30,000 people came."),
                Example::fixed("It costs {{2.5 thousand}} euros.", "It costs 2,500 euros."),
                Example::ok("Several thousand people came, and 30,000 watched."),
                Example::ok("The 12 thousand-seat hall was full."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for found in counted(document).filter(|c| c.word == "thousand") {
        let Some(number) = Decimal::read(found.number) else { continue };
        if number.at_least(1_000) || !number.at_least(1) {
            continue;
        }
        let Some(new) = number.shifted(3).map(Decimal::written) else { continue };
        let message = format!("`{}` is written `{new}`", document.slice(found.span));
        report.add(Draft::new(found.span, message).replace(new, Applicability::Safe));
    }
}
