//! What people have read: how many findings of a lint, and how many of them were right.

use std::collections::BTreeMap;

/// One entry of `docs/precision-read.toml`.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Read {
    /// Findings that an editor would have acted on.
    pub(crate) right: u32,
    /// Findings that were read.
    pub(crate) read: u32,
    /// The day, as `YYYY-MM-DD`.
    pub(crate) date: String,
    /// What was wrong, what was read, or what was changed since.
    #[serde(default)]
    pub(crate) note: String,
}

/// The counts, by lint.
pub(crate) type Reads = BTreeMap<String, Read>;

/// Reads the file's text; `known` says which ids are lints.
pub(crate) fn parse(text: &str, known: impl Fn(&str) -> bool) -> Result<Reads, String> {
    let reads: Reads = toml::from_str(text).map_err(|e| e.to_string())?;
    for (lint, read) in &reads {
        if !known(lint) {
            return Err(format!("there is no lint `{lint}`"));
        }
        if read.right > read.read || read.read == 0 {
            return Err(format!("`{lint}`: {} of {} cannot be right", read.right, read.read));
        }
    }
    Ok(reads)
}
