//! A space before a comma or stop, and doubled commas.

use super::beside::{after, before, char_after, cover, is_any, is_glued};
use crate::document::{BlockKind, Document};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "punctuation-spacing",
        category: "typography",
        level: Level::Warn,
        mqm: "fluency/punctuation",
        since: "0.1.0",
        preview: false,
        summary: "a space before a punctuation mark, or a doubled mark",
        why: "Commas, stops, question and exclamation marks touch the word before them, and one is enough. French puts a \
              space before some of them; careless editing leaves the rest.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("The port {{opened ,}} and the ships left.", "The port opened, and the ships left."),
    Example::fixed("The ships {{left .}} Nobody waved.", "The ships left. Nobody waved."),
    Example::fixed("Who {{waved ?}} Nobody.", "Who waved? Nobody."),
    Example::fixed("The port opened{{,,}} and the ships left.", "The port opened, and the ships left."),
    Example::fixed("The port opened{{, ,}} and the ships left.", "The port opened, and the ships left."),
    Example::fixed("The ships left{{,.}}", "The ships left."),
    Example::fixed("The ships left{{..}} Nobody waved.", "The ships left. Nobody waved."),
    Example::ok("Wait ... for it . . . and ….  It cost .50 or so; use .NET, :) or ;-) , at will."),
    Example::ok("He works at Acme Inc., in the U.S., etc., and so on..."),
    Example::ok("Run ls .. or cd ../.. to go up, and !important to win."),
    Example::ok("“What?!” she cried!! Then: “Really??”"),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for &i in document.census().marks() {
        let i = i as usize;
        let token = document.tokens()[i];
        let mark = document.prose().as_bytes()[token.span.start as usize];
        if !matches!(mark, b',' | b'.' | b';' | b'!' | b'?') {
            continue;
        }
        let found = if token.is(Flags::SPACE_BEFORE) { spaced(document, i) } else { doubled(document, i) };
        found.into_iter().for_each(|d| report.add(d));
    }
}

/// A word, white space, and a mark with white space behind it.
fn spaced(document: &Document<'_>, i: usize) -> Option<Draft> {
    let previous = before(document, i)?;
    let tokens = document.tokens();
    if document.token_text(previous) == "," && document.token_text(i) == "," {
        return draft(document, previous, i, ",");
    }
    let ends =
        char_after(document, i).is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | '’' | ')'));
    let face = previous > 0 && is_any(document, previous - 1, &["-", ":", ";", "="]);
    let closing = is_any(document, previous, &["\"", "”", ")"]) && is_glued(document, previous) && !face;
    let word = tokens[previous].is(Flags::WORD.and(Flags::NUMBER)) || closing;
    let spread = after(document, i).is_some_and(|n| is_any(document, n, &[".", "!", "?", ",", ";"]));
    let gap = Span::of(tokens[previous].span.end, tokens[i].span.start);
    if !ends || !word || spread || document.slice(gap).contains(['\n', '\u{FFFC}']) || is_loose(document, i) {
        return None;
    }
    let span = cover(document, previous, i);
    Some(Draft::new(span, format!("a space before the punctuation mark: `{}`", document.slice(span))).fix(
        "take the space out",
        Applicability::Safe,
        [(gap, String::new())],
    ))
}

/// Text that was taken apart for a machine has a space before every mark; a table has its own ways.
fn is_loose(document: &Document<'_>, i: usize) -> bool {
    document.blocks()[document.block_of_token(i)].kind == BlockKind::TableCell
}

/// `,,`, `,.`, `;;`, and exactly two stops.
fn doubled(document: &Document<'_>, i: usize) -> Option<Draft> {
    let previous = before(document, i)?;
    let kept = match (document.token_text(previous), document.token_text(i)) {
        ("," | ";" | ".", b) if matches!(b, "," | ";" | ".") => match (document.token_text(previous), b) {
            (",", ",") => ",",
            (";", ";") => ";",
            (",", ".") | (".", ".") => ".",
            _ => return None,
        },
        _ => return None,
    };
    let outer = before(document, previous);
    let glued_word = outer.is_some_and(|o| {
        is_glued(document, previous)
            && (document.tokens()[o].is(Flags::WORD.and(Flags::NUMBER))
                || is_any(document, o, &["\"", "”", ")"]))
    });
    // Three stops are an ellipsis, however they are spaced; `../` is a path.
    let more = char_after(document, i)
        .is_some_and(|c| !c.is_whitespace() && !matches!(c, '"' | '”' | '’' | ')'))
        || after(document, i).is_some_and(|n| is_any(document, n, &[".", ",", ";"]));
    let short =
        outer.is_some_and(|o| document.token_text(o).len() <= 1 || document.tokens()[o].is(Flags::DOTTED));
    if !glued_word || more || kept == "." && short {
        return None;
    }
    draft(document, previous, i, kept)
}

fn draft(document: &Document<'_>, first: usize, last: usize, kept: &str) -> Option<Draft> {
    let span = cover(document, first, last);
    Some(
        Draft::new(span, format!("a doubled punctuation mark: `{}`", document.slice(span)))
            .replace(kept, Applicability::Safe),
    )
}
