//! The names that one article mentions, and how a fact carries them to the judge.
//!
//! One fact stands for all mentions of one spelling in one article. Its key is the plain form of the name, its value
//! the name as written, and its `extra` the words beside it and the places of the mentions.

use std::fmt::Write;
use std::sync::Arc;

use super::known_words::is_word;
use super::name_key::plain;
use crate::document::Document;
use crate::lint::{Fact, LintId};
use crate::text::{Flags, Span};

/// The shortest name that is looked at, in bytes: shorter ones are too often near each other by chance.
const SHORTEST: usize = 4;

/// How many different neighbours of a name, and how many places, are remembered.
const NEIGHBOURS: usize = 4;
const PLACES: usize = 16;

/// The names of an article, one fact for each spelling, in the order in which they come.
pub(super) fn collect(document: &Document<'_>, lint: &str) -> Vec<Fact> {
    let spellings = Spellings::of(document);
    let lint: LintId = Arc::from(lint);
    spellings.lists.iter().map(|mentions| fact(document, &lint, mentions)).collect()
}

/// The first and the last token of a name: one word, or words with hyphens between them.
type Mention = (usize, usize);

/// The places where one name is spelled one way.
type Mentions = Vec<Mention>;

#[derive(Default)]
struct Spellings {
    lists: Vec<Mentions>,
    /// Open addressing by the hash of the spelling: 0 is free, else one more than an index into `lists`.
    table: Vec<u32>,
}

impl Spellings {
    /// Capitalised words that are no common words.
    fn of(document: &Document<'_>) -> Self {
        let mut spellings = Self { lists: Vec::new(), table: vec![0; 256] };
        for i in document.census().capitals() {
            let token = document.tokens()[i];
            if let Some(last) = end_of_compound(document, i) {
                spellings.add(document, (i, last));
            }
            if token.span.len() < SHORTEST {
                continue;
            }
            if token.is(ODD) || (token.is(Flags::UPPER) && shouted(document, i)) {
                continue;
            }
            if !is_word(document.slice(token.span)) {
                spellings.add(document, (i, i));
            }
        }
        spellings
    }

    fn add(&mut self, document: &Document<'_>, mention: Mention) {
        let text = text(document, mention);
        let mask = self.table.len() - 1;
        let mut slot = hash(text) as usize & mask;
        while let Some(list) = (self.table[slot] as usize).checked_sub(1) {
            if self::text(document, self.lists[list][0]) == text {
                self.lists[list].push(mention);
                return;
            }
            slot = (slot + 1) & mask;
        }
        self.lists.push(vec![mention]);
        self.table[slot] = self.lists.len() as u32;
        if self.lists.len() * 2 > self.table.len() {
            self.grow(document);
        }
    }

    fn grow(&mut self, document: &Document<'_>) {
        let mask = self.table.len() * 4 - 1;
        self.table = vec![0; mask + 1];
        for (i, list) in self.lists.iter().enumerate() {
            let mut slot = hash(text(document, list[0])) as usize & mask;
            while self.table[slot] != 0 {
                slot = (slot + 1) & mask;
            }
            self.table[slot] = i as u32 + 1;
        }
    }
}

fn hash(text: &str) -> u64 {
    let mixed = text
        .bytes()
        .fold(0, |h: u64, b| (h.rotate_left(5) ^ u64::from(b)).wrapping_mul(0x517c_c1b7_2722_0a95));
    mixed >> 32
}

fn span((first, last): Mention, document: &Document<'_>) -> Span {
    document.tokens_span(first..last + 1)
}

fn text<'d>(document: &'d Document<'_>, mention: Mention) -> &'d str {
    document.slice(span(mention, document))
}

/// The last token of a name with hyphens (`Neunkirchen-Seelscheid`, `Kim Yong-nam`) whose first word is at `first`.
/// It must have a word that is no common word, and no figures.
fn end_of_compound(document: &Document<'_>, first: usize) -> Option<usize> {
    let tokens = document.tokens();
    let glued = |i: usize| tokens.get(i).filter(|t| !t.is(Flags::SPACE_BEFORE.and(Flags::CLITIC)));
    let plain = |i: usize| glued(i).is_some_and(|t| t.is(Flags::WORD) && !t.is(ODD.and(Flags::UPPER)));
    let hyphen = |i: usize| glued(i).is_some() && document.token_text(i) == "-";
    if PREFIXES.contains(&document.token_text(first))
        || first > 0 && hyphen(first)
        || first > 1 && hyphen(first - 1) && !tokens[first].is(Flags::SPACE_BEFORE)
    {
        return None;
    }
    let mut last = first;
    while hyphen(last + 1) && plain(last + 2) {
        last += 2;
    }
    let rare = |i: usize| tokens[i].span.len() >= 3 && !is_word(document.token_text(i));
    (last > first && (first..=last).step_by(2).any(rare) && !hyphen(last + 1)).then_some(last)
}

