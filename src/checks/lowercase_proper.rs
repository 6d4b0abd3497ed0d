//! Names of days, months, languages, countries and cities in small letters.

use super::beside::{after, before, is_any, is_glued};
use super::word_set::WordSet;
use crate::document::{BlockKind, Document, Zone};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "lowercase-proper",
        category: "typography",
        level: Level::Warn,
        mqm: "fluency/spelling",
        since: "0.1.0",
        preview: false,
        summary: "a proper name in small letters",
        why: "English writes days, months, languages, nations and places with a capital. Most other languages do not, \
              and translation copies them as they are: `new Delhi`, `may 10`, `in russian`. Words that are also common \
              nouns (`china`, `turkey`, `polish`, `march`) are only looked at where the words beside them leave no doubt. \
              Articles that write everything in small letters are left alone.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "The minister flew to {{new Delhi}} on {{monday}}.",
        "The minister flew to New Delhi on Monday.",
    ),
    Example::fixed("The talks began on {{may}} 10 in Oslo.", "The talks began on May 10 in Oslo."),
    Example::fixed("The talks began on 3 {{march}} in Oslo.", "The talks began on 3 March in Oslo."),
    Example::fixed("She speaks {{english}} and some {{russian}}.", "She speaks English and some Russian."),
    Example::fixed(
        "The ship sailed from {{south Korea}} in {{july}}.",
        "The ship sailed from South Korea in July.",
    ),
    Example::fixed(
        "The factory is in {{china}}, the owners say.",
        "The factory is in China, the owners say.",
    ),
    Example::fixed(
        "Pro-{{russian}} voters waited until mid-{{october}}.",
        "Pro-Russian voters waited until mid-October.",
    ),
    Example::fixed("The {{polish}} government fell in spring.", "The Polish government fell in spring."),
    Example::ok("They may march 10 miles in polish boots past a china shop with a turkey."),
    Example::ok("See #russia, @england, news.russia.example and /germany/berlin for more."),
    Example::ok("we live in london. it rains on monday. nobody in england cares."),
    Example::ok("She ate french fries and pad thai and wrote in roman numerals."),
    Example::ok("The tags are\n\n* sweden\n* ferries\n\nand They Are Many."),
    Example::ok("The august chamber met; an indian summer followed."),
    Example::ok("Setting this to 1 may improve the code, but from 3 may come more problems."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let mut found = Vec::new();
    for (i, token) in document.tokens().iter().enumerate() {
        if token.is(Flags::CAPITAL) || !token.is(Flags::WORD) {
            continue;
        }
        if NAMES.may_have(token) || FIRSTS.may_have(token) || DOUBTFUL.may_have(token) {
            found.extend(name(document, i));
        }
    }
    // Somebody who writes without capitals knows what they do.
    if !found.is_empty() && has_capitals(document) {
        found.into_iter().for_each(|draft| report.add(draft));
    }
}

fn name(document: &Document<'_>, i: usize) -> Option<Draft> {
    let token = document.tokens()[i];
    // A list item of one word is a tag, or a link of a menu.
    let block = &document.blocks()[document.block_of_token(i)];
    if block.kind == BlockKind::ListItem && block.tokens.len() == 1 {
        return None;
    }
    if is_part_of_address(document, i) || !starts_with_capital(document, i) {
        return None;
    }
    let last = if let Some(first) = FIRSTS.get(document, &token) {
        let next = after(document, i).filter(|&n| !is_glued(document, n))?;
        let seconds = PAIRS.iter().find(|(f, _)| *f == first).map(|(_, seconds)| *seconds)?;
        (seconds.contains(&document.token_text(next)) && !has_determiner(document, i)).then_some(next)?
    } else if NAMES.get(document, &token).is_some() {
        (!is_common_noun(document, i)).then_some(i)?
    } else {
        DOUBTFUL.get(document, &token).filter(|word| is_certain(document, i, word))?;
        i
    };
    let span = token.span.cover(document.tokens()[last].span);
    let text = document.slice(span);
    let new = text[..1].to_ascii_uppercase() + &text[1..];
    Some(Draft::new(span, format!("`{text}` is a name: `{new}`")).replace(new, Applicability::Safe))
}

