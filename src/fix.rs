//! Applying fixes: the one place where text changes.
//!
//! A fix is applied whole or not at all. Fixes that disagree are settled by place alone, never by who made them:
//! the one that begins first is applied, of two that begin together the one that reaches further, and the others
//! wait for the next check, which sees the new text.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::lint::{Applicability, Edit, Finding, Fix};
use crate::source::Source;
use crate::text::Span;

/// A text after fixing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The new text.
    pub text: String,
    /// Which of the given fixes were applied, by their index, in the order of the text.
    pub applied: Vec<usize>,
}

/// Applies to `text` every fix that may be trusted at least as far as `least`, as far as they do not meet.
///
/// Two fixes meet where their edits share a byte, and where one inserts something at an edge of what the other
/// changes: the order of the two would be a guess. A fix that does not fit the text (beyond its end, inside a
/// character) or that changes nothing is left out. The result does not depend on the order of `fixes`.
pub fn apply(text: &str, fixes: &[&Fix], least: Applicability) -> Applied {
    let mut order: Vec<usize> = (0..fixes.len())
        .filter(|&i| fixes[i].applicability >= least && fits(text, fixes[i]) && changes(text, fixes[i]))
        .collect();
    order.sort_by_key(|&i| (place(fixes[i]), Reverse(fixes[i].applicability), fixes[i].edits(), i));
    let mut taken = Taken::default();
    let mut edits: Vec<&Edit> = Vec::new();
    order.retain(|&i| {
        let free = fixes[i].edits().iter().all(|e| taken.is_free(e.span));
        if free {
            fixes[i].edits().iter().for_each(|e| taken.add(e.span));
            edits.extend(fixes[i].edits());
        }
        free
    });
    // Stable, so that edits of one fix at one place keep their order.
    edits.sort_by_key(|e| e.span);
    Applied { text: write(text, &edits), applied: order }
}

/// Whether every edit names whole characters of the text.
fn fits(text: &str, fix: &Fix) -> bool {
    fix.edits().iter().all(|e| text.get(e.span.range()).is_some())
}

fn changes(text: &str, fix: &Fix) -> bool {
    fix.edits().iter().any(|e| e.span.slice(text) != e.new)
}

/// What fixes are ordered by: where the first edit begins, then the furthest reach.
fn place(fix: &Fix) -> (u32, Reverse<u32>) {
    let edits = fix.edits();
    let start = edits.first().map_or(0, |e| e.span.start);
    (start, Reverse(edits.last().map_or(0, |e| e.span.end)))
}

/// The places that fixes have taken: disjoint spans, so their ends come in the order of their starts.
#[derive(Default)]
struct Taken {
    spans: BTreeSet<Span>,
}

impl Taken {
    fn add(&mut self, span: Span) {
        self.spans.insert(span);
    }

    /// Whether an edit at `span` meets none of them. Only the last few that begin before its end can.
    fn is_free(&self, span: Span) -> bool {
        let up_to_end = ..=Span::of(span.end, u32::MAX);
        self.spans.range(up_to_end).rev().take_while(|other| other.end >= span.start).all(|other| {
            let touches = other.end == span.start || span.end == other.start;
            touches && !other.is_empty() && !span.is_empty()
        })
    }
}

/// The text with all edits, which must be sorted and disjoint, done.
fn write(text: &str, edits: &[&Edit]) -> String {
    let added: usize = edits.iter().map(|e| e.new.len()).sum();
    let mut out = String::with_capacity(text.len() + added);
    let crlf = edits.iter().any(|e| e.new.contains('\n')) && ends_lines_with_crlf(text);
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start as usize]);
        out.push_str(&if crlf { with_crlf(&edit.new) } else { Cow::Borrowed(&*edit.new) });
        at = edit.span.end as usize;
    }
    out.push_str(&text[at..]);
    out
}

/// Whether `\r\n` is the only line break of the text.
fn ends_lines_with_crlf(text: &str) -> bool {
    let breaks = text.matches('\n').count();
    breaks > 0 && breaks == text.matches("\r\n").count()
}

/// New text in the manner of a file from Windows: a lint need not know how its article ends lines.
fn with_crlf(new: &str) -> Cow<'_, str> {
    if new.contains('\n') {
        Cow::Owned(new.replace("\r\n", "\n").replace('\n', "\r\n"))
    } else {
        Cow::Borrowed(new)
    }
}

/// A text that has been fixed until nothing changed.
#[derive(Clone, Debug)]
pub struct Settled {
    /// The source with its new text.
    pub source: Source,
    /// How many fixes were applied, over all rounds.
    pub applied: usize,
    /// Whether the last check left nothing to apply. If not, fixes undo each other, or there were too many rounds.
    pub converged: bool,
}

/// How often a text is fixed and checked again at most.
pub const ROUNDS: usize = 10;

/// Fixes, checks again and repeats until no fix is left to apply, at most [`ROUNDS`] times. `check` gives the
/// findings of a text; of each, the first fix that may be trusted at least as far as `least` is applied.
pub fn fixpoint(
    source: Source,
    least: Applicability,
    mut check: impl FnMut(&Source) -> Vec<Finding>,
) -> Settled {
    let (mut source, mut applied) = (source, 0);
    for _ in 0..ROUNDS {
        let findings = check(&source);
        let fixes: Vec<&Fix> = findings.iter().filter_map(|f| chosen(f, least)).collect();
        let round = apply(source.text(), &fixes, least);
        if round.applied.is_empty() {
            return Settled { source, applied, converged: true };
        }
        let Ok(next) = Source::new(source.name().clone(), round.text, source.format()) else { break };
        applied += round.applied.len();
        source = next;
    }
    Settled { source, applied, converged: false }
}

/// The fix of a finding that a run applies: the first that may be trusted at least as far as `least`.
pub fn chosen(finding: &Finding, least: Applicability) -> Option<&Fix> {
    finding.fixes.iter().find(|f| f.applicability >= least)
}
