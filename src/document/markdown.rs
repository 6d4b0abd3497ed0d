//! Markdown, through pulldown-cmark: CommonMark with tables, footnotes, task lists and front matter.
//!
//! The parser says what each piece is and which bytes it came from; this file decides what is prose. Emphasis and
//! links are transparent; code, images among words, and bare addresses leave an object behind, so that no phrase
//! matches across them; code blocks are left out.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::build::Builder;
use super::model::BlockKind;
use super::state::{Mode, State};
use super::walk::Walker;
use super::zone::Zone;
use super::{frontmatter, holes};
use crate::text::Span;

/// Reads the source as Markdown.
pub(super) fn read(builder: &mut Builder<'_>) {
    let source = builder.source();
    let text = source.text();
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    let base = frontmatter::read(builder, start);
    let mdx = source.name().ends_with(".mdx");
    builder.skip_holes(holes::find(text, base, source.lines(), mdx));
    let titled = builder.blocks_mut().iter().any(|b| b.zone == Zone::Headline);
    let mut reader = Reader {
        builder,
        text,
        base,
        titled,
        quotes: 0,
        items: 0,
        begin: None,
        open: None,
        last: base,
        skip: None,
        link: None,
        html: None,
        in_html: false,
        walker: Walker::new(),
        depth: 0,
    };
    for (event, range) in Parser::new_ext(&text[base..], options()).into_offset_iter() {
        reader.event(event, range.start + base..range.end + base);
    }
    reader.close(text.len());
    let titled = reader.titled;
    if let Some(first) =
        builder.blocks_mut().first_mut().filter(|b| !titled && matches!(b.kind, BlockKind::Heading(_)))
    {
        first.zone = Zone::Headline;
    }
}

pub(super) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// An open block: where it begins in the source, its markup included.
struct Open {
    start: usize,
    headline: bool,
}

struct Reader<'b, 's> {
    builder: &'b mut Builder<'s>,
    text: &'s str,
    /// Where the body begins.
    base: usize,
    /// Whether the article has its headline already.
    titled: bool,
    /// How many block quotations and list items are open.
    quotes: usize,
    items: usize,
    /// Where the container began whose first block has not begun yet.
    begin: Option<usize>,
    open: Option<Open>,
    /// Where the last inline piece ended.
    last: usize,
    /// Inside something whose text is no prose: how it will end.
    skip: Option<TagEnd>,
    /// Where the open link ends.
    link: Option<usize>,
    /// Raw HTML that is being collected.
    html: Option<Range<usize>>,
    /// Whether a block of HTML is open.
    in_html: bool,
    walker: Walker,
    /// How many elements of HTML were open when the open block began.
    depth: usize,
}

