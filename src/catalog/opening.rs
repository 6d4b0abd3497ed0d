//! The words with which a match must begin, for a regex that is tied to the beginning of its block.

use super::atoms::{Atom, in_word, parts_first};

/// More first words than this tell too little.
const MOST: usize = 400;

/// The first words of all matches; empty if the regex is not tied to the beginning or no list holds them all.
pub(super) fn words(atoms: &[Atom]) -> Vec<String> {
    let [Atom::Start, rest @ ..] = atoms else { return Vec::new() };
    let mut found = Vec::new();
    if !first(&rest.iter().collect::<Vec<_>>(), &mut found) {
        return Vec::new();
    }
    found.sort();
    found.dedup();
    found
}

/// Adds the first words of a run; `false` if there is no telling.
fn first(atoms: &[&Atom], found: &mut Vec<String>) -> bool {
    let starts = |atom: &&Atom| match atom {
        Atom::Blank | Atom::Boundary | Atom::Start | Atom::End => false,
        Atom::Char { c, .. } => in_word(*c),
        Atom::Either(_) | Atom::Unknown => true,
    };
    let Some(from) = atoms.iter().position(starts) else { return false };
    let atoms = &atoms[from..];
    match atoms[0] {
        Atom::Either(branches) => branches.iter().all(|branch| {
            let run: Vec<&Atom> = branch.iter().chain(atoms[1..].iter().copied()).collect();
            found.len() <= MOST && first(&run, found)
        }),
        Atom::Char { .. } => {
            let letters = atoms.iter().map_while(|atom| match atom {
                Atom::Char { c, .. } if in_word(*c) => Some(*c),
                _ => None,
            });
            let word: String = letters.collect();
            let ends = atoms
                .get(word.chars().count())
                .is_some_and(|next| parts_first(std::slice::from_ref(*next), false));
            let plain = word.chars().all(char::is_alphabetic);
            if ends && plain {
                found.push(word);
            }
            ends && plain
        }
        _ => false,
    }
}
