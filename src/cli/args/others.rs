//! The options of the smaller commands, and those that all commands share.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Options of every command that knows lints.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Configuration")]
pub struct Common {
    /// Use this configuration instead of searching for copydesk.toml in the working folder (or the folder of
    /// --stdin-filename) and those above it
    #[arg(long, value_name = "PATH")]
    pub config: Option<PathBuf>,
    /// Use no configuration file
    #[arg(long, conflicts_with = "config")]
    pub no_config: bool,
    /// Load the lints of a folder of your own; can be given again
    #[arg(long, value_name = "FOLDER")]
    pub lint_path: Vec<PathBuf>,
    /// Colours: when the output is a terminal, always, or never
    ///
    /// `auto` also looks at NO_COLOR, CLICOLOR_FORCE, FORCE_COLOR, CLICOLOR and TERM.
    #[arg(long, value_name = "WHEN", default_value = "auto", help_heading = "Output")]
    pub color: ColorChoice,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ColorChoice {
    /// If the output is a terminal, unless the environment says otherwise.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// `explain`.
#[derive(Debug, Args)]
pub struct Explain {
    /// The id of a lint, or a category
    pub lint: String,
    /// Show every row of the lint, not only the first
    #[arg(long)]
    pub rows: bool,
    /// Options that all commands share.
    #[command(flatten)]
    pub common: Common,
}

/// `lints`.
#[derive(Debug, Args)]
pub struct Lints {
    /// Only lints of these ids or categories
    #[arg(value_name = "LINT")]
    pub only: Vec<String>,
    /// A table for people, or JSON
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    pub format: ListFormat,
    /// Options that all commands share.
    #[command(flatten)]
    pub common: Common,
}

/// How a list is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// Columns for people.
    #[default]
    Table,
    /// A JSON array.
    Json,
}

/// `init`.
#[derive(Debug, Args)]
pub struct Init {
    /// Where to write it
    #[arg(value_name = "FOLDER", default_value = ".")]
    pub folder: PathBuf,
}

/// `new-lint`.
#[derive(Debug, Args)]
pub struct NewLint {
    /// The id: kebab-case, names the fault, reads after "allow"
    pub id: String,
    /// The folder to write it to, made if it is not there; its name is the category
    #[arg(long, value_name = "FOLDER", default_value = "my-lints")]
    pub dir: PathBuf,
}

/// `test-lints`.
#[derive(Debug, Args)]
pub struct TestLints {
    /// Folders of lints; without one, the lints of the configuration and the built-in ones
    #[arg(value_name = "FOLDER")]
    pub folders: Vec<PathBuf>,
    /// Only lints of these ids or categories; can be given again
    #[arg(long, value_name = "LINT", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Options that all commands share.
    #[command(flatten)]
    pub common: Common,
}

/// `schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// What it is the schema of
    pub name: SchemaName,
}

/// What there are schemas of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaName {
    /// A lint file
    Lint,
    /// A file of tables and word classes
    Data,
    /// copydesk.toml
    Config,
    /// What `--format json` prints
    Json,
    /// A line of what `--format jsonl` prints
    Jsonl,
}

/// `completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell to write for
    pub shell: clap_complete::Shell,
}
