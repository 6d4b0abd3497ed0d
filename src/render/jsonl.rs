//! `jsonl`: one JSON object a line, for streams and for measuring.

use serde::Serialize;

use super::record::{ErrorRecord, FindingRecord, NameRecord, push_json};
use super::{Article, Lints, Renderer, Sources, Summary};

pub(super) struct Jsonl<'l> {
    lints: &'l dyn Lints,
}

#[derive(Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
enum Line<'a> {
    Finding {
        #[serde(flatten)]
        name: NameRecord<'a>,
        #[serde(flatten)]
        finding: FindingRecord<'a>,
    },
    Article {
        #[serde(flatten)]
        name: NameRecord<'a>,
        words: usize,
        findings: usize,
        #[serde(skip_serializing_if = "Option::is_none")]
        score: Option<f32>,
        #[serde(skip_serializing_if = "<[String]>::is_empty")]
        notes: &'a [String],
    },
    Error(ErrorRecord<'a>),
}

impl<'l> Jsonl<'l> {
    pub(super) fn new(lints: &'l dyn Lints) -> Self {
        Self { lints }
    }
}

impl Renderer for Jsonl<'_> {
    fn article(&mut self, article: &Article<'_>, sources: &Sources<'_>, out: &mut String) {
        let mut line = |line: &Line<'_>| {
            push_json(out, line);
            out.push('\n');
        };
        for finding in article.findings {
            let finding = FindingRecord::new(finding, article, self.lints, sources);
            line(&Line::Finding { name: NameRecord::new(article), finding });
        }
        line(&Line::Article {
            name: NameRecord::new(article),
            words: article.words,
            findings: article.findings.len(),
            score: article.score,
            notes: article.notes,
        });
    }

    fn end(&mut self, summary: &Summary, out: &mut String) {
        for error in &summary.errors {
            push_json(out, &Line::Error(ErrorRecord::new(error)));
            out.push('\n');
        }
    }
}
