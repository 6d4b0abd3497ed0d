//! One run of `check`: what it needs, made once from what was typed.

use crate::error::Error;
use crate::intake::Charset;
use crate::lint::Applicability;
use crate::render;

use super::args::{Check, InputFormat};
use super::input::Kind;
use super::records::Fields;
use super::text;

/// How a run goes.
#[derive(Clone, Debug)]
pub struct Run {
    /// How findings are printed.
    pub format: render::Format,
    /// Whether text is mended.
    pub mending: Mending,
    /// Whether counts are printed instead of findings.
    pub statistics: bool,
    /// Whether findings leave the exit status at 0.
    pub exit_zero: bool,
    /// Whether warnings count as errors.
    pub deny_warnings: bool,
    /// Whether records are compared with each other and with files.
    pub across: bool,
    /// What the user says that all files hold.
    pub forced: Option<Kind>,
    /// The names of the fields of records.
    pub fields: Fields,
    /// The encoding of files that have no byte-order mark, if the user has named one.
    pub encoding: Option<Charset>,
    /// The most bytes of one article.
    pub limit: u64,
}

/// Whether text is mended, and how far fixes are trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mending {
    /// Only look.
    Off,
    /// Show what would change.
    Diff(Applicability),
    /// Change it.
    Fix(Applicability),
}

impl Run {
    /// The run that `args` ask for; the error says which of them cannot be together.
    pub fn new(args: &Check, limit: u64) -> Result<Self, Error> {
        let (reading, fixing, output) = (&args.reading, &args.fixing, &args.output);
        let least = if fixing.unsafe_fixes { Applicability::Unsafe } else { Applicability::Safe };
        let mending = match (fixing.diff, fixing.fix || fixing.unsafe_fixes) {
            (true, _) => Mending::Diff(least),
            (false, true) => Mending::Fix(least),
            (false, false) => Mending::Off,
        };
        use render::Format::{Json, Jsonl, Pretty, Short};
        if output.statistics && !matches!(output.format, Pretty | Short | Json | Jsonl) {
            return Err(Error::new(format!("statistics cannot be written as `{}`", output.format))
                .help("use `--format jsonl`, or leave --format out"));
        }
        Ok(Self {
            format: output.format,
            mending,
            statistics: output.statistics,
            exit_zero: output.exit_zero,
            deny_warnings: args.deny_warnings,
            across: reading.across,
            forced: reading.format_in.map(InputFormat::kind),
            fields: Fields {
                text: reading.text_field.clone(),
                id: reading.id_field.clone(),
                format: reading.format_field.clone(),
            },
            encoding: reading.encoding.as_deref().map(text::charset).transpose()?,
            limit,
        })
    }
}
