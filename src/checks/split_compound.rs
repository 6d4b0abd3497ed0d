//! A compound with a space beside its hyphen: `flood- resistant`, `a four -day visit`.

use super::beside::{after, before, cover, is_any, is_glued, is_small_word};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "split-compound",
        category: "typography",
        level: Level::Warn,
        mqm: "fluency/punctuation",
        since: "0.1.0",
        preview: false,
        summary: "a compound with a space beside its hyphen",
        why: "The hyphen holds a compound together, so no space stands beside it. The exception is a compound whose other \
              half comes later, `two- and three-year terms`. Where a dash was meant, write a dash.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("They build {{flood- resistant}} homes.", "They build flood-resistant homes."),
    Example::fixed("She left on a {{four -day}} visit.", "She left on a four-day visit."),
    Example::fixed("A {{state -owned}} bank paid.", "A state-owned bank paid."),
    Example::ok(
        "The two- and three-year terms, the pre- or post-war years and short-, mid- to long-term plans.",
    ),
    Example::ok("The suffix -day and the prefix un- are old; use -based or -old."),
    Example::ok("It costs 5- 6 crowns; pages 3- 4."),
    Example::ok("They came - all of them - late, and anti-\nwar songs were sung."),
    Example::ok("The city- not the state - pays."),
    Example::ok("We have seen some- some progress, said the speaker."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for &i in document.census().marks() {
        let i = i as usize;
        if document.prose().as_bytes()[document.tokens()[i].span.start as usize] != b'-' {
            continue;
        }
        let (Some(first), Some(last)) = (before(document, i), after(document, i)) else { continue };
        let split = match (is_glued(document, i), is_glued(document, last)) {
            (true, false) => is_open(document, first, i, last),
            (false, true) => is_detached(document, first, last),
            _ => false,
        };
        let span = cover(document, first, last);
        let text = document.slice(span);
        // A hyphen at the end of a line may be where a word was parted.
        if split && !text.contains('\n') {
            let joined: String = text.chars().filter(|c| !c.is_whitespace()).collect();
            report.add(
                Draft::new(span, format!("a space beside the hyphen: `{text}`"))
                    .replace(joined, Applicability::Manual),
            );
        }
    }
}

/// `flood- resistant`: glued to a word before, and no second half to wait for.
fn is_open(document: &Document<'_>, first: usize, hyphen: usize, last: usize) -> bool {
    let compound = before(document, first)
        .is_some_and(|t| is_glued(document, first) && !is_any(document, t, &["(", "\"", "“"]));
    let dash_pair = || {
        let block = &document.blocks()[document.block_of_token(hyphen)];
        (last..block.tokens.end.min(last + 12))
            .any(|t| is_any(document, t, &["-", "–", "—"]) && !is_glued(document, t))
    };
    let words = |t: usize| is_small_word(document, t) && document.token_text(t).len() >= 2;
    // A speaker who begins again: `some- some progress`.
    let again = document.token_text(first).eq_ignore_ascii_case(document.token_text(last));
    words(first) && words(last) && !again && !compound && !is_any(document, last, LINKS) && !dash_pair()
}

/// `four -day`: the second half of a compound that hardly stands alone.
fn is_detached(document: &Document<'_>, first: usize, last: usize) -> bool {
    let token = document.tokens()[first];
    let joined = is_glued(document, last + 1) && document.token_text(last + 1) == "-";
    (is_small_word(document, first) || token.is(Flags::NUMBER))
        && !is_any(
            document,
            first,
            &["suffix", "ending", "endings", "suffixes", "or", "and", "use", "option", "with"],
        )
        && is_any(document, last, HALVES)
        && !joined
}

/// What follows a hyphen that waits for its second half, or one that stands for a dash.
const LINKS: &[&str] = &[
    "and", "or", "to", "but", "through", "nor", "versus", "vs", "than", "as", "und", "y", "et", "not", "if",
    "which", "who", "that", "it", "he", "she", "they", "we", "you", "the", "a", "an", "in", "is", "are",
    "was", "were", "so", "this", "these", "for", "with", "then", "when", "where", "what", "how", "why",
    "because", "i", "there", "of", "by", "from", "on", "at", "will", "can", "also", "even", "just", "only",
    "all", "no", "be", "been", "has", "have", "had", "do", "does", "would", "could", "should", "may", "must",
    "resp",
];

const HALVES: &[&str] = &[
    "day",
    "year",
    "month",
    "week",
    "hour",
    "minute",
    "old",
    "based",
    "related",
    "led",
    "owned",
    "backed",
    "run",
    "term",
    "level",
    "called",
    "made",
    "speaking",
    "known",
    "sized",
    "scale",
    "wide",
    "free",
    "funded",
    "controlled",
    "style",
    "bedroom",
    "kilometer",
    "kilometre",
    "mile",
    "meter",
    "metre",
    "storey",
    "story",
    "foot",
];
