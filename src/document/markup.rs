//! Whether markup survives an edit: a word less at the beginning of a line can make a heading of a paragraph.
//!
//! The text around the edit is read twice, with the edit and without, and the markup of both is compared. Only a
//! fragment is read, so that a long article with many fixes stays quick to check.

use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use pulldown_cmark::{Event, Parser, Tag};

use super::markdown;
use super::model::{BlockKind, Document};
use crate::source::Format;
use crate::text::Span;

/// What is markup when there are two of it. Two fixes that each write one are looked at one by one.
const PAIRED: &[char] = &['<', '>', '&', '*', '_', '`', '[', ']', '~', '\\'];

/// How many bytes around an edit are read at most.
const REACH: usize = 1024;

/// A fix that reaches further is not looked at, and is not trusted.
const WIDEST: usize = 8 * REACH;

/// What parts or ends a scalar of front matter, in one of its languages.
const SCALAR: &[char] =
    &['"', '\'', '\\', ':', '#', '{', '}', '[', ']', '&', '*', '!', '|', '>', '%', '@', '`', '\n'];

impl Document<'_> {
    /// Whether the markup of the source stays as it is when each span is replaced by its words. The edits must be
    /// sorted and disjoint. Where they take whole blocks out, their markup goes with them, and that is meant.
    pub fn keeps_markup(&self, edits: &[(Span, &str)]) -> bool {
        let (source, format) = (self.source(), self.source().format());
        let (Some(&(first, _)), Some(&(last, _))) = (edits.first(), edits.last()) else { return true };
        if format == Format::Text {
            return true;
        }
        let pairs = |(span, new): (Span, &str)| {
            let count = |text: &str, c: char| text.matches(c).count();
            PAIRED.iter().any(|&c| new.contains(c) && count(new, c) > count(source.slice(span), c))
        };
        let opens = |edit| format == Format::Markdown && self.opens_line(edit);
        let (blocks, words): (Vec<_>, Vec<_>) = edits.iter().partition(|&&edit| self.takes_block(edit));
        if words.into_iter().any(|edit| pairs(edit) || self.breaks_field(edit) || opens(edit)) {
            return false;
        }
        if !blocks.is_empty() {
            return self.leaves_markup(edits, first.cover(last));
        }
        let fragment = fragment(source.text(), first.cover(last));
        if fragment.len() > WIDEST {
            return false;
        }
        let before = source.slice(fragment);
        let after = edited(before, fragment.start, edits);
        match format {
            Format::Html => tags(before) == tags(&after),
            _ => pieces(before) == pieces(&after),
        }
    }

    /// Whether what is left of the markup is a part of what was there, when edits take blocks out of a span: lists that
    /// come together can make one list of two, with other items.
    fn leaves_markup(&self, edits: &[(Span, &str)], span: Span) -> bool {
        let text = self.source().text();
        // The line above the gap and the one below it meet.
        let above = text[..span.start as usize].trim_end().len();
        let below = text.len() - text[span.end as usize..].trim_start().len();
        let line = text.as_bytes()[below..].iter().take(REACH).take_while(|&&b| b != b'\n').count();
        let fragment = fragment(text, Span::new(above, below + line));
        let before = self.source().slice(fragment);
        let after = edited(before, fragment.start, edits);
        match self.source().format() {
            Format::Html => is_part(&tags(&after), &tags(before)),
            _ => is_part(&pieces(&after), &pieces(before)),
        }
    }

    /// The index of the first block that ends behind a place.
    fn block_at(&self, at: u32) -> usize {
        self.blocks().partition_point(|b| b.source.end <= at)
    }

    /// Whether an edit takes a block out, its markup included.
    pub fn takes_block(&self, (span, new): (Span, &str)) -> bool {
        let block = self.blocks().get(self.block_at(span.start));
        new.is_empty() && block.is_some_and(|b| span.contains(b.source))
    }

    /// Whether a line of Markdown would begin with something else than a word, after an edit at its beginning.
    fn opens_line(&self, (span, new): (Span, &str)) -> bool {
        let text = self.source().text();
        let before = text[..span.start as usize].trim_end_matches([' ', '\t', '>', '\u{FEFF}']);
        let opens = before.is_empty() || before.ends_with(['\n', '\r']);
        let first = new.chars().chain(text[span.end as usize..].chars()).next();
        opens && !first.is_none_or(|c| c.is_alphabetic() || "“”‘’\"'(\n\r".contains(c))
    }

    /// Whether an edit may end or change a scalar of the front matter: at its edges, or by a mark that means something.
    fn breaks_field(&self, (span, new): (Span, &str)) -> bool {
        let Some(block) = self.blocks().get(self.block_at(span.start)) else { return false };
        if block.kind != BlockKind::Field
            || !block.source.overlaps(span)
            || self.source().format() == Format::Html
        {
            return false;
        }
        let inner = self.map(block.prose).span;
        let edge = span.start <= inner.start || span.end >= inner.end;
        new.contains(SCALAR) || (edge && !new.starts_with(char::is_alphanumeric))
    }
}

