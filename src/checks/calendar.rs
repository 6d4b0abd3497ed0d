//! Months, weekdays and days of the month as they are written.

use crate::document::Date;

const MONTHS: [&str; 12] = [
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
];

const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// The number of a month from 1, by its name or its short form (`Sept`).
pub(super) fn month(word: &str) -> Option<u8> {
    let long = MONTHS.iter().position(|name| *name == word);
    let found = long.or_else(|| match word {
        "May" => Some(4),
        "Sept" => Some(8),
        _ => MONTHS.iter().position(|name| word.len() == 3 && name.starts_with(word)),
    });
    found.map(|i| i as u8 + 1)
}

/// Whether a word, in any case, is the full name of a month.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// The name of a month, by its number from 1.
pub(super) fn month_name(month: u8) -> &'static str {
    MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default()
}

/// How many days a month has at most.
pub(super) fn longest(month: u8) -> u8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// The number of a weekday from 0 for Monday, by its name or its short form; `Sun` is more often a newspaper.
pub(super) fn weekday(word: &str) -> Option<usize> {
    let short = word.len() == 3 && word != "Sun";
    WEEKDAYS.iter().position(|name| *name == word || (short && name.starts_with(word)))
}

/// The name of the weekday of a day.
pub(super) fn weekday_of(date: Date) -> &'static str {
    // Sakamoto's method: the months are counted from March, so that the leap day is the last day of a year.
    const SHIFT: [i32; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = date.year - i32::from(date.month < 3);
    let shift = SHIFT[usize::from(date.month - 1)];
    let from_sunday =
        year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + shift + i32::from(date.day);
    WEEKDAYS[(from_sunday + 6).rem_euclid(7) as usize]
}

/// A day of the month: `25` or `25th`.
pub(super) fn day(text: &str) -> Option<u8> {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ending = &text[digits.len()..];
    let sound = (1..=2).contains(&digits.len()) && matches!(ending, "" | "st" | "nd" | "rd" | "th");
    digits.parse().ok().filter(|day| sound && (1..=31).contains(day))
}

#[cfg(test)]
mod tests {
    use super::{Date, weekday_of};

    #[test]
    fn weekdays_are_those_of_the_calendar() {
        for (year, month, day, name) in [
            (2019, 7, 25, "Thursday"),
            (2000, 2, 29, "Tuesday"),
            (1969, 7, 20, "Sunday"),
            (2026, 1, 1, "Thursday"),
        ] {
            assert_eq!(Date::new(year, month, day).map(weekday_of), Some(name));
        }
    }
}
