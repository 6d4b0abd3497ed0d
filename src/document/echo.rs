//! A title that the first heading says again.
//!
//! A page has its headline twice: as `<title>`, often with the name of the site, and as `<h1>`; a post in Markdown has
//! it in the front matter and as `# heading`. A reader sees one headline, so only the heading is kept.

use super::model::{BlockKind, Document};
use super::zone::Zone;
use crate::text::fold::fold;

/// What parts the headline from the name of the site.
const SEPARATORS: &[&str] =
    &["|", "-", "–", "—", "::", "»", "«", "·", "•", ":", "~", "/", ">", "<", "←", "→"];

/// Takes the title away if the first heading of the first level repeats it.
pub(super) fn drop_title(document: &mut Document<'_>) {
    let is_title = |kind, zone| kind == BlockKind::Field && zone == Zone::Headline;
    let Some(title) = document.blocks.iter().position(|b| is_title(b.kind, b.zone)) else { return };
    let Some(heading) = document.blocks.iter().position(|b| b.kind == BlockKind::Heading(1)) else { return };
    let words = |block: usize| words(document.slice(document.blocks[block].prose));
    // In a post the title is the headline, whatever stands further down.
    let first = document.blocks[..heading].iter().all(|b| b.kind == BlockKind::Field);
    let there = first || document.source.parts().is_empty();
    if there && document.blocks[heading].zone != Zone::Footer && repeats(&words(title), &words(heading)) {
        document.blocks[heading].zone = Zone::Headline;
        document.blocks.remove(title);
    }
}

/// The words and separators of a headline, folded; quotation marks and the like at their edges do not count.
fn words(text: &str) -> Vec<String> {
    let is_separator = |word: &str| SEPARATORS.contains(&word);
    let bare = |word: &str| match is_separator(word) {
        true => word.to_owned(),
        false => fold(word.trim_matches(|c: char| !c.is_alphanumeric())),
    };
    // A colon is glued to the word before it.
    let spread = text.replace(": ", " : ");
    spread.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// Whether a title is the heading, or the heading and the name of a site.
fn repeats(title: &[String], heading: &[String]) -> bool {
    if heading.is_empty() || title.len() < heading.len() {
        return false;
    }
    let separates = |word: Option<&String>| word.is_some_and(|w| SEPARATORS.contains(&w.as_str()));
    let first = title.starts_with(heading) && separates(title.get(heading.len()));
    let last = title.ends_with(heading)
        && title.len().checked_sub(heading.len() + 1).is_some_and(|at| separates(title.get(at)));
    // The heading may also be the name of the site, which is the shorter part.
    let longer = heading.len() * 2 > title.len();
    title == heading || first && (longer || heading.len() >= 4) || last && longer
}
