//! What a regex cannot match without: the words, rare marks or literal pieces that gate it.
//!
//! A regex costs as much as all phrases together if it runs on every block. So it runs only where a token was
//! seen that every match must contain. What counts is read off the syntax tree: a whole word between spaces, marks or
//! `\b`; else a rare mark; else a piece of text of at least three characters. What else it cannot match without is checked
//! before it runs, or is even compiled: compiling a regex costs more than reading an article.

use regex_syntax::hir::{ClassUnicode, Hir};

use super::atoms::{Atom, distribute, flatten, in_word, parts_first, parts_last};

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

/// Finds the gate of a regex. `word` is what [`super::atoms::word_characters`] gives; it is made once for many.
pub(crate) fn gate(hir: &Hir, word: &ClassUnicode) -> Gate {
    let mut atoms = Vec::new();
    flatten(hir, word, &mut atoms);
    let joined = distribute(atoms.clone(), |_| true);
    let atoms = distribute(atoms, in_word);
    let tokens = best(&atoms, false, false, &token_candidates).map(|need| Trigger::Tokens(need.texts));
    let pieces = || best(&atoms, false, false, &piece_candidates).map(|need| Trigger::Pieces(need.texts));
    Gate {
        trigger: tokens.or_else(pieces),
        needs: needs(&atoms),
        fragments: fragments(&joined),
        opens: super::opening::words(&atoms),
    }
}

/// The needs of a run of atoms: each whole word and rare mark of it, and for each choice those of its branches.
fn needs(atoms: &[Atom]) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = Vec::new();
    offer_words(atoms, false, false, &mut |word| found.push(vec![word]));
    found.extend(rare_marks(atoms).map(|mark| vec![mark]));
    for (i, atom) in atoms.iter().enumerate() {
        if let Atom::Either(_) = atom {
            let (before, after) = (parts_last(&atoms[..i], false), parts_first(&atoms[i + 1..], false));
            let choice = std::slice::from_ref(atom);
            found.extend(best(choice, before, after, &token_candidates).map(|need| need.texts));
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

struct Need {
    texts: Vec<String>,
    score: usize,
}

type Candidates = dyn Fn(&[Atom], bool, bool) -> Option<Need>;

/// The best need of a run of atoms: of those that stand in a row, the one with the highest score counts.
fn best(atoms: &[Atom], left: bool, right: bool, candidates: &Candidates) -> Option<Need> {
    let mut found = candidates(atoms, left, right);
    for (i, atom) in atoms.iter().enumerate() {
        let Atom::Either(branches) = atom else { continue };
        let (before, after) = (parts_last(&atoms[..i], left), parts_first(&atoms[i + 1..], right));
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

/// The longest word that stands whole, else a rare mark.
fn token_candidates(atoms: &[Atom], left: bool, right: bool) -> Option<Need> {
    let mark = || rare_marks(atoms).next().map(|mark| Need { texts: vec![mark], score: 2 });
    word_candidates(atoms, left, right).or_else(mark)
}

/// The marks of a run that are tokens of their own and do not stand in every article.
fn rare_marks(atoms: &[Atom]) -> impl Iterator<Item = String> + '_ {
    let no_digit = |at: Option<usize>| {
        let atom = at.and_then(|at| atoms.get(at));
        matches!(atom, Some(Atom::Start | Atom::End))
            || matches!(atom, Some(Atom::Char { c, .. }) if !c.is_ascii_digit())
    };
    atoms.iter().enumerate().filter_map(move |(i, atom)| match atom {
        // A colon between digits is inside a number.
        Atom::Char { c: ':', .. } if !(no_digit(i.checked_sub(1)) || no_digit(Some(i + 1))) => None,
        Atom::Char { c, .. } if is_rare(*c) => Some(c.to_string()),
        _ => None,
    })
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
        let whole = parts_last(&atoms[..start], left)
            && parts_first(&atoms[i..], right)
            && word.chars().all(|c| c.is_alphanumeric() || c == '_')
            && word.contains(char::is_alphabetic);
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
            Atom::Boundary | Atom::Start | Atom::End => {}
            _ => {
                if current.len() > longest.len() {
                    longest = std::mem::take(&mut current);
                }
                current.clear();
            }
        }
    }
    let (letters, marks) = (longest.chars().count(), longest.chars().filter(|c| is_rare(*c)).count());
    let sound = (letters >= 3 && longest.chars().any(|c| !c.is_whitespace())) || (letters == 2 && marks == 2);
    sound.then(|| Need { score: longest.len(), texts: vec![longest] })
}

/// Whether a character is a mark that does not stand in every article.
fn is_rare(c: char) -> bool {
    !in_word(c) && !c.is_whitespace() && !COMMON_MARKS.contains(c)
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
