//! How alike two spellings of a name are: letters that scripts and languages write now this way and now that
//! count for little, other differences for much.

use unicode_normalization::UnicodeNormalization;

/// A name in lower-case letters of ASCII: accents dropped, ligatures and crossed letters taken apart. Letters of other
/// scripts stay as they are.
pub(super) fn plain(name: &str) -> String {
    if name.is_ascii() {
        return name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    }
    let mut out = String::with_capacity(name.len());
    for c in name.nfd().flat_map(char::to_lowercase) {
        match c {
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ı' => out.push('i'),
            'ħ' => out.push('h'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'þ' => out.push_str("th"),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// What spellings of one name share: its consonants, with those that transliterations mix up made the same, four
/// bits each. Candidates for a pair are looked for by it; [`distance`] judges them.
pub(super) fn skeleton(plain: &str) -> u64 {
    let (mut out, mut last) = (0, 0);
    for (i, b) in plain.bytes().enumerate() {
        let class = match b {
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' if i > 0 => continue,
            b'a' | b'e' | b'i' | b'o' | b'u' | b'y' | b'j' => 1,
            b'h' => continue,
            b'c' | b'k' | b'q' | b'g' => 2,
            b's' | b'z' | b'x' => 3,
            b'v' | b'w' | b'f' => 4,
            b'l' | b'r' => 5,
            b'd' | b't' => 6,
            b'b' | b'p' => 7,
            b'm' | b'n' => 8,
            b'0'..=b'9' => 9,
            other => 10 + u64::from(other) % 6,
        };
        if class != last && out < 1 << 56 {
            out = out << 4 | class;
            last = class;
        }
    }
    out
}

/// The skeleton of a name whose hissing sounds are all written `s`: `Loznica` and `Loznitsa`, `Odajima` and `Odashima` share
/// it.
pub(super) fn hissing(plain: &str) -> u64 {
    let mut out = String::with_capacity(plain.len());
    let mut rest = plain;
    while let Some(first) = rest.chars().next() {
        let sound = HISSING.iter().find(|sound| rest.starts_with(**sound));
        match sound {
            Some(_) => out.push('s'),
            None => out.push(first),
        }
        rest = &rest[sound.map_or(first.len_utf8(), |sound| sound.len())..];
    }
    skeleton(&out)
}

/// Letters for hissing sounds, the longer ones first.
const HISSING: &[&str] =
    &["shch", "tsch", "sch", "tch", "tz", "ts", "cz", "ch", "zh", "sh", "dj", "c", "j", "z"];

/// A skeleton with each of its letters left out in turn; none of a short one, which would be like
/// everything.
pub(super) fn shortened(skeleton: u64) -> impl Iterator<Item = u64> {
    let letters = (64 - skeleton.leading_zeros()).div_ceil(4);
    let last = if letters < 3 { 0 } else { letters };
    (0..last).map(move |at| {
        let low = skeleton & ((1 << (4 * at)) - 1);
        (skeleton >> (4 * (at + 1)) << (4 * at)) | low
    })
}

/// How far two names are from each other, in hundredths of a letter.
pub(super) type Distance = u16;

/// Spellings of one sound, in the order of their first letters, and what the exchange costs.
#[rustfmt::skip]
const SAME: &[(&str, &str, Distance)] = &[
    ("ae", "a", 30), ("ai", "ei", 40), ("ay", "ai", 20),
    ("b", "p", 90),
    ("c", "k", 20), ("ch", "c", 40), ("ch", "kh", 40), ("ck", "k", 20),
    ("d", "t", 80), ("dh", "z", 40), ("dj", "j", 25),
    ("enka", "enko", 20),
    ("ey", "ei", 20),
    ("ff", "v", 40),
    ("g", "h", 70), ("gh", "g", 25), ("gh", "h", 40),
    ("i", "yi", 20), ("ia", "ya", 15), ("ia", "iya", 20), ("ie", "ye", 15), ("ii", "y", 20), ("ij", "y", 25), ("iu", "yu", 15),
    ("ides", "idis", 20), ("iy", "y", 20),
    ("j", "i", 30), ("j", "y", 25),
    ("kh", "h", 20), ("kw", "qu", 30),
    ("m", "n", 80),
    ("oe", "o", 30), ("oo", "u", 25), ("ou", "u", 25), ("ov", "off", 30),
    ("ph", "f", 20),
    ("q", "k", 20),
    ("r", "l", 70),
    ("s", "z", 45), ("sch", "sh", 20), ("sh", "s", 45), ("shch", "sch", 20),
    ("tch", "ch", 20), ("th", "t", 30), ("ts", "c", 25), ("ts", "s", 60), ("ts", "tz", 20), ("ts", "z", 35),
    ("tsch", "ch", 20), ("tz", "z", 30),
    ("ue", "u", 30),
    ("w", "u", 40), ("w", "v", 20),
    ("x", "ks", 20),
    ("y", "i", 20), ("ye", "e", 25), ("yo", "e", 50), ("yy", "y", 10),
    ("zh", "j", 30), ("zh", "z", 35),
];

/// Where the rows of [`SAME`] for each first letter begin.
const STARTS: [u8; 27] = {
    let mut starts = [SAME.len() as u8; 27];
    let mut row = SAME.len();
    while row > 0 {
        row -= 1;
        starts[(SAME[row].0.as_bytes()[0] - b'a') as usize] = row as u8;
    }
    let mut letter = 26;
    while letter > 0 {
        letter -= 1;
        if starts[letter] > starts[letter + 1] {
            starts[letter] = starts[letter + 1];
        }
    }
    starts
};

fn same(first: u8) -> &'static [(&'static str, &'static str, Distance)] {
    match first.checked_sub(b'a').map(usize::from).filter(|&letter| letter < 26) {
        Some(letter) => &SAME[STARTS[letter] as usize..STARTS[letter + 1] as usize],
        None => &[],
    }
}

/// The longest plain name that is compared, in bytes.
const LONGEST: usize = 24;

/// How far two plain names are from each other: 0 the same, below 100 a difference of transliteration, 100 one letter
/// left out, two letters exchanged or one vowel for another, 150 one consonant for another. Names whose lengths
/// differ by more than three letters, and very long ones, are as far as can be.
pub(super) fn distance(a: &str, b: &str) -> Distance {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 3 || a.len().max(b.len()) > LONGEST {
        return Distance::MAX;
    }
    let mut cost = [[Distance::MAX; LONGEST + 1]; LONGEST + 1];
    cost[0][0] = 0;
    for i in 0..=a.len() {
        for j in i.saturating_sub(4)..=(i + 4).min(b.len()) {
            if cost[i][j] < 1000 {
                extend(&mut cost, (a, i), (b, j));
            }
        }
    }
    cost[a.len()][b.len()]
}

/// Takes every step that leads on from one place of the table.
fn extend(cost: &mut [[Distance; LONGEST + 1]; LONGEST + 1], (a, i): (&[u8], usize), (b, j): (&[u8], usize)) {
    let here = cost[i][j];
    let mut step = |di: usize, dj: usize, price: Distance| {
        let place = &mut cost[i + di][j + dj];
        *place = (*place).min(here + price);
    };
    let (x, y) = (&a[i..], &b[j..]);
    if let Some(&p) = x.first() {
        step(1, 0, omission(a, i));
        for (left, right, price) in same(p) {
            if begins(x, left) && begins(y, right) {
                step(left.len(), right.len(), *price);
            }
        }
    }
    if let Some(&q) = y.first() {
        step(0, 1, omission(b, j));
        for (left, right, price) in same(q) {
            if begins(y, left) && begins(x, right) {
                step(right.len(), left.len(), *price);
            }
        }
    }
    if let (Some(&p), Some(&q)) = (x.first(), y.first()) {
        step(1, 1, if p == q { 0 } else { substitution(p, q) });
        if p != q && x.get(1) == Some(&q) && y.get(1) == Some(&p) {
            step(2, 2, 100);
        }
    }
}

/// As `starts_with`, for letters so few that a call to compare them would cost more than it does.
fn begins(name: &[u8], letters: &str) -> bool {
    letters.bytes().enumerate().all(|(i, b)| name.get(i) == Some(&b))
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y')
}

fn substitution(a: u8, b: u8) -> Distance {
    if is_vowel(a) && is_vowel(b) { 100 } else { 150 }
}

/// Leaving out one of two same letters is a small thing, and so is an `h`.
fn omission(name: &[u8], at: usize) -> Distance {
    let letter = name[at];
    let doubled = at > 0 && name[at - 1] == letter || name.get(at + 1) == Some(&letter);
    match letter {
        _ if doubled => 30,
        b'h' => 40,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::{SAME, distance, plain, shortened, skeleton};

    #[test]
    fn the_table_of_sounds_is_in_order() {
        assert!(SAME.windows(2).all(|w| w[0].0.as_bytes()[0] <= w[1].0.as_bytes()[0]));
    }

    #[test]
    fn transliterations_are_near_and_others_far() {
        for (a, b) in [
            ("Zelenskiy", "Zelensky"),
            ("Zaytsev", "Zaycev"),
            ("Räikkönen", "Raikkonen"),
            ("Homutovo", "Khomutovo"),
            ("Alexeeva", "Alekseyeva"),
        ] {
            let (a, b) = (plain(a), plain(b));
            assert!(distance(&a, &b) < 50 && distance(&b, &a) < 50, "{a} {b}");
        }
        assert_eq!(distance("arcelor", "arcleor"), 100);
        assert_eq!(distance("davenport", "daveport"), 100);
        assert!(distance("clayton", "clapton") > 100);
    }

    #[test]
    fn a_letter_left_out_is_found_again() {
        let (long, short) = (skeleton("davenport"), skeleton("daveport"));
        assert!(shortened(long).any(|s| s == short));
        assert_eq!(shortened(skeleton("kim")).count(), 0);
    }
}
