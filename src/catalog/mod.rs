//! The catalogue: all lints, built-in and the user's own, ready to run.
//!
//! Lint files are read by one road (`file` → `compile` → a program), at build time for the built-in ones and
//! at run time for a user's. The built-in program is stored as a digest, and a user's lints grow it.

mod atoms;
mod check;
mod compile;
mod digest;
mod expand;
mod file;
mod head;
mod inflect;
mod opening;
mod parts;
mod phrase;
mod rows;
mod tables;
mod trigger;
mod view;
mod words;

use std::borrow::Cow;
use std::collections::HashMap;

use crate::checks;
use crate::document::Date;
use crate::error::Error;
use crate::lint::{Lint, Run};
use crate::scan::Scanner;
use crate::scan::program::Program;
use crate::text::Vocabulary;
use compile::Compiler;
use file::File;
use head::LintHead;

/// The day on which the built-in catalogue was last gone through: what articles without a date of their own are
/// judged by.
pub const DATE: Date = match Date::new(2026, 11, 23) {
    Some(date) => date,
    None => panic!("the catalogue's date is a day of the calendar"),
};

/// All lints of a run.
#[derive(Debug)]
pub struct Catalog {
    lints: Vec<Lint>,
    by_id: HashMap<String, usize>,
    scanner: Scanner,
    /// Index in `lints` of each lint of the scanner's program.
    scanned: Vec<usize>,
}

/// A file of a lint folder, as it was read.
#[derive(Clone, Debug)]
pub struct LintFile {
    /// Its path below the folder, with `/`: `category/id.toml`, `data/table.toml`.
    pub path: String,
    /// What it is called in messages.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// One row of a lint, for people: `explain` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowView<'c> {
    /// The phrases or the regex, as written in the lint file, with the values of its table row for columns.
    pub patterns: Vec<Cow<'c, str>>,
    /// What it would write instead, as a template, with the same values.
    pub replace: Vec<Cow<'c, str>>,
    /// The words of the source language that it stands for.
    pub gloss: Option<&'c str>,
    /// Where the knowledge comes from.
    pub source: Option<&'c str>,
    /// Its own level.
    pub level: Option<crate::lint::Level>,
    /// Where and when it speaks, in plain words, a phrase for each limit.
    pub limits: Vec<String>,
}

impl Catalog {
    /// The lints that copydesk comes with.
    pub fn builtin() -> Self {
        let (program, heads) = builtin_program();
        Self::of(program, heads)
    }

    /// The lints that copydesk comes with and those of a user. All mistakes of the files are given at once.
    pub fn with_lints(files: &[LintFile]) -> Result<Self, Vec<Error>> {
        let (program, heads) = builtin_program();
        let mut compiler = Compiler::new(program, heads);
        let file = |f: &LintFile| File { name: f.name.as_str().into(), text: f.text.as_str().into() };
        compiler.add_files(&files.iter().map(|f| (f.path.clone(), file(f))).collect::<Vec<_>>());
        let taken: Vec<Error> = files.iter().filter_map(taken).collect();
        if !taken.is_empty() {
            return Err(taken);
        }
        let (program, heads) = compiler.finish()?;
        let catalog = Self::of(program, heads);
        Ok(catalog)
    }

    fn of(program: Program, heads: Vec<LintHead>) -> Self {
        let names = heads.iter().map(|h| (h.category.to_string(), h.id.to_string())).collect();
        let ids: Vec<String> = heads.iter().map(|h| h.id.to_string()).collect();
        let mut lints: Vec<Lint> = checks::ALL.iter().map(|&l| l.clone()).collect();
        lints.extend(heads.into_iter().map(lint_of));
        lints.sort_by(|a, b| (&a.category, &a.id).cmp(&(&b.category, &b.id)));
        let by_id: HashMap<String, usize> =
            lints.iter().enumerate().map(|(i, l)| (l.id.to_string(), i)).collect();
        let scanned = ids.iter().map(|id| by_id[id]).collect();
        Self { lints, by_id, scanner: Scanner::new(program, names, DATE), scanned }
    }

    /// The lints, sorted by category and id.
    pub fn lints(&self) -> &[Lint] {
        &self.lints
    }

    /// The lint of that id.
    pub fn get(&self, id: &str) -> Option<&Lint> {
        self.index_of(id).map(|i| &self.lints[i])
    }

    /// The index of a lint in [`Catalog::lints`].
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The category of a lint.
    pub fn category_of(&self, id: &str) -> Option<&str> {
        self.get(id).map(|l| &*l.category)
    }

    /// The rows of a lint that is written as data; none of one that is written in Rust.
    pub fn rows(&self, id: &str) -> Vec<RowView<'_>> {
        let Some(index) = self.index_of(id) else { return Vec::new() };
        view::rows(self.scanner.program(), |lint| self.scanned[lint as usize] == index)
    }

    /// From how many distinct rows on a lint of density speaks, whose rows they are (a lint or a category, `None` for its
    /// own), and its message as a template.
    pub fn density(&self, id: &str) -> Option<(u32, Option<&str>, &str)> {
        let index = self.index_of(id)?;
        let all = &self.scanner.program().densities;
        let density = all.iter().find(|d| self.scanned[d.lint as usize] == index)?;
        Some((density.distinct, density.of.as_deref(), &density.message))
    }

    /// How many phrases, with their alternatives multiplied out, and how many regexes the catalogue holds.
    pub fn size(&self) -> (usize, usize) {
        (self.scanner.program().sequences.len(), self.scanner.program().regexes.len())
    }

    /// The words that some pattern knows: what an article must be read with.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.scanner.vocabulary()
    }

    /// Runs all data lints over an article; `levels` is indexed as [`Catalog::lints`], and so is what `add` gets.
    pub(crate) fn scan(
        &self,
        document: &crate::document::Document<'_>,
        levels: &[crate::lint::Setting],
        settings: &crate::lint::Settings,
        mut add: impl FnMut(usize, crate::lint::Draft),
    ) {
        let scanned: Vec<crate::lint::Setting> = self.scanned.iter().map(|&i| levels[i]).collect();
        self.scanner.scan(document, &scanned, settings, |lint, draft| add(self.scanned[lint], draft));
    }
}

fn lint_of(head: LintHead) -> Lint {
    Lint {
        id: head.id,
        category: head.category,
        level: head.level,
        mqm: head.mqm,
        since: head.since,
        preview: head.preview,
        summary: head.summary,
        why: head.why,
        language: head.language,
        examples: head.examples.into(),
        run: Run::Patterns,
    }
}

/// The error of a lint file that has the id of a lint written in Rust, which the compiler does not know.
fn taken(file: &LintFile) -> Option<Error> {
    let (folder, id) = file.path.strip_suffix(".toml")?.rsplit_once('/')?;
    let other = checks::ALL.iter().find(|lint| lint.id == id && !folder.ends_with("data"))?;
    let error = Error::new(format!("there is a lint `{id}` in `{}` already", other.category));
    Some(error.at(file.name.as_str(), file.text.as_str(), crate::text::Span::default()))
}

fn builtin_program() -> (Program, Vec<LintHead>) {
    /// Bytes at a multiple of eight, as the columns of numbers in them want it.
    #[repr(C, align(8))]
    struct Aligned<B: ?Sized>(B);
    static BYTES: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/catalog.bin")));
    digest::unpack(&BYTES.0).expect("the digest was packed by the same version")
}
