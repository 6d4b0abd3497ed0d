//! A trie over word ids: every phrase of every lint, and the members of every word class, in one structure.
//!
//! It is flat, so that the built-in one is read from the digest as it is, and it can still grow when a user's
//! lints are added. Walking it is waiting for memory, so what a step looks at lies together: a node is four numbers in a
//! row, the first of which tells most words that do not lead on, and the few edges of a node stand side by side. Only
//! nodes with many edges have them in a hash table. Edges by class or gap, which are few, hang on their node in a list.

use serde::{Deserialize, Serialize};

use crate::text::WordId;
use crate::text::column::{AnyColumn, Column, Columns};

/// A place in the trie. The root is 0.
pub(crate) type Node = u32;

/// An edge that is not a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Slot {
    /// A member of the class with that index.
    Class(u16),
    /// Between `.0` and `.1` words of any kind.
    Gap(u8, u8),
}

/// What one phrase is made of, once alternatives are multiplied out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Symbol {
    Word(WordId),
    Slot(Slot),
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct SlotEdge {
    slot: Slot,
    target: Node,
    next: u32,
}

/// What a node is made of: a bit for each word that leads on, by its hash; the first of its edges by word, of its slot
/// edges and of its accepted values, each from 1, where 0 is none.
const NODE: usize = 4;
const WORDS: usize = 0;
const EDGES: usize = 1;
const SLOTS: usize = 2;
const ACCEPTS: usize = 3;

/// What an edge by word is made of: the word, where it leads, and the next edge of the node, from 1.
const EDGE: usize = 3;

/// In place of the first edge: there are more than [`FEW`], and they are in the table.
const MANY: u32 = u32::MAX;

/// So many edges are looked through one after the other.
const FEW: usize = 8;

/// Phrases by their symbols; each ends at a node that accepts a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Trie {
    /// [`NODE`] numbers for each node.
    #[serde(skip)]
    nodes: Column<u32>,
    /// [`EDGE`] numbers for each edge by word of a node that has few.
    #[serde(skip)]
    edges: Column<u32>,
    /// The edges of nodes that have many: open addressing over (node, word), a power of two long; key 0 is an empty place.
    #[serde(skip)]
    keys: Column<u64>,
    #[serde(skip)]
    targets: Column<Node>,
    in_table: u32,
    /// The edges of the root, by word id; 0 is none.
    #[serde(skip)]
    root: Column<Node>,
    slots: Vec<SlotEdge>,
    /// Accepted values, and for each the one before it at the same node, from 1.
    #[serde(skip)]
    accepts: Column<u32>,
    #[serde(skip)]
    accepts_before: Column<u32>,
}

impl Default for Trie {
    fn default() -> Self {
        Self {
            nodes: vec![0; NODE].into(),
            edges: Column::default(),
            keys: Column::default(),
            targets: Column::default(),
            in_table: 0,
            root: Column::default(),
            slots: Vec::new(),
            accepts: Column::default(),
            accepts_before: Column::default(),
        }
    }
}

impl Trie {
    pub(crate) const ROOT: Node = 0;

    /// A node of its own, from which the members of a class start, or the phrases of a condition.
    pub(crate) fn new_root(&mut self) -> Node {
        self.new_node()
    }

    /// Where a word leads from a node.
    pub(crate) fn step(&self, node: Node, word: WordId) -> Option<Node> {
        if !word.is_known() {
            return None;
        }
        if node == Self::ROOT {
            return self.root.get(word.0 as usize).copied().filter(|&target| target != 0);
        }
        let here = self.node(node);
        if here[WORDS] & bit(word) == 0 {
            return None;
        }
        if here[EDGES] == MANY {
            let key = key(node, word);
            let place = self.place(key);
            return (self.keys[place] == key).then(|| self.targets[place]);
        }
        self.edges_from(here[EDGES]).find(|&(w, _)| w == word).map(|(_, target)| target)
    }

    /// Whether anything can come of going on from a node when `word` is next: a quick look that is never wrong when it
    /// says no.
    pub(crate) fn leads_on(&self, node: Node, word: WordId) -> bool {
        let here = self.node(node);
        here[ACCEPTS] != 0 || here[SLOTS] != 0 || (word.is_known() && here[WORDS] & bit(word) != 0)
    }

    /// The edges of a node that are not words.
    pub(crate) fn slots(&self, node: Node) -> impl Iterator<Item = (Slot, Node)> + '_ {
        let mut at = self.node(node)[SLOTS];
        std::iter::from_fn(move || {
            let edge = self.slots.get((at as usize).checked_sub(1)?)?;
            at = edge.next;
            Some((edge.slot, edge.target))
        })
    }

    /// What ends at a node, the latest first.
    pub(crate) fn accepts(&self, node: Node) -> impl Iterator<Item = u32> + '_ {
        let mut at = self.node(node)[ACCEPTS];
        std::iter::from_fn(move || {
            let here = (at as usize).checked_sub(1)?;
            at = self.accepts_before[here];
            Some(self.accepts[here])
        })
    }

    fn node(&self, node: Node) -> &[u32; NODE] {
        &self.nodes.as_chunks().0[node as usize]
    }

    fn node_mut(&mut self, node: Node) -> &mut [u32; NODE] {
        &mut self.nodes.to_mut().as_chunks_mut().0[node as usize]
    }

    /// The edges by word from a number of [`EDGES`] on.
    fn edges_from(&self, mut at: u32) -> impl Iterator<Item = (WordId, Node)> + '_ {
        let edges: &[[u32; EDGE]] = self.edges.as_chunks().0;
        std::iter::from_fn(move || {
            let &[word, target, next] = edges.get((at as usize).checked_sub(1)?)?;
            at = next;
            Some((WordId(word), target))
        })
    }

    /// Where a key stands in the table, or would stand.
    fn place(&self, key: u64) -> usize {
        let mask = self.keys.len() - 1;
        let mut place = (mix(key) >> 32) as usize & mask;
        while self.keys[place] != 0 && self.keys[place] != key {
            place = (place + 1) & mask;
        }
        place
    }
}

