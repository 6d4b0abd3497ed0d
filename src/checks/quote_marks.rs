//! The double quotation marks of an article, block by block: which are alike and how many came before.
//!
//! A straight mark does not say whether it opens or closes; within one block its place in the row does.

use crate::document::Document;
use crate::text::Token;

/// One double quotation mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct QuoteMark {
    /// Its token.
    pub(super) token: usize,
    /// Its shape: `"`, `“` or `”`.
    pub(super) shape: char,
    /// How many marks of its kind, straight or curly, stand before it in its block.
    pub(super) order: usize,
    /// How many marks of its kind its block has.
    pub(super) of: usize,
}

impl QuoteMark {
    /// Whether it opens, as far as its place in the row tells.
    pub(super) fn opens(&self) -> bool {
        self.shape == '“' || self.shape == '"' && self.order.is_multiple_of(2)
    }

    /// Whether the marks of its kind pair up in its block.
    pub(super) fn is_even(&self) -> bool {
        self.of.is_multiple_of(2)
    }
}

/// All double quotation marks, in reading order.
pub(super) fn double(document: &Document<'_>) -> Vec<QuoteMark> {
    let mut marks: Vec<QuoteMark> = Vec::new();
    let (mut blocks, mut end, mut first) = (document.blocks().iter(), 0, 0);
    for &token in document.census().marks() {
        let token = token as usize;
        let Some(shape) = shape(document, document.tokens()[token]) else { continue };
        while token >= end {
            count(&mut marks[first..]);
            first = marks.len();
            let Some(block) = blocks.next() else { break };
            end = block.tokens.end;
        }
        marks.push(QuoteMark { token, shape, order: 0, of: 0 });
    }
    count(&mut marks[first..]);
    marks
}

fn shape(document: &Document<'_>, token: Token) -> Option<char> {
    match document.prose().as_bytes()[token.span.start as usize] {
        b'"' => Some('"'),
        0xE2 => document.slice(token.span).chars().next().filter(|c| matches!(c, '“' | '”')),
        _ => None,
    }
}

fn count(block: &mut [QuoteMark]) {
    let (mut straight, mut curly) = (0, 0);
    for mark in &mut *block {
        let seen = if mark.shape == '"' { &mut straight } else { &mut curly };
        mark.order = *seen;
        *seen += 1;
    }
    for mark in block {
        mark.of = if mark.shape == '"' { straight } else { curly };
    }
}
