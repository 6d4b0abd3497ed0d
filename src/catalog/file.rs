//! The TOML form of a lint and of a table, as written. What it means is settled in [`super::compile`].

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::document::Zone;
use crate::error::Error;
use crate::lint::{Applicability, Level};
use crate::scan::program::{Anchor, Quotes};
use crate::source::Format;
use crate::text::Span;

/// A file of the catalogue: its name for messages, and its text.
#[derive(Clone, Debug)]
pub(crate) struct File {
    pub(crate) name: Arc<str>,
    pub(crate) text: Arc<str>,
}

impl File {
    pub(crate) fn error(&self, span: Range<usize>, message: impl Into<String>) -> Error {
        Error::new(message).at(self.name.clone(), self.text.clone(), Span::from(span))
    }

    /// The place of the `len` bytes from `at` of a text that is written inside `within`; all of `within` if the text
    /// is written with escapes.
    pub(crate) fn inside(&self, within: &Range<usize>, text: &str, at: usize, len: usize) -> Range<usize> {
        let written = self.text.get(within.clone()).unwrap_or_default();
        let quoted = ['"', '\''].into_iter().find_map(|q| Some(written.find(&format!("{q}{text}{q}"))? + 1));
        match quoted.or_else(|| written.find(text)) {
            Some(start) => within.start + start + at..within.start + start + (at + len).min(text.len()),
            None => within.clone(),
        }
    }
}

/// How many bytes of a faulty phrase are marked, from the fault on: a gap, a slot or a group whole, else a word.
pub(crate) fn mark_length(rest: &str) -> usize {
    let closed = match rest.chars().next() {
        Some('<') => rest.find('>').map(|end| end + 1),
        Some('{') => rest.find('}').map(|end| end + 1),
        Some('(' | '[') => Some(rest.len()),
        _ => rest.find(|c: char| c.is_whitespace() || "}])>|".contains(c)).filter(|&end| end > 0),
    };
    closed.unwrap_or(rest.len()).max(1)
}

/// A string or a list of strings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Strings(pub(crate) Vec<String>);

impl<'de> Deserialize<'de> for Strings {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor;
        impl<'de> serde::de::Visitor<'de> for Visitor {
            type Value = Strings;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a string or a list of strings")
            }

            fn visit_str<E>(self, value: &str) -> Result<Strings, E> {
                Ok(Strings(vec![value.to_owned()]))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Strings, A::Error> {
                let mut all = Vec::new();
                while let Some(value) = seq.next_element::<String>()? {
                    all.push(value);
                }
                Ok(Strings(all))
            }
        }
        deserializer.deserialize_any(Visitor)
    }
}

/// One value or a list of values of a kind, such as `at = "line"` or `at = ["line", "tail"]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct OneOrMany<T>(pub(crate) Vec<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for OneOrMany<T> {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Visitor<T>(std::marker::PhantomData<T>);
        impl<'de, T: Deserialize<'de>> serde::de::Visitor<'de> for Visitor<T> {
            type Value = OneOrMany<T>;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("one of the known words, or a list of them")
            }

            fn visit_str<E: serde::de::Error>(self, value: &str) -> Result<OneOrMany<T>, E> {
                use serde::de::IntoDeserializer;
                T::deserialize(value.into_deserializer()).map(|one| OneOrMany(vec![one]))
            }

            fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<OneOrMany<T>, A::Error> {
                let mut all = Vec::new();
                while let Some(value) = seq.next_element::<T>()? {
                    all.push(value);
                }
                Ok(OneOrMany(all))
            }
        }
        deserializer.deserialize_any(Visitor(std::marker::PhantomData))
    }
}

/// A lint file as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawLint {
    #[serde(rename = "$schema")]
    pub(crate) _schema: Option<String>,
    pub(crate) summary: Spanned<String>,
    pub(crate) level: Level,
    pub(crate) mqm: Spanned<String>,
    pub(crate) since: Spanned<String>,
    #[serde(default)]
    pub(crate) preview: bool,
    pub(crate) language: Option<Spanned<String>>,
    pub(crate) why: Spanned<String>,
    #[serde(default)]
    pub(crate) defaults: RawMatch,
    #[serde(default)]
    pub(crate) classes: BTreeMap<String, Spanned<RawClass>>,
    #[serde(default, rename = "match")]
    pub(crate) matches: Vec<Spanned<RawMatch>>,
    #[serde(default, rename = "example")]
    pub(crate) examples: Vec<Spanned<RawExample>>,
    pub(crate) density: Option<Spanned<RawDensity>>,
}

