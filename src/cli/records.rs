//! `.jsonl` files: one article a line. Read piece by piece, so that an archive of any size fits into memory.

use std::fmt;
use std::io::{self, BufRead, Read};
use std::sync::Arc;

use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::input::Kind;
use super::run::Run;
use super::text;
use crate::error::Error;
use crate::intake::posts::Passage;
use crate::source::{Format, Source};
use crate::text::FileMap;

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
    /// If the file was not UTF-8: the way from its text, in which `offset` counts, to its bytes.
    pub beneath: Option<Arc<FileMap>>,
}

/// The lines of a list. Blank ones are passed over.
pub struct Lines<R> {
    stream: R,
    number: usize,
    offset: u64,
    /// The most bytes of one line.
    limit: u64,
    beneath: Option<Arc<FileMap>>,
}

impl<R: BufRead> Lines<R> {
    /// The lines of a stream, and the way from it to the bytes of the file if it was decoded.
    pub fn new(stream: R, beneath: Option<Arc<FileMap>>, limit: u64) -> Self {
        Self { beneath, ..Self::starting(stream, 1, 0, limit) }
    }

    /// The lines of a stream that begins with line `number` of its file, at byte `offset`.
    pub fn starting(stream: R, number: usize, offset: u64, limit: u64) -> Self {
        Self { stream, number: number - 1, offset, limit, beneath: None }
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
        let beneath = self.beneath.clone();
        Ok(Some(Line { number: self.number, offset, bytes: whole.then_some(bytes), beneath }))
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
    let bare = if line.offset == 0 { bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes) } else { bytes };
    let offset = line.offset as usize + (bytes.len() - bare.len());
    let json = std::str::from_utf8(bare).map_err(|e| {
        let at = offset + e.valid_up_to();
        error(format!("not UTF-8: byte {at} of the file")).help("name its encoding with --encoding")
    })?;
    let raw = read(json, &run.fields).map_err(|e| error(format!("not a record: {}", why(&e, 0))))?;
    let Some(value) = raw.text else {
        let missing = error(format!("the record has no field `{}`", run.fields.text));
        return Err(missing.help("say with --text-field where the text is"));
    };
    let format = match (run.forced, &raw.format) {
        (Some(Kind::Article(format)), _) => format,
        (_, None) => Format::Text,
        (_, Some(word)) => format_of(word).ok_or_else(|| {
            error(format!("`{word}` is not a format")).help("there are `text`, `markdown` and `html`")
        })?,
    };
    let passage = passage(json, value, offset).map_err(|e| error(format!("not a record: {e}")))?;
    let id = raw.id.map_or_else(|| Arc::from(&*name), Arc::from);
    let source =
        Source::new(&*name, passage.text, format).map_err(|_| text::too_large(&name, u64::from(u32::MAX)))?;
    let map = Arc::new(passage.map.on(line.beneath.clone()));
    Ok(Record { id, source: source.in_file(Some(map)) })
}

/// The text of a record, with its place in the file, in which the line `json` begins at `offset`. The error says why
/// it has none.
fn passage(json: &str, value: &RawValue, offset: usize) -> Result<Passage, String> {
    let raw = value.get();
    // What serde borrows lies in the text that it was given.
    let at = raw.as_ptr() as usize - json.as_ptr() as usize;
    if !raw.starts_with('"')
        && let Err(e) = serde_json::from_str::<String>(raw)
    {
        return Err(why(&e, at));
    }
    Passage::of_json(raw, offset + at)
        .map_err(|escape| format!("half a character in an escape (column {})", at + escape + 1))
}

/// What serde_json says of what begins in column `at`, without its line: to it ours is the only one.
fn why(error: &serde_json::Error, at: usize) -> String {
    let words = error.to_string().replace("EOF while parsing", "the line ends inside");
    let words = words.split(" at line 1 column ").next().unwrap_or_default().to_owned();
    match error.column() {
        0 => words,
        column => format!("{words} (column {})", at + column),
    }
}

fn read<'j>(json: &'j str, fields: &Fields) -> Result<Raw<'j>, serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(json);
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
struct Raw<'j> {
    text: Option<&'j RawValue>,
    id: Option<String>,
    format: Option<String>,
}

impl<'de> DeserializeSeed<'de> for Wanted<'_> {
    type Value = Raw<'de>;

    fn deserialize<D: serde::Deserializer<'de>>(self, json: D) -> Result<Raw<'de>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Wanted<'_> {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Raw<'de>, M::Error> {
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
