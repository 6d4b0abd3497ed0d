//! Text and places in it: spans, lines, the way from prose back to the source, folding, words.
//!
//! The lowest floor of the house. It knows nothing of articles or lints, and everything above counts on it
//! for one thing: a position is a byte offset, and two positions are never confused.

mod bytes;
pub(crate) mod column;
pub mod filemap;
pub mod fold;
mod kept;
pub mod lines;
pub mod offsets;
pub mod rated;
pub mod span;
pub mod tokens;
pub mod vocabulary;

pub use filemap::FileMap;
pub(crate) use kept::Text;
pub use lines::{LineColumn, LineIndex};
pub use offsets::{Mapped, OffsetMap};
pub use span::Span;
pub use tokens::{Flags, OBJECT, Token};
pub use vocabulary::{Vocabulary, WordId, key};
