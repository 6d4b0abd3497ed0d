//! Text in XML: escapes, and pictures for the characters that XML 1.0 cannot hold.

use super::visible::picture;

/// `text` as the content of an element or the value of an attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // A line break in an attribute would be read as a space.
            '\n' => out.push_str("&#10;"),
            '\r' => out.push_str("&#13;"),
            '\t' => out.push_str("&#9;"),
            '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {
                out.push_str(&escaped(&picture(c).unwrap_or_else(|| '\u{FFFD}'.to_string())));
            }
            _ => out.push(c),
        }
    }
    out
}
