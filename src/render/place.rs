//! Where a finding is, in the words of a format: paths, lines, one edit.

use std::borrow::Cow;

use crate::lint::Fix;
use crate::source::Source;
use crate::text::{LineColumn, Span};

/// The place of a span's first byte, and that of the byte after its last.
pub(super) fn ends(source: &Source, span: Span) -> (LineColumn, LineColumn) {
    (source.line_column(span.start), source.line_column(span.end))
}

/// The first and the last line that a span has bytes in, from 1.
pub(super) fn lines(source: &Source, span: Span) -> (usize, usize) {
    let last = span.end.saturating_sub(1).max(span.start);
    (source.lines().line_of(span.start) + 1, source.lines().line_of(last) + 1)
}

/// An id as a path that services can find in a repository: forward slashes, no `./` at the front.
pub(super) fn path(id: &str) -> Cow<'_, str> {
    let id = if cfg!(windows) { Cow::Owned(id.replace('\\', "/")) } else { Cow::Borrowed(id) };
    match id.strip_prefix("./") {
        Some(rest) => Cow::Owned(rest.trim_start_matches('/').to_owned()),
        None => id,
    }
}

/// A fix as one replacement: the text between its edits is copied. `None` if it has no edits or does not fit.
pub(super) fn as_one_edit(source: &Source, fix: &Fix) -> Option<(Span, String)> {
    let (first, last) = (fix.edits().first()?, fix.edits().last()?);
    let (mut new, mut at) = (String::new(), first.span.start as usize);
    for edit in fix.edits() {
        new.push_str(source.text().get(at..edit.span.start as usize)?);
        new.push_str(&edit.new);
        at = edit.span.end as usize;
    }
    Some((first.span.cover(last.span), new))
}
