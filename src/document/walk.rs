//! Tags and text of HTML into blocks.
//!
//! No tree is built: a stack of open elements says what zone the text is in, and the beginnings and ends of block
//! elements part blocks. What is open too deep to be found in a few hundred steps is left open; that bounds the work
//! on hostile input.

use super::build::Builder;
use super::day::Date;
use super::element::Element;
use super::entities;
use super::model::BlockKind;
use super::state::{Mode, State};
use super::tag::{self, Attribute, StartTag};
use super::zone::Zone;
use crate::text::Span;

/// How far down the stack an open element is looked for.
const DEPTH: usize = 256;

/// An open element.
struct Frame {
    key: u64,
    element: Element,
    state: State,
}

/// The open block.
struct Open {
    /// Where it begins, if it is only a part of its element.
    inner: usize,
    /// The element that it fills from the beginning: where its start tag is, and its place in the stack.
    element: Option<(usize, usize)>,
}

/// Walks over tags and text.
pub(super) struct Walker {
    stack: Vec<Frame>,
    /// What holds outside of all elements.
    pub(super) outside: State,
    /// Whether tags may part blocks. Inside a paragraph of Markdown they may not.
    parting: bool,
    open: Option<Open>,
    /// Where the last tag that parts blocks ended.
    edge: usize,
    /// If that was a start tag: where it is, and the place of its element in the stack.
    edge_element: Option<(usize, usize)>,
    /// Whether no text was read since a `<br>`.
    after_break: bool,
    pub(super) headline: bool,
    /// Whether line breaks in the text count as in plain text: one is a `<br>`, a blank line parts paragraphs.
    pub(super) loose: bool,
    pub(super) tag: StartTag,
}

impl Walker {
    pub(super) fn new() -> Self {
        Self {
            stack: Vec::new(),
            outside: State::default(),
            parting: true,
            open: None,
            edge: 0,
            edge_element: None,
            after_break: false,
            headline: false,
            loose: false,
            tag: StartTag::default(),
        }
    }

    /// A piece that is made of blocks begins at `start`.
    pub(super) fn begin(&mut self, start: usize) {
        self.parting = true;
        (self.edge, self.edge_element, self.after_break) = (start, None, false);
    }

    pub(super) fn begin_inline(&mut self) {
        self.parting = false;
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.stack.len()
    }

    /// Forgets elements that were opened since there were `depth`.
    pub(super) fn release(&mut self, depth: usize) {
        self.stack.truncate(depth);
    }

    /// What the open elements make of text.
    pub(super) fn state(&self) -> State {
        self.stack.last().map_or(self.outside, |f| f.state)
    }

    /// Whether `text` is the number of a note: raised, and no word.
    pub(super) fn is_note(&self, text: &str) -> bool {
        let raised = self.stack.iter().rev().take(3).any(|f| f.element == Element::Raised);
        raised && text.trim().bytes().all(|b| b.is_ascii_digit() || b"[]*,()-".contains(&b))
    }

    pub(super) fn start_tag(&mut self, builder: &mut Builder<'_>, end: usize) {
        let element = self.tag.element();
        let start = self.tag.start;
        let span = Span::new(start, end);
        if element.is_void() {
            self.void(builder, element, span);
            return;
        }
        if element == Element::Time {
            self.date(builder, Attribute::DateTime);
        }
        let parts = self.parting && element.is_block();
        if parts {
            self.imply_ends(builder, element, start);
            self.close(builder, start, None);
        }
        let text = builder.source().text();
        if matches!(element, Element::Html | Element::Body) && builder.language.is_none() {
            builder.language = self.tag.get(Attribute::Lang, text).filter(|l| !l.trim().is_empty());
        }
        let state = self.state().inside(element, &self.tag, text, self.headline);
        if element == Element::Quote {
            self.mark(builder, "“", span);
        }
        self.stack.push(Frame { key: self.tag.key(), element, state });
        if parts {
            (self.edge, self.edge_element) = (end, Some((start, self.stack.len() - 1)));
            self.after_break = false;
        }
    }

