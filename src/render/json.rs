//! `json`: one document for a run.

use serde::Serialize;

use super::record::{ErrorRecord, FindingRecord, NameRecord, push_json};
use super::{Article, Lints, Renderer, Sources, Summary};

/// Raised when a field changes its meaning or goes away; new fields do not raise it.
const VERSION: u32 = 1;

pub(super) struct Json<'l> {
    lints: &'l dyn Lints,
    first: bool,
}

#[derive(Serialize)]
struct ArticleRecord<'a> {
    #[serde(flatten)]
    name: NameRecord<'a>,
    words: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f32>,
    notes: &'a [String],
    findings: Vec<FindingRecord<'a>>,
}

#[derive(Serialize)]
struct SummaryRecord<'a> {
    articles: usize,
    words: usize,
    denied: usize,
    warned: usize,
    fixable: usize,
    fixable_unsafely: usize,
    fixed: usize,
    notes: &'a [String],
}

impl<'l> Json<'l> {
    pub(super) fn new(lints: &'l dyn Lints) -> Self {
        Self { lints, first: true }
    }
}

impl Renderer for Json<'_> {
    fn begin(&mut self, out: &mut String) {
        let version = env!("CARGO_PKG_VERSION");
        out.push_str(&format!(
            "{{\"version\":{VERSION},\"tool\":{{\"name\":\"copydesk\",\"version\":\"{version}\"}},\n\"articles\":["
        ));
    }

    fn article(&mut self, article: &Article<'_>, sources: &Sources<'_>, out: &mut String) {
        out.push_str(if std::mem::take(&mut self.first) { "\n" } else { ",\n" });
        let finding = |f| FindingRecord::new(f, article, self.lints, sources);
        let record = ArticleRecord {
            name: NameRecord::new(article),
            words: article.words,
            score: article.score,
            notes: article.notes,
            findings: article.findings.iter().map(finding).collect(),
        };
        push_json(out, &record);
    }

    fn end(&mut self, summary: &Summary, out: &mut String) {
        let record = SummaryRecord {
            articles: summary.articles,
            words: summary.words,
            denied: summary.denied,
            warned: summary.warned,
            fixable: summary.fixable,
            fixable_unsafely: summary.fixable_unsafely,
            fixed: summary.fixed,
            notes: &summary.notes,
        };
        let errors: Vec<ErrorRecord<'_>> = summary.errors.iter().map(ErrorRecord::new).collect();
        out.push_str("\n],\n\"errors\":");
        push_json(out, &errors);
        out.push_str(",\n\"summary\":");
        push_json(out, &record);
        out.push_str("}\n");
    }
}
