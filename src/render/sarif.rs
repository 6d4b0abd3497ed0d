//! `sarif`: SARIF 2.1.0, for code scanning services and editors.
//!
//! Results are written as they come, so the rules, which are those that were met, follow after them.

use serde_json::{Value, json};

use super::fingerprint::Fingerprints;
use super::record::push_json;
use super::{Article, Lints, Renderer, Sources, Summary, place, sentences};
use crate::lint::{Edit, Finding, Fix, Label, Level, Lint};
use crate::source::Source;
use crate::text::Span;

pub(super) struct Sarif<'l> {
    lints: &'l dyn Lints,
    /// Ids of the lints that have been met, in the order of their first findings: their rule indices.
    rules: Vec<String>,
    begun: bool,
    fingerprints: Fingerprints,
}

impl<'l> Sarif<'l> {
    pub(super) fn new(lints: &'l dyn Lints) -> Self {
        Self { lints, rules: Vec::new(), begun: false, fingerprints: Fingerprints::default() }
    }

    fn rule_index(&mut self, id: &str) -> usize {
        self.rules.iter().position(|rule| rule == id).unwrap_or_else(|| {
            self.rules.push(id.to_owned());
            self.rules.len() - 1
        })
    }
}

impl Renderer for Sarif<'_> {
    fn begin(&mut self, out: &mut String) {
        out.push_str(
            "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\n\
             \"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[",
        );
    }

    fn article(&mut self, article: &Article<'_>, sources: &Sources<'_>, out: &mut String) {
        for finding in article.findings {
            out.push_str(if std::mem::replace(&mut self.begun, true) { ",\n" } else { "\n" });
            let mut value = result(article, finding, sources);
            value["ruleIndex"] = self.rule_index(&finding.lint).into();
            let name = self.fingerprints.next(article.id, article.source, finding);
            value["partialFingerprints"] = json!({ "primaryLocationLineHash": name });
            push_json(out, &value);
        }
    }

    fn end(&mut self, summary: &Summary, out: &mut String) {
        let rules: Vec<Value> = self.rules.iter().map(|id| rule(id, self.lints.lint(id))).collect();
        let driver =
            json!({ "name": "copydesk", "semanticVersion": env!("CARGO_PKG_VERSION"), "rules": rules });
        let failed =
            |error: &crate::error::Error| json!({ "level": "error", "message": text(&error.message) });
        let invocation = json!({
            "executionSuccessful": summary.errors.is_empty(),
            "toolExecutionNotifications": summary.errors.iter().map(failed).collect::<Vec<_>>(),
        });
        out.push_str("\n],\n\"tool\":");
        push_json(out, &json!({ "driver": driver }));
        out.push_str(",\n\"invocations\":");
        push_json(out, &json!([invocation]));
        out.push_str("}]}\n");
    }
}

fn rule(id: &str, lint: Option<&Lint>) -> Value {
    let Some(lint) = lint else { return json!({ "id": id }) };
    let mut rule = json!({
        "id": id,
        "shortDescription": text(&lint.summary),
        "defaultConfiguration": { "level": level(lint.level) },
        "properties": { "category": lint.category, "mqm": lint.mqm, "tags": [lint.category] },
    });
    if !lint.why.trim().is_empty() {
        rule["fullDescription"] = text(sentences::first(&lint.why));
        rule["help"] = json!({ "text": lint.why.trim(), "markdown": lint.why.trim() });
    }
    rule
}

fn result(article: &Article<'_>, finding: &Finding, sources: &Sources<'_>) -> Value {
    let mut message = finding.message.clone();
    for note in &finding.notes {
        message.push('\n');
        message.push_str(note);
    }
    let mut result = json!({
        "ruleId": &*finding.lint,
        "level": level(finding.level),
        "message": text(&message),
        "locations": [location(article.id, article.source, finding.span)],
    });
    let mut places: Vec<Value> = Vec::new();
    for place in finding.labels.iter().filter_map(|label| related(article, label, sources)) {
        // SARIF wants them to differ from each other.
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if !places.is_empty() {
        result["relatedLocations"] = places.into();
    }
    // A fix needs something to replace.
    let fixes: Vec<Value> =
        finding.fixes.iter().filter(|f| !f.edits().is_empty()).map(|f| fix(article, f)).collect();
    if !fixes.is_empty() {
        result["fixes"] = fixes.into();
    }
    result
}

fn related(article: &Article<'_>, label: &Label, sources: &Sources<'_>) -> Option<Value> {
    let mut location = if label.source == *article.source.name() {
        location(article.id, article.source, label.span)
    } else {
        location(&label.source, &*sources(&label.source)?, label.span)
    };
    location["message"] = text(&label.text);
    Some(location)
}

fn fix(article: &Article<'_>, fix: &Fix) -> Value {
    let replacement = |edit: &Edit| {
        json!({
            "deletedRegion": region(article.source, edit.span),
            "insertedContent": text(&edit.new),
        })
    };
    json!({
        "description": text(&fix.title),
        "artifactChanges": [{
            "artifactLocation": artifact(article.id),
            "replacements": fix.edits().iter().map(replacement).collect::<Vec<_>>(),
        }],
    })
}

fn location(id: &str, source: &Source, span: Span) -> Value {
    json!({ "physicalLocation": { "artifactLocation": artifact(id), "region": region(source, span) } })
}

fn region(source: &Source, span: Span) -> Value {
    let (from, to) = place::ends(source, span);
    json!({ "startLine": from.line, "startColumn": from.column, "endLine": to.line, "endColumn": to.column })
}

/// A path relative to the root of the sources, or a `file:` URI for one that is not.
fn artifact(id: &str) -> Value {
    let path = place::path(id);
    let uri = percent_encoded(&path);
    if path.starts_with('/') {
        json!({ "uri": format!("file://{uri}") })
    } else {
        json!({ "uri": uri, "uriBaseId": "%SRCROOT%" })
    }
}

fn percent_encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(byte.into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

fn level(level: Level) -> &'static str {
    match level {
        Level::Deny => "error",
        Level::Warn => "warning",
        Level::Allow => "none",
    }
}

fn text(text: &str) -> Value {
    json!({ "text": text })
}
