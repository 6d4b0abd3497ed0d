//! A text that stands in a file in other bytes: the value of a JSON string, the content of an XML element.

use crate::text::FileMap;

/// A text and where each byte of it stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passage {
    /// The text.
    pub text: String,
    /// The way to its file.
    pub map: FileMap,
}

impl Passage {
    /// Appends bytes that are the same in the file, from `at` on.
    pub(super) fn same(&mut self, text: &str, at: usize) {
        self.text.push_str(text);
        self.map.push_same(text.len() as u32, at as u64);
    }

    /// Appends text that stands for the bytes `from` to `to` of the file as a whole.
    pub(super) fn unit(&mut self, text: &str, from: usize, to: usize) {
        self.text.push_str(text);
        self.map.push(text.len() as u32, (to - from) as u32, 1, from as u64);
    }

    /// The value of a JSON string that stands, with its quotation marks, at byte `at` of the file. The error is the
    /// byte, counted from the first mark, of an escape that is half a character.
    pub fn of_json(raw: &str, at: usize) -> Result<Self, usize> {
        let inner = raw.strip_prefix('"').and_then(|r| r.strip_suffix('"')).unwrap_or(raw);
        let base = at + usize::from(inner.len() < raw.len());
        let mut passage = Self { text: String::with_capacity(inner.len()), ..Self::default() };
        let mut from = 0;
        while let Some(found) = memchr::memchr(b'\\', &inner.as_bytes()[from..]) {
            let escape = from + found;
            passage.same(&inner[from..escape], base + from);
            let (c, length) = unescape(&inner[escape..]).ok_or(base + escape - at)?;
            passage.unit(c.encode_utf8(&mut [0; 4]), base + escape, base + escape + length);
            from = escape + length;
        }
        passage.same(&inner[from..], base + from);
        Ok(passage)
    }
}

/// The character of the escape at the beginning of `text`, and how many bytes it takes.
fn unescape(text: &str) -> Option<(char, usize)> {
    let simple = match text.as_bytes().get(1)? {
        b'u' => return unicode(text),
        b'n' => '\n',
        b't' => '\t',
        b'r' => '\r',
        b'b' => '\u{8}',
        b'f' => '\u{C}',
        _ => text[1..].chars().next()?,
    };
    Some((simple, 1 + simple.len_utf8()))
}

/// `\u2019`, or two of them for a character beyond the first plane.
fn unicode(text: &str) -> Option<(char, usize)> {
    let hex = |text: &str| text.strip_prefix("\\u")?.get(..4).and_then(|h| u16::from_str_radix(h, 16).ok());
    let first = hex(text)?;
    if let Some(c) = char::from_u32(first.into()) {
        return Some((c, 6));
    }
    let second = hex(text.get(6..)?)?;
    let mut pair = char::decode_utf16([first, second]);
    pair.next()?.ok().map(|c| (c, 12))
}
