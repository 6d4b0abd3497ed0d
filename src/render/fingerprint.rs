//! A name for a finding that stays when the article around it changes: what services and baselines know it by.

use std::collections::HashMap;

use super::place;
use crate::lint::Finding;
use crate::source::Source;

/// Names the findings of a run, or of one article, in their order.
///
/// A name is made of the article, the lint, the words it is about, and how many findings alike came before. It
/// holds when lines move, and is not a secret: 64 bits, FNV-1a.
#[derive(Clone, Debug, Default)]
pub struct Fingerprints {
    seen: HashMap<u64, usize>,
}

impl Fingerprints {
    /// The name of the next finding: 16 hexadecimal digits, a colon, and its number among its like, from 1.
    pub fn next(&mut self, id: &str, source: &Source, finding: &Finding) -> String {
        let mut hash = Fnv::default();
        hash.part(&place::path(id));
        hash.part(&finding.lint);
        // An empty place has no words to go by.
        let words = source.slice(finding.span);
        if words.is_empty() {
            hash.part(&finding.message);
        } else {
            words.split_whitespace().for_each(|word| hash.part(word));
        }
        let number = self.seen.entry(hash.0).or_default();
        *number += 1;
        format!("{:016x}:{number}", hash.0)
    }
}

/// The hash of Fowler, Noll and Vo. The standard library's may change from one release to the next.
struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    /// Adds one part; a byte that UTF-8 does not have parts it from the next.
    fn part(&mut self, text: &str) {
        for byte in text.bytes().chain([0xFF]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }
}
