//! What the open elements of HTML make of the text inside them.

use super::element::Element;
use super::model::BlockKind;
use super::tag::{Attribute, StartTag};
use super::zone::Zone;

/// How text is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// It is to be read.
    Prose,
    /// Not prose, or not English: an object stands for it.
    Opaque,
    /// Nobody reads it.
    Hidden,
}

/// The sum of all open elements.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub(super) kind: BlockKind,
    pub(super) zone: Zone,
    pub(super) mode: Mode,
    /// The zone is the footer only because a form is open; some pages are one form.
    form: bool,
}

impl Default for State {
    fn default() -> Self {
        Self { kind: BlockKind::Paragraph, zone: Zone::Body, mode: Mode::Prose, form: false }
    }
}

impl State {
    /// The same, outside of all elements but in a block of that kind.
    pub(super) fn of(kind: BlockKind, zone: Zone) -> Self {
        Self { kind, zone, ..Self::default() }
    }

    /// The state inside one more element. `headline` is whether the article has one already.
    pub(super) fn inside(mut self, element: Element, tag: &StartTag, text: &str, headline: bool) -> Self {
        self.place(element, headline);
        let page = matches!(element, Element::Html | Element::Body);
        if !page {
            self.attributes(tag, text);
        }
        match element {
            Element::Hidden => self.mode = Mode::Hidden,
            Element::Code if self.mode == Mode::Prose => self.mode = Mode::Opaque,
            _ => {}
        }
        self
    }

    fn place(&mut self, element: Element, headline: bool) {
        let body = self.zone == Zone::Body;
        match element {
            Element::Title => (self.kind, self.zone) = (BlockKind::Field, Zone::Headline),
            Element::Heading(level) => {
                self.kind = BlockKind::Heading(level);
                if level == 1 && !headline && (self.zone != Zone::Footer || self.form) {
                    self.zone = Zone::Headline;
                } else if self.zone != Zone::Footer {
                    self.zone = Zone::Heading;
                }
            }
            Element::Item => {
                self.kind = BlockKind::ListItem;
                self.zone = if body { Zone::List } else { self.zone };
            }
            Element::Cell => {
                self.kind = BlockKind::TableCell;
                self.zone = if body { Zone::Table } else { self.zone };
            }
            // A paragraph in a cell: the table is there for the layout.
            Element::Paragraph if self.zone == Zone::Table => {
                *self = Self { mode: self.mode, ..Self::default() }
            }
            Element::Caption | Element::BlockQuote if self.zone != Zone::Footer => {
                let caption = element == Element::Caption;
                self.kind = if caption { BlockKind::Caption } else { BlockKind::Paragraph };
                self.zone = if caption { Zone::Caption } else { Zone::BlockQuote };
            }
            Element::Article if self.form => *self = Self { mode: self.mode, ..Self::default() },
            Element::Aside => (self.zone, self.form) = (Zone::Footer, false),
            Element::Form if body => (self.zone, self.form) = (Zone::Footer, true),
            _ => {}
        }
    }

    fn attributes(&mut self, tag: &StartTag, text: &str) {
        if tag.place(Attribute::Hidden).is_some() {
            self.mode = Mode::Hidden;
        }
        match tag.get(Attribute::Role, text).as_deref() {
            Some("navigation" | "complementary" | "contentinfo" | "search" | "dialog") => {
                self.place(Element::Aside, true)
            }
            Some("main" | "article") => self.place(Element::Article, true),
            _ => {}
        }
        let classes = tag.get(Attribute::Class, text).unwrap_or_default();
        let class = |name: &str| classes.split_ascii_whitespace().any(|c| c == name);
        if class("wp-caption-text") {
            self.place(Element::Caption, true);
        }
        if self.mode == Mode::Hidden {
            return;
        }
        if let Some(lang) = tag.get(Attribute::Lang, text) {
            self.mode = if is_english(&lang) { Mode::Prose } else { Mode::Opaque };
        }
        if tag.get(Attribute::Translate, text).is_some_and(|t| t.eq_ignore_ascii_case("no"))
            || class("notranslate")
        {
            self.mode = Mode::Opaque;
        }
    }
}

/// Whether a language tag says English, or nothing.
fn is_english(tag: &str) -> bool {
    let language = tag.trim().split(['-', '_']).next().unwrap_or_default();
    language.is_empty() || language.eq_ignore_ascii_case("en")
}
