//! Text of HTML: entities decoded, white space collapsed, and every byte of the prose mapped to where it came from.

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span as GumSpan, Tokenizer};

use super::build::Builder;
use crate::text::Span;

/// Longest entity that is looked for, in bytes; the longest name there is has 33.
const LONGEST: usize = 40;

/// Pushes the text of `span` into the open block.
pub(super) fn push(builder: &mut Builder<'_>, span: Span) {
    let text = builder.source().text();
    let bytes = &text.as_bytes()[..span.end as usize];
    let mut from = span.start as usize;
    let mut at = from;
    while at < bytes.len() {
        match bytes[at] {
            b'&' => {
                builder.text(Span::new(from, at));
                match entity(&text[at..bytes.len()]) {
                    Some((length, prose)) => {
                        builder.stand_in(&prose, Span::new(at, at + length));
                        at += length;
                        from = at;
                    }
                    None => {
                        from = at;
                        at += 1;
                    }
                }
            }
            b' ' | b'\t' | b'\n' | b'\r' | 0x0C => {
                // Of a run of white space the first character stays.
                let run = bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
                let kept = usize::from(at > from || !builder.ends_in_space());
                if run > kept {
                    builder.text(Span::new(from, at + kept));
                    from = at + run;
                }
                at += run;
            }
            _ => at += 1,
        }
    }
    builder.text(Span::new(from, bytes.len()));
}

/// What the text of `span` says.
pub(super) fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let (length, prose) = entity(rest).unwrap_or_else(|| (1, "&".to_owned()));
        out.push_str(&prose);
        rest = &rest[length..];
    }
    out.push_str(rest);
    out
}

/// The entity at the beginning of `text`: its length, and what it stands for.
fn entity(text: &str) -> Option<(usize, String)> {
    let name =
        text[1..].bytes().take(LONGEST).take_while(|b| b.is_ascii_alphanumeric() || *b == b'#').count();
    let end = 1 + name + usize::from(text.as_bytes().get(1 + name) == Some(&b';'));
    let slice = &text[..end];
    let common = match slice {
        "&" | "&;" => return None,
        "&amp;" => "&",
        "&nbsp;" => "\u{A0}",
        "&quot;" => "\"",
        "&lt;" => "<",
        "&gt;" => ">",
        "&#39;" | "&apos;" => "'",
        "&rsquo;" | "&#8217;" => "’",
        "&lsquo;" | "&#8216;" => "‘",
        "&ldquo;" | "&#8220;" => "“",
        "&rdquo;" | "&#8221;" => "”",
        "&ndash;" | "&#8211;" => "–",
        "&mdash;" | "&#8212;" => "—",
        "&hellip;" | "&#8230;" => "…",
        _ => "",
    };
    if !common.is_empty() {
        return Some((end, common.to_owned()));
    }
    let decoded = by_the_standard(slice);
    if decoded == slice {
        return None;
    }
    // `&copyright` is `©right`: an entity without its semicolon, and text behind it.
    let first = decoded.chars().next().map_or(0, char::len_utf8);
    let tail = &decoded[first..];
    match slice.strip_suffix(tail).filter(|_| !tail.is_empty()) {
        Some(head) => Some((head.len(), decoded[..first].to_owned())),
        None => Some((end, decoded)),
    }
}

/// Decodes a text that is one entity, with the table of the standard.
fn by_the_standard(slice: &str) -> String {
    let mut decoded = String::new();
    let emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: GumSpan<()>| -> Option<()> {
        if let CallbackEvent::String { value } = event {
            decoded.push_str(&String::from_utf8_lossy(value));
        }
        None
    });
    Tokenizer::new_with_emitter(slice, emitter).for_each(drop);
    decoded
}
