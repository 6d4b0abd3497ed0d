//! The options of `check`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};

use super::{Common, LevelFlags};
use crate::cli::input::Kind;
use crate::document::Date;
use crate::intake::posts::Export;
use crate::render;
use crate::source::Format;

/// `check`.
#[derive(Clone, Debug, Args)]
pub struct Check {
    /// Files and folders; `-` is standard input; nothing means the working folder
    ///
    /// In folders, files ending in .md, .markdown, .txt, .html and the like are checked, unless .gitignore or the
    /// configuration leaves them out. A file that is named is always checked. A .jsonl file is a list of articles,
    /// one a line, and must be named; so must exports of WordPress (.xml, .json) and Ghost (.json).
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// The levels of lints.
    #[command(flatten)]
    pub levels: LevelFlags,
    /// Run no other lints than this one (a lint or a category); can be given again
    #[arg(long, value_name = "LINT", value_delimiter = ',', help_heading = "Lints")]
    pub only: Vec<String>,
    /// Report every warning as an error
    #[arg(long, help_heading = "Lints")]
    pub deny_warnings: bool,
    /// Judge articles without a date of their own as of this day, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = date, help_heading = "Lints")]
    pub date: Option<Date>,
    /// How articles are read and compared.
    #[command(flatten)]
    pub reading: Reading,
    /// What to mend.
    #[command(flatten)]
    pub fixing: Fixing,
    /// What to print.
    #[command(flatten)]
    pub output: Output,
    /// Options that all commands share.
    #[command(flatten)]
    pub common: Common,
}

/// How articles are read.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Input")]
pub struct Reading {
    /// Read standard input, and treat it as the file of that name: for its format, levels and place in output
    #[arg(long, value_name = "PATH")]
    pub stdin_filename: Option<PathBuf>,
    /// Read everything in this format, whatever its name ends in; articles of a .jsonl file too
    #[arg(long, value_name = "FORMAT")]
    pub format_in: Option<InputFormat>,
    /// The encoding of files that have no byte-order mark: utf-16le, windows-1252, shift_jis, …
    ///
    /// Without it, files are in the encoding that they declare (`<meta charset>`, `<?xml encoding?>`), else UTF-8.
    #[arg(long, value_name = "LABEL")]
    pub encoding: Option<String>,
    /// Compare the records of .jsonl files and exports with each other and with the other files, as one publication
    ///
    /// Files of a run are always compared; records are usually versions or samples and stand alone.
    #[arg(long)]
    pub across: bool,
    /// Leave out what the configuration excludes even if it is named (for hooks that name every file)
    #[arg(long)]
    pub force_exclude: bool,
    /// The field of a .jsonl record that holds the text
    #[arg(long, value_name = "NAME", default_value = "text")]
    pub text_field: String,
    /// The field of a .jsonl record that names it
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id_field: String,
    /// The field of a .jsonl record that says `text`, `markdown` or `html`
    #[arg(long, value_name = "NAME", default_value = "format")]
    pub format_field: String,
    /// Use this many threads; without it, one for each processor
    #[arg(short, long, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,
}

/// What to mend.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Fixing")]
pub struct Fixing {
    /// Apply fixes that never change the meaning; print what is left
    ///
    /// Text from standard input is printed mended to standard output, and what is left goes to standard error.
    #[arg(long)]
    pub fix: bool,
    /// Apply also fixes that delete text or may change its meaning (means --fix unless --diff is given)
    #[arg(long)]
    pub unsafe_fixes: bool,
    /// Change nothing; print what fixing would change, as a unified diff. The exit status is 1 if that is anything
    #[arg(long, conflicts_with_all = ["fix", "statistics"])]
    pub diff: bool,
}

/// What to print.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Output")]
pub struct Output {
    /// The format of findings
    #[arg(long, value_name = "FORMAT", default_value = "pretty", value_parser = output_format())]
    pub format: render::Format,
    /// Print how often each lint spoke instead of the findings
    #[arg(long)]
    pub statistics: bool,
    /// End with status 0 also if there are findings at `deny`
    #[arg(long)]
    pub exit_zero: bool,
}

/// A format of articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InputFormat {
    /// Plain text.
    Text,
    /// CommonMark with tables and front matter.
    #[value(alias = "md")]
    Markdown,
    /// HTML.
    Html,
    /// One article a line, as JSON; each says its format, or is plain text.
    #[value(alias = "ndjson")]
    Jsonl,
    /// A WordPress export, as XML.
    Wxr,
    /// Posts from the REST interface of WordPress, as JSON.
    WpJson,
    /// An export of Ghost, as JSON.
    Ghost,
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse_iso(text).filter(|_| text.len() == 10).ok_or_else(|| "not a day; write YYYY-MM-DD".to_owned())
}

fn output_format() -> impl TypedValueParser<Value = render::Format> {
    PossibleValuesParser::new(render::Format::ALL.map(render::Format::word))
        .try_map(|word| word.parse::<render::Format>())
}

impl InputFormat {
    /// What the word means.
    pub fn kind(self) -> Kind {
        match self {
            Self::Text => Kind::Article(Format::Text),
            Self::Markdown => Kind::Article(Format::Markdown),
            Self::Html => Kind::Article(Format::Html),
            Self::Jsonl => Kind::Records,
            Self::Wxr => Kind::Export(Some(Export::Wxr)),
            Self::WpJson => Kind::Export(Some(Export::WordPress)),
            Self::Ghost => Kind::Export(Some(Export::Ghost)),
        }
    }
}
