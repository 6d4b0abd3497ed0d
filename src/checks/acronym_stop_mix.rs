//! `U.S.` beside `US` in one article.

use super::key_set::KeySet;
use crate::document::{Document, Zone};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span, Token};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "acronym-stop-mix",
        category: "naming",
        level: Level::Warn,
        mqm: "terminology/inconsistent-use-of-terminology",
        since: "0.1.0",
        preview: false,
        summary: "initials of a country or a union with stops and without in one article",
        why: "Every house style knows `U.S.` or `US`, none knows both. Of all inconsistencies this is the one that \
              professional reviewers of translated news mark most. The finding stands at the form that the article uses less, \
              and its fix writes the other everywhere.\n\n\
              Compared are US, UK, UN and EU in running text. Headlines and headings may do without stops (so the stylebook \
              of the Associated Press), and quotations, names of companies and titles (`US Airways`, `U.S. News`) are \
              left as they are.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "The U.S. left the talks. The U.S. side was angry, and the {{US}} envoy flew home.",
        "The U.S. left the talks. The U.S. side was angry, and the U.S. envoy flew home.",
    ),
    Example::fixed(
        "The UK paid. What the {{U.K.}} paid was little, said those in the UK who know.",
        "The UK paid. What the UK paid was little, said those in the UK who know.",
    ),
    Example::fixed(
        "The US left. The US envoy flew home. Nobody wept in the {{U.S.}} He did.",
        "The US left. The US envoy flew home. Nobody wept in the US. He did.",
    ),
    Example::ok("US leaves talks\n\nThe U.S. left the talks on Monday. The U.S. envoy flew home."),
    Example::ok("The road is US 169, one of the longest in the U.S. now."),
    Example::ok("The U.S. and the UK left the talks."),
    Example::ok("US Airways flew to the U.S. twice a day. In the U.S. nobody noticed."),
    Example::ok("The U.S. left. \u{201c}The US is out,\u{201d} the envoy wrote. The U.S. envoy, that is."),
    Example::ok("It cost US$5 in the U.S. and more in the USA."),
];

/// The initials, with the stops and without.
const INITIALS: &[(&str, &str)] = &[("U.S.", "US"), ("U.K.", "UK"), ("U.N.", "UN"), ("E.U.", "EU")];

static KEYS: KeySet = KeySet::new(&["u.s.", "us", "u.k.", "uk", "u.n.", "un", "e.u.", "eu"]);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let mut found: [[Vec<Span>; 2]; 4] = Default::default();
    for (i, token) in document.tokens().iter().enumerate() {
        if !token.is(Flags::CAPITAL) || token.is(Flags::QUOTED) || !KEYS.may_have(token) {
            continue;
        }
        let text = document.slice(token.span);
        let Some(row) = INITIALS.iter().position(|(dotted, plain)| text == *dotted || text == *plain) else {
            continue;
        };
        let plain = text == INITIALS[row].1;
        if is_running_text(document, i) && !(plain && is_other_name(document, i)) {
            found[row][usize::from(plain)].push(token.span);
        }
    }
    for [dotted, plain] in &found {
        if !dotted.is_empty() && !plain.is_empty() {
            judge(document, report, dotted, plain);
        }
    }
}

fn is_running_text(document: &Document<'_>, i: usize) -> bool {
    let block = &document.blocks()[document.block_of_token(i)];
    // A line without a stop may be a headline that nothing marks as one.
    let text = document.slice(block.prose).trim_end_matches(['"', '”', '’', '\'', ')', '*']);
    matches!(block.zone, Zone::Body | Zone::Standfirst | Zone::List)
        && text.ends_with(['.', '!', '?', ':', ';', ','])
}

/// `US Airways`, `US$5`, `US-42`, `US 169`, `AND US TOO`: part of a name, a sum, a number, or a word in a line of capitals.
fn is_other_name(document: &Document<'_>, i: usize) -> bool {
    let tokens = document.tokens();
    let (after, later) = (tokens.get(i + 1), tokens.get(i + 2));
    let is_name = |t: &Token| t.is(Flags::CAPITAL) && !t.is(Flags::SENTENCE_START);
    let text = |t: Option<&Token>| t.map_or("", |t| document.slice(t.span));
    let number = |t: Option<&Token>| t.is_some_and(|t| t.is(Flags::NUMBER.and(Flags::MIXED)));
    let road = number(after) || (text(after) == "-" && number(later));
    let glued = i > 0 && !tokens[i].is(Flags::SPACE_BEFORE) && !tokens[i - 1].is(Flags::MARK);
    let address = i > 0
        && !tokens[i].is(Flags::SPACE_BEFORE)
        && matches!(document.token_text(i - 1), "." | "/" | "@" | "#" | "_");
    after.is_some_and(is_name) || road || glued || address || matches!(text(after), "$" | "£" | "€")
}

fn judge(document: &Document<'_>, report: &mut Report<'_>, dotted: &[Span], plain: &[Span]) {
    let (few, many) = if plain.len() > dotted.len() { (dotted, plain) } else { (plain, dotted) };
    let (rare, usual) = (document.slice(few[0]), document.slice(many[0]));
    let draft = Draft::new(few[0], format!("`{rare}` is written `{usual}` elsewhere in this article"))
        .label(many[0], format!("written `{usual}` here"))
        .labels(few[1..].iter().copied(), "and again here");
    let edits = few.iter().map(|&span| (span, written(document, span, usual)));
    report.add(draft.fix(format!("write `{usual}`"), Applicability::Manual, edits));
}

/// The form that is wanted, with the stop that ends a sentence once.
fn written(document: &Document<'_>, span: Span, usual: &str) -> String {
    let ends_sentence = document.sentences().iter().any(|s| s.span.end == span.end);
    let stop_follows = document.prose()[span.end as usize..].starts_with('.');
    match usual.strip_suffix('.') {
        Some(open) if stop_follows => open.to_owned(),
        None if ends_sentence && document.slice(span).ends_with('.') => format!("{usual}."),
        _ => usual.to_owned(),
    }
}
