//! Calendar days.

use std::ops::Range;

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Date {
    /// Year of the Gregorian calendar.
    pub year: i32,
    /// Month, 1 to 12.
    pub month: u8,
    /// Day, 1 to 31.
    pub day: u8,
}

impl Date {
    /// A day, if there is such a one in the Gregorian calendar.
    pub const fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 => 28 + leap as u8,
            _ => return None,
        };
        if day >= 1 && day <= days { Some(Self { year, month, day }) } else { None }
    }

    /// Reads `YYYY-MM-DD`, the form of ISO 8601; what follows the day is ignored.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let text = text.trim();
        let part = |r: Range<usize>| text.get(r).and_then(|s| s.parse::<u16>().ok());
        if text.get(4..5)? != "-" || text.get(7..8)? != "-" {
            return None;
        }
        Self::new(part(0..4)?.into(), part(5..7)?.try_into().ok()?, part(8..10)?.try_into().ok()?)
    }
}

impl Date {
    /// Reads a day as people and programs write it: `2023-07-07T10:00:00Z`, `2023/07/07`, `July 7, 2023`,
    /// `Fri, 7 Jul 2023 10:00:00 GMT`.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(date) = Self::parse_iso(text) {
            return Some(date);
        }
        let parts: Vec<&str> =
            text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).take(5).collect();
        let number = |i: usize| parts.get(i).and_then(|p| digits(p));
        if let (Some(year @ 1000..), Some(month), Some(day)) = (number(0), number(1), number(2)) {
            return Self::new(year as i32, month.try_into().ok()?, day.try_into().ok()?);
        }
        let at = parts.iter().position(|p| month(p).is_some())?;
        let name = month(parts[at])?;
        // The day stands before the month's name or after it, the year after both.
        let (day, year) = match at.checked_sub(1).and_then(number) {
            Some(day) => (day, number(at + 1)?),
            None => (number(at + 1)?, number(at + 2)?),
        };
        Self::new(i32::try_from(year).ok().filter(|y| *y >= 1000)?, name, day.try_into().ok()?)
    }
}

/// The number of a month by its English name or the short form of it, in any case.
pub(super) fn month(word: &str) -> Option<u8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let initial = word.bytes().next()? | 0x20;
    if !(3..=9).contains(&word.len()) || !b"jfmasond".contains(&initial) {
        return None;
    }
    let found = NAMES.iter().position(|name| {
        name.eq_ignore_ascii_case(word)
            || name[..3].eq_ignore_ascii_case(word)
            || word.eq_ignore_ascii_case("sept") && *name == "september"
    })?;
    Some(found as u8 + 1)
}

/// A number of one to four digits, with `st`, `nd`, `rd`, `th` behind it or not.
pub(super) fn digits(word: &str) -> Option<u32> {
    let bare = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let tail = &word[bare.len()..];
    let ordinal = ["", "st", "nd", "rd", "th"].iter().any(|t| t.eq_ignore_ascii_case(tail));
    (ordinal && bare.len() <= 4 && bare.bytes().all(|b| b.is_ascii_digit())).then(|| bare.parse().ok())?
}
