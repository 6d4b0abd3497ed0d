//! Columns: long lists of numbers that the built-in catalogue holds as they lie in the digest, without a copy.
//!
//! A column is borrowed from the digest until somebody adds to it: a user's lints do. The digest is two parts: all
//! columns, each at a multiple of eight bytes, and then everything else.

use std::borrow::Cow;

/// A list of numbers, borrowed or owned.
pub(crate) type Column<N> = Cow<'static, [N]>;

/// A column of any width.
pub(crate) enum AnyColumn<'c> {
    /// Single bytes.
    Bytes(&'c mut Column<u8>),
    /// Numbers of four bytes.
    Words(&'c mut Column<u32>),
    /// Numbers of eight bytes.
    Longs(&'c mut Column<u64>),
}

/// What holds columns, and hands out all of them, always in the same order.
pub(crate) trait Columns {
    /// Calls `each` for every column.
    fn columns(&mut self, each: &mut dyn FnMut(AnyColumn<'_>));
}

/// Takes all columns out of `holder` and writes them: the length of each in bytes, then its numbers in little-endian
/// order, filled up to a multiple of eight bytes.
#[allow(dead_code, reason = "only the build script writes")]
pub(crate) fn write(holder: &mut impl Columns) -> Vec<u8> {
    let mut out = Vec::new();
    holder.columns(&mut |column| {
        let bytes: Vec<u8> = match column {
            AnyColumn::Bytes(c) => std::mem::take(c).to_vec(),
            AnyColumn::Words(c) => std::mem::take(c).iter().flat_map(|n| n.to_le_bytes()).collect(),
            AnyColumn::Longs(c) => std::mem::take(c).iter().flat_map(|n| n.to_le_bytes()).collect(),
        };
        out.extend((bytes.len() as u64).to_le_bytes());
        out.extend(&bytes);
        out.resize(out.len().next_multiple_of(8), 0);
    });
    out
}

/// Puts the columns that [`write`] wrote back into `holder`. Numbers that do not lie as this machine wants them are
/// copied. Returns `None` if there are fewer bytes than columns.
#[allow(dead_code, reason = "the build script only writes")]
pub(crate) fn read(mut bytes: &'static [u8], holder: &mut impl Columns) -> Option<()> {
    let mut whole = true;
    holder.columns(&mut |column| {
        let mut take = || {
            let (length, rest) = bytes.split_first_chunk::<8>()?;
            let length = u64::from_le_bytes(*length) as usize;
            let numbers = rest.get(..length)?;
            bytes = rest.get(length.next_multiple_of(8)..)?;
            Some(numbers)
        };
        let Some(numbers) = take() else {
            whole = false;
            return;
        };
        match column {
            AnyColumn::Bytes(c) => *c = Cow::Borrowed(numbers),
            AnyColumn::Words(c) => *c = numbers_of(numbers, u32::from_le_bytes),
            AnyColumn::Longs(c) => *c = numbers_of(numbers, u64::from_le_bytes),
        }
    });
    whole.then_some(())
}

fn numbers_of<N: bytemuck::AnyBitPattern, const WIDTH: usize>(
    bytes: &'static [u8],
    read: fn([u8; WIDTH]) -> N,
) -> Column<N> {
    let copied = || bytes.as_chunks::<WIDTH>().0.iter().map(|&n| read(n)).collect();
    match bytemuck::try_cast_slice(bytes) {
        Ok(numbers) if cfg!(target_endian = "little") => Cow::Borrowed(numbers),
        _ => Cow::Owned(copied()),
    }
}
