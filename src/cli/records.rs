//! `.jsonl` files: one article a line. Read piece by piece, so that an archive of any size fits into memory.

use std::fmt;
use std::io::{self, BufRead, Read};
use std::sync::Arc;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};

use super::run::Run;
use super::text;
use crate::error::Error;
use crate::source::{Format, Source};

/// The names of the fields that are looked at; all others are ignored.
#[derive(Clone, Debug)]
pub struct Fields {
    /// Holds the text.
    pub text: String,
    /// Names the record.
    pub id: String,
    /// Says how the text is read.
    pub format: String,
}

/// One article of a list.
#[derive(Clone, Debug)]
pub struct Record {
    /// What the record calls itself; without that, the list and the line.
    pub id: Arc<str>,
    /// Its text, called by the list and the line, which no two records share.
    pub source: Source,
}

/// One line of a list, as it stands there.
#[derive(Clone, Debug)]
pub struct Line {
    /// From 1.
    pub number: usize,
    /// Offset of its first byte in the file.
    pub offset: u64,
    /// Its bytes, without the line break; `None` if there are too many.
    pub bytes: Option<Vec<u8>>,
}

/// The lines of a list. Blank ones are passed over.
pub struct Lines<R> {
    stream: R,
    number: usize,
    offset: u64,
    /// The most bytes of one line.
    limit: u64,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a stream.
    pub fn new(stream: R, limit: u64) -> Self {
        Self::starting(stream, 1, 0, limit)
    }

    /// The lines of a stream that begins with line `number` of its file, at byte `offset`.
    pub fn starting(stream: R, number: usize, offset: u64, limit: u64) -> Self {
        Self { stream, number: number - 1, offset, limit }
    }

    /// The next lines, together about `enough` bytes; no lines at the end of the file.
    pub fn piece(&mut self, enough: usize) -> io::Result<Vec<Line>> {
        let (mut lines, mut size) = (Vec::new(), 0);
        while size < enough {
            let Some(line) = self.line()? else { break };
            let bytes = line.bytes.as_deref();
            if bytes.is_some_and(|b| b.iter().all(u8::is_ascii_whitespace)) {
                continue;
            }
            size += bytes.map_or(0, <[u8]>::len);
            lines.push(line);
        }
        Ok(lines)
    }

    fn line(&mut self) -> io::Result<Option<Line>> {
        let mut bytes = Vec::new();
        let mut read =
            (&mut self.stream).take(self.limit.saturating_add(2)).read_until(b'\n', &mut bytes)? as u64;
        if read == 0 {
            return Ok(None);
        }
        let whole = bytes.last() == Some(&b'\n') || read <= self.limit;
        if !whole {
            read += self.stream.skip_until(b'\n')? as u64;
        }
        while bytes.last().is_some_and(|b| matches!(b, b'\n' | b'\r')) {
            bytes.pop();
        }
        self.number += 1;
        let offset = self.offset;
        self.offset += read;
        Ok(Some(Line { number: self.number, offset, bytes: whole.then_some(bytes) }))
    }
}

/// Reads one line of the list called `list`.
pub fn parse(list: &str, line: &Line, run: &Run) -> Result<Record, Error> {
    let name = format!("{list}:{}", line.number);
    let error = |what: String| Error::new(format!("{name}: {what}"));
    let Some(bytes) = line.bytes.as_deref() else {
        return Err(text::too_large(&name, run.limit));
    };
    // A byte-order mark is no part of the first record.
    let bytes = if line.offset == 0 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
    let raw = read(bytes, &run.fields).map_err(|e| error(format!("not a record: {}", why(&e))))?;
    let Some(text) = raw.text else {
        let missing = error(format!("the record has no field `{}`", run.fields.text));
        return Err(missing.help("say with --text-field where the text is"));
    };
    let format = match (run.format_in, &raw.format) {
        (Some(format), _) => format,
        (None, None) => Format::Text,
        (None, Some(word)) => format_of(word).ok_or_else(|| {
            error(format!("`{word}` is not a format")).help("there are `text`, `markdown` and `html`")
        })?,
    };
    let id = raw.id.map_or_else(|| Arc::from(&*name), Arc::from);
    let source =
        Source::new(&*name, text, format).map_err(|_| text::too_large(&name, u64::from(u32::MAX)))?;
    Ok(Record { id, source })
}

/// What serde_json says, without its line: to it ours is the only one.
fn why(error: &serde_json::Error) -> String {
    let words = error.to_string().replace("EOF while parsing", "the line ends inside");
    let words = words.split(" at line 1 column ").next().unwrap_or_default().to_owned();
    match error.column() {
        0 => words,
        column => format!("{words} (column {column})"),
    }
}

fn read(bytes: &[u8], fields: &Fields) -> Result<Raw, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let raw = Wanted(fields).deserialize(&mut json)?;
    json.end().map(|()| raw)
}

fn format_of(word: &str) -> Option<Format> {
    serde_json::from_value(serde_json::Value::String(word.to_ascii_lowercase())).ok()
}

/// Picks the wanted fields out of an object.
struct Wanted<'f>(&'f Fields);

/// The fields of a record that matter.
#[derive(Debug, Default)]
struct Raw {
    text: Option<String>,
    id: Option<String>,
    format: Option<String>,
}

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Raw;

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<Raw, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Raw, M::Error> {
        let mut raw = Raw::default();
        while let Some(key) = map.next_key::<String>()? {
            if key == self.0.text {
                raw.text = Some(map.next_value()?);
            } else if key == self.0.id {
                raw.id = match map.next_value()? {
                    serde_json::Value::String(id) => Some(id),
                    serde_json::Value::Null => None,
                    other => Some(other.to_string()),
                };
            } else if key == self.0.format {
                raw.format = map.next_value()?;
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(raw)
    }
}
