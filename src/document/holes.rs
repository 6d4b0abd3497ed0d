//! What stands in a Markdown file and is neither Markdown nor prose: shortcodes and templating, JSX, the markers of
//! admonitions, attribute lists, formulas.
//!
//! These are found before the file is parsed, as holes in the text; whatever a reader then makes of the characters in
//! a hole, no prose comes out of it. Every search looks only a little way ahead, so that hostile input costs no more
//! than its length.

use crate::text::{LineIndex, Span};

/// How far the end of a hole may be from its beginning, in bytes.
const REACH: usize = 1000;
/// The same for tags, which are far more common.
const TAG_REACH: usize = 400;

/// One hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Hole {
    pub(super) span: Span,
    /// Whether it is a word in the line, for which an object stands in the prose; else it is a line of its own.
    pub(super) inline: bool,
}

/// The holes of `text` from `start` on, in order and disjoint.
pub(super) fn find(text: &str, start: usize, lines: &LineIndex, mdx: bool) -> Vec<Hole> {
    let mut holes = Vec::new();
    let mut finder = Finder { text, closers: [start; 3] };
    let mut at = start;
    while let Some(found) = memchr::memchr3(b'{', b'<', b'$', &text.as_bytes()[at..]) {
        let here = at + found;
        match finder.inline(here) {
            Some(end) => {
                holes.push(Hole { span: Span::new(here, end), inline: true });
                at = end;
            }
            None => at = here + 1,
        }
    }
    let inline = holes.len();
    let first = lines.line_of(start as u32);
    let mut module = false;
    for line in first..lines.count() {
        let span = lines.line_span(line, text);
        if (span.start as usize) < start {
            continue;
        }
        let content = span.slice(text).trim_end();
        if module && mdx && !content.is_empty() {
            holes.push(Hole { span, inline: false });
            continue;
        }
        module = false;
        if let Some((from, to)) = marker(content) {
            module = from == 0 && content.starts_with(['i', 'e']);
            let start = span.start;
            holes.push(Hole { span: Span::of(start + from as u32, start + to as u32), inline: false });
        }
    }
    if inline > 0 && holes.len() > inline {
        // A line that is a hole swallows what was found in it.
        holes.sort_by_key(|h| (h.span.start, std::cmp::Reverse(h.span.end)));
        let mut end = 0;
        holes.retain(|h| {
            let free = h.span.start >= end;
            end = end.max(h.span.end);
            free
        });
    }
    holes
}

struct Finder<'t> {
    text: &'t str,
    /// Where the next `}}`, `%}` and `$$` were found last: nothing is searched twice.
    closers: [usize; 3],
}

