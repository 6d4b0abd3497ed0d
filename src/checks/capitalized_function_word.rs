//! A capital on a little word in the middle of a sentence: `with The 2010 plan`.

use super::beside::{after, before, is_any, is_small_word};
use crate::document::{Block, BlockKind, Document, Zone};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "capitalized-function-word",
        category: "typography",
        level: Level::Warn,
        mqm: "fluency/spelling",
        since: "0.1.0",
        preview: false,
        summary: "a capital on an article, preposition or conjunction in the middle of a sentence",
        why: "Little words have a capital at the beginning of a sentence and in titles. Between words in small letters, \
              two sentences were joined or a full stop was lost: look which.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "The crew must leave the ship but {{On}} a calm day only.",
        "The crew must leave the ship but on a calm day only.",
    ),
    Example::fixed(
        "The law came with {{The}} 2010 reform of the ports.",
        "The law came with the 2010 reform of the ports.",
    ),
    Example::ok("She reads The Guardian and writes for The Port; he saw Gone With the Wind."),
    Example::ok("The Ways In and Out of a Port That Nobody Wants"),
    Example::ok("He said: The port is closed. (The rest of it, too.) “The end of it.”"),
    Example::ok("The rules: ☘️ The state pays; he filmed the novel On the shore, for in His mercy we trust."),
    Example::ok("She got an A in maths, and saw It in the cinema."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for i in document.census().capitals() {
        let token = document.tokens()[i];
        if token.span.len() <= 4
            && !token.is(Flags::SENTENCE_START.and(Flags::UPPER).and(Flags::DOTTED))
            && WORDS.contains(&document.slice(token.span))
            && stands_alone(document, i)
        {
            let word = document.slice(token.span);
            let new = word.to_ascii_lowercase();
            report.add(
                Draft::new(token.span, format!("a capital in the middle of a sentence: `{word}`"))
                    .replace(new, Applicability::Unsafe),
            );
        }
    }
}

/// Whether words in small letters stand on both sides, in running text.
fn stands_alone(document: &Document<'_>, i: usize) -> bool {
    let (Some(previous), Some(next)) = (before(document, i), after(document, i)) else { return false };
    let tokens = document.tokens();
    let apart = tokens[i].is(Flags::SPACE_BEFORE) && tokens[next].is(Flags::SPACE_BEFORE);
    let small = |t: usize| is_small_word(document, t);
    // `the The` band, `called The show`: a title of one word may follow.
    let titled = is_any(document, previous, TITLES)
        || tokens[i].is(Flags::QUOTED) && !tokens[previous].is(Flags::QUOTED);
    let block = &document.blocks()[document.block_of_token(i)];
    let number = tokens[next].is(Flags::NUMBER) && document.token_text(i) == "The";
    apart && small(previous) && (small(next) || number) && !titled && is_running(document, block)
}

/// A paragraph of sentences, not a headline or a title.
fn is_running(document: &Document<'_>, block: &Block) -> bool {
    if block.kind != BlockKind::Paragraph || block.zone != Zone::Body {
        return false;
    }
    let words =
        || document.tokens()[block.tokens.clone()].iter().filter(|t| t.is(Flags::WORD) && t.span.len() > 3);
    words().filter(|t| t.is(Flags::CAPITAL)).count() * 2 < words().count()
}

const WORDS: &[&str] = &[
    "The", "Of", "And", "In", "On", "At", "To", "For", "With", "By", "From", "An", "But", "Is", "Are", "Was",
    "Were", "That", "This", "Has", "Had", "Have", "When", "They", "Its", "Also",
];

const TITLES: &[&str] = &[
    "called", "titled", "entitled", "named", "the", "a", "an", "book", "film", "song", "album", "show",
    "band", "novel", "movie", "series", "play", "poem", "magazine", "game", "story", "single", "track",
    "musical", "episode",
];
