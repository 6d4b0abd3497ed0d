//! What a match says and what it offers: messages, notes, replacements, deletions.

use super::matcher::NO_MEMBER;
use super::program::{Delete, Row, values};
use super::template::{copy_case, fill, one_line, repair_article};
use super::{Match, Scanner};
use crate::document::Document;
use crate::lint::{Applicability, Draft};
use crate::text::{Flags, Span};

impl Scanner {
    /// The finding of a match, or of the neighbouring lines of one form.
    pub(super) fn draft(&self, document: &Document<'_>, group: &[Match]) -> Draft {
        let first = &group[0];
        let row = self.row(first);
        let span = group.iter().fold(first.span, |all, m| all.cover(m.span));
        let replacements = self.replacements(document, first, row);
        let lookup = |name: &str| match name {
            "replace" => replacements.first().map(|r| r.trim().to_owned()),
            _ => self.lookup(document, first, row, name),
        };
        let mut draft = Draft::new(span, one_line(&fill(&row.message, &lookup).text));
        if let Some(note) = &row.note {
            let note = fill(note, &lookup);
            if note.is_whole {
                draft = draft.note(note.text);
            }
        }
        let applicability = row.fix.unwrap_or(Applicability::Manual);
        match row.delete {
            Delete::Block => {
                let last = group.last().map_or(first.block, |m| m.block);
                let extent = document.blocks_extent(first.block, last);
                let title = if last > first.block { "delete these lines" } else { "delete this line" };
                let least = row.fix.unwrap_or(Applicability::Unsafe);
                draft.fix_source(title, least, [(extent, String::new())])
            }
            Delete::Sentence => {
                let sentence = &document.sentences()[document.sentence_of_token(first.tokens.start)];
                let span = with_space_after(document, sentence.span);
                draft.fix("delete the sentence", applicability, [(span, String::new())])
            }
            Delete::Nothing => {
                for new in replacements {
                    draft = self.offer(document, first, draft, new, applicability);
                }
                draft
            }
        }
    }

    fn offer(
        &self,
        document: &Document<'_>,
        found: &Match,
        draft: Draft,
        new: String,
        applicability: Applicability,
    ) -> Draft {
        if new.is_empty() {
            let span = with_space_after(document, found.span);
            return draft.fix("delete it", applicability, [(span, String::new())]);
        }
        let repaired = repair_article(article_before(document, found), found.span, new);
        draft.fix(format!("write `{}`", repaired.new), applicability, [(repaired.span, repaired.new)])
    }

    /// The replacements, filled in and in the case of the match; without those that lack something.
    fn replacements(&self, document: &Document<'_>, found: &Match, row: &Row) -> Vec<String> {
        let matched = document.slice(found.span);
        let at_start = document.tokens()[found.tokens.start].is(Flags::SENTENCE_START);
        let fill_in = |template: &crate::text::Text| {
            let filled = fill(template, &|name| self.lookup(document, found, row, name));
            filled.is_whole.then(|| copy_case(&one_line(&filled.text), matched, at_start))
        };
        row.replace.iter().filter_map(fill_in).collect()
    }

    /// What a name in a template stands for.
    fn lookup(&self, document: &Document<'_>, found: &Match, row: &Row, name: &str) -> Option<String> {
        let text = |span: Span| one_line(document.slice(span));
        match name {
            "match" => return Some(text(found.span)),
            "gloss" => return row.gloss.as_ref().map(|g| g.to_string()),
            "language" => return row.language.as_ref().map(|l| l.to_string()),
            _ => {}
        }
        if let Some((_, span, _)) = found.captures.iter().find(|(n, ..)| n == name) {
            return Some(text(*span));
        }
        let (head, column) = name.split_once('.').unwrap_or((name, ""));
        if let Some((_, _, member)) = found.captures.iter().find(|(n, ..)| n == head)
            && *member != NO_MEMBER
            && let Some((table, at)) = self.program.sequences.bound(*member)
        {
            let (column, rest) = column.split_once('.').map_or((column, None), |(c, r)| (c, Some(r)));
            return values(&self.program.tables, table, at, column, rest).into_iter().next();
        }
        if let Some((table, at)) = found.bound
            && self.program.tables[table as usize].column(head).is_some()
        {
            let rest = Some(column).filter(|c| !c.is_empty());
            return values(&self.program.tables, table, at, head, rest).into_iter().next();
        }
        // What was not captured in this form of the phrase is an absent alternative.
        (!name.contains('.') && !matches!(name, "replace" | "gloss" | "language")).then(String::new)
    }
}

/// The article right before a match, if only spaces part the two.
fn article_before<'d>(document: &'d Document<'_>, found: &Match) -> Option<(Span, &'d str)> {
    let before = found.tokens.start.checked_sub(1)?;
    let block = &document.blocks()[found.block];
    let text = document.token_text(before);
    let is_article = ["a", "an", "the"].iter().any(|a| text.eq_ignore_ascii_case(a));
    let span = document.tokens()[before].span;
    let parted = document.slice(Span::of(span.end, found.span.start)).chars().all(char::is_whitespace);
    (before >= block.tokens.start && is_article && parted).then_some((span, text))
}

/// What a deletion takes: the span, and of the spaces around it as many as would be left over.
fn with_space_after(document: &Document<'_>, span: Span) -> Span {
    let prose = document.prose();
    let (before, after) = (&prose[..span.start as usize], &prose[span.end as usize..]);
    let spaces = after.len() - after.trim_start_matches([' ', '\t']).len();
    let apart = before.is_empty() || before.ends_with(char::is_whitespace);
    if spaces > 0 {
        // `bridge<br /> was`: the one space there is parts the words.
        return if apart { Span::of(span.start, span.end + spaces as u32) } else { span };
    }
    if after.starts_with(char::is_alphanumeric) {
        return span;
    }
    Span::of(before.trim_end_matches([' ', '\t']).len() as u32, span.end)
}
