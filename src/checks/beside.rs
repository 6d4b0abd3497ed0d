//! Looking beside a token: what touches it, and what stands next to it in the same block.

use crate::document::Document;
use crate::text::{Flags, Span};

/// Whether nothing, not even white space, parts a token from the one before it.
pub(super) fn is_glued(document: &Document<'_>, token: usize) -> bool {
    token > 0 && document.tokens().get(token).is_some_and(|t| !t.is(Flags::SPACE_BEFORE))
}

/// The token before, if it is in the same block.
pub(super) fn before(document: &Document<'_>, token: usize) -> Option<usize> {
    let block = &document.blocks()[document.block_of_token(token)];
    (token > block.tokens.start).then(|| token - 1)
}

/// The token after, if it is in the same block.
pub(super) fn after(document: &Document<'_>, token: usize) -> Option<usize> {
    let block = &document.blocks()[document.block_of_token(token)];
    (token + 1 < block.tokens.end).then_some(token + 1)
}

/// The character right before a token, be it white space; `None` at the start of the prose.
pub(super) fn char_before(document: &Document<'_>, token: usize) -> Option<char> {
    let at = document.tokens()[token].span.start;
    document.slice(Span::of(0, at)).chars().next_back()
}

/// The character right after a token, be it white space; `None` at the end of the prose.
pub(super) fn char_after(document: &Document<'_>, token: usize) -> Option<char> {
    let end = document.tokens()[token].span.end as usize;
    document.prose()[end..].chars().next()
}

/// The bytes of prose from the start of one token to the end of another.
pub(super) fn cover(document: &Document<'_>, first: usize, last: usize) -> Span {
    document.tokens()[first].span.cover(document.tokens()[last].span)
}

/// Whether a token is a word in small letters only.
pub(super) fn is_small_word(document: &Document<'_>, token: usize) -> bool {
    let t = document.tokens()[token];
    // A variation selector behind an emoji is a word to the tokenizer.
    t.is(Flags::WORD)
        && document.slice(t.span).starts_with(char::is_alphabetic)
        && !t.is(Flags::CAPITAL.and(Flags::UPPER).and(Flags::MIXED).and(Flags::CLITIC).and(Flags::DOTTED))
}

/// Whether a token is one of a few words, in any case.
pub(super) fn is_any(document: &Document<'_>, token: usize, words: &[&str]) -> bool {
    let text = document.token_text(token);
    words.iter().any(|w| w.eq_ignore_ascii_case(text))
}
