//! What an ASCII byte is to the tokenizer: two small tables, made at compile time.

pub(super) const SEEN_SMALL: u8 = 1;
pub(super) const SEEN_CAPITAL: u8 = 2;
pub(super) const SEEN_DIGIT: u8 = 4;
/// A byte that asks for the slow way: an underscore.
pub(super) const SEEN_OTHER: u8 = 8;

/// What a byte adds to a plain word; 0 ends it.
pub(super) const LOOKS: [u8; 256] = {
    let mut table = [0; 256];
    let mut b = 0;
    while b < 128 {
        table[b] = match b as u8 {
            b'a'..=b'z' => SEEN_SMALL,
            b'A'..=b'Z' => SEEN_CAPITAL,
            b'0'..=b'9' => SEEN_DIGIT,
            b'_' => SEEN_OTHER,
            _ => 0,
        };
        b += 1;
    }
    table
};

pub(super) const SPACE: u8 = 0;
pub(super) const MARK: u8 = 1;
pub(super) const LETTER: u8 = 2;
pub(super) const DIGIT: u8 = 3;

/// What an ASCII byte is. The order matters: everything from `LETTER` up is part of a word.
pub(super) const ASCII: [u8; 128] = {
    let mut table = [MARK; 128];
    let mut b = 0;
    while b < 128 {
        let c = b as u8;
        table[b] = match c {
            b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => SPACE,
            b'0'..=b'9' => DIGIT,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => LETTER,
            _ => MARK,
        };
        b += 1;
    }
    table
};
