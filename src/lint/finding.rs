//! What a lint says about a place in an article.

use std::sync::Arc;

use super::{Fix, Level};
use crate::text::Span;

/// The id of a lint, cheap to hand around.
pub type LintId = Arc<str>;

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Which lint speaks.
    pub lint: LintId,
    /// How loud.
    pub level: Level,
    /// The name of the source.
    pub source: Arc<str>,
    /// Where: bytes of the source, inside it and on character boundaries.
    pub span: Span,
    /// What is wrong: one lower-case line without a full stop.
    pub message: String,
    /// Other places that belong to it, each with a short text.
    pub labels: Vec<Label>,
    /// Further sentences: a gloss, where the knowledge comes from.
    pub notes: Vec<String>,
    /// What to do, the best first.
    pub fixes: Vec<Fix>,
}

/// Another place that belongs to a finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// The name of the source it is in.
    pub source: Arc<str>,
    /// Bytes of that source.
    pub span: Span,
    /// What is there: a few words.
    pub text: String,
}
