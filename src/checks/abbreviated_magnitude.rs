//! `mln`, `bln`: words for millions that are short in other languages.

use super::number_text::counted;
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "abbreviated-magnitude",
        category: "numbers",
        level: Level::Warn,
        mqm: "locale-convention/number-format",
        since: "0.1.0",
        preview: false,
        summary: "`mln` or `bln` for million or billion",
        why: "`mln`, `bln`, `mlrd`, `mio` are the short forms of Russian, Polish, Italian, German and Danish. \
              Write `million` and `billion`, or `m` and `bn` right after the figure where the house does.",
        examples: const {
            &[
                Example::fixed("It will cost {{121 mln}} euros.", "It will cost 121 million euros."),
                Example::fixed(
                    "Exports reached {{2.4 bln.}} dollars.",
                    "Exports reached 2.4 billion dollars.",
                ),
                Example::ok("It will cost £121m or $2bn."),
                Example::ok("Mln is not an English word."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for found in counted(document) {
        let word = match found.word {
            "mln" | "Mln" | "MLN" | "mio" | "Mio" | "mlns" => "million",
            "bln" | "Bln" | "BLN" | "mlrd" | "Mlrd" | "mrd" | "Mrd" | "blns" => "billion",
            "trln" | "Trln" => "trillion",
            _ => continue,
        };
        let mut span = found.span;
        if let Some(stop) = stop_of_short_form(document, found.token + 2) {
            span = span.cover(stop);
        }
        let message = format!("`{}` is not English for `{word}`", document.slice(span));
        report
            .add(Draft::new(span, message).replace(format!("{} {word}", found.number), Applicability::Safe));
    }
}

/// The stop after a short form, if the sentence goes on behind it.
fn stop_of_short_form(document: &Document<'_>, token: usize) -> Option<Span> {
    let tokens = document.tokens();
    let (stop, next) = (tokens.get(token)?, tokens.get(token + 1)?);
    let goes_on = next.is(Flags::WORD) && !next.is(Flags::CAPITAL);
    (document.slice(stop.span) == "." && !stop.is(Flags::SPACE_BEFORE) && goes_on).then_some(stop.span)
}
