//! The encoding that a file declares in its first bytes.

use super::{Charset, Declaration};

/// So far into a page a declaration counts, by the standard of HTML.
const REACH: usize = 1024;

/// What the file says of itself, if it does.
pub(super) fn charset(bytes: &[u8], declaration: Declaration) -> Option<Charset> {
    let head = &bytes[..bytes.len().min(REACH)];
    match declaration {
        Declaration::Mark => None,
        Declaration::Xml => xml(head),
        Declaration::Html => xml(head).or_else(|| meta(head)),
    }
}

/// `<?xml version="1.0" encoding="ISO-8859-1"?>`.
fn xml(head: &[u8]) -> Option<Charset> {
    let rest = head.trim_ascii_start().strip_prefix(b"<?xml")?;
    let declaration = &rest[..find(rest, b"?>")?];
    let at = find(declaration, b"encoding")?;
    label(&declaration[at + b"encoding".len()..])
}

/// `<meta charset="…">` or `<meta http-equiv="Content-Type" content="text/html; charset=…">`, outside of comments.
fn meta(head: &[u8]) -> Option<Charset> {
    let mut rest = head;
    while let Some(at) = rest.iter().position(|&b| b == b'<') {
        rest = &rest[at..];
        if rest.starts_with(b"<!--") {
            rest = &rest[find(rest, b"-->")? + 3..];
            continue;
        }
        let end = rest.iter().position(|&b| b == b'>').unwrap_or(rest.len());
        let (tag, after) = rest.split_at(end.max(1));
        rest = after;
        if tag.len() < 6 || !tag[1..5].eq_ignore_ascii_case(b"meta") {
            continue;
        }
        if let Some(found) = find(tag, b"charset").and_then(|at| label(&tag[at + b"charset".len()..])) {
            return Some(found);
        }
    }
    None
}

/// The label after `=`, in quotation marks or not.
fn label(rest: &[u8]) -> Option<Charset> {
    let value = rest.trim_ascii_start().strip_prefix(b"=")?.trim_ascii_start();
    let value = value.strip_prefix(b"\"").or_else(|| value.strip_prefix(b"'")).unwrap_or(value);
    let end = value.iter().position(|b| b.is_ascii_whitespace() || b"\"';/>".contains(b));
    Charset::of_declared(&value[..end.unwrap_or(value.len())])
}

/// Where `needle`, which is in small letters, begins in `bytes`, in any case.
fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window.eq_ignore_ascii_case(needle))
}
