//! What a regex cannot match without: the words, rare marks or literal pieces that gate it.
//!
//! A regex costs as much as all phrases together if it runs on every block. So it runs only where a token was
//! seen that every match must contain. What counts is read off the syntax tree: a whole word between spaces, marks or
//! `\b`; else a rare mark; else a piece of text of at least three characters. What else it cannot match without is checked
//! before it runs, or is even compiled: compiling a regex costs more than reading an article.

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look};

/// What gates a regex: any one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// Whole words or single marks: tokens.
    Tokens(Vec<String>),
    /// Pieces of text, case-sensitive.
    Pieces(Vec<String>),
}

/// What must be seen before a regex is worth running.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Gate {
    /// What sets it off; `None` if a match need not contain anything in particular.
    pub(crate) trigger: Option<Trigger>,
    /// Of each of these lists, every match contains a word.
    pub(crate) needs: Vec<Vec<String>>,
    /// Of each of these lists, every match contains a piece of text, in capitals or small letters.
    pub(crate) fragments: Vec<Vec<String>>,
    /// Every match begins the block, and its first word is one of these; empty if there is no telling.
    pub(crate) opens: Vec<String>,
}

/// Finds the gate of a regex. `word` is what [`word_characters`] gives; it is made once for many.
pub(crate) fn gate(hir: &Hir, word: &ClassUnicode) -> Gate {
    let mut atoms = Vec::new();
    flatten(hir, word, &mut atoms);
    let atoms = distribute(atoms);
    let tokens = best(&atoms, false, false, &token_candidates).map(|need| Trigger::Tokens(need.texts));
    let pieces = || best(&atoms, false, false, &piece_candidates).map(|need| Trigger::Pieces(need.texts));
    Gate {
        trigger: tokens.or_else(pieces),
        needs: needs(&atoms),
        fragments: fragments(&atoms),
        opens: super::opening::words(&atoms),
    }
}

/// The needs of a run of atoms: each whole word of it, and for each choice the words of its branches.
fn needs(atoms: &[Atom]) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = Vec::new();
    offer_words(atoms, false, false, &mut |word| found.push(vec![word]));
    for (i, atom) in atoms.iter().enumerate() {
        if matches!(atom, Atom::Either(_)) {
            let left = i.checked_sub(1).map(|b| atoms[b].clone());
            let right = atoms.get(i + 1).cloned();
            let alone: Vec<Atom> = left.into_iter().chain([atom.clone()]).chain(right).collect();
            let need = best(&only_choices(alone), false, false, &word_candidates);
            found.extend(need.map(|need| need.texts));
        }
    }
    found
}

/// The fragments of a run of atoms: its longest literal piece, and for each choice the pieces of its branches.
fn fragments(atoms: &[Atom]) -> Vec<Vec<String>> {
    let own = fragment_candidates(atoms, false, false).map(|need| need.texts);
    let choices = atoms.iter().filter(|atom| matches!(atom, Atom::Either(_)));
    let of_choice = |atom: &Atom| best(std::slice::from_ref(atom), false, false, &fragment_candidates);
    own.into_iter().chain(choices.filter_map(of_choice).map(|need| need.texts)).collect()
}

/// A run of atoms in which nothing but its choices and what parts words is left.
fn only_choices(atoms: Vec<Atom>) -> Vec<Atom> {
    let bare = |atom: Atom| match atom {
        Atom::Char { c, .. } if !in_word(c) => Atom::Boundary,
        Atom::Char { .. } => Atom::Unknown,
        atom => atom,
    };
    atoms.into_iter().map(bare).collect()
}

#[derive(Clone)]
pub(super) enum Atom {
    /// The beginning of the block.
    Start,
    /// No word character, or several, or nothing.
    Blank,
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

fn flatten(hir: &Hir, word: &ClassUnicode, out: &mut Vec<Atom>) {
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(text) => out.extend(text.chars().map(|c| Atom::Char { c, folded: false })),
            Err(_) => out.push(Atom::Unknown),
        },
        HirKind::Class(Class::Unicode(class)) if is_wordless(class, word) => out.push(Atom::Blank),
        HirKind::Class(class) => out.push(one_letter(class)),
        HirKind::Look(Look::Start) => out.push(Atom::Start),
        HirKind::Look(Look::WordAscii | Look::WordUnicode | Look::End) => out.push(Atom::Boundary),
        HirKind::Look(_) => out.push(Atom::Unknown),
        HirKind::Capture(capture) => flatten(&capture.sub, word, out),
        HirKind::Concat(parts) => parts.iter().for_each(|part| flatten(part, word, out)),
        HirKind::Alternation(branches) => {
            let branch = |hir| {
                let mut atoms = Vec::new();
                flatten(hir, word, &mut atoms);
                atoms
            };
            out.push(Atom::Either(branches.iter().map(branch).collect()));
        }
        HirKind::Repetition(repetition)
            if repetition.max != Some(1)
                && (repetition.min == 0 || matches!(repetition.sub.kind(), HirKind::Class(_)))
                && is_blank(&repetition.sub, word) =>
        {
            out.push(Atom::Blank)
        }
        HirKind::Repetition(repetition) if repetition.min == 0 && repetition.max == Some(1) => {
            let mut atoms = Vec::new();
            flatten(&repetition.sub, word, &mut atoms);
            out.push(Atom::Either(vec![atoms, Vec::new()]));
        }
        HirKind::Repetition(repetition) => {
            out.push(Atom::Unknown);
            if repetition.min > 0 {
                let mut atoms = vec![Atom::Unknown];
                flatten(&repetition.sub, word, &mut atoms);
                atoms.push(Atom::Unknown);
                out.push(Atom::Either(vec![atoms]));
                out.push(Atom::Unknown);
            }
        }
    }
}

