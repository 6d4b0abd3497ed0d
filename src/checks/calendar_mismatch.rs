//! A weekday that does not fit its date, and a day that no calendar has.

use super::calendar::{day, longest, month, month_name, weekday, weekday_of};
use crate::document::{Date, Document};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

/// Before this year dates may be of the old calendar.
const OLDEST: i32 = 1925;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "calendar-mismatch",
        category: "numbers",
        level: Level::Deny,
        mqm: "accuracy/mistranslation",
        since: "0.1.0",
        preview: false,
        summary: "a weekday that does not fit its date, or a day that does not exist",
        why: "Weekday, day, month and year say the same thing twice. Where they disagree, one of them is wrong, and \
              the calendar is not. Check the date against the source. Years before 1925 are left alone: they may be \
              of another calendar.",
        examples: const {
            &[
                Example::bad("The law was signed on {{Saturday, 25 July 2019}}."),
                Example::bad("It opened on {{Monday, July 25, 2019}} in Kyiv."),
                Example::bad("The deadline is {{31 June}}, the ministry said."),
                Example::bad("Payments end on {{February 30, 2024}}."),
                Example::bad("She was born on {{29 February 2023}}."),
                Example::ok(
                    "The law was signed on Thursday, 25 July 2019, and it opened on Friday, July 26, 2019.",
                ),
                Example::ok("In June 31 people died, and in February 30 shops closed."),
                Example::ok("She was born on 29 February 2024, and on Monday 25 July nobody came."),
                Example::ok("It stood in the Harbour Sun, August 16, 2008."),
                Example::ok("The tsar signed it on Sunday, 25 October 1917."),
            ]
        },
    },
    Run::Document(check),
);

/// A date as it stands in the text.
struct Written {
    day: u8,
    month: u8,
    year: Option<i32>,
    first: usize,
    last: usize,
}

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for i in document.census().numbers() {
        let token = document.tokens()[i];
        if token.span.len() > 4 {
            continue;
        }
        if let Some(written) = read(document, i).filter(|_| !token.is(Flags::QUOTED)) {
            judge(document, report, &written);
        }
    }
}

/// Reads the date whose day stands at token `at`: `25 July 2019`, `July 25, 2019`, `25th of July`.
fn read(document: &Document<'_>, at: usize) -> Option<Written> {
    let day = day(document.token_text(at))?;
    let text = |i: usize| document.token_text(i);
    let of = usize::from(text(at + 1) == "of");
    if let Some(month) = month(text(at + 1 + of)) {
        let last = at + 1 + of;
        let year = year(text(last + 1));
        let last = last + usize::from(year.is_some());
        return Some(Written { day, month, year, first: at, last });
    }
    let first = at.checked_sub(1)?;
    let month = month(text(first))?;
    let comma = usize::from(text(at + 1) == ",");
    let year = year(text(at + 1 + comma));
    let last = if year.is_some() { at + 1 + comma } else { at };
    Some(Written { day, month, year, first, last })
}

fn year(text: &str) -> Option<i32> {
    text.parse().ok().filter(|year| text.len() == 4 && (1000..=2200).contains(year))
}

fn judge(document: &Document<'_>, report: &mut Report<'_>, written: &Written) {
    let span = document.tokens_span(written.first..written.last + 1);
    let (day, month) = (written.day, month_name(written.month));
    if day > longest(written.month) {
        if is_date(document, written) {
            report.add(Draft::new(span, format!("{month} has no {day}th day").replace("31th", "31st")));
        }
        return;
    }
    let Some(year) = written.year.filter(|year| *year >= OLDEST) else { return };
    let Some(date) = Date::new(year, written.month, day) else {
        report.add(Draft::new(span, format!("{month} {year} has no {day}th day")));
        return;
    };
    let comma = written.first.checked_sub(1).filter(|&i| document.token_text(i) == ",");
    let Some(before) = comma.unwrap_or(written.first).checked_sub(1) else { return };
    let named = document.token_text(before);
    let right = weekday_of(date);
    let same_block = document.block_of_token(before) == document.block_of_token(written.first);
    if same_block && weekday(named).is_some_and(|_| !right.starts_with(named)) {
        let span = document.tokens_span(before..written.last + 1);
        let message = format!("{day} {month} {year} was a {right}");
        let edit = (document.tokens()[before].span, right.to_owned());
        report.add(Draft::new(span, message).fix(format!("write `{right}`"), Applicability::Manual, [edit]));
    }
}

/// Whether the words are a date and not a month and a number of things (`In June 31 people`).
fn is_date(document: &Document<'_>, written: &Written) -> bool {
    let day_first = month(document.token_text(written.first)).is_none();
    let Some(next) = document.tokens().get(written.last + 1) else { return true };
    let ends =
        next.is(Flags::MARK) && !matches!(document.slice(next.span), "-" | "–" | "/" | "%" | "$" | "€");
    written.year.is_some() || ends || (day_first && !next.is(Flags::NUMBER))
}
