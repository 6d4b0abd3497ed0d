//! From bytes to text, and clear words where that does not go.

use std::io;

use crate::error::Error;

/// The bytes as text. A byte-order mark stays: positions count from the first byte of the file.
pub fn decode(name: &str, bytes: Vec<u8>) -> Result<String, Error> {
    if let [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] = bytes[..] {
        return Err(Error::new(format!("`{name}` is not UTF-8 but UTF-16, by its byte-order mark"))
            .help("convert it, for example with `iconv -f UTF-16 -t UTF-8`"));
    }
    let text =
        String::from_utf8(bytes).map_err(|e| not_utf8(name, e.as_bytes(), e.utf8_error().valid_up_to()))?;
    match text.bytes().position(|b| b == 0) {
        Some(at) => Err(binary(name, at)),
        None => Ok(text),
    }
}

fn binary(name: &str, at: usize) -> Error {
    Error::new(format!("`{name}` is not text: byte {at} is NUL"))
        .help("leave it out, or convert it to UTF-8 text")
}

/// The byte at `at` cannot be part of UTF-8.
fn not_utf8(name: &str, bytes: &[u8], at: usize) -> Error {
    if let Some(nul) = bytes.iter().position(|&b| b == 0) {
        return binary(name, nul);
    }
    let line = bytes[..at].iter().filter(|&&b| b == b'\n').count() + 1;
    let byte = bytes.get(at).copied().unwrap_or_default();
    let error = Error::new(format!("`{name}` is not UTF-8: byte {at} (line {line}) is 0x{byte:02X}"));
    match likely_encoding(bytes) {
        Some(encoding) => error.help(format!(
            "it looks like {encoding}; convert it, for example with `iconv -f {encoding} -t UTF-8`"
        )),
        None => error.help("save it as UTF-8"),
    }
}

/// The single-byte encoding that Western European text is most often in, if the bytes look like it: letters beside
/// every byte that ASCII lacks, and quotes and dashes of Windows where ISO 8859-1 has only controls.
fn likely_encoding(bytes: &[u8]) -> Option<&'static str> {
    let high = bytes.iter().filter(|b| **b >= 0x80).count();
    let windows = bytes.iter().filter(|b| matches!(b, 0x85 | 0x91..=0x97)).count();
    let letters = bytes.iter().filter(|b| matches!(b, 0xC0..=0xD6 | 0xD8..=0xF6 | 0xF8..=0xFF)).count();
    let western = high * 10 < bytes.len() && (windows + letters) * 10 >= high * 8;
    match western {
        true if windows > 0 => Some("WINDOWS-1252"),
        true => Some("ISO-8859-1"),
        false => None,
    }
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
