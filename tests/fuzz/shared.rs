//! What the targets share: the laws, and a linter that is made once.

#[path = "../laws/mod.rs"]
mod laws;

use std::sync::LazyLock;

use copydesk::{Format, Linter, Source};

#[allow(unused_imports, reason = "each target takes what it needs")]
pub use laws::{FORMATS, Law, keep, read, source};

pub static LINTER: LazyLock<Linter> = LazyLock::new(laws::linter);

/// Texts that are longer find nothing that shorter ones do not, and take long.
const LONGEST: usize = 4096;

/// The bytes as text; what is no UTF-8 is replaced, as no text reaches a reader otherwise.
#[allow(dead_code, reason = "each target takes what it needs")]
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(&bytes[..bytes.len().min(LONGEST)]).into_owned()
}

/// Panics where a law is broken: that is how a fuzzer hears of it.
pub fn must(law: Law) {
    if let Err(how) = law {
        panic!("a law is broken: {how}");
    }
}

/// All laws, for bytes that are read in one format.
#[allow(dead_code, reason = "each target takes what it needs")]
pub fn all(bytes: &[u8], format: Format) {
    kept(&source(&text(bytes), format));
}

/// All laws.
#[allow(dead_code, reason = "each target takes what it needs")]
pub fn kept(source: &Source) {
    must(keep(&LINTER, source));
}