/// The part of a text that decides what is markup around a span: to the blank lines around it, if they are near.
fn fragment(text: &str, span: Span) -> Span {
    let (start, end) = (span.start as usize, span.end as usize);
    let least = (0..=start.saturating_sub(REACH)).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let most = (text.len().min(end + REACH)..=text.len()).find(|&at| text.is_char_boundary(at));
    let most = most.unwrap_or(text.len());
    let blank = |at: usize| text[..at].ends_with("\n\n") || text[..at].ends_with("\n\r\n");
    // What is indented belongs to an item of a list further up; alone it would be code.
    let outer = |at: usize| blank(at) && !text[at..].starts_with([' ', '\t']);
    let begin = (least..=start).rev().find(|&at| text.is_char_boundary(at) && outer(at));
    let begin =
        begin.or_else(|| text[least..start].find('\n').filter(|_| least > 0).map(|at| least + at + 1));
    let finish = (end..most).find(|&at| text.is_char_boundary(at) && blank(at));
    Span::new(begin.unwrap_or(least), finish.unwrap_or(most))
}

/// Whether `part` is what is left of `whole` when some of its pieces are taken out.
fn is_part<P: PartialEq>(part: &[P], whole: &[P]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|piece| rest.any(|other| other == piece))
}

/// The fragment that begins at `base`, with the edits done.
fn edited(fragment: &str, base: u32, edits: &[(Span, &str)]) -> String {
    let (mut out, mut at) = (String::with_capacity(fragment.len()), 0);
    for (span, new) in edits {
        out.push_str(&fragment[at..(span.start - base) as usize]);
        out.push_str(new);
        at = (span.end - base) as usize;
    }
    out.push_str(&fragment[at..]);
    out
}

/// Markup of Markdown, without words and the line breaks among them.
#[derive(PartialEq)]
enum Piece<'t> {
    Event(Event<'t>),
    Tags(Vec<Mark>),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let piece = |event| match event {
        Event::Text(_) | Event::SoftBreak => None,
        Event::Html(html) | Event::InlineHtml(html) => Some(Piece::Tags(tags(&html))),
        // A list that loses its first item begins with another number.
        Event::Start(Tag::List(Some(_))) => Some(Piece::Event(Event::Start(Tag::List(Some(1))))),
        other => Some(Piece::Event(other)),
    };
    Parser::new_ext(text, markdown::options()).filter_map(piece).collect()
}

/// What a tag or comment is: its kind, and its name or text.
type Mark = (u8, Vec<u8>);

fn tags(html: &str) -> Vec<Mark> {
    let mut tags = Vec::new();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: html5gum::Span<()>| -> Option<()> {
        match event {
            CallbackEvent::OpenStartTag { name } => tags.push((b'<', name.to_vec())),
            CallbackEvent::AttributeName { name } => tags.push((b'=', name.to_vec())),
            CallbackEvent::EndTag { name } => tags.push((b'/', name.to_vec())),
            CallbackEvent::Comment { value } => tags.push((b'!', value.to_vec())),
            CallbackEvent::Doctype { .. } => tags.push((b'?', Vec::new())),
            _ => {}
        }
        None
    });
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(html, emitter).for_each(drop);
    tags
}
