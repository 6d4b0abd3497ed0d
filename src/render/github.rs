//! `github`: workflow commands, which GitHub Actions turns into annotations of a pull request.
//!
//! GitHub shows the first ten of each level of a step; the log has them all.

use super::{Article, Renderer, Sources, Summary, place, visible};
use crate::lint::{Finding, Level};

pub(super) struct Github;

impl Renderer for Github {
    fn article(&mut self, article: &Article<'_>, _sources: &Sources<'_>, out: &mut String) {
        for finding in article.findings {
            out.push_str(&command(article, finding));
        }
        for note in article.notes {
            let file = property(&place::path(article.id));
            out.push_str(&format!("::notice file={file},title=copydesk::{}\n", data(note)));
        }
    }

    fn end(&mut self, summary: &Summary, out: &mut String) {
        for error in &summary.errors {
            out.push_str(&format!("::error title=copydesk::{}\n", data(&error.message)));
        }
    }
}

fn command(article: &Article<'_>, finding: &Finding) -> String {
    let level = match finding.level {
        Level::Deny => "error",
        Level::Warn | Level::Allow => "warning",
    };
    let (from, to) = place::ends(article.source, finding.span);
    let (first, last) = place::lines(article.source, finding.span);
    // Columns are not allowed on more than one line.
    let place = match (first == last, from.line == to.line) {
        (true, true) => format!("line={first},col={},endColumn={}", from.column, to.column),
        (true, false) => format!("line={first},col={}", from.column),
        (false, _) => format!("line={first},endLine={last}"),
    };
    let mut message = data(&visible(&finding.message));
    for line in finding.notes.iter().map(String::as_str).chain(finding.fixes.first().map(|f| &*f.title)) {
        message.push_str("%0A");
        message.push_str(&data(line));
    }
    let (file, lint) = (property(&place::path(article.id)), property(&finding.lint));
    format!("::{level} file={file},{place},title={lint}::{message}\n")
}

/// The escapes of a message. Line breaks become `%0A`; what would command the terminal of a log, pictures.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace("\r\n", "\n").replace('\r', "\n");
    text.split('\n').map(visible).collect::<Vec<_>>().join("%0A")
}

/// The escapes of a property's value.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
