//! The page of numbers, in Markdown: printed, and written to `docs/precision.md`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use copydesk::{Catalog, Level, Lint};

use crate::corpora::{File, SETS};
use crate::numbers::wilson;
use crate::reads::Reads;
use crate::tally::{Checked, Count, by_lint};

/// Everything that the page is made of.
pub(crate) struct Report<'a> {
    pub(crate) files: &'a [File],
    /// What the levels as shipped found.
    pub(crate) shipped: &'a [Vec<Checked>],
    /// What everything together found, also what is off by default.
    pub(crate) everything: &'a [Vec<Checked>],
    pub(crate) catalog: &'a Catalog,
    pub(crate) reads: &'a Reads,
    pub(crate) date: Option<&'a str>,
}

const HEAD: &str = "\
# How often copydesk is right

This page is written by `cargo run --release --example precision -- CORPORA --date YYYY-MM-DD --write`; what people have read
stands in [precision-read.toml](precision-read.toml). The corpora are texts of others and no part of this repository: no
sentence of theirs is, only these counts. Every record of theirs is checked by itself.
";

const LINTS: &str = "\
Findings, and in brackets how many that is in 1,000 words. A lint that is off by default (`allow`) is counted as if it were
on; where some rows of a lint are off by default, a second line counts all of them.

*On a mark* is the share of the findings in `spans` that touch an error which experts marked; it means something only beside
*by chance*, the share that findings of the same lengths would reach at places drawn by lot. Experts mark what is wrong beside the
original, and by far not everything: a finding off the marks can be right.

*Read* is how many of the findings that a person read are right: an editor would change the line. Beside it stands the 95 % interval
of that share (Wilson). A lint at `deny` has to hold 95 of 100, one at `warn` 85 of 100.
";

impl Report<'_> {
    /// The whole page.
    pub(crate) fn page(&self) -> String {
        let mut page = HEAD.to_owned();
        if let Some(date) = self.date {
            let _ = write!(page, "\nMeasured with copydesk {} on {date}.\n", env!("CARGO_PKG_VERSION"));
        }
        let _ = write!(page, "\n## At default levels\n\n{}", table(self.totals()));
        let skipped = self.shipped.iter().flatten().filter(|c| c.skipped).count();
        if skipped > 0 {
            let _ = write!(
                page,
                "\nTaken for another language than English, and not checked: {skipped} records.\n"
            );
        }
        let _ = write!(page, "\n## Lint by lint\n\n{LINTS}\n{}", table(self.lints()));
        let _ = write!(page, "\n## What was read\n\n{}", self.notes());
        page
    }

    /// Sets and their files: sizes, and findings at default levels.
    fn totals(&self) -> Vec<Vec<String>> {
        let mut rows =
            vec![cells(["set", "what", "records", "words", "findings", "per 1,000 words", "errors"])];
        for (set, (name, what)) in SETS.iter().enumerate() {
            let own = || self.files.iter().zip(self.shipped).filter(move |(file, _)| file.set == set);
            if own().next().is_none() {
                continue;
            }
            rows.push(total(&format!("**{name}**"), what, own().flat_map(|(_, checked)| checked)));
            rows.extend(own().map(|(file, checked)| total("", &file.name, checked.iter())));
        }
        rows
    }

    /// One line for each lint, a second one where more of it is there than is on.
    fn lints(&self) -> Vec<Vec<String>> {
        let (shipped, everything) = (by_lint(self.files, self.shipped), by_lint(self.files, self.everything));
        let mut words = [0; SETS.len()];
        for (file, checked) in self.files.iter().zip(self.shipped) {
            words[file.set] += checked.iter().map(|c| c.words).sum::<usize>();
        }
        let head = ["lint", "level", "clean", "ht", "mt", "spans", "on a mark", "by chance", "read", "95 %"];
        let mut rows = vec![cells(head)];
        for lint in self.catalog.lints() {
            let of = |counts: &BTreeMap<String, Count>| counts.get(&*lint.id).cloned().unwrap_or_default();
            let (on, all) = (of(&shipped), of(&everything));
            let off = lint.level == Level::Allow || lint.preview;
            let mut row = cells([&format!("`{}`", lint.id), &level(lint)]);
            row.extend(figures(if off { &all } else { &on }, &words));
            row.extend(self.read(&lint.id));
            rows.push(row);
            if !off && on != all {
                let mut row = cells(["", "all rows"]);
                row.extend(figures(&all, &words));
                row.extend(cells(["", ""]));
                rows.push(row);
            }
        }
        rows
    }

    /// The cells of what was read of a lint.
    fn read(&self, lint: &str) -> Vec<String> {
        let Some(read) = self.reads.get(lint) else { return cells(["", ""]) };
        let (low, high) = wilson(read.right, read.read);
        vec![format!("{} of {}", read.right, read.read), format!("{:.0}–{:.0}", low * 100.0, high * 100.0)]
    }

    /// What was noted when findings were read.
    fn notes(&self) -> String {
        let (right, read) = self.reads.values().fold((0, 0), |(r, n), x| (r + x.right, n + x.read));
        let mut out = format!("{read} findings of {} lints, {right} of them right.\n\n", self.reads.len());
        for (lint, read) in self.reads {
            let colon = if read.note.is_empty() { "" } else { ": " };
            let _ = writeln!(out, "- `{lint}` ({}){colon}{}", read.date, read.note);
        }
        out
    }
}

