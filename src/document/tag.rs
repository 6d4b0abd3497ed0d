//! A start tag and those of its attributes that matter for reading.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::element::Element;
use super::entities;
use crate::text::Span;

/// The attributes that matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    Lang,
    Translate,
    Class,
    Alt,
    DateTime,
    Content,
    /// `property`, `name`, `itemprop`: what a `<meta>` is about.
    About,
    Hidden,
    Role,
}

impl Attribute {
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"lang" | b"xml:lang" => Self::Lang,
            b"translate" => Self::Translate,
            b"class" => Self::Class,
            b"alt" => Self::Alt,
            b"datetime" => Self::DateTime,
            b"content" => Self::Content,
            b"property" | b"name" | b"itemprop" => Self::About,
            b"hidden" => Self::Hidden,
            b"role" => Self::Role,
            _ => return None,
        })
    }
}

/// A start tag as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct StartTag {
    /// Where its `<` stands.
    pub(super) start: usize,
    name: Vec<u8>,
    attributes: Vec<(Attribute, Span)>,
    /// The attribute whose value comes next.
    pending: Option<Attribute>,
}

impl StartTag {
    pub(super) fn begin(&mut self, name: &[u8], span: Span) {
        self.start = span.start as usize;
        self.name.clear();
        self.name.extend_from_slice(name);
        self.attributes.clear();
        self.pending = None;
    }

    pub(super) fn name_attribute(&mut self, attribute: Option<Attribute>, span: Span) {
        self.pending = attribute;
        if attribute == Some(Attribute::Hidden) {
            self.attributes.push((Attribute::Hidden, span));
        }
    }

    pub(super) fn value(&mut self, span: Span) {
        self.attributes.extend(self.pending.take().map(|a| (a, span)));
    }

    pub(super) fn element(&self) -> Element {
        Element::of(&self.name)
    }

    /// A number that stands for the element's name.
    pub(super) fn key(&self) -> u64 {
        key(&self.name)
    }

    /// Where the value of an attribute is.
    pub(super) fn place(&self, attribute: Attribute) -> Option<Span> {
        // Of an attribute that is given twice, the first counts.
        self.attributes.iter().find(|(a, _)| *a == attribute).map(|(_, span)| *span)
    }

    /// The value of an attribute.
    pub(super) fn get(&self, attribute: Attribute, text: &str) -> Option<String> {
        if self.attributes.is_empty() {
            return None;
        }
        self.place(attribute).map(|span| entities::decode(span.slice(text)))
    }
}

/// A number that stands for the name of an element.
pub(super) fn key(name: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    name.hash(&mut hasher);
    hasher.finish()
}
