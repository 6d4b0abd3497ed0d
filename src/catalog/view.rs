//! Rows of the program in plain words: what `explain` says about where a row speaks.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::RowView;
use crate::document::{Date, Zone};
use crate::scan::program::{Anchor, Conditions, Program, Quotes, Row, values, zone_bit};
use crate::scan::sequences::Target;

const ZONES: [(Zone, &str); 9] = [
    (Zone::Headline, "the headline"),
    (Zone::Standfirst, "the standfirst"),
    (Zone::Body, "the body"),
    (Zone::Heading, "headings"),
    (Zone::Caption, "captions"),
    (Zone::List, "lists"),
    (Zone::Table, "tables"),
    (Zone::BlockQuote, "block quotations"),
    (Zone::Footer, "the footer"),
];

const ANCHORS: [(Anchor, &str); 9] = [
    (Anchor::Line, "alone on a line"),
    (Anchor::BlockStart, "at the start of a paragraph"),
    (Anchor::BlockEnd, "at the end of a paragraph"),
    (Anchor::SentenceStart, "at the start of a sentence"),
    (Anchor::SentenceEnd, "at the end of a sentence"),
    (Anchor::FirstBlock, "in the first paragraph"),
    (Anchor::LastBlock, "in the last paragraph"),
    (Anchor::Head, "in the first 15 % of the paragraphs"),
    (Anchor::Tail, "in the last 30 % of the paragraphs"),
];

/// The rows of the lints that `is_meant` says yes to; one over a table comes once for each row of the table.
pub(super) fn rows(program: &Program, is_meant: impl Fn(u32) -> bool) -> Vec<RowView<'_>> {
    let mut bounds: BTreeMap<u32, BTreeSet<(u32, u32)>> = BTreeMap::new();
    for sequence in 0..program.sequences.len() as u32 {
        if let (Target::Row(row), Some(bound)) =
            (program.sequences.target(sequence), program.sequences.bound(sequence))
        {
            bounds.entry(row).or_default().insert(bound);
        }
    }
    let mut views = Vec::new();
    for (i, row) in (0..).zip(&program.rows).filter(|(_, row)| is_meant(row.lint)) {
        let bound = bounds.get(&i).into_iter().flatten().copied().map(Some).collect::<Vec<_>>();
        for bound in if bound.is_empty() { vec![None] } else { bound } {
            let filled = |text: &'_ crate::text::Text, all| filled(program, text, bound, all);
            views.push(RowView {
                patterns: row.shown.iter().map(|text| borrowed(text, filled(text, true))).collect(),
                replace: row.replace.iter().map(|text| borrowed(text, filled(text, false))).collect(),
                gloss: row.gloss.as_deref(),
                source: row.source.as_deref(),
                level: row.level,
                limits: limits(row),
            });
        }
    }
    views
}

fn borrowed(text: &str, filled: Option<String>) -> Cow<'_, str> {
    filled.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// A phrase or a template with the values of a table row for its columns: all of them, or the first.
fn filled(program: &Program, text: &str, bound: Option<(u32, u32)>, all: bool) -> Option<String> {
    let (table, row) = bound?;
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (slot, behind) = after.split_once('}')?;
        let (column, linked) = slot.split_once('.').map_or((slot, None), |(c, l)| (c, Some(l)));
        let mut found = values(&program.tables, table, row, column, linked);
        found.truncate(if all { found.len() } else { 1 });
        let value = match &found[..] {
            [] => format!("{{{slot}}}"),
            [one] => one.clone(),
            several => format!("({})", several.join("|")),
        };
        out.push_str(before);
        out.push_str(&value);
        rest = behind;
    }
    Some(out + rest)
}

/// Where and when a row speaks, a phrase for each limit; nothing if it speaks everywhere.
fn limits(row: &Row) -> Vec<String> {
    let mut limits = Vec::new();
    let (on, off): (Vec<_>, Vec<_>) = ZONES.iter().partition(|(zone, _)| row.zones & zone_bit(*zone) != 0);
    let names =
        |zones: Vec<&(Zone, &str)>| zones.iter().map(|(_, name)| *name).collect::<Vec<_>>().join(", ");
    if !off.is_empty() {
        limits.push(if on.len() <= off.len() {
            format!("only in {}", names(on))
        } else {
            format!("not in {}", names(off))
        });
    }
    let anchors = ANCHORS.iter().filter(|(anchor, _)| row.anchors & *anchor as u16 != 0);
    limits.extend(anchors.map(|(_, words)| (*words).to_owned()));
    match row.quotes {
        Quotes::Any => {}
        Quotes::Skip => limits.push("not inside quotation marks".to_owned()),
        Quotes::Only => limits.push("only inside quotation marks".to_owned()),
    }
    if !row.variety.is_empty() {
        let varieties: Vec<&str> = row.variety.iter().map(|v| &**v).collect();
        limits.push(format!("not where `varieties` has {}", varieties.join(" or ")));
    }
    limits.extend(row.since.map(|day| format!("in articles from {} on", written(day))));
    limits.extend(row.until.map(|day| format!("in articles up to {}", written(day))));
    row.unless.iter().for_each(|c| limits.extend(conditions(c).map(|what| format!("not {what}"))));
    row.only.iter().for_each(|c| limits.extend(conditions(c).map(|what| format!("only {what}"))));
    limits.dedup();
    limits
}

fn written(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}

/// The conditions that are set. Their phrases lie in the trie, which does not give them back.
fn conditions(c: &Conditions) -> impl Iterator<Item = &'static str> {
    let all = [
        (c.here.is_some(), "where a phrase of its `here` covers it"),
        (c.before.is_some(), "after certain words"),
        (c.after.is_some(), "before certain words"),
        (c.sentence.is_some(), "with certain words in the sentence"),
        (c.paragraph.is_some(), "with certain words in the paragraph"),
        (c.article.is_some(), "with certain words in the article"),
        (c.past_year, "where the sentence names a past year"),
        (c.name_before, "after a name"),
        (c.name_after, "before a name"),
    ];
    all.into_iter().filter(|(is_set, _)| *is_set).map(|(_, words)| words)
}
