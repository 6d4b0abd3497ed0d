//! Sentences for people: the first of several, and notes wrapped to the page.

use super::visible;
use super::window::columns;

/// The first sentence of a text in Markdown, or its whole first paragraph if no end is to be seen.
pub(super) fn first(text: &str) -> &str {
    let paragraph = text.trim();
    let paragraph = paragraph.split_once("\n\n").map_or(paragraph, |(first, _)| first);
    let ends = paragraph.match_indices(['.', '?', '!']).find(|&(i, _)| {
        let after = &paragraph[i + 1..];
        let mut rest = after.trim_start().chars();
        let opens = rest.next().is_none_or(|c| c.is_uppercase() || "`\"“*[".contains(c));
        // "U.S." and "e.g." end no sentence.
        let word = paragraph[..i].rsplit(char::is_whitespace).next().unwrap_or("");
        after.starts_with(char::is_whitespace) && opens && !word.contains('.') && word.chars().count() > 2
    });
    ends.map_or(paragraph, |(i, _)| &paragraph[..=i])
}

/// A note that begins with `head: `, each line at most `width` columns with what will stand before it.
pub(super) fn note(head: &str, text: &str, width: usize) -> String {
    const BORDER: usize = 8;
    let indent = head.len() + 2;
    let room = width.saturating_sub(indent + BORDER).max(24);
    let mut out = format!("{head}: ");
    let mut used = 0;
    for word in text.split_whitespace() {
        let word = visible(word);
        let wide = columns(&word);
        if used > 0 && used + 1 + wide > room {
            out.push('\n');
            out.extend(std::iter::repeat_n(' ', indent));
            used = 0;
        } else if used > 0 {
            out.push(' ');
            used += 1;
        }
        out.push_str(&word);
        used += wide;
    }
    out
}
