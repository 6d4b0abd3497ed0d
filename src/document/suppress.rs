//! Suppressions: what an author says in the text about the lints.
//!
//! In Markdown and HTML a comment, `<!-- copydesk: allow(lint-id): reason -->`; in plain text a line,
//! `[copydesk: allow(lint-id): reason]`. `allow` reaches over the next block, `allow-line` over its own line and
//! the next one, `allow-file` over the whole article.

use super::model::{BlockKind, Document};
use crate::source::Format;
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

/// Reads a line of plain text that is nothing but a suppression, `[copydesk: allow(id): reason]`. `at` is where the
/// line begins in the source.
pub(super) fn of_line(line: &str, at: u32) -> Option<Suppression> {
    let body = line.strip_prefix('[')?.strip_suffix(']')?;
    parse(body, Span::of(at, at + line.len() as u32))
}

/// Reads what stands between `<!--` and `-->`; `span` is the whole comment.
pub(super) fn of_comment(body: &str, span: Span) -> Option<Suppression> {
    parse(body, span)
}

fn parse(body: &str, span: Span) -> Option<Suppression> {
    let rest = body.trim().strip_prefix("copydesk:")?.trim_start();
    let (verb, rest) = rest.split_once('(')?;
    let reach = match verb.trim_end() {
        "allow" => Reach::Block,
        "allow-line" => Reach::Line,
        "allow-file" => Reach::File,
        _ => return None,
    };
    let (names, rest) = rest.split_once(')')?;
    let lints: Vec<String> =
        names.split(',').map(|n| n.trim().to_owned()).filter(|n| !n.is_empty()).collect();
    let reason = rest.trim_start().strip_prefix(':').map(str::trim).filter(|r| !r.is_empty());
    (!lints.is_empty()).then(|| Suppression {
        lints,
        reach,
        reason: reason.map(str::to_owned),
        span,
        scope: span,
    })
}

/// Gives each suppression its scope, now that the blocks are known.
pub(super) fn settle(document: &mut Document<'_>) {
    let mut suppressions = std::mem::take(&mut document.suppressions);
    for suppression in &mut suppressions {
        suppression.scope = match suppression.reach {
            Reach::File => Span::of(0, document.source.text().len() as u32),
            Reach::Line => line_scope(document, suppression.span),
            Reach::Block => block_scope(document, suppression.span),
        };
    }
    document.suppressions = suppressions;
}

/// The line of the comment, or the next one if there is nothing else on it.
fn line_scope(document: &Document<'_>, comment: Span) -> Span {
    let (lines, text) = (document.source.lines(), document.source.text());
    let (first, last) = (lines.line_of(comment.start), lines.line_of(comment.end.saturating_sub(1)));
    let own = lines.line_span(first, text).cover(lines.line_span(last, text));
    let before = Span::of(own.start, comment.start).slice(text);
    let after = Span::of(comment.end, own.end).slice(text);
    let alone = before.trim().is_empty() && after.trim().is_empty();
    if alone { lines.line_span(last + 1, text) } else { own }
}

/// The block that holds the comment, or the one after it. The cells of one table count as one block, and so do the
/// items of one list where there is markup, because no comment can stand between them.
fn block_scope(document: &Document<'_>, comment: Span) -> Span {
    let blocks = &document.blocks;
    let first = blocks.partition_point(|b| b.source.end <= comment.start);
    let Some(block) = blocks.get(first) else { return Span::at(comment.end) };
    let mut scope = block.source;
    let whole = match block.kind {
        BlockKind::TableCell => true,
        BlockKind::ListItem => document.source.format() != Format::Text,
        _ => false,
    };
    if whole && block.source.start >= comment.end {
        for next in blocks[first..].iter().take_while(|b| b.kind == block.kind) {
            scope = scope.cover(next.source);
        }
    }
    scope
}
