//! What a reader would read: blocks of prose, their sentences and tokens, and the way back to the bytes.
//!
//! The prose of all blocks stands in one string, parted by line breaks, so that a position in it says where in
//! the article something is, and tokens and sentences are flat lists in reading order.

use std::ops::Range;

use super::suppress::Suppression;
use crate::source::Source;
use crate::text::{Flags, Mapped, OffsetMap, Span, Token};

/// What a block is in the markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// A paragraph.
    Paragraph,
    /// A heading, with its level from 1.
    Heading(u8),
    /// The text of a list item.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// A field of the front matter that holds prose (`title`, `description`).
    Field,
    /// A caption of a figure or table, or the text that stands for an image.
    Caption,
}

/// What part a block plays in the article; a lint says in which zones it applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Zone {
    /// The headline: the first block, `title:` in front matter, `<title>`, `<h1>`.
    Headline,
    /// The summary under the headline: `description:`, `excerpt:`.
    Standfirst,
    /// Running text.
    Body,
    /// A heading inside the article.
    Heading,
    /// The caption of a picture, or the text that stands for it.
    Caption,
    /// An item of a list.
    List,
    /// A cell of a table.
    Table,
    /// A quotation set as a block of its own.
    BlockQuote,
    /// What stands after the article or beside it: navigation, forms, footers.
    Footer,
}

/// One block of prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is in the markup.
    pub kind: BlockKind,
    /// What part it plays.
    pub zone: Zone,
    /// Its bytes of the prose, without line breaks at the ends.
    pub prose: Span,
    /// The whole block in the source, its markup included, its line break not: what a deletion takes.
    pub source: Span,
    /// Its tokens, as indices into [`Document::tokens`].
    pub tokens: Range<usize>,
    /// Its sentences, as indices into [`Document::sentences`].
    pub sentences: Range<usize>,
}

/// One sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes of the prose, from its first token to its last.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Index of the block that holds it.
    pub block: usize,
}

/// A direct quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// From its opening mark to its closing mark, both included, in the prose. A quotation that is never closed
    /// ends with its block.
    pub span: Span,
    /// Its opening mark.
    pub mark: char,
    /// Whether a closing mark was found (or the next paragraph opens again, as a long quotation does).
    pub closed: bool,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Date {
    /// Year of the Gregorian calendar.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Date {
    /// A day, if there is such a one in the Gregorian calendar.
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + u8::from(leap),
            _ => return None,
        };
        (1..=days).contains(&day).then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, the form of ISO 8601; what follows the day is ignored.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        let part = |r: Range<usize>| text.get(r).and_then(|s| s.parse::<u16>().ok());
        if text.get(4..5)? != "-" || text.get(7..8)? != "-" {
            return None;
        }
        Self::new(part(0..4)?.into(), part(5..7)?.try_into().ok()?, part(8..10)?.try_into().ok()?)
    }
}

/// An article as it is read.
#[derive(Clone, Debug)]
pub struct Document<'s> {
    pub(super) source: &'s Source,
    pub(super) prose: String,
    pub(super) map: OffsetMap,
    pub(super) blocks: Vec<Block>,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) quotations: Vec<Quotation>,
    pub(super) suppressions: Vec<Suppression>,
    pub(super) date: Option<Date>,
    pub(super) language: Option<String>,
}

impl<'s> Document<'s> {
    /// The source that was read.
    pub fn source(&self) -> &'s Source {
        self.source
    }

    /// The prose of all blocks, parted by line breaks.
    pub fn prose(&self) -> &str {
        &self.prose
    }

    /// The blocks, in reading order; a headline that stands in the front matter comes first.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// All tokens, in reading order.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in reading order.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// The direct quotations, in reading order; nested ones are part of the outer one.
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }

    /// The suppression comments of the article.
    pub fn suppressions(&self) -> &[Suppression] {
        &self.suppressions
    }

    /// The day the article is dated, where it says so itself (front matter, dateline).
    pub fn date(&self) -> Option<Date> {
        self.date
    }

    /// The language the article says it is in (`lang:` in front matter, `<html lang>`), as a BCP 47 tag.
    pub fn language(&self) -> Option<&str> {
        self.language.as_deref()
    }

    /// The words of a span of the prose.
    pub fn slice(&self, prose: Span) -> &str {
        prose.slice(&self.prose)
    }

    /// The text of a token.
    pub fn token_text(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| self.slice(t.span))
    }

    /// The prose from the first to the last of a run of tokens; an empty run gives an empty span.
    pub fn tokens_span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens) {
            Some([first, .., last]) => first.span.cover(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// Where a span of the prose is in the source.
    pub fn map(&self, prose: Span) -> Mapped {
        self.map.map(prose)
    }

    /// The headline, if the article has one that can be told.
    pub fn headline(&self) -> Option<&Block> {
        self.blocks.iter().find(|b| b.zone == Zone::Headline)
    }

    /// The index of the block that holds a token.
    pub fn block_of_token(&self, token: usize) -> usize {
        self.blocks.partition_point(|b| b.tokens.end <= token)
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of_token(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }

    /// How many words and numbers the article has.
    pub fn word_count(&self) -> usize {
        self.tokens.iter().filter(|t| t.is(Flags::WORD.and(Flags::NUMBER)) && !t.is(Flags::CLITIC)).count()
    }
}
