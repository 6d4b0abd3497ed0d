//! Every lint does what its examples say.

use copydesk::lint::Run;
use copydesk::{Catalog, examples};

/// All built-in lints, those written in Rust and those written as data.
#[test]
fn lints_do_what_their_examples_say() {
    let linter = examples::linter(Catalog::builtin());
    let mut wrong = String::new();
    for lint in linter.catalog().lints() {
        for verdict in examples::run(&linter, lint) {
            wrong.push_str(&format!("{}: {verdict}\n", lint.id));
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// A lint shows at least one text that it reports and one that it leaves alone. What the desk itself raises needs a
/// configuration that an example does not have; and one article is not many.
#[test]
fn lints_show_both_sides() {
    let catalog = Catalog::builtin();
    let silent: Vec<&str> = catalog
        .lints()
        .iter()
        .filter(|l| {
            !matches!(l.run, Run::Desk) && !["house-name", "repeated-across-articles"].contains(&&*l.id)
        })
        .filter(|l| !l.examples.iter().any(|e| e.fires) || l.examples.iter().all(|e| e.fires))
        .map(|l| &*l.id)
        .collect();
    assert!(silent.is_empty(), "no bad or no ok example: {silent:?}");
}
