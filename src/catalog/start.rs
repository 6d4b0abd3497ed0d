//! The program that the built-in lints start from; only the build script needs it, since every other program grows
//! from the digest.

use crate::scan::program::{Class, ClassKind, Program};
use crate::text::WordId;
use crate::text::rated::{PAIRS, SHORT_FORMS, WORDS};

/// A program with the built-in classes and nothing else.
pub fn program() -> Program {
    let mut program = Program::default();
    let builtin = [
        ("number", ClassKind::Number, NUMBER_WORDS),
        ("year", ClassKind::Year, &[] as &[&str]),
        ("name", ClassKind::Name, &[]),
        ("acronym", ClassKind::Acronym, &[]),
        ("word", ClassKind::Word, &[]),
        ("capital", ClassKind::Capital, &[]),
        ("small", ClassKind::Small, &[]),
        ("ordinal", ClassKind::Ordinal, ORDINAL_WORDS),
    ];
    for (name, kind, words) in builtin {
        let mut first: Vec<WordId> = words.iter().map(|w| program.vocabulary.intern(w)).collect();
        first.sort();
        program.classes.push(Class { name: name.into(), kind, table: None, first });
    }
    // The score of an article counts these words, whether or not a lint knows them.
    for word in WORDS.split_whitespace().chain(PAIRS.split(['|', ' '])).chain(SHORT_FORMS.split_whitespace())
    {
        if !word.is_empty() {
            program.vocabulary.intern(word);
        }
    }
    program
}

const NUMBER_WORDS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
    "thousand",
];

const ORDINAL_WORDS: &[&str] = &[
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "thirtieth",
];
