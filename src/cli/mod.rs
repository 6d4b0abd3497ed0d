//! The terminal program: the only part that reads files, knows the environment and prints.

mod args;
mod check;
mod columns;
mod desk;
mod explain;
mod export;
mod init;
mod input;
mod lint_files;
mod lints;
mod marked;
mod mend;
mod new_lint;
mod origin;
mod progress;
mod publication;
mod records;
mod replace;
mod run;
mod schema;
mod setup;
mod statistics;
mod stream;
mod terminal;
mod test_lints;
mod text;
mod walk;
mod words;

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
        Some(Command::Explain(args)) => explain::explain(args),
        Some(Command::Lints(args)) => lints::lints(args),
        Some(Command::Init(args)) => init::init(args),
        Some(Command::NewLint(args)) => new_lint::new_lint(args),
        Some(Command::TestLints(args)) => test_lints::test_lints(args),
        Some(Command::Schema(args)) => schema::schema(args),
        Some(Command::Completions(args)) => completions(args),
    }
}

/// Prints the script with which a shell completes our command line.
fn completions(args: &args::Completions) -> Status {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::clap(), "copydesk", &mut script);
    let mut terminal = terminal::Terminal::new(args::ColorChoice::Never);
    terminal.print(&String::from_utf8_lossy(&script));
    terminal.end(Status::Fine)
}