impl Finder<'_> {
    /// The end of the hole that opens at `at`, if one does.
    fn inline(&mut self, at: usize) -> Option<usize> {
        let rest = &self.text.as_bytes()[at..];
        match (rest[0], rest.get(1)?) {
            (b'{', b'{') => self.closer(0, "}}", at + 2),
            (b'{', b'%') => self.closer(1, "%}", at + 2),
            (b'{', b':' | b'/') => self.brace(at),
            (b'$', b'$') => self.closer(2, "$$", at + 2),
            (b'$', _) => self.formula(at),
            (b'<', b'A'..=b'Z' | b'a'..=b'z' | b'/') => self.jsx(at),
            _ => None,
        }
    }

    /// The end of the next `closer` from `from` on, if it is near.
    fn closer(&mut self, which: usize, closer: &str, from: usize) -> Option<usize> {
        if self.closers[which] < from {
            let found = memchr::memmem::find(&self.text.as_bytes()[from..], closer.as_bytes());
            self.closers[which] = found.map_or(usize::MAX, |i| from + i);
        }
        let at = self.closers[which];
        let near = at != usize::MAX && at - from <= REACH;
        (near && !self.text[from..at].contains("\n\n")).then(|| at + closer.len())
    }

    /// `{: .class}` and `{/* note */}`, in one line.
    fn brace(&self, at: usize) -> Option<usize> {
        let near = near(self.text, at, TAG_REACH);
        let line = &near[..near.find('\n').unwrap_or(near.len())];
        let comment = line.starts_with("{/*");
        if line.starts_with("{/") && !comment {
            return None;
        }
        let closer = if comment { "*/}" } else { "}" };
        line.find(closer).map(|i| at + i + closer.len())
    }

    /// `$x^2$`: only where it is evidently a formula and not money.
    fn formula(&self, at: usize) -> Option<usize> {
        let near = near(self.text, at + 1, TAG_REACH);
        let end = near.find(['$', '\n']).filter(|&i| near.as_bytes()[i] == b'$')?;
        let inner = &near[..end];
        let tight = !inner.is_empty() && inner.trim().len() == inner.len();
        let after = near.as_bytes().get(end + 1);
        let evident = inner.contains(['\\', '^', '=']) || inner.contains('_') && !inner.contains(' ');
        (tight && evident && !after.is_some_and(u8::is_ascii_digit)).then_some(at + 1 + end + 1)
    }

    /// A tag that HTML does not know: a component, or one with `={…}`.
    fn jsx(&self, at: usize) -> Option<usize> {
        let near = near(self.text, at, TAG_REACH);
        let bytes = near.as_bytes();
        let name =
            bytes[1..].iter().position(|b| !b.is_ascii_alphanumeric() && !matches!(b, b'.' | b'/' | b'-'))?;
        let component = bytes[1..=name].iter().find(|&&b| b != b'/').is_some_and(u8::is_ascii_uppercase)
            && bytes[1..=name].iter().any(u8::is_ascii_lowercase);
        let (mut depth, mut quote, mut braces) = (0, None, false);
        for (i, &b) in bytes.iter().enumerate().skip(1 + name) {
            match (b, quote) {
                (b'\n', _) if bytes.get(i + 1) == Some(&b'\n') => return None,
                (b, Some(q)) => quote = Some(q).filter(|&q| q != b),
                (b'"' | b'\'', None) => quote = Some(b),
                (b'{', None) => {
                    braces |= bytes[i - 1] == b'=';
                    depth += 1;
                }
                (b'}', None) => depth -= 1,
                (b'<', None) if depth <= 0 => return None,
                (b'>', None) if depth <= 0 => return (component || braces).then_some(at + i + 1),
                _ => {}
            }
        }
        None
    }
}

/// At most `reach` bytes of `text` from `at` on.
fn near(text: &str, at: usize, reach: usize) -> &str {
    let mut end = (at + reach).min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[at..end]
}

/// Which bytes of a line are a marker: an admonition (`!!! note`, `:::tip`, `[!NOTE]`), a statement of a module.
fn marker(line: &str) -> Option<(usize, usize)> {
    let (start, rest) = inside_quotes(line);
    let marks = |mark: &str| rest.starts_with(mark);
    let whole = match rest.as_bytes().first()? {
        b':' => marks(":::"),
        b'!' => marks("!!! "),
        b'?' => marks("??? ") || marks("???+ "),
        b'i' => marks("import ") && start == 0 && is_import(rest),
        b'e' => marks("export ") && start == 0 && is_export(rest),
        b'[' if marks("[!") => {
            let name = rest[2..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
            let after = rest[2 + name..].strip_prefix(']').filter(|_| name > 0)?;
            let sign = usize::from(after.starts_with(['-', '+']));
            return Some((start, start + 2 + name + 1 + sign));
        }
        _ => false,
    };
    whole.then_some((start, line.len()))
}

/// What stands behind the indentation and the `>` of a line, and where.
fn inside_quotes(line: &str) -> (usize, &str) {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    (line.len() - rest.len(), rest)
}

fn is_import(line: &str) -> bool {
    let line = line.trim_end_matches(';');
    line.ends_with(['\'', '"'])
        && (line.contains(" from ") || line.starts_with("import '") || line.starts_with("import \""))
        || line.ends_with('{')
}

fn is_export(line: &str) -> bool {
    let mut words = line.split_whitespace().skip(1);
    let keyword =
        words.next().is_some_and(|w| matches!(w, "const" | "let" | "var" | "default" | "function" | "async"));
    keyword && line.contains(['=', '(', '{'])
        || line.starts_with("export {")
        || line.starts_with("export * from")
}
