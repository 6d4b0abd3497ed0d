//! What single keys of `copydesk.toml` mean.

use toml::Value;

use super::file::{File, Lints};
use super::levels::{Rule, known};
use crate::catalog::Catalog;
use crate::document::Date;
use crate::error::Error;

/// The entries of a `[lints]` table, with every name looked up.
pub(super) fn rules(lints: &Lints, file: &File, catalog: &Catalog, errors: &mut Vec<Error>) -> Vec<Rule> {
    let mut rules = Vec::new();
    for (name, entry) in &lints.0 {
        match known(catalog, name.get_ref()) {
            Ok(()) => rules.push(Rule {
                name: name.get_ref().clone(),
                level: entry.level,
                priority: entry.priority,
            }),
            Err(error) => errors.push(Error { place: file.error(name.span(), "").place, ..error }),
        }
    }
    rules
}

/// `date = "2024-05-01"`, or the same as a date of TOML.
pub(super) fn date(file: &File, errors: &mut Vec<Error>) -> Option<Date> {
    let written = file.written.date.as_ref()?;
    let text = match written.get_ref() {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let date = Date::parse_iso(&text).filter(|_| text.len() == 10);
    if date.is_none() {
        errors.push(file.error(written.span(), "not a day").help("write YYYY-MM-DD"));
    }
    date
}

/// `varieties = ["en-IN"]`: tags of BCP 47, in the case of the standard.
pub(super) fn varieties(file: &File, errors: &mut Vec<Error>) -> Vec<String> {
    let mut varieties = Vec::new();
    for written in &file.written.varieties {
        let tag = written.get_ref();
        match tag.split_once('-') {
            Some((language, region))
                if language.eq_ignore_ascii_case("en")
                    && region.len() == 2
                    && region.bytes().all(|b| b.is_ascii_alphabetic()) =>
            {
                varieties.push(format!("en-{}", region.to_ascii_uppercase()));
            }
            _ => errors.push(
                file.error(written.span(), format!("`{tag}` is not a variety of English"))
                    .help("write `en-` and a country, like `en-IN`"),
            ),
        }
    }
    varieties
}

/// `max-file-size = 20_000_000`, or `"20 MB"`.
pub(super) fn max_file_size(file: &File, errors: &mut Vec<Error>) -> Option<u64> {
    let written = file.written.max_file_size.as_ref()?;
    let bytes = match written.get_ref() {
        Value::Integer(bytes) => u64::try_from(*bytes).ok(),
        Value::String(text) => size(text),
        _ => None,
    };
    if bytes.is_none() {
        let help = "write a number of bytes, or a number with `kB`, `MB` or `GB`";
        errors.push(file.error(written.span(), "not a size").help(help));
    }
    bytes
}

/// A number of bytes with its unit.
fn size(text: &str) -> Option<u64> {
    let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
    let factor = match unit.trim().to_ascii_lowercase().as_str() {
        "" | "b" => 1,
        "kb" => 1_000,
        "mb" => 1_000_000,
        "gb" => 1_000_000_000,
        "kib" => 1 << 10,
        "mib" => 1 << 20,
        "gib" => 1 << 30,
        _ => return None,
    };
    number.parse::<u64>().ok()?.checked_mul(factor)
}