/// Whether what matches holds no letter or digit.
fn is_blank(hir: &Hir, word: &ClassUnicode) -> bool {
    match hir.kind() {
        HirKind::Class(Class::Unicode(class)) => is_wordless(class, word),
        HirKind::Literal(literal) => {
            std::str::from_utf8(&literal.0).is_ok_and(|t| t.chars().all(|c| !c.is_alphanumeric() && c != '_'))
        }
        HirKind::Capture(capture) => is_blank(&capture.sub, word),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().all(|part| is_blank(part, word)),
        HirKind::Repetition(repetition) => is_blank(&repetition.sub, word),
        HirKind::Empty => true,
        HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => false,
    }
}

/// Whether no character of a class is one of `\w`.
fn is_wordless(class: &ClassUnicode, word: &ClassUnicode) -> bool {
    let mut common = class.clone();
    common.intersect(word);
    common.ranges().is_empty()
}

/// The characters of `\w`: what [`gate`] takes.
pub(crate) fn word_characters() -> ClassUnicode {
    match regex_syntax::parse(r"\w").map(Hir::into_kind) {
        Ok(HirKind::Class(Class::Unicode(class))) => class,
        _ => ClassUnicode::empty(),
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
pub(super) fn parts(atom: &Atom) -> bool {
    match atom {
        Atom::Boundary | Atom::Start => true,
        Atom::Char { c, .. } => !in_word(*c),
        Atom::Either(_) | Atom::Unknown | Atom::Blank => false,
    }
}

/// Apostrophes and stops can stand inside a token, so they part nothing.
pub(super) fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '\'' | '\u{2019}' | '.' | '@')
}

/// The longest word that stands whole, else a rare mark.
fn token_candidates(atoms: &[Atom], left: bool, right: bool) -> Option<Need> {
    let is_rare = |c: char| !in_word(c) && !c.is_whitespace() && !COMMON_MARKS.contains(c);
    let mark = atoms.iter().find_map(|atom| match atom {
        Atom::Char { c, .. } if is_rare(*c) => Some(Need { texts: vec![c.to_string()], score: 2 }),
        _ => None,
    });
    word_candidates(atoms, left, right).or(mark)
}

/// The longest word that stands whole.
fn word_candidates(atoms: &[Atom], left: bool, right: bool) -> Option<Need> {
    let mut found: Option<Need> = None;
    offer_words(atoms, left, right, &mut |word| {
        let score = 2 + word.chars().count();
        if found.as_ref().is_none_or(|f| f.score < score) {
            found = Some(Need { texts: vec![word], score });
        }
    });
    found
}

/// Hands every word that stands whole to `offer`, but for those that stand in every article.
fn offer_words(atoms: &[Atom], left: bool, right: bool, offer: &mut dyn FnMut(String)) {
    let mut i = 0;
    while i < atoms.len() {
        let start = i;
        let mut word = String::new();
        while let Some(Atom::Char { c, .. }) = atoms.get(i)
            && in_word(*c)
        {
            word.push(*c);
            i += 1;
        }
        if word.is_empty() {
            i += 1;
            continue;
        }
        let open = if start == 0 { left } else { parts(&atoms[start - 1]) };
        let close = if i == atoms.len() { right } else { parts(&atoms[i]) };
        let whole = open && close && word.chars().all(|c| c.is_alphabetic() || c == '_');
        if whole && word.chars().count() > 1 && !COMMON_WORDS.contains(&word.to_lowercase().as_str()) {
            offer(word);
        }
    }
}

fn piece_candidates(atoms: &[Atom], _: bool, _: bool) -> Option<Need> {
    longest_piece(atoms, false)
}

fn fragment_candidates(atoms: &[Atom], _: bool, _: bool) -> Option<Need> {
    longest_piece(atoms, true)
}

/// The longest run of characters; with `folded`, of those too that may be in capitals or not.
fn longest_piece(atoms: &[Atom], folded: bool) -> Option<Need> {
    let mut longest = String::new();
    let mut current = String::new();
    for atom in atoms.iter().chain([&Atom::Unknown]) {
        match atom {
            Atom::Char { c, folded: f } if folded || !f => current.push(*c),
            Atom::Boundary | Atom::Start => {}
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
