//! Where findings go: through the renderer to standard output, and into the counts.

use super::run::Run;
use super::statistics::Statistics;
use super::terminal::Terminal;
use crate::error::Error;
use crate::lint::{Finding, Level};
use crate::linter::{Linter, Outcome};
use crate::render::{self, Article, Format, Renderer, Sources, Summary};

/// What prints the findings of a run and counts them.
pub struct Desk<'l> {
    /// The streams.
    pub terminal: Terminal,
    /// The counts.
    pub summary: Summary,
    renderer: Box<dyn Renderer + 'l>,
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
            deny_warnings: run.deny_warnings,
            notes_apart,
            target,
        };
        desk.write(|renderer, _, out| renderer.begin(out));
        desk
    }

    /// The findings as they count in this run.
    pub fn weigh(&self, mut findings: Vec<Finding>) -> Vec<Finding> {
        if self.deny_warnings {
            for finding in findings.iter_mut().filter(|f| f.level == Level::Warn) {
                finding.level = Level::Deny;
            }
        }
        findings
    }

    /// Prints and counts one article.
    pub fn show(&mut self, article: &Article<'_>, sources: &Sources<'_>) {
        self.summary.add(article);
        for note in article.notes.iter().filter(|_| self.notes_apart) {
            self.terminal.note(&format!("{}: {note}", render::visible(article.id)));
        }
        self.write(|renderer, _, out| renderer.article(article, sources, out));
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

/// Why an article was passed over, in words for its reader.
pub fn remarks(outcome: &Outcome) -> Vec<String> {
    outcome.skipped.iter().map(|language| format!("not checked: it is in {language}")).collect()
}
