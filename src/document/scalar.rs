//! Scalars of YAML, TOML and JSON with the place of each of their pieces.

use super::build::Builder;
use crate::text::Span;

/// A scalar as it is written: pieces of the source, some of which stand for something else.
pub(super) struct Scalar {
    pieces: Vec<(Span, Option<String>)>,
    /// Where it ends, its closing quotation mark included.
    pub(super) end: usize,
}

impl Scalar {
    fn new() -> Self {
        Self { pieces: Vec::new(), end: 0 }
    }

    fn verbatim(&mut self, start: usize, end: usize) {
        if start < end {
            self.pieces.push((Span::new(start, end), None));
        }
    }

    fn replaced(&mut self, start: usize, end: usize, with: String) {
        self.pieces.push((Span::new(start, end), Some(with)));
    }

    fn ends(mut self, end: usize) -> Self {
        self.end = end;
        self
    }

    /// What it says.
    pub(super) fn text(&self, source: &str) -> String {
        self.pieces.iter().map(|(span, new)| new.as_deref().unwrap_or_else(|| span.slice(source))).collect()
    }

    /// Pushes it into the open block.
    pub(super) fn push(&self, builder: &mut Builder<'_>) {
        for (span, new) in &self.pieces {
            match new {
                None => builder.verbatim(*span),
                Some(new) => builder.replaced(new, *span),
            }
        }
    }
}

/// The YAML scalar after a key, from `at` to at most the end of `text`. A list or a map is an empty scalar.
pub(super) fn yaml(text: &str, at: usize) -> Scalar {
    let start = at + (text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len());
    match text.as_bytes().get(start) {
        Some(b'"') => double_quoted(text, start),
        Some(b'\'') => single_quoted(text, start),
        Some(b'|' | b'>') => yaml_block(text, start),
        Some(b'[' | b'{' | b'&' | b'*' | b'!' | b'#') | None => Scalar::new().ends(start),
        _ => yaml_plain(text, start),
    }
}

/// A scalar without quotation marks: to the end of the line, and on over lines that are indented.
fn yaml_plain(text: &str, start: usize) -> Scalar {
    let mut scalar = Scalar::new();
    let (mut at, mut end) = (start, start);
    while at < text.len() {
        let line = &text[at..at + text[at..].find('\n').unwrap_or(text.len() - at)];
        let words = line.find(" #").map_or(line, |i| &line[..i]).trim_end();
        let more = at == start || line.starts_with([' ', '\t']);
        let nested = words.trim_start().starts_with("- ") || words.contains(": ") || words.ends_with(':');
        if !more || (at == start && words.is_empty()) || (at > start && (words.trim().is_empty() || nested)) {
            break;
        }
        end = at + words.len();
        at = (at + line.len() + 1).min(text.len());
    }
    scalar.verbatim(start, end);
    scalar.ends(end)
}

/// A block scalar, `|` or `>`: the lines below that are indented.
fn yaml_block(text: &str, start: usize) -> Scalar {
    let mut scalar = Scalar::new();
    let mut end = start + 1;
    let mut at = text[start..].find('\n').map_or(text.len(), |i| start + i + 1);
    while at < text.len() {
        let next = text[at..].find('\n').map_or(text.len(), |i| at + i + 1);
        let line = &text[at..next];
        if !line.trim().is_empty() {
            if !line.starts_with([' ', '\t']) {
                break;
            }
            end = at + line.trim_end().len();
        }
        at = next;
    }
    let first = text[start..end].find('\n').map_or(end, |i| start + i + 1);
    scalar.verbatim(first, end);
    scalar.ends(end)
}

/// `'…'`, where two marks stand for one.
fn single_quoted(text: &str, start: usize) -> Scalar {
    let mut scalar = Scalar::new();
    let mut from = start + 1;
    while let Some(i) = text[from..].find('\'') {
        let at = from + i;
        scalar.verbatim(from, at);
        if !text[at + 1..].starts_with('\'') {
            return scalar.ends(at + 1);
        }
        scalar.replaced(at, at + 2, "'".to_owned());
        from = at + 2;
    }
    scalar.ends(text.len())
}

