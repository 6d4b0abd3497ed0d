//! Which two spellings in a list of names are one name.
//!
//! The nearer two spellings are, the less else must speak for it: a difference of transliteration (`Mahachev`,
//! `Makhachev`) is enough by itself, one letter more or less is enough for long names that no list has, and for
//! anything further the same word must stand beside both. Different words beside them speak against it: two people.

use super::known_words::{is_name, is_word};
use super::name_given::are_forms;
use super::name_key::{Distance, distance, hissing, plain, shortened, skeleton};
use super::name_mentions::Name;
use super::place_names::are_spellings;

/// Groups larger than this are names of one pattern, not slips.
const CROWD: usize = 32;

/// Up to here two spellings differ only as transliterations do.
const TRANSLITERATION: Distance = 65;
/// Up to here they differ in one `l` for an `r`, or one `g` for an `h`, of which some languages hear no difference.
const ONE_SOUND: Distance = 70;
/// From here on they differ by a whole letter.
const LETTER: Distance = 95;
/// Up to here they differ by one letter.
const ONE_LETTER: Distance = 105;
/// Up to here they differ by one consonant for another, or a letter and a little.
const FARTHEST: Distance = 150;

/// Pairs worth a look: names whose skeletons are equal, or differ by one letter left out of either. At least one of
/// the two is in no list, or they differ in accents only.
pub(super) fn candidates(names: &[Name<'_>]) -> Vec<(usize, usize)> {
    let mut keys = Vec::with_capacity(names.len() * 6);
    let mut traits = Vec::with_capacity(names.len());
    for (i, name) in names.iter().enumerate() {
        let whole = skeleton(name.plain());
        traits.push((is_known(name.plain()), letters(name.plain())));
        keys.push(((whole, true), i));
        keys.push(((hissing(name.plain()), true), i));
        // What is left after a letter is left out is looked up apart, so that it crowds nobody out.
        keys.extend(shortened(whole).chain([whole]).map(|key| ((key, false), i)));
    }
    let mut pairs = pairs_by_key(keys);
    pairs.retain(|&(i, j)| {
        let ((a_known, a), (b_known, b)) = (traits[i], traits[j]);
        let near = (a ^ b).count_ones() <= 4;
        let (a, b) = (names[i].plain(), names[j].plain());
        let known = a_known && b_known && a != b;
        (near && (!known || shares_surname(names[i], names[j]))) || are_spellings(a, b)
    });
    pairs
}

/// Which letters a name has, one bit each: names with many different letters need not be compared.
fn letters(plain: &str) -> u32 {
    plain.bytes().fold(0, |set, b| set | 1 << (b % 32))
}

/// What a name shares with its spellings in a whole publication.
pub(super) fn key(name: Name<'_>) -> u64 {
    skeleton(name.plain())
}

/// Pairs that share a key, each once.
pub(super) fn pairs_by_key<K: Ord>(mut keys: Vec<(K, usize)>) -> Vec<(usize, usize)> {
    keys.sort_unstable();
    keys.dedup();
    let mut pairs = Vec::new();
    for group in keys.chunk_by(|x, y| x.0 == y.0).filter(|group| (2..=CROWD).contains(&group.len())) {
        for (n, (_, i)) in group.iter().enumerate() {
            pairs.extend(group[n + 1..].iter().map(|(_, j)| (*i.min(j), *i.max(j))));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// Whether two spellings in one article are one name.
pub(super) fn same_name(a: Name<'_>, b: Name<'_>) -> bool {
    if a.text() == b.text() || is_short_form(a.text()) || is_short_form(b.text()) || adjacent(a, b) {
        return false;
    }
    if same_but_for_apostrophes(a.text(), b.text()) {
        return false;
    }
    if a.plain() == b.plain() {
        return same_letters(a, b) && !conflict(a, b);
    }
    if are_spellings(a.plain(), b.plain()) {
        return !conflict(a, b);
    }
    let far = distance(a.plain(), b.plain());
    if is_upper(a.text()) || is_upper(b.text()) || conflict(a, b) {
        return false;
    }
    if are_forms(a.plain(), b.plain()) {
        return shares_surname(a, b)
            || (far < TRANSLITERATION && !(is_known(a.plain()) && is_known(b.plain())));
    }
    if is_compound(a) || is_compound(b) {
        return far < TRANSLITERATION && is_compound(a) && is_compound(b);
    }
    if far > FARTHEST {
        return false;
    }
    far < TRANSLITERATION || further(a, b, far)
}

/// Whether two spellings that differ by more than transliterations do are one name.
fn further(a: Name<'_>, b: Name<'_>, far: Distance) -> bool {
    // The plural of a people or a family.
    if a.plain().strip_suffix('s') == Some(b.plain()) || b.plain().strip_suffix('s') == Some(a.plain()) {
        return false;
    }
    let unknown = !is_known(a.plain()) && !is_known(b.plain());
    let shared = shares_neighbour(a, b);
    if inflected(a.plain(), b.plain()) && !(shared && unknown) {
        return false;
    }
    // What occurs often in both spellings is more likely two names.
    if a.count().min(b.count()) > 2 && !shared {
        return false;
    }
    let length = a.plain().len().min(b.plain().len());
    let regular = !inner_capital(a.text()) && !inner_capital(b.text());
    let same_start = a.plain().as_bytes().first() == b.plain().as_bytes().first();
    if far < ONE_LETTER {
        // Of two short names, `Wardle` and `Wordle`, another vowel makes two things.
        let long =
            length >= if !unknown || (far >= LETTER && one_exchanged(a.plain(), b.plain())) { 7 } else { 6 };
        // `Hostomel`, `Gostomel`: below a whole letter the first one may differ too.
        return shared
            || (unknown && far <= ONE_SOUND && length >= 5 && same_start && a.count().min(b.count()) == 1)
            || (long && regular && (same_start || far < LETTER));
    }
    unknown && (shared || (length >= 9 && same_start && regular))
}

/// Whether two plain names of one length differ in one letter.
fn one_exchanged(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).filter(|(x, y)| x != y).count() == 1
}

/// Whether a name has hyphens: its parts are names of their own, so only small differences count.
fn is_compound(name: Name<'_>) -> bool {
    name.text().contains('-')
}

/// Whether the same rare word, or nearly the same, stands after both, as a surname after given names.
fn shares_surname(a: Name<'_>, b: Name<'_>) -> bool {
    a.after().any(|x| b.after().any(|y| !is_word(x) && !is_word(y) && x.len() > 3 && near(x, y)))
}

/// Whether two full names that share a neighbour in a whole publication are one name: only what differs as
/// transliterations do.
pub(super) fn same_full_name(a: Name<'_>, b: Name<'_>) -> bool {
    if a.text() == b.text() || is_upper(a.text()) || is_upper(b.text()) || adjacent(a, b) {
        return false;
    }
    if a.plain() == b.plain() {
        return !conflict(a, b);
    }
    !(is_known(a.plain()) && is_known(b.plain()))
        && shares_neighbour(a, b)
        && distance(a.plain(), b.plain()) < TRANSLITERATION
}

/// Spellings with the same letters: accents are a matter of care, and so are capitals inside a brand; a name in
/// capitals throughout is a variant only where it is an acronym.
fn same_letters(a: Name<'_>, b: Name<'_>) -> bool {
    if a.text().to_lowercase() == b.text().to_lowercase() && (is_compound(a) || is_compound(b)) {
        return false;
    }
    match (is_upper(a.text()), is_upper(b.text())) {
        (false, false) => true,
        (true, true) => false,
        _ => ACRONYMS.contains(&a.plain()) || (a.plain().len() <= 5 && !is_known(a.plain())),
    }
}

/// `Vava'u`, `Vava’u`: which apostrophe is typed is no matter of spelling.
fn same_but_for_apostrophes(a: &str, b: &str) -> bool {
    let plain = |text: &str| text.replace(['’', '‘', 'ʻ', 'ʼ', '`'], "'");
    !(a.is_ascii() && b.is_ascii()) && plain(a) == plain(b)
}

/// Acronyms that some houses write as words.
#[rustfmt::skip]
const ACRONYMS: &[&str] = &[
    "aids", "asean", "bafta", "brics", "covid", "fifa", "frontex", "interpol", "isil", "isis", "mercosur", "nafta", "nasa",
    "nasdaq", "nato", "ofcom", "opec", "uefa", "unesco", "unicef",
];

/// Whether the plain form of a name is in a list.
pub(super) fn is_known(plain: &str) -> bool {
    is_name(plain) || is_word(plain)
}

fn is_upper(text: &str) -> bool {
    !text.contains(char::is_lowercase)
}

/// `They've`, `I'll`, and what a tokenizer of code would see.
fn is_short_form(text: &str) -> bool {
    let tail = text.rsplit_once(['\'', '’']).map(|(_, tail)| tail);
    text.contains('_') || tail.is_some_and(|tail| matches!(tail, "ve" | "re" | "ll" | "d" | "m" | "t"))
}

fn inner_capital(text: &str) -> bool {
    text.chars().skip(1).any(char::is_uppercase)
}

/// Whether one stands right beside the other: both are meant.
fn adjacent(a: Name<'_>, b: Name<'_>) -> bool {
    let beside = |x: Name<'_>, y: Name<'_>| x.before().chain(x.after()).any(|word| word == y.text());
    beside(a, b) || beside(b, a)
}

/// A capitalised word that says nothing about whose name it stands beside.
pub(super) fn is_common(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "St"
            | "In"
            | "On"
            | "At"
            | "As"
            | "A"
            | "By"
            | "If"
            | "To"
            | "Of"
            | "It"
    ) || is_word(word)
}

fn near(x: &str, y: &str) -> bool {
    x == y || (x.len() >= 4 && y.len() >= 4 && distance(&plain(x), &plain(y)) <= ONE_LETTER)
}

/// Whether the words beside the two speak of two people: two given names, two surnames, or one spelling a given
/// name and the other a surname.
fn conflict(a: Name<'_>, b: Name<'_>) -> bool {
    fn names<'n>(words: impl Iterator<Item = &'n str>) -> Vec<&'n str> {
        words.filter(|word| !is_common(word)).collect()
    }
    let differ = |x: &[&str], y: &[&str]| {
        !x.is_empty() && !y.is_empty() && !x.iter().any(|x| y.iter().any(|y| near(x, y)))
    };
    let (a_before, b_before) = (names(a.before()), names(b.before()));
    let (a_after, b_after) = (names(a.after()), names(b.after()));
    let is_given = |before: &[&str], after: &[&str]| before.is_empty() && !after.is_empty();
    let is_surname = |before: &[&str], after: &[&str]| !before.is_empty() && after.is_empty();
    differ(&a_before, &b_before)
        || differ(&a_after, &b_after)
        || (is_given(&a_before, &a_after) && is_surname(&b_before, &b_after))
        || (is_surname(&a_before, &a_after) && is_given(&b_before, &b_after))
}

