//! Applying fixes: the one place where text changes.

use crate::lint::{Applicability, Finding, Fix};
use crate::source::Source;

/// A text after fixing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applied {
    /// The new text.
    pub text: String,
    /// Which of the given fixes were applied, by their index.
    pub applied: Vec<usize>,
}

/// Applies to `text` every fix that may be trusted at least as far as `least`. Of fixes that overlap, the one that
/// begins first is applied; the rest wait for the next check.
pub fn apply(text: &str, fixes: &[&Fix], least: Applicability) -> Applied {
    let mut order: Vec<usize> = (0..fixes.len())
        .filter(|&i| fixes[i].applicability >= least && !fixes[i].edits().is_empty())
        .collect();
    order.sort_by_key(|&i| (fixes[i].edits()[0].span, i));
    let mut applied = Vec::new();
    let mut edits: Vec<&crate::lint::Edit> = Vec::new();
    for i in order {
        let free = fixes[i].edits().iter().all(|e| {
            edits.iter().rev().take(64).all(|d| e.span.end <= d.span.start || d.span.end <= e.span.start)
                && edits.iter().all(|d| d.span.start != e.span.start)
        });
        if free {
            edits.extend(fixes[i].edits());
            applied.push(i);
        }
    }
    edits.sort();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(text.get(at..edit.span.start as usize).unwrap_or_default());
        out.push_str(&edit.new);
        at = edit.span.end as usize;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Applied { text: out, applied }
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
    finding.fixes.iter().find(|f| f.applicability >= least && f.applicability > Applicability::Manual)
}
