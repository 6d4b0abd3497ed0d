//! The arithmetic of the measuring command, and the counts of what people have read.

#[path = "../../examples/precision/numbers.rs"]
mod numbers;
#[path = "../../examples/precision/reads.rs"]
mod reads;

use copydesk::{Catalog, Level};
use numbers::{chance, touches, wilson};

use crate::repository;

#[track_caller]
fn is_about(value: f64, expected: f64) {
    assert!((value - expected).abs() < 5e-4, "{value} is not {expected}");
}

/// Values of the formula as others have computed them.
#[test]
fn an_interval_is_wilsons() {
    for (right, read, low, high) in
        [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (57, 60, 0.8630, 0.9829), (95, 100, 0.8882, 0.9785)]
    {
        let (from, to) = wilson(right, read);
        is_about(from, low);
        is_about(to, high);
    }
    assert_eq!(wilson(0, 0), (0.0, 1.0));
}

/// What counting all places says, without the shortcut.
#[test]
fn chance_is_the_share_of_places_that_touch_a_mark() {
    let texts: [(&[(u32, u32)], u32); 5] = [
        (&[], 20),
        (&[(0, 20)], 20),
        (&[(3, 5), (4, 9), (15, 16)], 20),
        (&[(19, 20), (0, 1), (7, 7)], 20),
        (&[(8, 12)], 12),
    ];
    for (marks, size) in texts {
        for length in 0..=size + 2 {
            let kept = length.clamp(1, size);
            let places = size - kept + 1;
            let hits = (0..places).filter(|&p| marks.iter().any(|&(s, e)| s < e && p < e && s < p + kept));
            is_about(chance(length, marks, size), hits.count() as f64 / f64::from(places));
        }
    }
    is_about(chance(5, &[(0, 1)], 0), 0.0);
}

#[test]
fn a_finding_touches_a_mark_by_a_byte() {
    let marks = [(4, 6)];
    for (finding, expected) in
        [((0, 4), false), ((0, 5), true), ((5, 9), true), ((6, 9), false), ((4, 4), true), ((6, 6), false)]
    {
        assert_eq!(touches(finding, &marks), expected, "{finding:?}");
    }
}

#[test]
fn counts_of_what_is_no_lint_or_cannot_be_are_refused() {
    let count = |right| format!("[a]\nright = {right}\nread = 2\ndate = \"2026-01-01\"\n");
    assert!(reads::parse(&count(2), |lint| lint == "a").is_ok());
    assert!(reads::parse(&count(2), |_| false).is_err());
    assert!(reads::parse(&count(3), |_| true).is_err());
    assert!(reads::parse(&count(2).replace("read", "seen"), |_| true).is_err());
}

/// A lint whose findings have been read holds what its level promises; one that does not is lowered or narrowed.
#[test]
fn what_was_read_holds_the_level() {
    let catalog = Catalog::builtin();
    let text = std::fs::read_to_string(repository("docs/precision-read.toml")).expect("the counts are there");
    let reads = reads::parse(&text, |lint| catalog.get(lint).is_some()).expect("the counts can be read");
    for (id, read) in &reads {
        let promised = match catalog.get(id).expect("it is a lint").level {
            Level::Deny => 0.95,
            Level::Warn => 0.85,
            Level::Allow => 0.0,
        };
        let day = read.date.split('-').map(str::len).collect::<Vec<_>>();
        assert_eq!(day, [4, 2, 2], "{id}: {} is not a day", read.date);
        let share = f64::from(read.right) / f64::from(read.read);
        assert!(share >= promised, "{id}: {} of {} ({}) is too little", read.right, read.read, read.note);
    }
}
