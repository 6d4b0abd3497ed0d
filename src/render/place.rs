//! Where a finding is, in the words of a format: paths, lines and columns.

use std::borrow::Cow;

use crate::source::Source;
use crate::text::{LineColumn, Span};

/// First and last place of a span: of its first byte, and of the byte after its last.
pub(super) fn ends(source: &Source, span: Span) -> (LineColumn, LineColumn) {
    (source.line_column(span.start), source.line_column(span.end))
}

/// An id as a path that services can find in a repository: forward slashes, no `./` at the front.
pub(super) fn path(id: &str) -> Cow<'_, str> {
    let id = if cfg!(windows) { Cow::Owned(id.replace('\\', "/")) } else { Cow::Borrowed(id) };
    match id.strip_prefix("./") {
        Some(rest) => Cow::Owned(rest.trim_start_matches('/').to_owned()),
        None => id,
    }
}