/// Growing.
impl Trie {
    /// Adds a phrase that starts at `from` and ends in `value`.
    pub(crate) fn insert(&mut self, from: Node, symbols: &[Symbol], value: u32) {
        let mut node = from;
        for &symbol in symbols {
            node = match symbol {
                Symbol::Word(word) => self.word_edge(node, word),
                Symbol::Slot(slot) => self.slot_edge(node, slot),
            };
        }
        let before = self.node(node)[ACCEPTS];
        self.accepts.to_mut().push(value);
        self.accepts_before.to_mut().push(before);
        self.node_mut(node)[ACCEPTS] = self.accepts.len() as u32;
    }

    /// Puts the edges of each node side by side; afterwards it can still grow.
    #[allow(dead_code, reason = "only the build script, which is done with growing, does so")]
    pub(crate) fn settle(&mut self) {
        let mut edges: Vec<u32> = Vec::with_capacity(self.edges.len());
        for node in 0..(self.nodes.len() / NODE) as Node {
            let first = self.node(node)[EDGES];
            if first == 0 || first == MANY {
                continue;
            }
            let begin = (edges.len() / EDGE) as u32;
            for (i, (word, target)) in (2..).zip(self.edges_from(first)) {
                edges.extend([word.0, target, begin + i]);
            }
            if let Some(last) = edges.last_mut() {
                *last = 0;
            }
            self.node_mut(node)[EDGES] = begin + 1;
        }
        self.edges = edges.into();
    }

    fn new_node(&mut self) -> Node {
        self.nodes.to_mut().extend([0; NODE]);
        (self.nodes.len() / NODE) as Node - 1
    }

    fn slot_edge(&mut self, node: Node, slot: Slot) -> Node {
        if let Some((_, target)) = self.slots(node).find(|(s, _)| *s == slot) {
            return target;
        }
        let target = self.new_node();
        self.slots.push(SlotEdge { slot, target, next: self.node(node)[SLOTS] });
        self.node_mut(node)[SLOTS] = self.slots.len() as u32;
        target
    }

    fn word_edge(&mut self, node: Node, word: WordId) -> Node {
        if let Some(target) = self.step(node, word) {
            return target;
        }
        let target = self.new_node();
        if node == Self::ROOT {
            let root = self.root.to_mut();
            root.resize(root.len().max(word.0 as usize + 1), 0);
            root[word.0 as usize] = target;
            return target;
        }
        let next = self.node(node)[EDGES];
        let few = next != MANY && self.edges_from(next).count() < FEW;
        if few {
            self.edges.to_mut().extend([word.0, target, next]);
        } else {
            let moved: Vec<_> = if next == MANY { Vec::new() } else { self.edges_from(next).collect() };
            for (word, target) in moved.into_iter().chain([(word, target)]) {
                self.put_in_table(key(node, word), target);
            }
        }
        let edge = if few { (self.edges.len() / EDGE) as u32 } else { MANY };
        let here = self.node_mut(node);
        here[EDGES] = edge;
        here[WORDS] |= bit(word);
        target
    }

    fn put_in_table(&mut self, key: u64, target: Node) {
        if self.keys.len() < 2 * (self.in_table as usize + 1) {
            self.grow();
        }
        let place = self.place(key);
        self.keys.to_mut()[place] = key;
        self.targets.to_mut()[place] = target;
        self.in_table += 1;
    }

    fn grow(&mut self) {
        let size = (self.keys.len() * 2).max(1024);
        let keys = std::mem::replace(&mut self.keys, vec![0; size].into());
        let targets = std::mem::replace(&mut self.targets, vec![0; size].into());
        for (&key, &target) in keys.iter().zip(&*targets).filter(|(key, _)| **key != 0) {
            let place = self.place(key);
            self.keys.to_mut()[place] = key;
            self.targets.to_mut()[place] = target;
        }
    }
}

impl Columns for Trie {
    fn columns(&mut self, each: &mut dyn FnMut(AnyColumn<'_>)) {
        each(AnyColumn::Words(&mut self.nodes));
        each(AnyColumn::Words(&mut self.edges));
        each(AnyColumn::Longs(&mut self.keys));
        each(AnyColumn::Words(&mut self.targets));
        each(AnyColumn::Words(&mut self.root));
        each(AnyColumn::Words(&mut self.accepts));
        each(AnyColumn::Words(&mut self.accepts_before));
    }
}

/// Fibonacci hashing: the upper bits of the product are well mixed.
fn mix(key: u64) -> u64 {
    key.wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn key(node: Node, word: WordId) -> u64 {
    u64::from(node) << 32 | u64::from(word.0)
}

/// The bit of a word among those that lead on from a node.
fn bit(word: WordId) -> u32 {
    1 << (word.0.wrapping_mul(0x9E37_79B9) >> 27)
}
