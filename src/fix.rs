//! Applying fixes: the one place where text changes.

use crate::lint::{Applicability, Fix};

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
