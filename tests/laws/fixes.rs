//! Fixes: they end, nothing of what they mend is left, and the markup stays.

use std::collections::BTreeMap;

use copydesk::document::Document;
use copydesk::fix::{self, Applied};
use copydesk::lint::{Applicability, Finding};
use copydesk::{Fix, Linter, Source};

use super::{Law, hold, skeleton};

/// The laws of fixing, for a source whose findings are these.
pub fn keep(linter: &Linter, source: &Source, findings: &[Finding]) -> Law {
    for least in [Applicability::Safe, Applicability::Unsafe] {
        if !findings.iter().any(|f| fix::chosen(f, least).is_some()) {
            continue;
        }
        structure(source, findings, least)?;
        settle(linter, source, findings, least)?;
    }
    Ok(())
}

/// Fixing comes to an end, leaves nothing to fix, and adds no finding of a lint whose findings it mended.
fn settle(linter: &Linter, source: &Source, before: &[Finding], least: Applicability) -> Law {
    let check = |source: &Source| super::findings(linter, source);
    let settled = fix::fixpoint(source.clone(), least, check);
    let text = settled.source.text();
    hold!(settled.converged, "{} fixes undo each other: {text:?}", least.word());
    let after = check(&settled.source);
    if let Some(left) = after.iter().find(|f| fix::chosen(f, least).is_some()) {
        return Err(format!("{}: a {} fix is left: {text:?}", left.lint, least.word()));
    }
    let twice = fix::fixpoint(settled.source.clone(), least, check);
    hold!(twice.applied == 0, "fixing twice is not fixing once: {text:?}");
    if least == Applicability::Safe {
        let (had, has) = (counts(before, least), counts(&after, Applicability::Manual));
        for (lint, count) in had {
            let now = has.get(lint).map_or(0, |c| c.1);
            hold!(now <= count.1, "{lint}: {} findings became {now}: {text:?}", count.1);
        }
    }
    Ok(())
}

/// Of each lint that has a fix to apply, how many findings it has; with `Manual`, of every lint.
fn counts(findings: &[Finding], least: Applicability) -> BTreeMap<&str, (bool, usize)> {
    let mut counts: BTreeMap<&str, (bool, usize)> = BTreeMap::new();
    for finding in findings {
        let count = counts.entry(&finding.lint).or_default();
        count.0 |= least == Applicability::Manual || fix::chosen(finding, least).is_some();
        count.1 += 1;
    }
    counts.retain(|_, count| count.0);
    counts
}

/// The markup is the same after one round of fixes. Where one of them deletes a block, its markup goes with it.
fn structure(source: &Source, findings: &[Finding], least: Applicability) -> Law {
    let fixes: Vec<&Fix> = findings.iter().filter_map(|f| fix::chosen(f, least)).collect();
    let applied = fix::apply(source.text(), &fixes, least);
    let (before, after) =
        (skeleton::of(source.text(), source.format()), skeleton::of(&applied.text, source.format()));
    let same = match deletes_a_block(source, &fixes, &applied) {
        true => skeleton::is_left_of(&after, &before),
        false => after == before,
    };
    let titles: Vec<&str> = applied.applied.iter().map(|&i| &*fixes[i].title).collect();
    // The first piece that differs says more than all of them.
    let at = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let (was, is) = (before.get(at), after.get(at));
    hold!(same, "markup changed by {titles:?}: {was:?} became {is:?} in {:?}", applied.text);
    Ok(())
}

fn deletes_a_block(source: &Source, fixes: &[&Fix], applied: &Applied) -> bool {
    let document = Document::parse(source, &Default::default());
    let edits = applied.applied.iter().flat_map(|&i| fixes[i].edits());
    let mut gone: Vec<_> = edits.filter(|e| e.new.trim().is_empty()).map(|e| e.span).collect();
    gone.sort();
    document.blocks().iter().any(|block| {
        let place = document.map(block.prose).span;
        // Several deletions may take a block out together.
        let left =
            gone.iter().fold(place.start, |at, span| if span.start <= at { at.max(span.end) } else { at });
        left >= place.end
    })
}
