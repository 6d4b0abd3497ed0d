//! `a` before a vowel sound, `an` before a consonant.

use super::beside::{after, cover, is_glued};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Token, key};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "a-an",
        category: "grammar",
        level: Level::Warn,
        mqm: "fluency/grammar",
        since: "0.1.0",
        preview: false,
        summary: "`a` before a vowel sound, or `an` before a consonant",
        why: "The sound decides, not the letter: `an hour`, `a university`, `a European`. A wrong one makes readers \
              stumble, and is often what an edit left behind when it changed the next word. Put in the other one. \
              Abbreviations are left alone, since nobody can see how they are read, and so are words that usage is \
              divided about, like `historic` and `hotel`.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("She waited {{a hour}} for {{an bus}}.", "She waited an hour for a bus."),
    Example::fixed("{{A old}} ship met {{an university}} crew.", "An old ship met a university crew."),
    Example::ok(
        "An hour, a university, a one-off, a European, an honest man, a unit, a user, a ewe, a utopia.",
    ),
    Example::ok("An MP, a UN envoy, an SOS, an X-ray, a US ship, an 8-hour day, an e-mail and an A."),
    Example::ok("An npm package, an nginx proxy, an SQLite file; Class A energy; the nth part of an nth."),
    Example::ok("An historic day in an hotel; plan a in a e i o u; vitamin a is good."),
    Example::ok("An Mai runs a spa in Vung Bay."),
    Example::ok("An Ukrinform reporter and a Ukrainian one filed at noon."),
];

const A: u16 = key("a");
const AN: u16 = key("an");

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let is_article =
        |t: &Token| (t.key == A || t.key == AN) && matches!(document.slice(t.span), "a" | "A" | "an" | "An");
    for (i, _) in document.tokens().iter().enumerate().filter(|(_, t)| is_article(t)) {
        let Some(next) = after(document, i).filter(|&n| !is_glued(document, n)) else { continue };
        let article = document.token_text(i);
        let token = document.tokens()[next];
        let plain = token.is(Flags::WORD)
            && !token.is(Flags::UPPER.and(Flags::MIXED).and(Flags::DOTTED).and(Flags::NON_ASCII));
        let word = document.token_text(next);
        let hyphen = is_glued(document, next + 1) && document.token_text(next + 1) == "-";
        // `class A energy`: the name of a class; `SQLite`: read as its maker likes.
        let class = article == "A" && !document.tokens()[i].is(Flags::SENTENCE_START);
        let mixed = word.chars().skip(1).any(char::is_uppercase);
        // `An Mai Spa`: a name.
        let name = article == "An" && token.is(Flags::CAPITAL);
        if !plain
            || class
            || name
            || mixed
            || word.len() < 3
            || hyphen && word.len() < 4
            || is_glued(document, i)
        {
            continue;
        }
        let Some(vowel) = begins_with_vowel(&word.to_ascii_lowercase()) else { continue };
        let wanted = match (article, vowel) {
            ("a", true) => "an",
            ("A", true) => "An",
            ("an", false) => "a",
            ("An", false) => "A",
            _ => continue,
        };
        let span = cover(document, i, next);
        report.add(
            Draft::new(span, format!("`{wanted}` before this sound: `{wanted} {word}`"))
                .replace(format!("{wanted} {word}"), Applicability::Safe),
        );
    }
}

/// Whether a word begins with the sound of a vowel; `None` where usage is divided or nobody knows.
fn begins_with_vowel(word: &str) -> Option<bool> {
    let starts = |list: &[&str]| list.iter().any(|p| word.starts_with(p));
    if starts(&["hour", "honest", "honour", "honor", "heir"]) {
        return Some(true);
    }
    // Some say `an historic`, `an hotel`, `an herb`; the agency Ukrinform says `an Ukrinform correspondent`.
    if starts(&["ukrin", "hist", "hotel", "herb", "homage", "habit", "hal", "hero", "hyp", "hys", "hon", "x"])
        || word == "and"
        || word == "or"
    {
        return None;
    }
    if starts(&[
        "one", "once", "eu", "ew", "uni", "use", "usa", "usu", "ut", "ub", "ur", "uk", "ufo", "ouija", "oui",
    ]) {
        let vowel = starts(&["unin", "unim", "unid", "utt", "utm", "urb", "urg", "urn", "ubb"]);
        return if starts(&["ur", "ub", "ut", "oui", "unin", "unim", "uni"]) && !vowel && !starts(UNI) {
            None
        } else {
            Some(vowel)
        };
    }
    if is_spelt_out(word) {
        return None;
    }
    Some(word.starts_with(['a', 'e', 'i', 'o', 'u']))
}

/// `npm`, `nginx`, `nth`: no English word begins so, and the letters are said one by one.
fn is_spelt_out(word: &str) -> bool {
    let mut letters = word.chars();
    let (Some(a), Some(b)) = (letters.next(), letters.next()) else { return false };
    let vowel = |c: char| "aeiouy".contains(c);
    let onset = "lrhw".contains(b) || "stkgpwc".contains(a) || !b.is_ascii_alphabetic();
    !(vowel(a) || vowel(b) || onset) || !word.contains(vowel)
}

/// Beginnings of words in which the first letter is said `you`.
const UNI: &[&str] = &[
    "unio", "unit", "univ", "unif", "uniq", "unis", "unic", "unil", "utop", "util", "uter", "uran", "ubiq",
    "urol",
];
