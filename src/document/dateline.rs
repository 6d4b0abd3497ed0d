//! The day an article says it was written, where no field of its markup says so: `PARIS, July 7, 2023 —`,
//! `Published 7 July 2023`, a line that is nothing but a date.

use super::day::{self, Date};
use super::model::Document;
use crate::text::{Flags, Token};

/// In how many blocks at the head of the article a date is looked for, and in how many at its tail.
const HEAD: usize = 6;
const TAIL: usize = 3;
/// Most tokens before the date in a dateline: `NEW DELHI, India (Reuters) -`.
const PLACE: usize = 8;
/// Most words of a line that is only there to give the date.
const LINE: usize = 16;

/// The date of the article's dateline.
pub(super) fn find(document: &Document<'_>) -> Option<Date> {
    let blocks = &document.blocks;
    let of = |index: usize, head: bool| {
        let line = Line { prose: &document.prose, tokens: &document.tokens[blocks[index].tokens.clone()] };
        line.date(head)
    };
    let head = (0..blocks.len().min(HEAD)).find_map(|i| of(i, true));
    head.or_else(|| (blocks.len().saturating_sub(TAIL)..blocks.len()).find_map(|i| of(i, false)))
}

struct Line<'t> {
    prose: &'t str,
    tokens: &'t [Token],
}

impl Line<'_> {
    fn text(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.slice(self.prose))
    }

    /// The date of the block, if it is one that dates the article.
    fn date(&self, head: bool) -> Option<Date> {
        let reach = self.tokens.len().min(LINE);
        let (at, end, date) = (0..reach).find_map(|i| self.date_at(i).map(|(end, date)| (i, end, date)))?;
        let short = self.tokens.len() <= LINE;
        let named = (0..at).any(|i| {
            ["published", "updated", "posted", "modified", "date", "dated"]
                .iter()
                .any(|w| self.text(i).eq_ignore_ascii_case(w))
        });
        let alone = at == 0 && end == self.tokens.len();
        let dateline = head && at <= PLACE && self.is_place(at) && self.is_parted(end);
        (alone && head || short && named || dateline).then_some(date)
    }

    /// A date that begins with token `i`, and the index after it.
    fn date_at(&self, i: usize) -> Option<(usize, Date)> {
        if !self.tokens[i].is(Flags::CAPITAL.and(Flags::NUMBER).and(Flags::MIXED)) {
            return None;
        }
        let number = |i: usize| {
            self.tokens.get(i).filter(|t| t.is(Flags::NUMBER)).and_then(|_| day::digits(self.text(i)))
        };
        let skip = |i: usize| i + usize::from(matches!(self.text(i), "," | "."));
        if let Some(month) = day::month(self.text(i)) {
            let d = skip(i + 1);
            let y = skip(d + 1);
            return Some((y + 1, Date::new(year(number(y)?)?, month, number(d)?.try_into().ok()?)?));
        }
        let first = number(i)?;
        if let Some(month) = day::month(self.text(i + 1)) {
            let y = skip(i + 2);
            return Some((y + 1, Date::new(year(number(y)?)?, month, first.try_into().ok()?)?));
        }
        let dashed = self.text(i + 1) == "-" && self.text(i + 3) == "-";
        let (month, day) = (number(i + 2).filter(|_| dashed)?, number(i + 4)?);
        Some((i + 5, Date::new(year(first)?, month.try_into().ok()?, day.try_into().ok()?)?))
    }

    /// Whether the tokens before the date are a place and an agency: capitals and marks.
    fn is_place(&self, end: usize) -> bool {
        self.tokens[..end].iter().all(|t| t.is(Flags::CAPITAL.and(Flags::MARK)))
            && self.tokens[..end].iter().any(|t| t.is(Flags::CAPITAL))
    }

    /// Whether a dash or an agency in brackets follows the date.
    fn is_parted(&self, end: usize) -> bool {
        matches!(self.text(end), "—" | "–" | "-" | "(" | ":" | "/")
            || (self.text(end) == ")" && matches!(self.text(end + 1), "—" | "–" | "-" | ":"))
    }
}

fn year(number: u32) -> Option<i32> {
    (1800..2200).contains(&number).then_some(number as i32)
}
