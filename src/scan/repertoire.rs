//! The characters of English text, and regexes cut down to them.
//!
//! `\w`, `.` and letters of any case stand for tens of thousands of characters, and nearly all of the work of compiling
//! a regex goes into those that an English article never has. So a regex is compiled for the characters of Latin
//! script and common punctuation alone; a text that holds another one is searched with the whole regex.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, Hir, HirKind};

/// Latin letters with their marks, general punctuation, signs of currencies, and what stands for an image.
const RANGES: [(char, char); 4] =
    [('\0', '\u{24F}'), ('\u{2000}', '\u{206F}'), ('\u{20A0}', '\u{20BF}'), ('\u{FFFC}', '\u{FFFC}')];

/// Whether a text holds no other characters.
pub(super) fn holds_all_of(text: &str) -> bool {
    let is_member = |c: char| RANGES.iter().any(|(first, last)| (*first..=*last).contains(&c));
    text.is_ascii() || text.chars().all(is_member)
}

/// The part of a regex that can match in a text for which [`holds_all_of`] is true: it finds the same there.
pub(super) fn narrowed(hir: Hir) -> Hir {
    let of = |parts: Vec<Hir>| parts.into_iter().map(narrowed).collect();
    match hir.into_kind() {
        HirKind::Class(Class::Unicode(mut class)) => {
            let ranges = RANGES.map(|(first, last)| ClassUnicodeRange::new(first, last));
            class.intersect(&ClassUnicode::new(ranges));
            Hir::class(Class::Unicode(class))
        }
        HirKind::Repetition(mut repetition) => {
            repetition.sub = Box::new(narrowed(*repetition.sub));
            Hir::repetition(repetition)
        }
        HirKind::Capture(mut capture) => {
            capture.sub = Box::new(narrowed(*capture.sub));
            Hir::capture(capture)
        }
        HirKind::Concat(parts) => Hir::concat(of(parts)),
        HirKind::Alternation(parts) => Hir::alternation(of(parts)),
        HirKind::Empty => Hir::empty(),
        HirKind::Look(look) => Hir::look(look),
        HirKind::Literal(literal) => Hir::literal(literal.0),
        HirKind::Class(class @ Class::Bytes(_)) => Hir::class(class),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};
    use regex_automata::meta::Regex;

    use super::{holds_all_of, narrowed};

    const PATTERNS: [&str; 9] = [
        r"\w+",
        r"\W+",
        r"(?i)kiss|straße",
        r"[^a-c]b",
        r"a.{0,3}b",
        r"\bé\w*\b",
        r"\d+[.,]\d+",
        r"\p{Lu}\p{Ll}+",
        r"^\s*(?:[«“]|\x22)(\S+)",
    ];

    #[test]
    fn finds_the_same_in_texts_that_it_is_for() {
        let pair = |pattern: &str| {
            let hir = regex_syntax::parse(pattern).unwrap();
            (Regex::builder().build_from_hir(&narrowed(hir)).unwrap(), Regex::new(pattern).unwrap())
        };
        let regexes = PATTERNS.map(pair);
        let texts = "[a-cA-CkKsSſßéÉēū0-9., \"«“”–\u{AD}\u{FFFC}€]{0,30}";
        let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
        let same = runner.run(&texts, |text| {
            prop_assert!(holds_all_of(&text));
            for ((narrow, whole), pattern) in regexes.iter().zip(PATTERNS) {
                let found = |regex: &Regex| regex.find_iter(&text).map(|m| m.range()).collect::<Vec<_>>();
                prop_assert_eq!(found(narrow), found(whole), "{}", pattern);
            }
            Ok(())
        });
        same.unwrap();
    }

    #[test]
    fn other_texts_are_told() {
        for text in ["Температура", "a 東京 b", "300 \u{212A}", "→"] {
            assert!(!holds_all_of(text), "{text}");
        }
    }
}
