//! From a source to what a reader would read. Parsing never fails: bad markup is still a document.

mod abbreviations;
mod build;
mod census;
mod dateline;
mod day;
mod echo;
mod element;
mod entities;
mod extent;
mod frontmatter;
mod holes;
mod html;
mod language;
mod markdown;
mod markup;
mod model;
mod parts;
mod plain;
mod quotes;
mod repeats;
mod scalar;
mod segment;
mod shortcodes;
mod state;
pub mod suppress;
mod tag;
mod walk;
mod zone;

pub use census::Census;
pub use day::Date;
pub use extent::removal;
pub use model::{Block, BlockKind, Document, Quotation, Sentence};
pub use repeats::Repeat;
pub use suppress::{Reach, Suppression};
pub use zone::Zone;

use crate::source::{Format, Source};
use crate::text::Vocabulary;

impl<'s> Document<'s> {
    /// Reads a source. Token ids come from `vocabulary`, the words of the lints that are to run.
    pub fn parse(source: &'s Source, vocabulary: &Vocabulary) -> Self {
        let mut builder = build::Builder::new(source);
        match source.format() {
            _ if !source.parts().is_empty() => parts::read(&mut builder),
            Format::Markdown => markdown::read(&mut builder),
            Format::Html => html::read(&mut builder),
            Format::Text => plain::read(&mut builder),
        }
        builder.finish(vocabulary)
    }
}
