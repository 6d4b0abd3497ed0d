//! What a lint found, phrase by phrase: how often each stands in each set. A phrase that stands in edited English is to
//! be narrowed, lowered or dropped.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write as _;

use copydesk::Catalog;

use crate::corpora::{File, SETS};
use crate::sample::is_meant;
use crate::tally::Checked;

/// A table of the phrases of a lint, a category or `all`, those of edited English first.
pub(crate) fn table(files: &[File], checked: &[Vec<Checked>], catalog: &Catalog, name: &str) -> String {
    let mut counts: BTreeMap<(String, String), [usize; SETS.len()]> = BTreeMap::new();
    for (file, checked) in files.iter().zip(checked) {
        for (record, checked) in file.records.iter().zip(checked) {
            for finding in checked.findings.iter().filter(|f| is_meant(f, catalog, name)) {
                let words = record.source.text()[finding.span.range()].split_whitespace();
                let phrase = words.collect::<Vec<_>>().join(" ").to_lowercase();
                counts.entry((finding.lint.to_string(), phrase)).or_default()[file.set] += 1;
            }
        }
    }
    let mut rows: Vec<_> = counts.into_iter().collect();
    rows.sort_by_key(|(_, counts)| (Reverse(counts[0]), Reverse(counts.iter().sum::<usize>())));
    let mut out = SETS.map(|(set, _)| format!("{set:>7}")).concat() + "  lint: phrase\n";
    for ((lint, phrase), counts) in rows {
        let counts = counts.map(|count| format!("{count:>7}")).concat();
        let _ = writeln!(out, "{counts}  {lint}: {phrase}");
    }
    out
}
