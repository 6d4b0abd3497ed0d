//! The columns of a table that act on their rows: what they may hold.

use std::collections::{HashMap, HashSet};

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
        let mut keys = HashSet::new();
        let mut uses: HashMap<&str, Use> = HashMap::new();
        for (i, row) in raw.rows.iter().enumerate() {
            for cell in &row.cells {
                uses.entry(&cell.column).or_insert(Use { rows: 0, first: i }).rows += 1;
            }
        }
        for row in &raw.rows {
            for cell in &row.cells {
                self.errors.extend(value_fault(cell, file).or_else(|| slip(cell, row, &uses, file)));
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
                && !keys.insert(value)
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

/// How a column is used: by how many rows, and by which first.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Use {
    rows: usize,
    first: usize,
}

/// Whether a column is a slip of one that acts on the row, or of one that more rows have, or the rows before, and that
/// this row lacks.
fn slip(cell: &Cell, row: &RawRow, uses: &HashMap<&str, Use>, file: &File) -> Option<Error> {
    let is_near = |other: &str| other.len() > 3 && strsim::osa_distance(other, &cell.column) == 1;
    if ACTING.contains(&&*cell.column) {
        return None;
    }
    let own = uses.get(&*cell.column)?;
    let is_usual = |other: &Use| other.rows > own.rows || (other.rows == own.rows && other.first < own.first);
    let usual = uses.iter().filter(|(_, other)| is_usual(other)).map(|(name, _)| *name);
    let mut meant: Vec<&str> = ACTING.iter().copied().chain(usual).filter(|name| is_near(name)).collect();
    meant.retain(|name| row.cell(name).is_none());
    meant.sort_unstable();
    let message = format!("`{}` looks like a slip", cell.column);
    Some(file.error(cell.key.clone(), message).help(format!("did you mean `{}`?", meant.first()?)))
}
