//! Text of articles made safe for a terminal: what would command it or hide is shown as a picture.

use std::borrow::Cow;

use unicode_width::UnicodeWidthChar;

/// `text` with every character that commands a terminal, turns the reading direction or cannot be seen shown as a
/// picture: an escape as `␛`, a zero-width space as `<U+200B>`. Line breaks and tabs become pictures too, so
/// the result is one line.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|b| (b' '..0x7F).contains(&b)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        let before = out.chars().next_back();
        match picture(c) {
            Some(p) if !is_emoji_variation(before, c) => out.push_str(&p),
            _ => {
                out.extend(lacks_a_base(before, c).then_some('◌'));
                out.push(c);
            }
        }
    }
    Cow::Owned(out)
}

/// Whether `c` is a mark that combines, with nothing before it that it could stand on.
pub(super) fn lacks_a_base(before: Option<char>, c: char) -> bool {
    c.width() == Some(0) && before.is_none_or(|b| b.is_ascii() && !b.is_ascii_alphanumeric())
}

/// The picture of a character that must not be shown as it is.
pub(super) fn picture(c: char) -> Option<String> {
    match c {
        // The control pictures stand in the order of the controls.
        '\0'..='\u{1F}' => char::from_u32(0x2400 + c as u32).map(String::from),
        '\u{7F}' => Some("\u{2421}".to_owned()),
        _ if hides(c) => Some(format!("<U+{:04X}>", c as u32)),
        _ => None,
    }
}

/// Whether `c` only says that the symbol before it is an emoji, or is none.
pub(super) fn is_emoji_variation(before: Option<char>, c: char) -> bool {
    matches!(c, '\u{FE0E}' | '\u{FE0F}')
        && before.is_some_and(|b| !b.is_ascii() && !b.is_alphanumeric() && !b.is_whitespace())
}

/// Whether a character beyond ASCII shows nothing or changes how others are shown. Combining marks are not meant.
fn hides(c: char) -> bool {
    matches!(c,
        '\u{80}'..='\u{9F}'
        | '\u{AD}'
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}' | '\u{1160}'
        | '\u{17B4}' | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF0}'..='\u{FFFB}'
        | '\u{1BCA0}'..='\u{1BCA3}'
        | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}')
}
