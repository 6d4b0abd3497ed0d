//! A fix is data: made where the finding is made, applied in one function elsewhere.

use super::Applicability;
use crate::text::Span;

/// Replaces the bytes of `span` with `new`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// Bytes of the source.
    pub span: Span,
    /// What stands there afterwards.
    pub new: String,
}

/// Edits that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: ``write `the US Treasury Secretary` ``.
    pub title: String,
    /// Invariant: sorted by start and disjoint; all in the finding's source.
    edits: Vec<Edit>,
    /// How far it may be trusted.
    pub applicability: Applicability,
}

impl Fix {
    /// A fix of edits in any order. Edits that overlap make it [`Applicability::Manual`] with the first of them only.
    pub fn new(title: impl Into<String>, mut edits: Vec<Edit>, mut applicability: Applicability) -> Self {
        edits.sort();
        let before = edits.len();
        edits.dedup_by(|next, kept| next.span.start < kept.span.end);
        if edits.len() < before {
            applicability = Applicability::Manual;
        }
        Self { title: title.into(), edits, applicability }
    }

    /// The edits, sorted by start and disjoint.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }
}
