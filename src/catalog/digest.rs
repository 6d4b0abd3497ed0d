//! The digest: the built-in lints and their program as bytes, written at build time and read at start.

use super::head::LintHead;
use crate::scan::program::Program;

/// What is written.
type Digest = (Program, Vec<LintHead>);

/// Packs a program and its lints.
#[allow(dead_code, reason = "only the build script packs")]
pub(crate) fn pack(program: &Program, heads: &[LintHead]) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(&(program, heads))
}

/// Unpacks what [`pack`] has made; texts stay where they are.
#[allow(dead_code, reason = "the build script only packs")]
pub(crate) fn unpack(bytes: &'static [u8]) -> Result<Digest, postcard::Error> {
    postcard::from_bytes(bytes)
}
