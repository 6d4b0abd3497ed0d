//! The articles of a run that belong together: checked in parallel, judged as one publication.

mod mend;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

pub use mend::Mended;
use rayon::prelude::*;

use super::desk::{About, Desk, Name};
use super::export;
use super::input::{Input, Kind};
use super::origin::{Kept, Origin};
use super::records::{self, Line};
use super::run::Run;
use super::stream::{self, PIECE};
use super::text;
use crate::error::Error;
use crate::intake::Charset;
use crate::lint::Finding;
use crate::linter::{Linter, Outcome};
use crate::project::Project;
use crate::source::{Format, Source};

/// Texts with findings are kept for rendering up to so many bytes; beyond that they are read again.
const ENOUGH: usize = 64 << 20;

/// One article of the publication.
pub struct Member {
    /// What it is called in output.
    pub name: Name,
    /// What is said of it as a whole.
    pub about: About,
    /// The way to its text.
    pub text: Kept,
}

/// An article that has been checked.
type Checked = Result<(Member, Outcome), Error>;

/// Articles that are judged together.
pub struct Publication<'r> {
    linter: &'r Linter,
    run: &'r Run,
    project: Project<'r>,
    members: Vec<Member>,
    by_name: HashMap<Arc<str>, usize>,
    findings: HashMap<Arc<str>, Vec<Finding>>,
    /// Bytes of text that are kept.
    kept: AtomicUsize,
}

impl<'r> Publication<'r> {
    /// An empty publication.
    pub fn new(linter: &'r Linter, run: &'r Run) -> Self {
        Self {
            linter,
            run,
            project: Project::new(linter),
            members: Vec::new(),
            by_name: HashMap::new(),
            findings: HashMap::new(),
            kept: AtomicUsize::new(0),
        }
    }

    /// Reads and checks inputs, articles in parallel; tells what cannot be read.
    pub fn gather(&mut self, inputs: &[Input], desk: &mut Desk<'_>) {
        let progress = desk.terminal.progress().clone();
        let one = |input: &Input| match input.kind {
            Kind::Article(format) => {
                let checked = self.article(input, format);
                progress.add(input.bytes());
                Some(checked)
            }
            Kind::Records | Kind::Export(_) => None,
        };
        let checked: Vec<Option<Checked>> = inputs.par_iter().map(one).collect();
        for (input, checked) in inputs.iter().zip(checked) {
            match checked {
                Some(checked) => self.add(checked, desk),
                None if input.kind == Kind::Records => self.list(input, desk),
                None => self.export(input, desk),
            }
        }
    }

    /// One file or standard input.
    fn article(&self, input: &Input, format: Format) -> Checked {
        let (source, charset) = input.read(format, self.run)?;
        let origin = input.path.clone().map_or(Origin::Stdin, Origin::File);
        Ok(self.check(Name::file(input.name.clone()), source, charset, origin))
    }

    /// The records of a list, a piece at a time.
    fn list(&mut self, input: &Input, desk: &mut Desk<'_>) {
        let mut lines = match stream::open(input, self.run) {
            Ok(lines) => lines,
            Err(e) => return desk.fail(e),
        };
        loop {
            let piece = match lines.piece(PIECE) {
                Ok(piece) if piece.is_empty() => return,
                Ok(piece) => piece,
                Err(e) => return desk.fail(text::unreadable(&input.name, &e)),
            };
            let checked: Vec<Checked> = piece.par_iter().map(|line| self.record(input, line)).collect();
            checked.into_iter().for_each(|c| self.add(c, desk));
        }
    }

    /// The posts of an export.
    fn export(&mut self, input: &Input, desk: &mut Desk<'_>) {
        let posts = match export::read(input, self.run) {
            Ok(posts) => posts,
            Err(e) => return desk.fail(e),
        };
        let checked = posts.into_par_iter().map(|post| {
            let (name, source) = export::named(post?, &input.name);
            Ok(self.check(name, source, Charset::default(), Origin::Export))
        });
        let checked: Vec<Checked> = checked.collect();
        desk.terminal.progress().add(input.bytes());
        checked.into_iter().for_each(|c| self.add(c, desk));
    }

    fn record(&self, input: &Input, line: &Line) -> Checked {
        let record = records::parse(&input.name, line, self.run)?;
        // A list that was decoded is not read again line by line.
        let path = input.path.clone().filter(|_| line.beneath.is_none());
        let origin =
            Origin::Line { path, list: input.name.clone(), number: line.number, offset: line.offset };
        let name = Name::record(record.id, input.name.clone());
        Ok(self.check(name, record.source, Charset::default(), origin))
    }

    fn check(&self, name: Name, source: Source, charset: Charset, origin: Origin) -> (Member, Outcome) {
        let outcome = self.linter.check(&source);
        let mut text = Kept::new(source, charset, origin);
        let kept = self.kept.fetch_add(text.bytes(), Ordering::Relaxed);
        if outcome.findings.is_empty() || kept > ENOUGH {
            self.kept.fetch_sub(text.bytes(), Ordering::Relaxed);
            text.release();
        }
        (Member { name, about: About::new(&outcome), text }, outcome)
    }

    fn add(&mut self, checked: Checked, desk: &mut Desk<'_>) {
        match checked {
            Ok((member, _)) if self.by_name.contains_key(member.text.name()) => {
                desk.fail(Error::new(format!("there are two articles called `{}`", member.text.name())));
            }
            Ok((member, outcome)) => {
                self.by_name.insert(member.text.name().clone(), self.members.len());
                self.members.push(member);
                self.project.insert(outcome);
            }
            Err(e) => desk.fail(e),
        }
    }

    /// Draws the conclusions from everything that was gathered.
    pub fn judge(&mut self) {
        self.findings.clear();
        for finding in self.project.findings() {
            self.findings.entry(finding.source.clone()).or_default().push(finding);
        }
    }

    /// The final findings of a member; [`Publication::judge`] makes them.
    pub fn findings(&self, member: &Member) -> &[Finding] {
        self.findings.get(member.text.name()).map_or(&[], Vec::as_slice)
    }

    /// The text of standard input, if that is one of the articles, and how it is written.
    pub fn standard_input(&self) -> Option<(Arc<Source>, Charset)> {
        let member = self.members.iter().find(|m| matches!(m.text.origin, Origin::Stdin))?;
        Some((member.text.get(self.run).ok()?, member.text.charset()))
    }

    /// Prints what was found.
    pub fn show(&self, desk: &mut Desk<'_>) {
        let sources = |name: &str| self.members[*self.by_name.get(name)?].text.get(self.run).ok();
        for member in &self.members {
            let findings = self.findings(member);
            let source = match findings.is_empty() {
                true => Ok(Arc::new(member.text.empty())),
                false => member.text.get(self.run),
            };
            match source {
                Ok(source) => desk.show((&member.name, &source), findings, &member.about, &sources),
                Err(e) => desk.fail(e),
            }
            if desk.terminal.closed() {
                return;
            }
        }
    }
}