/// What makes a common word with a hyphen of a common word: `De-icing`.
#[rustfmt::skip]
const PREFIXES: &[&str] = &[
    "Anti", "Auto", "Co", "Counter", "Cyber", "De", "Eco", "Ex", "Inter", "Intra", "Macro", "Micro", "Mid", "Mini", "Multi", "Non", "Out", "Over",
    "Post", "Pre", "Pro", "Re", "Self", "Semi", "Sub", "Super", "Un", "Under",
];

/// Tokens that are no plain words.
const ODD: Flags = Flags::OPAQUE.and(Flags::DOTTED).and(Flags::MIXED);

/// Whether a word in capitals stands among others, as in a headline, a dateline or a heading: there the capitals say
/// nothing of the word.
fn shouted(document: &Document<'_>, at: usize) -> bool {
    let loud = |i: usize| {
        document
            .tokens()
            .get(i)
            .is_some_and(|t| t.is(Flags::UPPER) && t.span.len() > 3 && !t.is(Flags::DOTTED))
    };
    let block = &document.blocks()[document.block_of_token(at)];
    at == block.tokens.start || loud(at.wrapping_sub(1)) || loud(at + 1)
}

fn fact(document: &Document<'_>, lint: &LintId, mentions: &Mentions) -> Fact {
    let text = text(document, mentions[0]);
    let first = document.map(span(mentions[0], document));
    let mut extra = String::with_capacity(32);
    let before = |i: usize| neighbour(document, i, i.wrapping_sub(1));
    // Of `Olga Petrovna Orlova`, `Olga` stands before the surname too.
    let given = |i: usize| [before(i), before(i).and_then(|_| before(i - 1))].into_iter().flatten();
    list(&mut extra, mentions.iter().flat_map(|&(first, _)| given(first)));
    extra.push('|');
    list(&mut extra, mentions.iter().filter_map(|&(_, last)| neighbour(document, last, last + 1)));
    extra.push('|');
    for &mention in mentions.iter().take(PLACES) {
        let place = document.map(span(mention, document));
        if place.verbatim {
            // Writing to a string cannot fail.
            let _ = write!(extra, "{},", place.span.start);
        }
    }
    let _ = write!(extra, "|{}", mentions.len());
    Fact {
        lint: lint.clone(),
        source: document.source().name().clone(),
        span: first.span,
        verbatim: first.verbatim,
        key: plain(text),
        value: text.to_owned(),
        extra,
    }
}

/// Appends the first few different words.
fn list<'w>(out: &mut String, words: impl Iterator<Item = &'w str>) {
    let mut kept: [&str; NEIGHBOURS] = [""; NEIGHBOURS];
    let mut count = 0;
    for word in words {
        if count == NEIGHBOURS {
            return;
        }
        if !kept[..count].contains(&word) {
            kept[count] = word;
            count += 1;
            out.push_str(word);
            out.push(',');
        }
    }
}

/// The capitalised word at `beside`, if nothing but a space parts it from the name at `at`.
fn neighbour<'d>(document: &'d Document<'_>, at: usize, beside: usize) -> Option<&'d str> {
    let tokens = document.tokens();
    let (name, other) = (tokens[at], tokens.get(beside)?);
    if !other.is(Flags::CAPITAL) || other.is(Flags::OPAQUE) {
        return None;
    }
    let between = if beside < at {
        Span::of(other.span.end, name.span.start)
    } else {
        Span::of(name.span.end, other.span.start)
    };
    matches!(document.slice(between), " " | "\u{a0}").then(|| document.slice(other.span))
}

/// What a fact says, taken apart again where it is asked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'f> {
    /// The fact it came in.
    pub fact: &'f Fact,
}

impl<'f> Name<'f> {
    /// The name as written.
    pub(super) fn text(self) -> &'f str {
        &self.fact.value
    }

    /// Its plain form.
    pub(super) fn plain(self) -> &'f str {
        &self.fact.key
    }

    /// The capitalised words that stand before it: given names, titles.
    pub(super) fn before(self) -> impl Iterator<Item = &'f str> + Clone {
        self.part(0).split(',').filter(|word| !word.is_empty())
    }

    /// The capitalised words that stand after it.
    pub(super) fn after(self) -> impl Iterator<Item = &'f str> + Clone {
        self.part(1).split(',').filter(|word| !word.is_empty())
    }

    /// Where it stands in its source word for word: the first places.
    pub(super) fn places(self) -> impl Iterator<Item = Span> {
        let length = self.fact.value.len() as u32;
        self.part(2).split(',').filter_map(move |start| {
            let start: u32 = start.parse().ok()?;
            Some(Span::of(start, start + length))
        })
    }

    /// How often the article has it.
    pub(super) fn count(self) -> usize {
        self.part(3).parse().unwrap_or(1)
    }

    fn part(self, n: usize) -> &'f str {
        self.fact.extra.split('|').nth(n).unwrap_or_default()
    }
}