    pub(super) fn end_tag(&mut self, builder: &mut Builder<'_>, name: &[u8], span: Span) {
        let (key, element) = (tag::key(name), Element::of(name));
        let (start, end) = (span.start as usize, span.end as usize);
        let parts = self.parting && element.is_block();
        let Some(index) = self.find(key, element) else {
            if element == Element::Break {
                self.void(builder, element, span);
            } else if parts {
                self.close(builder, start, None);
                (self.edge, self.edge_element) = (end, None);
            }
            return;
        };
        if element == Element::Quote {
            self.mark(builder, "”", span);
        }
        if parts {
            self.close(builder, start, Some((index, Some(end))));
            (self.edge, self.edge_element) = (end, None);
            self.after_break = false;
        }
        self.stack.truncate(index);
        if element == Element::Hidden {
            self.step_over(span);
        }
    }

    /// The open element that an end tag ends.
    fn find(&self, key: u64, element: Element) -> Option<usize> {
        let table = matches!(element, Element::Table | Element::Row | Element::Cell);
        for (index, frame) in self.stack.iter().enumerate().rev().take(DEPTH) {
            if frame.key == key {
                return Some(index);
            }
            let wall = if element.is_block() {
                frame.element == Element::Cell && !table
            } else {
                frame.element.is_block()
            };
            if wall && self.parting {
                return None;
            }
        }
        None
    }

    /// Ends the elements that the beginning of `element` ends.
    fn imply_ends(&mut self, builder: &mut Builder<'_>, element: Element, start: usize) {
        let mut ended = None;
        for (index, frame) in self.stack.iter().enumerate().rev().take(DEPTH) {
            if element.ends(frame.element) {
                ended = Some(index);
            } else if frame.element.is_wall(element) {
                break;
            }
        }
        if let Some(index) = ended {
            self.close(builder, start, Some((index, None)));
            self.stack.truncate(index);
        }
    }

    /// What stands at `span` is no part of a block that has not begun.
    pub(super) fn step_over(&mut self, span: Span) {
        if self.open.is_none() && self.parting {
            self.edge = self.edge.max(span.end as usize);
        }
    }

    pub(super) fn text(&mut self, builder: &mut Builder<'_>, span: Span) {
        if !self.loose {
            return self.run(builder, span);
        }
        let mut rest = span;
        while let Some(found) = memchr::memchr(b'\n', rest.slice(builder.source().text()).as_bytes()) {
            let at = rest.start + found as u32;
            self.run(builder, Span::of(rest.start, at));
            let after = &builder.source().text()[at as usize..span.end as usize];
            let white = after.len() - after.trim_ascii_start().len();
            rest.start = at + white as u32;
            let gap = Span::of(at, rest.start);
            if after[1..white].contains('\n') {
                self.close(builder, at as usize, None);
                (self.edge, self.edge_element) = (gap.end as usize, None);
            } else if self.open.is_some() && !self.after_break && self.state().mode != Mode::Hidden {
                builder.stand_in("\n", gap);
                self.after_break = true;
            }
        }
        self.run(builder, rest);
    }

    /// Reads text whose line breaks are only white space.
    fn run(&mut self, builder: &mut Builder<'_>, span: Span) {
        let state = self.state();
        let text = span.slice(builder.source().text());
        let blank = text.bytes().all(|b| b.is_ascii_whitespace());
        if state.mode == Mode::Hidden || (blank && self.open.is_none()) {
            return;
        }
        self.open(builder);
        self.after_break &= blank;
        if !blank && (state.mode == Mode::Opaque || self.is_note(text)) {
            if !builder.ends_in_object() {
                builder.object(span);
            }
        } else {
            entities::push(builder, span);
        }
    }

    /// Puts a mark into the prose in the place of a tag.
    fn mark(&mut self, builder: &mut Builder<'_>, mark: &str, span: Span) {
        if self.state().mode == Mode::Prose {
            self.open(builder);
            builder.stand_in(mark, span);
        }
    }

