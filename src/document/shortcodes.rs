//! Shortcodes of WordPress in the body of a post: `[gallery ids="1,2"]`, `[caption]…[/caption]`. The system puts something
//! in their place before anybody reads them; words in brackets that an editor wrote, `[sic]`, stay.

use super::holes::Hole;
use crate::text::Span;

/// How long a shortcode may be, in bytes.
const REACH: usize = 1000;

/// Shortcodes that WordPress itself knows and that need no attributes.
const KNOWN: &[&str] = &["audio", "caption", "embed", "gallery", "playlist", "video", "wp_caption"];

/// Those whose content is an address, and goes with them.
const WHOLE: &[&str] = &["audio", "embed", "video"];

/// The shortcodes in `span` of `text`, in order.
pub(super) fn find(text: &str, span: Span) -> Vec<Hole> {
    let (mut holes, mut at) = (Vec::new(), span.start as usize);
    let text = &text[..span.end as usize];
    while let Some(found) = memchr::memchr(b'[', &text.as_bytes()[at..]) {
        let start = at + found;
        match end(text, start) {
            Some(end) => {
                holes.push(Hole { span: Span::new(start, end), inline: false });
                at = end;
            }
            None => at = start + 1,
        }
    }
    holes
}

/// The end of the shortcode that begins at `start`, if one does.
fn end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start + 1..];
    let bytes = rest.as_bytes();
    let closing = bytes.first() == Some(&b'/');
    let name = &rest[usize::from(closing)..];
    let length =
        name.bytes().take_while(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-".contains(b));
    let name = &name[..length.count()];
    let close =
        memchr::memchr2(b']', b'[', &bytes[..bytes.len().min(REACH)]).filter(|&i| bytes[i] == b']')?;
    let attributes =
        rest[usize::from(closing) + name.len()..].get(..close - usize::from(closing) - name.len())?;
    let spaced = attributes.is_empty() || attributes.starts_with([' ', '\n', '/']);
    if name.len() < 2 || !name.starts_with(|c: char| c.is_ascii_lowercase()) || !spaced {
        return None;
    }
    let tail = &rest[close + 1..];
    let closer = || {
        let found = tail.find(&format!("[/{name}]"));
        found.filter(|at| *at < REACH)
    };
    if !closing
        && WHOLE.contains(&name)
        && let Some(at) = closer()
    {
        return Some(start + 1 + close + 1 + at + name.len() + 3);
    }
    let set = attributes.contains("=\"") || attributes.contains("='") || attributes.contains("=&quot;");
    (closing || set || KNOWN.contains(&name)).then_some(start + 1 + close + 1)
}
