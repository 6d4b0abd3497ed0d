//! The words of a piece of a phrase, cut by the same tokenizer that cuts articles.

use crate::text::{Flags, Span, Vocabulary, tokens};

/// Words and marks of `text`, and whether each is a mark.
pub(super) fn words_of(text: &str) -> Vec<(String, bool)> {
    // A possessive `'s` that stands alone is one only after a word.
    let after_word = text.starts_with("'s") || text.starts_with("\u{2019}s");
    let whole = if after_word { format!("x{text}") } else { text.to_owned() };
    let mut found = Vec::new();
    tokens::tokenize(&whole, Span::new(0, whole.len()), &Vocabulary::default(), &mut found);
    found
        .iter()
        .skip(usize::from(after_word))
        .map(|token| (token.span.slice(&whole).to_owned(), token.is(Flags::MARK)))
        .collect()
}
