//! copydesk: the last desk before publication.
//!
//! A linter for English article text. It reports what machine translation and careless copying leave behind,
//! and names that are spelled two ways, with byte-exact places and with fixes where one is safe.
//!
//! Whoever runs it makes the same three calls:
//!
//! ```
//! use copydesk::{Catalog, Config, Format, Linter, Project, Source};
//!
//! let linter = Linter::new(Catalog::builtin(), Config::default());
//! let source = Source::new("note.txt", "The mayor resigned on Monday.", Format::Text)?;
//! let mut project = Project::new(&linter);
//! project.insert(linter.check(&source));
//! assert!(project.findings().is_empty());
//! # Ok::<(), copydesk::source::TooLong>(())
//! ```

pub mod catalog;
mod checks;
pub mod config;
pub mod document;
pub mod error;
pub mod examples;
pub mod fix;
pub mod intake;
pub mod lint;
mod linter;
mod project;
pub mod render;
mod scan;
pub mod signals;
pub mod source;
pub mod text;

#[cfg(feature = "cli")]
pub mod cli;

pub use catalog::Catalog;
pub use config::Config;
pub use document::Document;
pub use error::Error;
pub use lint::{Finding, Fix, Level, Lint};
pub use linter::{Linter, Outcome};
pub use project::Project;
pub use source::{Format, Source};
