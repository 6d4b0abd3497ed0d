//! A country or a city under two names in one article.

use super::key_set::KeySet;
use super::name_key::{distance, plain};
use super::place_names::{FIRST_WORDS, PLACES, Place};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span, Token};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "country-name-mix",
        category: "naming",
        level: Level::Warn,
        mqm: "terminology/inconsistent-use-of-terminology",
        since: "0.1.0",
        preview: false,
        summary: "a country or a city under two names in one article",
        why: "`Burma` in the first paragraph and `Myanmar` in the third: a reader who does not know that they are one country \
              reads of two. It happens where a text is put together from several sources, or where an engine takes each \
              sentence for itself. Keep to one name; the finding stands at the one that the article uses less.\n\n\
              An article that explains the names (`Burma, now called Myanmar`) may have both, and so may a sentence about \
              the years before the renaming, a quotation, and a proper name (`Bombay High Court`, `Holland America \
              Line`). `Britain` beside `UK` is a matter of style and is left alone. The names and the years are those of \
              the United Nations and of the governments.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "Talks with Myanmar go on. The generals of {{Burma}} said so. In Myanmar nobody was told.",
        "Talks with Myanmar go on. The generals of Myanmar said so. In Myanmar nobody was told.",
    ),
    Example::bad("The ship left Côte d'Ivoire on Monday. {{Ivory Coast}} is the largest grower of cocoa."),
    Example::bad(
        "The road leads through Belarus to Minsk. Nobody in {{Byelorussia}} uses it now. Belarus has closed it.",
    ),
    Example::ok("Burma was renamed Myanmar. People there say Burma at home, and Myanmar on the telephone."),
    Example::ok("In 1962 the army of Burma seized power. Today Myanmar is ruled by the army again."),
    Example::ok("Mumbai was flooded. The Bombay High Court, which sits in Mumbai, was closed."),
    Example::ok("Tom Holland flew to the Netherlands."),
    Example::ok("The envoy left Myanmar. \u{201c}My grandfather came from Burma,\u{201d} she said."),
    Example::ok("Britain and the UK, America and the US: whoever writes news needs both."),
];

static FIRST: KeySet = KeySet::new(FIRST_WORDS);

/// One place where a name stands.
struct Mention {
    place: usize,
    name: usize,
    span: Span,
    sentence: usize,
}

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let mut mentions = mentions(document);
    mentions.sort_by_key(|m| (m.place, m.span));
    for group in mentions.chunk_by(|a, b| a.place == b.place) {
        let place = &PLACES[group[0].place];
        let differ = group.iter().any(|m| form(place, m.name) != form(place, group[0].name));
        if differ && !is_explained(document, group, place) && !is_elsewhere(document, place) {
            judge(document, report, group);
        }
    }
}

fn mentions(document: &Document<'_>) -> Vec<Mention> {
    let mut found = Vec::new();
    for (i, token) in document.tokens().iter().enumerate() {
        let may = token.is(Flags::CAPITAL) && (FIRST.may_have(token) || token.is(Flags::NON_ASCII));
        if may && !token.is(Flags::QUOTED) {
            found.extend(mention(document, i));
        }
    }
    found
}

/// The place that is named from a token on, if the name is not a part of another one.
fn mention(document: &Document<'_>, i: usize) -> Option<Mention> {
    let start = document.tokens()[i].span.start;
    let rest = &document.prose()[start as usize..];
    let ends = |name: &str| !rest[name.len()..].starts_with(char::is_alphanumeric);
    let (place, name, text) = PLACES.iter().enumerate().find_map(|(p, place)| {
        let mut names = place.names.iter().enumerate();
        names.find(|(_, name)| rest.starts_with(**name) && ends(name)).map(|(n, name)| (p, n, *name))
    })?;
    let span = Span::of(start, start + text.len() as u32);
    let next = document.tokens()[i..].iter().find(|t| t.span.start >= span.end);
    let glued_name = |t: &Token| {
        t.is(Flags::CAPITAL)
            && !t.is(Flags::SENTENCE_START)
            && document.slice(Span::of(span.end, t.span.start)) == " "
    };
    if next.is_some_and(glued_name) || name_before(document, i) {
        return None;
    }
    let sentence = document.sentence_of_token(i);
    // Before the renaming the old name was the right one.
    let past = document.names_year_before(sentence, PLACES[place].since.into());
    (!past).then_some(Mention { place, name, span, sentence })
}

