//! Which characters look misread, and what they were.
//!
//! A sequence of characters that makes valid UTF-8 when taken back to bytes is not yet misread: `É”` is a letter and a
//! quotation mark, and also the bytes of `ɔ`. So each lead byte says what must stand beside it before it is believed.

use super::misread_bytes::{Encoding, mac_letter, sequence, windows_sign};
use super::scripts::foreign_letter;

/// Whether a stretch of characters beyond ASCII is worth a look: a cheap no for `é`, `”`, `—`.
pub(super) fn is_suspect(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    let (Some(first), rest) = (chars.next(), chars.next()) else { return false };
    match rest {
        None => matches!(first, 'Â' | 'Ã' | '\u{FFFD}' | '\u{80}'..='\u{9F}'),
        Some(_) => true,
    }
}

/// The text that a misread stretch was, `None` if it was not misread. `before` and `after` are the characters beside it.
pub(super) fn mend(before: Option<char>, cluster: &str, after: Option<char>) -> Option<String> {
    let mut text = cluster.to_owned();
    // What was misread several times is read back as often.
    for _ in 0..4 {
        let chars: Vec<char> = text.chars().collect();
        // The encoding that explains most of it leaves the shortest text.
        let decoded = Encoding::ALL.iter().filter_map(|e| decode(before, &chars, after, *e));
        match decoded.min_by_key(|text| text.chars().count()) {
            Some(better) => text = better,
            None => break,
        }
    }
    if text.chars().any(|c| windows_sign(c).is_some()) && !text.contains('â') {
        let inside = in_small_letters(before, after);
        text = text.chars().map(|c| sign(c, inside).unwrap_or(c)).collect();
    }
    (text != cluster).then_some(text)
}

/// What a control character was meant to be. Inside a word, a dagger or the sign for a thousandth is no sign of Windows but
/// a letter of old Macintoshes.
fn sign(c: char, inside: bool) -> Option<char> {
    let sign = windows_sign(c)?;
    if inside && "†‡ˆ‰Ž".contains(sign) { mac_letter(c) } else { Some(sign) }
}

/// Whether small letters stand on both sides.
pub(super) fn in_small_letters(before: Option<char>, after: Option<char>) -> bool {
    before.is_some_and(char::is_lowercase) && after.is_some_and(char::is_lowercase)
}

/// Reads the sequences of one encoding that are surely misread; `None` if there is none.
fn decode(before: Option<char>, chars: &[char], after: Option<char>, encoding: Encoding) -> Option<String> {
    let (run, odd) = count(chars, encoding);
    if run == 0 {
        return None;
    }
    let mut out = String::new();
    let (mut at, mut found) = (0, false);
    while at < chars.len() {
        let sequence = sequence(&chars[at..], encoding);
        let lead = encoding.byte(chars[at]).unwrap_or(0);
        if let Some((c, length)) = sequence {
            let place = Place {
                lead,
                tail: &chars[at + 1..at + length],
                before: if at == 0 { before } else { Some(chars[at - 1]) },
                outer: before,
                after: chars.get(at + length).copied().or(after),
                run,
                odd,
                whole: run * 2 >= chars.len(),
            };
            if place.is_misread(encoding, c) {
                out.push(c);
                at += length;
                found = true;
                continue;
            }
        }
        // The tail of one is lost among others: so is the character.
        let lost = lead >= 0xC2 && chars.get(at + 1) == Some(&'\u{FFFD}') && odd;
        out.push(if lost { '\u{FFFD}' } else { chars[at] });
        at += if lost { 2 } else { 1 };
    }
    found.then_some(out)
}

/// How many sequences a stretch has, and whether any of them has a sign that does not stand inside words.
fn count(chars: &[char], encoding: Encoding) -> (usize, bool) {
    let (mut at, mut count, mut odd) = (0, 0, false);
    while at < chars.len() {
        let length = sequence(&chars[at..], encoding).map_or(1, |(_, length)| length);
        if length > 1 {
            count += 1;
            odd |= chars[at + 1..at + length].iter().any(|c| !c.is_alphabetic());
        }
        at += length;
    }
    (count, odd)
}

