//! A curly quotation mark that opens and is never closed.

use super::reporting_verbs::is_reporting_verb;
use crate::document::{BlockKind, Document, Quotation};
use crate::lint::{Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Span;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "unbalanced-curly-quote",
        category: "typography",
        level: Level::Warn,
        mqm: "fluency/punctuation",
        since: "0.1.0",
        preview: false,
        summary: "a quotation that is opened and never closed",
        why: "The reader cannot tell where the quoted words end and the article's own words go on. Look up where \
              they end, and close the quotation there. One that runs over several paragraphs opens each of them \
              again and closes only the last; anything else is closed where it ends. Straight marks are not looked \
              at: they do not say which way they face.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::bad("The office said, {{‘}}We are not in favour of it. It has told us so itself."),
    Example::bad("The chair called it {{“}}a long winter and left the room."),
    Example::ok("The chair called it “a long winter” and left the room."),
    Example::ok("“It was a long winter.\n\n“It was a longer spring,” the chair said."),
    Example::ok("“It was a long winter.\n\nIt was a longer spring.”\n\nThe chair left."),
    Example::bad(
        "The chair said, {{“}}It was a long winter.\n\nThe town, “the pearl of the coast”, is empty.",
    ),
    Example::ok("The ships’ crews met at six o’clock; ’twas in the ’90s, rock ’n’ roll."),
    Example::ok("He said, ‘The ships’ crews met at six.’"),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for quotation in document.quotations() {
        let curly = matches!(quotation.mark, '“' | '‘');
        if curly
            && !quotation.closed
            && !is_cell(document, quotation)
            && !is_turned_round(document, quotation)
            && !is_closed_later(document, quotation)
        {
            let start = quotation.span.start;
            let span = Span::of(start, start + quotation.mark.len_utf8() as u32);
            report.add(Draft::new(span, format!("`{}` is opened here and never closed", quotation.mark)));
        }
    }
}

/// A cell of a table may hold half of a quotation.
fn is_cell(document: &Document<'_>, quotation: &Quotation) -> bool {
    let block = document.blocks().partition_point(|b| b.prose.end <= quotation.span.start);
    document.blocks().get(block).is_some_and(|b| b.kind == BlockKind::TableCell)
}

/// Whether a later block closes the quotation before another is opened: not every house opens each paragraph again.
fn is_closed_later(document: &Document<'_>, quotation: &Quotation) -> bool {
    let rest = &document.prose()[quotation.span.end as usize..];
    let mut last = '\n';
    let mut chars = rest.chars().peekable();
    while let Some(c) = chars.next() {
        let apart = chars.peek().is_none_or(|c| !c.is_alphanumeric());
        match (quotation.mark, c) {
            ('“', '”') => return true,
            // After a letter it may be an apostrophe: `the ships’ crews`.
            ('‘', '’') if apart && last.is_ascii_punctuation() => return true,
            ('“', '“') | ('‘', '‘') => return false,
            _ => last = c,
        }
    }
    false
}

/// `, “said`: the mark is there, only turned round; another lint says so.
fn is_turned_round(document: &Document<'_>, quotation: &Quotation) -> bool {
    let start = quotation.span.start as usize;
    let before = document.prose()[..start].trim_end();
    let word =
        document.prose()[start + quotation.mark.len_utf8()..].split(|c: char| !c.is_alphanumeric()).next();
    before.ends_with([',', '.', '!', '?']) && word.is_some_and(is_reporting_verb)
}
