//! The words that some pattern knows, each with an id, so that matching compares numbers and not text.
//!
//! A word that no pattern knows has the id [`WordId::UNKNOWN`]. The table is flat, so that the built-in one is
//! read from the digest as it is, and it can still grow when a user's own lints are added.

use std::borrow::Cow;

use super::column::{AnyColumn, Column, Columns};
use super::fold::fold;
use super::kept::Text;

/// The number of a folded word in one [`Vocabulary`].
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
pub struct WordId(pub u32);

impl WordId {
    /// Every word that no pattern knows.
    pub const UNKNOWN: Self = Self(0);

    /// Whether some pattern knows the word.
    pub fn is_known(self) -> bool {
        self != Self::UNKNOWN
    }
}

/// Folded words and their ids, from 1.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Vocabulary {
    /// All words, one after the other; word `i` (from 0) ends at `ends[i]`.
    arena: Text,
    #[serde(skip)]
    ends: Column<u32>,
    /// Open addressing with linear steps; a power of two long. The upper half of a place is the hash of its word, the
    /// lower half its id, so that most words that are not known are told by one look; 0 is an empty place.
    #[serde(skip)]
    table: Column<u64>,
}

impl Vocabulary {
    /// How many words are known.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether no word is known.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The id of a word as written, in any case.
    pub fn get(&self, word: &str) -> WordId {
        self.look(word).0
    }

    /// The id of a word as written, and some bits of the hash of its folded form.
    pub fn look(&self, word: &str) -> (WordId, u16) {
        // A dotted abbreviation without its last stop is folded the slow way.
        if word.is_ascii() && word.as_bytes().get(1) != Some(&b'.') {
            return self.look_ascii(word.as_bytes());
        }
        let folded = fold(word);
        let h = hash(folded.as_bytes());
        (self.find(folded.as_bytes(), h).0, h as u16)
    }

    /// The same for a word of ASCII letters and digits.
    pub(super) fn look_ascii(&self, word: &[u8]) -> (WordId, u16) {
        let mut buffer = [0; ASCII_WORD];
        let Some(folded) = buffer.get_mut(..word.len()) else { return (WordId::UNKNOWN, word.len() as u16) };
        for (to, from) in folded.iter_mut().zip(word) {
            *to = from.to_ascii_lowercase();
        }
        let h = hash(folded);
        (self.find(folded, h).0, h as u16)
    }

    /// The id of a word, which is added if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        let folded = fold(word);
        let h = hash(folded.as_bytes());
        if self.table.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let (id, place) = self.find(folded.as_bytes(), h);
        if id.is_known() {
            return id;
        }
        self.arena.to_mut().push_str(&folded);
        self.ends.to_mut().push(self.arena.len() as u32);
        self.table.to_mut()[place] = u64::from(h) << 32 | self.len() as u64;
        WordId(self.len() as u32)
    }

    /// The folded word of an id, `""` for the unknown word.
    pub fn word(&self, id: WordId) -> &str {
        let Some(i) = (id.0 as usize).checked_sub(1) else { return "" };
        let start = i.checked_sub(1).map_or(0, |p| self.ends[p]);
        self.ends.get(i).map_or("", |&end| &self.arena[start as usize..end as usize])
    }

    /// The id of a folded word, and the place in the table where it stands or would stand.
    fn find(&self, folded: &[u8], h: u32) -> (WordId, usize) {
        if self.table.is_empty() {
            return (WordId::UNKNOWN, 0);
        }
        let mask = self.table.len() - 1;
        let mut place = h as usize & mask;
        loop {
            let entry = self.table[place];
            if entry == 0 {
                return (WordId::UNKNOWN, place);
            }
            let id = WordId(entry as u32);
            if (entry >> 32) as u32 == h && self.word(id).as_bytes() == folded {
                return (id, place);
            }
            place = (place + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let size = (self.table.len() * 2).max(1024);
        let mut table = vec![0; size];
        for &entry in self.table.iter().filter(|e| **e != 0) {
            let mut place = (entry >> 32) as usize & (size - 1);
            while table[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            table[place] = entry;
        }
        self.table = Cow::Owned(table);
    }
}

impl Columns for Vocabulary {
    fn columns(&mut self, each: &mut dyn FnMut(AnyColumn<'_>)) {
        each(AnyColumn::Words(&mut self.ends));
        each(AnyColumn::Longs(&mut self.table));
    }
}

/// Longest ASCII word that can be known; no word of a phrase is longer.
const ASCII_WORD: usize = 64;

/// Eight bytes at a time, multiplied and mixed: after the `FxHash` of rustc, with a final shift because the table is
/// indexed by the low bits.
fn hash(bytes: &[u8]) -> u32 {
    const K: u64 = 0x517c_c1b7_2722_0a95;
    let mut h = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        h = (h.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(K);
    }
    (h >> 32) as u32
}

/// The key that a lower-case word of ASCII letters has as a [`super::Token`]: the hash of the table again, in a form that can run when
/// the program is compiled.
pub const fn key(word: &str) -> u16 {
    const K: u64 = 0x517c_c1b7_2722_0a95;
    let bytes = word.as_bytes();
    let mut h = bytes.len() as u64;
    let mut at = 0;
    while at < bytes.len() {
        let (mut chunk, mut i) = (0, 0);
        while i < 8 && at + i < bytes.len() {
            chunk |= (bytes[at + i] as u64) << (8 * i);
            i += 1;
        }
        h = (h.rotate_left(5) ^ chunk).wrapping_mul(K);
        at += 8;
    }
    (h >> 32) as u16
}

#[cfg(test)]
mod tests {
    use super::{Vocabulary, key};

    #[test]
    fn keys_are_those_of_tokens() {
        for word in ["a", "colour", "neighbour", "internationalisation", "eightyes"] {
            assert_eq!(key(word), Vocabulary::default().look(word).1, "{word}");
        }
    }
}
