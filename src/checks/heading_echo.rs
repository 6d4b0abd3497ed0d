//! A heading that its first sentence says again.

use super::content_words::{content_words, is_running_text, shared};
use crate::document::{Block, Document, Zone};
use crate::lint::{Draft, Example, Head, Level, Lint, Report, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "heading-echo",
        category: "redundancy",
        level: Level::Allow,
        mqm: "style/awkward",
        since: "0.1.0",
        preview: false,
        summary: "a heading that the next sentence repeats",
        why: "A heading announces; the sentence below should go on from it and not say it again. Rewriters that make a heading \
              of every first sentence leave both. A habit of style: this lint is off until asked for.",
        examples: const {
            &[
                Example::bad(
                    "Ship leaves port\n\nThe ship left on Monday. It carries grain.\n\n\
                     {{Farmers strongly oppose the new tax}}\n\n\
                     Farmers are strongly opposing this new tax. They will march on Friday, their union says.",
                ),
                Example::ok(
                    "Ship leaves port\n\nThe ship left on Monday. It carries grain.\n\n\
                     Farmers strongly oppose the new tax\n\n\
                     Their union called it theft. They will march on Friday.",
                ),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for pair in document.blocks().windows(2) {
        let [heading, body] = pair else { continue };
        if !is_heading(document, heading) || !is_running_text(body) {
            continue;
        }
        let Some(sentence) = document.sentences().get(body.sentences.start) else { continue };
        let said = content_words(document, heading.tokens.clone());
        let again = content_words(document, sentence.tokens.clone());
        let enough = said.len() >= 3 && shared(&said, &again) * 5 >= said.len() * 4;
        if enough && again.len() <= said.len() * 2 {
            report.add(
                Draft::new(heading.prose, "the next sentence says the heading again")
                    .label(sentence.span, "said again here"),
            );
        }
    }
}

/// A heading by markup, or a short line without a final stop.
fn is_heading(document: &Document<'_>, block: &Block) -> bool {
    let line = document.slice(block.prose);
    let short = block.tokens.len() <= 12 && !line.ends_with(['.', ':', ',', ';', '…', '"', '”']);
    block.zone == Zone::Heading || (block.zone == Zone::Body && short)
}
