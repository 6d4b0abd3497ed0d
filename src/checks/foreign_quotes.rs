//! Quotation marks of other languages: `„…“`, `«…»`, `»…«`.

use super::beside::is_glued;
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "foreign-quotes",
        category: "typography",
        level: Level::Warn,
        mqm: "locale-convention",
        since: "0.1.0",
        preview: false,
        summary: "quotation marks of another language",
        why: "German writes „…“, French and Russian « … », Danish »…«. English has “…” and ‘…’, or the straight marks. \
              The fix takes the marks that the article has elsewhere.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "The paper called it {{„}}a quiet year“ in May.",
        "The paper called it “a quiet year” in May.",
    ),
    Example::fixed("The paper {{«}} Morgen » called it so.", "The paper “Morgen” called it so."),
    Example::fixed("The ferry {{»}}Nordlys« sailed at noon.", "The ferry “Nordlys” sailed at noon."),
    Example::fixed(
        "The \"big\" ferry {{«}}Nordlys» sailed at noon.",
        "The \"big\" ferry \"Nordlys\" sailed at noon.",
    ),
    Example::fixed("He asked for {{‹}}more time›.", "He asked for ‘more time’."),
    Example::ok("Next page » and « previous page"),
    Example::ok("Home » News » Local"),
    Example::ok("The paper called it “a quiet year” in May."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    if !document.census().may_have('«'..='»') && !document.census().may_have('‚'..='›') {
        return;
    }
    let mut done = 0;
    for &i in document.census().marks() {
        let i = i as usize;
        if i < done || !document.tokens()[i].is(Flags::NON_ASCII) {
            continue;
        }
        if let Some((draft, closing)) = quotation(document, i) {
            report.add(draft);
            done = closing + 1;
        }
    }
}

/// The quotation that the mark at token `i` opens in the way of another language, and its closing mark.
fn quotation(document: &Document<'_>, i: usize) -> Option<(Draft, usize)> {
    let closers: &[&str] = match document.token_text(i) {
        "„" => &["“", "”", "\"", "‟"],
        "«" => &["»"],
        "»" if opens(document, i) => &["«", "»"],
        "‹" => &["›"],
        "›" if opens(document, i) => &["‹"],
        "‚" if opens(document, i) => &["‘", "’"],
        _ => return None,
    };
    let block = &document.blocks()[document.block_of_token(i)];
    let closing = (i + 1..block.tokens.end).find(|&t| closers.contains(&document.token_text(t)))?;
    if closing == i + 1 {
        return None;
    }
    let (open, close) = marks(document, document.token_text(i));
    let tokens = document.tokens();
    let opening = Span::of(tokens[i].span.start, tokens[i + 1].span.start);
    let ending = Span::of(tokens[closing - 1].span.end, tokens[closing].span.end);
    let shown = [tokens[i], tokens[closing]].map(|t| document.slice(t.span));
    let message = format!("`{}…{}` are not English quotation marks", shown[0], shown[1]);
    let draft = Draft::new(tokens[i].span, message).label(tokens[closing].span, "closed here").fix(
        format!("write `{open}…{close}`"),
        Applicability::Safe,
        [(opening, open.to_owned()), (ending, close.to_owned())],
    );
    Some((draft, closing))
}

/// Whether a mark that can also close stands where a quotation opens.
fn opens(document: &Document<'_>, i: usize) -> bool {
    !is_glued(document, i) && is_glued(document, i + 1)
}

/// The English marks in the place of `mark`: curly ones, unless the article has straight ones.
fn marks(document: &Document<'_>, mark: &str) -> (&'static str, &'static str) {
    let single = matches!(mark, "‹" | "›" | "‚");
    let (curly, straight) = if single { ('‘', '\'') } else { ('”', '"') };
    let is_straight = document.prose().contains(straight) && !document.prose().contains(curly);
    match (single, is_straight) {
        (true, true) => ("'", "'"),
        (true, false) => ("‘", "’"),
        (false, true) => ("\"", "\""),
        (false, false) => ("“", "”"),
    }
}
