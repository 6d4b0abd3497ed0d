//! One article as it was given: never changed, never normalised.

use std::ops::Range;
use std::sync::Arc;

use crate::text::{FileMap, LineColumn, LineIndex, Span};

/// How the text of a source is to be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text: paragraphs by blank lines.
    #[default]
    #[serde(alias = "plain", alias = "txt")]
    Text,
    /// CommonMark with the GFM extensions, and front matter.
    #[serde(alias = "md")]
    Markdown,
    /// HTML, a whole page or a piece of one.
    #[serde(alias = "htm")]
    Html,
}

impl Format {
    /// The format that a file name's ending says, `None` for an ending that says nothing.
    pub fn of_path(path: &str) -> Option<Self> {
        let (_, ending) = path.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "md" | "markdown" | "mdown" | "mkd" | "mkdn" | "mdx" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            "txt" | "text" => Some(Self::Text),
            _ => None,
        }
    }
}

/// The text is too long for the 32-bit offsets of a [`Span`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Its length in bytes.
    pub bytes: usize,
}

/// A named text, the format it is written in, and its lines.
///
/// Every position that copydesk reports about it is a byte [`Span`] into [`Source::text`].
#[derive(Clone, Debug)]
pub struct Source {
    name: Arc<str>,
    text: Arc<str>,
    format: Format,
    lines: LineIndex,
    file: Option<Arc<FileMap>>,
    parts: Arc<[Part]>,
    date: Option<Arc<str>>,
}

/// What a part of a text that was put together is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The headline.
    Headline,
    /// The summary under it.
    Standfirst,
    /// Everything else.
    Body,
}

/// A part of a text that was put together, with a format of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub role: Role,
    /// How it is read; Markdown counts as plain text.
    pub format: Format,
    /// Whether blank lines part the paragraphs of its HTML.
    pub loose: bool,
    /// Its bytes of the text.
    pub span: Span,
}

impl Source {
    /// A source called `name` (a path, an id). Fails only for a text of 4 GiB or more.
    pub fn new(
        name: impl Into<Arc<str>>,
        text: impl Into<Arc<str>>,
        format: Format,
    ) -> Result<Self, TooLong> {
        let text = text.into();
        if text.len() >= u32::MAX as usize {
            return Err(TooLong { bytes: text.len() });
        }
        let lines = LineIndex::new(&text);
        Ok(Self { name: name.into(), text, format, lines, file: None, parts: Arc::default(), date: None })
    }

    /// The same source with the way from its text to the bytes of its file, where these are not the same bytes.
    pub fn in_file(mut self, map: Option<Arc<FileMap>>) -> Self {
        self.file = map;
        self
    }

    /// A source of that name without text: all that output needs of an article without findings.
    pub fn emptied(self) -> Self {
        let lines = LineIndex::new("");
        Self { text: Arc::from(""), lines, file: None, parts: Arc::default(), ..self }
    }

    /// The same source, as put together from these parts, which come in the order of the text.
    pub fn in_parts(mut self, parts: Vec<Part>) -> Self {
        self.parts = parts.into();
        self
    }

    /// The same source with the date that what it was taken from says, in whatever form.
    pub fn dated(mut self, date: Option<String>) -> Self {
        self.date = date.map(Arc::from);
        self
    }

    /// The parts that it was put together from; none if it is read as a whole.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The date that what it was taken from says.
    pub fn date(&self) -> Option<&str> {
        self.date.as_deref()
    }

    /// The bytes of the file that a span was read from; `None` if the file is the text, byte for byte.
    pub fn file_bytes(&self, span: Span) -> Option<Range<u64>> {
        self.file.as_ref().map(|map| map.bytes(span))
    }

    /// What the source is called in output.
    pub fn name(&self) -> &Arc<str> {
        &self.name
    }

    /// The whole text, as given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How the text is read.
    pub fn format(&self) -> Format {
        self.format
    }

    /// The lines of the text.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// Line and columns of a byte offset.
    pub fn line_column(&self, offset: u32) -> LineColumn {
        self.lines.line_column(offset, &self.text)
    }

    /// The bytes that a span names.
    pub fn slice(&self, span: Span) -> &str {
        span.slice(&self.text)
    }
}
