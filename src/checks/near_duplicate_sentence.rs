//! Two sentences of an article that say the same.

use super::content_words::{content_words, is_mostly_quoted, is_running_text, shared, without_closers};
use crate::document::Document;
use crate::lint::{Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Token};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "near-duplicate-sentence",
        category: "redundancy",
        level: Level::Warn,
        mqm: "style/awkward",
        since: "0.1.0",
        preview: false,
        summary: "two sentences of an article that say the same",
        why: "Rewritten and translated stories often tell a fact twice, once from the lead and once from the body of \
              the source. Merge the two sentences or delete one; the finding stands at the one that says less.\n\n\
              Compared are the content words of sentences in running text. Headlines, captions, lists and tables repeat the \
              text by right, and so do quotations that are set apart. A sentence that comes again word for word in \
              another paragraph is left alone as well: it is a refrain, or a passage that the layout lifts out.",
        examples: const {
            &[
                Example::bad(
                    "Bridge to be built\n\n\
                     The ministry approved the new railway bridge across the river on Monday.\n\n\
                     Trains will be faster, engineers say.\n\n\
                     {{On Monday the ministry approved the new bridge for the railway across the river.}}",
                ),
                Example::bad(
                    "{{It would have been Marburg's first title in Europe.}} The final was lost by a goal. \
                     It would have stood as the first title of the Marburg club on the continent.",
                ),
                Example::bad(
                    "The visit comes when a meeting of all OPEC ministers is going to be held next month. Nobody else \
                     was told.\n\n\
                     {{The spring conference of OPEC ministers is going to be held in Vienna next month.}}",
                ),
                Example::ok(
                    "The cake can be bought in all shops of the island and in the town. The bread is dark.\n\n\
                     The cake can be bought in the town and in all shops of the island, but not the bread.",
                ),
                Example::ok(
                    "“We are one team and we will build the new harbour together with the town.” She smiled.\n\n\
                     We are one team and will together build the town a new harbour, she said again.",
                ),
                Example::ok(
                    "The ministry approved the new railway bridge on Monday. The bridge had been planned for ten \
                     years. Trains will cross it from May.",
                ),
                Example::ok("Did the bank pay? No. Did the bank apologise? No."),
                Example::ok(
                    "- The first team plays at the new stadium on Monday.\n\
                     - The second team plays at the new stadium on Tuesday.",
                )
                .markdown(),
            ]
        },
    },
    Run::Document(check),
);

/// The fewest content words of a sentence that is compared.
const FEWEST: usize = 6;
/// The fewest of one that opens with the same words as another.
const FEWEST_ECHO: usize = 4;
/// Within how many tokens a colon ends the name of a speaker.
const SPEAKER: usize = 5;
/// How many words must be the same for an opening to be the same.
const OPENING: usize = 3;
/// How many sentences may share a rare word before the word counts as common.
const CROWD: usize = 8;

/// How many of the rarer words two sentences must share for a closer look.
const ALIKE: usize = 4;

struct Candidate<'d> {
    sentence: usize,
    words: Vec<u64>,
    tokens: &'d [Token],
}

impl Candidate<'_> {
    /// The keys of its tokens of a kind but for the first: its figures, or the capitalised words inside it. Where two
    /// sentences have each their own, they say two things.
    fn keys(&self, wanted: Flags) -> Vec<u16> {
        self.tokens.iter().skip(1).filter(|t| t.is(wanted)).map(|t| t.key).collect()
    }

    fn opening(&self) -> impl Iterator<Item = u16> + '_ {
        self.tokens.iter().take(OPENING).map(|t| t.key)
    }
}

