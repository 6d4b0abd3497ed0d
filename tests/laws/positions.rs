//! Places: in range, on the borders of characters, in order, and the same words on both sides of the map.

use copydesk::document::Document;
use copydesk::lint::Finding;
use copydesk::text::{Span, Vocabulary};
use copydesk::{Fix, Source};

use super::{Law, hold};

/// Of a longer text, only so many places are tried for their lines and columns, which takes time to count.
const PLACES: usize = 2000;

fn inside(span: Span, text: &str) -> bool {
    text.get(span.range()).is_some()
}

/// Every position of the document that the reader makes of a source.
pub fn document(source: &Source, vocabulary: &Vocabulary) -> Law {
    let document = Document::parse(source, vocabulary);
    tokens(&document)?;
    prose(&document)?;
    blocks(&document)?;
    let text = source.text();
    for quotation in document.quotations() {
        hold!(inside(quotation.span, document.prose()), "{quotation:?} is no place of the prose");
    }
    for one in document.suppressions() {
        hold!(inside(one.span, text) && inside(one.scope, text), "{one:?} is no place of the text");
    }
    Ok(())
}

fn tokens(document: &Document<'_>) -> Law {
    let (text, mut last) = (document.source().text(), Span::default());
    for token in document.tokens() {
        let fits = inside(token.span, document.prose()) && !token.span.is_empty();
        hold!(fits && token.span.start >= last.end, "{token:?} comes after {last:?}");
        last = token.span;
        let (mapped, words) = (document.map(token.span), document.slice(token.span));
        hold!(inside(mapped.span, text), "{mapped:?} of {words:?}");
        let same = !mapped.verbatim || mapped.span.slice(text) == words;
        hold!(same, "{:?} stands for {words:?} word for word", mapped.span.slice(text));
    }
    Ok(())
}

/// Every character of the prose leads to a place of the text, and the places never go back.
fn prose(document: &Document<'_>) -> Law {
    let (text, mut last) = (document.source().text(), 0);
    for block in document.blocks() {
        for (at, c) in document.slice(block.prose).char_indices() {
            let start = block.prose.start as usize + at;
            let mapped = document.map(Span::new(start, start + c.len_utf8()));
            hold!(inside(mapped.span, text), "{c:?} at {start} leads to {mapped:?}");
            hold!(mapped.span.start >= last, "{c:?} at {start} leads back to {mapped:?}");
            let same = !mapped.verbatim || mapped.span.slice(text).starts_with(c);
            hold!(same, "{c:?} at {start} stands for {:?}", mapped.span.slice(text));
            last = mapped.span.start;
        }
    }
    Ok(())
}

/// Blocks hold all tokens and sentences, in order, and lie where their prose lies.
fn blocks(document: &Document<'_>) -> Law {
    let text = document.source().text();
    let (mut tokens, mut sentences, mut source_end) = (0, 0, 0);
    for block in document.blocks() {
        hold!(inside(block.prose, document.prose()) && inside(block.source, text), "{block:?}");
        hold!((block.tokens.start, block.sentences.start) == (tokens, sentences), "a gap before {block:?}");
        (tokens, sentences) = (block.tokens.end, block.sentences.end);
        let mapped = document.map(block.prose).span;
        hold!(block.source.contains(mapped), "{mapped:?} outside of {block:?}");
        hold!(mapped.start >= source_end, "blocks go back: {block:?}");
        source_end = mapped.end;
        // What is put behind the last word stands in this block, not in the next one.
        let end = document.map(Span::of(block.prose.end, block.prose.end)).span;
        hold!(block.source.contains(end), "{end:?}, the end of the prose, outside of {block:?}");
    }
    let all = (document.tokens().len(), document.sentences().len());
    hold!((tokens, sentences) == all, "the blocks hold {:?} of {all:?}", (tokens, sentences));
    for (i, sentence) in document.sentences().iter().enumerate() {
        let held = document.blocks()[sentence.block].sentences.contains(&i);
        hold!(!sentence.tokens.is_empty() && held, "{sentence:?}");
        hold!(sentence.span == document.tokens_span(sentence.tokens.clone()), "{sentence:?}");
    }
    Ok(())
}

/// A place is found again by its line and its column in UTF-16, as editors name it.
pub fn utf16(source: &Source) -> Law {
    let text = source.text();
    let marked = text.starts_with('\u{FEFF}');
    let step = text.chars().count() / PLACES + 1;
    for (at, c) in text.char_indices().step_by(step) {
        // A line feed has no column of its own behind a carriage return, and a byte-order mark never has one.
        if (c == '\n' && text[..at].ends_with('\r')) || (marked && at == 0) {
            continue;
        }
        let place = source.line_column(at as u32);
        let back = source.lines().offset_of_utf16(place.line - 1, place.utf16_column - 1, text);
        hold!(back as usize == at, "{c:?} at {at} is {place:?}, and that is {back}");
    }
    Ok(())
}

/// Every place that a finding names, and every place where a fix would write.
pub fn findings(source: &Source, findings: &[Finding]) -> Law {
    let text = source.text();
    for finding in findings {
        let lint = &finding.lint;
        hold!(inside(finding.span, text), "{lint}: {:?} is no place", finding.span);
        for label in finding.labels.iter().filter(|label| label.source == *source.name()) {
            hold!(inside(label.span, text), "{lint}: the label {:?} is no place", label.span);
        }
        let plain = |words: &str| !words.contains('\n') && !words.ends_with('.');
        hold!(plain(&finding.message) && !finding.message.is_empty(), "{lint}: {:?}", finding.message);
        finding.fixes.iter().try_for_each(|fix| places_of(fix, lint, text))?;
    }
    Ok(())
}

fn places_of(fix: &Fix, lint: &str, text: &str) -> Law {
    let mut last = 0;
    for edit in fix.edits() {
        hold!(inside(edit.span, text), "{lint}: {edit:?} is no place");
        hold!(edit.span.start >= last, "{lint}: {edit:?} comes too late");
        last = edit.span.end;
    }
    Ok(())
}
