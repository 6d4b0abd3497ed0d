//! The sequences of a program: what each phrase, with its alternatives multiplied out, is there for.
//!
//! There are tens of thousands, so they are stored as columns: numbers that the digest holds as plain bytes, one text for
//! all spellings, and a short list of the shapes that captures take.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::text::Text;
use crate::text::column::{AnyColumn, Column, Columns};

/// A phrase with its alternatives multiplied out, as the trie accepts it.
#[derive(Clone, Debug)]
pub(crate) struct Sequence {
    pub(crate) target: Target,
    /// The words as they must be written, one for each symbol, parted by `\u{1F}`; an empty one may be written
    /// in any way. No check at all if the whole is empty.
    pub(crate) written: String,
    pub(crate) shape: Shape,
    /// The table row that the phrase was expanded from: (table, row).
    pub(crate) bound: Option<(u32, u32)>,
}

/// What a sequence is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// A match of a row.
    Row(u32),
    /// A phrase of a condition.
    Set(u32),
    /// A member of a class.
    Member(u16),
}

/// What many sequences share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Shape {
    /// Whether small letters of the spelling must be small too, or only capitals must be capitals.
    pub(crate) exact: bool,
    pub(crate) captures: Vec<Capture>,
}

/// Which symbols of a sequence a name of a template stands for.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Capture {
    pub(crate) name: Text,
    pub(crate) from: u8,
    pub(crate) to: u8,
}

/// All sequences, by number.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Sequences {
    /// The kind of target in the upper two bits, its number below.
    #[serde(skip)]
    targets: Column<u32>,
    /// Table and row, or all ones.
    #[serde(skip)]
    bounds: Column<u64>,
    #[serde(skip)]
    shape_of: Column<u32>,
    /// Where the spelling of each ends in `spellings`.
    #[serde(skip)]
    ends: Column<u32>,
    spellings: Text,
    shapes: Vec<Shape>,
    /// The number of each shape, while the list grows.
    #[serde(skip)]
    known: HashMap<Shape, u32>,
}

const UNBOUND: u64 = u64::MAX;

impl Sequences {
    pub(crate) fn len(&self) -> usize {
        self.targets.len()
    }

    pub(crate) fn push(&mut self, sequence: Sequence) {
        let (kind, number) = match sequence.target {
            Target::Row(row) => (0, row),
            Target::Set(set) => (1, set),
            Target::Member(class) => (2, u32::from(class)),
        };
        self.targets.to_mut().push(kind << 30 | number);
        self.bounds.to_mut().push(sequence.bound.map_or(UNBOUND, |(t, r)| u64::from(t) << 32 | u64::from(r)));
        self.spellings.to_mut().push_str(&sequence.written);
        self.ends.to_mut().push(self.spellings.len() as u32);
        if self.known.is_empty() {
            self.known = self.shapes.iter().cloned().zip(0..).collect();
        }
        let next = self.shapes.len() as u32;
        let shape = *self.known.entry(sequence.shape.clone()).or_insert(next);
        if shape == next {
            self.shapes.push(sequence.shape);
        }
        self.shape_of.to_mut().push(shape);
    }

    pub(crate) fn target(&self, at: u32) -> Target {
        let packed = self.targets[at as usize];
        let number = packed & ((1 << 30) - 1);
        match packed >> 30 {
            0 => Target::Row(number),
            1 => Target::Set(number),
            _ => Target::Member(number as u16),
        }
    }

    pub(crate) fn bound(&self, at: u32) -> Option<(u32, u32)> {
        let packed = self.bounds[at as usize];
        (packed != UNBOUND).then_some(((packed >> 32) as u32, packed as u32))
    }

    pub(crate) fn written(&self, at: u32) -> &str {
        let start = (at as usize).checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.spellings[start as usize..self.ends[at as usize] as usize]
    }

    pub(crate) fn shape(&self, at: u32) -> &Shape {
        &self.shapes[self.shape_of[at as usize] as usize]
    }
}

impl Columns for Sequences {
    fn columns(&mut self, each: &mut dyn FnMut(AnyColumn<'_>)) {
        each(AnyColumn::Words(&mut self.targets));
        each(AnyColumn::Longs(&mut self.bounds));
        each(AnyColumn::Words(&mut self.shape_of));
        each(AnyColumn::Words(&mut self.ends));
    }
}