/// `Tom Holland`, `Dynamo Kiev`, `the University of Madras`: a part of another name.
fn name_before(document: &Document<'_>, i: usize) -> bool {
    let tokens = document.tokens();
    if tokens[i].is(Flags::SENTENCE_START) || i == 0 || !tokens[i].is(Flags::SPACE_BEFORE) {
        return i > 0 && !tokens[i].is(Flags::SPACE_BEFORE) && document.token_text(i - 1) == "-";
    }
    let named = |t: usize| tokens[t].is(Flags::CAPITAL) && !tokens[t].is(Flags::SENTENCE_START);
    named(i - 1) || (i > 1 && document.token_text(i - 1) == "of" && named(i - 2))
}

/// Whether the article says that the names are names of one place: both in one sentence, or a word for it beside one.
fn is_explained(document: &Document<'_>, group: &[Mention], place: &Place) -> bool {
    let both = group.windows(2).any(|pair| {
        pair[0].sentence == pair[1].sentence && form(place, pair[0].name) != form(place, pair[1].name)
    });
    both || group.iter().any(|m| {
        let sentence = document.slice(document.sentences()[m.sentence].span);
        EXPLAINING.iter().any(|word| sentence.split(|c: char| !c.is_alphabetic()).any(|w| w == *word))
    })
}

/// Words that speak of names, and of times when the name was another.
#[rustfmt::skip]
const EXPLAINING: &[&str] = &[
    "formerly", "former", "renamed", "rename", "renaming", "called", "named", "known", "then", "colonial", "colony", "historical",
    "historic", "history", "ancient", "century", "Soviet", "officially", "name", "names", "spelling", "ex", "old", "empire",
    "Empire", "Raj", "Company", "War", "exile",
];

/// Whether the article has a word that shows that another place is meant.
fn is_elsewhere(document: &Document<'_>, place: &Place) -> bool {
    !place.unless.is_empty()
        && document
            .tokens()
            .iter()
            .any(|t| t.is(Flags::WORD) && place.unless.contains(&document.slice(t.span)))
}

/// Which of its names a spelling belongs to: `Cote d'Ivoire` is `Côte d'Ivoire`, and `Artyomovsk` is `Artemovsk`.
fn form(place: &Place, name: usize) -> bool {
    let near = || distance(&plain(place.names[name]), &plain(place.names[0])) <= 20;
    name == 0 || near()
}

fn judge(document: &Document<'_>, report: &mut Report<'_>, group: &[Mention]) {
    let place = &PLACES[group[0].place];
    let now = group.iter().filter(|m| form(place, m.name)).count();
    let keep = now * 2 >= group.len();
    let (kept, other): (Vec<&Mention>, Vec<&Mention>) =
        group.iter().partition(|m| form(place, m.name) == keep);
    let (Some(best), Some(first)) = (kept.first(), other.first()) else { return };
    let name = document.slice(best.span);
    let message = format!("`{}` is called `{name}` elsewhere in this article", document.slice(first.span));
    let draft = Draft::new(first.span, message)
        .label(best.span, format!("called `{name}` here"))
        .labels(other[1..].iter().map(|again| again.span), "and again here");
    let edits = other.iter().map(|m| (m.span, name.to_owned()));
    report.add(draft.fix(format!("write `{name}`"), Applicability::Manual, edits).note(place.source));
}
