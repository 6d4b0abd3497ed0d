//! From bytes to text, and clear words where that does not go.

use std::io;

use crate::error::Error;
use crate::intake::{self, Charset, Declaration, Decoded, Refusal};

/// Decodes a file called `name`; see [`intake::decode`].
pub fn decode(
    name: &str,
    bytes: Vec<u8>,
    chosen: Option<Charset>,
    declaration: Declaration,
) -> Result<Decoded, Error> {
    intake::decode(bytes, chosen, declaration).map_err(|refusal| refused(name, refusal))
}

/// The error that names a file which is no text, and what to do with it.
pub fn refused(name: &str, refusal: Refusal) -> Error {
    match refusal {
        Refusal::Foreign(kind) => {
            Error::new(format!("`{name}` is not text but {}", kind.words())).help(kind.advice())
        }
        Refusal::Nul(at) => Error::new(format!("`{name}` is not text: byte {at} is NUL"))
            .help("leave it out, or convert it to UTF-8 text"),
        Refusal::Wide { at, label } => Error::new(format!("`{name}` is not UTF-8: byte {at} is NUL")).help(
            format!("it looks like {label} without a byte-order mark; say so with `--encoding {label}`"),
        ),
        Refusal::Malformed { at, line, byte, encoding, declared, likely } => {
            let what = match byte {
                Some(byte) => format!("byte {at} (line {line}) is 0x{byte:02X}"),
                None => format!("it ends at byte {at} (line {line}) inside a character"),
            };
            let said = if declared { ", as it is said to be" } else { "" };
            let error = Error::new(format!("`{name}` is not {encoding}{said}: {what}"));
            match likely {
                Some(likely) => error.help(format!(
                    "it looks like {likely}; say so with `--encoding {likely}`, or save it as UTF-8"
                )),
                None => error.help("name its encoding with --encoding, or save it as UTF-8"),
            }
        }
    }
}

/// The encoding of a label that was typed.
pub fn charset(label: &str) -> Result<Charset, Error> {
    Charset::of_label(label).map_err(|_| {
        let error = Error::new(format!("`{label}` is not an encoding"));
        let proposed = error.did_you_mean(label, Charset::NAMES.iter().copied());
        match &proposed.help {
            Some(_) => proposed,
            None => proposed.help("for example `utf-16le`, `windows-1252`, `iso-8859-15`, `shift_jis`"),
        }
    })
}

/// The system did not give us the file.
pub fn unreadable(name: &str, error: &io::Error) -> Error {
    Error::new(format!("cannot read `{name}`: {}", why(error)))
}

/// A refusal of the system in few words.
pub fn why(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

/// The text has more bytes than we take.
pub fn too_large(name: &str, limit: u64) -> Error {
    Error::new(format!("`{name}` is too large: more than {limit} bytes"))
        .help("raise `max-file-size` in copydesk.toml")
}
