//! An article, preposition or conjunction written twice: `the the`, `a the`.

use super::beside::{cover, is_any, is_glued};
use super::word_set::WordSet;
use crate::document::{Document, Repeat};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "repeated-function-word",
        category: "pathology",
        level: Level::Deny,
        mqm: "fluency/grammar",
        since: "0.1.0",
        preview: false,
        summary: "a little word written twice, or two articles in a row",
        why: "The eye skips it, so it gets into print: `the the`, `number of of`, `a the`. It is the one slip of machines and \
              people alike that is always a slip. Words that English does repeat (`had had`, `that that`, `is is`) are not \
              looked at.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("They counted {{the the}} ships.", "They counted the ships."),
    Example::fixed("{{The the}} number {{of of}} ships grew.", "The number of ships grew."),
    Example::fixed("They waited {{for for for}} rain.", "They waited for rain."),
    Example::fixed("It was {{a the}} long day.", "It was the long day."),
    Example::ok("He had had that that he wanted; what it is is a ship, and her her own."),
    Example::ok(
        "The The played, then The Who; the The Hague court met; the a cappella choir and the a priori view.",
    ),
    Example::ok("The check-in in the hall moves on on-street parking; a log-in in time."),
    Example::ok(
        "The form was filled in in ink, and we moved on on Monday; when you have it it will be late.",
    ),
    Example::ok("From A to the B, the “a the” rule; vitamin A a day.").markdown(),
    Example::ok("The name has five letters. The *a* stands for atomic.").markdown(),
    Example::ok("The paths from a to b, and from the to, the end."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for repeat in document.repeats().iter().filter(|r| r.period == 1 && r.tokens < LOOP) {
        twice(document, repeat).into_iter().for_each(|d| report.add(d));
    }
    let tokens = document.tokens();
    for (i, pair) in tokens.windows(2).enumerate() {
        if ARTICLES.may_have(&pair[0])
            && ARTICLES.may_have(&pair[1])
            && let Some(first) = ARTICLES.get(document, &pair[0])
            && let Some(second) = ARTICLES.get(document, &pair[1])
            && first != second
        {
            articles_in_a_row(document, i, [first, second]).into_iter().for_each(|d| report.add(d));
        }
    }
}

/// From here on it is a loop, which another lint reports.
const LOOP: usize = 4;

fn twice(document: &Document<'_>, repeat: &Repeat) -> Option<Draft> {
    let (first, last) = (repeat.first, repeat.first + repeat.tokens - 1);
    let text = document.token_text(first);
    if !WORDS.iter().any(|w| w.eq_ignore_ascii_case(text)) || !is_plain(document, first, last) {
        return None;
    }
    let particle = matches!(text, "in" | "on") && first > 0 && is_any(document, first - 1, PARTICLE_VERBS);
    if particle && repeat.tokens == 2 {
        return None;
    }
    let span = cover(document, first, last);
    Some(
        Draft::new(span, format!("`{}` is written twice", text.to_lowercase()))
            .replace(text, Applicability::Safe),
    )
}

fn articles_in_a_row(document: &Document<'_>, i: usize, [first, second]: [&str; 2]) -> Option<Draft> {
    let next = document.token_text(i + 2);
    // `the a cappella choir`, `the a priori view`, and `a` as a letter.
    let latin = second == "a"
        && ["cappella", "capella", "priori", "posteriori", "la", "fortiori", "and", "or"].contains(&next);
    let noun = i + 2 >= document.tokens().len()
        || !document.tokens()[i + 2].is(Flags::WORD)
        || is_glued(document, i + 2);
    if latin
        || noun
        || !is_plain(document, i, i + 1)
        || document.block_of_token(i) != document.block_of_token(i + 1)
        || stands_alone_in_markup(document, i + 1)
    {
        return None;
    }
    let span = cover(document, i, i + 1);
    let draft = Draft::new(span, format!("two articles in a row: `{first} {second}`"));
    let written = |a: &str| match document.tokens()[i].is(Flags::CAPITAL) {
        true => a[..1].to_uppercase() + &a[1..],
        false => a.to_owned(),
    };
    Some(draft.replace(written(second), Applicability::Manual).replace(written(first), Applicability::Manual))
}

/// `The <em>a</em> stands for …`: a word that is spoken of.
fn stands_alone_in_markup(document: &Document<'_>, i: usize) -> bool {
    let (text, span) = (document.source().text(), document.map(document.tokens()[i].span).span);
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    before.ends_with(['>', '*', '_']) && after.starts_with(['<', '*', '_'])
}

/// Whether the words stand free and are written as the middle of a sentence is.
fn is_plain(document: &Document<'_>, first: usize, last: usize) -> bool {
    let tokens = document.tokens();
    let upper = (first..=last).all(|t| tokens[t].is(Flags::UPPER));
    let small = (first + 1..=last).all(|t| !tokens[t].is(Flags::CAPITAL));
    let opening = !tokens[first].is(Flags::CAPITAL) || tokens[first].is(Flags::SENTENCE_START);
    let hyphened = is_glued(document, first) && document.token_text(first - 1) == "-"
        || is_glued(document, last + 1) && document.token_text(last + 1) == "-";
    // A word that is spoken of stands in a quotation of its own, or in emphasis.
    let apart = tokens[first].is(Flags::QUOTED) == tokens[last].is(Flags::QUOTED);
    (upper || small && opening)
        && !hyphened
        && apart
        && (first + 1..=last).all(|t| tokens[t].is(Flags::SPACE_BEFORE))
}

const WORDS: &[&str] = &[
    "the", "a", "an", "of", "and", "for", "at", "from", "or", "with", "by", "to", "their", "its", "our",
    "your", "my", "his", "we", "they", "be", "but", "if", "than", "as", "into", "were", "which", "because",
    "would", "in", "on", "have", "when", "where", "through", "between", "about", "not",
];

/// Verbs that take a particle, which may stand before the same preposition: `filled in in ink`, `get it in in time`.
const PARTICLE_VERBS: &[&str] = &[
    "fill", "filled", "get", "got", "log", "logged", "sign", "signed", "come", "came", "coming", "check",
    "checked", "hand", "handed", "move", "moved", "moving", "turn", "turned", "go", "goes", "going", "went",
    "gone", "carry", "carried", "put", "bring", "brought", "live", "lived", "fit", "fitted", "dial", "set",
    "step", "stepped", "take", "taken", "took", "let", "keep", "kept", "it", "them", "him", "her", "me",
    "us", "you", "that", "what", "later", "early",
];

static ARTICLES: WordSet = WordSet::new(&["a", "an", "the"]);
