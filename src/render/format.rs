//! The names of the formats.

use std::fmt;
use std::str::FromStr;

/// A format of output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// For people: the text with carets under it.
    #[default]
    Pretty,
    /// A line for each finding: `path:line:column: level[lint]: message`.
    Short,
    /// One JSON document.
    Json,
    /// One JSON object a line.
    Jsonl,
    /// SARIF 2.1.0, for code scanning services.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// GitLab Code Quality.
    Gitlab,
    /// JUnit XML, for test reports.
    Junit,
    /// Checkstyle XML.
    Checkstyle,
    /// The reviewdog diagnostic format, one JSON object a line.
    Rdjsonl,
}

impl Format {
    /// All formats, in the order of the documentation.
    pub const ALL: [Self; 10] = [
        Self::Pretty,
        Self::Short,
        Self::Json,
        Self::Jsonl,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Junit,
        Self::Checkstyle,
        Self::Rdjsonl,
    ];

    /// The word of the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::Pretty => "pretty",
            Self::Short => "short",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Checkstyle => "checkstyle",
            Self::Rdjsonl => "rdjsonl",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// No format has that name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownFormat(pub String);

impl fmt::Display for UnknownFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let known: Vec<&str> = Format::ALL.iter().map(|f| f.word()).collect();
        write!(f, "no output format is called `{}`; there are {}", self.0, known.join(", "))
    }
}

impl std::error::Error for UnknownFormat {}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(word: &str) -> Result<Self, UnknownFormat> {
        Self::ALL.into_iter().find(|f| f.word() == word).ok_or_else(|| UnknownFormat(word.to_owned()))
    }
}
