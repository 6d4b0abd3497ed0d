//! What a regex cannot match without: the words, rare marks or literal pieces that gate it.
//!
//! A regex costs as much as all phrases together if it runs on every block. So it runs only where a token was
//! seen that every match must contain. What counts is read off the syntax tree: a whole word between spaces, marks or
//! `\b`; else a rare mark; else a piece of text of at least three characters.

use regex_syntax::hir::{Class, Hir, HirKind, Look};

/// What gates a regex: any one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// Whole words or single marks: tokens.
    Tokens(Vec<String>),
    /// Pieces of text, case-sensitive.
    Pieces(Vec<String>),
}

/// Finds the trigger of a regex; `None` if a match need not contain anything in particular.
pub(crate) fn trigger(hir: &Hir) -> Option<Trigger> {
    let mut atoms = Vec::new();
    flatten(hir, &mut atoms);
    let atoms = distribute(atoms);
    if let Some(need) = best(&atoms, false, false, &token_candidates) {
        return Some(Trigger::Tokens(need.texts));
    }
    best(&atoms, false, false, &piece_candidates).map(|need| Trigger::Pieces(need.texts))
}

#[derive(Clone)]
enum Atom {
    /// A character; `folded` if any case of it matches.
    Char { c: char, folded: bool },
    /// A place between a word and something else.
    Boundary,
    /// One of these must match.
    Either(Vec<Vec<Atom>>),
    /// Anything, or nothing.
    Unknown,
}

struct Need {
    texts: Vec<String>,
    score: usize,
}

type Candidates = dyn Fn(&[Atom], bool, bool) -> Option<Need>;

fn flatten(hir: &Hir, out: &mut Vec<Atom>) {
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(text) => out.extend(text.chars().map(|c| Atom::Char { c, folded: false })),
            Err(_) => out.push(Atom::Unknown),
        },
        HirKind::Class(class) => out.push(one_letter(class)),
        HirKind::Look(Look::WordAscii | Look::WordUnicode | Look::Start | Look::End) => {
            out.push(Atom::Boundary)
        }
        HirKind::Look(_) => out.push(Atom::Unknown),
        HirKind::Capture(capture) => flatten(&capture.sub, out),
        HirKind::Concat(parts) => parts.iter().for_each(|part| flatten(part, out)),
        HirKind::Alternation(branches) => {
            let branch = |hir| {
                let mut atoms = Vec::new();
                flatten(hir, &mut atoms);
                atoms
            };
            out.push(Atom::Either(branches.iter().map(branch).collect()));
        }
        HirKind::Repetition(repetition) if repetition.min == 0 && repetition.max == Some(1) => {
            let mut atoms = Vec::new();
            flatten(&repetition.sub, &mut atoms);
            out.push(Atom::Either(vec![atoms, Vec::new()]));
        }
        HirKind::Repetition(repetition) => {
            out.push(Atom::Unknown);
            if repetition.min > 0 {
                let mut atoms = vec![Atom::Unknown];
                flatten(&repetition.sub, &mut atoms);
                atoms.push(Atom::Unknown);
                out.push(Atom::Either(vec![atoms]));
                out.push(Atom::Unknown);
            }
        }
    }
}

/// The parser takes words apart that begin alike (`ministers?` and `minister|ministry` share `minist`); here letters that
/// touch a choice go back into each of its branches, so that branches hold whole words again.
fn distribute(mut atoms: Vec<Atom>) -> Vec<Atom> {
    let is_letter = |atom: &Atom| matches!(atom, Atom::Char { c, .. } if in_word(*c));
    let touches = |atoms: &[Atom], i: usize| {
        matches!(atoms[i], Atom::Either(_))
            && (i.checked_sub(1).is_some_and(|b| is_letter(&atoms[b]))
                || atoms.get(i + 1).is_some_and(is_letter))
    };
    // Each round takes one choice in; a handful is all that real patterns have.
    for _ in 0..8 {
        let Some(at) = (0..atoms.len()).find(|&i| touches(&atoms, i)) else { break };
        let before = atoms[..at].iter().rev().take_while(|a| is_letter(a)).count();
        let after = atoms[at + 1..].iter().take_while(|a| is_letter(a)).count();
        let Atom::Either(branches) = &atoms[at] else { break };
        let whole = |branch: &Vec<Atom>| {
            let head = atoms[at - before..at].iter().cloned();
            head.chain(branch.iter().cloned()).chain(atoms[at + 1..=at + after].iter().cloned()).collect()
        };
        let merged = branches.iter().map(whole).collect();
        atoms.splice(at - before..=at + after, [Atom::Either(merged)]);
    }
    let inner = |atom| match atom {
        Atom::Either(branches) => Atom::Either(branches.into_iter().map(distribute).collect()),
        atom => atom,
    };
    atoms.into_iter().map(inner).collect()
}

