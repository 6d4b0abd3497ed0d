//! Plain text: where paragraphs, list items, headings and quoted mail part, with nothing but lines to go by.
//!
//! Blank lines always part blocks. A line is a block of its own, because editors do not wrap paragraphs by hand;
//! unless the lines were evidently filled up to a width, as mail programs and RFCs do.

use super::build::Builder;
use super::model::{BlockKind, Document};
use super::suppress;
use super::zone::Zone;
use crate::text::{Flags, Span};

/// Most words that a headline may have.
const HEADLINE_WORDS: usize = 25;

/// A longer line, in bytes, was not wrapped.
const WIDEST: usize = 220;

/// One line that is not blank.
#[derive(Clone, Copy)]
struct Line {
    /// The line without its break.
    span: Span,
    /// Where its words begin: after the marks of quoted mail, at the first visible character.
    text: u32,
    /// Whether it is quoted mail.
    quoted: bool,
}

/// Reads the source as plain text.
pub(super) fn read(builder: &mut Builder<'_>) {
    let source = builder.source();
    let mut groups: Vec<Vec<Line>> = vec![Vec::new()];
    for number in 0..source.lines().count() {
        let mut span = source.lines().line_span(number, source.text());
        if number == 0 && source.text().starts_with('\u{FEFF}') {
            span.start += '\u{FEFF}'.len_utf8() as u32;
        }
        let content = source.slice(span).trim_end_matches(['\r', '\n']);
        let line = line_of(content, Span::of(span.start, span.start + content.len() as u32));
        let parted = match groups.last().and_then(|g| g.last()) {
            Some(last) => last.quoted != line.is_some_and(|l| l.quoted),
            None => false,
        };
        if (line.is_none() || parted) && groups.last().is_some_and(|g| !g.is_empty()) {
            groups.push(Vec::new());
        }
        if let (Some(line), Some(group)) = (line, groups.last_mut()) {
            group.push(line);
        }
    }
    let width = groups.iter().filter_map(|g| wrap_width(source.text(), g)).max();
    for group in groups.iter().filter(|g| !g.is_empty()) {
        read_group(builder, group, width);
    }
}

/// The line, unless it is blank.
fn line_of(content: &str, span: Span) -> Option<Line> {
    let mut rest = content.trim_start();
    let mut quoted = false;
    while let Some(after) = rest.strip_prefix('>').filter(|r| r.is_empty() || r.starts_with([' ', '\t', '>']))
    {
        quoted = true;
        rest = after.trim_start();
    }
    (!rest.is_empty()).then(|| Line { span, text: span.end - rest.len() as u32, quoted })
}

/// Reads lines that no blank line parts.
fn read_group(builder: &mut Builder<'_>, lines: &[Line], width: Option<usize>) {
    let text = builder.source().text();
    let mut at = 0;
    while let Some(line) = lines.get(at) {
        let content = content(text, line);
        if let Some(suppression) = suppress::of_line(content, line.text) {
            builder.suppressions.push(suppression);
            at += 1;
        } else if let Some(marker) = list_marker(content) {
            let more = lines[at + 1..]
                .iter()
                .take_while(|l| l.text > l.span.start && list_marker(self::content(text, l)).is_none())
                .count();
            emit(builder, BlockKind::ListItem, Zone::List, &lines[at..=at + more], marker);
            at += more + 1;
        } else if lines.get(at + 1).is_some_and(|next| underlines(self::content(text, next), content)) {
            emit(builder, BlockKind::Heading(2), Zone::Heading, &lines[at..=at], 0);
            if let Some(heading) = builder.blocks_mut().last_mut() {
                heading.source.end = lines[at + 1].span.end;
            }
            at += 2;
        } else if is_rule(content) {
            at += 1;
        } else {
            // The line over an underline is a heading, not the last line of the paragraph before it.
            let heads = |i: usize| {
                lines
                    .get(i + 1)
                    .is_some_and(|n| underlines(self::content(text, n), self::content(text, &lines[i])))
            };
            let run = (at..lines.len())
                .take_while(|&i| is_text(self::content(text, &lines[i])) && !heads(i))
                .count()
                .max(1);
            read_run(builder, &lines[at..at + run], width);
            at += run;
        }
    }
}

/// Reads lines of running text: one paragraph if they are wrapped, else each a paragraph.
fn read_run(builder: &mut Builder<'_>, lines: &[Line], width: Option<usize>) {
    let zone = if lines[0].quoted { Zone::BlockQuote } else { Zone::Body };
    if is_wrapped(builder.source().text(), lines, width) {
        emit(builder, BlockKind::Paragraph, zone, lines, 0);
        return;
    }
    for line in lines {
        emit(builder, BlockKind::Paragraph, zone, std::slice::from_ref(line), 0);
    }
}

/// Makes one block of lines; `marker` bytes of the first are markup.
fn emit(builder: &mut Builder<'_>, kind: BlockKind, zone: Zone, lines: &[Line], marker: u32) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    builder.open(kind, zone);
    for (i, line) in lines.iter().enumerate() {
        let start = if i == 0 { line.text + marker } else { line.text };
        // The line break and the indentation behind it are part of the prose, as white space.
        let end = lines.get(i + 1).map_or(line.span.end, |n| if n.quoted { n.span.start } else { n.text });
        builder.verbatim(Span::of(start, end));
    }
    builder.close(Span::of(first.span.start, last.span.end));
}

