//! American and British spelling in one article.

use super::key_set::KeySet;
use super::spelling_pairs::{BRITISH, BRITISH_ISE, PAIRS};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "spelling-variety-mix",
        category: "variety",
        level: Level::Warn,
        mqm: "locale-convention",
        since: "0.1.0",
        preview: false,
        summary: "American and British spelling in one article",
        why: "One article keeps to one variety of English. An engine has learned from both and mixes them; so does a text \
              that was put together from two sources. The finding stands at the variety that occurs less. It takes two \
              different words of each; names, words with a capital and quotations do not count, and neither does \
              `-ize`, which is at home on both sides.",
        examples: const {
            &[
                Example::fixed(
                    "The defense of the city center was planned for years. It is {{labour}} of many hands, in the \
                     colour of the flag.",
                    "The defense of the city center was planned for years. It is labor of many hands, in the \
                     color of the flag.",
                ),
                Example::ok(
                    "The defence of the city centre was planned by the Labor Department at Pearl Harbor.",
                ),
                Example::ok("They organize the defence of the harbour, and realize its colour is grey."),
                Example::ok(
                    "The defense of the city center, he said, is \u{201c}a labour of honour\u{201d}.",
                ),
                Example::ok("The theater is next to the sports centre, by the labour exchange."),
            ]
        },
    },
    Run::Document(check),
);

/// How many different words of each variety make a mixture.
const ENOUGH: usize = 2;

static AMERICAN_KEYS: KeySet = KeySet::new(&column::<{ PAIRS.len() }>(true));
static BRITISH_KEYS: KeySet = KeySet::new(&column::<{ PAIRS.len() }>(false));
static BRITISH_ONLY_KEYS: KeySet = KeySet::new(BRITISH);
static BRITISH_ISE_KEYS: KeySet = KeySet::new(BRITISH_ISE);

/// One column of the table.
const fn column<const N: usize>(american: bool) -> [&'static str; N] {
    let mut words = [""; N];
    let mut i = 0;
    while i < N {
        words[i] = if american { PAIRS[i].0 } else { PAIRS[i].1 };
        i += 1;
    }
    words
}

/// A word of one variety, and how the other spells it.
struct Seen<'d> {
    span: Span,
    word: &'d str,
    other: Option<&'static str>,
    ise: bool,
}

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let (mut american, mut british) = (Vec::new(), Vec::new());
    for token in document.tokens() {
        if token.span.len() < 3 || token.is(Flags::CAPITAL.and(Flags::QUOTED)) {
            continue;
        }
        let word = document.slice(token.span);
        if AMERICAN_KEYS.may_have(token)
            && let Some((_, other)) = PAIRS.iter().find(|(us, _)| *us == word)
        {
            american.push(Seen { span: token.span, word, other: Some(other), ise: false });
        } else if BRITISH_KEYS.may_have(token)
            && let Some((other, _)) = PAIRS.iter().find(|(_, uk)| *uk == word)
        {
            british.push(Seen { span: token.span, word, other: Some(other), ise: false });
        } else if BRITISH_ONLY_KEYS.may_have(token) && BRITISH.contains(&word) {
            british.push(Seen { span: token.span, word, other: None, ise: false });
        } else if BRITISH_ISE_KEYS.may_have(token) && BRITISH_ISE.contains(&word) {
            british.push(Seen { span: token.span, word, other: None, ise: true });
        }
    }
    let enough = different(&american) >= ENOUGH && different(&british) >= ENOUGH;
    if enough && british.iter().any(|seen| !seen.ise) {
        report_mixture(report, &american, &british);
    }
}

fn different(seen: &[Seen<'_>]) -> usize {
    let mut words: Vec<&str> = seen.iter().map(|s| s.word).collect();
    words.sort_unstable();
    words.dedup();
    words.len()
}

fn report_mixture(report: &mut Report<'_>, american: &[Seen<'_>], british: &[Seen<'_>]) {
    let british_wins = british.len() > american.len();
    let (few, many) = if british_wins { (american, british) } else { (british, american) };
    let (few_name, many_name) = if british_wins { ("American", "British") } else { ("British", "American") };
    let message = format!(
        "`{}` is {few_name} spelling in a text that mostly spells the {many_name} way (`{}`)",
        few[0].word, many[0].word
    );
    let mut draft = Draft::new(few[0].span, message)
        .labels(few[1..].iter().map(|seen| seen.span), &format!("{few_name} too"))
        .label(many[0].span, many_name.to_string());
    let edits: Vec<(Span, String)> =
        few.iter().filter_map(|seen| Some((seen.span, seen.other?.to_owned()))).collect();
    if edits.len() == few.len() {
        draft = draft.fix(format!("spell the {many_name} way"), Applicability::Manual, edits);
    }
    report.add(draft);
}
