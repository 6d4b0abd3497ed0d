//! All patterns of all data lints, in one pass over the tokens of an article.

use crate::document::Document;
use crate::lint::Draft;
use crate::text::Vocabulary;

/// The patterns of a catalogue, ready to run.
#[derive(Debug, Default)]
pub struct Scanner {
    vocabulary: Vocabulary,
}

impl Scanner {
    /// The words that some pattern knows.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Runs over an article and hands each finding, with the index of its lint, to `add`.
    pub fn scan<S>(&self, _document: &Document<'_>, _levels: &[S], _add: impl FnMut(usize, Draft)) {}
}