/// `#russia`, `@england`, `news.russia.example`, `russia-desk@…`, `/germany/`: not prose.
fn is_part_of_address(document: &Document<'_>, i: usize) -> bool {
    let is_joint = |t: usize| is_any(document, t, &["#", "@", ".", "/", "\\", "_", "=", "&", ":", "<", "~"]);
    let slug = || document.token_text(i - 1) == "-" && (i < 2 || !is_any(document, i - 2, PREFIXES));
    let before = is_glued(document, i) && (is_joint(i - 1) || slug());
    before
        || is_glued(document, i + 1) && is_joint(i + 1) && is_glued(document, i + 2) && {
            !document.tokens()[i + 2].is(Flags::MARK)
        }
}

/// Whether the sentence begins with a capital, as edited text does.
fn starts_with_capital(document: &Document<'_>, i: usize) -> bool {
    let Some(sentence) = document.sentences().get(document.sentence_of_token(i)) else { return false };
    let zone = document.blocks()[sentence.block].zone;
    let first = sentence.tokens.clone().find(|&t| document.tokens()[t].is(Flags::WORD));
    zone != Zone::Footer && first.is_none_or(|t| t == i || document.tokens()[t].is(Flags::CAPITAL))
}

/// Whether most sentences of the article begin with a capital.
fn has_capitals(document: &Document<'_>) -> bool {
    let starts = || document.tokens().iter().filter(|t| t.is(Flags::SENTENCE_START) && t.is(Flags::WORD));
    let small = starts().filter(|t| !t.is(Flags::CAPITAL)).count();
    small * 3 <= starts().count()
}

/// `the new York stadium`, `a new Jersey`: the first word may be an adjective.
fn has_determiner(document: &Document<'_>, i: usize) -> bool {
    before(document, i).is_some_and(|b| {
        is_any(
            document,
            b,
            &["a", "an", "the", "this", "that", "its", "his", "her", "their", "our", "my", "your", "brand"],
        )
    }) && matches!(document.token_text(i), "new" | "white" | "north" | "south")
}

/// `french fries`, `english muffin`: things that many houses write small.
fn is_common_noun(document: &Document<'_>, i: usize) -> bool {
    after(document, i).is_some_and(|n| is_any(document, n, THINGS))
        || before(document, i).is_some_and(|b| is_any(document, b, &["muay", "pad"]))
}

/// Whether what stands beside a word that is also a common one shows that it is the name.
fn is_certain(document: &Document<'_>, i: usize, word: &str) -> bool {
    let (previous, next) = (before(document, i), after(document, i));
    let day = |t: Option<usize>| {
        t.is_some_and(|t| {
            let text = document.token_text(t).trim_end_matches(|c: char| c.is_ascii_alphabetic());
            !text.is_empty()
                && text.parse::<u16>().is_ok_and(|n| (1..=31).contains(&n) || (1900..2100).contains(&n))
        })
    };
    let preposition =
        || previous.is_some_and(|p| is_any(document, p, &["on", "in", "since", "until", "by", "of", "from"]));
    match word {
        "may" | "march" | "august" => {
            let before_day =
                day(next) && (preposition() || previous.is_some_and(|p| is_any(document, p, &[",", "("])));
            // `setting this to 1 may help`: a verb follows the verb.
            let is_verb = next.is_some_and(|n| {
                let token = &document.tokens()[n];
                token.is(Flags::WORD) && !token.is(Flags::CAPITAL) && !is_any(document, n, BEHIND_DATES)
            });
            before_day || day(previous) && preposition_before(document, previous) && !is_verb
        }
        "polish" => next.is_some_and(|n| is_any(document, n, INSTITUTIONS)),
        _ => {
            let ends = next.is_none_or(|n| {
                is_any(document, n, &[",", ".", ";", "and", "is", "has", "was", "have", "'s", "’s"])
            });
            let place = previous.is_some_and(|p| is_any(document, p, &["in"])) && ends;
            place && (word == "china" || document.prose().contains("Turk"))
        }
    }
}

/// Small words that follow a date.
#[rustfmt::skip]
const BEHIND_DATES: &[&str] = &[
    "a", "after", "and", "as", "at", "before", "but", "by", "during", "for", "from", "he", "in", "is", "it", "last", "next", "of",
    "on", "or", "she", "that", "the", "they", "this", "to", "until", "was", "we", "were", "when", "where", "which", "while", "with",
];

/// `on 3 march`: a preposition, an article or a mark stands before the day.
fn preposition_before(document: &Document<'_>, day: Option<usize>) -> bool {
    day.is_some_and(|d| {
        before(document, d).is_none_or(|p| {
            is_any(
                document,
                p,
                &["on", "since", "until", "by", "of", "from", "the", ",", "(", "and", "to", "dated"],
            )
        })
    })
}

