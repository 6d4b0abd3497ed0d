//! Where findings go: through the renderer to standard output, and into the counts.

use std::borrow::Cow;
use std::sync::Arc;

use super::run::Run;
use super::statistics::Statistics;
use super::terminal::Terminal;
use crate::catalog::Catalog;
use crate::error::Error;
use crate::lint::{Finding, Level};
use crate::linter::{Linter, Outcome};
use crate::render::{self, Article, Format, Record, Renderer, Sources, Summary};
use crate::signals;
use crate::source::Source;

/// What prints the findings of a run and counts them.
pub struct Desk<'l> {
    /// The streams.
    pub terminal: Terminal,
    /// The counts.
    pub summary: Summary,
    renderer: Box<dyn Renderer + 'l>,
    catalog: &'l Catalog,
    deny_warnings: bool,
    /// Remarks on articles go to standard error, because the format has no place for them.
    notes_apart: bool,
    target: Target,
}

/// Where findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// On standard output.
    Output,
    /// On standard error: standard output is taken by a text that has been fixed.
    Aside,
    /// Nowhere, they only count: standard output is taken by a difference.
    Nowhere,
}

impl<'l> Desk<'l> {
    /// A desk that prints as `run` says.
    pub fn new(linter: &'l Linter, run: &Run, terminal: Terminal, target: Target) -> Self {
        let renderer: Box<dyn Renderer> = match run.statistics {
            true => Box::new(Statistics::new(matches!(run.format, Format::Json | Format::Jsonl))),
            false => render::renderer(run.format, linter.catalog(), terminal.options()),
        };
        let shown = matches!(run.format, Format::Pretty | Format::Json | Format::Jsonl | Format::Github);
        let notes_apart = run.statistics || !shown;
        let mut desk = Self {
            terminal,
            summary: Summary::default(),
            renderer,
            catalog: linter.catalog(),
            deny_warnings: run.deny_warnings,
            notes_apart,
            target,
        };
        desk.write(|renderer, _, out| renderer.begin(out));
        desk
    }

    /// Prints and counts one article.
    pub fn show(
        &mut self,
        (name, source): (&Name, &Source),
        findings: &[Finding],
        about: &About,
        sources: &Sources<'_>,
    ) {
        let findings = self.weighed(findings);
        let mut notes: Vec<String> = about.notes.clone();
        notes.extend(signals::note(self.catalog, &findings));
        let (words, score) = (about.words, about.score);
        let record = name.record.as_ref();
        let article =
            Article { words, score, notes: &notes, record, ..Article::new(&name.id, source, &findings) };
        self.summary.add(&article);
        for note in notes.iter().filter(|_| self.notes_apart) {
            self.terminal.note(&format!("{}: {note}", render::visible(&name.id)));
        }
        self.write(|renderer, _, out| renderer.article(&article, sources, out));
    }

    /// The findings as they count in this run.
    fn weighed<'f>(&self, findings: &'f [Finding]) -> Cow<'f, [Finding]> {
        if !self.deny_warnings {
            return Cow::Borrowed(findings);
        }
        let mut findings = findings.to_vec();
        findings.iter_mut().filter(|f| f.level == Level::Warn).for_each(|f| f.level = Level::Deny);
        Cow::Owned(findings)
    }

    /// Tells and counts what kept an article from being checked.
    pub fn fail(&mut self, error: Error) {
        self.terminal.error(&error);
        self.summary.errors.push(error);
    }

    /// Prints what stands after the last article.
    pub fn end(&mut self) {
        self.terminal.progress().end();
        self.write(|renderer, summary, out| renderer.end(summary, out));
        self.terminal.flush();
    }

    fn write(&mut self, render: impl FnOnce(&mut dyn Renderer, &Summary, &mut String)) {
        let mut out = String::new();
        render(&mut *self.renderer, &self.summary, &mut out);
        match self.target {
            Target::Output => self.terminal.print(&out),
            Target::Aside => self.terminal.say(&out),
            Target::Nowhere => {}
        }
    }
}

/// What an article is called in output.
#[derive(Clone, Debug)]
pub struct Name {
    /// Its path, the id of its record, or the id, title and link of its post.
    id: Arc<str>,
    /// If it is one of many in its file.
    record: Option<Record>,
}

impl Name {
    /// An article that is a file.
    pub fn file(path: Arc<str>) -> Self {
        Self { id: path, record: None }
    }

    /// A record of a list.
    pub fn record(id: Arc<str>, list: Arc<str>) -> Self {
        let record = Record { id: id.clone(), file: list, title: None, link: None };
        Self { id, record: Some(record) }
    }

    /// A post of an export.
    pub fn post(id: &str, title: Option<String>, link: Option<String>, export: Arc<str>) -> Self {
        let about: Vec<&str> = title.iter().chain(&link).map(String::as_str).collect();
        let full = if about.is_empty() { id.to_owned() } else { format!("{id} ({})", about.join(", ")) };
        let record = Record { id: id.into(), file: export, title, link };
        Self { id: full.into(), record: Some(record) }
    }
}

/// What is said of an article as a whole.
#[derive(Clone, Debug, Default)]
pub struct About {
    /// How many words it has.
    pub words: usize,
    /// How much it reads like machine translation, from 0 to 1.
    pub score: Option<f32>,
    /// Remarks on it.
    pub notes: Vec<String>,
}

impl About {
    /// What an outcome says.
    pub fn new(outcome: &Outcome) -> Self {
        let passed_over = |language| format!("not checked: it is in {language}");
        let notes = outcome.skipped.iter().map(passed_over).collect();
        Self { words: outcome.words, score: outcome.score(), notes }
    }
}
