//! Words, numbers and marks: the one tokenizer, for articles and for the phrases of lints alike.
//!
//! What is one token: a run of letters and digits with the apostrophes inside it (`don't`, `O'Brien`); a number
//! with its points and commas (`13,000`, `8.5`, `10:30`); a dotted abbreviation (`U.S.`, `p.m.`); the `'s` of a
//! possessive, on its own, so that `America's` is `America` and `'s`; a web or mail address, which is opaque;
//! and every other visible character. Hyphens part words.

use super::bytes::{ASCII, DIGIT, LETTER, LOOKS, SEEN_CAPITAL, SEEN_DIGIT, SEEN_OTHER, SEEN_SMALL, SPACE};
use super::fold::is_invisible;
use super::{Span, Vocabulary, WordId};

/// Stands in prose for what is not prose: inline code, an image, a formula.
pub const OBJECT: char = '\u{FFFC}';

/// One token: where it is in the prose, which word it is, and what it looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Bytes of the prose.
    pub span: Span,
    /// Its id in the vocabulary that the document was read with.
    pub word: WordId,
    /// Some bits of the hash of its folded form, 0 for what is opaque: tokens with unequal keys are unequal words.
    pub key: u16,
    /// What kind of token it is and how it is written.
    pub flags: Flags,
}

impl Token {
    /// Whether any of the flags is set.
    pub fn is(&self, flags: Flags) -> bool {
        self.flags.0 & flags.0 != 0
    }
}

/// A set of yes-or-no facts about a token.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(pub u16);

impl Flags {
    /// A word: it has a letter.
    pub const WORD: Self = Self(1);
    /// A number: it begins with a digit and has no letter.
    pub const NUMBER: Self = Self(1 << 1);
    /// A punctuation mark or symbol.
    pub const MARK: Self = Self(1 << 2);
    /// Not prose: code, an address, an object.
    pub const OPAQUE: Self = Self(1 << 3);
    /// White space comes before it, or the block begins with it.
    pub const SPACE_BEFORE: Self = Self(1 << 4);
    /// Its first letter is a capital.
    pub const CAPITAL: Self = Self(1 << 5);
    /// It has at least two letters and all of them are capitals.
    pub const UPPER: Self = Self(1 << 6);
    /// It has a character beyond ASCII.
    pub const NON_ASCII: Self = Self(1 << 7);
    /// It is the first word of its sentence.
    pub const SENTENCE_START: Self = Self(1 << 8);
    /// It lies inside a direct quotation.
    pub const QUOTED: Self = Self(1 << 9);
    /// The `'s` of a possessive or a short form.
    pub const CLITIC: Self = Self(1 << 10);
    /// It has both a letter and a digit.
    pub const MIXED: Self = Self(1 << 11);
    /// Single letters parted by stops: `U.S.`
    pub const DOTTED: Self = Self(1 << 12);
    /// It has small letters, and a capital that is not its first character: `inUkraine`, `iPhone`.
    pub const INNER: Self = Self(1 << 13);

    /// Both sets together.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Adds flags.
    pub fn set(&mut self, other: Self) {
        self.0 |= other.0;
    }
}

/// Appends the tokens of `text[span]` to `out`. Spans are bytes of `text`; ids come from `vocabulary`.
/// The work is linear in the length of the text.
pub fn tokenize(text: &str, span: Span, vocabulary: &Vocabulary, out: &mut Vec<Token>) {
    let base = span.start;
    let mut cursor = Cursor { text: span.slice(text), at: 0 };
    let mut space = true;
    loop {
        let start = cursor.at;
        let ((word, key), mut flags) = if let Some(plain) = cursor.plain_word() {
            (vocabulary.look_plain(cursor.text.as_bytes(), start, cursor.at), plain)
        } else {
            let Some((_, kind)) = cursor.next_kind() else { return };
            let flags = match kind {
                Kind::Space => {
                    space = true;
                    continue;
                }
                Kind::Hidden => continue,
                Kind::Word => cursor.word(start),
                Kind::Mark => cursor.mark(start),
            };
            let raw = &cursor.text[start..cursor.at];
            let opaque = flags.0 & Flags::OPAQUE.0 != 0;
            (if opaque { (WordId::UNKNOWN, 0) } else { vocabulary.look(raw) }, flags)
        };
        if space {
            flags.set(Flags::SPACE_BEFORE);
        }
        space = false;
        out.push(Token { span: Span::of(base + start as u32, base + cursor.at as u32), word, key, flags });
    }
}

