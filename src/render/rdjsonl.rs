//! `rdjsonl`: the reviewdog diagnostic format, which turns fixes into suggestions on a pull request.
//!
//! <https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>. Columns are bytes of UTF-8, from 1.

use serde::Serialize;

use super::record::push_json;
use super::{Article, Renderer, Sources, place};
use crate::lint::{Finding, Fix, Label, Level};
use crate::source::Source;
use crate::text::{LineColumn, Span};

pub(super) struct Rdjsonl;

#[derive(Serialize)]
struct Diagnostic<'a> {
    message: String,
    location: Location<'a>,
    severity: &'static str,
    source: Tool,
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    suggestions: Vec<Suggestion>,
    #[serde(rename = "relatedLocations", skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: std::borrow::Cow<'a, str>,
    range: Range,
}

#[derive(Serialize)]
struct Range {
    start: Position,
    end: Position,
}

#[derive(Serialize)]
struct Position {
    line: usize,
    column: usize,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
}

#[derive(Serialize)]
struct Code<'a> {
    value: &'a str,
}

#[derive(Serialize)]
struct Suggestion {
    range: Range,
    text: String,
}

#[derive(Serialize)]
struct Related<'a> {
    message: &'a str,
    location: Location<'a>,
}

impl Renderer for Rdjsonl {
    fn article(&mut self, article: &Article<'_>, sources: &Sources<'_>, out: &mut String) {
        for finding in article.findings {
            push_json(out, &diagnostic(article, finding, sources));
            out.push('\n');
        }
    }
}

fn diagnostic<'a>(article: &Article<'a>, finding: &'a Finding, sources: &Sources<'_>) -> Diagnostic<'a> {
    let path = place::path(article.id);
    let mut message = finding.message.clone();
    for note in &finding.notes {
        message.push('\n');
        message.push_str(note);
    }
    Diagnostic {
        message,
        location: Location { path, range: range(article.source, finding.span) },
        severity: match finding.level {
            Level::Deny => "ERROR",
            Level::Warn | Level::Allow => "WARNING",
        },
        source: Tool { name: "copydesk" },
        code: Code { value: &finding.lint },
        suggestions: finding.fixes.iter().filter_map(|fix| suggestion(article.source, fix)).collect(),
        related: finding.labels.iter().filter_map(|label| related(article, label, sources)).collect(),
    }
}

/// The fix as one replacement: edits that lie apart are joined by the text between them, since reviewdog would
/// offer each on its own.
fn suggestion(source: &Source, fix: &Fix) -> Option<Suggestion> {
    let (span, text) = place::as_one_edit(source, fix)?;
    Some(Suggestion { range: range(source, span), text })
}

fn related<'a>(article: &Article<'a>, label: &'a Label, sources: &Sources<'_>) -> Option<Related<'a>> {
    let here = label.source == *article.source.name();
    let (id, range) = if here {
        (article.id, range(article.source, label.span))
    } else {
        (&*label.source, range(&*sources(&label.source)?, label.span))
    };
    Some(Related { message: &label.text, location: Location { path: place::path(id), range } })
}

fn range(source: &Source, span: Span) -> Range {
    let position = |at: LineColumn| Position { line: at.line, column: at.byte_column };
    let (start, end) = place::ends(source, span);
    Range { start: position(start), end: position(end) }
}
