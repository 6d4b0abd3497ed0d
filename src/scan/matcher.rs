//! Walking the trie over the tokens of an article.
//!
//! At each token that may start a phrase, every path of the trie that fits the following tokens is walked;
//! overlapping matches are all kept. The work at one token is bounded by the longest phrase and its gaps, whatever the
//! text.

use super::program::{ClassKind, Program, STARTS, Sequence};
use super::trie::{Node, Slot, Trie};
use crate::document::Document;
use crate::text::{Flags, Token};

/// A sequence that was found, and the tokens that each of its symbols took.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub(super) sequence: u32,
    /// First token.
    pub(super) first: usize,
    /// One past the last token.
    pub(super) end: usize,
    /// For each symbol, one past its last token, and the class member it was, if any.
    pub(super) path: Vec<(u32, u32)>,
}

/// No class member.
pub(super) const NO_MEMBER: u32 = u32::MAX;

/// The most tokens that one `{name}` takes.
const NAME_WORDS: usize = 5;

/// Finds sequences in one block.
pub(super) struct Matcher<'m> {
    program: &'m Program,
    document: &'m Document<'m>,
    /// One past the last token of the block at hand.
    limit: usize,
    first: usize,
    path: Vec<(u32, u32)>,
}

impl<'m> Matcher<'m> {
    pub(super) fn new(program: &'m Program, document: &'m Document<'m>) -> Self {
        Self { program, document, limit: 0, first: 0, path: Vec::new() }
    }

    /// Adds every sequence of the block with the tokens `tokens` to `hits`.
    pub(super) fn block(&mut self, tokens: std::ops::Range<usize>, hits: &mut Vec<Hit>) {
        self.limit = tokens.end;
        let start_flags = Flags(self.program.start_flags);
        for at in tokens {
            let token = &self.document.tokens()[at];
            if self.program.roles(token.word) & STARTS != 0 || token.is(start_flags) {
                self.first = at;
                self.path.clear();
                self.walk(Trie::ROOT, at, hits);
            }
        }
    }

    fn walk(&mut self, node: Node, at: usize, hits: &mut Vec<Hit>) {
        for sequence in self.program.trie.accepts(node) {
            let hit = &self.program.sequences[sequence as usize];
            if self.is_written_so(hit) {
                hits.push(Hit { sequence, first: self.first, end: at, path: self.path.clone() });
            }
        }
        // At the end of the block only a gap of no words leads on.
        if let Some(token) = self.token(at)
            && let Some(next) = self.program.trie.step(node, token.word)
        {
            self.path.push((at as u32 + 1, NO_MEMBER));
            self.walk(next, at + 1, hits);
            self.path.pop();
        }
        let program = self.program;
        for (slot, target) in program.trie.slots(node) {
            match slot {
                Slot::Gap(min, max) => self.walk_gap(target, at, usize::from(min), usize::from(max), hits),
                Slot::Class(class) => {
                    let mut ends = Vec::new();
                    self.class_ends(class, at, &mut ends);
                    for (end, member) in ends {
                        self.path.push((end as u32, member));
                        self.walk(target, end, hits);
                        self.path.pop();
                    }
                }
            }
        }
    }

    /// A gap takes words and numbers, the hyphens inside them, and no other mark.
    fn walk_gap(&mut self, target: Node, at: usize, min: usize, max: usize, hits: &mut Vec<Hit>) {
        let mut end = at;
        let mut words = 0;
        loop {
            if words >= min {
                self.path.push((end as u32, NO_MEMBER));
                self.walk(target, end, hits);
                self.path.pop();
            }
            let Some(token) = self.token(end) else { return };
            let counts = token.is(Flags::WORD.and(Flags::NUMBER)) && !token.is(Flags::CLITIC);
            let joins = token.is(Flags::CLITIC) || (self.is_hyphen(end) && !token.is(Flags::SPACE_BEFORE));
            words += usize::from(counts && (end == at || !self.is_hyphen(end - 1)));
            if words > max || !(counts || joins) {
                return;
            }
            end += 1;
        }
    }

