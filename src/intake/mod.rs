//! From the bytes of a file to a text, and back: encodings, and what is no text at all.
//!
//! Nothing here reads a file. Whoever has bytes calls [`decode`]; what it refuses, it says why.

mod charset;
mod declared;
mod foreign;
pub mod posts;

pub use charset::{Charset, Malformed, UnknownLabel};
pub use foreign::Foreign;

use std::sync::Arc;

use crate::text::FileMap;

/// The text of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// The way to the bytes of the file, where they are not those of the text.
    pub map: Option<Arc<FileMap>>,
    /// How the file is written.
    pub charset: Charset,
}

/// Why bytes are not taken for a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A kind of file that is known, and is not text.
    Foreign(Foreign),
    /// A NUL at that byte.
    Nul(usize),
    /// It looks like UTF-16 without a byte-order mark.
    Wide {
        /// The first NUL.
        at: usize,
        /// The label of the encoding.
        label: &'static str,
    },
    /// The byte at `at`, in that line, cannot be part of the encoding.
    Malformed {
        /// Counted from 0.
        at: usize,
        /// Counted from 1.
        line: usize,
        /// What stands there; `None` if the file ends inside a character.
        byte: Option<u8>,
        /// The encoding it was read in.
        encoding: &'static str,
        /// Whether the file, or the user, said so.
        declared: bool,
        /// The encoding that it is likely to be in.
        likely: Option<&'static str>,
    },
}

/// Where a file may say its encoding itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Declaration {
    /// Nowhere but in a byte-order mark.
    Mark,
    /// `<meta charset>`, or an XML declaration.
    Html,
    /// An XML declaration.
    Xml,
}

/// Decodes a file: by its byte-order mark, else as `chosen` by the user, else as the file declares, else as UTF-8. A
/// declaration that is certainly wrong, since the bytes are UTF-8 and not only ASCII, does not count: programs that
/// save pages as UTF-8 often leave it behind.
pub fn decode(bytes: Vec<u8>, chosen: Option<Charset>, declaration: Declaration) -> Result<Decoded, Refusal> {
    if let Some(foreign) = Foreign::of(&bytes) {
        return Err(Refusal::Foreign(foreign));
    }
    let said = Charset::of_mark(&bytes).or(chosen).or_else(|| match std::str::from_utf8(&bytes) {
        Ok(text) if !text.is_ascii() => None,
        _ => declared::charset(&bytes, declaration),
    });
    let charset = said.unwrap_or_default();
    let decoded = match charset.decode(bytes) {
        Ok(decoded) => decoded,
        Err((bytes, malformed)) => return Err(refusal(&bytes, charset, said.is_some(), malformed)),
    };
    match memchr::memchr(0, decoded.text.as_bytes()) {
        Some(at) => Err(nul(decoded.text.as_bytes(), at, said.is_some())),
        None => Ok(decoded),
    }
}

/// What a NUL at that byte means.
fn nul(bytes: &[u8], at: usize, declared: bool) -> Refusal {
    match foreign::wide(bytes).filter(|_| !declared) {
        Some(label) => Refusal::Wide { at, label },
        None => Refusal::Nul(at),
    }
}

fn refusal(bytes: &[u8], charset: Charset, declared: bool, malformed: Malformed) -> Refusal {
    let Malformed { at } = malformed;
    if !declared && let Some(at) = bytes.iter().position(|&b| b == 0) {
        return nul(bytes, at, declared);
    }
    Refusal::Malformed {
        at,
        line: bytes[..at.min(bytes.len())].iter().filter(|&&b| b == b'\n').count() + 1,
        byte: bytes.get(at).copied(),
        encoding: charset.name(),
        declared,
        likely: foreign::likely(bytes, charset),
    }
}
