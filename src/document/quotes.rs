//! Direct quotations: which words somebody else said.
//!
//! Every shape of quotation mark is read: curly, straight, German and French. Apostrophes are the trap: `’` closes a
//! quotation only where it cannot be the end of a plural possessive or of a word cut short. A straight single mark
//! counts only when another one evidently closes it. Within one block the marks are looked at once, from left to right.

use super::model::{Block, BlockKind, Document, Quotation};
use super::zone::Zone;
use crate::text::{Flags, Span, Token};

/// Finds the quotations of all blocks and marks the tokens inside.
pub(super) fn find(document: &mut Document<'_>) {
    let Document { prose, blocks, tokens, quotations, .. } = document;
    for (index, block) in blocks.iter().enumerate() {
        let first = quotations.len();
        let marks = marks(prose, tokens, block);
        if !marks.is_empty() {
            let mut reader = Reader { prose, marks: &marks, out: quotations, open: None };
            reader.read(block.prose.end);
            for quotation in &mut quotations[first..] {
                quotation.closed |= continues(prose, quotation, block, blocks.get(index + 1));
            }
        }
        if quotations.len() == first && block.zone != Zone::BlockQuote {
            continue;
        }
        let mut inside = quotations[first..].iter().peekable();
        for token in &mut tokens[block.tokens.clone()] {
            while inside.next_if(|q| q.span.end <= token.span.start).is_some() {}
            let quoted = inside.peek().is_some_and(|q| {
                let closing = q.closed && token.span.end == q.span.end && token.is(Flags::MARK);
                q.span.start < token.span.start && token.span.end <= q.span.end && !closing
            });
            if quoted || block.zone == Zone::BlockQuote {
                token.flags.set(Flags::QUOTED);
            }
        }
    }
}

/// Whether a quotation that is open at the end of its block goes on in the next one, which opens it again.
fn continues(prose: &str, quotation: &Quotation, block: &Block, next: Option<&Block>) -> bool {
    let paragraph = |b: &Block| b.kind == BlockKind::Paragraph;
    !quotation.closed
        && paragraph(block)
        && next.is_some_and(|next| {
            paragraph(next) && next.zone == block.zone && next.prose.slice(prose).starts_with(quotation.mark)
        })
}

/// One quotation mark or apostrophe, with what stands beside it.
#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    mark: char,
    /// White space, the edge of the block or an opening bracket or dash comes before it.
    after_gap: bool,
    /// White space or the edge of the block comes after it.
    before_gap: bool,
    /// A mark other than a quotation mark comes after it: `”,`.
    before_mark: bool,
}

fn marks(prose: &str, tokens: &[Token], block: &Block) -> Vec<Mark> {
    let mut marks = Vec::new();
    let range = block.tokens.clone();
    for i in range.clone() {
        let token = tokens[i];
        let Some(mark) = quotation_mark(prose, token) else { continue };
        let before = (i > range.start).then(|| tokens[i - 1]);
        let after = (i + 1 < range.end).then(|| tokens[i + 1]);
        let opens = |t: Token| {
            t.is(Flags::MARK)
                && t.span.slice(prose).starts_with(['(', '[', '{', '—', '–', '-', '/', '¿', '¡'])
        };
        marks.push(Mark {
            span: token.span,
            mark,
            after_gap: token.is(Flags::SPACE_BEFORE) || before.is_none_or(opens),
            before_gap: after.is_none_or(|t| t.is(Flags::SPACE_BEFORE)),
            before_mark: after.is_some_and(|t| t.is(Flags::MARK) && quotation_mark(prose, t).is_none()),
        });
    }
    marks
}

/// The character of a token that is a quotation mark or a free apostrophe.
fn quotation_mark(prose: &str, token: Token) -> Option<char> {
    if !token.is(Flags::MARK) {
        return None;
    }
    match prose.as_bytes()[token.span.start as usize] {
        b'"' => Some('"'),
        b'\'' => Some('\''),
        0xE2 | 0xC2 => {
            token.span.slice(prose).chars().next().filter(|c| {
                matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '«' | '»' | '‹' | '›')
            })
        }
        _ => None,
    }
}

struct Open {
    at: u32,
    mark: char,
    /// How many marks of the same kind stand open inside one another.
    depth: u32,
}

/// Walks over the marks of one block.
struct Reader<'r> {
    prose: &'r str,
    marks: &'r [Mark],
    out: &'r mut Vec<Quotation>,
    open: Option<Open>,
}

