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
