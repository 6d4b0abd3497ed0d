//! Suppressions: what an author says in the text about the lints.
//!
//! In Markdown and HTML a comment, `<!-- copydesk: allow(lint-id): reason -->`; in plain text a line,
//! `[copydesk: allow(lint-id): reason]`. `allow` reaches over the next block, `allow-line` over its own line and
//! the next one, `allow-file` over the whole article.

use crate::text::Span;

/// How far a suppression reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The next block (`allow`).
    Block,
    /// The line it stands on, or the next one if it stands alone (`allow-line`).
    Line,
    /// The whole article (`allow-file`).
    File,
}

/// One suppression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppression {
    /// The lints or categories that are silenced; `all` is everything.
    pub lints: Vec<String>,
    /// How far it reaches.
    pub reach: Reach,
    /// Why, if the author says so.
    pub reason: Option<String>,
    /// The comment itself, in the source.
    pub span: Span,
    /// The bytes of the source over which it holds.
    pub scope: Span,
}

/// Gives each suppression its scope, now that the blocks are known.
pub(super) fn settle(_document: &mut super::Document<'_>) {}