/// Whether the same word, or nearly the same name, stands beside both.
fn shares_neighbour(a: Name<'_>, b: Name<'_>) -> bool {
    let telling = |x: &str, y: &str| {
        if x == y {
            x.len() > 3 && !matches!(x, "With" | "From" | "When" | "While" | "After")
        } else {
            !is_word(x) && near(x, y)
        }
    };
    a.before().any(|x| b.before().any(|y| telling(x, y)))
        || a.after().any(|x| b.after().any(|y| telling(x, y)))
}

/// Endings that make another word of the same name: plurals, peoples, languages, women's surnames, cases.
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "", "a", "ah", "an", "ans", "as", "aya", "ch", "d", "e", "ean", "ed", "el", "em", "en", "er", "ers", "es", "ese", "ev",
    "eva", "h", "i", "ia", "ian", "ians", "ic", "ich", "ics", "ie", "ies", "in", "ina", "ing", "is", "ish", "ism", "ist",
    "ists", "ite", "ites", "iya", "ka", "ko", "la", "land", "le", "m", "n", "na", "ne", "ns", "o", "om", "on", "os", "ou",
    "ov", "ova", "ovich", "ovna", "ovo", "ové", "r", "rs", "s", "sk", "ska", "skaya", "ski", "sky", "skyi", "t", "te", "ton",
    "u", "um", "us", "y", "ya",
];

/// Whether two names are one stem with two such endings.
fn inflected(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(x, y)| x == y).count();
    (3..=shared).any(|at| match (a.get(at..), b.get(at..)) {
        (Some(x), Some(y)) => ENDINGS.contains(&x) && ENDINGS.contains(&y),
        _ => false,
    })
}