fn content<'t>(text: &'t str, line: &Line) -> &'t str {
    Span::of(line.text, line.span.end).slice(text).trim_end()
}

/// Whether a line is running text: no list item, no rule, no suppression.
fn is_text(content: &str) -> bool {
    list_marker(content).is_none() && !is_rule(content) && suppress::of_line(content, 0).is_none()
}

/// Length of the list marker and the white space after it, if the line opens a list item.
fn list_marker(content: &str) -> Option<u32> {
    if is_rule(content) {
        return None;
    }
    let mut rest = content;
    let digits = content.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&digits) {
        rest = content[digits..].strip_prefix(['.', ')'])?;
    } else {
        rest = rest.strip_prefix(['-', '*', '+', '•', '‣', '◦', '·', '▪', '●'])?;
    }
    let words = rest.trim_start();
    (words.len() < rest.len() && !words.is_empty()).then(|| (content.len() - words.len()) as u32)
}

/// Whether a line only draws: `* * *`, `-----`.
fn is_rule(content: &str) -> bool {
    content.len() >= 3 && content.bytes().all(|b| matches!(b, b'-' | b'*' | b'_' | b'=' | b'~' | b'#' | b' '))
}

/// Whether `line` underlines `above` as a heading: about as long, and nothing but `=` or `-`.
fn underlines(line: &str, above: &str) -> bool {
    let drawn = line.len() >= 3 && (line.bytes().all(|b| b == b'=') || line.bytes().all(|b| b == b'-'));
    drawn && {
        let columns = above.chars().count();
        is_text(above) && columns <= 120 && (columns / 2..=columns * 2).contains(&line.len())
    }
}

/// The column at which the lines of a paragraph were wrapped, if they evidently were.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    if lines.len() < 3
        || lines.iter().any(|l| l.span.len() > WIDEST)
        || lines.iter().any(|l| !is_text(content(text, l)))
    {
        return None;
    }
    let width = lines.iter().map(|l| columns(text, l)).max()?;
    (50..=110).contains(&width).then_some(())?;
    fills(text, lines, width).then_some(())?;
    // Lines that are sentences each are not wrapped, however alike in length.
    let broken = lines.windows(2).filter(|pair| breaks_sentence(text, pair)).count();
    (broken * 3 >= lines.len() - 1).then_some(width)
}

/// Whether each line but the last is as full as a column of that width lets it be.
fn fills(text: &str, lines: &[Line], width: usize) -> bool {
    lines.windows(2).all(|pair| {
        let word = content(text, &pair[1]).split_whitespace().next().map_or(0, |w| w.chars().count());
        let length = columns(text, &pair[0]);
        // A few columns of slack: people and programs break a little early at times.
        length + 4 + word >= width && length + 30 >= width
    }) && lines.iter().all(|l| columns(text, l) <= width)
}

/// Whether a sentence evidently runs on from the first line of a pair to the second.
fn breaks_sentence(text: &str, pair: &[Line]) -> bool {
    let open = !content(text, &pair[0]).ends_with(['.', '!', '?', ':', ';', '"', '”', '’', ')', '…']);
    open && content(text, &pair[1]).starts_with(char::is_lowercase)
}

fn is_wrapped(text: &str, lines: &[Line], width: Option<usize>) -> bool {
    if lines.len() < 2 {
        return false;
    }
    if wrap_width(text, lines).is_some() {
        return true;
    }
    match width {
        // Elsewhere in the article lines are wrapped at this width.
        Some(width) => fills(text, lines, width),
        None => {
            (55..=110).contains(&columns(text, &lines[0]))
                && fills(text, lines, columns(text, &lines[0]).max(columns(text, &lines[1])))
                && lines.windows(2).all(|pair| breaks_sentence(text, pair))
        }
    }
}

fn columns(text: &str, line: &Line) -> usize {
    content(text, line).chars().count()
}

/// Without markup the headline is the first block, if it is one line of few words that stands before others and is
/// not a whole paragraph of sentences.
pub(super) fn headline(document: &mut Document<'_>) {
    if document.blocks.len() < 2 {
        return;
    }
    let first = &document.blocks[0];
    let words = document.tokens[first.tokens.clone()]
        .iter()
        .filter(|t| t.is(Flags::WORD.and(Flags::NUMBER)) && !t.is(Flags::CLITIC))
        .count();
    let text = first.prose.slice(&document.prose);
    let stopped = text.trim_end_matches(['"', '”', '’', '\'', ')']).ends_with(['.', '!', '?', '…']);
    let paragraph = first.sentences.len() > 1 && stopped;
    let plain =
        first.zone == Zone::Heading || (first.kind == BlockKind::Paragraph && first.zone == Zone::Body);
    if plain && (1..=HEADLINE_WORDS).contains(&words) && !text.contains(['\n', '\r']) && !paragraph {
        document.blocks[0].zone = Zone::Headline;
    }
}
