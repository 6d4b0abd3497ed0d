//! Crores and lakhs, in millions.

use super::number_text::{Decimal, counted};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "indian-number-unit",
        category: "numbers",
        level: Level::Allow,
        mqm: "locale-convention/measurement-format",
        since: "0.1.0",
        preview: false,
        summary: "a number in lakh or crore",
        why: "A lakh is 100,000 and a crore 10 million. Readers outside South Asia do not know the words; readers there \
              do, so this lint is off until asked for.",
        examples: const {
            &[
                Example::fixed(
                    "The project costs {{5 crore}} rupees.",
                    "The project costs 50 million rupees.",
                ),
                Example::fixed(
                    "Nearly {{2.5 lakh}} voters stayed away.",
                    "Nearly 250,000 voters stayed away.",
                ),
                Example::ok("Crores of people watched."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for found in counted(document) {
        let zeros = match found.word {
            "lakh" | "lakhs" | "lac" | "lacs" => 5,
            "crore" | "crores" => 7,
            _ => continue,
        };
        let Some(value) = Decimal::read(found.number).and_then(|d| d.shifted(zeros)) else { continue };
        let new = value.in_words();
        let message = format!("`{}` is `{new}`", document.slice(found.span));
        report.add(Draft::new(found.span, message).replace(new, Applicability::Manual));
    }
}
