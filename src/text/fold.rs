//! Folding: what two spellings must share to count as the same word when phrases are matched.
//!
//! Case, Unicode composition (NFC), the shapes of quotation marks, apostrophes and dashes, and invisible
//! characters inside a word are folded away. Accents are not: `rose` and `rosé` stay two words.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Folds one word or one punctuation mark. Folding twice is the same as folding once.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return fold_dots(word.to_ascii_lowercase());
    }
    let mut folded: String = word.chars().filter_map(fold_char).flat_map(char::to_lowercase).collect();
    // Lower-casing can take a text apart (`İ` gives two characters), so composition comes after it.
    if !is_nfc(&folded) {
        folded = folded.nfc().collect();
    }
    fold_dots(folded)
}

/// `U.S` and `U.S.` are one abbreviation: the dotted form always ends in its stop.
fn fold_dots(mut word: String) -> String {
    if word.len() >= 3 && is_dotted(&word) && !word.ends_with('.') {
        word.push('.');
    }
    word
}

/// Whether a word is single letters parted by stops: `U.S.`, `p.m`, `J.K.`
pub fn is_dotted(word: &str) -> bool {
    let mut letters = 0;
    let mut expect_letter = true;
    for c in word.chars() {
        match (expect_letter, c) {
            (true, c) if c.is_alphabetic() => letters += 1,
            (false, '.') => {}
            _ => return false,
        }
        expect_letter = !expect_letter;
    }
    letters >= 2
}

/// The shape that a character has for matching, `None` for one that no reader sees.
pub fn fold_char(c: char) -> Option<char> {
    Some(match c {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{02BC}' | '\u{FF07}' | '\u{2032}' | '`'
        | '\u{00B4}' => '\'',
        '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '\u{00AB}' | '\u{00BB}' | '\u{FF02}'
        | '\u{2033}' => '"',
        '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' | '\u{2015}' | '\u{2212}'
        | '\u{FF0D}' => '-',
        c if is_invisible(c) => return None,
        c => c,
    })
}

/// Characters that take no room and that no reader sees: soft hyphen, zero-width space and joiners, byte-order
/// mark, word joiner, and the marks that steer writing direction.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}
