//! Prose into tokens and sentences.
//!
//! A sentence ends after a stop, a question or an exclamation mark and the closing marks behind it, if white space and
//! something like the beginning of a sentence follow. Stops of abbreviations, initials and numbers are told apart by
//! a list and by what follows; where both readings are possible, sentences stay together.

use std::ops::Range;

use super::abbreviations::{Stop, is_starter, is_time, stop_after};
use super::model::{Document, Sentence};
use crate::text::{Flags, Token, Vocabulary, tokens};

/// Appends the tokens of all blocks.
pub(super) fn tokens(document: &mut Document<'_>, vocabulary: &Vocabulary) {
    // English prose has about one token in five bytes.
    document.tokens.reserve(document.prose.len() / 5);
    for block in &mut document.blocks {
        let start = document.tokens.len();
        tokens::tokenize(&document.prose, block.prose, vocabulary, &mut document.tokens);
        block.tokens = start..document.tokens.len();
    }
}

/// Appends the sentences of all blocks and marks the first word of each.
pub(super) fn sentences(document: &mut Document<'_>) {
    let Document { prose, blocks, tokens, sentences, .. } = document;
    for (index, block) in blocks.iter_mut().enumerate() {
        let first = sentences.len();
        let last = block.tokens.end;
        let mut start = block.tokens.start;
        let mut at = start;
        while start < last {
            while at < last && !may_end(prose, tokens[at]) {
                at += 1;
            }
            let end = match at < last {
                true => {
                    (Stops { prose, tokens: &tokens[start..last] }).end_at(at - start).map(|end| start + end)
                }
                false => Ok(last),
            };
            match end {
                Err(next) => at = start + next,
                Ok(end) => {
                    sentences.push(sentence(tokens, start..end, index));
                    (start, at) = (end, end);
                }
            }
        }
        block.sentences = first..sentences.len();
    }
}

/// Whether a sentence may end with a token: the quick look that nearly all tokens fail.
fn may_end(prose: &str, token: Token) -> bool {
    token.is(Flags::MARK.and(Flags::DOTTED))
        && (token.is(Flags::DOTTED)
            || matches!(prose.as_bytes()[token.span.start as usize], b'.' | b'!' | b'?' | 0xE2..=0xEF))
}

/// A sentence of these tokens; its first word is marked.
fn sentence(tokens: &mut [Token], range: Range<usize>, block: usize) -> Sentence {
    let span = tokens[range.start].span.cover(tokens[range.end - 1].span);
    if let Some(token) = tokens[range.clone()].iter_mut().find(|t| !t.is(Flags::MARK)) {
        token.flags.set(Flags::SENTENCE_START);
    }
    Sentence { span, tokens: range, block }
}

/// The tokens from the beginning of a sentence to the end of its block.
struct Stops<'t> {
    prose: &'t str,
    tokens: &'t [Token],
}

