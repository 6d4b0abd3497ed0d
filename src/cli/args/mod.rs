//! What was typed. The types of clap stay in this folder; the rest of the program sees plain values.

mod check;
mod levels;
mod others;

use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use check::{Check, InputFormat};
pub use levels::LevelFlags;
pub use others::{
    ColorChoice, Common, Completions, Explain, Init, Lints, ListFormat, NewLint, Schema, SchemaName,
    TestLints,
};

/// The last desk before publication: reports what machine translation and careless copying leave behind in English
/// articles, and names that are spelled two ways.
///
/// copydesk reads plain text, Markdown, HTML and JSON lines. It says where, what, why and what to do, and
/// mends what can be mended safely. `copydesk FILE` is short for `copydesk check FILE`.
#[derive(Debug, Parser)]
#[command(
    name = "copydesk",
    version,
    args_conflicts_with_subcommands = true,
    max_term_width = 100,
    after_help = "Exit status: 0 nothing at `deny`; 1 findings at `deny`; 2 the run itself failed \
                  (a broken configuration, a file that cannot be read)."
)]
pub struct Args {
    /// What to do; without a command, articles are checked.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The arguments of `check`, for a command line without a command.
    #[command(flatten)]
    pub check: Check,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check articles (the command that is meant when none is given)
    Check(Box<Check>),
    /// Tell what a lint reports, why, and what to do about it
    Explain(Explain),
    /// List all lints with their levels
    Lints(Lints),
    /// Write a commented copydesk.toml
    Init(Init),
    /// Write a lint of your own to start from
    NewLint(NewLint),
    /// Run the examples of lints
    TestLints(TestLints),
    /// Print a JSON Schema, for editors that complete and check
    Schema(Schema),
    /// Print a script that completes commands in a shell
    Completions(Completions),
}

impl Args {
    /// Reads the arguments of the process; what is wrong with them, or the help that was asked for, is the error.
    pub fn read() -> Result<Self, clap::Error> {
        let mut command = Self::command();
        let matches = command.try_get_matches_from_mut(std::env::args_os())?;
        Self::from_arg_matches(&matches).map_err(|e| e.format(&mut command))
    }

    /// The command line as clap knows it, for completions.
    pub fn clap() -> clap::Command {
        Self::command()
    }
}
