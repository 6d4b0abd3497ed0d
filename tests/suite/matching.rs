//! Matching through the engine equals a slow, obvious matcher, on random texts and random catalogues.

use copydesk::catalog::LintFile;
use copydesk::{Catalog, Config, Format, Level, Linter, Source};
use proptest::prelude::*;

/// A phrase as the obvious matcher sees it.
#[derive(Clone, Debug)]
enum Piece {
    Word(&'static str),
    Inflected(&'static str),
    Choice(Vec<Vec<Piece>>),
    Optional(Vec<Piece>),
    Gap(usize, usize),
    Class(&'static str),
}

const WORDS: &[&str] = &["blue", "red", "put", "puts", "putting", "house", "of", "the", "New", "York", "US"];

/// How a phrase is written in a lint file.
fn written(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Word(word) => (*word).to_owned(),
        Piece::Inflected(word) => format!("{word}~"),
        Piece::Choice(branches) => {
            format!("({})", branches.iter().map(|b| written(b)).collect::<Vec<_>>().join("|"))
        }
        Piece::Optional(inner) => format!("[{}]", written(inner)),
        Piece::Gap(min, max) => format!("<{min}-{max}>"),
        Piece::Class(name) => format!("{{{name}}}"),
    };
    pieces.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// Every place at which `pieces` can end when they start at `at`.
fn ends(pieces: &[Piece], words: &[String], at: usize) -> Vec<usize> {
    let Some((first, rest)) = pieces.split_first() else { return vec![at] };
    let is = |word: &str| words.get(at).is_some_and(|w| w.eq_ignore_ascii_case(word));
    let after: Vec<usize> = match first {
        Piece::Word(word) => is(word).then_some(at + 1).into_iter().collect(),
        Piece::Inflected(word) => {
            let forms = [(*word).to_owned(), format!("{word}s"), format!("{word}ting")];
            forms.iter().any(|f| is(f)).then_some(at + 1).into_iter().collect()
        }
        Piece::Choice(branches) => branches.iter().flat_map(|b| ends(b, words, at)).collect(),
        Piece::Optional(inner) => ends(inner, words, at).into_iter().chain([at]).collect(),
        Piece::Gap(min, max) => (*min..=*max).map(|n| at + n).filter(|&end| end <= words.len()).collect(),
        Piece::Class(name) => class(name).iter().flat_map(|member| member_ends(member, words, at)).collect(),
    };
    after.into_iter().flat_map(|end| ends(rest, words, end)).collect()
}

fn class(name: &str) -> &'static [&'static [&'static str]] {
    match name {
        "colour" => &[&["blue"], &["red"], &["red", "of", "house"]],
        _ => &[&["New", "York"], &["York"], &["US"]],
    }
}

fn member_ends(member: &[&str], words: &[String], at: usize) -> Option<usize> {
    let fits =
        member.iter().enumerate().all(|(i, m)| words.get(at + i).is_some_and(|w| w.eq_ignore_ascii_case(m)));
    fits.then_some(at + member.len())
}

/// Spans in words of one lint's matches: of those that overlap, the longest.
fn obvious(phrases: &[Vec<Piece>], words: &[String]) -> Vec<(usize, usize)> {
    let mut all: Vec<(usize, usize)> = (0..words.len())
        .flat_map(|at| {
            phrases.iter().flat_map(move |p| ends(p, words, at).into_iter().map(move |end| (at, end)))
        })
        .filter(|(start, end)| end > start)
        .collect();
    all.sort_by_key(|&(start, end)| (start, std::cmp::Reverse(end)));
    let bytes = |(start, end): (usize, usize)| words[start..end].join(" ").len();
    let mut kept: Vec<(usize, usize)> = Vec::new();
    for found in all {
        match kept.last_mut() {
            Some(last) if found.0 < last.1 => {
                if bytes(found) > bytes(*last) {
                    *last = found;
                }
            }
            _ => kept.push(found),
        }
    }
    kept
}

/// The same through the front door.
fn engine(phrases: &[Vec<Piece>], words: &[String]) -> Vec<(usize, usize)> {
    let list: Vec<String> = phrases.iter().map(|p| format!("{:?}", written(p))).collect();
    let text = format!(
        "summary = \"s\"\nlevel = \"warn\"\nmqm = \"none\"\nsince = \"0\"\nwhy = \"w\"\n[classes]\n\
         colour = [\"blue\", \"red\", \"red of house\"]\nplace = [\"New York\", \"York\", \"US\"]\n\
         [[match]]\nphrase = [{}]\nmessage = \"found\"\n",
        list.join(", "),
    );
    let file = LintFile { path: "test/random.toml".into(), name: "random.toml".into(), text };
    let catalog = Catalog::with_lints(&[file]).unwrap_or_else(|e| panic!("{e:#?}"));
    let mut config = Config::default();
    config.set_level("all", Level::Allow);
    config.set_level("random", Level::Warn);
    let prose = words.join(" ");
    let source = Source::new("random", prose.as_str(), Format::Text).expect("a short text");
    let word_at = |byte: u32| prose[..byte as usize].matches(' ').count();
    let findings = Linter::new(catalog, config).check(&source).findings;
    findings.iter().map(|f| (word_at(f.span.start), word_at(f.span.end) + 1)).collect()
}

fn word() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(WORDS)
}

fn pieces() -> impl Strategy<Value = Vec<Piece>> {
    let leaf = prop_oneof![
        4 => word().prop_map(Piece::Word),
        1 => Just(Piece::Inflected("put")),
        1 => proptest::sample::select(&["colour", "place"][..]).prop_map(Piece::Class),
    ];
    let inner = proptest::collection::vec(leaf.clone(), 1..3);
    let group = proptest::collection::vec(inner.clone(), 1..3);
    let any = prop_oneof![
        4 => leaf.clone(),
        1 => group.prop_map(Piece::Choice),
        1 => inner.prop_map(Piece::Optional),
        1 => (0usize..2, 1usize..3).prop_map(|(min, more)| Piece::Gap(min, min + more)),
    ];
    (leaf, proptest::collection::vec(any, 0..4)).prop_map(|(first, rest)| {
        // A phrase starts with something to look for, and a gap is open to the right only before a word.
        let mut all = vec![first];
        all.extend(rest);
        while matches!(all.last(), Some(Piece::Gap(..))) {
            all.pop();
        }
        all
    })
}

proptest! {
    #![proptest_config(crate::laws::config(256))]

    #[test]
    fn engine_equals_the_obvious_matcher(
        phrases in proptest::collection::vec(pieces(), 1..5),
        words in proptest::collection::vec(word(), 0..40),
    ) {
        let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
        prop_assert_eq!(engine(&phrases, &words), obvious(&phrases, &words), "{:?}", phrases.iter().map(|p| written(p)).collect::<Vec<_>>());
    }
}
