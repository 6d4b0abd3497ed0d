//! Fixes beside each other: each leaves the markup as it is, but all of them together may not.
//!
//! Two characters that hide a heading, taken out by two fixes, make one. So fixes that stand close to each other are
//! tried together, and are not trusted if that changes what is markup.

use std::cmp::Reverse;

use super::{Applicability, Finding};
use crate::document::Document;
use crate::source::Format;
use crate::text::Span;

/// Fixes that are further apart, in bytes, do not meddle with each other.
const APART: u32 = 1024;

/// A group reaches no further, so that it is tried in a short time.
const WIDEST: u32 = 4096;

/// Which fix of which finding.
type Choice = (usize, usize);

/// Lowers fixes to `manual` that change markup when they are applied together.
pub(crate) fn settle(document: &Document<'_>, findings: &mut [Finding]) {
    if document.source().format() == Format::Text {
        return;
    }
    for least in [Applicability::Safe, Applicability::Unsafe] {
        for group in groups(document, findings, least) {
            let mut edits: Vec<(Span, &str)> = Vec::new();
            for &(finding, fix) in &group {
                edits.extend(findings[finding].fixes[fix].edits().iter().map(|e| (e.span, &*e.new)));
            }
            if !document.keeps_markup(&edits) {
                for (finding, fix) in group {
                    findings[finding].fixes[fix].applicability = Applicability::Manual;
                }
            }
        }
    }
}

/// Fixes that would be applied and stand close to each other, at least two in a group. Those that take a whole block
/// out are left aside, and those that come into the way of an earlier one.
fn groups(document: &Document<'_>, findings: &[Finding], least: Applicability) -> Vec<Vec<Choice>> {
    let mut chosen: Vec<(Span, Choice)> = Vec::new();
    for (i, finding) in findings.iter().enumerate() {
        let Some(fix) = finding.fixes.iter().position(|f| f.applicability >= least) else { continue };
        let edits = finding.fixes[fix].edits();
        let words = !edits.iter().any(|e| document.takes_block((e.span, &e.new)));
        if let (true, Some(first), Some(last)) = (words, edits.first(), edits.last()) {
            chosen.push((first.span.cover(last.span), (i, fix)));
        }
    }
    // As they are applied: of two that begin together, the one that reaches further comes first.
    chosen.sort_by_key(|&(span, choice)| (span.start, Reverse(span.end), choice));
    let mut groups: Vec<(Span, Vec<Choice>)> = Vec::new();
    for (span, choice) in chosen {
        match groups.last_mut() {
            Some((all, _)) if span.start < all.end => {}
            Some((all, group)) if span.start - all.end < APART && span.end - all.start < WIDEST => {
                *all = all.cover(span);
                group.push(choice);
            }
            _ => groups.push((span, vec![choice])),
        }
    }
    groups.into_iter().map(|(_, group)| group).filter(|group| group.len() > 1).collect()
}
