//! HTML: whole pages, pieces, and the tags inside Markdown.
//!
//! The tokenizer is the standard's, so that tag soup is cut up as browsers cut it. What its tokens mean for the
//! article is decided in [`super::walk`].

use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as GumSpan, Tokenizer};

use super::build::Builder;
use super::suppress;
use super::tag::Attribute;
use super::walk::Walker;
use crate::text::Span;

/// Reads the source as HTML.
pub(super) fn read(builder: &mut Builder<'_>) {
    let text = builder.source().text();
    let start = if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 };
    Walker::new().blocks(builder, start..text.len());
}

impl Walker {
    /// Reads a piece of HTML that is made of blocks.
    pub(super) fn blocks(&mut self, builder: &mut Builder<'_>, range: Range<usize>) {
        self.begin(range.start);
        self.tokens(builder, range.clone());
        self.close(builder, range.end, None);
    }

    /// Reads one tag, or one comment, inside a block that is open already.
    pub(super) fn inline(&mut self, builder: &mut Builder<'_>, range: Range<usize>) {
        self.begin_inline();
        self.tokens(builder, range);
    }

    fn tokens(&mut self, builder: &mut Builder<'_>, range: Range<usize>) {
        let base = range.start;
        let text = &builder.source().text()[range];
        let mut emitter =
            CallbackEmitter::new(|event: CallbackEvent<'_>, span: GumSpan<usize>| -> Option<()> {
                self.event(builder, event, Span::new(base + span.start, base + span.end));
                None
            });
        emitter.naively_switch_states(true);
        Tokenizer::new_with_emitter(text, emitter).for_each(drop);
    }

    fn event(&mut self, builder: &mut Builder<'_>, event: CallbackEvent<'_>, span: Span) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag.begin(name, span);
            }
            CallbackEvent::AttributeName { name } => {
                self.tag.name_attribute(Attribute::of(name), span);
            }
            CallbackEvent::AttributeValue { .. } => self.tag.value(span),
            CallbackEvent::CloseStartTag { .. } => self.start_tag(builder, span.end as usize),
            CallbackEvent::EndTag { name } => self.end_tag(builder, name, span),
            CallbackEvent::String { .. } => self.text(builder, span),
            CallbackEvent::Comment { .. } => {
                self.step_over(span);
                let comment = span.slice(builder.source().text());
                let body = comment.strip_prefix("<!--").and_then(|c| c.strip_suffix("-->"));
                builder.suppressions.extend(body.and_then(|b| suppress::of_comment(b, span)));
            }
            CallbackEvent::Doctype { .. } | CallbackEvent::Error(_) => {}
        }
    }
}
