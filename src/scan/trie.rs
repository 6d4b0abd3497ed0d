//! A trie over word ids: every phrase of every lint, and the members of every word class, in one structure.
//!
//! It is flat, so that the built-in one is read from the digest as it is, and it can still grow when a user's
//! lints are added. Edges by word live in one hash table for the whole trie; edges by class or gap, which are few,
//! hang on their node in a list.

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

/// Phrases by their symbols; each ends at a node that accepts a number.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Trie {
    /// Open addressing over (node, word); a power of two long; key 0 is an empty place.
    #[serde(skip)]
    keys: Column<u64>,
    #[serde(skip)]
    targets: Column<Node>,
    /// A bit for each key by its hash: most steps that lead nowhere are told by it, and it stays in the cache where
    /// the table does not.
    #[serde(skip)]
    filter: Column<u64>,
    /// The edges of the root, by word id; 0 is none.
    #[serde(skip)]
    root: Column<Node>,
    edges: u32,
    /// Per node, the first of its slot edges and of its accepted values, each from 1; 0 is none.
    #[serde(skip)]
    first_slot: Column<u32>,
    #[serde(skip)]
    first_accept: Column<u32>,
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
            keys: Column::default(),
            targets: Column::default(),
            filter: Column::default(),
            root: Column::default(),
            edges: 0,
            first_slot: vec![0].into(),
            first_accept: vec![0].into(),
            slots: Vec::new(),
            accepts: Column::default(),
            accepts_before: Column::default(),
        }
    }
}

impl Trie {
    pub(crate) const ROOT: Node = 0;

    /// A node of its own, from which the members of a class start.
    pub(crate) fn new_root(&mut self) -> Node {
        self.new_node()
    }

    /// Adds a phrase that starts at `from` and ends in `value`.
    pub(crate) fn insert(&mut self, from: Node, symbols: &[Symbol], value: u32) {
        let mut node = from;
        for &symbol in symbols {
            node = match symbol {
                Symbol::Word(word) => self.word_edge(node, word),
                Symbol::Slot(slot) => self.slot_edge(node, slot),
            };
        }
        self.accepts.to_mut().push(value);
        let before = &mut self.first_accept.to_mut()[node as usize];
        self.accepts_before.to_mut().push(*before);
        *before = self.accepts.len() as u32;
    }

    /// Where a word leads from a node.
    pub(crate) fn step(&self, node: Node, word: WordId) -> Option<Node> {
        if !word.is_known() {
            return None;
        }
        if node == Self::ROOT {
            return self.root.get(word.0 as usize).copied().filter(|&target| target != 0);
        }
        let key = key(node, word);
        if !self.may_hold(key) {
            return None;
        }
        let place = self.place(key);
        (self.keys[place] == key).then(|| self.targets[place])
    }

    /// Whether anything can come of going on from a node when `word` is next: a quick look that is never wrong when it
    /// says no.
    pub(crate) fn leads_on(&self, node: Node, word: WordId) -> bool {
        self.first_accept[node as usize] != 0
            || self.first_slot[node as usize] != 0
            || (word.is_known() && self.may_hold(key(node, word)))
    }

    fn may_hold(&self, key: u64) -> bool {
        let bit = self.filter_bit(key);
        self.filter.get(bit / 64).is_some_and(|bits| bits >> (bit % 64) & 1 == 1)
    }

    /// Eight bits for each place of the table.
    fn filter_bit(&self, key: u64) -> usize {
        (mix(key) >> 20) as usize & (self.keys.len() * 8).wrapping_sub(1)
    }

    fn set_filter(&mut self, key: u64) {
        let bit = self.filter_bit(key);
        self.filter.to_mut()[bit / 64] |= 1 << (bit % 64);
    }

    /// The edges of a node that are not words.
    pub(crate) fn slots(&self, node: Node) -> impl Iterator<Item = (Slot, Node)> + '_ {
        let mut at = self.first_slot[node as usize];
        std::iter::from_fn(move || {
            let edge = self.slots.get((at as usize).checked_sub(1)?)?;
            at = edge.next;
            Some((edge.slot, edge.target))
        })
    }

    /// What ends at a node, the latest first.
    pub(crate) fn accepts(&self, node: Node) -> impl Iterator<Item = u32> + '_ {
        let mut at = self.first_accept[node as usize];
        std::iter::from_fn(move || {
            let here = (at as usize).checked_sub(1)?;
            at = self.accepts_before[here];
            Some(self.accepts[here])
        })
    }

    fn new_node(&mut self) -> Node {
        self.first_slot.to_mut().push(0);
        self.first_accept.to_mut().push(0);
        self.first_slot.len() as Node - 1
    }

    fn slot_edge(&mut self, node: Node, slot: Slot) -> Node {
        if let Some((_, target)) = self.slots(node).find(|(s, _)| *s == slot) {
            return target;
        }
        let target = self.new_node();
        self.slots.push(SlotEdge { slot, target, next: self.first_slot[node as usize] });
        self.first_slot.to_mut()[node as usize] = self.slots.len() as u32;
        target
    }

    fn word_edge(&mut self, node: Node, word: WordId) -> Node {
        if node == Self::ROOT {
            if self.root.get(word.0 as usize).is_none_or(|&target| target == 0) {
                let target = self.new_node();
                let root = self.root.to_mut();
                root.resize(root.len().max(word.0 as usize + 1), 0);
                root[word.0 as usize] = target;
            }
            return self.root[word.0 as usize];
        }
        if self.keys.len() < 2 * (self.edges as usize + 1) {
            self.grow();
        }
        let key = key(node, word);
        let place = self.place(key);
        if self.keys[place] == key {
            return self.targets[place];
        }
        let target = self.new_node();
        self.keys.to_mut()[place] = key;
        self.targets.to_mut()[place] = target;
        self.set_filter(key);
        self.edges += 1;
        target
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

    fn grow(&mut self) {
        let size = (self.keys.len() * 2).max(1024);
        let keys = std::mem::replace(&mut self.keys, vec![0; size].into());
        let targets = std::mem::replace(&mut self.targets, vec![0; size].into());
        self.filter = vec![0; size * 8 / 64].into();
        for (&key, &target) in keys.iter().zip(&*targets).filter(|(key, _)| **key != 0) {
            let place = self.place(key);
            self.keys.to_mut()[place] = key;
            self.targets.to_mut()[place] = target;
            self.set_filter(key);
        }
    }
}

impl Columns for Trie {
    fn columns(&mut self, each: &mut dyn FnMut(AnyColumn<'_>)) {
        each(AnyColumn::Longs(&mut self.keys));
        each(AnyColumn::Words(&mut self.targets));
        each(AnyColumn::Longs(&mut self.filter));
        each(AnyColumn::Words(&mut self.root));
        each(AnyColumn::Words(&mut self.first_slot));
        each(AnyColumn::Words(&mut self.first_accept));
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
