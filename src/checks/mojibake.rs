//! Text that was decoded with the wrong encoding: `â€™` for `’`, `Ã©` for `é`.

use super::misread_bytes::windows_sign;
use super::misread_text::{in_small_letters, is_suspect, mend};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Span;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "mojibake",
        category: "residue",
        level: Level::Deny,
        mqm: "none",
        since: "0.1.0",
        preview: false,
        summary: "characters that were decoded with the wrong encoding",
        why: "The bytes of UTF-8 were read as Windows-1252 or another old encoding, sometimes twice; or those of \
              Windows-1252 as ISO 8859-1. The fix reads them right. A replacement character (U+FFFD) cannot be mended: \
              look the word up in the original.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("The mayor{{â€™}}s caf{{Ã©}} is {{â€œ}}open{{â€\u{9D}}}.", "The mayor’s café is “open”."),
    Example::fixed("It cost {{Â£}}5 in Z{{Ã¼}}rich{{â€¦}}", "It cost £5 in Zürich…"),
    Example::fixed("The caf{{ÃƒÂ©}} doesn{{Ã¢â‚¬â„¢}}t open.", "The café doesn’t open."),
    Example::fixed("The mayor{{вЂ™}}s {{вЂњ}}office", "The mayor’s “office"),
    Example::fixed(
        "A caf{{√©}} in Z{{├╝}}rich, the mayor{{‚Äô}}s, the town{{ΓÇÖ}}s.",
        "A café in Zürich, the mayor’s, the town’s.",
    ),
    Example::fixed("The {{\u{93}}}plan{{\u{94}}} isn{{\u{92}}}t new.", "The “plan” isn’t new."),
    Example::fixed("The plan{{Â }} is new.", "The plan  is new."),
    Example::fixed("It is chicken {{Ã}} la carte.", "It is chicken à la carte."),
    Example::bad("The mayor{{\u{FFFD}}}s office is closed."),
    Example::fixed("He quoted {{â€œ}}the plan{{â€?}} twice.", "He quoted “the plan” twice."),
    Example::fixed("It costs {{í\u{A0}½í¸€}} more.", "It costs 😀 more."),
    Example::fixed("In Riga they say Latvij{{ƒÅ}} now.", "In Riga they say Latvijā now."),
    Example::bad("It was {{Ã©}} and AmÃ?{{Â¢}}s."),
    Example::bad("The tur{{\u{92}}}stico and the Coatl{{\u{87}}}n."),
    Example::ok("├┤a┼┐a┼┐a, x≈π and f(x) = ƒ(Å); ├──é, 20 ÿ."),
    Example::ok("He said “voilà”… at the café « Élan », IRMÃ’, São Paulo, “MAÇÔ, 20 Å³ and 5 °C."),
    Example::ok("The word Рівне is a town; Ångström, ÖÄ, Œuvre, Þór, Ø 5 and 3 × 4 = √9 ≈ 3."),
    Example::ok(
        "NESCAFÉ® and ZOÉ’s, SELKÄ\u{A0}MAA, the letters A Ă Â B, the word “napíš…”; ¿Qué? ¡Ándale! «Où?» naïve coöperation, Ðịnh, Đà Nẵng, Łódź.",
    ),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let census = document.census();
    // Only English with its quotation marks and dashes: nothing was misread.
    let gate = [
        ('\u{80}', '\u{13F}'),
        ('\u{390}', '\u{390}'),
        ('\u{400}', '\u{45F}'),
        ('\u{2500}', '\u{253F}'),
        ('\u{FFFD}', '\u{FFFD}'),
    ];
    if !gate.iter().any(|&(first, last)| census.may_have(first..=last)) {
        return;
    }
    for block in document.blocks() {
        let text = block.prose.slice(document.prose());
        for cluster in clusters(text) {
            let span =
                Span::of(block.prose.start + cluster.start as u32, block.prose.start + cluster.end as u32);
            misread(document, text, &cluster, span).into_iter().for_each(|d| report.add(d));
        }
    }
}

/// Stretches of characters beyond ASCII that may have been misread.
fn clusters(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + bytes.get(at..)?.iter().position(|b| *b >= 0x80)?;
            let end = bytes[start..].iter().position(|b| *b < 0x80).map_or(bytes.len(), |n| start + n);
            at = end;
            if is_suspect(&text[start..end]) {
                return Some(start..end);
            }
        }
    })
}

