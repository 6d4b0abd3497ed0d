//! `gitlab`: a Code Quality report, which GitLab shows in merge requests.

use serde::Serialize;

use super::fingerprint::Fingerprints;
use super::record::push_json;
use super::{Article, Renderer, Sources, Summary, place};
use crate::lint::{Finding, Level};

#[derive(Default)]
pub(super) struct Gitlab {
    begun: bool,
    fingerprints: Fingerprints,
}

#[derive(Serialize)]
struct Issue<'a> {
    description: &'a str,
    check_name: &'a str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
    end: usize,
}

impl Renderer for Gitlab {
    fn begin(&mut self, out: &mut String) {
        out.push('[');
    }

    fn article(&mut self, article: &Article<'_>, _sources: &Sources<'_>, out: &mut String) {
        let path = place::path(article.id);
        for finding in article.findings {
            out.push_str(if std::mem::replace(&mut self.begun, true) { ",\n" } else { "\n" });
            let fingerprint = self.fingerprints.next(article.id, article.source, finding);
            push_json(out, &issue(article, finding, &path, fingerprint));
        }
    }

    fn end(&mut self, _summary: &Summary, out: &mut String) {
        out.push_str("\n]\n");
    }
}

fn issue<'a>(article: &Article<'_>, finding: &'a Finding, path: &'a str, fingerprint: String) -> Issue<'a> {
    let (from, to) = place::lines(article.source, finding.span);
    Issue {
        description: &finding.message,
        check_name: &finding.lint,
        fingerprint,
        severity: match finding.level {
            Level::Deny => "major",
            Level::Warn | Level::Allow => "minor",
        },
        location: Location { path, lines: Lines { begin: from, end: to } },
    }
}
