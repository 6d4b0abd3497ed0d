//! The words that some pattern knows, each with an id, so that matching compares numbers and not text.
//!
//! A word that no pattern knows has the id [`WordId::UNKNOWN`]. The table is flat, so that the built-in one is
//! read from the digest as it is, and it can still grow when a user's own lints are added.

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
    /// Open addressing with linear steps; a power of two long. A short word is its own key, so that one look tells it;
    /// a longer one has the key that [`long_key`] makes of its hash. 0 is an empty place.
    #[serde(skip)]
    keys: Column<u64>,
    /// The id of each key.
    #[serde(skip)]
    ids: Column<u32>,
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
        (self.find(folded.as_bytes(), h).0, token_key(h))
    }

    /// The same for the letters and digits of ASCII in `bytes[start..end]`.
    pub(super) fn look_plain(&self, bytes: &[u8], start: usize, end: usize) -> (WordId, u16) {
        let length = end - start;
        let (Some(chunk), 1..=SHORT) = (bytes[start..].first_chunk(), length) else {
            return self.look_ascii(&bytes[start..end]);
        };
        // One bit makes capitals small; digits have it.
        let word = (u64::from_le_bytes(*chunk) | 0x2020_2020_2020_2020) & (u64::MAX >> (64 - 8 * length));
        let h = hash_short(word, length);
        (self.find_short(word, h), token_key(h))
    }

    fn look_ascii(&self, word: &[u8]) -> (WordId, u16) {
        let mut buffer = [0; ASCII_WORD];
        let Some(folded) = buffer.get_mut(..word.len()) else { return (WordId::UNKNOWN, word.len() as u16) };
        for (to, from) in folded.iter_mut().zip(word) {
            *to = from.to_ascii_lowercase();
        }
        let h = hash(folded);
        (self.find(folded, h).0, token_key(h))
    }

    /// The id of a word, which is added if it is new.
    pub fn intern(&mut self, word: &str) -> WordId {
        let folded = fold(word);
        let h = hash(folded.as_bytes());
        if self.keys.len() < 2 * (self.len() + 1) {
            self.grow();
        }
        let (id, place) = self.find(folded.as_bytes(), h);
        if id.is_known() {
            return id;
        }
        self.arena.to_mut().push_str(&folded);
        self.ends.to_mut().push(self.arena.len() as u32);
        let id = self.len() as u32;
        self.keys.to_mut()[place] = short_key(folded.as_bytes()).unwrap_or_else(|| long_key(h));
        self.ids.to_mut()[place] = id;
        WordId(id)
    }

    /// The folded word of an id, `""` for the unknown word.
    pub fn word(&self, id: WordId) -> &str {
        let Some(i) = (id.0 as usize).checked_sub(1) else { return "" };
        let start = i.checked_sub(1).map_or(0, |p| self.ends[p]);
        self.ends.get(i).map_or("", |&end| &self.arena[start as usize..end as usize])
    }

    /// The id of a folded word, and the place in the table where it stands or would stand.
    fn find(&self, folded: &[u8], h: u64) -> (WordId, usize) {
        let key = short_key(folded);
        let sought = key.unwrap_or_else(|| long_key(h));
        let mut place = self.place(h);
        loop {
            match self.keys.get(place) {
                None | Some(0) => return (WordId::UNKNOWN, place),
                Some(&found) if found == sought => {
                    let id = WordId(self.ids[place]);
                    if key.is_some() || self.word(id).as_bytes() == folded {
                        return (id, place);
                    }
                }
                Some(_) => {}
            }
            place = (place + 1) & (self.keys.len() - 1);
        }
    }

    /// The id of a word by its key.
    fn find_short(&self, key: u64, h: u64) -> WordId {
        let mut place = self.place(h);
        loop {
            match self.keys.get(place) {
                None | Some(0) => return WordId::UNKNOWN,
                Some(&found) if found == key => return WordId(self.ids[place]),
                Some(_) => place = (place + 1) & (self.keys.len() - 1),
            }
        }
    }

    /// Where a word with that hash stands, if its place is free.
    fn place(&self, h: u64) -> usize {
        (h >> 32) as usize & self.keys.len().wrapping_sub(1)
    }

    fn grow(&mut self) {
        let size = (self.keys.len() * 2).max(1024);
        let keys = std::mem::replace(&mut self.keys, vec![0; size].into());
        let ids = std::mem::replace(&mut self.ids, vec![0; size].into());
        for (&key, &id) in keys.iter().zip(&*ids).filter(|(key, _)| **key != 0) {
            let mut place = self.place(hash(self.word(WordId(id)).as_bytes()));
            while self.keys[place] != 0 {
                place = (place + 1) & (size - 1);
            }
            self.keys.to_mut()[place] = key;
            self.ids.to_mut()[place] = id;
        }
    }
}

impl Columns for Vocabulary {
    fn columns(&mut self, each: &mut dyn FnMut(AnyColumn<'_>)) {
        each(AnyColumn::Words(&mut self.ends));
        each(AnyColumn::Longs(&mut self.keys));
        each(AnyColumn::Words(&mut self.ids));
    }
}

/// Longest ASCII word that can be known; no word of a phrase is longer.
const ASCII_WORD: usize = 64;

/// Words of at most so many bytes of ASCII are their own keys.
const SHORT: usize = 8;

/// The key of a short word: its bytes.
fn short_key(folded: &[u8]) -> Option<u64> {
    if !(1..=SHORT).contains(&folded.len()) || !folded.is_ascii() || folded.contains(&0) {
        return None;
    }
    let mut bytes = [0; SHORT];
    bytes[..folded.len()].copy_from_slice(folded);
    Some(u64::from_le_bytes(bytes))
}

/// The key of any other word: its hash, with a bit that no key of a short word has.
fn long_key(h: u64) -> u64 {
    h | 1 << 63
}

/// Eight bytes at a time, multiplied and mixed: after the `FxHash` of rustc. The upper half is the better one.
fn hash(bytes: &[u8]) -> u64 {
    let mut h = bytes.len() as u64;
    for chunk in bytes.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        h = (h.rotate_left(5) ^ u64::from_le_bytes(word)).wrapping_mul(FACTOR);
    }
    h
}

/// The same for a word of at most eight bytes.
fn hash_short(word: u64, length: usize) -> u64 {
    ((length as u64).rotate_left(5) ^ word).wrapping_mul(FACTOR)
}

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;

/// What a token keeps of the hash of its word.
const fn token_key(h: u64) -> u16 {
    (h >> 32) as u16
}

/// The key that a lower-case word of ASCII letters has as a [`super::Token`]: the hash of the table again, in a form that can run when
/// the program is compiled.
pub const fn key(word: &str) -> u16 {
    let bytes = word.as_bytes();
    let mut h = bytes.len() as u64;
    let mut at = 0;
    while at < bytes.len() {
        let (mut chunk, mut i) = (0, 0);
        while i < 8 && at + i < bytes.len() {
            chunk |= (bytes[at + i] as u64) << (8 * i);
            i += 1;
        }
        h = (h.rotate_left(5) ^ chunk).wrapping_mul(FACTOR);
        at += 8;
    }
    token_key(h)
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
