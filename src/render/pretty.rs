//! `pretty`: for people, in the manner of a compiler.

use super::{Article, Lints, Options, Renderer, Sources, Summary, short};
use crate::error::Error;

pub(super) struct Pretty {
    short: short::Short,
}

impl Pretty {
    pub(super) fn new(_lints: &dyn Lints, options: Options) -> Self {
        Self { short: short::Short::new(options) }
    }
}

impl Renderer for Pretty {
    fn article(&mut self, article: &Article<'_>, sources: &Sources<'_>, out: &mut String) {
        self.short.article(article, sources, out);
    }

    fn end(&mut self, summary: &Summary, out: &mut String) {
        out.push_str(&summary.line());
        out.push('\n');
    }
}

/// A mistake in a configuration or a lint file, as `pretty` shows it.
pub fn error(error: &Error, _color: bool) -> String {
    format!("error: {error}\n")
}
