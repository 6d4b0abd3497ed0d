//! What a text is measured by: how often it uses certain words, pairs and marks, for each thousand of its words.
//!
//! No single rate says anything; together they tell machine from human translation of the same documents better than
//! any list of errors does (Volansky, Ordan and Wintner 2015, on the features of translationese). Quotation marks and
//! dashes are left out: they tell publishing systems apart, not translators.

use crate::document::{Document, Zone};
use crate::text::rated::{PAIRS, SHORT_FORMS, WORDS};
use crate::text::{Flags, Token, Vocabulary, WordId};

/// Further features, after the words and the pairs.
const SHAPES: [&str; 9] = [
    "short-form",
    "possessive-or-short-s",
    "comma",
    "semicolon",
    "colon",
    "parenthesis",
    "exclamation",
    "number",
    "words-in-sentence",
];

/// Which tokens count for which feature.
#[derive(Clone, Debug)]
pub(crate) struct Features {
    names: Vec<String>,
    /// Feature of each word id, from 1; 0 is none.
    words: Vec<u16>,
    pairs: Pairs,
    first_shape: usize,
}

impl Features {
    /// The features in the words of a vocabulary, which must hold all of them.
    pub(crate) fn new(vocabulary: &Vocabulary) -> Self {
        let mut names: Vec<String> = WORDS.split_whitespace().map(str::to_owned).collect();
        names.sort();
        names.dedup();
        let mut words = vec![0; vocabulary.len() + 1];
        for (i, name) in names.iter().enumerate() {
            words[vocabulary.get(name).0 as usize] = i as u16 + 1;
        }
        let mut pairs = Pairs::default();
        for pair in PAIRS.split('|').map(str::trim) {
            if let Some((a, b)) = pair.split_once(' ') {
                pairs.insert([vocabulary.get(a), vocabulary.get(b)], names.len() as u16);
                names.push(pair.to_owned());
            }
        }
        let first_shape = names.len();
        names.extend(SHAPES.map(str::to_owned));
        words[0] = 0;
        for short in SHORT_FORMS.split_whitespace() {
            words[vocabulary.get(short).0 as usize] = first_shape as u16 + 1;
        }
        words[0] = 0;
        Self { names, words, pairs, first_shape }
    }

    /// The names of the features, in order.
    pub(crate) fn names(&self) -> &[String] {
        &self.names
    }

    /// The rates of an article's running text, for each thousand words, and how many words that text has.
    pub(crate) fn rates(&self, document: &Document<'_>) -> (Vec<f32>, usize) {
        let mut counts = vec![0f32; self.names.len()];
        let (mut words, mut sentences) = (0usize, 0usize);
        for block in document.blocks().iter().filter(|b| matches!(b.zone, Zone::Body | Zone::BlockQuote)) {
            sentences += block.sentences.len();
            let mut before = WordId::UNKNOWN;
            for token in &document.tokens()[block.tokens.clone()] {
                let feature = self.words.get(token.word.0 as usize).copied().unwrap_or(0);
                if feature > 0 {
                    counts[feature as usize - 1] += 1.0;
                    if let Some(pair) = self.pairs.get([before, token.word]) {
                        counts[pair as usize] += 1.0;
                    }
                }
                before = token.word;
                if token.is(Flags::WORD.and(Flags::NUMBER)) && !token.is(Flags::CLITIC) {
                    words += 1;
                }
                if token.is(Flags::MARK.and(Flags::NUMBER).and(Flags::CLITIC))
                    && let Some(shape) = shape(document.prose().as_bytes()[token.span.start as usize], token)
                {
                    counts[self.first_shape + shape] += 1.0;
                }
            }
        }
        let scale = 1000.0 / words.max(1) as f32;
        counts.iter_mut().for_each(|c| *c *= scale);
        if let Some(length) = counts.last_mut() {
            *length = words as f32 / sentences.max(1) as f32;
        }
        (counts, words)
    }
}

/// The shape of a mark or number that begins with a byte, as an index into [`SHAPES`].
fn shape(first: u8, token: &Token) -> Option<usize> {
    match first {
        _ if token.is(Flags::CLITIC) => Some(1),
        _ if token.is(Flags::NUMBER) => Some(7),
        b',' => Some(2),
        b';' => Some(3),
        b':' => Some(4),
        b'(' => Some(5),
        b'!' => Some(6),
        _ => None,
    }
}

/// The features of pairs of words, made so that asking for every pair of an article costs little: open addressing, and
/// no more than a quarter of the places taken.
#[derive(Clone, Debug, Default)]
struct Pairs {
    /// The two words, and the feature; two unknown words are an empty place.
    places: Vec<([WordId; 2], u16)>,
    taken: usize,
}

impl Pairs {
    fn insert(&mut self, pair: [WordId; 2], feature: u16) {
        if self.taken * 4 >= self.places.len() {
            let size = (self.places.len() * 2).max(64);
            let old = std::mem::replace(&mut self.places, vec![Default::default(); size]);
            for entry in old.into_iter().filter(|(pair, _)| pair[1].is_known()) {
                let place = self.place(entry.0);
                self.places[place] = entry;
            }
        }
        let place = self.place(pair);
        self.taken += usize::from(!self.places[place].0[1].is_known());
        self.places[place] = (pair, feature);
    }

    fn get(&self, pair: [WordId; 2]) -> Option<u16> {
        let (found, feature) = *self.places.get(self.place(pair))?;
        (found == pair && pair[1].is_known()).then_some(feature)
    }

    /// Where a pair stands, or would stand.
    fn place(&self, pair: [WordId; 2]) -> usize {
        let mask = self.places.len().wrapping_sub(1);
        let mixed = (u64::from(pair[0].0) << 32 | u64::from(pair[1].0)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        let mut place = (mixed >> 40) as usize & mask;
        while self.places.get(place).is_some_and(|(other, _)| other[1].is_known() && *other != pair) {
            place = (place + 1) & mask;
        }
        place
    }
}
