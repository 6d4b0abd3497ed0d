//! Straight and curly, single and double quotation marks in one article.

use super::quote_marks;
use crate::document::{Document, Quotation, Zone};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Span;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "quote-style-mix",
        category: "variety",
        level: Level::Allow,
        mqm: "locale-convention",
        since: "0.1.0",
        preview: false,
        summary: "quotation marks of two styles in one article",
        why: "An article has straight marks or curly ones, and sets what people say in double marks or in single ones. Both \
              together show where a text was pasted from two sources, and a site that makes marks curly by itself \
              will do it to half of them. The finding stands at the first mark of the style that is used less.\n\n\
              Off unless asked for: many sites print what their writers typed, and no reader is misled. Compared are double \
              marks in running text, and quotations of at least three words; a word in single marks is a matter of \
              its own, and so are marks inside a quotation. The rule is that of every stylebook: one style throughout.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "“It is late,” she said. “It is,” said he. {{\"}}Late is late,\" said a third.",
        "“It is late,” she said. “It is,” said he. “Late is late,” said a third.",
    ),
    Example::bad(
        "\"It is too late,\" she said. \"It was late yesterday,\" said he. {{‘}}It is never too late,’ said a third.",
    ),
    Example::ok("“It is late,” she said. “He said ‘never’ and ‘not now’.”"),
    Example::ok("The ‘late’ ferry came. “It is early,” she said."),
    Example::ok("The pipe is 3\" wide. “It is late,” she said."),
];

/// A quotation of fewer words may be a word that the writer keeps at a distance.
const FEWEST_WORDS: usize = 3;

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let (straight, curly): (Vec<_>, Vec<_>) = quote_marks::double(document)
        .into_iter()
        .filter(|mark| mark.is_even() && is_running_text(document, mark.token))
        .partition(|mark| mark.shape == '"');
    if !straight.is_empty() && !curly.is_empty() {
        let (few, name) =
            if straight.len() <= curly.len() { (&straight, "curly") } else { (&curly, "straight") };
        let span = |mark: &quote_marks::QuoteMark| document.tokens()[mark.token].span;
        let edits = few.iter().map(|mark| {
            let new = match (name, mark.opens()) {
                ("straight", _) => "\"",
                (_, true) => "“",
                (_, false) => "”",
            };
            (span(mark), new.to_owned())
        });
        let message = format!("`{}` among {name} quotation marks", few[0].shape);
        report.add(Draft::new(span(&few[0]), message).fix(
            format!("make them {name}"),
            Applicability::Manual,
            edits,
        ));
    }
    outer_marks(document, report);
}

/// Quotations in single marks beside others in double ones.
fn outer_marks(document: &Document<'_>, report: &mut Report<'_>) {
    let speech = document.quotations().iter().filter(|q| q.closed && words(document, q) >= FEWEST_WORDS);
    let (single, double): (Vec<&Quotation>, Vec<&Quotation>) =
        speech.partition(|q| matches!(q.mark, '‘' | '\''));
    let (few, many) = if single.len() <= double.len() { (&single, &double) } else { (&double, &single) };
    if let (Some(first), Some(usual)) = (few.first(), many.first()) {
        let mark = |q: &Quotation| Span::of(q.span.start, q.span.start + q.mark.len_utf8() as u32);
        let message = format!("quotations stand in `{}` here and in `{}` elsewhere", first.mark, usual.mark);
        report.add(Draft::new(mark(first), message).label(mark(usual), "for instance here"));
    }
}

fn words(document: &Document<'_>, quotation: &Quotation) -> usize {
    document.slice(quotation.span).split_whitespace().count()
}

fn is_running_text(document: &Document<'_>, token: usize) -> bool {
    let block = &document.blocks()[document.block_of_token(token)];
    matches!(block.zone, Zone::Body | Zone::Standfirst)
}
