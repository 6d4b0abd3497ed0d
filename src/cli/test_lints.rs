//! `test-lints`: whether lints do what their examples say.

use rayon::prelude::*;

use super::args::TestLints;
use super::terminal::Terminal;
use super::words::count;
use super::{Status, lint_files, setup};
use crate::catalog::Catalog;
use crate::error::Error;
use crate::examples;
use crate::lint::Lint;

/// Runs examples. The status is 1 if a lint does not do what they say.
pub fn test_lints(args: &TestLints) -> Status {
    let mut terminal = Terminal::new(args.common.color);
    let (catalog, of_folders) = match knowledge(args) {
        Ok(knowledge) => knowledge,
        Err(errors) => return setup::refuse(&errors, &mut terminal),
    };
    let linter = examples::linter(catalog);
    let meant = |lint: &&Lint| {
        let named = |name: &String| *name == lint.id || *name == lint.category;
        (args.only.is_empty() || args.only.iter().any(named))
            && (of_folders.is_empty() || of_folders.iter().any(|id| *id == lint.id))
    };
    let lints: Vec<&Lint> = linter.catalog().lints().iter().filter(meant).collect();
    let verdicts: Vec<_> = lints.par_iter().map(|lint| examples::run(&linter, lint)).collect();
    let mut faults = 0;
    for (lint, verdicts) in lints.iter().zip(&verdicts) {
        faults += verdicts.len();
        for verdict in verdicts {
            terminal.print(&format!("{}: {verdict}\n", lint.id));
        }
    }
    let examples: usize = lints.iter().map(|lint| lint.examples.len()).sum();
    let counts = [count(lints.len(), "lint"), count(examples, "example"), count(faults, "fault")];
    terminal.print(&format!("{}\n", counts.join(", ")));
    let bare: Vec<&str> = lints.iter().filter(|l| l.examples.is_empty()).map(|l| &*l.id).collect();
    if !bare.is_empty() {
        terminal.print(&format!("without any example, so nothing was tried: {}\n", bare.join(", ")));
    }
    terminal.end(if faults == 0 { Status::Fine } else { Status::Denied })
}

/// The catalogue, and the ids of the lints that were named by their folders.
fn knowledge(args: &TestLints) -> Result<(Catalog, Vec<String>), Vec<Error>> {
    let mut common = args.common.clone();
    let mut ids = Vec::new();
    if !args.folders.is_empty() {
        // Folders that are named are tried alone: a configuration may name the same ones.
        common.no_config = common.config.is_none();
        common.lint_path.extend(args.folders.iter().cloned());
        ids = lint_files::read(&args.folders)?.iter().map(lint_files::id).collect();
        if ids.is_empty() {
            return Err(vec![Error::new("there are no lints in these folders")]);
        }
    }
    let (catalog, _) = setup::knowledge(&common, None)?;
    let unknown = setup::unknown(&catalog, &args.only);
    if unknown.is_empty() { Ok((catalog, ids)) } else { Err(unknown) }
}
