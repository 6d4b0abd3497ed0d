//! `pretty`: for people, in the manner of a compiler.

use std::collections::BTreeSet;
use std::sync::Arc;

use codespan_reporting::diagnostic::{LabelStyle, Severity};

use super::picture::Picture;
use super::{Article, Lints, Options, Renderer, Sources, Summary, sentences, visible};
use crate::error::Error;
use crate::lint::{Applicability, Finding, Fix, Level};
use crate::source::{Format, Source};

pub(super) struct Pretty<'l> {
    lints: &'l dyn Lints,
    options: Options,
    /// The lints whose reasons have been told: once is enough.
    told: BTreeSet<String>,
}

impl<'l> Pretty<'l> {
    pub(super) fn new(lints: &'l dyn Lints, options: Options) -> Self {
        Self { lints, options, told: BTreeSet::new() }
    }

    fn notes(&mut self, finding: &Finding, unseen: Vec<String>) -> Vec<String> {
        let mut notes: Vec<String> = Vec::new();
        let mut add = |head: &str, text: &str| notes.push(sentences::note(head, text, self.options.width));
        unseen.iter().for_each(|place| add("note", place));
        finding.notes.iter().for_each(|note| add("note", note));
        let why = self.lints.lint(&finding.lint).map_or("", |lint| sentences::first(&lint.why));
        if !why.is_empty() && self.told.insert(finding.lint.to_string()) {
            add("why", why);
        }
        finding.fixes.iter().for_each(|fix| add("help", &advice(fix)));
        notes
    }

    fn finding(&mut self, finding: &Finding, article: &Article<'_>, sources: &Sources<'_>, out: &mut String) {
        let here = |name: &Arc<str>| name == article.source.name();
        let others: Vec<Option<Arc<Source>>> = finding
            .labels
            .iter()
            .map(|label| if here(&label.source) { None } else { sources(&label.source) })
            .collect();
        let mut picture = Picture::new(self.options);
        picture.mark(article.id, article.source, finding.span, LabelStyle::Primary, "");
        let mut unseen = Vec::new();
        for (label, other) in finding.labels.iter().zip(&others) {
            let (name, source) = match other {
                Some(source) => (&*label.source, &**source),
                None if here(&label.source) => (article.id, article.source),
                None => {
                    unseen.push(format!("{}: {}", label.source, label.text));
                    continue;
                }
            };
            picture.mark(name, source, label.span, LabelStyle::Secondary, &label.text);
        }
        let severity = match finding.level {
            Level::Deny => Severity::Error,
            Level::Warn | Level::Allow => Severity::Warning,
        };
        picture.draw(severity, &finding.lint, &finding.message, self.notes(finding, unseen), out);
    }
}

impl Renderer for Pretty<'_> {
    fn article(&mut self, article: &Article<'_>, sources: &Sources<'_>, out: &mut String) {
        for finding in article.findings {
            self.finding(finding, article, sources, out);
        }
        for note in article.notes {
            out.push_str(&format!("note: {}: {}\n\n", visible(article.id), visible(note)));
        }
    }

    fn end(&mut self, summary: &Summary, out: &mut String) {
        for note in &summary.notes {
            out.push_str(&format!("note: {}\n", visible(note)));
        }
        out.push_str(&summary.line());
        out.push('\n');
    }
}

/// A mistake in a configuration or a lint file, as `pretty` shows it.
pub fn error(error: &Error, color: bool) -> String {
    let options = Options { color, ..Options::default() };
    let source = error.place.as_ref().and_then(|place| {
        let text = Source::new(place.name.clone(), place.text.clone(), Format::Text).ok()?;
        Some((place, text))
    });
    let mut picture = Picture::new(options);
    if let Some((place, source)) = &source {
        picture.mark(&place.name, source, place.span, LabelStyle::Primary, "");
    }
    let help = error.help.iter().map(|help| sentences::note("help", help, options.width)).collect();
    let mut out = String::new();
    picture.draw(Severity::Error, "", &error.message, help, &mut out);
    out
}

/// A fix as advice to the reader.
fn advice(fix: &Fix) -> String {
    let title = &fix.title;
    match (fix.applicability, title.strip_prefix("write ")) {
        (Applicability::Safe, _) => title.clone(),
        (Applicability::Unsafe, _) => format!("{title} (--unsafe-fixes)"),
        (Applicability::Manual, Some(what)) => format!("consider {what}"),
        (Applicability::Manual, None) => format!("consider this: {title}"),
    }
}
