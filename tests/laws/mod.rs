//! The laws: what holds for every text whatsoever, written once.
//!
//! `tests/suite` tries them on random scraps and on `fixtures/hostile`, the targets of `tests/fuzz` on what the
//! fuzzer thinks up, and `examples/laws` on any folder of real text. A law that is broken comes back as words.

mod fixes;
mod positions;
mod skeleton;

use copydesk::lint::Finding;
use copydesk::text::Vocabulary;
use copydesk::{Catalog, Format, Linter, Project, Source, examples};

/// Whether a law holds; if not, how it is broken.
pub type Law = Result<(), String>;

/// Leaves the law broken, in these words, unless the condition holds.
macro_rules! hold {
    ($condition:expr, $($words:tt)+) => {
        if !$condition {
            return Err(format!($($words)+));
        }
    };
}
use hold;

/// Every format in which a text can be read.
#[allow(dead_code, reason = "not every program that shares the laws goes through all formats")]
pub const FORMATS: [Format; 3] = [Format::Text, Format::Markdown, Format::Html];

/// A linter with everything on, so that every lint that can break a law gets the chance.
pub fn linter() -> Linter {
    examples::linter(Catalog::builtin())
}

/// The source of a text that is short enough to be one.
pub fn source(text: &str, format: Format) -> Source {
    Source::new("law", text, format).expect("a law's text is short")
}

/// The laws of reading: what needs no lint. `vocabulary` may be empty.
#[allow(dead_code, reason = "some programs ask for all laws only")]
pub fn read(source: &Source, vocabulary: &Vocabulary) -> Law {
    positions::document(source, vocabulary)?;
    positions::utf16(source)
}

/// All laws that one article must keep.
pub fn keep(linter: &Linter, source: &Source) -> Law {
    read(source, linter.catalog().vocabulary())?;
    let findings = findings(linter, source);
    positions::findings(source, &findings)?;
    if source.parts().is_empty() {
        fixes::keep(linter, source, &findings)?;
    }
    Ok(())
}

/// The final findings of an article that is a publication of its own.
fn findings(linter: &Linter, source: &Source) -> Vec<Finding> {
    let mut project = Project::new(linter);
    project.insert(linter.check(source));
    project.findings()
}
