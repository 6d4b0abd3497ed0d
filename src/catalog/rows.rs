//! The columns of a table that act on their rows: what they may hold.

use std::collections::HashMap;

use super::check::ACTING;
use super::compile::Compiler;
use super::file::{Cell, File, RawCell, RawData, RawRow};
use crate::document::Date;
use crate::error::Error;

const LEVELS: &[&str] = &["allow", "warn", "deny"];
const FIXES: &[&str] = &["manual", "unsafe", "safe"];

impl Compiler {
    /// Finds what is wrong in the rows of a table: levels, fixes and dates that are none, keys that come twice, columns
    /// whose names are slips of other names.
    pub(super) fn check_rows(&mut self, raw: &RawData, file: &File) {
        let mut keys: HashMap<&str, ()> = HashMap::new();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        raw.rows
            .iter()
            .flat_map(|row| &row.cells)
            .for_each(|cell| *counts.entry(&cell.column).or_default() += 1);
        for row in &raw.rows {
            for cell in &row.cells {
                let fault =
                    value_fault(cell, file).or_else(|| slip(cell, row, &counts, raw.rows.len(), file));
                self.errors.extend(fault);
            }
            let date = |column: &str| row.cell(column).and_then(text).and_then(Date::parse_iso);
            if let (Some(since), Some(until), Some(cell)) = (date("since"), date("until"), row.cell("until"))
                && until < since
            {
                self.errors.push(file.error(cell.place.clone(), "`until` lies before `since`"));
            }
            let key = raw.key.as_ref().and_then(|key| row.cell(key.get_ref()));
            if let Some(key) = key
                && let Some(value) = text(key)
                && keys.insert(value, ()).is_some()
            {
                let message = format!("there is a row called `{value}` already");
                self.errors.push(file.error(key.place.clone(), message));
            }
        }
    }
}

fn text(cell: &Cell) -> Option<&str> {
    match &cell.value {
        RawCell::Text(text) => Some(text),
        RawCell::List(_) | RawCell::Conditions(_) => None,
    }
}

/// What is wrong with the value of a column that acts on its row.
fn value_fault(cell: &Cell, file: &File) -> Option<Error> {
    let error = |message: String| file.error(cell.place.clone(), message);
    let one_of = |what: &str, known: &[&str]| match text(cell) {
        Some(value) if known.contains(&value) => None,
        value => {
            let given = value.unwrap_or_default();
            let error = error(format!("`{given}` is no {what}")).did_you_mean(given, known.iter().copied());
            let help = format!("a {what} is {}", known.join(", "));
            Some(if error.help.is_some() { error } else { error.help(help) })
        }
    };
    match &*cell.column {
        "level" => one_of("level", LEVELS),
        "fix" => one_of("fix", FIXES),
        "since" | "until" if text(cell).and_then(Date::parse_iso).is_none() => {
            let given = text(cell).unwrap_or_default();
            Some(error(format!("`{given}` is no day")).help("a day is written `2024-05-31`"))
        }
        "message" | "note" | "gloss" | "source" if text(cell).is_none() => {
            Some(error(format!("`{}` is one text", cell.column)))
        }
        _ => None,
    }
}

/// Whether a column that few rows have is a slip of one that acts on the row, or of one that most rows have and this
/// one lacks.
fn slip(cell: &Cell, row: &RawRow, counts: &HashMap<&str, usize>, rows: usize, file: &File) -> Option<Error> {
    let is_near = |other: &str| {
        other != cell.column && other.len() > 3 && strsim::osa_distance(other, &cell.column) == 1
    };
    let is_usual = |name: &str| counts.get(name).is_some_and(|count| count * 2 > rows);
    if ACTING.contains(&&*cell.column) || is_usual(&cell.column) {
        return None;
    }
    let usual = counts.keys().copied().filter(|name| is_usual(name));
    let meant = ACTING.iter().copied().chain(usual).find(|name| is_near(name) && row.cell(name).is_none())?;
    let message = format!("`{}` looks like a slip", cell.column);
    Some(file.error(cell.key.clone(), message).help(format!("did you mean `{meant}`?")))
}
