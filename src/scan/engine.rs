//! One regex, compiled when it is first needed.
//!
//! Compiling takes longer than reading an article, and more than half of it goes into what makes a search through much
//! text fast. So a regex is compiled in the quick way first, and again in the thorough one once it has been searched for
//! in so much text that this pays. Both find the same.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use regex_automata::PatternID;
use regex_automata::meta::{Config, Regex};

use super::program::LARGEST_REGEX;
use super::repertoire;

/// So many bytes are searched before a regex is compiled thoroughly.
const PAYS: usize = 1 << 17;

/// A regex that may be compiled already.
#[derive(Debug, Default)]
pub(super) struct Engine {
    narrow: Compiled,
    /// For texts that hold characters which are rare in English.
    whole: Compiled,
    /// Bytes searched so far. A thread that sees an older number only compiles later.
    searched: AtomicUsize,
}

/// A regex, compiled in the quick and the thorough way; each is `None` if it is too large.
#[derive(Debug, Default)]
struct Compiled {
    quick: OnceLock<Option<Regex>>,
    thorough: OnceLock<Option<Regex>>,
}

/// Where a regex matches: bytes of the text that was searched.
pub(super) struct Found {
    pub(super) whole: std::ops::Range<usize>,
    /// The groups that took part, by name or number.
    pub(super) groups: Vec<(String, std::ops::Range<usize>)>,
}

impl Engine {
    /// All matches of `pattern`, which must be the same each time, that are not empty.
    pub(super) fn find(&self, pattern: &str, text: &str) -> Vec<Found> {
        let Some(regex) = self.compiled(pattern, text) else { return Vec::new() };
        let found = |captures: regex_automata::util::captures::Captures| {
            let whole = captures.get_match()?.range();
            let names = regex.group_info().pattern_names(PatternID::ZERO).enumerate().skip(1);
            let groups = names.filter_map(|(i, name)| {
                Some((name.map_or_else(|| i.to_string(), str::to_owned), captures.get_group(i)?.range()))
            });
            (!whole.is_empty()).then(|| Found { whole, groups: groups.collect() })
        };
        regex.captures_iter(text).filter_map(found).collect()
    }

    fn compiled(&self, pattern: &str, text: &str) -> Option<&Regex> {
        let is_narrow = repertoire::holds_all_of(text);
        let compiled = if is_narrow { &self.narrow } else { &self.whole };
        let build = |config| {
            let whole = regex_syntax::parse(pattern).ok()?;
            let hir = if is_narrow { repertoire::narrowed(whole) } else { whole };
            Regex::builder().configure(config).build_from_hir(&hir).ok()
        };
        let limits = || Config::new().nfa_size_limit(Some(LARGEST_REGEX));
        if self.searched.fetch_add(text.len(), Ordering::Relaxed) + text.len() < PAYS {
            let quick = || build(limits().hybrid(false).dfa(false).onepass(false));
            return compiled.quick.get_or_init(quick).as_ref();
        }
        compiled.thorough.get_or_init(|| build(limits())).as_ref()
    }
}