enum Kind {
    Space,
    /// An invisible character outside a word.
    Hidden,
    Word,
    Mark,
}

struct Cursor<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Cursor<'t> {
    /// Takes a word that needs no second look, as nine of ten do: letters and digits of ASCII that end where their word
    /// ends. Leaves the cursor where it is if there is none.
    fn plain_word(&mut self) -> Option<Flags> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let (mut end, mut seen) = (start, 0u8);
        let mut capitals = 0;
        while let Some(&b) = bytes.get(end) {
            let look = LOOKS[b as usize];
            if look == 0 {
                break;
            }
            seen |= look;
            capitals += usize::from(look == SEEN_CAPITAL);
            end += 1;
        }
        let length = end - start;
        if length == 0 || seen & SEEN_OTHER != 0 {
            return None;
        }
        let digits = seen & SEEN_DIGIT != 0;
        let after = bytes.get(end + 1).copied().unwrap_or(b' ');
        let plain = match bytes.get(end) {
            None => true,
            Some(b'\'' | b'@') => false,
            Some(b'.') => length > 1 && !(digits && after.is_ascii_digit()) && !is_www(&bytes[start..end]),
            Some(b',') => !(digits && after.is_ascii_digit()),
            Some(b':') => !(digits && after.is_ascii_digit()) && after != b'/',
            Some(b) => b.is_ascii(),
        };
        if !plain {
            return None;
        }
        self.at = end;
        let letters = seen & (SEEN_CAPITAL | SEEN_SMALL) != 0;
        let mut flags = if letters { Flags::WORD } else { Flags::NUMBER };
        if capitals > 0 && bytes[start].is_ascii_uppercase() {
            flags.set(Flags::CAPITAL);
        }
        if capitals >= 2 && seen & SEEN_SMALL == 0 {
            flags.set(Flags::UPPER);
        }
        if letters && digits {
            flags.set(Flags::MIXED);
        }
        if capitals > usize::from(bytes[start].is_ascii_uppercase()) && seen & SEEN_SMALL != 0 {
            flags.set(Flags::INNER);
        }
        Some(flags)
    }

    /// Steps over the next character and says where it began and what it opens.
    fn next_kind(&mut self) -> Option<(usize, Kind)> {
        let start = self.at;
        let byte = *self.text.as_bytes().get(start)?;
        if byte.is_ascii() {
            self.at += 1;
            let kind = match ASCII[byte as usize] {
                SPACE => Kind::Space,
                LETTER | DIGIT => Kind::Word,
                _ => Kind::Mark,
            };
            return Some((start, kind));
        }
        let c = self.text[start..].chars().next()?;
        self.at += c.len_utf8();
        let kind = if c.is_whitespace() {
            Kind::Space
        } else if is_invisible(c) {
            Kind::Hidden
        } else if c.is_alphanumeric() || is_joined(c) {
            Kind::Word
        } else {
            Kind::Mark
        };
        Some((start, kind))
    }

    /// Reads on to the end of the word that began at `start`.
    fn word(&mut self, start: usize) -> Flags {
        self.run();
        if self.text[start..self.at].chars().nth(1).is_none() && self.dotted() {
            let upper = self.text[start..].starts_with(char::is_uppercase);
            let mut flags = Flags::WORD.and(Flags::DOTTED);
            if upper {
                flags = flags.and(Flags::CAPITAL).and(Flags::UPPER);
            }
            return flags;
        }
        if self.address(start) {
            return Flags::OPAQUE;
        }
        let is_digits = |run: &str| run.bytes().all(|b| !b.is_ascii_alphabetic());
        let mut number =
            self.text.as_bytes()[start].is_ascii_digit() && is_digits(&self.text[start..self.at]);
        loop {
            let rest = &self.text[self.at..];
            let Some(joint) = rest.chars().next() else { break };
            let after = rest[joint.len_utf8()..].chars().next();
            let joins = match joint {
                '.' | ',' | ':' => number && after.is_some_and(|c| c.is_ascii_digit()),
                '\'' | '\u{2019}' => {
                    after.is_some_and(char::is_alphanumeric) && !is_clitic(&rest[joint.len_utf8()..])
                }
                _ => false,
            };
            if !joins {
                break;
            }
            self.at += joint.len_utf8();
            let run = self.at;
            self.run();
            // Only the run that came in is looked at, or a long chain of numbers would take quadratic time.
            number = number && is_digits(&self.text[run..self.at]);
        }
        looks(&self.text[start..self.at])
    }

    /// Runs over letters, digits and what joins them without being seen.
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&b) = bytes.get(self.at) {
            if b.is_ascii() {
                if ASCII[b as usize] < LETTER {
                    return;
                }
                self.at += 1;
                continue;
            }
            let Some(c) = self.text[self.at..].chars().next() else { return };
            if !(c.is_alphanumeric() || is_joined(c) || is_invisible(c)) {
                return;
            }
            self.at += c.len_utf8();
        }
    }

    /// After one letter: takes the rest of a dotted abbreviation, if this is one.
    fn dotted(&mut self) -> bool {
        let mut at = self.at;
        let mut letters = 1;
        loop {
            let mut rest = self.text[at..].chars();
            if rest.next() != Some('.') {
                break;
            }
            let Some(letter) = rest.next().filter(|c| c.is_alphabetic()) else {
                // The last stop belongs to the abbreviation.
                at += 1;
                break;
            };
            if rest.next().is_some_and(char::is_alphanumeric) {
                break;
            }
            at += 1 + letter.len_utf8();
            letters += 1;
        }
        if letters >= 2 {
            self.at = at;
        }
        letters >= 2
    }

    /// Takes the whole of `https://…`, `www.…` or `name@host`, if the word so far opens one.
    fn address(&mut self, start: usize) -> bool {
        let rest = &self.text[self.at..];
        let opens = rest.starts_with("://")
            || (rest.starts_with('.') && self.text[start..self.at].eq_ignore_ascii_case("www"))
            || (rest.starts_with('@') && rest[1..].starts_with(|c: char| c.is_ascii_alphanumeric()));
        if opens {
            let end = rest.find(|c: char| c.is_whitespace() || "<>\"“”«»".contains(c)).unwrap_or(rest.len());
            let taken =
                rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '’', '*', '_']);
            self.at += taken.len();
        }
        opens
    }

    /// A mark: one character, or the `'s` that an apostrophe opens after a word.
    fn mark(&mut self, start: usize) -> Flags {
        let mark = &self.text[start..self.at];
        if mark.starts_with(OBJECT) {
            return Flags::OPAQUE;
        }
        let glued = self.text[..start].ends_with(char::is_alphanumeric) || self.text[..start].ends_with('.');
        if (mark == "'" || mark == "\u{2019}") && glued && is_clitic(&self.text[self.at..]) {
            self.at += 1;
            return Flags::WORD.and(Flags::CLITIC);
        }
        if mark.is_ascii() { Flags::MARK } else { Flags::MARK.and(Flags::NON_ASCII) }
    }
}

