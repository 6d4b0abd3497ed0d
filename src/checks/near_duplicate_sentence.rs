//! Two sentences of an article that say the same.

use super::content_words::{content_words, is_running_text, shared};
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
        preview: true,
        summary: "two sentences of an article that say the same",
        why: "Rewritten and translated stories often tell a fact twice, once from the lead and once from the body of \
              the source. Merge the two sentences or delete one. Compared are the content words of sentences in running \
              text; headlines, captions, lists and tables repeat the text by right.",
        examples: const {
            &[
                Example::bad(
                    "Bridge to be built\n\n\
                     The ministry approved the new railway bridge across the river on Monday.\n\n\
                     Trains will be faster, engineers say.\n\n\
                     {{On Monday the ministry approved the new bridge for the railway across the river.}}",
                ),
                Example::bad(
                    "It would have been the club's first title in Europe. The final was lost by a goal. \
                     {{It would have been the first European title of the club.}}",
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
        if said[later] || !is_same(&candidates[earlier], &candidates[later], rare) {
            continue;
        }
        let (a, b) = (candidates[earlier].sentence, candidates[later].sentence);
        if is_whole_block_again(document, a, b) {
            continue;
        }
        said[later] = true;
        let sentences = document.sentences();
        report.add(
            Draft::new(sentences[b].span, "this sentence says again what an earlier one says")
                .label(sentences[a].span, "said here before"),
        );
    }
}

/// Sentences of running text of which most words come again in the article: only they can have a twin.
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
        if again >= 3 && again * 10 >= all * 6 && is_statement(document, sentence) {
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
    let text = document.slice(sentence.span).trim_end_matches(['"', '”', '’', '\'', ')', '*', '_']);
    let first = document.tokens()[sentence.tokens.start];
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
    // The same opening (`It would have been the first …`), and most of the shorter sentence in the longer one.
    let apart = b.sentence > a.sentence + 1;
    let echo = a.opening == b.opening
        && apart
        && fewer >= FEWEST_ECHO
        && common * 4 >= fewer * 3
        && more <= fewer * 3;
    same || echo
}

/// Whether each of the two stands in a paragraph of its own and the paragraphs are the same: another lint says so.
fn is_whole_block_again(document: &Document<'_>, a: usize, b: usize) -> bool {
    let (a, b) = (document.sentences()[a].block, document.sentences()[b].block);
    let text = |block: usize| document.slice(document.blocks()[block].prose);
    a != b && text(a) == text(b)
}
