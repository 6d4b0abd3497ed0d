//! A line that begins or ends many articles of a publication.
//!
//! One fact stands for an article. It holds the hashes of its first and last lines, not their words, so that the
//! memory of a run grows by a few hundred bytes an article however long the lines are.

use std::collections::{HashMap, HashSet};
use std::fmt::Write;

use crate::document::{Block, BlockKind, Document, Zone};
use crate::lint::{
    Applicability, Edit, Example, Fact, Fix, Head, Level, Lint, LintId, Run, Settings, Verdicts,
};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: ID,
        category: "boilerplate",
        level: Level::Warn,
        mqm: "accuracy/addition",
        since: "0.1.0",
        preview: false,
        summary: "a line that begins or ends many articles of a publication",
        why: "What stands word for word at the head or the foot of many articles is furniture: a disclaimer, a prompt to \
              subscribe, an author box. It was copied along with the text, and no list has to know it. Delete it, or \
              move it into the template of the site. A line that your house wants at the foot of its articles is silenced with \
              `[lints]` or `[[overrides]]` in `copydesk.toml`.\n\n\
              Compared are the articles of one run, so that a single article is never reported. A line counts when it \
              stands among the first or last six blocks of at least five articles and of one article in ten. Headings, \
              tables and lines of fewer than four words are not compared, and neither are versions of the same article.",
        examples: const {
            &[Example::ok(
                "Ferry runs again\n\nThe ferry runs from Monday.\n\nSubscribe for stories like this one.",
            )]
        },
    },
    Run::Across { collect, judge },
);

const ID: &str = "repeated-across-articles";
/// How many blocks from each end are looked at.
const REACH: usize = 6;
/// A line of fewer words may be a label of the article's own (`What happens next`).
const FEWEST_WORDS: usize = 4;
/// In how many articles a line must stand, and in which share of them: one in so many.
const ARTICLES: usize = 5;
const SHARE: usize = 10;

fn collect(document: &Document<'_>, _: &Settings) -> Vec<Fact> {
    let blocks = document.blocks();
    let mut lines = String::new();
    for (i, block) in blocks.iter().enumerate() {
        let at_edge = i < REACH || i + REACH >= blocks.len();
        if at_edge && is_line(document, block) {
            let (place, extent) = (document.map(block.prose).span, document.blocks_extent(i, i));
            // Writing to a string cannot fail.
            let _ = write!(
                lines,
                "{:x},{i},{},{},{},{};",
                hash(document, block),
                place.start,
                place.end,
                extent.start,
                extent.end
            );
        }
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Fact {
        lint: LintId::from(ID),
        source: document.source().name().clone(),
        span: Span::default(),
        verbatim: true,
        key: format!("{:x}", identity(document)),
        value: String::new(),
        extra: lines,
    }]
}

/// What versions of one article share, whatever was changed around it: its two longest blocks. One of them may be
/// furniture, but hardly both.
fn identity(document: &Document<'_>) -> u64 {
    let (mut longest, mut second): (Option<&Block>, Option<&Block>) = (None, None);
    let length = |block: Option<&Block>| block.map_or(0, |b| b.prose.len());
    for block in document.blocks() {
        if block.prose.len() > length(longest) {
            (longest, second) = (Some(block), longest);
        } else if block.prose.len() > length(second) {
            second = Some(block);
        }
    }
    longest.into_iter().chain(second).fold(0, |h, block| h ^ hash(document, block))
}

/// Running lines and items of lists. Headings come again by right, and cells and captions are parts of something else.
fn is_line(document: &Document<'_>, block: &Block) -> bool {
    let words = document.tokens()[block.tokens.clone()].iter().filter(|t| t.is(Flags::WORD)).count();
    matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
        && matches!(block.zone, Zone::Body | Zone::List | Zone::Footer)
        && words >= FEWEST_WORDS
}

