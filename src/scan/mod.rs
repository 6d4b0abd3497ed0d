//! All patterns of all data lints, in one pass over the tokens of an article.
//!
//! Phrases, the members of word classes and the phrases of conditions lie in one trie over word ids, and one walk finds
//! them all; a regex runs only on a block in which a token was seen that it cannot match without. Matches of different
//! lints may overlap; of one lint's, the longest speaks.

mod bigrams;
mod conditions;
mod engine;
mod matcher;
mod pieces;
pub(crate) mod program;
mod regexes;
mod repertoire;
pub(crate) mod sequences;
mod template;
pub(crate) mod trie;
mod voice;

use std::collections::BTreeMap;
use std::ops::Range;

use conditions::{Around, SetHits};
use matcher::{ClassWords, Matcher, Root};
use program::{Delete, Program, Row};
use regexes::Regexes;
use sequences::Target;

use crate::document::{Date, Document};
use crate::lint::{Draft, Level, Setting, Settings};
use crate::text::{Span, Vocabulary};

/// The patterns of a catalogue, ready to run.
#[derive(Debug)]
pub(crate) struct Scanner {
    program: Program,
    regexes: Regexes,
    root: Root,
    class_words: ClassWords,
    /// The day by which articles without a date are judged.
    date: Date,
    /// Category and id of each lint of the program, for densities.
    names: Vec<(String, String)>,
}

/// A match of a row.
#[derive(Clone, Debug)]
pub(super) struct Match {
    pub(super) row: u32,
    pub(super) bound: Option<(u32, u32)>,
    pub(super) block: usize,
    pub(super) tokens: Range<usize>,
    pub(super) span: Span,
    /// What the names of templates stand for: (name, span of the prose, class member).
    pub(super) captures: Vec<(String, Span, u32)>,
}

impl Scanner {
    /// A scanner for a program. `names` are category and id of each lint of the program, in order.
    pub(crate) fn new(program: Program, names: Vec<(String, String)>, date: Date) -> Self {
        let regexes = Regexes::new(&program);
        let root = Root::new(&program);
        let class_words = ClassWords::new(&program);
        Self { program, regexes, root, class_words, date, names }
    }

    /// The words that some pattern knows.
    pub(crate) fn vocabulary(&self) -> &Vocabulary {
        &self.program.vocabulary
    }

    /// What the lint files have become.
    pub(crate) fn program(&self) -> &Program {
        &self.program
    }

    /// Runs over an article and hands each finding, with the number of its lint in the program, to `add`.
    /// `levels` is indexed by the same number.
    pub(crate) fn scan(
        &self,
        document: &Document<'_>,
        levels: &[Setting],
        settings: &Settings,
        mut add: impl FnMut(usize, Draft),
    ) {
        if self.program.rows.is_empty() {
            return;
        }
        let mut matches = self.matches(document, levels);
        if matches.is_empty() {
            return;
        }
        let sets = self.around(document, &matches);
        let date = document.date().or(settings.date).unwrap_or(self.date);
        let around = Around { document, sets: &sets, date, varieties: &settings.varieties };
        matches.retain(|m| around.allows(&self.program.rows[m.row as usize], m.block, &m.tokens));
        self.keep_longest(&mut matches);
        self.densities(&matches, levels, &mut add);
        let silent: Vec<u32> =
            self.program.densities.iter().filter(|d| d.of.is_none()).map(|d| d.lint).collect();
        matches.retain(|m| !silent.contains(&self.row(m).lint));
        for group in self.groups(matches) {
            let lint = self.row(&group[0]).lint as usize;
            let draft = self.draft(document, &group).level(self.level(self.row(&group[0]), levels));
            add(lint, draft);
        }
    }

    fn row(&self, found: &Match) -> &Row {
        &self.program.rows[found.row as usize]
    }

    /// How loud a row is: what the user chose, else its own level, else its lint's.
    fn level(&self, row: &Row, levels: &[Setting]) -> Level {
        let lint = levels[row.lint as usize];
        if lint.chosen { lint.level } else { row.level.unwrap_or(lint.level) }
    }

    /// All matches of rows that are on, in order.
    fn matches(&self, document: &Document<'_>, levels: &[Setting]) -> Vec<Match> {
        let is_on = |row: u32| self.level(&self.program.rows[row as usize], levels) > Level::Allow;
        let wanted = |target| matches!(target, Target::Row(row) if is_on(row));
        let mut matcher = Matcher::new(&self.program, &self.root, &self.class_words, &wanted, document);
        let mut hits = Vec::new();
        let mut matches = Vec::new();
        for (block, b) in document.blocks().iter().enumerate() {
            matcher.block(b.tokens.clone(), &mut hits);
            for hit in hits.drain(..) {
                let Target::Row(row) = self.program.sequences.target(hit.sequence) else { continue };
                if !is_inside_compound(document, &(hit.first..hit.end)) {
                    matches.push(self.match_of(document, block, row, &hit));
                }
            }
            self.regexes.block(&self.program, document, block, &is_on, &mut matches);
        }
        matches
    }

