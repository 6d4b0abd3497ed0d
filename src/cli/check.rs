//! `check`: the articles of the command line, through the linter, to the desk.

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use super::args::Check;
use super::desk::{Desk, Target};
use super::input::{Input, Kind};
use super::publication::Publication;
use super::run::{Mending, Run};
use super::setup::{self, Setup};
use super::terminal::Terminal;
use super::walk::{self, Choice, Found};
use super::{Status, export, mend, stream};
use crate::config::Config;

/// What standard input is called unless the user says otherwise.
const STDIN: &str = "<stdin>";

/// Checks what `args` name.
pub fn check(args: &Check) -> Status {
    let mut terminal = Terminal::new(args.common.color);
    let setup = match setup::load(args) {
        // The process ends with the run, and taking the catalogue apart takes longer than reading an article.
        Ok(setup) => ManuallyDrop::new(setup),
        Err(errors) => return setup::refuse(&errors, &mut terminal),
    };
    let threads = args.reading.jobs.map_or(0, usize::from);
    // Without a pool of its own the run would still be right, only on another number of threads.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
    let run = match Run::new(args, setup.limit) {
        Ok(run) => run,
        Err(error) => return setup::refuse(&[error], &mut terminal),
    };
    let found = inputs(args, &run, setup.linter.config());
    let target = match run.mending {
        Mending::Fix(_) if found.inputs.iter().any(Input::is_typed_article) => Target::Aside,
        Mending::Fix(_) | Mending::Off => Target::Output,
        Mending::Diff(_) => Target::Nowhere,
    };
    terminal.watch(found.inputs.iter().map(Input::bytes).sum());
    let mut desk = Desk::new(&setup.linter, &run, terminal, target);
    found.errors.into_iter().for_each(|e| desk.fail(e));
    if found.inputs.is_empty() && desk.summary.errors.is_empty() {
        desk.terminal.note("there is nothing to check here");
    }
    let would_change = work(&found.inputs, &setup, &run, &mut desk);
    desk.end();
    let status = status(&desk, &run, would_change);
    desk.terminal.end(status)
}

/// Files are judged together; records too, if that was asked for, else each alone. Returns whether fixing would
/// change a file, if that was the question.
fn work(inputs: &[Input], setup: &Setup, run: &Run, desk: &mut Desk<'_>) -> bool {
    let alone = |input: &&Input| input.kind.is_many() && !run.across;
    let lists: Vec<&Input> = inputs.iter().filter(alone).collect();
    let together: Vec<Input> = inputs.iter().filter(|i| !alone(i)).cloned().collect();
    let mut publication = Publication::new(&setup.linter, run);
    publication.gather(&together, desk);
    publication.judge();
    if run.mending != Mending::Off {
        for list in inputs.iter().filter(|input| input.kind.is_many()) {
            desk.terminal.note(&match list.kind {
                Kind::Export(_) => {
                    format!("an export is not fixed, mend its posts where they are written: `{}`", list.name)
                }
                _ => format!("records are not fixed: `{}`", list.name),
            });
        }
    }
    let would_change = mend::mend(&mut publication, run, desk);
    publication.show(desk);
    for list in lists {
        match list.kind {
            Kind::Export(_) => export::check(list, &setup.linter, run, desk),
            _ => stream::check(list, &setup.linter, run, desk),
        }
    }
    would_change
}

/// What is to be checked.
fn inputs(args: &Check, run: &Run, config: &Config) -> Found {
    let named = args.paths.iter().any(|p| p.as_os_str() == "-");
    let stdin = named || args.reading.stdin_filename.is_some();
    let mut paths: Vec<PathBuf> = args.paths.iter().filter(|p| p.as_os_str() != "-").cloned().collect();
    if paths.is_empty() && !stdin {
        paths.push(PathBuf::from("."));
    }
    let choice = Choice { forced: run.forced, config, force: args.reading.force_exclude };
    let mut found = walk::gather(&paths, &choice);
    if stdin {
        let name = args.reading.stdin_filename.clone().unwrap_or_else(|| PathBuf::from(STDIN));
        let kind = Kind::of(&name, run.forced);
        found.inputs.push(Input { name: name.to_string_lossy().into(), path: None, kind });
    }
    found
}

fn status(desk: &Desk<'_>, run: &Run, would_change: bool) -> Status {
    match () {
        () if !desk.summary.errors.is_empty() => Status::Failed,
        () if run.exit_zero => Status::Fine,
        () if desk.summary.denied > 0 || would_change => Status::Denied,
        () => Status::Fine,
    }
}