    fn token(&self, at: usize) -> Option<&'m Token> {
        if at < self.limit { self.document.tokens().get(at) } else { None }
    }

    /// Where members of a class that start at `at` may end, and which member each is.
    fn class_ends(&self, class: u16, at: usize, ends: &mut Vec<(usize, u32)>) {
        let Some(token) = self.token(at) else { return };
        let class = &self.program.classes[class as usize];
        let listed = || class.first.binary_search(&token.word).is_ok();
        let text = || self.document.slice(token.span);
        let one = match class.kind {
            ClassKind::Members(root) => return self.member_ends(root, at, at, ends),
            ClassKind::Name => return self.name_ends(at, ends),
            ClassKind::Number => token.is(Flags::NUMBER) || listed(),
            ClassKind::Year => is_year(text()),
            ClassKind::Acronym => token.is(Flags::UPPER) && (2..=6).contains(&text().len()),
            ClassKind::Word => token.is(Flags::WORD) && !token.is(Flags::CLITIC),
            ClassKind::Capital => token.is(Flags::CAPITAL),
            ClassKind::Small => token.is(Flags::WORD) && !token.is(Flags::CAPITAL.and(Flags::CLITIC)),
            ClassKind::Ordinal => is_ordinal(text()) || listed(),
        };
        if one {
            ends.push((at + 1, NO_MEMBER));
        }
    }

    fn member_ends(&self, node: Node, first: usize, at: usize, ends: &mut Vec<(usize, u32)>) {
        for sequence in self.program.trie.accepts(node) {
            if at > first && self.is_spelled(&self.program.sequences[sequence as usize], first) {
                ends.push((at, sequence));
            }
        }
        let Some(token) = self.token(at) else { return };
        if let Some(next) = self.program.trie.step(node, token.word) {
            self.member_ends(next, first, at + 1, ends);
        }
    }

    fn name_ends(&self, at: usize, ends: &mut Vec<(usize, u32)>) {
        let mut end = at;
        let mut words = 0;
        while words < NAME_WORDS
            && let Some(token) = self.token(end)
        {
            if token.is(Flags::CAPITAL) {
                words += 1;
                end += 1;
                ends.push((end, NO_MEMBER));
            } else if end > at && self.is_hyphen(end) && !token.is(Flags::SPACE_BEFORE) {
                end += 1;
            } else {
                break;
            }
        }
        // The longest name first: of matches that are the same otherwise, it is the one meant.
        ends.reverse();
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| matches!(self.document.slice(t.span), "-" | "\u{2010}" | "\u{2011}"))
    }

    /// Whether the words of the path are written as the sequence asks: capitals, and marks if it is exact.
    fn is_written_so(&self, sequence: &Sequence) -> bool {
        if sequence.written.is_empty() {
            return true;
        }
        let mut start = self.first;
        let fits = |wanted: &str, at: usize| {
            wanted.is_empty() || is_written(self.document.token_text(at), wanted, sequence.exact)
        };
        sequence.written.split('\u{1F}').zip(&self.path).all(|(wanted, &(end, _))| {
            let at = start;
            start = end as usize;
            fits(wanted, at)
        })
    }

    /// The same for a class member, whose symbols are single tokens from `first`.
    fn is_spelled(&self, sequence: &Sequence, first: usize) -> bool {
        sequence.written.is_empty()
            || sequence.written.split('\u{1F}').enumerate().all(|(i, wanted)| {
                wanted.is_empty() || is_written(self.document.token_text(first + i), wanted, sequence.exact)
            })
    }
}

/// Whether a word has the capitals of `wanted`; with `exact`, whether it is the very same text. A word in
/// capitals throughout has every capital it needs.
fn is_written(word: &str, wanted: &str, exact: bool) -> bool {
    if exact {
        return word == wanted;
    }
    let mut word = word.chars();
    wanted.chars().all(|w| word.next().is_some_and(|c| !w.is_uppercase() || c.is_uppercase()))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse::<u16>().is_ok_and(|y| (1000..2200).contains(&y))
}

fn is_ordinal(text: &str) -> bool {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    !digits.is_empty()
        && digits.bytes().all(|b| b.is_ascii_digit())
        && matches!(text[digits.len()..].to_ascii_lowercase().as_str(), "st" | "nd" | "rd" | "th")
}
