//! A paragraph that stands in the article twice.

use std::collections::HashMap;

use super::content_words::is_running_text;
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "duplicate-paragraph",
        category: "redundancy",
        level: Level::Deny,
        mqm: "accuracy/addition",
        since: "0.1.0",
        preview: true,
        summary: "a paragraph that stands in the article twice",
        why: "A slip of copy and paste, or of an engine that was given a piece twice. Delete one of the two. Only whole \
              paragraphs of at least two sentences or twelve words are compared, word for word.",
        examples: const {
            &[
                Example::fixed(
                    "The bridge was closed on Friday. Traffic is led over the old road until the work is done.\n\n\
                     Nobody was hurt.\n\n\
                     {{The bridge was closed on Friday. Traffic is led over the old road until the work is done.}}\n",
                    "The bridge was closed on Friday. Traffic is led over the old road until the work is done.\n\n\
                     Nobody was hurt.\n",
                ),
                Example::ok("And so it goes.\n\nThe king is dead.\n\nAnd so it goes.\n"),
            ]
        },
    },
    Run::Document(check),
);

/// A paragraph of fewer words may be a refrain.
const FEWEST_WORDS: usize = 12;

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let blocks = document.blocks();
    let mut seen: HashMap<(usize, u16, u16), usize> = HashMap::new();
    for (i, block) in blocks.iter().enumerate() {
        if !is_running_text(block) || block.tokens.len() < FEWEST_WORDS {
            continue;
        }
        let key = |n: usize| document.tokens()[block.tokens.start + n].key;
        // Length and two words tell nearly all paragraphs apart without reading them.
        let mark = (block.prose.len(), key(1), key(block.tokens.len() / 2));
        let first = *seen.entry(mark).or_insert(i);
        if first == i || document.slice(blocks[first].prose) != document.slice(block.prose) {
            continue;
        }
        let extent = document.blocks_extent(i, i);
        report.add(
            Draft::new(block.prose, "this paragraph stands in the article twice")
                .label(blocks[first].prose, "here it stands first")
                .fix_source("delete it", Applicability::Unsafe, [(extent, String::new())]),
        );
    }
}
