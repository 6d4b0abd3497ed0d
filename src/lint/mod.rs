//! The vocabulary of linting: a lint, its level, what it finds, how it is fixed.
//!
//! A lint written as data and a lint written in Rust are the same [`Lint`]; only [`Run`] tells them apart.

mod example;
mod finding;
mod fix;
mod level;
mod report;
mod setting;
mod settings;
pub(crate) mod together;

use std::borrow::Cow;
use std::sync::Arc;

pub use example::Example;
pub use finding::{Finding, Label, LintId};
pub use fix::{Edit, Fix};
pub use level::{Applicability, Level};
pub(crate) use report::one_line;
pub use report::{Draft, Report, Verdicts};
pub use setting::Setting;
pub use settings::{HouseName, Settings};

use crate::document::Document;
use crate::text::Span;

/// The definition of a lint.
#[derive(Clone, Debug)]
pub struct Lint {
    /// Kebab-case; names the fault; reads after "allow".
    pub id: Cow<'static, str>,
    /// The group it belongs to, also kebab-case: a folder of `lints/`.
    pub category: Cow<'static, str>,
    /// How loud it is unless the user says otherwise.
    pub level: Level,
    /// The MQM error type it corresponds to, or `none` (<https://themqm.org>).
    pub mqm: Cow<'static, str>,
    /// The version it came with.
    pub since: Cow<'static, str>,
    /// Off unless asked for by name: too few findings have been read to trust its level.
    pub preview: bool,
    /// One line without a full stop: what it reports.
    pub summary: Cow<'static, str>,
    /// Why it harms the reader, what to do, where the knowledge comes from (Markdown).
    pub why: Cow<'static, str>,
    /// The language (BCP 47) that a finding points to as the source of a translation.
    pub language: Option<Cow<'static, str>>,
    /// What it must say and what it must leave alone.
    pub examples: Cow<'static, [Example]>,
    /// How it looks.
    pub run: Run,
}

/// How a lint looks: the three kinds of knowledge, and the desk's own voice.
#[derive(Clone, Copy, Debug)]
pub enum Run {
    /// Patterns of a lint file; the scanner runs all of these at once.
    Patterns,
    /// A function that sees one article.
    Document(fn(&Document<'_>, &mut Report<'_>)),
    /// Map and reduce: `collect` gathers facts from one article, `judge` sees the facts of one article or of
    /// a whole publication.
    Across {
        /// What one article says.
        collect: fn(&Document<'_>, &Settings) -> Vec<Fact>,
        /// What follows from it all. Facts come in the order of their sources and places.
        judge: fn(&[&Fact], &mut Verdicts<'_>),
    },
    /// Raised by the desk itself, about suppressions.
    Desk,
}

/// The head of a lint that is written in Rust: plain text that a `static` can hold.
#[derive(Clone, Copy, Debug)]
pub struct Head {
    /// See [`Lint::id`].
    pub id: &'static str,
    /// See [`Lint::category`].
    pub category: &'static str,
    /// See [`Lint::level`].
    pub level: Level,
    /// See [`Lint::mqm`].
    pub mqm: &'static str,
    /// See [`Lint::since`].
    pub since: &'static str,
    /// See [`Lint::preview`].
    pub preview: bool,
    /// See [`Lint::summary`].
    pub summary: &'static str,
    /// See [`Lint::why`].
    pub why: &'static str,
    /// See [`Lint::examples`].
    pub examples: &'static [Example],
}

impl Lint {
    /// A lint written in Rust.
    pub const fn new(head: Head, run: Run) -> Self {
        Self {
            id: Cow::Borrowed(head.id),
            category: Cow::Borrowed(head.category),
            level: head.level,
            mqm: Cow::Borrowed(head.mqm),
            since: Cow::Borrowed(head.since),
            preview: head.preview,
            summary: Cow::Borrowed(head.summary),
            why: Cow::Borrowed(head.why),
            language: None,
            examples: Cow::Borrowed(head.examples),
            run,
        }
    }
}

/// Something one article says that may matter beside what others say: a name, a line.
///
/// A fact holds no text but its key and value, so that the facts of a large publication stay small.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The lint that gathered it.
    pub lint: LintId,
    /// The name of the source.
    pub source: Arc<str>,
    /// Bytes of the source.
    pub span: Span,
    /// Whether the source has exactly `value` there.
    pub verbatim: bool,
    /// What facts are grouped by.
    pub key: String,
    /// What is said.
    pub value: String,
    /// What else the judge must know; the lint defines it.
    pub extra: String,
}

impl Fact {
    /// Another place of its source, without words: what a finding or a label needs to know.
    pub(crate) fn at(&self, span: Span) -> Self {
        let nothing = String::new;
        Self {
            lint: self.lint.clone(),
            source: self.source.clone(),
            span,
            verbatim: self.verbatim,
            key: nothing(),
            value: nothing(),
            extra: nothing(),
        }
    }
}