fn misread(
    document: &Document<'_>,
    text: &str,
    cluster: &std::ops::Range<usize>,
    span: Span,
) -> Option<Draft> {
    let broken = &text[cluster.clone()];
    let before = text[..cluster.start].chars().next_back();
    let rest = &text[cluster.end..];
    if LOST.iter().any(|lost| text[..cluster.start].ends_with(lost)) {
        // What is left of it still makes signs, but not those that it was.
        return Some(Draft::new(span, "broken encoding, and some of it is lost"));
    }
    if let Some(mended) = mend(before, broken, rest.chars().next()) {
        // Only the part that changes is wrong.
        let same = |a: &str, b: &str| {
            a.chars().zip(b.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>()
        };
        let head = same(broken, &mended);
        let reversed: Vec<String> =
            [&broken[head..], &mended[head..]].map(|t| t.chars().rev().collect()).into();
        let mut tail = same(&reversed[0], &reversed[1]);
        if head + tail >= mended.len() {
            // `Â£`: show the sign whose half was too much.
            tail = 0;
        }
        let (wrong, right) = (&broken[head..broken.len() - tail], &mended[head..mended.len() - tail]);
        let span = Span::of(span.start + head as u32, span.end - tail as u32);
        let applicability =
            if is_doubtful(before, broken, rest) { Applicability::Unsafe } else { Applicability::Safe };
        return Some(draft(span, wrong, right, applicability));
    }
    lost(document, &text[..cluster.start], broken, rest, span)
}

/// Bytes that an encoding could not show, and for which a question mark was written.
const LOST: &[&str] = &["Ã?", "â?", "Â?"];

/// Whether what was misread can be read back in more than one way.
fn is_doubtful(before: Option<char>, broken: &str, rest: &str) -> bool {
    if broken.contains("ĂĄ") {
        return true;
    }
    let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let short_form = matches!(word, "d" | "ll" | "m" | "re" | "s" | "t" | "ve");
    let apostrophe = broken.chars().all(|c| windows_sign(c).is_some());
    apostrophe && in_small_letters(before, rest.chars().next()) && !short_form
}

/// Sequences of which a part is lost, and what cannot be mended.
fn lost(document: &Document<'_>, head: &str, broken: &str, rest: &str, span: Span) -> Option<Draft> {
    let (before, next) = (head.chars().next_back(), rest.chars().next());
    if broken.ends_with("â€") && before.is_some() {
        // The byte of `”` has no sign in Windows-1252, so it is the one that gets lost.
        let length = broken.len() - "â€".len();
        let extra = u32::from(next == Some('?'));
        let span = Span::of(span.start + length as u32, span.end + extra);
        return Some(draft(span, document.slice(span), "”", Applicability::Unsafe));
    }
    if let Some(head) = broken.strip_suffix("â€\u{FFFD}") {
        let span = Span::of(span.start + head.len() as u32, span.end);
        return Some(draft(span, document.slice(span), "”", Applicability::Unsafe));
    }
    if broken == "Â"
        && next == Some(' ')
        && before.is_some_and(|c| c.is_lowercase() || c.is_ascii_punctuation())
    {
        // A space that does not break was read as two characters, of which the second became a plain space.
        let span = Span::of(span.start, span.end + 1);
        return Some(draft(span, document.slice(span), " ", Applicability::Safe));
    }
    let grave = before.is_none_or(|c| c.is_lowercase() || c == ' ' || c == '\'');
    if broken == "Ã" && next == Some(' ') && grave && rest.trim_start().starts_with(char::is_lowercase) {
        // The same space after `Ã`, which is `à`; another space may follow it.
        let span = Span::of(span.start, span.end + u32::from(rest.starts_with("  ")));
        return Some(draft(span, document.slice(span), "à", Applicability::Unsafe));
    }
    let initial = before.is_some_and(char::is_uppercase)
        && !head.chars().rev().nth(1).is_some_and(char::is_alphanumeric);
    if broken == "Ã" && initial && rest.starts_with(' ') && rest[1..].starts_with(char::is_lowercase) {
        // `GÃ idhlig`: here the space is no space.
        return Some(draft(
            Span::of(span.start, span.end + 1),
            document.slice(Span::of(span.start, span.end + 1)),
            "à",
            Applicability::Unsafe,
        ));
    }
    let at = broken.find('\u{FFFD}')?;
    let end = broken[at..].find(|c| c != '\u{FFFD}').map_or(broken.len(), |n| at + n);
    let span = Span::of(span.start + at as u32, span.start + end as u32);
    Some(Draft::new(span, "a character was lost in decoding (U+FFFD)"))
}

fn draft(span: Span, wrong: &str, right: &str, applicability: Applicability) -> Draft {
    // A control character has no shape to show.
    let shown: String = wrong.chars().map(|c| if c.is_control() { '·' } else { c }).collect();
    let message = match wrong.chars().next().and_then(windows_sign) {
        Some(_) if wrong.chars().count() == 1 => format!("a control character in the place of `{right}`"),
        _ => format!("broken encoding: `{shown}` is `{right}`"),
    };
    Draft::new(span, message).replace(right, applicability)
}