/// `[[match]]` as written, and `[defaults]`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawMatch {
    pub(crate) phrase: Option<Spanned<Strings>>,
    pub(crate) regex: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) slow: bool,
    pub(crate) table: Option<Spanned<String>>,
    pub(crate) case: Option<bool>,
    pub(crate) exact: Option<bool>,
    pub(crate) at: Option<OneOrMany<Anchor>>,
    pub(crate) zones: Option<Spanned<OneOrMany<Zone>>>,
    pub(crate) not_zones: Option<Spanned<OneOrMany<Zone>>>,
    pub(crate) quotes: Option<Quotes>,
    pub(crate) variety: Option<Spanned<Strings>>,
    pub(crate) unless: Option<Spanned<RawConditions>>,
    pub(crate) only: Option<Spanned<RawConditions>>,
    pub(crate) message: Option<Spanned<String>>,
    pub(crate) replace: Option<Spanned<Strings>>,
    pub(crate) fix: Option<Applicability>,
    pub(crate) delete: Option<Spanned<RawDelete>>,
    pub(crate) note: Option<Spanned<String>>,
    pub(crate) gloss: Option<String>,
    pub(crate) level: Option<Level>,
    pub(crate) source: Option<String>,
    pub(crate) language: Option<Spanned<String>>,
}

/// `delete = …` as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum RawDelete {
    Match,
    Sentence,
    Block,
}

/// `unless = {…}` and `only = {…}` as written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(
    deny_unknown_fields,
    rename_all = "kebab-case",
    expecting = "conditions, like `{ sentence = [\"a phrase\"] }`"
)]
pub(crate) struct RawConditions {
    pub(crate) here: Option<Strings>,
    pub(crate) before: Option<Strings>,
    pub(crate) after: Option<Strings>,
    #[serde(alias = "near")]
    pub(crate) sentence: Option<Strings>,
    pub(crate) paragraph: Option<Strings>,
    pub(crate) article: Option<Strings>,
    #[serde(default)]
    pub(crate) past_year: bool,
    #[serde(default)]
    pub(crate) name_before: bool,
    #[serde(default)]
    pub(crate) name_after: bool,
}

/// `[[example]]` as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawExample {
    pub(crate) bad: Option<String>,
    pub(crate) good: Option<String>,
    pub(crate) ok: Option<String>,
    #[serde(default)]
    pub(crate) format: Format,
}

/// `[density]` as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawDensity {
    pub(crate) of: Option<Spanned<String>>,
    pub(crate) distinct: Spanned<u32>,
    pub(crate) message: Spanned<String>,
}

/// A class as written: its words, or a column of a table.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "a class is a list of words, or `{ table = \"…\", column = \"…\" }`")]
pub(crate) enum RawClass {
    Words(Vec<String>),
    Column(RawColumn),
}

/// `{ table = "polities", column = "name" }`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawColumn {
    pub(crate) table: String,
    pub(crate) column: Strings,
}

/// A file of `lints/data` as written: a table, or classes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct RawData {
    #[serde(rename = "$schema")]
    pub(crate) _schema: Option<String>,
    #[serde(rename = "summary")]
    pub(crate) _summary: Option<String>,
    pub(crate) key: Option<Spanned<String>>,
    #[serde(default)]
    pub(crate) links: BTreeMap<String, Spanned<String>>,
    /// Filled in by [`super::parts`]; here only so that the key is known.
    #[serde(default, rename = "row")]
    pub(crate) _rows: Vec<()>,
    #[serde(skip)]
    pub(crate) rows: Vec<RawRow>,
    #[serde(default)]
    pub(crate) class: BTreeMap<String, Spanned<RawClass>>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(crate) struct RawRow {
    pub(crate) cells: Vec<Cell>,
}

/// A cell of a row.
#[derive(Clone, Debug)]
pub(crate) struct Cell {
    pub(crate) column: String,
    /// Where the name of the column is written.
    pub(crate) key: Range<usize>,
    pub(crate) place: Range<usize>,
    pub(crate) value: RawCell,
}

impl RawRow {
    /// The cell of a column.
    pub(crate) fn cell(&self, column: &str) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }
}

/// What a cell holds: text, a list, or one of the keys that act on the row.
#[derive(Clone, Debug)]
pub(crate) enum RawCell {
    Text(String),
    List(Vec<String>),
    Conditions(Box<RawConditions>),
}
