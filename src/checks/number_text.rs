//! Numbers as they are written, with exact arithmetic: no number is ever rounded on its way into a fix.

use crate::document::Document;
use crate::text::{Flags, Span};

/// A decimal number: `digits` with the point `places` from the right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    digits: u128,
    places: u32,
}

impl Decimal {
    /// Reads a number in English form: `710000`, `13,000`, `8.5`. `None` for anything else, and for numbers too long to
    /// be reckoned with exactly.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        if text.contains('.') && (part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit())) {
            return None;
        }
        let mut groups = whole.split(',');
        let first = groups.next()?;
        let grouped = whole.contains(',');
        let sound = !first.is_empty()
            && (!grouped || first.len() <= 3)
            && groups.all(|group| group.len() == 3)
            && whole.len() + part.len() <= 24;
        let digits: String = whole.chars().chain(part.chars()).filter(|&c| c != ',').collect();
        if !sound || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Some(Self { digits: digits.parse().ok()?, places: part.len() as u32 })
    }

    /// The number times ten to the power of `zeros`.
    pub(super) fn shifted(self, zeros: u32) -> Option<Self> {
        let used = zeros.min(self.places);
        let digits = self.digits.checked_mul(10_u128.checked_pow(zeros - used)?)?;
        Some(Self { digits, places: self.places - used })
    }

    /// How it compares with a whole number.
    pub(super) fn at_least(self, whole: u128) -> bool {
        10_u128.checked_pow(self.places).and_then(|p| whole.checked_mul(p)).is_some_and(|w| self.digits >= w)
    }

    /// How it is written out: with commas from 1,000 on, and without needless zeros behind the point.
    pub(super) fn written(self) -> String {
        let power = 10_u128.pow(self.places.min(38));
        let (whole, part) = (self.digits / power, self.digits % power);
        let mut text = grouped(whole);
        if part > 0 {
            let part = format!("{part:0width$}", width = self.places as usize);
            text.push('.');
            text.push_str(part.trim_end_matches('0'));
        }
        text
    }

    /// How it is written in news text: `710,000`, `13.5 million`, `2 billion`.
    pub(super) fn in_words(self) -> String {
        let scales = [(12, "trillion"), (9, "billion"), (6, "million")];
        for (zeros, word) in scales {
            let Some(size) = 10_u128.checked_pow(zeros) else { continue };
            if self.at_least(size) {
                return format!("{} {word}", Self { places: self.places + zeros, ..self }.written());
            }
        }
        self.written()
    }
}

fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The power of ten that a scale word stands for.
pub(super) fn zeros(word: &str) -> Option<u32> {
    Some(match word {
        "thousand" => 3,
        "million" => 6,
        "billion" => 9,
        "trillion" => 12,
        _ => return None,
    })
}

/// A number and the word right after it, as in `0.71 million`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Counted<'d> {
    /// The number as written.
    pub number: &'d str,
    /// The word as written.
    pub word: &'d str,
    /// Index of the number's token; the word's is the next.
    pub token: usize,
    /// From the number to the word.
    pub span: Span,
}

/// Every number that a word follows, with nothing but a space between. Parts of a compound (`3-million`), of a range or
/// of a longer number are left out.
pub(super) fn counted<'d>(document: &'d Document<'_>) -> impl Iterator<Item = Counted<'d>> {
    let tokens = document.tokens();
    document.census().numbers().filter_map(move |token| {
        let [number, word] = tokens.get(token..token + 2)? else { return None };
        if !number.is(Flags::NUMBER) || !word.is(Flags::WORD) || !word.is(Flags::SPACE_BEFORE) {
            return None;
        }
        let glued = |i: usize| {
            tokens.get(i).is_some_and(|t| matches!(document.slice(t.span), "-" | "–" | "." | "," | "/"))
        };
        if glued_before(document, token) || (glued(token + 2) && is_dash_glued(document, token + 2)) {
            return None;
        }
        Some(Counted {
            number: document.slice(number.span),
            word: document.slice(word.span),
            token,
            span: number.span.cover(word.span),
        })
    })
}

/// Whether a mark other than a bracket, a quotation mark or a currency sign stands right before a token.
pub(super) fn glued_before(document: &Document<'_>, token: usize) -> bool {
    let tokens = document.tokens();
    let Some(before) = token.checked_sub(1).map(|i| tokens[i]) else { return false };
    !tokens[token].is(Flags::SPACE_BEFORE)
        && before.span.end == tokens[token].span.start
        && matches!(document.slice(before.span), "-" | "–" | "—" | "." | "," | "/" | ":" | "+")
}

/// Whether a token is a hyphen with no space before it: the word before it goes on.
fn is_dash_glued(document: &Document<'_>, token: usize) -> bool {
    let token = document.tokens()[token];
    !token.is(Flags::SPACE_BEFORE) && matches!(document.slice(token.span), "-" | "–")
}

#[cfg(test)]
mod tests {
    use super::Decimal;

    fn shifted(text: &str, zeros: u32) -> String {
        Decimal::read(text).and_then(|d| d.shifted(zeros)).map(Decimal::in_words).unwrap_or_default()
    }

    #[test]
    fn arithmetic_is_exact() {
        assert_eq!(shifted("0.71", 6), "710,000");
        assert_eq!(shifted("0.192", 9), "192 million");
        assert_eq!(shifted("13,000", 6), "13 billion");
        assert_eq!(shifted("1,159,325", 6), "1.159325 trillion");
        assert_eq!(shifted("2.5", 3), "2,500");
        assert_eq!(shifted("5", 7), "50 million");
    }

    #[test]
    fn other_forms_are_no_numbers() {
        for text in ["8,5", "1.000.000", "12,34,567", "10:30", "", ".5", "5."] {
            assert_eq!(Decimal::read(text), None, "{text}");
        }
    }
}
