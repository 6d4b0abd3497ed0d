//! A finding as data: what `json` and `jsonl` have in common.

use serde::Serialize;

use super::{Article, Lints, Sources, place};
use crate::error::Error;
use crate::lint::{Edit, Finding, Fix, Label};
use crate::text::Span;

/// What an article is called. `file`, `title` and `link` are left out for an article that is a file.
#[derive(Serialize)]
pub(super) struct NameRecord<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    link: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
}

impl<'a> NameRecord<'a> {
    /// The name of an article.
    pub(super) fn new(article: &Article<'a>) -> Self {
        let record = article.record;
        Self {
            id: record.map_or(article.id, |r| &r.id),
            title: record.and_then(|r| r.title.as_deref()),
            link: record.and_then(|r| r.link.as_deref()),
            file: record.map(|r| &*r.file),
        }
    }
}

/// A finding. `start` and `end` are bytes of the article's text, lines and columns count from 1, columns in
/// characters.
#[derive(Serialize)]
pub(super) struct FindingRecord<'a> {
    start: u32,
    end: u32,
    /// Left out, with `file_end`, if the file is the text, byte for byte.
    #[serde(skip_serializing_if = "Option::is_none")]
    file_start: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file_end: Option<u64>,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    lint: &'a str,
    category: &'a str,
    mqm: &'a str,
    level: &'static str,
    message: &'a str,
    labels: Vec<LabelRecord<'a>>,
    notes: &'a [String],
    fixes: Vec<FixRecord<'a>>,
}

#[derive(Serialize)]
struct LabelRecord<'a> {
    /// Left out if the label is in the finding's own article.
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    start: u32,
    end: u32,
    /// Left out, with `column`, if the other article is not at hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
    text: &'a str,
}

#[derive(Serialize)]
struct FixRecord<'a> {
    title: &'a str,
    applicability: &'static str,
    edits: Vec<EditRecord<'a>>,
}

#[derive(Serialize)]
struct EditRecord<'a> {
    start: u32,
    end: u32,
    new: &'a str,
}

impl<'a> FindingRecord<'a> {
    /// The record of one finding of `article`.
    pub(super) fn new(
        finding: &'a Finding,
        article: &Article<'_>,
        lints: &'a dyn Lints,
        sources: &Sources<'_>,
    ) -> Self {
        let (from, to) = place::ends(article.source, finding.span);
        let lint = lints.lint(&finding.lint);
        let file = article.source.file_bytes(finding.span);
        Self {
            start: finding.span.start,
            end: finding.span.end,
            file_start: file.as_ref().map(|bytes| bytes.start),
            file_end: file.map(|bytes| bytes.end),
            line: from.line,
            column: from.column,
            end_line: to.line,
            end_column: to.column,
            lint: &finding.lint,
            category: lint.map_or("", |l| &l.category),
            mqm: lint.map_or("none", |l| &l.mqm),
            level: finding.level.word(),
            message: &finding.message,
            labels: finding.labels.iter().map(|l| LabelRecord::new(l, article, sources)).collect(),
            notes: &finding.notes,
            fixes: finding.fixes.iter().map(FixRecord::new).collect(),
        }
    }
}

impl<'a> LabelRecord<'a> {
    fn new(label: &'a Label, article: &Article<'_>, sources: &Sources<'_>) -> Self {
        let Label { source, span: Span { start, end }, text } = label;
        let (start, end) = (*start, *end);
        let here = label.source == *article.source.name();
        let at = if here {
            Some(article.source.line_column(start))
        } else {
            sources(source).map(|s| s.line_column(start))
        };
        Self {
            source: (!here).then_some(&**source),
            start,
            end,
            line: at.map(|at| at.line),
            column: at.map(|at| at.column),
            text,
        }
    }
}

impl<'a> FixRecord<'a> {
    fn new(fix: &'a Fix) -> Self {
        let edit = |e: &'a Edit| EditRecord { start: e.span.start, end: e.span.end, new: &e.new };
        Self {
            title: &fix.title,
            applicability: fix.applicability.word(),
            edits: fix.edits().iter().map(edit).collect(),
        }
    }
}

/// What kept an article from being checked.
#[derive(Serialize)]
pub(super) struct ErrorRecord<'a> {
    /// The file and what happened to it.
    message: &'a str,
    /// The file, if the mistake is at a place in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

impl<'a> ErrorRecord<'a> {
    pub(super) fn new(error: &'a Error) -> Self {
        Self {
            message: &error.message,
            file: error.place.as_ref().map(|p| &*p.name),
            help: error.help.as_deref(),
        }
    }
}

/// Appends `value` as JSON on one line, without a line break at its end.
pub(super) fn push_json(out: &mut String, value: &impl Serialize) {
    // Writing strings and numbers to memory does not fail; a number that JSON lacks is written as null.
    out.push_str(&serde_json::to_string(value).unwrap_or_else(|_| "null".to_owned()));
}