/// One sequence and what stands beside it.
struct Place<'c> {
    lead: u8,
    tail: &'c [char],
    before: Option<char>,
    /// The character before the whole stretch.
    outer: Option<char>,
    after: Option<char>,
    /// Whether some sequence of the stretch has a sign that does not stand inside words.
    odd: bool,
    /// How many sequences its stretch has.
    run: usize,
    /// Whether the sequences make up most of the stretch.
    whole: bool,
}

impl Place<'_> {
    fn is_misread(&self, encoding: Encoding, decoded: char) -> bool {
        // A control character comes out only where more is to be read back.
        if decoded.is_control() && self.run < 3 || ('\u{E000}'..='\u{F8FF}').contains(&decoded) {
            return false;
        }
        match encoding {
            Encoding::Windows1252 => self.western(decoded),
            Encoding::Windows1250 => self.central(decoded),
            Encoding::Windows1251 => self.cyrillic(),
            Encoding::MacRoman => self.mac(decoded),
            Encoding::CodePage437 | Encoding::CodePage850 => self.dos(decoded),
        }
    }

    fn western(&self, decoded: char) -> bool {
        let closes = self.tail.iter().all(|c| closes_word(*c));
        let letters = self.tail.iter().all(|c| c.is_alphabetic());
        // `napíš…` is a word and a mark; a sign that is neither letter nor mark stands in no word.
        let sign = self.tail.iter().any(|c| !c.is_alphabetic() && !closes_word(*c));
        match self.lead {
            0xF0..=0xF4 => true,
            0xE2 | 0xEF => !letters && !closes,
            // `Â£`; a mark after a word in capitals may be its own.
            0xC2 => !(closes && self.follows_capital()),
            // `Ã©` and `Å‚`; but `IRMÃ”` is Portuguese and `20 Å³` is a volume.
            0xC3..=0xC5 if closes => self.is_misread_in_word(),
            0xC3 => true,
            0xC4 | 0xC5 => decoded.is_alphabetic() && !self.is_small_among_capitals(decoded),
            // `È™`; but `ZOÉ’s` is a name.
            // `6Ì¶`: a sign that strikes the letter before it through
            0xCC | 0xCD if sign => !self.tail.contains(&'©'),
            0xC6..=0xCD => !letters && (self.stands_between() || self.run >= 2),
            0xCE | 0xCF => {
                !letters && (!closes || self.stands_between()) || self.run >= 2 && self.whole && self.odd
            }
            0xE1 => sign,
            0xD0..=0xDF => self.run >= 2 && self.odd,
            _ => sign || self.run >= 2 && self.odd,
        }
    }

    /// A sequence that could be the end of a word and a mark: what stands beside it must rule that out.
    fn is_misread_in_word(&self) -> bool {
        match self.tail[0] {
            // `voilÃ ` and `Ã  la carte`
            '\u{A0}' => {
                self.follows_small() || self.lead == 0xC3 && !self.before.is_some_and(char::is_alphabetic)
            }
            // `Ä°stanbul`
            '°' => self.follows_small() || self.after.is_some_and(char::is_lowercase),
            // `Ã–sterreich`, `KÃ–LN`
            '–' | '—' if self.lead == 0xC3 => self.precedes_letter(),
            // `konkrÄ“tus`, `HÃ”TEL`
            _ => self.follows_small() || self.stands_between() || self.run >= 3,
        }
    }

    /// Whether letters stand on both sides, and the mark is none that joins words.
    fn stands_between(&self) -> bool {
        let joins = match self.tail[0] {
            '–' | '—' | '\u{A0}' | '…' => true,
            '’' | '‘' => self.lead >= 0xC6 || self.after == Some('s'),
            _ => false,
        };
        self.before.is_some_and(char::is_alphabetic) && self.precedes_letter() && !joins
    }

    /// Central European: the letters behind `Ă` and `Ĺ` are letters too, so the case must be wrong.
    fn central(&self, decoded: char) -> bool {
        let capitals = self.tail.iter().all(|c| c.is_uppercase());
        let small = self.after.is_some_and(char::is_lowercase);
        let closes = self.tail.iter().all(|c| closes_word(*c));
        match self.lead {
            0xE2 | 0xEF => !self.tail[0].is_alphabetic(),
            0xC3..=0xC5 if closes => self.stands_between(),
            0xC3..=0xC5 if capitals => (self.follows_small() || small) && decoded.is_alphabetic(),
            0xC3..=0xC5 => decoded.is_alphabetic() && (self.follows_small() || !self.tail[0].is_alphabetic()),
            // Hebrew and Arabic
            0xD0..=0xDF => self.run >= 3 && self.whole && self.odd,
            // `nháşĄt`
            0xE1 => self.follows_small() && self.tail[0].is_lowercase() && self.tail[1].is_uppercase(),
            _ => false,
        }
    }

    /// Cyrillic: real Russian has such pairs too (`Рёв`), so only a whole stretch of them counts.
    fn cyrillic(&self) -> bool {
        let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && foreign_letter(c).is_none());
        match self.lead {
            0xE2 => self.tail[0] == 'Ђ',
            0xEF => !self.tail[0].is_alphabetic(),
            0xC2 | 0xC3 => {
                let closes = self.tail.iter().all(|c| closes_word(*c));
                !closes && (latin(self.before) || latin(self.after)) || self.run >= 2 && self.tail[0] == '‚'
            }
            0xD0 | 0xD1 => self.run >= 2 && self.whole && self.run_is_plain(),
            _ => false,
        }
    }

    fn mac(&self, decoded: char) -> bool {
        match self.lead {
            // `‚Äô`
            0xE2 => self.tail[0] == 'Ä' || self.tail.iter().all(|c| c.is_alphabetic()),
            // `√©`, but not `√2`
            0xC3 => self.before.is_some_and(char::is_alphabetic) || self.precedes_letter(),
            // `¬†`, `¬£`
            0xC2 => {
                self.tail[0] == '†' || self.run >= 2 || matches!(self.tail[0], '£' | '©' | '®' | '∞' | '¢')
            }
            // `ievƒìl`, but not `x≈π`
            0xC4 | 0xC5 => decoded.is_lowercase() && self.follows_small(),
            0xD0..=0xDF => self.run >= 3 && self.whole && self.odd,
            _ => false,
        }
    }

    fn dos(&self, decoded: char) -> bool {
        let drawn = |c: &char| ('\u{2500}'..='\u{259F}').contains(c);
        match self.lead {
            0xE2 => self.tail[0] == 'Ç',
            // `├` is drawn at the edge of tables, with spaces beside it.
            0xC2 | 0xC3 => {
                self.before.is_some_and(char::is_alphabetic)
                    || self.precedes_letter() && !drawn(&self.tail[0])
            }
            0xC4 | 0xC5 => {
                let starts = self.before.is_none_or(char::is_whitespace) && self.precedes_letter();
                let inside = self.before.is_some_and(char::is_alphabetic);
                decoded.is_alphabetic() && (inside || starts) && !drawn(&self.tail[0])
            }
            // `Tiß║┐ng`
            0xE1 => self.before.is_some_and(char::is_alphabetic) && drawn(&self.tail[0]),
            0xD0 | 0xD1 => self.run >= 2 && self.whole && self.tail[0] != '═',
            _ => false,
        }
    }

    fn follows_small(&self) -> bool {
        self.before.is_some_and(char::is_lowercase)
    }

    fn follows_capital(&self) -> bool {
        self.before.is_some_and(char::is_uppercase)
    }

    fn precedes_letter(&self) -> bool {
        self.after.is_some_and(char::is_alphabetic)
    }

    /// `MÄ£Ä`: a pound sign that stands for an L.
    fn is_small_among_capitals(&self, decoded: char) -> bool {
        decoded.is_lowercase() && self.follows_capital() && !self.after.is_some_and(char::is_lowercase)
    }

    /// Whether no Russian word runs into the stretch.
    fn run_is_plain(&self) -> bool {
        self.outer.is_none_or(|c| !c.is_lowercase() || foreign_letter(c).is_none())
    }
}

/// Marks that may follow the last letter of a word.
fn closes_word(c: char) -> bool {
    "’‘”“»›…–—\u{A0}•†™®°²³¹´".contains(c)
}
