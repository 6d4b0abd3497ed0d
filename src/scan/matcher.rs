//! Walking the trie over the tokens of an article.
//!
//! At each token that may start a phrase, every path of the trie that fits the following tokens is walked;
//! overlapping matches are all kept. The work at one token is bounded by the longest phrase and its gaps, whatever the
//! text.

use super::program::{ClassKind, Program, STARTS, STARTS_CLASS};
use super::sequences::Target;
use super::trie::{Node, Slot, Trie};
use crate::document::Document;
use crate::text::{Flags, Token, WordId};

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

/// Where the phrases of rows begin that begin with a class.
#[derive(Debug, Default)]
pub(super) struct Root {
    /// Flags of a token with which one may start.
    start_flags: Flags,
    /// First word of a member, class, and where the trie goes on behind it; sorted by word.
    by_word: Vec<(WordId, u16, Node)>,
    /// Flags of tokens that may be a member, class, and where the trie goes on.
    by_flags: Vec<(Flags, u16, Node)>,
}

/// For each word, the classes that have a member which begins with it: a bit for each of the first 64 classes.
#[derive(Debug)]
pub(super) struct ClassWords(Vec<u64>);

impl ClassWords {
    pub(super) fn new(program: &Program) -> Self {
        let mut bits = vec![0; program.vocabulary.len() + 1];
        for (class, found) in program.classes.iter().enumerate().take(64) {
            for word in &found.first {
                bits[word.0 as usize] |= 1 << class;
            }
        }
        Self(bits)
    }

    /// Whether a word begins a member of a class.
    fn begins(&self, program: &Program, class: u16, word: WordId) -> bool {
        match class {
            0..64 => self.0.get(word.0 as usize).is_some_and(|bits| bits >> class & 1 == 1),
            _ => program.classes[class as usize].first.binary_search(&word).is_ok(),
        }
    }
}

impl Root {
    pub(super) fn new(program: &Program) -> Self {
        let mut root = Self { start_flags: Flags(program.start_flags), ..Self::default() };
        for (slot, target) in program.trie.slots(Trie::ROOT) {
            let Slot::Class(class) = slot else { continue };
            let found = &program.classes[class as usize];
            root.by_word.extend(found.first.iter().map(|&word| (word, class, target)));
            root.by_flags.extend(found.kind.start_flags().map(|flags| (flags, class, target)));
        }
        root.by_word.sort_unstable();
        root
    }

    fn of_word(&self, word: WordId) -> impl Iterator<Item = (u16, Node)> + '_ {
        let from = self.by_word.partition_point(|(w, ..)| *w < word);
        self.by_word[from..]
            .iter()
            .take_while(move |(w, ..)| *w == word)
            .map(|(_, class, target)| (*class, *target))
    }
}

/// Finds sequences in one block.
pub(super) struct Matcher<'m> {
    program: &'m Program,
    root: &'m Root,
    class_words: &'m ClassWords,
    /// The targets that are wanted; what is not is not kept.
    wanted: &'m dyn Fn(Target) -> bool,
    document: &'m Document<'m>,
    /// One past the last token of the block at hand.
    limit: usize,
    first: usize,
    path: Vec<(u32, u32)>,
}

impl<'m> Matcher<'m> {
    pub(super) fn new(
        program: &'m Program,
        root: &'m Root,
        class_words: &'m ClassWords,
        wanted: &'m dyn Fn(Target) -> bool,
        document: &'m Document<'m>,
    ) -> Self {
        Self { program, root, class_words, wanted, document, limit: 0, first: 0, path: Vec::new() }
    }

    /// Adds every sequence of rows in the block with the tokens `tokens` to `hits`.
    pub(super) fn block(&mut self, tokens: std::ops::Range<usize>, hits: &mut Vec<Hit>) {
        self.limit = tokens.end;
        let program = self.program;
        let root = self.root;
        for at in tokens {
            let token = &self.document.tokens()[at];
            let roles = program.roles(token.word);
            if roles & STARTS != 0
                && let Some(next) = program.trie.step(Trie::ROOT, token.word)
                && program.trie.leads_on(next, self.token(at + 1).map_or(WordId::UNKNOWN, |t| t.word))
            {
                self.first = at;
                self.path.push((at as u32 + 1, NO_MEMBER));
                self.walk(next, at + 1, hits);
                self.path.pop();
            }
            self.first = at;
            if roles & STARTS_CLASS != 0 {
                for (class, target) in root.of_word(token.word) {
                    self.walk_class(class, target, at, hits);
                }
            }
            if token.is(root.start_flags) {
                for &(flags, class, target) in &root.by_flags {
                    // A number in words is told by its word.
                    if token.is(flags) && !self.class_words.begins(program, class, token.word) {
                        self.walk_class(class, target, at, hits);
                    }
                }
            }
        }
    }

    /// Adds every phrase of the sets below `roots` in the block with the tokens `tokens` to `hits`.
    pub(super) fn sets(&mut self, roots: &[Node], tokens: std::ops::Range<usize>, hits: &mut Vec<Hit>) {
        self.limit = tokens.end;
        for at in tokens {
            self.first = at;
            for &root in roots {
                if self.program.trie.leads_on(root, self.document.tokens()[at].word) {
                    self.walk(root, at, hits);
                }
            }
        }
    }

