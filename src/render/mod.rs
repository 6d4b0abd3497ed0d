//! Findings into text: one file a format, all over the same findings.
//!
//! A run makes one [`Renderer`], hands it each article as it is done, and writes out what it appends. Nothing here
//! prints, and the same findings give the same bytes: no clock, no environment, no order of a hash table.
//!
//! ```
//! use copydesk::render::{self, Article, Format, Options, Summary};
//! use copydesk::{Catalog, Source};
//!
//! let catalog = Catalog::builtin();
//! let source = Source::new("note.txt", "The mayor resigned.", copydesk::Format::Text)?;
//! let article = Article { words: 3, ..Article::new("note.txt", &source, &[]) };
//! let mut renderer = render::renderer(Format::Pretty, &catalog, Options::default());
//! let (mut out, mut summary) = (String::new(), Summary::default());
//! renderer.begin(&mut out);
//! renderer.article(&article, &|_| None, &mut out);
//! summary.add(&article);
//! renderer.end(&summary, &mut out);
//! assert_eq!(out, "no findings in 1 article (3 words)\n");
//! # Ok::<(), copydesk::source::TooLong>(())
//! ```

mod checkstyle;
mod fingerprint;
mod format;
mod github;
mod gitlab;
mod json;
mod jsonl;
mod junit;
mod picture;
mod place;
mod pretty;
mod rdjsonl;
mod record;
mod sarif;
mod sentences;
mod short;
mod summary;
mod view;
mod visible;
mod window;
mod xml;

use std::sync::Arc;

pub use fingerprint::Fingerprints;
pub use format::{Format, UnknownFormat};
pub use pretty::error;
pub use summary::Summary;
pub use visible::visible;

use crate::catalog::Catalog;
use crate::lint::{Finding, Lint};
use crate::source::Source;

/// One article that has been checked.
#[derive(Clone, Copy, Debug)]
pub struct Article<'a> {
    /// What it is called in output: its path, the id of its record, or the id, title and link of its post.
    pub id: &'a str,
    /// Its text. A label whose source has this source's name is a place in it.
    pub source: &'a Source,
    /// Its findings, in the order in which they are to be shown.
    pub findings: &'a [Finding],
    /// How many words it has.
    pub words: usize,
    /// How strongly it looks like a translation, where that has been judged.
    pub score: Option<f32>,
    /// Remarks on the article as a whole: what signals point to, why it was left out.
    pub notes: &'a [String],
    /// If it is one of many in its file: which.
    pub record: Option<&'a Record>,
}

/// One of many articles in a file, in its own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// What it is called there.
    pub id: Arc<str>,
    /// The file.
    pub file: Arc<str>,
    /// Its title, without markup.
    pub title: Option<String>,
    /// Where it is published.
    pub link: Option<String>,
}

impl<'a> Article<'a> {
    /// An article without words, score or notes; fill these in by `Article { words, ..Article::new(…) }`.
    pub fn new(id: &'a str, source: &'a Source, findings: &'a [Finding]) -> Self {
        Self { id, source, findings, words: 0, score: None, notes: &[], record: None }
    }
}

/// How output is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Whether `pretty` and `short` use colours (ANSI escape sequences).
    pub color: bool,
    /// How many columns `pretty` may use; less than 40 counts as 40.
    pub width: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { color: false, width: 100 }
    }
}

/// Finds another source by name, for a label that lies there. `None` is fine: the place is then named without
/// its line.
pub type Sources<'s> = dyn Fn(&str) -> Option<Arc<Source>> + 's;

/// Where a renderer learns about the lint of a finding. An id that is not known is fine.
pub trait Lints {
    /// The lint of that id.
    fn lint(&self, id: &str) -> Option<&Lint>;
}

impl Lints for Catalog {
    fn lint(&self, id: &str) -> Option<&Lint> {
        self.get(id)
    }
}

impl Lints for [Lint] {
    fn lint(&self, id: &str) -> Option<&Lint> {
        self.iter().find(|l| l.id == id)
    }
}

impl Lints for Vec<Lint> {
    fn lint(&self, id: &str) -> Option<&Lint> {
        self.as_slice().lint(id)
    }
}

/// Writes one run in one format. Call `begin` once, `article` for each article, `end` once; everything is
/// appended to `out`, which may be emptied between the calls.
pub trait Renderer {
    /// What stands before the first article.
    fn begin(&mut self, _out: &mut String) {}

    /// One article.
    fn article(&mut self, article: &Article<'_>, sources: &Sources<'_>, out: &mut String);

    /// What stands after the last article.
    fn end(&mut self, _summary: &Summary, _out: &mut String) {}
}

/// The renderer of a format.
pub fn renderer<'l>(format: Format, lints: &'l dyn Lints, options: Options) -> Box<dyn Renderer + 'l> {
    match format {
        Format::Pretty => Box::new(pretty::Pretty::new(lints, options)),
        Format::Short => Box::new(short::Short::new(options)),
        Format::Json => Box::new(json::Json::new(lints)),
        Format::Jsonl => Box::new(jsonl::Jsonl::new(lints)),
        Format::Sarif => Box::new(sarif::Sarif::new(lints)),
        Format::Github => Box::new(github::Github),
        Format::Gitlab => Box::new(gitlab::Gitlab::default()),
        Format::Junit => Box::new(junit::Junit),
        Format::Checkstyle => Box::new(checkstyle::Checkstyle),
        Format::Rdjsonl => Box::new(rdjsonl::Rdjsonl),
    }
}