/// The hash of a line: of its words and marks in small letters, its white space aside.
fn hash(document: &Document<'_>, block: &Block) -> u64 {
    let mix = |h: u64, part: u64| (h ^ part).wrapping_mul(0x0100_0000_01b3);
    document.tokens()[block.tokens.clone()].iter().fold(0xcbf2_9ce4_8422_2325, |h, token| match token.key {
        // What is opaque has no key.
        0 => document.slice(token.span).bytes().fold(h, |h, byte| mix(h, byte.into())),
        key => mix(h, key.into()),
    })
}

/// A line at the edge of an article.
#[derive(Clone, Copy)]
struct Line {
    hash: u64,
    block: usize,
    place: Span,
    extent: Span,
}

/// The lines of a fact, in reading order.
fn lines(fact: &Fact) -> impl Iterator<Item = Line> {
    fact.extra.split_terminator(';').filter_map(|line| {
        let (hash, rest) = line.split_once(',')?;
        let mut numbers = rest.split(',').map(|n| n.parse::<u32>().ok());
        let mut next = || numbers.next().flatten();
        let block = next()? as usize;
        let (place, extent) = (Span::of(next()?, next()?), Span::of(next()?, next()?));
        Some(Line { hash: u64::from_str_radix(hash, 16).ok()?, block, place, extent })
    })
}

/// What is known of a line: how many articles have it, and the place in the first two of them.
#[derive(Default)]
struct Known<'f> {
    articles: usize,
    first: Option<(&'f Fact, Span)>,
    second: Option<(&'f Fact, Span)>,
    /// The article that had it last.
    last: &'f str,
}

fn judge(facts: &[&Fact], verdicts: &mut Verdicts<'_>) {
    // The first version of an article stands for all of them.
    let mut seen = HashSet::new();
    let different: Vec<&Fact> = facts.iter().copied().filter(|f| seen.insert(f.key.as_str())).collect();
    if different.len() < ARTICLES {
        return;
    }
    let mut known: HashMap<u64, Known<'_>> = HashMap::new();
    for fact in &different {
        for line in lines(fact) {
            let entry = known.entry(line.hash).or_default();
            if entry.last == fact.key {
                continue;
            }
            (entry.articles, entry.last) = (entry.articles + 1, &fact.key);
            match entry.first {
                None => entry.first = Some((fact, line.place)),
                Some(_) if entry.second.is_none() => entry.second = Some((fact, line.place)),
                Some(_) => {}
            }
        }
    }
    let enough = ARTICLES.max(different.len().div_ceil(SHARE));
    known.retain(|_, line| line.articles >= enough);
    for fact in facts {
        let repeated: Vec<Line> = lines(fact).filter(|line| known.contains_key(&line.hash)).collect();
        for run in repeated.chunk_by(|a, b| a.block + 1 == b.block) {
            report(fact, run, &known, verdicts);
        }
    }
}

/// One finding for neighbouring lines; it says in how many articles the rarest of them stands.
fn report(fact: &Fact, run: &[Line], known: &HashMap<u64, Known<'_>>, verdicts: &mut Verdicts<'_>) {
    let of = |line: &Line| known.get(&line.hash);
    let Some(rarest) = run.iter().filter_map(of).min_by_key(|known| known.articles) else { return };
    let others = rarest.articles - 1;
    let message = match run.len() {
        1 => format!("this line begins or ends {others} other articles too"),
        n => format!("these {n} lines begin or end {others} other articles too"),
    };
    let elsewhere =
        [rarest.first, rarest.second].into_iter().flatten().find(|(f, _)| f.source != fact.source);
    let label = elsewhere.map(|(other, span)| (other.at(span), "one of them".to_owned()));
    let cover = |of: fn(&Line) -> Span| run.iter().map(of).reduce(Span::cover).unwrap_or_default();
    let (place, extent) = (cover(|line| line.place), cover(|line| line.extent));
    let title = if run.len() == 1 { "delete it" } else { "delete them" };
    let edit = Edit { span: extent, new: String::new() };
    let fix = Fix::new(title, vec![edit], Applicability::Unsafe);
    verdicts.add_with(&fact.at(place), message, label, Some(fix));
}
