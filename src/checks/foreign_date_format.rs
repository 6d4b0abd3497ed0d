//! Dates in the form of another language: `15. July`, `2023年5月`, `September 05`.

use super::beside::{after, before, cover, is_any, is_glued};
use super::calendar::{is_month, month_name};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "foreign-date-format",
        category: "numbers",
        level: Level::Warn,
        mqm: "locale-convention",
        since: "0.1.0",
        preview: false,
        summary: "a date in the form of another language",
        why: "German, Czech and Danish put a stop after the day (`15. July`), Chinese and Japanese put a character after \
              year, month and day (`2023年5月`), forms and data files put a nought before it (`September 05`). English \
              writes `15 July` or `July 15`.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "The fair opens on {{15. July}} 2023 in the old town.",
        "The fair opens on 15 July 2023 in the old town.",
    ),
    Example::fixed("From {{3. to 5. May}} the road is closed.", "From 3 to 5 May the road is closed."),
    Example::fixed("The bridge opened in {{2023年5月}} at last.", "The bridge opened in May 2023 at last."),
    Example::fixed(
        "The bridge opened on {{2023年5月12日}} at last.",
        "The bridge opened on 12 May 2023 at last.",
    ),
    Example::bad("The sale ends on {{12日}} at noon."),
    Example::fixed("The ferry sank on {{September 05}}, 2011.", "The ferry sank on September 5, 2011."),
    Example::ok("The choir was ranked 15. July was a better month."),
    Example::ok("It happened in chapter 3. May I go on?"),
    Example::ok("The ferry sank on September 5, 2011, in the storm of July 04:30."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let cjk = document.census().may_have('年'..='月');
    for i in document.census().numbers() {
        let token = document.tokens()[i];
        let found = if token.is(Flags::NUMBER) && token.span.len() <= 2 {
            dotted_day(document, i).or_else(|| zero_day(document, i))
        } else if cjk && token.is(Flags::NON_ASCII) && token.is(Flags::MIXED) {
            cjk_date(document, i)
        } else {
            None
        };
        found.into_iter().for_each(|d| report.add(d));
    }
}

/// `15. July`, and the first half of `3. to 5. May`.
fn dotted_day(document: &Document<'_>, i: usize) -> Option<Draft> {
    let month = stopped_number(document, i)?;
    let tokens = document.tokens();
    let range = || {
        let link = before(document, i).filter(|&l| is_any(document, l, &["to", "and", "until", "-", "–"]))?;
        let stop = before(document, link)?;
        let first = before(document, stop)?;
        (document.token_text(stop) == "." && stopped(document, first)).then_some(first)
    };
    if !tokens[month].is(Flags::CAPITAL) || !is_month(document.token_text(month)) {
        return None;
    }
    let first = range();
    let led = before(document, first.unwrap_or(i)).is_none_or(|b| is_any(document, b, LEADS));
    let year = after(document, month).is_some_and(|y| {
        tokens[y].is(Flags::NUMBER)
            && document.token_text(y).parse().is_ok_and(|n: u16| (1000..2200).contains(&n))
    });
    // Without a word that asks for a day, the stop may end a sentence.
    if !(led || year && !is_sentence_end(document, i)) {
        return None;
    }
    let span = cover(document, first.unwrap_or(i), month);
    let stops = [first, Some(i)].into_iter().flatten().map(|n| (tokens[n + 1].span, String::new()));
    Some(Draft::new(span, format!("no stop after the day in English: `{}`", document.slice(span))).fix(
        "take the stop out",
        Applicability::Safe,
        stops,
    ))
}

/// The token after the day and its stop, if `i` is a day with a stop.
fn stopped_number(document: &Document<'_>, i: usize) -> Option<usize> {
    stopped(document, i).then_some(i + 2).filter(|&m| m < document.tokens().len() && !is_glued(document, m))
}

fn stopped(document: &Document<'_>, i: usize) -> bool {
    let is_day = document.token_text(i).parse().is_ok_and(|n: u8| (1..=31).contains(&n));
    is_day && !is_joined(document, i) && is_glued(document, i + 1) && document.token_text(i + 1) == "."
}

/// Part of `3-15` or `#3`: not a day.
fn is_joined(document: &Document<'_>, i: usize) -> bool {
    is_glued(document, i) && !is_any(document, i - 1, &["(", "-", "–", "\"", "“"])
}

/// Whether the sentence ends with the stop after token `i`.
fn is_sentence_end(document: &Document<'_>, i: usize) -> bool {
    document.sentences().get(document.sentence_of_token(i)).is_some_and(|s| s.tokens.end == i + 2)
        && before(document, i).is_some_and(|b| !document.tokens()[b].is(Flags::MARK))
}

/// `September 05`.
fn zero_day(document: &Document<'_>, i: usize) -> Option<Draft> {
    let digit = document.token_text(i).strip_prefix('0').filter(|d| d.len() == 1 && *d != "0")?;
    let month = before(document, i).filter(|_| !is_glued(document, i))?;
    let tokens = document.tokens();
    let colon = |t: usize| is_any(document, t, &[":", "/", "-", "h", "%"]) && is_glued(document, t);
    if !tokens[month].is(Flags::CAPITAL)
        || !is_month(document.token_text(month))
        || after(document, i).is_some_and(colon)
    {
        return None;
    }
    let span = cover(document, month, i);
    let new = format!("{} {digit}", document.token_text(month));
    Some(
        Draft::new(span, format!("no nought before the day: `{}`", document.slice(span)))
            .replace(new, Applicability::Safe),
    )
}

/// `2023年5月12日` or a part of it. The tokenizer takes the whole run for one word.
fn cjk_date(document: &Document<'_>, i: usize) -> Option<Draft> {
    let span = document.tokens()[i].span;
    let text = document.slice(span);
    let (mut year, mut month, mut day) = (None, None, None);
    let mut rest = text;
    while !rest.is_empty() {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u16 = rest[..digits].parse().ok()?;
        let unit = rest[digits..].chars().next()?;
        match unit {
            '年' => year = Some(number),
            '月' => month = Some(number),
            '日' => day = Some(number),
            _ => return None,
        }
        rest = &rest[digits + unit.len_utf8()..];
    }
    let name = month.map(|m| u8::try_from(m).map_or("", month_name));
    if name.is_some_and(str::is_empty) {
        return None;
    }
    let parts = [day.map(|d| d.to_string()), name.map(str::to_owned), year.map(|y| y.to_string())];
    let new = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let draft = Draft::new(span, format!("a date in Chinese or Japanese form: `{text}`"));
    Some(if day.is_some() && name.is_none() { draft } else { draft.replace(new, Applicability::Safe) })
}

/// What stands before a day.
const LEADS: &[&str] = &[
    "on",
    "the",
    "since",
    "from",
    "until",
    "till",
    "to",
    "by",
    "before",
    "after",
    "of",
    "dated",
    "between",
    "and",
    "-",
    "–",
    "(",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    ",",
];