/// A class that is one letter in any case is that letter.
fn one_letter(class: &Class) -> Atom {
    let Class::Unicode(class) = class else { return Atom::Unknown };
    let mut letters = class.iter().flat_map(|range| (range.start()..=range.end()).take(4)).take(5);
    let fold = |c: char| match c {
        'ſ' => 's',
        '\u{212A}' => 'k',
        c => c.to_lowercase().next().unwrap_or(c),
    };
    match letters.next().map(fold) {
        Some(c) if c.is_alphabetic() && letters.all(|l| fold(l) == c) => Atom::Char { c, folded: true },
        _ => Atom::Unknown,
    }
}

/// The best need of a run of atoms: of those that stand in a row, the one with the highest score counts.
fn best(atoms: &[Atom], left: bool, right: bool, candidates: &Candidates) -> Option<Need> {
    let mut found = candidates(atoms, left, right);
    for (i, atom) in atoms.iter().enumerate() {
        let Atom::Either(branches) = atom else { continue };
        let before = if i == 0 { left } else { parts(&atoms[i - 1]) };
        let after = if i + 1 == atoms.len() { right } else { parts(&atoms[i + 1]) };
        let needs: Option<Vec<Need>> = branches.iter().map(|b| best(b, before, after, candidates)).collect();
        let Some(needs) = needs.filter(|n| !n.is_empty()) else { continue };
        let need = Need {
            score: needs.iter().map(|n| n.score).min().unwrap_or(0),
            texts: needs.into_iter().flat_map(|n| n.texts).collect(),
        };
        if found.as_ref().is_none_or(|f| f.score < need.score) {
            found = Some(need);
        }
    }
    found
}

/// Whether an atom parts words for certain.
fn parts(atom: &Atom) -> bool {
    match atom {
        Atom::Boundary => true,
        Atom::Char { c, .. } => !in_word(*c),
        Atom::Either(_) | Atom::Unknown => false,
    }
}

/// Apostrophes and stops can stand inside a token, so they part nothing.
fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '\'' | '\u{2019}' | '.' | '@')
}

fn token_candidates(atoms: &[Atom], left: bool, right: bool) -> Option<Need> {
    let mut found: Option<Need> = None;
    let mut offer = |text: String, score: usize| {
        if found.as_ref().is_none_or(|f| f.score < score) {
            found = Some(Need { texts: vec![text], score });
        }
    };
    let mut i = 0;
    while i < atoms.len() {
        let Atom::Char { c, .. } = atoms[i] else {
            i += 1;
            continue;
        };
        if !in_word(c) {
            if !c.is_whitespace() && !COMMON_MARKS.contains(c) {
                offer(c.to_string(), 2);
            }
            i += 1;
            continue;
        }
        let start = i;
        let mut word = String::new();
        while let Some(Atom::Char { c, .. }) = atoms.get(i)
            && in_word(*c)
        {
            word.push(*c);
            i += 1;
        }
        let open = if start == 0 { left } else { parts(&atoms[start - 1]) };
        let close = if i == atoms.len() { right } else { parts(&atoms[i]) };
        let whole = open && close && word.chars().all(|c| c.is_alphabetic() || c == '_');
        if whole && word.chars().count() > 1 && !COMMON_WORDS.contains(&word.to_lowercase().as_str()) {
            let length = word.chars().count();
            offer(word, 2 + length);
        }
    }
    found
}

fn piece_candidates(atoms: &[Atom], _: bool, _: bool) -> Option<Need> {
    let mut longest = String::new();
    let mut current = String::new();
    for atom in atoms.iter().chain([&Atom::Unknown]) {
        match atom {
            Atom::Char { c, folded: false } => current.push(*c),
            Atom::Boundary => {}
            _ => {
                if current.len() > longest.len() {
                    longest = std::mem::take(&mut current);
                }
                current.clear();
            }
        }
    }
    let sound = longest.chars().count() >= 3 && longest.chars().any(|c| !c.is_whitespace());
    sound.then(|| Need { score: longest.len(), texts: vec![longest] })
}

/// Marks that stand in every article: they gate nothing.
const COMMON_MARKS: &str = ".,-'\u{2019}\u{2010}\u{2011}\u{2013}\u{2014}";

/// Words that stand in every article.
const COMMON_WORDS: &[&str] = &[
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "on", "was", "with", "as", "be", "at",
    "by", "he", "this", "from", "are", "have", "not", "or", "an", "but", "his", "they", "which", "had", "we",
    "has", "will", "said", "its", "were", "one", "been", "their", "who", "she", "would", "there", "all",
    "you", "more",
];
