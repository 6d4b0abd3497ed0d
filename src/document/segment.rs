//! Prose into tokens and sentences.

use super::model::{Document, Sentence};
use crate::text::{Flags, Vocabulary, tokens};

pub(super) fn tokens(document: &mut Document<'_>, vocabulary: &Vocabulary) {
    for block in &mut document.blocks {
        let start = document.tokens.len();
        tokens::tokenize(&document.prose, block.prose, vocabulary, &mut document.tokens);
        block.tokens = start..document.tokens.len();
    }
}

pub(super) fn sentences(document: &mut Document<'_>) {
    for (i, block) in document.blocks.iter_mut().enumerate() {
        if let Some(first) = document.tokens.get_mut(block.tokens.start) {
            first.flags.set(Flags::SENTENCE_START);
        }
        document.sentences.push(Sentence { span: block.prose, tokens: block.tokens.clone(), block: i });
        block.sentences = document.sentences.len() - 1..document.sentences.len();
    }
}