    fn walk(&mut self, node: Node, at: usize, hits: &mut Vec<Hit>) {
        let sequences = &self.program.sequences;
        for sequence in self.program.trie.accepts(node) {
            let target = sequences.target(sequence);
            if (self.wanted)(target) && self.is_written_so(sequence) {
                // Only captures need to know where each symbol ended, and only rows have a use for them.
                let captures =
                    matches!(target, Target::Row(_)) && !sequences.shape(sequence).captures.is_empty();
                let path = if captures { self.path.clone() } else { Vec::new() };
                hits.push(Hit { sequence, first: self.first, end: at, path });
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
        self.walk_slots(node, at, hits);
    }

    fn walk_slots(&mut self, node: Node, at: usize, hits: &mut Vec<Hit>) {
        let program = self.program;
        for (slot, target) in program.trie.slots(node) {
            match slot {
                Slot::Gap(min, max) => self.walk_gap(target, at, usize::from(min), usize::from(max), hits),
                Slot::Class(class) => self.walk_class(class, target, at, hits),
            }
        }
    }

    /// Walks on from `target` behind every member of a class that starts at `at`.
    fn walk_class(&mut self, class: u16, target: Node, at: usize, hits: &mut Vec<Hit>) {
        let Some(token) = self.token(at) else { return };
        let listed = || self.class_words.begins(self.program, class, token.word);
        match self.program.classes[class as usize].kind {
            ClassKind::Members(root) => {
                if listed() {
                    self.walk_members(root, at, target, at, hits);
                }
            }
            ClassKind::Name => {
                let mut ends = [0; NAME_WORDS];
                let names = self.name_ends(at, &mut ends);
                // The longest name first: of matches that are the same otherwise, it is the one meant.
                for &end in ends[..names].iter().rev() {
                    self.walk_behind(target, end, NO_MEMBER, hits);
                }
            }
            kind => {
                if self.is_one_of(kind, &listed, token) {
                    self.walk_behind(target, at + 1, NO_MEMBER, hits);
                }
            }
        }
    }

    fn walk_behind(&mut self, target: Node, end: usize, member: u32, hits: &mut Vec<Hit>) {
        self.path.push((end as u32, member));
        self.walk(target, end, hits);
        self.path.pop();
    }

    fn walk_members(&mut self, node: Node, first: usize, target: Node, at: usize, hits: &mut Vec<Hit>) {
        let program = self.program;
        for sequence in program.trie.accepts(node) {
            if at > first && self.is_spelled(sequence, first) {
                self.walk_behind(target, at, sequence, hits);
            }
        }
        if let Some(token) = self.token(at)
            && let Some(next) = program.trie.step(node, token.word)
        {
            self.walk_members(next, first, target, at + 1, hits);
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

    /// Whether a token is a member of a built-in class of single words.
    fn is_one_of(&self, kind: ClassKind, listed: &dyn Fn() -> bool, token: &Token) -> bool {
        let text = || self.document.slice(token.span);
        match kind {
            ClassKind::Number => token.is(Flags::NUMBER) || listed(),
            ClassKind::Year => is_year(text()),
            ClassKind::Acronym => token.is(Flags::UPPER) && (2..=6).contains(&text().len()),
            ClassKind::Word => token.is(Flags::WORD) && !token.is(Flags::CLITIC),
            ClassKind::Capital => token.is(Flags::CAPITAL),
            ClassKind::Small => token.is(Flags::WORD) && !token.is(Flags::CAPITAL.and(Flags::CLITIC)),
            ClassKind::Ordinal => is_ordinal(text()) || listed(),
            ClassKind::Members(_) | ClassKind::Name => false,
        }
    }

    /// Where a name that starts at `at` may end, the shortest first, and how many such places there are.
    fn name_ends(&self, at: usize, ends: &mut [usize; NAME_WORDS]) -> usize {
        let (mut end, mut words) = (at, 0);
        while words < NAME_WORDS
            && let Some(token) = self.token(end)
        {
            if token.is(Flags::CAPITAL) {
                end += 1;
                ends[words] = end;
                words += 1;
            } else if end > at && self.is_hyphen(end) && !token.is(Flags::SPACE_BEFORE) {
                end += 1;
            } else {
                break;
            }
        }
        words
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.token(at).is_some_and(|t| matches!(self.document.slice(t.span), "-" | "\u{2010}" | "\u{2011}"))
    }

    /// Whether the words of the path are written as the sequence asks: capitals, and marks if it is exact.
    fn is_written_so(&self, sequence: u32) -> bool {
        let written = self.program.sequences.written(sequence);
        if written.is_empty() {
            return true;
        }
        let exact = self.program.sequences.shape(sequence).exact;
        let mut start = self.first;
        written.split('\u{1F}').zip(&self.path).all(|(wanted, &(end, _))| {
            let at = start;
            start = end as usize;
            wanted.is_empty() || is_written(self.document.token_text(at), wanted, exact)
        })
    }

    /// The same for a class member, whose symbols are single tokens from `first`.
    fn is_spelled(&self, sequence: u32, first: usize) -> bool {
        let written = self.program.sequences.written(sequence);
        let exact = self.program.sequences.shape(sequence).exact;
        written.is_empty()
            || written.split('\u{1F}').enumerate().all(|(i, wanted)| {
                wanted.is_empty() || is_written(self.document.token_text(first + i), wanted, exact)
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
