//! What a sentence says, as a set: its words without endings and without the small words that every sentence has.

use std::ops::Range;

use crate::document::{Block, Document, Zone};
use crate::text::{Flags, Token, key};

/// The content words of a run of tokens, as sorted hashes of their stems.
pub(super) fn content_words(document: &Document<'_>, tokens: Range<usize>) -> Vec<u64> {
    let mut words: Vec<u64> = Vec::with_capacity(tokens.len());
    // One word after the other in the same place: an article has hundreds.
    let mut word = String::new();
    for token in &document.tokens()[tokens] {
        if !token.is(Flags::WORD.and(Flags::NUMBER)) || token.is(Flags::CLITIC) {
            continue;
        }
        word.clear();
        match document.slice(token.span) {
            text if text.is_ascii() => {
                word.push_str(text);
                word.make_ascii_lowercase();
            }
            text => word.push_str(&text.to_lowercase()),
        }
        if !(may_be_small(token) && is_small(&word)) {
            words.push(hash(stem(&word)));
        }
    }
    words.sort_unstable();
    words.dedup();
    words
}

/// How many members two sorted sets share.
pub(super) fn shared(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}

/// A text without the marks that close it behind its last stop.
pub(super) fn without_closers(text: &str) -> &str {
    text.trim_end_matches(['"', '”', '’', '\'', ')', '*', '_'])
}

/// Whether most of a run of tokens is quoted: that is said again where the layout lifts it out.
pub(super) fn is_mostly_quoted(tokens: &[Token]) -> bool {
    tokens.iter().filter(|t| t.is(Flags::QUOTED)).count() * 2 > tokens.len()
}

/// Whether a block is running text: sentences of lists, tables, headings and captions repeat each other by right.
pub(super) fn is_running_text(block: &Block) -> bool {
    block.zone == Zone::Body
}

/// A word without its regular ending: good enough to see that `opposes` and `opposing` are one word.
fn stem(word: &str) -> &str {
    let cut = |ending: &str| word.strip_suffix(ending).filter(|stem| stem.len() >= 4);
    cut("ing")
        .or_else(|| cut("ed"))
        .or_else(|| cut("es"))
        .or_else(|| cut("s"))
        .or_else(|| cut("e"))
        .unwrap_or(word)
}

fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3))
}

/// Whether a word, in small letters, says little: articles, pronouns, prepositions, auxiliaries, and what links sentences.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.binary_search(&word).is_ok()
}

/// Whether a token may be such a word: most are ruled out by their keys.
fn may_be_small(token: &Token) -> bool {
    SMALL_KEYS[usize::from(token.key) / 64] & (1 << (token.key % 64)) != 0
}

static SMALL_KEYS: [u64; 1024] = {
    let mut keys = [0; 1024];
    let mut i = 0;
    while i < SMALL.len() {
        let key = key(SMALL[i]);
        keys[key as usize / 64] |= 1 << (key % 64);
        i += 1;
    }
    keys
};

/// In order of their bytes.
#[rustfmt::skip]
const SMALL: &[&str] = &[
    "a", "about", "after", "against", "all", "also", "although", "am", "amid", "among", "an", "and", "any", "are",
    "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by", "can", "cannot", "could",
    "did", "do", "does", "don't", "during", "each", "even", "for", "from", "further", "had", "has", "have", "having",
    "he", "her", "here", "hers", "him", "his", "how", "however", "i", "i'm", "if", "in", "into", "is", "it", "it's",
    "its", "just", "may", "me", "meanwhile", "might", "more", "most", "much", "must", "my", "no", "nor", "not", "now",
    "of", "off", "on", "once", "one", "only", "or", "other", "our", "out", "over", "own", "same", "shall", "she",
    "should", "since", "so", "some", "such", "than", "that", "that's", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "through", "to", "too", "under", "until", "up", "upon", "very", "was", "we",
    "were", "what", "when", "where", "whether", "which", "while", "who", "whom", "whose", "why", "will", "with",
    "within", "without", "would", "you", "your",
];
