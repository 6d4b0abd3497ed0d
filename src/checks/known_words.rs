//! Which words and names are common: two common words side by side are two things, not one thing misspelled.
//!
//! The lists (see `data/README.md` for where they come from) are digested into tables of fingerprints when the program
//! is compiled, so that starting costs nothing and asking costs a few nanoseconds. About one word in 30,000 that is
//! in no list is taken for one that is.

/// Slots of a table; a power of two at least twice the number of words.
const SLOTS: usize = 1 << 16;

static WORDS: Table = Table::new(include_bytes!("data/words.txt"));
static NAMES: Table = Table::new(include_bytes!("data/names.txt"));

/// Whether a word, in any case, is in the list of English words, as it is or as a regular inflection. Words with
/// other letters than those of ASCII are not.
pub(super) fn is_word(word: &str) -> bool {
    let bytes = word.as_bytes();
    if bytes.len() > LONGEST || !word.is_ascii() {
        return false;
    }
    // The hash of every beginning of the word, so that no stem is hashed again.
    let mut hashes = [SEED; LONGEST + 1];
    for (i, &b) in bytes.iter().enumerate() {
        hashes[i + 1] = step(hashes[i], b | 0x20);
    }
    WORDS.has(hashes[bytes.len()]) || is_inflection(bytes, &hashes)
}

/// Whether a name, in any case and without accents, is in the list of names.
pub(super) fn is_name(name: &str) -> bool {
    name.is_ascii() && NAMES.has(name.bytes().fold(SEED, |h, b| step(h, b | 0x20)))
}

/// Regular endings, and the letters that they replace.
const ENDINGS: &[(&[u8], &[&[u8]])] = &[
    (b"s", &[b""]),
    (b"es", &[b""]),
    (b"ies", &[b"y"]),
    (b"rs", &[b""]),
    (b"ers", &[b""]),
    (b"d", &[b""]),
    (b"ed", &[b""]),
    (b"ied", &[b"y"]),
    (b"ing", &[b"", b"e"]),
    (b"ings", &[b"", b"e"]),
    (b"r", &[b""]),
    (b"er", &[b""]),
    (b"ier", &[b"y"]),
    (b"ly", &[b"", b"e"]),
    (b"ily", &[b"y"]),
    (b"st", &[b""]),
    (b"est", &[b""]),
    (b"iest", &[b"y"]),
    (b"ness", &[b""]),
    (b"iness", &[b"y"]),
    (b"able", &[b"", b"e"]),
];

/// Whether a word is a listed word with a regular ending.
fn is_inflection(word: &[u8], hashes: &[u64; LONGEST + 1]) -> bool {
    let last = word.last().map_or(0, |b| b | 0x20);
    ENDINGS.iter().any(|(ending, news)| {
        if ending.last() != Some(&last) || word.len() < ending.len() + 3 {
            return false;
        }
        let stem = word.len() - ending.len();
        if !word[stem..].eq_ignore_ascii_case(ending) {
            return false;
        }
        let with = |new: &[u8]| WORDS.has(new.iter().fold(hashes[stem], |h, &b| step(h, b)));
        // `planned` is `plan` with its last letter doubled.
        let doubled = stem > 3 && word[stem - 1] == word[stem - 2] && WORDS.has(hashes[stem - 1]);
        doubled || news.iter().any(|new| with(new))
    })
}

/// The longest word that is looked up, in bytes.
const LONGEST: usize = 32;

const SEED: u64 = 0xcbf2_9ce4_8422_2325;

/// One byte of the FNV-1a hash.
const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

/// Fingerprints of words; a word stands in the slot its hash names or in the next free one. 0 is a free slot.
struct Table([u16; SLOTS]);

impl Table {
    /// Digests a list of lower-case lines; runs when the program is compiled.
    #[allow(long_running_const_eval)]
    const fn new(lines: &[u8]) -> Self {
        let mut slots = [0; SLOTS];
        let (mut at, mut hash) = (0, SEED);
        while at < lines.len() {
            if lines[at] == b'\n' {
                let (mut slot, print) = place(hash);
                while slots[slot] != 0 {
                    slot = (slot + 1) % SLOTS;
                }
                slots[slot] = print;
                hash = SEED;
            } else {
                hash = step(hash, lines[at]);
            }
            at += 1;
        }
        Self(slots)
    }

    fn has(&self, hash: u64) -> bool {
        let (mut slot, print) = place(hash);
        while self.0[slot] != 0 {
            if self.0[slot] == print {
                return true;
            }
            slot = (slot + 1) % SLOTS;
        }
        false
    }
}

/// The slot and the fingerprint of a hash.
const fn place(hash: u64) -> (usize, u16) {
    let mixed = hash ^ (hash >> 29);
    ((mixed >> 16) as usize % SLOTS, mixed as u16 | 1)
}

#[cfg(test)]
mod tests {
    use super::{is_name, is_word};

    #[test]
    fn every_listed_word_is_found() {
        let (words, names) = (include_str!("data/words.txt"), include_str!("data/names.txt"));
        for list in [words, names] {
            let lines: Vec<&str> = list.lines().collect();
            assert!(lines.len() > 10_000 && lines.windows(2).all(|w| w[0] < w[1]));
            assert!(lines.iter().all(|l| l.bytes().all(|b| b.is_ascii_lowercase())));
        }
        assert!(words.lines().all(is_word));
        assert!(names.lines().all(is_name));
    }

    #[test]
    fn inflections_are_found_and_other_words_are_not() {
        for word in ["planned", "Countries", "ministers", "leaving", "setting", "HAPPIEST"] {
            assert!(is_word(word), "{word}");
        }
        for word in ["zelensky", "sholz", "", "xing", "Łódź", "raikkonen"] {
            assert!(!is_word(word) && !is_name(word), "{word}");
        }
    }
}