/// What stands before a hyphen and a name: `pro-Russian`, `mid-July`.
const PREFIXES: &[&str] = &["pro", "anti", "mid", "non", "early", "late", "ex", "post", "pre"];

static NAMES: WordSet = WordSet::new(NAME_WORDS);

/// Names that are nothing else, but for the things of [`THINGS`].
#[rustfmt::skip]
const NAME_WORDS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "april", "june", "july", "september", "october", "november", "december",
    "afghan", "african", "american", "arabic", "argentine", "asian", "australian", "austrian", "belgian", "brazilian",
    "british", "bulgarian", "canadian", "chinese", "czech", "dutch", "egyptian", "english", "european",
    "finnish", "french", "german", "greek", "hebrew", "hindi", "hungarian", "indian", "indonesian", "iranian",
    "iraqi", "irish", "israeli", "italian", "japanese", "korean", "mexican", "norwegian", "pakistani", "palestinian",
    "portuguese", "romanian", "russian", "scottish", "spanish", "swedish", "syrian", "thai", "turkish", "ukrainian",
    "vietnamese", "russians", "americans", "germans", "ukrainians", "europeans",
    "afghanistan", "africa", "america", "argentina", "asia", "australia", "austria", "bangladesh", "belarus",
    "belgium", "brazil", "britain", "bulgaria", "canada", "denmark", "egypt", "england", "europe", "finland", "france",
    "germany", "greece", "hungary", "india", "indonesia", "iran", "iraq", "ireland", "israel", "italy", "japan",
    "kazakhstan", "korea", "malaysia", "mexico", "nepal", "netherlands", "nigeria", "norway", "pakistan", "palestine",
    "poland", "portugal", "romania", "russia", "scotland", "singapore", "spain", "sweden", "switzerland", "syria",
    "taiwan", "thailand", "ukraine", "vietnam",
    "beijing", "berlin", "brussels", "delhi", "kyiv", "kiev", "london", "madrid", "moscow", "mumbai", "shanghai",
    "tokyo", "vienna", "warsaw", "washington",
];

static FIRSTS: WordSet = WordSet::new(FIRST_WORDS);

const FIRST_WORDS: &[&str] = &[
    "new", "north", "south", "united", "saudi", "sri", "hong", "los", "las", "san", "costa", "puerto", "el",
];

/// Names of two words of which only the first has lost its capital.
#[rustfmt::skip]
const PAIRS: &[(&str, &[&str])] = &[
    ("new", &["Delhi", "York", "Zealand", "Jersey", "Orleans", "Mexico", "Hampshire", "Caledonia", "Guinea"]),
    ("north", &["Korea", "Carolina", "Dakota", "Macedonia"]),
    ("south", &["Korea", "Africa", "Carolina", "Dakota", "Sudan"]),
    ("united", &["States", "Kingdom", "Nations"]),
    ("saudi", &["Arabia"]), ("sri", &["Lanka"]), ("hong", &["Kong"]), ("los", &["Angeles"]), ("las", &["Vegas"]),
    ("san", &["Francisco", "Diego", "Antonio"]), ("costa", &["Rica"]), ("puerto", &["Rico"]), ("el", &["Salvador"]),
];

static DOUBTFUL: WordSet = WordSet::new(DOUBTFUL_WORDS);

/// Names that are also common words.
const DOUBTFUL_WORDS: &[&str] = &["may", "march", "august", "polish", "china", "turkey"];

/// What follows `polish` only if it is the nation.
const INSTITUTIONS: &[&str] = &[
    "government",
    "president",
    "army",
    "border",
    "authorities",
    "minister",
    "people",
    "language",
    "prime",
    "parliament",
    "police",
    "city",
    "citizens",
    "ambassador",
    "embassy",
    "foreign",
];

/// What follows the name of a nation in things that many houses write small.
#[rustfmt::skip]
const THINGS: &[&str] = &[
    "fries", "fry", "door", "doors", "toast", "press", "window", "windows", "horn", "horns", "oven", "ovens", "numerals",
    "numeral", "summer", "ink", "muffin", "muffins", "delight", "bath", "baths", "pastry", "pastries", "dressing",
    "braid", "braids", "poodle", "kiss", "kissing", "cheese", "cut", "rolls", "bulldog", "bulldogs", "sprouts", "roulette",
    "twist", "chalk", "leave", "curve", "bread", "beans", "maple", "breakfast", "setter", "shepherd", "terrier", "lop",
    "elm", "ivy", "knot", "spaniel", "ware", "coffee", "stew", "yogurt", "courage", "uncle", "treat", "cuffs", "seam",
];
