//! Lists of numbers as plain bytes in the digest: read by copying, not number by number.

use serde::de::{Deserializer, Error, Visitor};
use serde::ser::Serializer;

/// A number of fixed width, in little-endian order.
pub(crate) trait Number: Copy {
    /// Its width in bytes.
    const WIDTH: usize;
    /// Its bytes, appended.
    fn write(self, out: &mut Vec<u8>);
    /// The number of exactly `WIDTH` bytes.
    fn read(bytes: &[u8]) -> Self;
}

macro_rules! number {
    ($($type:ty)*) => {$(
        impl Number for $type {
            const WIDTH: usize = size_of::<$type>();
            fn write(self, out: &mut Vec<u8>) {
                out.extend(self.to_le_bytes());
            }
            fn read(bytes: &[u8]) -> Self {
                bytes.try_into().map(Self::from_le_bytes).unwrap_or_default()
            }
        }
    )*};
}

number!(u8 u32 u64);

/// Writes a list as bytes; for `#[serde(with)]`.
pub(crate) fn serialize<N: Number, S: Serializer>(numbers: &[N], serializer: S) -> Result<S::Ok, S::Error> {
    let mut bytes = Vec::with_capacity(numbers.len() * N::WIDTH);
    numbers.iter().for_each(|n| n.write(&mut bytes));
    serializer.serialize_bytes(&bytes)
}

/// Reads what [`serialize`] wrote; fails if the bytes are no whole numbers.
pub(crate) fn deserialize<'de, N: Number, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<N>, D::Error> {
    struct Bytes<N>(std::marker::PhantomData<N>);
    impl<N: Number> Visitor<'_> for Bytes<N> {
        type Value = Vec<N>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "numbers of {} bytes each", N::WIDTH)
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<N>, E> {
            if !bytes.len().is_multiple_of(N::WIDTH) {
                return Err(E::invalid_length(bytes.len(), &self));
            }
            Ok(bytes.chunks_exact(N::WIDTH).map(N::read).collect())
        }
    }
    deserializer.deserialize_bytes(Bytes(std::marker::PhantomData))
}
