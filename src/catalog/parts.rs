//! Reads lint files and tables part by part, so that a mistake in one part does not hide those of the others.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer, ValueDeserializer};

use super::file::{Cell, File, RawCell, RawConditions, RawData, RawLint, RawRow};
use crate::error::Error;

impl File {
    /// Reads a lint. Mistakes of shape go to `errors`; what is sound is given back, nothing if the head is not.
    pub(crate) fn lint(&self, errors: &mut Vec<Error>) -> Option<RawLint> {
        let mut whole = self.toml(errors)?;
        let matches = self.parts(&mut whole, "match", errors);
        let examples = self.parts(&mut whole, "example", errors);
        let mut raw: RawLint = self.shaped(RawLint::deserialize(Deserializer::from(whole)), errors)?;
        raw.matches.extend(matches);
        raw.examples.extend(examples);
        Some(raw)
    }

    /// Reads a table or classes, in the same way.
    pub(crate) fn data(&self, errors: &mut Vec<Error>) -> Option<RawData> {
        let mut whole = self.toml(errors)?;
        let rows = taken(&mut whole, "row");
        let rows = rows.into_iter().filter_map(|row| self.row(row, errors)).collect();
        let raw: RawData = self.shaped(RawData::deserialize(Deserializer::from(whole)), errors)?;
        Some(RawData { rows, ..raw })
    }

    fn toml(&self, errors: &mut Vec<Error>) -> Option<Spanned<DeTable<'_>>> {
        self.shaped(DeTable::parse(&self.text), errors)
    }

    fn shaped<T>(&self, read: Result<T, toml::de::Error>, errors: &mut Vec<Error>) -> Option<T> {
        read.map_err(|e| errors.push(Error::in_toml(&self.name, &self.text, &e))).ok()
    }

    fn parts<T: DeserializeOwned>(
        &self,
        whole: &mut Spanned<DeTable<'_>>,
        key: &str,
        errors: &mut Vec<Error>,
    ) -> Vec<Spanned<T>> {
        let one = |value| self.shaped(Spanned::<T>::deserialize(ValueDeserializer::from(value)), errors);
        taken(whole, key).into_iter().filter_map(one).collect()
    }

    fn row(&self, row: Spanned<DeValue<'_>>, errors: &mut Vec<Error>) -> Option<RawRow> {
        let place = row.span();
        let DeValue::Table(table) = row.into_inner() else {
            errors.push(self.error(place, "a row is written `[[row]]`, or as `{ … }` in a list"));
            return None;
        };
        let mut cells = Vec::with_capacity(table.len());
        for (key, value) in table {
            let place = value.span();
            match self.cell(key.get_ref(), value) {
                Ok(value) => {
                    let column = key.get_ref().clone().into_owned();
                    cells.push(Cell { column, key: key.span(), place, value });
                }
                Err(error) => errors.push(error),
            }
        }
        Some(RawRow { cells })
    }

    fn cell(&self, key: &str, value: Spanned<DeValue<'_>>) -> Result<RawCell, Error> {
        let place = value.span();
        let holds_conditions = matches!(key, "unless" | "only");
        match value.get_ref() {
            DeValue::Table(_) if holds_conditions => {
                let read = RawConditions::deserialize(ValueDeserializer::from(value));
                let read = read.map_err(|e| Error::in_toml(&self.name, &self.text, &e))?;
                Ok(RawCell::Conditions(Box::new(read)))
            }
            _ if holds_conditions => Err(self
                .error(place, format!("`{key}` holds conditions"))
                .help(format!("write `{key} = {{ sentence = [\"a phrase\"] }}`"))),
            DeValue::Array(list) => {
                list.iter().map(|v| self.text_of(v)).collect::<Result<_, _>>().map(RawCell::List)
            }
            _ => self.text_of(&value).map(RawCell::Text),
        }
    }

    fn text_of(&self, value: &Spanned<DeValue<'_>>) -> Result<String, Error> {
        match value.get_ref() {
            DeValue::String(text) => Ok(text.clone().into_owned()),
            DeValue::Datetime(date) => Ok(date.to_string()),
            DeValue::Integer(number) if number.radix() == 10 => Ok(number.as_str().to_owned()),
            DeValue::Table(_) => Err(self
                .error(value.span(), "a cell is a text or a list of texts")
                .help("only the columns `unless` and `only` hold `{ … }`")),
            _ => Err(self
                .error(value.span(), "a cell is a text or a list of texts")
                .help("write it in quotation marks")),
        }
    }
}

/// Takes a list out of a table; anything else stays, and will be found wrong with the rest.
fn taken<'t>(whole: &mut Spanned<DeTable<'t>>, key: &str) -> Vec<Spanned<DeValue<'t>>> {
    let table = whole.get_mut();
    if !table.get(key).is_some_and(|value| value.get_ref().is_array()) {
        return Vec::new();
    }
    match table.remove(key).map(Spanned::into_inner) {
        Some(DeValue::Array(list)) => list.into_iter().collect(),
        _ => Vec::new(),
    }
}