/// Whether what follows an apostrophe is the `s` of a possessive.
fn is_clitic(after: &str) -> bool {
    after.starts_with(['s', 'S']) && !after[1..].starts_with(|c: char| c.is_alphanumeric() || c == '\u{2019}')
}

/// Combining marks and joiners that stand inside words.
fn is_joined(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '_'
}

/// How a word is written.
fn looks(word: &str) -> Flags {
    let mut flags = Flags::default();
    let (mut letters, mut digits, mut capitals, mut small) = (0, 0, 0, 0);
    let mut first_letter_capital = false;
    for c in word.chars() {
        if !c.is_ascii() {
            flags.set(Flags::NON_ASCII);
        }
        if c.is_ascii_digit() {
            digits += 1;
        } else if c.is_alphabetic() {
            letters += 1;
            let capital = c.is_uppercase();
            capitals += usize::from(capital);
            small += usize::from(!capital);
            first_letter_capital |= letters == 1 && digits == 0 && capital;
        }
    }
    if letters == 0 && digits > 0 {
        flags.set(Flags::NUMBER);
        return flags;
    }
    flags.set(Flags::WORD);
    if first_letter_capital {
        flags.set(Flags::CAPITAL);
    }
    if capitals >= 2 && small == 0 {
        flags.set(Flags::UPPER);
    }
    if digits > 0 {
        flags.set(Flags::MIXED);
    }
    if small > 0 && capitals > usize::from(word.starts_with(char::is_uppercase)) {
        flags.set(Flags::INNER);
    }
    flags
}

fn is_www(word: &[u8]) -> bool {
    word.eq_ignore_ascii_case(b"www")
}
