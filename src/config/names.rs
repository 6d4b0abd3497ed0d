//! The house list of names: how a name is written here, and how it is not.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::file::File;
use crate::error::Error;
use crate::lint::HouseName;
use crate::text::Span;

/// The `[names]` of a configuration.
pub(super) fn of_file(file: &File, errors: &mut Vec<Error>) -> Vec<HouseName> {
    let mut list = List::default();
    for (canonical, variants) in &file.written.names.0 {
        let error = |place: Range<usize>, message: String| file.error(place, message);
        let variants = variants.iter().map(|v| (v.get_ref().as_str(), v.span()));
        list.add((canonical.get_ref(), canonical.span()), variants, &error, errors);
    }
    list.names
}

/// Reads a list as comma-separated values: a line for each name, the form to use first, then forms to replace.
/// A first line that begins with `canonical` and lines that begin with `#` are passed over.
pub fn read_csv(name: &str, text: &str) -> Result<Vec<HouseName>, Vec<Error>> {
    let (name, whole): (Arc<str>, Arc<str>) = (name.into(), text.into());
    let error = |place: Range<usize>, message: String| {
        Error::new(message).at(name.clone(), whole.clone(), Span::new(place.start, place.end))
    };
    let (mut list, mut errors) = (List::default(), Vec::new());
    for line in lines(text) {
        let row = &text[line.clone()];
        let heading = line.start == 0 && row.trim_start_matches('\u{FEFF}').starts_with("canonical");
        if row.trim().is_empty() || row.starts_with('#') || heading {
            continue;
        }
        match cells(row, line.start) {
            Ok(cells) => {
                let mut cells = cells.iter().map(|(cell, place)| (cell.as_str(), place.clone()));
                let first = cells.next().unwrap_or(("", line));
                list.add(first, cells.filter(|(cell, _)| !cell.is_empty()), &error, &mut errors);
            }
            Err(place) => errors.push(error(place, "the quotation mark is never closed".to_owned())),
        }
    }
    if errors.is_empty() { Ok(list.names) } else { Err(errors) }
}

/// A list in the making.
#[derive(Default)]
struct List {
    names: Vec<HouseName>,
    /// The canonical form of each variant.
    known: HashMap<String, String>,
}

impl List {
    /// Adds one name; a variant cannot be the name itself, nor stand for two names.
    fn add<'a>(
        &mut self,
        (canonical, place): (&str, Range<usize>),
        variants: impl Iterator<Item = (&'a str, Range<usize>)>,
        error: &dyn Fn(Range<usize>, String) -> Error,
        errors: &mut Vec<Error>,
    ) {
        if canonical.trim().is_empty() {
            errors.push(error(place, "the name is empty".to_owned()));
            return;
        }
        let mut name = HouseName { canonical: canonical.to_owned(), variants: Vec::new() };
        for (variant, place) in variants {
            if variant.trim().is_empty() {
                errors.push(error(place, format!("an empty variant of `{canonical}`")));
            } else if variant == canonical {
                errors.push(error(place, format!("`{variant}` is given as a variant of itself")));
            } else if let Some(other) = self.known.insert(variant.to_owned(), canonical.to_owned()) {
                errors.push(error(place, format!("`{variant}` is already a variant of `{other}`")));
            } else {
                name.variants.push(variant.to_owned());
            }
        }
        self.names.push(name);
    }
}

/// The lines of a text, without their breaks.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let begin = start;
        start += line.len();
        begin..begin + line.trim_end_matches(['\r', '\n']).len()
    })
}

/// The cells of a row that begins at byte `start`, each trimmed, with its place; the error is the place of a
/// quotation mark that is never closed.
fn cells(row: &str, start: usize) -> Result<Vec<(String, Range<usize>)>, Range<usize>> {
    let (mut cells, mut at) = (Vec::new(), 0);
    loop {
        let rest = &row[at..];
        let lead = rest.len() - rest.trim_start().len();
        let begin = start + at + lead;
        if let Some(quoted) = rest[lead..].strip_prefix('"') {
            let end = closing(quoted).ok_or(begin..begin + 1)?;
            cells.push((quoted[..end].replace("\"\"", "\""), begin..begin + end + 2));
            at += lead + 1 + end + 1;
        } else {
            let cell = rest.split(',').next().unwrap_or_default();
            cells.push((cell.trim().to_owned(), begin..begin + cell.trim().len()));
            at += cell.len();
        }
        match row[at..].find(',') {
            Some(comma) => at += comma + 1,
            None => return Ok(cells),
        }
    }
}

/// Where the quotation mark is that ends a quoted cell; a doubled one does not.
fn closing(quoted: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let mark = at + quoted[at..].find('"')?;
        if !quoted[mark + 1..].starts_with('"') {
            return Some(mark);
        }
        at = mark + 2;
    }
}
