//! Two words with only a punctuation mark between them, or not even that: `done,but`, `inUkraine`.

use super::beside::{before, char_after, cover, is_any, is_glued, is_small_word};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "missing-space",
        category: "typography",
        level: Level::Warn,
        mqm: "fluency/punctuation",
        since: "0.1.0",
        preview: false,
        summary: "no space after a punctuation mark, or none between two words",
        why: "A space was lost where lines were joined or where the original language has none, and two sentences \
              or words run together. Put the space in. Addresses, file names, initials and numbers are left alone.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("The work is {{done,but}} nobody came.", "The work is done, but nobody came."),
    Example::fixed("The ships {{left.The}} port is empty.", "The ships left. The port is empty."),
    Example::fixed("Who {{came?Nobody}} did.", "Who came? Nobody did."),
    Example::fixed("The fleet is {{inUkraine}} now.", "The fleet is in Ukraine now."),
    Example::ok("See acme.com, Node.js, README.md, the U.S.A. and Ph.D. theses at 10:30 for 1,000 euros."),
    Example::ok("The iPhone, eBay, iOS and inDrive apps; file.Name and object.Method in code."),
    Example::ok("The points a,b and c,d lie on a line; Yahoo!Mail was renamed."),
    Example::ok("tl;dr: nothing happened."),
    Example::ok("The order is x,y,z or red,green,blue."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for &i in document.census().marks() {
        let i = i as usize;
        let mark = document.prose().as_bytes()[document.tokens()[i].span.start as usize];
        if matches!(mark, b',' | b'.' | b';' | b'!' | b'?')
            && is_glued(document, i)
            && let Some(draft) = after_mark(document, i, mark)
        {
            report.add(draft);
        }
    }
    for (i, token) in document.tokens().iter().enumerate() {
        if token.is(Flags::INNER)
            && !token.is(Flags::CAPITAL)
            && let Some(draft) = joined(document, i)
        {
            report.add(draft);
        }
    }
}

/// `done,but`, `left.The`.
fn after_mark(document: &Document<'_>, i: usize, mark: u8) -> Option<Draft> {
    if !is_glued(document, i + 1) {
        return None;
    }
    let first = before(document, i)?;
    let last = i + 1;
    let tokens = document.tokens();
    let long = |t: usize| {
        tokens[t].is(Flags::WORD)
            && !tokens[t].is(Flags::MIXED.and(Flags::DOTTED).and(Flags::CLITIC))
            && document.slice(tokens[t].span).chars().count() >= 2
    };
    let free = |t: usize| is_glued(document, t) && !is_any(document, t, &["\"", "“", "(", "'", "’", "‘"]);
    // One of several joints is an address, a path or a list without spaces.
    if !long(first) || !long(last) || free(first) || is_joined_on(document, last) {
        return None;
    }
    let sentence = mark != b',' && mark != b';';
    if document.token_text(first).eq_ignore_ascii_case("tl") && mark == b';' {
        return None;
    }
    if sentence
        && !(is_small_word(document, first)
            && tokens[last].is(Flags::CAPITAL)
            && begins_sentence(document, last))
    {
        return None;
    }
    if !(sentence || is_small_word(document, first) || is_small_word(document, last)) {
        return None;
    }
    let span = cover(document, first, last);
    let marked = document.slice(cover(document, first, i));
    let new = format!("{marked} {}", document.token_text(last));
    Some(
        Draft::new(span, format!("no space after the punctuation mark: `{}`", document.slice(span)))
            .replace(new, Applicability::Safe),
    )
}

/// Whether something other than the end of a word follows at once.
fn is_joined_on(document: &Document<'_>, last: usize) -> bool {
    let next = char_after(document, last);
    match next {
        None => false,
        Some(c) if c.is_whitespace() => false,
        // `left.The port`, `done,but.`: a mark may follow, if nothing follows that.
        Some(',' | '.' | '!' | '?' | ';' | ':') => is_glued(document, last + 2),
        Some('\'' | '’' | '"' | '”' | ')' | '-') => false,
        Some(_) => true,
    }
}

/// `left.The`: a word that can begin a sentence; `object.Method` is not one.
fn begins_sentence(document: &Document<'_>, token: usize) -> bool {
    is_any(document, token, STARTERS)
}

/// `inUkraine`: a small word and a name.
fn joined(document: &Document<'_>, i: usize) -> Option<Draft> {
    let span = document.tokens()[i].span;
    let text = document.slice(span);
    let at = text.bytes().position(|b| b.is_ascii_uppercase())?;
    let (word, name) = text.split_at(at);
    if !["in", "of", "the", "to", "and", "from", "at", "by", "for", "with", "on"].contains(&word)
        || !NAMES.contains(&name)
    {
        return None;
    }
    Some(
        Draft::new(span, format!("no space between two words: `{text}`"))
            .replace(format!("{word} {name}"), Applicability::Safe),
    )
}

/// Words that begin a sentence after a lost space.
const STARTERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "he", "she", "it", "they", "we", "you", "in", "on",
    "at", "for", "but", "and", "when", "while", "after", "before", "however", "there", "if", "as", "with",
    "from", "his", "her", "their", "our", "nobody", "what", "who", "where", "how", "why", "then", "now",
    "also", "some", "all", "one", "since", "although", "because", "so", "no", "not", "to", "by",
];

/// Names that stand after a lost space.
const NAMES: &[&str] = &[
    "Afghanistan",
    "Africa",
    "America",
    "Asia",
    "Australia",
    "Belarus",
    "Brazil",
    "Britain",
    "Canada",
    "China",
    "Egypt",
    "England",
    "Europe",
    "France",
    "Germany",
    "Greece",
    "India",
    "Iran",
    "Iraq",
    "Israel",
    "Italy",
    "Japan",
    "Kazakhstan",
    "Korea",
    "Kyiv",
    "London",
    "Mexico",
    "Moscow",
    "Pakistan",
    "Poland",
    "Russia",
    "Spain",
    "Syria",
    "Taiwan",
    "Turkey",
    "Ukraine",
    "Vietnam",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
