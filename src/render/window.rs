//! Which parts of a text to show: windows on long lines, cut at spaces, around the places that are marked.
//!
//! A paragraph of an article is one very long line, of which a reader needs the words around a finding. Places
//! that fit one window share it; a place that is longer than a window is shown whole, to be wrapped.

use unicode_width::UnicodeWidthChar;

use crate::source::Source;
use crate::text::Span;

/// How much is shown on either side of a place that is wider than a window, in columns.
const BESIDE: usize = 24;
/// What the marks of a cut, `… ` and ` …`, take up, in columns.
const CUTS: usize = 4;
/// How far tabs stand apart, in columns.
pub(super) const TAB: usize = 4;

/// A place to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    pub(super) span: Span,
    /// How many columns are wanted right of it, for what is said about it.
    pub(super) beside: usize,
}

impl Place {
    /// The place of two. What is said of the one that ends first goes below.
    fn cover(self, other: Self) -> Self {
        let last = if other.span.end >= self.span.end { other } else { self };
        Self { span: self.span.cover(other.span), beside: last.beside }
    }
}

/// The windows on `source` through which all of `places` can be seen: sorted, disjoint, on character boundaries.
/// A window stays in one line unless a place does not. `width` is in columns.
pub(super) fn windows(source: &Source, places: &[Place], width: usize) -> Vec<Span> {
    let mut places = places.to_vec();
    places.sort();
    let mut groups: Vec<Place> = Vec::new();
    for place in places {
        match groups.last_mut() {
            Some(last) if fits(source, last.cover(place).span, width) => *last = last.cover(place),
            _ => groups.push(place),
        }
    }
    let mut windows: Vec<Span> = Vec::new();
    for window in groups.into_iter().map(|group| around(source, group, width)) {
        match windows.last_mut() {
            Some(last) if !worth_a_cut(source, *last, window) => *last = last.cover(window),
            _ => windows.push(window),
        }
    }
    windows
}

/// Whether a place is in one line and can be seen through one window.
fn fits(source: &Source, place: Span, width: usize) -> bool {
    content(source, place.start).contains(place) && up_to(source.slice(place).chars(), width) + CUTS <= width
}

/// Whether enough lies between two windows to leave it out.
fn worth_a_cut(source: &Source, a: Span, b: Span) -> bool {
    if b.start <= a.end {
        return false;
    }
    let between = source.slice(Span::of(a.end, b.start));
    if between.contains(['\r', '\n']) {
        !between.trim_matches(['\r', '\n']).is_empty()
    } else {
        up_to(between.chars(), CUTS + 1) > CUTS
    }
}

/// The window around one place.
fn around(source: &Source, Place { span: place, beside }: Place, width: usize) -> Span {
    let first = content(source, place.start);
    let last = content(source, place.end.saturating_sub(1).max(place.start));
    if first == last && up_to(source.slice(first).chars(), width + 1) <= width {
        return first.cover(place);
    }
    let left = source.slice(Span::of(first.start, place.start.min(first.end)));
    let right = source.slice(Span::of(place.end.min(last.end), last.end));
    // More than the page is wide is all the same.
    let (wide_left, wide_right) = (up_to(left.chars().rev(), width + 1), up_to(right.chars(), width + 1));
    let (l, r) = if fits(source, place, width) {
        let free = width - CUTS - columns(source.slice(place));
        let l = (free / 2).max(free.saturating_sub(wide_right)).min(free.saturating_sub(beside));
        let l = wide_left.min(l);
        (l, wide_right.min(free - l))
    } else {
        let part = |side| if side <= width / 2 { side } else { BESIDE };
        (part(wide_left), part(wide_right))
    };
    // Of a place that begins or ends in a line break, nothing is left or right.
    let start = place.start.min(first.end) - tail(left, l) as u32;
    let end = place.end.min(last.end) + head(right, r) as u32;
    Span::of(start, end.max(start)).cover(place)
}

/// The line that holds `at`, without its line break.
pub(super) fn content(source: &Source, at: u32) -> Span {
    let line = source.lines().line_span(source.lines().line_of(at), source.text());
    let kept = source.slice(line).trim_end_matches(['\r', '\n']).len() as u32;
    Span::of(line.start, line.start + kept)
}

/// How many bytes at the end of `text` fill at most `width` columns, from the start of a word.
fn tail(text: &str, width: usize) -> usize {
    let mut used = 0;
    let over = text.char_indices().rev().find(|&(_, c)| {
        used += wide(c);
        used > width
    });
    let Some((i, c)) = over else { return text.len() };
    let cut = &text[i + c.len_utf8()..];
    // A word that fills half of the window is cut through, and so is a script without spaces.
    match cut.find(' ') {
        Some(space) if c != ' ' && space <= cut.len() / 2 => cut.len() - space - 1,
        _ => cut.len(),
    }
}

/// How many bytes at the start of `text` fill at most `width` columns, to the end of a word.
fn head(text: &str, width: usize) -> usize {
    let mut used = 0;
    let over = text.char_indices().find(|&(_, c)| {
        used += wide(c);
        used > width
    });
    let Some((i, c)) = over else { return text.len() };
    match text[..i].rfind(' ') {
        Some(space) if c != ' ' && space >= i / 2 => space,
        _ => i,
    }
}

/// How many columns a text takes at most.
pub(super) fn columns(text: &str) -> usize {
    text.chars().map(wide).sum()
}

/// The same of characters, but no further than `limit`: a line may be as long as a book.
fn up_to(chars: impl Iterator<Item = char>, limit: usize) -> usize {
    let mut sum = 0;
    for c in chars {
        sum += wide(c);
        if sum >= limit {
            return limit;
        }
    }
    sum
}

/// How many columns a character takes at most: a tab its longest jump, a picture its length.
fn wide(c: char) -> usize {
    match super::visible::picture(c) {
        _ if c == '\t' => TAB,
        Some(picture) => picture.chars().count(),
        None => c.width().unwrap_or(0),
    }
}
