//! The digest: the built-in lints and their program as bytes, written at build time and read at start.

use super::head::LintHead;
use crate::scan::program::Program;
use crate::text::column;

/// What is written behind the columns.
type Rest = (Program, Vec<LintHead>);

/// Packs a program and its lints: how long the columns are, the columns, the rest.
#[allow(dead_code, reason = "only the build script packs")]
pub(crate) fn pack(mut program: Program, heads: &[LintHead]) -> Result<Vec<u8>, postcard::Error> {
    program.trie.settle();
    let columns = column::write(&mut program);
    let mut out = (columns.len() as u64).to_le_bytes().to_vec();
    out.extend(columns);
    out.extend(postcard::to_allocvec(&(program, heads))?);
    Ok(out)
}

/// Unpacks what [`pack`] has made. `bytes` begin at a multiple of eight, so that columns stay where they are.
#[allow(dead_code, reason = "the build script only packs")]
pub(crate) fn unpack(bytes: &'static [u8]) -> Result<Rest, postcard::Error> {
    let short = postcard::Error::DeserializeUnexpectedEnd;
    let (length, rest) = bytes.split_first_chunk::<8>().ok_or(short.clone())?;
    let columns = rest.get(..u64::from_le_bytes(*length) as usize).ok_or(short.clone())?;
    let (mut program, heads): Rest = postcard::from_bytes(&rest[columns.len()..])?;
    column::read(columns, &mut program).ok_or(short)?;
    Ok((program, heads))
}
