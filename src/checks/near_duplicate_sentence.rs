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

struct Candidate {
    sentence: usize,
    words: Vec<u64>,
    /// Its figures, and the capitalised words inside it: where two sentences have each their own, they say two things.
    numbers: Vec<u16>,
    names: Vec<u16>,
    opening: [u16; OPENING],
}

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

/// Sentences of running text of which half of the words come again in the article: only they can have a twin.
fn candidates(document: &Document<'_>) -> Vec<Candidate> {
    let tokens = document.tokens();
    let body = || document.blocks().iter().filter(|b| is_running_text(b));
    let mut counts = vec![0u8; 4096];
    for token in body().flat_map(|b| &tokens[b.tokens.clone()]).filter(|t| may_matter(t)) {
        let count = &mut counts[token.key as usize % 4096];
        *count = count.saturating_add(1);
    }
    let mut found = Vec::new();
    for sentence in body().flat_map(|b| b.sentences.clone()) {
        let run = &tokens[document.sentences()[sentence].tokens.clone()];
        let (mut all, mut again) = (0, 0);
        for token in run.iter().filter(|t| may_matter(t)) {
            all += 1;
            again += usize::from(counts[token.key as usize % 4096] > 1);
        }
        if again >= 3 && again * 2 >= all && is_statement(document, sentence) {
            found.push(candidate(document, sentence));
        }
    }
    found
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
    let turn = tokens.iter().take(SPEAKER).any(|t| document.slice(t.span) == ":");
    if turn || is_mostly_quoted(tokens) {
        return false;
    }
    let opens = first.is(Flags::CAPITAL) || document.slice(first.span).starts_with(['"', '“', '‘', '\'']);
    opens && text.ends_with(['.', '!']) && !text.contains(['|', '<', '>', '{', '=', '[', '\u{FFFC}', '/'])
}

fn candidate(document: &Document<'_>, sentence: usize) -> Candidate {
    let range = document.sentences()[sentence].tokens.clone();
    let run = &document.tokens()[range.clone()];
    let keys = |wanted: Flags| {
        let mut keys: Vec<u16> = run.iter().skip(1).filter(|t| t.is(wanted)).map(|t| t.key).collect();
        keys.sort_unstable();
        keys
    };
    let mut opening = [0; OPENING];
    for (slot, token) in opening.iter_mut().zip(run) {
        *slot = token.key;
    }
    let (numbers, names) = (keys(Flags::NUMBER.and(Flags::MIXED)), keys(Flags::CAPITAL));
    Candidate { sentence, words: content_words(document, range), numbers, names, opening }
}

/// Pairs that share one of their rarer words, the earlier sentence first, and how many of the words that they share
/// no other sentence has.
fn pairs(candidates: &[Candidate]) -> Vec<(usize, usize, usize)> {
    let mut places: Vec<(u64, usize)> =
        candidates.iter().enumerate().flat_map(|(i, c)| c.words.iter().map(move |&w| (w, i))).collect();
    places.sort_unstable();
    let mut pairs = Vec::new();
    for group in places.chunk_by(|a, b| a.0 == b.0).filter(|g| (2..=CROWD).contains(&g.len())) {
        for (n, (_, earlier)) in group.iter().enumerate() {
            pairs.extend(group[n + 1..].iter().map(|(_, later)| (*earlier, *later, group.len() == 2)));
        }
    }
    pairs.sort_unstable();
    let count =
        |group: &[(usize, usize, bool)]| (group[0].0, group[0].1, group.iter().filter(|pair| pair.2).count());
    pairs.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)).map(count).collect()
}

fn is_same(a: &Candidate, b: &Candidate, rare: usize) -> bool {
    let own = |x: &[u16], y: &[u16]| x.iter().any(|k| !y.contains(k));
    let differ = |x: &[u16], y: &[u16]| own(x, y) && own(y, x);
    let common = shared(&a.words, &b.words);
    let (fewer, more) = (a.words.len().min(b.words.len()), a.words.len().max(b.words.len()));
    if rare == 0 || differ(&a.numbers, &b.numbers) {
        return false;
    }
    let same = fewer >= FEWEST && common * 10 >= (more + fewer - common) * 7 && !differ(&a.names, &b.names);
    // The same opening (`It would have been the first …`), a name, and most of the shorter sentence in the longer one.
    let apart = b.sentence > a.sentence + 1;
    let named = a.names.iter().any(|n| b.names.contains(n));
    let echo = a.opening == b.opening
        && apart
        && named
        && fewer >= FEWEST_ECHO
        && common * 4 >= fewer * 3
        && more <= fewer * 3;
    same || echo
}

/// How many tokens in a row two announcements share.
const RUN: usize = 5;

/// Whether both announce one event: the same name, the same words for what happens (`is going to be held`), the same
/// day at the end (`next week.`), and half of the shorter sentence in the longer one.
fn is_announced_again(document: &Document<'_>, a: &Candidate, b: &Candidate) -> bool {
    let common = shared(&a.words, &b.words);
    let fewer = a.words.len().min(b.words.len());
    if common < FEWEST || common * 2 < fewer || !a.names.iter().any(|n| b.names.contains(n)) {
        return false;
    }
    let tokens = |c: &Candidate| &document.tokens()[document.sentences()[c.sentence].tokens.clone()];
    let end = |c: &Candidate| {
        let words: Vec<&str> = tokens(c).iter().rev().map(|t| document.slice(t.span)).take(3).collect();
        match words[..] {
            [_, day, which] if WHICH.contains(&which) && DAYS.contains(&day) => Some((which, day)),
            _ => None,
        }
    };
    let keys = |c: &Candidate| -> Vec<u16> { tokens(c).iter().map(|t| t.key).collect() };
    let (x, y) = (keys(a), keys(b));
    end(a).is_some() && end(a) == end(b) && x.windows(RUN).any(|run| y.windows(RUN).any(|other| other == run))
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
