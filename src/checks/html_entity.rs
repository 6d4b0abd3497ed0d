//! A character reference that was never decoded: `&amp;`, `&#8217;`.

use super::beside::is_glued;
use crate::document::{BlockKind, Document};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "html-entity",
        category: "residue",
        level: Level::Deny,
        mqm: "none",
        since: "0.1.0",
        preview: false,
        summary: "a character reference of HTML that readers will see",
        why: "The text went through a system that encoded it and another that did not decode it. In Markdown and HTML a \
              reference is decoded once; what is reported there was encoded twice. A reference that is spoken of belongs \
              in code.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "Lind {{&amp;}} Berg built the town{{&#8217;}}s first mill.",
        "Lind & Berg built the town’s first mill.",
    ),
    Example::fixed("The caf{{&#xE9;}} has{{&nbsp;}}two rooms.", "The café has two rooms."),
    Example::fixed("Say {{&quot;}}no{{&quot;}} and {{&lt;}}go{{&gt;}}.", "Say \"no\" and <go>."),
    Example::bad("Lind {{&amp;amp;}} Berg built a mill.").markdown(),
    Example::ok("Lind &amp; Berg built a caf&eacute;.").markdown(),
    Example::ok("AT&T; R&D; Q&A &c. and a & b; see https://port.example/?a=1&amp;b=2 or &unknown;."),
    Example::ok("---\ntitle: Lind &amp; Berg\n---\n\nThe mill is old.").markdown(),
    Example::ok("Write `&amp;` for it.").markdown(),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for &i in document.census().marks() {
        let i = i as usize;
        let start = document.tokens()[i].span.start as usize;
        if document.prose().as_bytes()[start] != b'&' || !is_glued(document, i + 1) {
            continue;
        }
        let rest = &document.prose()[start + 1..];
        let Some(end) = rest.bytes().take(10).position(|b| b == b';') else { continue };
        let Some(decoded) = decode(&rest[..end]) else { continue };
        let span = Span::new(start, start + end + 2);
        if !is_spoken_of(document, i) && !is_field(document, i) {
            let message = format!("a character reference that was not decoded: `{}`", document.slice(span));
            let new = if decoded == '\u{A0}' { ' ' } else { decoded };
            report.add(Draft::new(span, message).replace(new, Applicability::Safe));
        }
    }
}

/// `the entity &amp;`: then it is meant.
fn is_spoken_of(document: &Document<'_>, i: usize) -> bool {
    i > 0
        && document.tokens()[i - 1].is(Flags::WORD)
        && ["entity", "entities", "escape", "reference"].contains(&document.token_text(i - 1))
}

/// Titles in front matter are put into HTML as they are, where they are decoded.
fn is_field(document: &Document<'_>, i: usize) -> bool {
    document.blocks()[document.block_of_token(i)].kind == BlockKind::Field
}

/// The character that a reference stands for, by name or number.
fn decode(reference: &str) -> Option<char> {
    if let Some(number) = reference.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        // Browsers read these as Windows-1252, and so did who wrote them.
        let windows =
            [(0x91, '‘'), (0x92, '’'), (0x93, '“'), (0x94, '”'), (0x96, '–'), (0x97, '—'), (0x85, '…')];
        let known = windows.into_iter().find(|(c, _)| *c == code).map(|(_, c)| c);
        return known.or_else(|| char::from_u32(code).filter(|c| !c.is_control()));
    }
    NAMES.iter().find(|(name, _)| *name == reference).map(|(_, c)| *c)
}

/// The names that text is found with (HTML has two thousand).
#[rustfmt::skip]
const NAMES: &[(&str, char)] = &[
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("nbsp", '\u{A0}'),
    ("lsquo", '‘'), ("rsquo", '’'), ("ldquo", '“'), ("rdquo", '”'), ("sbquo", '‚'), ("bdquo", '„'),
    ("laquo", '«'), ("raquo", '»'), ("ndash", '–'), ("mdash", '—'), ("hellip", '…'), ("bull", '•'), ("middot", '·'),
    ("ensp", '\u{2002}'), ("emsp", '\u{2003}'), ("thinsp", '\u{2009}'), ("shy", '\u{AD}'),
    ("copy", '©'), ("reg", '®'), ("trade", '™'), ("deg", '°'), ("sect", '§'), ("para", '¶'), ("plusmn", '±'), ("times", '×'),
    ("divide", '÷'), ("frac12", '½'), ("frac14", '¼'), ("frac34", '¾'), ("sup2", '²'), ("sup3", '³'), ("micro", 'µ'),
    ("pound", '£'), ("euro", '€'), ("cent", '¢'), ("yen", '¥'), ("ordm", 'º'), ("ordf", 'ª'), ("iexcl", '¡'), ("iquest", '¿'),
    ("agrave", 'à'), ("aacute", 'á'), ("acirc", 'â'), ("atilde", 'ã'), ("auml", 'ä'), ("aring", 'å'), ("aelig", 'æ'), ("ccedil", 'ç'),
    ("egrave", 'è'), ("eacute", 'é'), ("ecirc", 'ê'), ("euml", 'ë'), ("igrave", 'ì'), ("iacute", 'í'), ("icirc", 'î'), ("iuml", 'ï'),
    ("ntilde", 'ñ'), ("ograve", 'ò'), ("oacute", 'ó'), ("ocirc", 'ô'), ("otilde", 'õ'), ("ouml", 'ö'), ("oslash", 'ø'),
    ("ugrave", 'ù'), ("uacute", 'ú'), ("ucirc", 'û'), ("uuml", 'ü'), ("yacute", 'ý'), ("szlig", 'ß'), ("scaron", 'š'), ("Scaron", 'Š'),
    ("Agrave", 'À'), ("Aacute", 'Á'), ("Acirc", 'Â'), ("Atilde", 'Ã'), ("Auml", 'Ä'), ("Aring", 'Å'), ("Ccedil", 'Ç'), ("Egrave", 'È'),
    ("Eacute", 'É'), ("Ecirc", 'Ê'), ("Iacute", 'Í'), ("Ntilde", 'Ñ'), ("Oacute", 'Ó'), ("Ouml", 'Ö'), ("Oslash", 'Ø'), ("Uuml", 'Ü'),
    ("larr", '←'), ("rarr", '→'), ("uarr", '↑'), ("darr", '↓'), ("le", '≤'), ("ge", '≥'), ("ne", '≠'), ("minus", '−'), ("asymp", '≈'),
    ("alpha", 'α'), ("beta", 'β'), ("gamma", 'γ'), ("delta", 'δ'), ("mu", 'μ'), ("pi", 'π'), ("Omega", 'Ω'), ("prime", '′'), ("Prime", '″'),
];
