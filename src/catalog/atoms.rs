//! A regex as a run of atoms: what of its syntax tree counts for [`super::trigger`].

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look};

#[derive(Clone)]
pub(super) enum Atom {
    /// The beginning of the block.
    Start,
    /// The end of the block.
    End,
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

/// Appends the atoms of a regex. `word` is what [`word_characters`] gives.
pub(super) fn flatten(hir: &Hir, word: &ClassUnicode, out: &mut Vec<Atom>) {
    match hir.kind() {
        HirKind::Empty => {}
        HirKind::Literal(literal) => match std::str::from_utf8(&literal.0) {
            Ok(text) => out.extend(text.chars().map(|c| Atom::Char { c, folded: false })),
            Err(_) => out.push(Atom::Unknown),
        },
        HirKind::Class(class) => out.push(of_class(class, word)),
        HirKind::Look(Look::Start) => out.push(Atom::Start),
        HirKind::Look(Look::End) => out.push(Atom::End),
        HirKind::Look(Look::WordAscii | Look::WordUnicode) => out.push(Atom::Boundary),
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

/// The characters of `\w`: what [`super::trigger::gate`] takes.
pub(crate) fn word_characters() -> ClassUnicode {
    match regex_syntax::parse(r"\w").map(Hir::into_kind) {
        Ok(HirKind::Class(Class::Unicode(class))) => class,
        _ => ClassUnicode::empty(),
    }
}

/// The parser takes words apart that begin alike (`ministers?` and `minister|ministry` share `minist`); here characters
/// that touch a choice and that `goes_in` says so of go back into each of its branches, so that branches hold whole
/// words again.
pub(super) fn distribute(mut atoms: Vec<Atom>, goes_in: fn(char) -> bool) -> Vec<Atom> {
    let goes = |atom: &Atom| matches!(atom, Atom::Char { c, .. } if goes_in(*c));
    let touches = |atoms: &[Atom], i: usize| {
        matches!(atoms[i], Atom::Either(_))
            && (i.checked_sub(1).is_some_and(|b| goes(&atoms[b])) || atoms.get(i + 1).is_some_and(goes))
    };
    // Each round takes one choice in; a handful is all that real patterns have.
    for _ in 0..8 {
        let Some(at) = (0..atoms.len()).find(|&i| touches(&atoms, i)) else { break };
        let before = atoms[..at].iter().rev().take_while(|a| goes(a)).count();
        let after = atoms[at + 1..].iter().take_while(|a| goes(a)).count();
        let Atom::Either(branches) = &atoms[at] else { break };
        let whole = |branch: &Vec<Atom>| {
            let head = atoms[at - before..at].iter().cloned();
            head.chain(branch.iter().cloned()).chain(atoms[at + 1..=at + after].iter().cloned()).collect()
        };
        let merged = branches.iter().map(whole).collect();
        atoms.splice(at - before..=at + after, [Atom::Either(merged)]);
    }
    let inner = |atom| match atom {
        Atom::Either(branches) => {
            Atom::Either(branches.into_iter().map(|branch| distribute(branch, goes_in)).collect())
        }
        atom => atom,
    };
    atoms.into_iter().map(inner).collect()
}

/// A class that is one letter in any case is that letter; a class of few characters is a choice of them.
fn of_class(class: &Class, word: &ClassUnicode) -> Atom {
    let Class::Unicode(class) = class else { return Atom::Unknown };
    let mut letters = class.iter().flat_map(|range| (range.start()..=range.end()).take(4)).take(5);
    let fold = |c: char| match c {
        'ſ' => 's',
        '\u{212A}' => 'k',
        c => c.to_lowercase().next().unwrap_or(c),
    };
    match letters.next().map(fold) {
        Some(c) if c.is_alphabetic() && letters.all(|l| fold(l) == c) => Atom::Char { c, folded: true },
        _ => few_characters(class)
            .unwrap_or_else(|| if is_wordless(class, word) { Atom::Blank } else { Atom::Unknown }),
    }
}

/// A class of at most so many characters is taken as a choice.
const FEW: usize = 10;

fn few_characters(class: &ClassUnicode) -> Option<Atom> {
    let all = || class.iter().flat_map(|range| range.start()..=range.end());
    let branch = |c| vec![Atom::Char { c, folded: false }];
    all().nth(FEW).is_none().then(|| Atom::Either(all().map(branch).collect()))
}

/// Whether a run of atoms begins with something that parts words for certain; `end` says so of what comes behind it.
pub(super) fn parts_first(atoms: &[Atom], end: bool) -> bool {
    match atoms.first() {
        None => end,
        Some(Atom::Either(branches)) => {
            let behind = || parts_first(&atoms[1..], end);
            branches.iter().all(|branch| parts_first(branch, behind()))
        }
        Some(atom) => parts(atom),
    }
}

/// Whether a run of atoms ends with something that parts words for certain; `start` says so of what comes before it.
pub(super) fn parts_last(atoms: &[Atom], start: bool) -> bool {
    match atoms.split_last() {
        None => start,
        Some((Atom::Either(branches), before)) => {
            branches.iter().all(|branch| parts_last(branch, parts_last(before, start)))
        }
        Some((atom, _)) => parts(atom),
    }
}

/// Whether an atom parts words for certain.
fn parts(atom: &Atom) -> bool {
    match atom {
        Atom::Boundary | Atom::Start | Atom::End => true,
        Atom::Char { c, .. } => !in_word(*c),
        Atom::Either(_) | Atom::Unknown | Atom::Blank => false,
    }
}

/// Apostrophes and stops can stand inside a token, so they part nothing.
pub(super) fn in_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '\'' | '\u{2019}' | '.' | '@')
}
