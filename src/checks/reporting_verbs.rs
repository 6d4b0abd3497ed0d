//! The verbs that say who said it.

use super::beside::{after, is_any};
use crate::document::Document;
use crate::text::Flags;

/// Whether a word in small letters is a verb that follows a quotation: `said`, `told`, `adds`.
pub(super) fn is_reporting_verb(word: &str) -> bool {
    VERBS.binary_search(&word).is_ok()
}

/// Whether a verb is one that hardly has another use after a comma and a mark: `said`, not `reports`.
pub(super) fn is_plain_saying(word: &str) -> bool {
    matches!(
        word,
        "said" | "says" | "told" | "tells" | "asked" | "added" | "adds" | "replied" | "explained" | "wrote"
    )
}

/// Whether what follows a verb is somebody who can speak: a name, a pronoun, a noun with its article.
pub(super) fn names_speaker(document: &Document<'_>, verb: usize) -> bool {
    after(document, verb)
        .is_some_and(|next| document.tokens()[next].is(Flags::CAPITAL) || is_any(document, next, SPEAKERS))
}

const SPEAKERS: &[&str] = &[
    "the", "a", "an", "he", "she", "it", "they", "one", "his", "her", "their", "another", "some", "our", "my",
];

/// Sorted.
const VERBS: &[&str] = &[
    "added",
    "adds",
    "admits",
    "admitted",
    "announced",
    "announces",
    "answered",
    "answers",
    "argued",
    "argues",
    "asked",
    "asks",
    "assured",
    "assures",
    "believes",
    "claimed",
    "claims",
    "commented",
    "comments",
    "complained",
    "concluded",
    "concludes",
    "confessed",
    "confirmed",
    "confirms",
    "continued",
    "continues",
    "cried",
    "declared",
    "declares",
    "emphasised",
    "emphasises",
    "emphasized",
    "emphasizes",
    "exclaimed",
    "exclaims",
    "explained",
    "explains",
    "insisted",
    "insists",
    "joked",
    "noted",
    "notes",
    "observed",
    "pointed",
    "recalled",
    "recalls",
    "remarked",
    "replied",
    "replies",
    "reported",
    "reports",
    "said",
    "says",
    "shared",
    "shouted",
    "shouts",
    "stated",
    "states",
    "stressed",
    "stresses",
    "suggested",
    "suggests",
    "summed",
    "summarised",
    "summarized",
    "tells",
    "told",
    "underlined",
    "underlines",
    "urged",
    "urges",
    "warned",
    "warns",
    "whispered",
    "wrote",
];
