//! A closed list of words, made so that asking every token of an article costs next to nothing.

use super::key_set::KeySet;
use crate::document::Document;
use crate::text::Token;

/// Words in small letters, and a sieve over the keys of tokens that lets hardly any other word through.
pub(super) struct WordSet {
    words: &'static [&'static str],
    keys: KeySet,
}

impl WordSet {
    /// The set of some lower-case words; made when the program is compiled.
    pub(super) const fn new(words: &'static [&'static str]) -> Self {
        Self { words, keys: KeySet::new(words) }
    }

    /// Whether a token may be one of the words; a no is certain.
    pub(super) fn may_have(&self, token: &Token) -> bool {
        self.keys.may_have(token)
    }

    /// The word of the set that a token is, in any case.
    pub(super) fn get(&self, document: &Document<'_>, token: &Token) -> Option<&'static str> {
        let text = document.slice(token.span);
        self.words.iter().copied().find(|w| w.eq_ignore_ascii_case(text))
    }
}