const FIGURES: Flags = Flags::NUMBER.and(Flags::MIXED);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let candidates = candidates(document);
    let mut said = vec![false; candidates.len()];
    for (earlier, later, rare) in pairs(&candidates) {
        let (a, b) = (&candidates[earlier], &candidates[later]);
        if said[earlier] || said[later] || !(is_same(a, b, rare) || is_announced_again(document, a, b)) {
            continue;
        }
        if is_word_for_word(document, a.sentence, b.sentence) {
            continue;
        }
        // The one that says less is the one to delete.
        let shorter_is_earlier = a.words.len() < b.words.len();
        said[if shorter_is_earlier { earlier } else { later }] = true;
        let (less, more) =
            if shorter_is_earlier { (a.sentence, b.sentence) } else { (b.sentence, a.sentence) };
        let (message, label) = match shorter_is_earlier {
            true => ("a later sentence says this again", "said again here"),
            false => ("this sentence says again what an earlier one says", "said here before"),
        };
        let sentences = document.sentences();
        report.add(Draft::new(sentences[less].span, message).label(sentences[more].span, label));
    }
}

/// Sentences of running text that share a few of their longer words with one other sentence: only they can have a twin.
/// Words are told by their keys alone here: a sentence too many costs a closer look.
fn candidates<'d>(document: &'d Document<'_>) -> Vec<Candidate<'d>> {
    let tokens = document.tokens();
    let body = || document.blocks().iter().filter(|b| is_running_text(b));
    let run = |sentence: usize| &tokens[document.sentences()[sentence].tokens.clone()];
    let mut counts = vec![0u8; 4096];
    for token in body().flat_map(|b| &tokens[b.tokens.clone()]).filter(|t| may_matter(t)) {
        let count = &mut counts[usize::from(token.key) % 4096];
        *count = count.saturating_add(1);
    }
    let again = |t: &&Token| may_matter(t) && counts[usize::from(t.key) % 4096] > 1;
    let mut places: Vec<(u16, u32)> = Vec::new();
    for sentence in body().flat_map(|b| b.sentences.clone()) {
        places.extend(run(sentence).iter().filter(again).map(|t| (t.key, sentence as u32)));
    }
    let mut alike: Vec<u32> =
        shared_by(places).filter(|pair| pair.2 >= ALIKE).flat_map(|(a, b, ..)| [a, b]).collect();
    alike.sort_unstable();
    alike.dedup();
    let statement = |&sentence: &usize| is_statement(document, sentence);
    let candidate = |sentence: usize| {
        let words = content_words(document, document.sentences()[sentence].tokens.clone());
        Candidate { sentence, words, tokens: run(sentence) }
    };
    alike.into_iter().map(|sentence| sentence as usize).filter(statement).map(candidate).collect()
}

/// Pairs of places that share words, how many, and how many of these no other place has. A word of more than [`CROWD`]
/// places does not count.
fn shared_by<W: Ord + Copy>(mut places: Vec<(W, u32)>) -> impl Iterator<Item = (u32, u32, usize, usize)> {
    places.sort_unstable();
    places.dedup();
    let mut pairs: Vec<(u32, u32, bool)> = Vec::new();
    for group in places.chunk_by(|a, b| a.0 == b.0).filter(|g| (2..=CROWD).contains(&g.len())) {
        for (n, (_, earlier)) in group.iter().enumerate() {
            pairs.extend(group[n + 1..].iter().map(|(_, later)| (*earlier, *later, group.len() == 2)));
        }
    }
    pairs.sort_unstable();
    let mut found = Vec::new();
    for group in pairs.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        found.push((group[0].0, group[0].1, group.len(), group.iter().filter(|pair| pair.2).count()));
    }
    found.into_iter()
}

