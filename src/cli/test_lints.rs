//! `test-lints`: whether lints do what their examples say.

use rayon::prelude::*;

use super::args::TestLints;
use super::terminal::Terminal;
use super::words::count;
use super::{Status, lint_files, marked, setup};
use crate::catalog::{Catalog, LintFile};
use crate::error::Error;
use crate::examples;
use crate::lint::Lint;

/// Runs examples. The status is 1 if a lint does not do what they say.
pub fn test_lints(args: &TestLints) -> Status {
    let mut terminal = Terminal::new(args.common.color);
    let (catalog, files) = match knowledge(args) {
        Ok(knowledge) => knowledge,
        Err(errors) => return setup::refuse(&errors, &mut terminal),
    };
    let of_folders: Vec<String> = files.iter().map(lint_files::id).collect();
    let linter = examples::linter(catalog);
    let meant = |lint: &&Lint| {
        let named = |name: &String| *name == lint.id || *name == lint.category;
        (args.only.is_empty() || args.only.iter().any(named))
            && (of_folders.is_empty() || of_folders.iter().any(|id| *id == lint.id))
    };
    let lints: Vec<&Lint> = linter.catalog().lints().iter().filter(meant).collect();
    let verdicts: Vec<_> = lints.par_iter().map(|lint| examples::run(&linter, lint)).collect();
    let (width, color) = (terminal.options().width.clamp(40, 100), terminal.color());
    let mut faults = 0;
    for (lint, verdicts) in lints.iter().zip(&verdicts) {
        faults += verdicts.len();
        let file = files.iter().find(|file| lint_files::id(file) == lint.id);
        for of_example in verdicts.chunk_by(|a, b| a.example == b.example) {
            let place =
                file.and_then(|f| Some((f, *lint_files::example_lines(f).get(of_example[0].example)?)));
            for verdict in of_example {
                let place = place.map(|(file, line)| format!("{}:{line}: ", file.name)).unwrap_or_default();
                terminal.print(&format!("{place}{}: {verdict}\n", lint.id));
            }
            let shown = marked::example(&lint.examples[of_example[0].example], width, color);
            terminal.print(&format!("{}\n", shown.trim_start_matches('\n')));
        }
    }
    let examples: usize = lints.iter().map(|lint| lint.examples.len()).sum();
    let counts = [count(lints.len(), "lint"), count(examples, "example"), count(faults, "fault")];
    terminal.print(&format!("{}\n", counts.join(", ")));
    notes(&lints, linter.catalog(), &mut terminal);
    terminal.end(if faults == 0 { Status::Fine } else { Status::Denied })
}

/// Says which lints their examples try too little.
fn notes(lints: &[&Lint], catalog: &Catalog, terminal: &mut Terminal) {
    let mut say = |what: &str, is: &dyn Fn(&Lint) -> bool| {
        let ids: Vec<&str> = lints.iter().filter(|lint| is(lint)).map(|lint| &*lint.id).collect();
        if !ids.is_empty() {
            terminal.print(&format!("{what}: {}\n", ids.join(", ")));
        }
    };
    let replaces = |lint: &Lint| catalog.rows(&lint.id).iter().any(|row| !row.replace.is_empty());
    say("without any example, so nothing was tried", &|lint| lint.examples.is_empty());
    say("without an `ok` example, so nothing says what to leave alone", &|lint| {
        !lint.examples.is_empty() && lint.examples.iter().all(|example| example.fires)
    });
    say("without a `good`, so no replacement was tried", &|lint| {
        !lint.examples.is_empty() && replaces(lint) && lint.examples.iter().all(|e| e.good.is_none())
    });
}

/// The catalogue, and the files of the lints that were named by their folders.
fn knowledge(args: &TestLints) -> Result<(Catalog, Vec<LintFile>), Vec<Error>> {
    let mut common = args.common.clone();
    let mut files = Vec::new();
    if !args.folders.is_empty() {
        // Folders that are named are tried alone: a configuration may name the same ones.
        common.no_config = common.config.is_none();
        common.lint_path.extend(args.folders.iter().cloned());
        files = lint_files::read(&args.folders)?;
        if files.is_empty() {
            return Err(vec![Error::new("there are no lints in these folders")]);
        }
    }
    let (catalog, _) = setup::knowledge(&common, None)?;
    let unknown = setup::unknown(&catalog, &args.only);
    if unknown.is_empty() { Ok((catalog, files)) } else { Err(unknown) }
}
