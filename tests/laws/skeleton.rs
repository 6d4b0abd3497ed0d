//! What the markup of a text is, its words left out: fixes mend words, so this must stay.

use copydesk::Format;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, Options, Parser, Tag};

/// The pieces of markup of a text, in order. Plain text has none.
pub fn of(text: &str, format: Format) -> Vec<String> {
    match format {
        Format::Text => Vec::new(),
        Format::Markdown => markdown(text),
        Format::Html => html(text),
    }
}

fn markdown(text: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_HEADING_ATTRIBUTES;
    Parser::new_ext(text.strip_prefix('\u{FEFF}').unwrap_or(text), options).flat_map(piece).collect()
}

/// What one event adds. Words and the line breaks among them add nothing.
fn piece(event: Event<'_>) -> Vec<String> {
    match event {
        Event::Text(_) | Event::SoftBreak => Vec::new(),
        Event::Html(html) | Event::InlineHtml(html) => self::html(&html),
        Event::Code(code) => vec![format!("`{code}`")],
        // A list that loses its first item begins with another number.
        Event::Start(Tag::List(number)) => vec![format!("Start(List({}))", number.is_some())],
        other => vec![format!("{other:?}")],
    }
}

fn html(text: &str) -> Vec<String> {
    let piece = |token: Token<usize>| match token {
        Token::StartTag(tag) => {
            let names = tag.attributes.keys().map(|name| format!(" {}", String::from_utf8_lossy(name)));
            Some(format!("<{}{}>", String::from_utf8_lossy(&tag.name), names.collect::<String>()))
        }
        Token::EndTag(tag) => Some(format!("</{}>", String::from_utf8_lossy(&tag.name))),
        Token::Comment(comment) => Some(format!("<!--{}-->", String::from_utf8_lossy(&comment.value))),
        Token::Doctype(_) => Some("<!doctype>".to_owned()),
        Token::String(_) | Token::Error(_) => None,
    };
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    Tokenizer::new_with_emitter(text, emitter).filter_map(|token| piece(token.ok()?)).collect()
}

/// Whether `part` is what is left of `whole` when some of its pieces are taken out.
pub fn is_left_of(part: &[String], whole: &[String]) -> bool {
    let mut rest = whole.iter();
    part.iter().all(|piece| rest.any(|other| other == piece))
}