/// `"…"` with the escapes that YAML, TOML and JSON share.
pub(super) fn double_quoted(text: &str, start: usize) -> Scalar {
    let mut scalar = Scalar::new();
    let mut from = start + 1;
    while let Some(i) = text[from..].find(['"', '\\']) {
        let at = from + i;
        scalar.verbatim(from, at);
        if text.as_bytes()[at] == b'"' {
            return scalar.ends(at + 1);
        }
        let (length, new) = escape(&text[at..]);
        scalar.replaced(at, at + length, new);
        from = at + length;
    }
    scalar.verbatim(from, text.len());
    scalar.ends(text.len())
}

/// The scalar after `=` in TOML.
pub(super) fn toml(text: &str, at: usize) -> Scalar {
    let start = at + (text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len());
    let rest = &text[start..];
    for (fence, literal) in [("\"\"\"", false), ("'''", true)] {
        if let Some(inner) = rest.strip_prefix(fence) {
            let end = inner.find(fence).unwrap_or(inner.len());
            let content = Span::new(start + 3, start + 3 + end);
            let closed = (start + 3 + end + 3).min(text.len());
            if literal || !inner[..end].contains('\\') {
                let mut scalar = Scalar::new();
                scalar.verbatim(content.start as usize, content.end as usize);
                return scalar.ends(closed);
            }
            // The escapes are those of a basic string; its own end is the fence.
            return double_quoted(&text[..content.end as usize], start + 2).ends(closed);
        }
    }
    match rest.bytes().next() {
        Some(b'"') => double_quoted(text, start),
        Some(b'\'') => {
            let end = rest[1..].find('\'').map_or(text.len(), |i| start + 1 + i);
            let mut scalar = Scalar::new();
            scalar.verbatim(start + 1, end);
            scalar.ends((end + 1).min(text.len()))
        }
        _ => {
            let line = &rest[..rest.find(['\n', '#']).unwrap_or(rest.len())];
            let mut scalar = Scalar::new();
            let end = start + line.trim_end().len();
            scalar.verbatim(start, end);
            scalar.ends(end)
        }
    }
}

/// The escape at the beginning of `text`: its length, and what it stands for.
fn escape(text: &str) -> (usize, String) {
    let Some(kind) = text[1..].chars().next() else { return (1, "\\".to_owned()) };
    let hex = |digits: usize| {
        let code = text.get(2..2 + digits).and_then(|d| u32::from_str_radix(d, 16).ok());
        code.map(|c| (2 + digits, c))
    };
    let coded = match kind {
        'x' => hex(2),
        'u' => hex(4).map(|(length, high)| pair(&text[length..], high).unwrap_or((length, high))),
        'U' => hex(8),
        _ => None,
    };
    if let Some((length, code)) = coded {
        return (length, char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER).to_string());
    }
    let plain = match kind {
        'n' | 'N' | 'r' | 'f' | 'v' | 'L' | 'P' => "\n",
        't' => "\t",
        '_' => "\u{A0}",
        '0' | 'a' | 'b' | 'e' => "",
        '\n' | '\r' => " ",
        other => return (1 + other.len_utf8(), other.to_string()),
    };
    (2, plain.to_owned())
}

/// A surrogate pair: the second half of it stands at the beginning of `rest`.
fn pair(rest: &str, high: u32) -> Option<(usize, u32)> {
    let low = u32::from_str_radix(rest.strip_prefix("\\u")?.get(..4)?, 16).ok()?;
    let both = (0xD800..0xDC00).contains(&high) && (0xDC00..0xE000).contains(&low);
    both.then(|| (12, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)))
}

/// Where the JSON object that begins at `start` ends, its brace included.
pub(super) fn end_of_object(text: &str, start: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (start, 0);
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            b'"' => {
                at += 1;
                while !matches!(bytes.get(at), None | Some(b'"')) {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}