impl Reader<'_, '_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        if let Some(end) = self.skip {
            if matches!(event, Event::End(tag) if tag == end) {
                self.skip = None;
            }
            return;
        }
        match event {
            // The parser gives a NUL that it replaces as text of its own; the collected HTML has it already.
            Event::Text(_) if self.in_html => {}
            Event::Text(text) => self.text(&text, range),
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::SoftBreak | Event::HardBreak => self.line_break(range),
            Event::Html(_) => self.html(range),
            Event::InlineHtml(_) => self.inline_html(range),
            Event::Code(_) | Event::FootnoteReference(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {
                self.object(range);
            }
            Event::Rule => self.close(range.start),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.open(self.kind(), self.zone(), range.start),
            Tag::Heading { level, .. } => {
                let headline = !self.titled && level as u8 == 1 && self.quotes == 0;
                let zone = if headline { Zone::Headline } else { Zone::Heading };
                self.open(BlockKind::Heading(level as u8), zone, range.start);
            }
            Tag::TableCell => self.open(BlockKind::TableCell, Zone::Table, range.start),
            Tag::BlockQuote(_) => {
                self.contain(range);
                self.quotes += 1;
            }
            Tag::Item => {
                self.contain(range);
                self.items += 1;
            }
            Tag::FootnoteDefinition(_) => self.contain(range),
            Tag::CodeBlock(_) | Tag::MetadataBlock(_) => {
                self.close(range.start);
                self.skip = Some(tag.to_end());
            }
            Tag::Link { link_type: LinkType::Autolink | LinkType::Email, .. } => {
                self.object(range);
                self.skip = Some(TagEnd::Link);
            }
            Tag::Link { .. } => {
                self.inline(&range);
                self.link = Some(range.end);
            }
            Tag::Image { .. } => self.image(range),
            Tag::List(_) | Tag::Table(_) => self.close(range.start),
            Tag::HtmlBlock => {
                self.close(range.start);
                self.in_html = true;
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => self.inline_open(range.start),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableCell => self.close(range.end),
            TagEnd::BlockQuote(_) => {
                self.close(self.last);
                self.quotes = self.quotes.saturating_sub(1);
                self.begin = None;
            }
            TagEnd::Item => {
                self.close(self.last);
                self.items = self.items.saturating_sub(1);
                self.begin = None;
            }
            TagEnd::FootnoteDefinition => {
                self.close(self.last);
                self.begin = None;
            }
            TagEnd::HtmlBlock => {
                self.html_block();
                self.in_html = false;
            }
            TagEnd::Image => self.close(range.end),
            TagEnd::Link => {
                self.link = None;
                self.last = self.last.max(range.end);
            }
            _ => self.last = self.last.max(range.end),
        }
    }

    /// A container begins: what is open ends before it, and the first block in it begins where it begins.
    fn contain(&mut self, range: Range<usize>) {
        self.close(self.last.min(range.start));
        self.begin.get_or_insert(range.start);
    }

    fn kind(&self) -> BlockKind {
        if self.items > 0 { BlockKind::ListItem } else { BlockKind::Paragraph }
    }

    fn zone(&self) -> Zone {
        let around = self.walker.state().zone;
        if self.walker.depth() > 0 && around != Zone::Body {
            return around;
        }
        match (self.quotes, self.items) {
            (1.., _) => Zone::BlockQuote,
            (0, 1..) => Zone::List,
            (0, 0) => Zone::Body,
        }
    }

    fn open(&mut self, kind: BlockKind, zone: Zone, start: usize) {
        self.close(self.last.min(start));
        let mut start = self.begin.take().unwrap_or(start);
        // Indentation and the marks of quotations before it belong to the block.
        let bytes = self.text.as_bytes();
        let mut edge = start;
        while edge > self.base && matches!(bytes[edge - 1], b' ' | b'\t' | b'>') {
            edge -= 1;
        }
        if edge == self.base || matches!(bytes[edge - 1], b'\n' | b'\r') {
            start = edge;
        }
        self.builder.open(kind, zone);
        self.last = start;
        self.depth = self.walker.depth();
        self.open = Some(Open { start, headline: zone == Zone::Headline });
    }

    /// Closes the open block, if there is one; it ends at the last visible byte before `end`.
    fn close(&mut self, end: usize) {
        let Some(open) = self.open.take() else { return };
        self.walker.release(self.depth);
        let end = self.text[..end.max(self.last)].trim_end().len().max(open.start);
        self.titled |= self.builder.close(Span::new(open.start, end)) && open.headline;
    }

    /// An inline piece begins at `start`: in a tight list item, no paragraph says so.
    fn inline_open(&mut self, start: usize) {
        if self.open.is_none() {
            self.open(self.kind(), self.zone(), start);
        }
    }

    fn inline(&mut self, range: &Range<usize>) {
        self.inline_open(range.start);
        self.last = self.last.max(range.end);
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        let escaped = range.start > self.base
            && self.text.as_bytes()[range.start - 1] == b'\\'
            && self.last < range.start
            && text.starts_with(|c: char| c.is_ascii_punctuation());
        self.inline(&range);
        let source = &self.text[range.clone()];
        let span = Span::from(range);
        if self.walker.depth() > 0 && self.is_aside(source) {
            if self.walker.state().mode != Mode::Hidden && !self.builder.ends_in_object() {
                self.builder.object(span);
            }
        } else if !std::ptr::eq(source, text) && source != text {
            self.builder.stand_in(text, span);
        } else if escaped {
            self.builder.stand_in(&text[..1], Span::of(span.start - 1, span.start + 1));
            self.builder.text(Span::of(span.start + 1, span.end));
        } else {
            self.builder.text(span);
        }
    }

    /// Whether the open elements of HTML say that a text is not prose.
    fn is_aside(&self, text: &str) -> bool {
        self.walker.state().mode != Mode::Prose || self.walker.is_note(text)
    }

    fn line_break(&mut self, range: Range<usize>) {
        self.inline_open(range.start);
        let span = Span::from(range);
        if matches!(span.slice(self.text), "\n" | "\r\n" | "\r") {
            self.builder.text(span);
        } else {
            self.builder.stand_in("\n", span);
        }
    }

    fn object(&mut self, range: Range<usize>) {
        self.inline(&range);
        self.builder.object(range.into());
    }

    /// An image that stands alone is its alternative text, as a caption; among words it is an object.
    fn image(&mut self, range: Range<usize>) {
        self.inline(&range);
        let end = self.link.unwrap_or(range.end);
        let line = self.text[end..].split('\n').next().unwrap_or_default();
        let alone = line.trim_end_matches('\\').trim().is_empty() && self.builder.is_blank();
        if !alone {
            self.builder.object(range.into());
            self.skip = Some(TagEnd::Image);
            return;
        }
        self.builder.open(BlockKind::Caption, Zone::Caption);
    }

    fn html(&mut self, range: Range<usize>) {
        match &mut self.html {
            Some(open) if open.end == range.start => open.end = range.end,
            // Inside a quotation or a list, the marks before each line are left out.
            Some(_) => {
                self.html_block();
                self.html = Some(range);
            }
            None => self.html = Some(range),
        }
    }

    fn html_block(&mut self) {
        let Some(range) = self.html.take() else { return };
        self.walker.outside = State::of(self.kind(), self.zone());
        self.begin = None;
        self.walker.blocks(self.builder, range);
    }

    fn inline_html(&mut self, range: Range<usize>) {
        self.inline(&range);
        self.walker.inline(self.builder, range);
    }
}