fn level(lint: &Lint) -> String {
    if lint.preview { format!("{}, preview", lint.level) } else { lint.level.to_string() }
}

/// One line of sizes and findings.
fn total<'a>(name: &str, what: &str, checked: impl Iterator<Item = &'a Checked>) -> Vec<String> {
    let (mut records, mut words, mut findings, mut errors) = (0, 0, 0, 0);
    for one in checked {
        records += 1;
        words += one.words;
        findings += one.findings.len();
        errors += one.findings.iter().filter(|f| f.level == Level::Deny).count();
    }
    let rate = findings as f64 * 1000.0 / (words as f64).max(1.0);
    let numbers = [records, words, findings].map(|n| n.to_string());
    let mut row = cells([name, what]);
    row.extend(numbers);
    row.extend([format!("{rate:.2}"), errors.to_string()]);
    row
}

/// Findings by set with their rates, and how they lie to the marks.
fn figures(count: &Count, words: &[usize]) -> Vec<String> {
    let mut row: Vec<String> = (0..3).map(|set| rated(count.findings[set], words[set])).collect();
    row.push(count.beside_marks.to_string());
    let share = |part: f64| match count.beside_marks {
        0 => String::new(),
        all => format!("{:.2}", part / all as f64),
    };
    row.extend([share(count.on_marks as f64), share(count.by_chance)]);
    row
}

fn rated(findings: usize, words: usize) -> String {
    if findings == 0 || words == 0 {
        return findings.to_string();
    }
    format!("{findings} ({:.3})", findings as f64 * 1000.0 / words as f64)
}

fn cells<S: ToString, const N: usize>(texts: [S; N]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

/// A table of Markdown whose columns also stand straight in a terminal; the first two are words, the others numbers.
fn table(rows: Vec<Vec<String>>) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0).max(3);
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let mut out = String::new();
    for (i, row) in rows.iter().enumerate() {
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let _ = match column {
                0 | 1 => write!(out, "| {cell:<width$} "),
                _ => write!(out, "| {cell:>width$} "),
            };
        }
        out.push_str("|\n");
        if i == 0 {
            for (column, width) in widths.iter().enumerate() {
                let _ = write!(out, "|{}{}", "-".repeat(width + 1), if column < 2 { "-" } else { ":" });
            }
            out.push_str("|\n");
        }
    }
    out
}
