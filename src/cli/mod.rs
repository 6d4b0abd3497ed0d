//! The terminal program: the only part that reads files, knows the environment and prints.

mod args;
mod check;
mod columns;
mod desk;
mod input;
mod lint_files;
mod mend;
mod origin;
mod publication;
mod records;
mod replace;
mod run;
mod setup;
mod statistics;
mod stream;
mod terminal;
mod text;
mod walk;

use std::process::ExitCode;

use args::{Args, Command};

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Nothing at `deny`.
    Fine = 0,
    /// There are findings at `deny`.
    Denied = 1,
    /// The run itself failed.
    Failed = 2,
}

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let args = match Args::read() {
        Ok(args) => args,
        Err(error) => {
            // Help goes to standard output, mistakes to standard error; a reader that has gone away is no mistake.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    ExitCode::from(run(&args) as u8)
}

fn run(args: &Args) -> Status {
    match &args.command {
        None => check::check(&args.check),
        Some(Command::Check(check)) => check::check(check),
        Some(_) => Status::Fine,
    }
}
