//! Findings to be read by a person: some of a lint's, chosen by a seed, in their context.

use std::fmt::Write as _;

use copydesk::{Catalog, Finding};

use crate::corpora::{File, Record, SETS};
use crate::tally::Checked;

/// How many bytes of the text stand around a finding.
const AROUND: usize = 160;

/// What to show.
pub(crate) struct Wish<'a> {
    pub(crate) count: usize,
    /// A lint, a category or `all`.
    pub(crate) lint: &'a str,
    pub(crate) seed: u64,
}

/// Chooses findings and shows them. The same seed chooses the same ones, and a larger count chooses more beside them;
/// findings that came or went in the meantime do not change which of the others are chosen.
pub(crate) fn show(files: &[File], checked: &[Vec<Checked>], catalog: &Catalog, wish: &Wish<'_>) -> String {
    let mut all: Vec<(u64, &File, &Record, &Finding)> = Vec::new();
    for (file, checked) in files.iter().zip(checked) {
        for (record, checked) in file.records.iter().zip(checked) {
            let meant = checked.findings.iter().filter(|f| is_meant(f, catalog, wish.lint));
            all.extend(meant.map(|f| (lot(wish.seed, file, f), file, record, f)));
        }
    }
    let total = all.len();
    all.sort_by_key(|(lot, ..)| *lot);
    all.truncate(wish.count);
    let mut out = String::new();
    for (i, (_, file, record, finding)) in all.iter().enumerate() {
        let place = record.source.line_column(finding.span.start);
        let (set, lint, message) = (SETS[file.set].0, &finding.lint, &finding.message);
        let name = record.source.name();
        let _ = writeln!(out, "{:>3}. {set}/{} {name}:{}  {lint}: {message}", i + 1, file.name, place.line);
        let _ = writeln!(out, "     {}", context(record, finding));
        if let Some(fix) = finding.fixes.first() {
            let _ = writeln!(out, "     {} ({})", fix.title, fix.applicability.word());
        }
    }
    let _ = writeln!(out, "\n{} of {total} findings of `{}`, seed {}", all.len(), wish.lint, wish.seed);
    out
}

/// Whether a finding is of the lint or the category `name`, or that is `all`.
pub(crate) fn is_meant(finding: &Finding, catalog: &Catalog, name: &str) -> bool {
    name == "all" || *finding.lint == *name || catalog.category_of(&finding.lint) == Some(name)
}

/// A number that is as good as drawn by lot (FNV-1a, then a finaliser that mixes its bits).
fn lot(seed: u64, file: &File, finding: &Finding) -> u64 {
    let place = format!(
        "{seed} {}/{} {} {} {}",
        SETS[file.set].0, file.name, finding.source, finding.lint, finding.span.start
    );
    let hash = place.bytes().fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    });
    let mixed = (hash ^ (hash >> 33)).wrapping_mul(0xFF51_AFD7_ED55_8CCD);
    mixed ^ (mixed >> 33)
}

/// The finding between marks with the text around it, on one line.
fn context(record: &Record, finding: &Finding) -> String {
    let text = record.source.text();
    let (start, end) = (finding.span.start as usize, finding.span.end as usize);
    let (mut from, mut to) = (start.saturating_sub(AROUND), (end + AROUND).min(text.len()));
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let (lead, trail) = (if from > 0 { "…" } else { "" }, if to < text.len() { "…" } else { "" });
    let line = format!("{lead}{}▶{}◀{}{trail}", &text[from..start], &text[start..end], &text[end..to]);
    let plain = |c: char| match c {
        '\n' => '⏎',
        c if c.is_control() => '·',
        c => c,
    };
    line.chars().map(plain).collect()
}
