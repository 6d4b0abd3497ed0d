//! What is checked: files, records of `.jsonl` files, standard input, and how their text is fetched (again).

use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::error::Error;
use crate::intake::posts::Export;
use crate::intake::{Charset, Declaration};
use crate::source::{Format, Source};

use super::run::Run;
use super::text;

/// One thing that was named on the command line or found in a folder.
#[derive(Clone, Debug)]
pub struct Input {
    /// What it is called in output.
    pub name: Arc<str>,
    /// Where it is; `None` is standard input.
    pub path: Option<PathBuf>,
    /// What it holds.
    pub kind: Kind,
}

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One article in that format.
    Article(Format),
    /// One article a line, as JSON.
    Records,
    /// Posts of a content management system; without a kind, what is in the file says which.
    Export(Option<Export>),
}

impl Kind {
    /// What a file of that name holds; `forced` is what the user says that all files hold. The format of an article
    /// is then that of the records of a list.
    pub fn of(path: &Path, forced: Option<Self>) -> Self {
        let ending = path.extension().map(|e| e.to_string_lossy().to_ascii_lowercase());
        match (ending.as_deref(), forced) {
            (Some("jsonl" | "ndjson"), None | Some(Self::Article(_))) => Self::Records,
            (_, Some(forced)) => forced,
            (Some("xml" | "wxr" | "json"), None) => Self::Export(None),
            (_, None) => Self::Article(Format::of_path(&path.to_string_lossy()).unwrap_or_default()),
        }
    }

    /// Whether it holds many articles, which are checked and not fixed.
    pub fn is_many(self) -> bool {
        !matches!(self, Self::Article(_))
    }
}

impl Input {
    /// Whether it is an article on standard input.
    pub fn is_typed_article(&self) -> bool {
        self.path.is_none() && !self.kind.is_many()
    }

    /// How many bytes it has, as far as that can be told beforehand.
    pub fn bytes(&self) -> u64 {
        let about = self.path.as_ref().and_then(|path| std::fs::metadata(path).ok());
        about.map_or(0, |about| about.len())
    }

    /// All its bytes, if they are not too many.
    pub fn bytes_of(&self, limit: u64) -> Result<Vec<u8>, Error> {
        match &self.path {
            Some(path) => read_file(path, &self.name, limit),
            None => read_all(std::io::stdin().lock(), &self.name, limit),
        }
    }

    /// Reads the one article that the input holds, and says how it is written.
    pub fn read(&self, format: Format, run: &Run) -> Result<(Source, Charset), Error> {
        let declaration = if format == Format::Html { Declaration::Html } else { Declaration::Mark };
        let decoded = text::decode(&self.name, self.bytes_of(run.limit)?, run.encoding, declaration)?;
        let source = Source::new(self.name.clone(), decoded.text, format)
            .map_err(|_| text::too_large(&self.name, u64::from(u32::MAX)))?;
        Ok((source.in_file(decoded.map), decoded.charset))
    }
}

/// The bytes of a file.
pub fn read_file(path: &Path, name: &str, limit: u64) -> Result<Vec<u8>, Error> {
    let file = std::fs::File::open(path).map_err(|e| text::unreadable(name, &e))?;
    match file.metadata() {
        Ok(about) if about.is_file() && about.len() > limit => Err(text::too_large(name, limit)),
        _ => read_all(file, name, limit),
    }
}

/// All bytes of a stream, but no more than `limit`.
fn read_all(stream: impl Read, name: &str, limit: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    stream.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(|e| text::unreadable(name, &e))?;
    if bytes.len() as u64 > limit {
        return Err(text::too_large(name, limit));
    }
    Ok(bytes)
}
