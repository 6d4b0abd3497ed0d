//! A paragraph that stands in the article twice.

use std::collections::HashMap;

use super::content_words::{is_mostly_quoted, is_running_text, without_closers};
use crate::document::{Block, BlockKind, Document};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "duplicate-paragraph",
        category: "redundancy",
        level: Level::Warn,
        mqm: "accuracy/addition",
        since: "0.1.0",
        preview: false,
        summary: "a paragraph that stands in the article twice",
        why: "A slip of copy and paste, or of an engine that was given a piece twice. Delete one of the two. Only whole \
              paragraphs of running text are compared, word for word: twenty words or more, with a stop at the end. A \
              refrain is shorter, lines of links and labels have no stop, and what is quoted or asked again is so by right.",
        examples: const {
            &[
                Example::fixed(
                    "The bridge was closed on Friday. Traffic is led over the old road until the work on the piers is done.\n\n\
                     Nobody was hurt.\n\n\
                     {{The bridge was closed on Friday. Traffic is led over the old road until the work on the piers is done.}}\n",
                    "The bridge was closed on Friday. Traffic is led over the old road until the work on the piers is done.\n\n\
                     Nobody was hurt.\n",
                ),
                Example::ok(
                    "Our plan is to work on four kinds of things for the whole of the year, and these are the kinds:\n\n\
                     Bridges come first.\n\n\
                     Our plan is to work on four kinds of things for the whole of the year, and these are the kinds:\n\n\
                     Roads come last.\n",
                ),
                Example::ok("And so it goes.\n\nThe king is dead.\n\nAnd so it goes.\n"),
            ]
        },
    },
    Run::Document(check),
);

/// A paragraph of fewer words may be a refrain.
const FEWEST_WORDS: usize = 20;

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let blocks = document.blocks();
    let mut seen: HashMap<(usize, u16, u16), usize> = HashMap::new();
    for (i, block) in blocks.iter().enumerate() {
        if !is_running_text(block) || block.tokens.len() < FEWEST_WORDS || !is_prose(document, block) {
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

/// Whether a paragraph is made of sentences: it ends in a stop, and most of it is words.
/// Quotations that the layout lifts out and questions of a form come again by right.
fn is_prose(document: &Document<'_>, block: &Block) -> bool {
    let tokens = &document.tokens()[block.tokens.clone()];
    let words = tokens.iter().filter(|t| t.is(Flags::WORD)).count();
    let text = without_closers(document.slice(block.prose));
    block.kind == BlockKind::Paragraph
        && !is_mostly_quoted(tokens)
        && !text.contains('?')
        && words >= FEWEST_WORDS
        && words * 4 >= tokens.len() * 3
        && text.ends_with(['.', '!', '?', '…'])
}
