//! What a reader would read: blocks of prose, their sentences and tokens, and the way back to the bytes.
//!
//! The prose of all blocks stands in one string, parted by line breaks, so that a position in it says where in
//! the article something is, and tokens and sentences are flat lists in reading order.

use std::ops::Range;
use std::sync::OnceLock;

use super::census::Census;
use super::day::Date;
use super::repeats::Repeat;
use super::suppress::Suppression;
use super::zone::Zone;
use crate::source::Source;
use crate::text::{Flags, Mapped, OBJECT, OffsetMap, Span, Token};

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
    pub(super) census: OnceLock<Census>,
    pub(super) repeats: OnceLock<Vec<Repeat>>,
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

    /// Which marks and which rare characters the article has.
    pub fn census(&self) -> &Census {
        self.census.get_or_init(|| Census::take(&self.prose, &self.tokens))
    }

    /// Runs of words that are said again at once, in reading order.
    pub fn repeats(&self) -> &[Repeat] {
        self.repeats.get_or_init(|| super::repeats::find(self))
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

    /// Whether a token is an object in the place of words, such as code; an image, a component or the mark of a footnote
    /// is none.
    pub fn stands_for_words(&self, token: usize) -> bool {
        let Some(token) = self.tokens.get(token).filter(|t| t.is(Flags::OPAQUE)) else { return false };
        let source = self.map(token.span).span.slice(self.source.text());
        let is_object = self.slice(token.span).starts_with(OBJECT);
        let is_apart = ["<", "!", "[^", "{"].iter().any(|opening| source.starts_with(opening));
        is_object && !is_apart && source.contains(char::is_alphabetic)
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

    /// Whether a sentence names a year, or a decade (`1990s`), from 1000 on that lies before `year`.
    pub fn names_year_before(&self, sentence: usize, year: i32) -> bool {
        let tokens = &self.tokens[self.sentences[sentence].tokens.clone()];
        tokens.iter().filter(|t| t.is(Flags::NUMBER.and(Flags::MIXED))).any(|t| {
            let digits = self.slice(t.span).trim_end_matches('s');
            digits.len() == 4 && digits.parse::<i32>().is_ok_and(|named| (1000..year).contains(&named))
        })
    }

    /// How many words and numbers the article has.
    pub fn word_count(&self) -> usize {
        self.tokens.iter().filter(|t| t.is(Flags::WORD.and(Flags::NUMBER)) && !t.is(Flags::CLITIC)).count()
    }
}
