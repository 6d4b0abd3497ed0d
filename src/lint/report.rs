//! The only way a check adds a finding.
//!
//! A check speaks of the prose; the report maps every position to the source, and lowers a fix to `manual` where
//! the source is not the prose word for word, or where the edit would change what is markup. So no lint has to think of markup.

use std::sync::Arc;

use super::{Applicability, Edit, Fact, Finding, Fix, Label, Level, LintId, Settings};
use crate::document::Document;
use crate::text::Span;

/// A finding in the making. Spans are bytes of the prose unless a method says otherwise.
#[derive(Clone, Debug)]
pub struct Draft {
    span: Span,
    message: String,
    labels: Vec<(Span, String)>,
    notes: Vec<String>,
    fixes: Vec<DraftFix>,
    level: Option<Level>,
}

#[derive(Clone, Debug)]
struct DraftFix {
    title: String,
    applicability: Applicability,
    prose: Vec<(Span, String)>,
    source: Vec<Edit>,
}

impl Draft {
    /// A finding at `span` of the prose. The message is one lower-case line without a full stop.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self {
            span,
            message: message.into(),
            labels: Vec::new(),
            notes: Vec::new(),
            fixes: Vec::new(),
            level: None,
        }
    }

    /// Another place that belongs to it.
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push((span, text.into()));
        self
    }

    /// More places that belong to it, all for the same reason.
    pub fn labels(mut self, spans: impl IntoIterator<Item = Span>, text: &str) -> Self {
        self.labels.extend(spans.into_iter().map(|span| (span, text.to_owned())));
        self
    }

    /// A further sentence.
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }

    /// A level of its own, for a row that has one.
    pub fn level(mut self, level: Level) -> Self {
        self.level = Some(level);
        self
    }

    /// Offers to write `new` over the whole finding; the title says so by itself.
    pub fn replace(self, new: impl Into<String>, applicability: Applicability) -> Self {
        let new = new.into();
        let title = if new.is_empty() { "delete it".to_owned() } else { format!("write `{new}`") };
        let span = self.span;
        self.fix(title, applicability, [(span, new)])
    }

    /// Offers a fix of edits to the prose.
    pub fn fix(
        mut self,
        title: impl Into<String>,
        applicability: Applicability,
        edits: impl IntoIterator<Item = (Span, String)>,
    ) -> Self {
        let prose = edits.into_iter().collect();
        self.fixes.push(DraftFix { title: title.into(), applicability, prose, source: Vec::new() });
        self
    }

    /// Offers a fix of edits to the source itself: whole blocks, markup, characters that prose does not have.
    pub fn fix_source(
        mut self,
        title: impl Into<String>,
        applicability: Applicability,
        edits: impl IntoIterator<Item = (Span, String)>,
    ) -> Self {
        let source = edits.into_iter().map(|(span, new)| Edit { span, new }).collect();
        self.fixes.push(DraftFix { title: title.into(), applicability, prose: Vec::new(), source });
        self
    }
}

/// Handed to a check, already set to its lint, level and article.
pub struct Report<'r> {
    document: &'r Document<'r>,
    settings: &'r Settings,
    lint: LintId,
    level: Level,
    findings: &'r mut Vec<Finding>,
}

impl<'r> Report<'r> {
    /// A report for one lint on one article.
    pub fn new(
        document: &'r Document<'r>,
        settings: &'r Settings,
        lint: LintId,
        level: Level,
        findings: &'r mut Vec<Finding>,
    ) -> Self {
        Self { document, settings, lint, level, findings }
    }

    /// What the user has set that checks may ask for.
    pub fn settings(&self) -> &'r Settings {
        self.settings
    }

    /// Adds a finding. One whose level is `allow` is dropped.
    pub fn add(&mut self, draft: Draft) {
        let level = draft.level.unwrap_or(self.level);
        if level == Level::Allow {
            return;
        }
        let source = self.document.source().name();
        let label = |(span, text)| Label { source: source.clone(), span: self.document.map(span).span, text };
        let finding = Finding {
            lint: self.lint.clone(),
            level,
            source: source.clone(),
            span: self.document.map(draft.span).span,
            message: one_line(draft.message),
            labels: draft.labels.into_iter().map(label).collect(),
            notes: draft.notes,
            fixes: draft.fixes.into_iter().map(|f| self.settle(f)).collect(),
        };
        self.findings.push(finding);
    }

    fn settle(&self, fix: DraftFix) -> Fix {
        let mut applicability = fix.applicability;
        let mut edits = fix.source;
        for (span, new) in fix.prose {
            let mapped = self.document.map(span);
            if !mapped.verbatim {
                applicability = Applicability::Manual;
            }
            edits.push(Edit { span: mapped.span, new });
        }
        let mut fix = Fix::new(one_line(fix.title), edits, applicability);
        let edits: Vec<(Span, &str)> = fix.edits().iter().map(|e| (e.span, &*e.new)).collect();
        if applicability > Applicability::Manual && !self.document.keeps_markup(&edits) {
            fix.applicability = Applicability::Manual;
        }
        fix
    }
}

/// A message is one line, even where the words that it quotes stand on two.
pub(crate) fn one_line(words: String) -> String {
    if words.contains(['\n', '\r']) { words.replace(['\n', '\r'], " ") } else { words }
}

/// Handed to the judging half of a lint that looks across articles.
pub struct Verdicts<'r> {
    lint: LintId,
    settings: &'r Settings,
    /// The level of the lint in each source; a source that is not listed is at the lint's own level.
    level: &'r dyn Fn(&Arc<str>) -> Level,
    findings: &'r mut Vec<Finding>,
}

impl<'r> Verdicts<'r> {
    /// Verdicts of one lint; `level` says how loud it is in a source.
    pub fn new(
        lint: LintId,
        settings: &'r Settings,
        level: &'r dyn Fn(&Arc<str>) -> Level,
        findings: &'r mut Vec<Finding>,
    ) -> Self {
        Self { lint, settings, level, findings }
    }

    /// What the user has set that checks may ask for.
    pub fn settings(&self) -> &'r Settings {
        self.settings
    }

    /// Adds a finding at the place of `fact`, with labels at the places of others and, if `replacement` is
    /// given, a fix that writes it over the fact's place.
    pub fn add(
        &mut self,
        fact: &Fact,
        message: impl Into<String>,
        labels: impl IntoIterator<Item = (Fact, String)>,
        replacement: Option<(String, Applicability)>,
    ) {
        let fix = replacement.map(|(new, wanted)| {
            let applicability = if fact.verbatim { wanted } else { Applicability::Manual };
            Fix::new(one_line(format!("write `{new}`")), vec![Edit { span: fact.span, new }], applicability)
        });
        self.add_with(fact, message, labels, fix);
    }

    /// As [`Verdicts::add`], with a fix of any kind; its edits are bytes of the fact's source.
    pub fn add_with(
        &mut self,
        fact: &Fact,
        message: impl Into<String>,
        labels: impl IntoIterator<Item = (Fact, String)>,
        fix: Option<Fix>,
    ) {
        let level = (self.level)(&fact.source);
        if level == Level::Allow {
            return;
        }
        self.findings.push(Finding {
            lint: self.lint.clone(),
            level,
            source: fact.source.clone(),
            span: fact.span,
            message: one_line(message.into()),
            labels: labels
                .into_iter()
                .map(|(f, text)| Label { source: f.source, span: f.span, text })
                .collect(),
            notes: Vec::new(),
            fixes: fix.into_iter().collect(),
        });
    }
}