    /// Where the phrases of conditions stand that the matches ask for: in their blocks, or in all if one asks for that.
    fn around(&self, document: &Document<'_>, matches: &[Match]) -> SetHits {
        let mut sought: Vec<(usize, u32)> = Vec::new();
        let mut everywhere: Vec<u32> = Vec::new();
        for found in matches {
            let row = self.row(found);
            for c in row.unless.iter().chain(&row.only) {
                let near = [c.here, c.before, c.after, c.sentence, c.paragraph].into_iter().flatten();
                sought.extend(near.map(|set| (found.block, set)));
                everywhere.extend(c.article);
            }
        }
        everywhere.sort_unstable();
        everywhere.dedup();
        for block in 0..if everywhere.is_empty() { 0 } else { document.blocks().len() } {
            sought.extend(everywhere.iter().map(|&set| (block, set)));
        }
        sought.sort_unstable();
        sought.dedup();
        let wanted = |target| matches!(target, Target::Set(_));
        let mut matcher = Matcher::new(&self.program, &self.root, &self.class_words, &wanted, document);
        let mut hits = Vec::new();
        for group in sought.chunk_by(|a, b| a.0 == b.0) {
            let roots: Vec<_> = group.iter().map(|&(_, set)| self.program.sets[set as usize]).collect();
            matcher.sets(&roots, document.blocks()[group[0].0].tokens.clone(), &mut hits);
        }
        let places = hits.iter().filter_map(|hit| match self.program.sequences.target(hit.sequence) {
            Target::Set(set) => Some((set, hit.first..hit.end)),
            Target::Row(_) | Target::Member(_) => None,
        });
        SetHits::new(places.collect())
    }

    fn match_of(&self, document: &Document<'_>, block: usize, row: u32, hit: &matcher::Hit) -> Match {
        let bounds = |symbol: usize| match symbol.checked_sub(1) {
            Some(before) => hit.path[before].0 as usize,
            None => hit.first,
        };
        let capture = |name: &str, from: usize, to: usize, member: u32| {
            (name.to_owned(), document.tokens_span(bounds(from)..bounds(to)), member)
        };
        let captures = self.program.sequences.shape(hit.sequence).captures.iter().map(|c| {
            let (from, to) = (usize::from(c.from), usize::from(c.to));
            let member = if to == from + 1 { hit.path[from].1 } else { matcher::NO_MEMBER };
            capture(&c.name, from, to, member)
        });
        Match {
            row,
            bound: self.program.sequences.bound(hit.sequence),
            block,
            tokens: hit.first..hit.end,
            span: document.tokens_span(hit.first..hit.end),
            captures: captures.collect(),
        }
    }

    /// Of matches of one lint that overlap, only the longest stays; of equal ones, that of the first row.
    fn keep_longest(&self, matches: &mut Vec<Match>) {
        matches
            .sort_by_key(|m| (self.row(m).lint, m.span.start, std::cmp::Reverse(m.span.end), m.row, m.bound));
        let mut kept: Vec<Match> = Vec::with_capacity(matches.len());
        for found in matches.drain(..) {
            match kept.last_mut() {
                Some(last)
                    if self.row(last).lint == self.row(&found).lint && last.span.overlaps(found.span) =>
                {
                    if found.span.len() > last.span.len() {
                        *last = found;
                    }
                }
                _ => kept.push(found),
            }
        }
        *matches = kept;
        matches.sort_by_key(|m| (m.span, self.row(m).lint));
    }

    /// Lints that speak once about many rows.
    fn densities(&self, matches: &[Match], levels: &[Setting], add: &mut impl FnMut(usize, Draft)) {
        for density in &self.program.densities {
            let lint = density.lint as usize;
            if levels[lint].level == Level::Allow {
                continue;
            }
            let counts = |m: &&Match| {
                let of = self.row(m).lint;
                let (category, id) = &self.names[of as usize];
                match density.of.as_deref() {
                    Some(name) => name == category || name == id,
                    None => of == density.lint,
                }
            };
            let mut distinct = BTreeMap::new();
            for found in matches.iter().filter(counts) {
                distinct.entry((found.row, found.bound)).or_insert(found);
            }
            if distinct.len() >= density.distinct.max(1) as usize {
                let mut places: Vec<&Match> = distinct.into_values().collect();
                places.sort_by_key(|m| m.span);
                let message = template::fill(&density.message, &|name| match name {
                    "distinct" | "count" => Some(places.len().to_string()),
                    _ => None,
                });
                let draft = Draft::new(places[0].span, message.text)
                    .labels(places[1..].iter().map(|place| place.span), "and here");
                add(lint, draft.level(levels[lint].level));
            }
        }
    }

    /// Neighbouring matches of one lint whose fix deletes their blocks belong to one form; all others stand alone.
    fn groups(&self, matches: Vec<Match>) -> Vec<Vec<Match>> {
        let mut groups: Vec<Vec<Match>> = Vec::new();
        for found in matches {
            let deletes = self.row(&found).delete == Delete::Block;
            let lint = self.row(&found).lint;
            let open = groups.iter_mut().rev().take(8).find(|g| {
                deletes
                    && self.row(&g[0]).lint == lint
                    && self.row(&g[0]).delete == Delete::Block
                    && g.last().is_some_and(|last| found.block - last.block <= 1)
            });
            match open {
                Some(group) => group.push(found),
                None => groups.push(vec![found]),
            }
        }
        groups
    }
}

/// Whether a match begins or ends inside a hyphenated compound (`ex-Finance Minister`).
fn is_inside_compound(document: &Document<'_>, found: &Range<usize>) -> bool {
    use crate::text::Flags;
    let tokens = document.tokens();
    let hyphen = |at: usize| matches!(document.token_text(at), "-" | "\u{2010}" | "\u{2011}");
    let glued = |at: usize| tokens.get(at).is_some_and(|t| !t.is(Flags::SPACE_BEFORE));
    let word = |at: usize| tokens.get(at).is_some_and(|t| t.is(Flags::WORD.and(Flags::NUMBER)));
    let before = found.start >= 2
        && glued(found.start)
        && glued(found.start - 1)
        && hyphen(found.start - 1)
        && word(found.start - 2)
        && word(found.start);
    let after = glued(found.end)
        && glued(found.end + 1)
        && word(found.end + 1)
        && hyphen(found.end)
        && found.end > 0
        && word(found.end - 1);
    before || after
}
