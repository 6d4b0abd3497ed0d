//! The headline of another story, left in the text as a paragraph.

use crate::document::{Block, BlockKind, Document, Zone};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::source::Format;
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "related-teaser",
        category: "boilerplate",
        level: Level::Warn,
        mqm: "accuracy/addition",
        since: "0.1.0",
        preview: false,
        summary: "a line that looks like the headline of another story",
        why: "Sites set links to other stories between paragraphs. Copied as text, or translated with it, they become \
              paragraphs that have nothing to do with the article. Reported is a line between paragraphs that is built \
              like a headline: keywords and a colon before it, or no final stop, and run against its neighbour without the \
              blank line that parts the other paragraphs. Subheadings stand on their own and are left alone, and so are \
                  interviews and lists, where many lines begin with a name and a colon.",
        examples: const {
            &[
                Example::bad(
                    "Ferry runs again\n\n\
                     The ferry runs again from Monday, the company said. The engine was repaired over the winter.\n\n\
                     The crossing takes an hour. Tickets are sold on board, and dogs travel free of charge.\n\
                     {{On the island the old lighthouse keeper finds a chest under the stairs and the museum is not amused}}\n\n\
                     The last boat leaves at eight. On Sundays there is none, the company said.\n\n\
                     The timetable changes in May.",
                ),
                Example::bad(
                    "Ferry runs again\n\n\
                     The ferry runs again from Monday, the company said. The engine was repaired over the winter.\n\n\
                     {{Island Museum News: Keeper found an old chest under the stairs, is it the captain's treasure?}}\n\n\
                     The last boat leaves at eight. On Sundays there is none, the company said.",
                ),
                Example::ok(
                    "Ferry runs again\n\n\
                     The ferry runs again from Monday, the company said. The engine was repaired over the winter.\n\n\
                     Marta Kovach: Who repaired the engine of the old ferry over the winter?\n\n\
                     Captain Berg: We did it ourselves. There was nobody else who knew the engine.",
                ),
                Example::ok(
                    "Ferry runs again\n\n\
                     The ferry runs again from Monday, the company said. The engine was repaired over the winter.\n\n\
                     What passengers should know\n\n\
                     The last boat leaves at eight. On Sundays there is none, the company said.",
                ),
                Example::ok(
                    "Ferry runs again\n\n\
                     The ferry runs again from Monday, the company said. The engine was repaired over the winter.\n\n\
                     The captain put it this way: was there ever a winter without a broken engine on this boat?\n\n\
                     The last boat leaves at eight. On Sundays there is none, the company said.",
                ),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let blocks = document.blocks();
    let parted = parts_by_blank_lines(document);
    for (i, around) in blocks.windows(3).enumerate() {
        let [before, line, after] = around else { continue };
        if ![before, line, after].iter().all(|b| is_body(b)) || !is_paragraph(document, before) {
            continue;
        }
        let run_on = parted && !is_parted(document, before, line) && is_unfinished(document, line);
        // What follows the line may be a subheading, so that only its zone is looked at.
        if run_on || (has_keywords(document, line) && !is_form_of_article(document, i + 1)) {
            let extent = document.blocks_extent(i + 1, i + 1);
            report.add(
                Draft::new(line.prose, "this line looks like the headline of another story").fix_source(
                    "delete it",
                    Applicability::Manual,
                    [(extent, String::new())],
                ),
            );
        }
    }
}

fn is_body(block: &Block) -> bool {
    block.zone == Zone::Body && block.kind == BlockKind::Paragraph
}

/// Running text: several sentences' worth of words, and an end.
fn is_paragraph(document: &Document<'_>, block: &Block) -> bool {
    block.tokens.len() >= 14 && ends_with_stop(document.slice(block.prose))
}

fn ends_with_stop(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', '\'', ')', ']', '*']).ends_with(['.', '!', '?', ':', ';', '…', ','])
}

/// Whether blank lines part the paragraphs of a plain text, nearly all of them.
fn parts_by_blank_lines(document: &Document<'_>) -> bool {
    if document.source().format() != Format::Text {
        return false;
    }
    let pairs = document.blocks().windows(2);
    let (all, parted) = pairs.fold((0, 0), |(all, parted), pair| {
        (all + 1, parted + usize::from(is_parted(document, &pair[0], &pair[1])))
    });
    all >= 4 && parted * 4 >= all * 3
}

fn is_parted(document: &Document<'_>, above: &Block, below: &Block) -> bool {
    let between = Span::of(above.source.end.min(below.source.start), below.source.start);
    let gap = document.source().slice(Span::of(above.source.start, between.end));
    let white = &gap[gap.trim_end().len()..];
    white.matches('\n').count() > 1
}

/// Long enough to be a sentence, and without an end.
fn is_unfinished(document: &Document<'_>, block: &Block) -> bool {
    let words = document.tokens()[block.tokens.clone()].iter().filter(|t| t.is(Flags::WORD)).count();
    (10..=40).contains(&words)
        && block.sentences.len() == 1
        && !ends_with_stop(document.slice(block.prose))
        && document.tokens()[block.tokens.start].is(Flags::CAPITAL)
}

/// Keywords, a colon, and a headline: two to six capitalised words before the colon, a capital after it, no stop at the
/// end.
fn has_keywords(document: &Document<'_>, block: &Block) -> bool {
    let tokens = &document.tokens()[block.tokens.clone()];
    let text = document.slice(block.prose);
    if !(10..=40).contains(&tokens.len())
        || block.sentences.len() != 1
        || text.ends_with(['.', '"', '”', ':', ';', ','])
    {
        return false;
    }
    let Some(colon) = colon(document, block) else { return false };
    let next_is_capital =
        tokens.get(colon + 1).is_some_and(|t| t.is(Flags::CAPITAL) && t.is(Flags::SPACE_BEFORE));
    let words = tokens[colon..].iter().filter(|t| t.is(Flags::WORD)).count();
    let label = LABELS.iter().any(|l| l.eq_ignore_ascii_case(document.slice(tokens[colon - 1].span)));
    next_is_capital && words >= 7 && !label
}

/// How many tokens stand before a colon that ends two to six capitalised words at the start of a block.
fn colon(document: &Document<'_>, block: &Block) -> Option<usize> {
    let tokens = &document.tokens()[block.tokens.clone()];
    let colon = tokens.iter().take(8).position(|t| document.slice(t.span) == ":")?;
    let capitals = tokens[..colon].iter().all(|t| t.is(Flags::CAPITAL) || document.slice(t.span) == ".");
    ((2..=6).contains(&colon) && capitals).then_some(colon)
}

/// Whether other paragraphs begin with capitalised words and a colon too: an interview, steps, a list.
fn is_form_of_article(document: &Document<'_>, line: usize) -> bool {
    let mut others = document.blocks().iter().enumerate().filter(|(i, b)| *i != line && is_body(b));
    others.any(|(_, block)| colon(document, block).is_some())
}

/// Words before a colon that label what follows, rather than give the keywords of a story.
#[rustfmt::skip]
const LABELS: &[&str] = &[
    "address", "caption", "contact", "correction", "credit", "credits", "date", "disclaimer", "disclosure", "email", "hours", "image",
    "location", "note", "phone", "photo", "photos", "picture", "price", "question", "source", "sources", "step", "time", "tip",
    "update", "video", "website", "writer", "author", "editor", "reporter", "reporting", "answer", "title", "subject",
];
