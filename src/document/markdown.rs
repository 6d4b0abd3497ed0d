//! Markdown, through pulldown-cmark.

use super::build::Builder;

pub(super) fn read(builder: &mut Builder<'_>) {
    super::plain::read(builder);
}