    fn void(&mut self, builder: &mut Builder<'_>, element: Element, span: Span) {
        let hidden = self.state().mode == Mode::Hidden;
        match element {
            Element::Break if !self.parting => builder.stand_in("\n", span),
            Element::Break if hidden => {}
            Element::Break if self.open.is_some() && !self.after_break => {
                builder.stand_in("\n", span);
                self.after_break = true;
            }
            Element::Break | Element::Rule if self.parting => {
                self.close(builder, span.start as usize, None);
                (self.edge, self.edge_element) = (span.end as usize, None);
            }
            Element::Image if !hidden => self.image(builder, span),
            Element::Meta => self.date(builder, Attribute::Content),
            _ => {}
        }
    }

    /// An image alone is its alternative text, as a caption; among words it is an object.
    fn image(&mut self, builder: &mut Builder<'_>, span: Span) {
        if !self.parting || (self.open.is_some() && !builder.is_blank()) {
            builder.object(span);
            return;
        }
        let zone = if self.state().zone == Zone::Footer { Zone::Footer } else { Zone::Caption };
        let alt = self.tag.place(Attribute::Alt).filter(|_| self.state().mode == Mode::Prose);
        if let Some(alt) = alt {
            builder.open(BlockKind::Caption, zone);
            entities::push(builder, alt);
            builder.close(span);
        }
        self.open = None;
        (self.edge, self.edge_element) = (span.end as usize, None);
    }

    /// Takes the day of the article from `<time>`, or from a `<meta>` that is about it.
    fn date(&self, builder: &mut Builder<'_>, attribute: Attribute) {
        let text = builder.source().text();
        let about = self.tag.get(Attribute::About, text).unwrap_or_default().to_ascii_lowercase();
        let published = matches!(
            &*about,
            "article:published_time"
                | "og:published_time"
                | "datepublished"
                | "date"
                | "pubdate"
                | "publishdate"
                | "publish-date"
                | "publish_date"
                | "dc.date"
                | "dc.date.issued"
                | "dcterms.date"
                | "parsely-pub-date"
                | "sailthru.date"
                | "article.published"
        );
        let beside = self.state().zone == Zone::Footer || self.state().mode == Mode::Hidden;
        if builder.date.is_none() && (published || (attribute == Attribute::DateTime && !beside)) {
            builder.date = self.tag.get(attribute, text).and_then(|value| Date::parse(&value));
        }
    }

    fn open(&mut self, builder: &mut Builder<'_>) {
        if self.open.is_some() || !self.parting {
            return;
        }
        let state = self.state();
        builder.open(state.kind, state.zone);
        let rest = &builder.source().text()[self.edge..];
        let inner = self.edge + (rest.len() - rest.trim_ascii_start().len());
        self.open = Some(Open { inner, element: self.edge_element.take() });
    }

    /// Closes the open block at `end`. `ended` is the place in the stack of the element that ends there, and where its
    /// end tag ends if it has one.
    pub(super) fn close(
        &mut self,
        builder: &mut Builder<'_>,
        end: usize,
        ended: Option<(usize, Option<usize>)>,
    ) {
        let Some(open) = self.open.take() else { return };
        let text = builder.source().text();
        let inner = Span::new(open.inner, text[..end].trim_ascii_end().len().max(open.inner));
        let source = match (open.element, ended) {
            (Some((start, place)), Some((index, tag))) if index <= place && self.is_whole(place) => {
                let end = tag.filter(|_| index == place).unwrap_or(inner.end as usize);
                Span::new(start, end)
            }
            _ => inner,
        };
        let headline = builder.close(source)
            && builder
                .blocks_mut()
                .last()
                .is_some_and(|b| b.zone == Zone::Headline && b.kind != BlockKind::Field);
        self.headline |= headline;
    }

    /// Whether an element may go when its text goes.
    fn is_whole(&self, place: usize) -> bool {
        self.stack.get(place).is_some_and(|f| {
            matches!(
                f.element,
                Element::Paragraph
                    | Element::Heading(_)
                    | Element::Item
                    | Element::Block
                    | Element::Caption
                    | Element::BlockQuote
            )
        })
    }
}