impl Stops<'_> {
    /// If a sentence ends with the token `at`, the index after its last token; else where to look next.
    fn end_at(&self, at: usize) -> Result<usize, usize> {
        let token = self.tokens[at];
        let dotted = token.is(Flags::DOTTED) && self.text(at).ends_with('.');
        if !dotted && !self.is_terminal(at) {
            return Err(at + 1);
        }
        let mut end = at + 1;
        while end < self.tokens.len() && self.glued(end) && self.is_terminal(end) {
            end += 1;
        }
        let last_mark = end;
        while end < self.tokens.len() && self.glued(end) && self.closes(end) {
            end += 1;
        }
        end = self.reference(end);
        if end == self.tokens.len() {
            return Ok(end);
        }
        if !self.glued(end) && self.begins(at, last_mark, end) { Ok(end) } else { Err(last_mark) }
    }

    fn text(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.span.slice(self.prose))
    }

    fn glued(&self, i: usize) -> bool {
        !self.tokens[i].is(Flags::SPACE_BEFORE)
    }

    fn is_terminal(&self, i: usize) -> bool {
        self.tokens[i].is(Flags::MARK)
            && matches!(
                self.prose.as_bytes()[self.tokens[i].span.start as usize],
                b'.' | b'!' | b'?' | 0xE2 | 0xE3 | 0xEF
            )
            && matches!(self.text(i), "." | "!" | "?" | "…" | "‼" | "⁇" | "⁈" | "⁉" | "。" | "！" | "？")
    }

    fn closes(&self, i: usize) -> bool {
        self.tokens[i].is(Flags::MARK)
            && matches!(
                self.text(i),
                "\"" | "'" | ")" | "]" | "}" | "”" | "’" | "“" | "‘" | "»" | "›" | "*" | "_"
            )
    }

    /// Steps over a note's number behind the stop: an object, or `[12]`.
    fn reference(&self, mut end: usize) -> usize {
        while end < self.tokens.len() && self.glued(end) {
            if self.tokens[end].is(Flags::OPAQUE) {
                end += 1;
            } else if self.text(end) == "["
                && self.tokens.get(end + 1).is_some_and(|t| t.is(Flags::NUMBER))
                && self.text(end + 2) == "]"
            {
                end += 3;
            } else {
                break;
            }
        }
        end
    }

    /// Whether a sentence begins with the token `next`, after a stop that is at `at..last`.
    fn begins(&self, at: usize, last: usize, next: usize) -> bool {
        let Some(word) = (next..self.tokens.len()).find(|&i| !self.opens(i)) else { return true };
        let first = self.tokens[word];
        if first.is(Flags::WORD) && !looks_capital(self.text(word)) {
            return false;
        }
        if self.is_terminal(word) {
            // `. . .`: the last of the stops decides.
            return false;
        }
        let single = last == at + 1 && (self.tokens[at].is(Flags::DOTTED) || self.text(at) == ".");
        // A closing mark between the stop and the next word settles it: `(he left at 5 p.m.) Then`.
        if !single || next > last && self.text(last) != "'" {
            return true;
        }
        self.after_stop(at, word)
    }

    /// Marks that may stand before the first word of a sentence.
    fn opens(&self, i: usize) -> bool {
        self.tokens[i].is(Flags::MARK)
            && matches!(
                self.text(i),
                "\"" | "'"
                    | "“"
                    | "‘"
                    | "„"
                    | "«"
                    | "»"
                    | "("
                    | "["
                    | "¿"
                    | "¡"
                    | "—"
                    | "–"
                    | "-"
                    | "*"
                    | "#"
                    | "•"
            )
    }

    /// What a single stop at `at` means when the capitalised word, number or object `word` follows.
    fn after_stop(&self, at: usize, word: usize) -> bool {
        let stop = if self.tokens[at].is(Flags::DOTTED) {
            match stop_after(self.text(at).trim_end_matches('.')) {
                Stop::Ends => Stop::BeforeStarter,
                other => other,
            }
        } else {
            let Some(before) = at.checked_sub(1).filter(|_| self.glued(at)) else { return true };
            if self.tokens[before].is(Flags::NUMBER) {
                // `1. The` at the beginning of a line counts; it does not end a sentence.
                return before > 0;
            }
            if !self.tokens[before].is(Flags::WORD) {
                return true;
            }
            stop_after(self.text(before))
        };
        match stop {
            Stop::Ends => true,
            Stop::Never => false,
            Stop::UnlessNumber => !self.tokens[word].is(Flags::NUMBER),
            Stop::BeforeStarter => is_starter(self.text(word)),
            Stop::UnlessTime => !is_time(self.text(word)),
        }
    }
}

/// Whether a word is written as the first word of a sentence may be: with a capital, as `iPhone` is, or in a
/// script that has no capitals.
fn looks_capital(word: &str) -> bool {
    let mut chars = word.chars();
    match (chars.next(), chars.next()) {
        (Some(first), second) => !first.is_lowercase() || second.is_some_and(char::is_uppercase),
        _ => false,
    }
}