/// Pairs of candidates that share one of their rarer words, the earlier sentence first, and how many of the words that
/// they share no other candidate has.
fn pairs(candidates: &[Candidate<'_>]) -> impl Iterator<Item = (usize, usize, usize)> {
    let words = (0..).zip(candidates).flat_map(|(i, c)| c.words.iter().map(move |&word| (word, i)));
    shared_by(words.collect()).map(|(a, b, _, rare)| (a as usize, b as usize, rare))
}

/// Whether a token may be a content word: long enough.
fn may_matter(token: &Token) -> bool {
    token.span.len() >= 4 && token.is(Flags::WORD.and(Flags::NUMBER))
}

/// Whether a sentence is a whole one that states something: questions, fragments and code come again by right.
fn is_statement(document: &Document<'_>, sentence: usize) -> bool {
    let sentence = &document.sentences()[sentence];
    let text = without_closers(document.slice(sentence.span));
    let first = document.tokens()[sentence.tokens.start];
    let tokens = &document.tokens()[sentence.tokens.clone()];
    // `Name: …` is a turn of an interview.
    let turn = tokens.iter().take(SPEAKER).any(|t| t.is(Flags::MARK) && document.slice(t.span) == ":");
    if turn || is_mostly_quoted(tokens) {
        return false;
    }
    let opens = first.is(Flags::CAPITAL) || document.slice(first.span).starts_with(['"', '“', '‘', '\'']);
    let is_code = |b: u8| matches!(b, b'|' | b'<' | b'>' | b'{' | b'=' | b'[' | b'/');
    opens && text.ends_with(['.', '!']) && !text.bytes().any(is_code) && !text.contains('\u{FFFC}')
}

fn is_same(a: &Candidate<'_>, b: &Candidate<'_>, rare: usize) -> bool {
    let common = shared(&a.words, &b.words);
    let (fewer, more) = (a.words.len().min(b.words.len()), a.words.len().max(b.words.len()));
    let same = fewer >= FEWEST && common * 10 >= (more + fewer - common) * 7;
    // The same opening (`It would have been the first …`), a name, and most of the shorter sentence in the longer one.
    let echo = b.sentence > a.sentence + 1
        && fewer >= FEWEST_ECHO
        && common * 4 >= fewer * 3
        && more <= fewer * 3
        && a.opening().eq(b.opening());
    if rare == 0 || !(same || echo) {
        return false;
    }
    let own = |x: &[u16], y: &[u16]| x.iter().any(|k| !y.contains(k));
    let differ = |x: &[u16], y: &[u16]| own(x, y) && own(y, x);
    let (names, others) = (a.keys(Flags::CAPITAL), b.keys(Flags::CAPITAL));
    let named = || names.iter().any(|n| others.contains(n));
    !differ(&a.keys(FIGURES), &b.keys(FIGURES)) && ((same && !differ(&names, &others)) || (echo && named()))
}

/// How many tokens in a row two announcements share.
const RUN: usize = 5;

/// Whether both announce one event: the same name, the same words for what happens (`is going to be held`), the same
/// day at the end (`next week.`), and half of the shorter sentence in the longer one.
fn is_announced_again(document: &Document<'_>, a: &Candidate<'_>, b: &Candidate<'_>) -> bool {
    let common = shared(&a.words, &b.words);
    let fewer = a.words.len().min(b.words.len());
    if common < FEWEST || common * 2 < fewer {
        return false;
    }
    let end = |c: &Candidate<'_>| {
        let words: Vec<&str> = c.tokens.iter().rev().map(|t| document.slice(t.span)).take(3).collect();
        match words[..] {
            [_, day, which] if WHICH.contains(&which) && DAYS.contains(&day) => Some((which, day)),
            _ => None,
        }
    };
    let names = b.keys(Flags::CAPITAL);
    let keys = |c: &Candidate<'_>| -> Vec<u16> { c.tokens.iter().map(|t| t.key).collect() };
    let (x, y) = (keys(a), keys(b));
    end(a).is_some()
        && end(a) == end(b)
        && a.keys(Flags::CAPITAL).iter().any(|n| names.contains(n))
        && x.windows(RUN).any(|run| y.windows(RUN).any(|other| other == run))
}

/// Days that a sentence ends with, counted from that of the article.
const WHICH: &[&str] = &["next", "this", "last", "coming", "on"];
#[rustfmt::skip]
const DAYS: &[&str] = &[
    "week", "weekend", "month", "year", "spring", "summer", "autumn", "fall", "winter", "Monday", "Tuesday", "Wednesday", "Thursday",
    "Friday", "Saturday", "Sunday",
];

/// Whether two sentences are the same words, in two paragraphs.
fn is_word_for_word(document: &Document<'_>, a: usize, b: usize) -> bool {
    let sentences = document.sentences();
    let words = |sentence: usize| {
        document.tokens()[sentences[sentence].tokens.clone()]
            .iter()
            .filter(|t| t.is(Flags::WORD.and(Flags::NUMBER)))
            .map(|t| t.key)
    };
    sentences[a].block != sentences[b].block && words(a).eq(words(b))
}
