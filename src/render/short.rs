//! `short`: a line for each finding, in the form that editors and `grep` know.

use super::{Article, Options, Renderer, Sources, visible};
use crate::lint::Level;

pub(super) struct Short {
    color: bool,
}

impl Short {
    pub(super) fn new(options: Options) -> Self {
        Self { color: options.color }
    }
}

impl Renderer for Short {
    fn article(&mut self, article: &Article<'_>, _sources: &Sources<'_>, out: &mut String) {
        let name = visible(article.id);
        for finding in article.findings {
            let at = article.source.line_column(finding.span.start);
            let level = level_word(finding.level);
            let (on, off) = match (self.color, finding.level) {
                (true, Level::Deny) => ("\u{1b}[1;31m", "\u{1b}[0m"),
                (true, _) => ("\u{1b}[1;33m", "\u{1b}[0m"),
                (false, _) => ("", ""),
            };
            let (line, column) = (at.line, at.column);
            let (lint, message) = (visible(&finding.lint), visible(&finding.message));
            out.push_str(&format!("{name}:{line}:{column}: {on}{level}[{lint}]{off}: {message}\n"));
        }
    }
}

/// The word that people read for a level.
pub(super) fn level_word(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn | Level::Allow => "warning",
    }
}
