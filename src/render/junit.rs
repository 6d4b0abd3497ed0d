//! `junit`: a test report. An article is a suite, a finding a case that failed, an article without findings a
//! case that passed.

use super::short::level_word;
use super::xml::escaped;
use super::{Article, Renderer, Sources, Summary, place};
use crate::error::Error;
use crate::lint::Finding;

pub(super) struct Junit;

impl Renderer for Junit {
    fn begin(&mut self, out: &mut String) {
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"copydesk\">\n");
    }

    fn article(&mut self, article: &Article<'_>, _sources: &Sources<'_>, out: &mut String) {
        let path = escaped(&place::path(article.id));
        let found = article.findings.len();
        let cases = found.max(1);
        out.push_str(&format!(
            "  <testsuite name=\"{path}\" tests=\"{cases}\" failures=\"{found}\" errors=\"0\">\n"
        ));
        for finding in article.findings {
            out.push_str(&case(article, finding, &path));
        }
        if article.findings.is_empty() {
            out.push_str(&format!("    <testcase classname=\"{path}\" name=\"no findings\"/>\n"));
        }
        out.push_str("  </testsuite>\n");
    }

    fn end(&mut self, summary: &Summary, out: &mut String) {
        if !summary.errors.is_empty() {
            out.push_str(&not_checked(&summary.errors));
        }
        out.push_str("</testsuites>\n");
    }
}

fn case(article: &Article<'_>, finding: &Finding, path: &str) -> String {
    let at = article.source.line_column(finding.span.start);
    let (lint, message) = (escaped(&finding.lint), escaped(&finding.message));
    let (level, line, column) = (level_word(finding.level), at.line, at.column);
    let mut text = format!("{path}:{line}:{column}: {level}[{lint}]: {message}\n");
    for note in &finding.notes {
        text.push_str(&format!("note: {}\n", escaped(note)));
    }
    for fix in &finding.fixes {
        text.push_str(&format!("help: {}\n", escaped(&fix.title)));
    }
    format!(
        "    <testcase classname=\"{path}\" name=\"{lint} at {line}:{column}\">\n      \
         <failure type=\"{level}\" message=\"{message}\">{text}</failure>\n    </testcase>\n"
    )
}

/// Articles that could not be checked: cases that ended in an error.
fn not_checked(errors: &[Error]) -> String {
    let count = errors.len();
    let mut out =
        format!("  <testsuite name=\"not checked\" tests=\"{count}\" failures=\"0\" errors=\"{count}\">\n");
    for error in errors {
        let message = escaped(&error.message);
        out.push_str(&format!(
            "    <testcase classname=\"copydesk\" name=\"{message}\"><error message=\"{message}\"/></testcase>\n"
        ));
    }
    out.push_str("  </testsuite>\n");
    out
}
