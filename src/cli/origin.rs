//! Where the text of an article comes from, and how to get it again after it has been let go.

use std::fs::File;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{BufReader, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::input::{Input, Kind};
use super::records::{self, Lines};
use super::run::Run;
use super::text;
use crate::error::Error;
use crate::intake::Charset;
use crate::source::{Format, Source};

/// Where a text comes from.
#[derive(Clone, Debug)]
pub enum Origin {
    /// Standard input, which cannot be read twice.
    Stdin,
    /// A file.
    File(PathBuf),
    /// An export, whose posts are not taken out one by one again.
    Export,
    /// A line of a list.
    Line {
        /// The list; `None` is standard input.
        path: Option<PathBuf>,
        /// What the list is called.
        list: Arc<str>,
        /// The line's number, from 1.
        number: usize,
        /// Offset of its first byte.
        offset: u64,
    },
}

impl Origin {
    /// Whether it is one of many articles in its file, which are not fixed.
    pub fn is_record(&self) -> bool {
        matches!(self, Self::Export | Self::Line { .. })
    }
}

/// A text that may have been let go.
#[derive(Clone, Debug)]
pub struct Kept {
    /// Where it comes from.
    pub origin: Origin,
    name: Arc<str>,
    format: Format,
    source: Option<Arc<Source>>,
    charset: Charset,
    digest: u64,
}

impl Kept {
    /// A text at hand.
    pub fn new(source: Source, charset: Charset, origin: Origin) -> Self {
        Self {
            origin,
            name: source.name().clone(),
            format: source.format(),
            digest: digest(source.text()),
            source: Some(Arc::new(source)),
            charset,
        }
    }

    /// The name of its source.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// How its file is written.
    pub fn charset(&self) -> Charset {
        self.charset
    }

    /// Lets the text go, if it can be had again.
    pub fn release(&mut self) {
        if !matches!(self.origin, Origin::Stdin | Origin::Export | Origin::Line { path: None, .. }) {
            self.source = None;
        }
    }

    /// A source of that name without text: all that output needs of an article without findings.
    pub fn empty(&self) -> Source {
        Source::new(self.name.clone(), "", self.format).expect("an empty text is not too long")
    }

    /// How many bytes are at hand.
    pub fn bytes(&self) -> usize {
        self.source.as_ref().map_or(0, |s| s.text().len())
    }

    /// Puts a mended text in its place.
    pub fn replace(&mut self, source: Arc<Source>) {
        self.digest = digest(source.text());
        self.source = Some(source);
    }

    /// The text, read again if need be. A text that has changed since it was checked is an error.
    pub fn get(&self, run: &Run) -> Result<Arc<Source>, Error> {
        if let Some(source) = &self.source {
            return Ok(source.clone());
        }
        let source = self.read(run)?;
        match digest(source.text()) == self.digest {
            true => Ok(Arc::new(source)),
            false => Err(Error::new(format!("`{}` has changed while it was being checked", self.name))),
        }
    }

    fn read(&self, run: &Run) -> Result<Source, Error> {
        let gone = || Error::new(format!("`{}` cannot be read twice", self.name));
        match &self.origin {
            Origin::Stdin | Origin::Export | Origin::Line { path: None, .. } => Err(gone()),
            Origin::File(path) => {
                let kind = Kind::Article(self.format);
                let input = Input { name: self.name.clone(), path: Some(path.clone()), kind };
                input.read(self.format, run).map(|(source, _)| source)
            }
            Origin::Line { path: Some(path), list, number, offset } => {
                let lines = line_at(path, *number, *offset, run.limit);
                let lines = lines.map_err(|e| text::unreadable(list, &e))?;
                Ok(records::parse(list, lines.first().ok_or_else(gone)?, run)?.source)
            }
        }
    }
}

/// The one line of a file that begins at `offset`.
fn line_at(path: &Path, number: usize, offset: u64, limit: u64) -> std::io::Result<Vec<records::Line>> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(offset))?;
    Lines::starting(BufReader::new(file), number, offset, limit).piece(1)
}

/// The standard hasher has fixed keys, and the digest never leaves the run.
fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
