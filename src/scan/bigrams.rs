//! Which pairs of bytes a text holds: most of what a regex cannot match without is ruled out by a pair that is not there.

/// The pairs of neighbouring bytes of a text, in capitals or small letters. Different pairs may count as one, so a pair
/// that is not held is certainly not in the text, and one that is held may be.
#[derive(Debug)]
pub(super) struct Bigrams([u64; WORDS]);

/// 4,096 bits: a block of an article has some two hundred different pairs.
const WORDS: usize = 64;

impl Default for Bigrams {
    fn default() -> Self {
        Self([0; WORDS])
    }
}

impl Bigrams {
    pub(super) fn of(text: &str) -> Self {
        let mut held = Self::default();
        places(text).for_each(|at| held.add(at));
        held
    }

    pub(super) fn add(&mut self, place: usize) {
        self.0[place / 64] |= 1 << (place % 64);
    }

    /// Whether the text may hold a piece, in capitals or small letters.
    pub(super) fn may_hold(&self, piece: &str) -> bool {
        places(piece).all(|at| self.0[at / 64] & (1 << (at % 64)) != 0)
    }

    /// The places that both hold, in order.
    pub(super) fn shared(&self, other: &Self) -> impl Iterator<Item = usize> {
        let words = self.0.iter().zip(&other.0).map(|(a, b)| a & b).enumerate();
        words.flat_map(|(i, mut word)| {
            std::iter::from_fn(move || {
                let bit = (word != 0).then(|| word.trailing_zeros() as usize)?;
                word &= word - 1;
                Some(i * 64 + bit)
            })
        })
    }
}

/// Where a pair is kept.
pub(super) fn place((first, second): (u8, u8)) -> usize {
    // The sixth bit makes small letters of capitals; what it does to marks only lets a few pairs share a place. Of small
    // letters the lower five bits tell one from another.
    ((usize::from(first | 0x20) << 5) ^ usize::from(second | 0x20)) % (WORDS * 64)
}

/// Where the pairs of a text are kept.
fn places(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.as_bytes().windows(2).map(|pair| place((pair[0], pair[1])))
}