impl Reader<'_> {
    fn read(&mut self, end: u32) {
        for i in 0..self.marks.len() {
            let mark = self.marks[i];
            let Some(Open { mark: opener, depth, .. }) = self.open else {
                if self.opens(i) {
                    self.open = Some(Open { at: mark.span.start, mark: mark.mark, depth: 1 });
                }
                continue;
            };
            let closing = closes(opener, mark.mark) && !(is_single(opener) && self.is_apostrophe(i));
            if nests(opener, mark) {
                self.deepen(depth + 1);
            } else if closing && depth > 1 {
                self.deepen(depth - 1);
            } else if closing {
                self.finish(mark.span.end, true);
            }
        }
        self.finish(end, false);
    }

    fn deepen(&mut self, depth: u32) {
        if let Some(open) = &mut self.open {
            open.depth = depth;
        }
    }

    fn finish(&mut self, end: u32, closed: bool) {
        if let Some(open) = self.open.take() {
            self.out.push(Quotation { span: Span::of(open.at, end), mark: open.mark, closed });
        }
    }

    /// Whether a mark opens a quotation, where none is open.
    fn opens(&self, i: usize) -> bool {
        let mark = self.marks[i];
        match mark.mark {
            '“' | '„' | '‟' | '«' | '‹' => true,
            '‘' | '‛' => !self.is_cut_word(i),
            '‚' => mark.after_gap && !mark.before_gap,
            // The Swedish and the inverted German way.
            '”' | '»' | '›' => mark.after_gap && !mark.before_gap,
            '"' => !mark.before_gap && (mark.after_gap || !self.is_inch(mark)),
            '\'' => mark.after_gap && !mark.before_gap && !self.is_cut_word(i) && self.straight_closer(i),
            _ => false,
        }
    }

    /// Whether `"` stands for inches or seconds: directly after a number.
    fn is_inch(&self, mark: Mark) -> bool {
        self.prose[..mark.span.start as usize].ends_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the next single straight mark evidently closes the one at `i`.
    fn straight_closer(&self, i: usize) -> bool {
        let next = self.marks[i + 1..].iter().position(|m| m.mark == '\'').map(|n| i + 1 + n);
        next.is_some_and(|n| {
            let mark = self.marks[n];
            let apart = mark.before_gap || mark.before_mark;
            !mark.after_gap && apart && !self.is_apostrophe(n)
        })
    }

    /// Whether a single mark inside a quotation is an apostrophe: `the states’ rights`, `’tis`.
    fn is_apostrophe(&self, i: usize) -> bool {
        let mark = self.marks[i];
        if mark.after_gap {
            // Nothing is closed at the beginning of a word.
            return !mark.before_gap;
        }
        let before = &self.prose[..mark.span.start as usize];
        if !before.ends_with(['s', 'S', 'n']) || mark.before_mark {
            return false;
        }
        let after = self.prose[mark.span.end as usize..].trim_start();
        if !mark.before_gap || !after.starts_with(char::is_lowercase) {
            return false;
        }
        // A possessive if another mark can close the quotation before the next one opens.
        self.marks[i + 1..]
            .iter()
            .find(|m| is_single(m.mark))
            .is_some_and(|m| closes(mark.mark, m.mark) && !m.after_gap && (m.before_gap || m.before_mark))
    }

    /// Whether a single mark stands for letters left out: `’tis`, `‘90s`, `rock ‘n’ roll`.
    fn is_cut_word(&self, i: usize) -> bool {
        let after = &self.prose[self.marks[i].span.end as usize..];
        if after.starts_with(|c: char| c.is_ascii_digit()) {
            let digits = after.bytes().take_while(u8::is_ascii_digit).count();
            return digits == 2 && !after[digits..].starts_with(char::is_whitespace)
                || after[digits..].starts_with('s');
        }
        let word = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        ["tis", "twas", "twere", "em", "cause", "til", "till", "n", "bout", "round", "cuz", "neath", "s"]
            .iter()
            .any(|w| word.eq_ignore_ascii_case(w))
    }
}

fn is_single(mark: char) -> bool {
    matches!(mark, '‘' | '’' | '‛' | '‚' | '\'')
}

/// Whether a mark of the same kind opens once more inside.
fn nests(opener: char, mark: Mark) -> bool {
    match opener {
        '"' => mark.mark == '"' && mark.after_gap && !mark.before_gap && !mark.before_mark,
        '“' | '«' | '‘' => mark.mark == opener && mark.after_gap && !mark.before_gap,
        _ => false,
    }
}

/// Whether `mark` closes what `opener` opened.
fn closes(opener: char, mark: char) -> bool {
    match opener {
        '"' => mark == '"',
        '“' | '‟' => matches!(mark, '”' | '"'),
        '„' => matches!(mark, '“' | '”' | '"'),
        '”' => mark == '”',
        '«' => mark == '»',
        '»' => matches!(mark, '«' | '»'),
        '‹' => mark == '›',
        '›' => mark == '‹',
        '‚' => matches!(mark, '‘' | '’'),
        '‘' | '‛' | '’' => matches!(mark, '’' | '\''),
        '\'' => mark == '\'',
        _ => false,
    }
}
