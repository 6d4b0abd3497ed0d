//! How loud a lint speaks, and how far a fix may be trusted.

use std::fmt;

/// How loud a lint speaks. Ordered: `Allow < Warn < Deny`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Off until asked for.
    Allow,
    /// A warning: at least 85 of 100 findings are right.
    Warn,
    /// An error: no editor would publish it, and at least 95 of 100 findings are right. It fails the run.
    Deny,
}

impl Level {
    /// The word of configuration files and JSON: `allow`, `warn`, `deny`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Warn => "warn",
            Self::Deny => "deny",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

/// How far a fix may be trusted. Ordered: a run that applies `Unsafe` fixes applies `Safe` ones too.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// Shown, never applied.
    Manual,
    /// May change the meaning, or deletes text.
    Unsafe,
    /// Never changes the meaning.
    Safe,
}

impl Applicability {
    /// The word of lint files and JSON: `manual`, `unsafe`, `safe`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Manual => "manual",
            Self::Unsafe => "unsafe",
            Self::Safe => "safe",
        }
    }
}
