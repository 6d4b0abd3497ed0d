//! Marks of Markdown in text that is not Markdown: `**bold**`, `[text](address)`, `## Heading`.

use super::beside::{cover, is_glued};
use crate::document::{Block, Document};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "markdown-residue",
        category: "ai",
        level: Level::Warn,
        mqm: "none",
        since: "0.1.0",
        preview: false,
        summary: "marks of Markdown left in plain prose",
        why: "Chat programs and some editors write Markdown. Pasted where nobody renders it, its marks stay on the \
              page. Take the marks out, or set the words as they ask. In an article that is Markdown only marks \
              that do not work are reported.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("The plan has {{**three parts**}} in all.", "The plan has three parts in all."),
    Example::fixed("The plan has {{__three parts__}} in all.", "The plan has three parts in all."),
    Example::fixed("{{## Outlook}}\n\nThe port opens in May.", "Outlook\n\nThe port opens in May."),
    Example::fixed(
        "See {{[the plan](https://port.example/plan)}} for more.",
        "See the plan (https://port.example/plan) for more.",
    ),
    Example::ok("The plan has **three parts** in all.").markdown(),
    Example::ok("What the f**k, he said, and s**t happens; 2 ** 3 is 8.\n\n** Figures are estimates."),
    Example::ok("The method __init__ and #hashtags and issue #2 [see note](later)."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let mut done = 0;
    for &i in document.census().marks() {
        let i = i as usize;
        if i < done {
            continue;
        }
        let found = match document.prose().as_bytes()[document.tokens()[i].span.start as usize] {
            b'*' => strong(document, i),
            b'#' => heading(document, i),
            b'[' => link(document, i),
            _ => None,
        };
        if let Some((draft, last)) = found {
            report.add(draft);
            done = last + 1;
        }
    }
    if memchr::memmem::find(document.prose().as_bytes(), b"__").is_some() {
        underlined(document, report);
    }
}

fn block<'d>(document: &'d Document<'_>, i: usize) -> &'d Block {
    &document.blocks()[document.block_of_token(i)]
}

/// `**bold**`: two stars before a word, two after one.
fn strong(document: &Document<'_>, i: usize) -> Option<(Draft, usize)> {
    let is_star = |t: usize| document.token_text(t) == "*";
    // Three and more stand for letters that are left out.
    let is_pair = |t: usize| {
        is_star(t)
            && is_star(t + 1)
            && is_glued(document, t + 1)
            && !(is_glued(document, t + 2) && is_star(t + 2))
            && !(t > 0 && is_glued(document, t) && is_star(t - 1))
    };
    let opens = is_pair(i) && is_glued(document, i + 2) && !document.tokens()[i + 2].is(Flags::MARK) && {
        !is_glued(document, i) || document.tokens()[i - 1].is(Flags::MARK)
    };
    if !opens {
        return None;
    }
    let end = block(document, i).tokens.end;
    let close = (i + 3..end.saturating_sub(1)).find(|&t| is_pair(t) && is_glued(document, t))?;
    let span = cover(document, i, close + 1);
    let marks = [cover(document, i, i + 1), cover(document, close, close + 1)];
    let message = format!("marks of Markdown: `{}`", shortened(document.slice(span)));
    let draft = Draft::new(span, message).fix(
        "take the marks out",
        Applicability::Safe,
        marks.map(|m| (m, String::new())),
    );
    Some((draft, close + 1))
}

/// `## Heading` at the beginning of a block.
fn heading(document: &Document<'_>, i: usize) -> Option<(Draft, usize)> {
    let block = block(document, i);
    if i != block.tokens.start {
        return None;
    }
    let signs = (i..block.tokens.end)
        .take_while(|&t| document.token_text(t) == "#" && (t == i || is_glued(document, t)))
        .count();
    let word = i + signs;
    let titled =
        word < block.tokens.end && !is_glued(document, word) && document.tokens()[word].is(Flags::CAPITAL);
    if !(2..=6).contains(&signs) || !titled {
        return None;
    }
    let tokens = document.tokens();
    let marks = Span::of(tokens[i].span.start, tokens[word].span.start);
    let message = format!("a heading of Markdown: `{}`", shortened(document.slice(block.prose)));
    let draft = Draft::new(block.prose, message).fix(
        "take the marks out",
        Applicability::Safe,
        [(marks, String::new())],
    );
    Some((draft, block.tokens.end - 1))
}

/// `[text](https://…)`.
fn link(document: &Document<'_>, i: usize) -> Option<(Draft, usize)> {
    let tokens = document.tokens();
    let end = block(document, i).tokens.end;
    let close = (i + 1..end.min(i + 40)).find(|&t| document.token_text(t) == "]")?;
    let (open, address, last) = (close + 1, close + 2, close + 3);
    if last >= end || close == i + 1 || document.token_text(open) != "(" || !is_glued(document, open) {
        return None;
    }
    let url = document.token_text(address);
    // The address takes its closing bracket with it if nothing parts them.
    let is_url = tokens[address].is(Flags::OPAQUE) && (url.starts_with("http") || url.starts_with("www."));
    if !is_url || document.token_text(last) != ")" {
        return None;
    }
    let span = cover(document, i, last);
    let text = document.slice(Span::of(tokens[i].span.end, tokens[close].span.start));
    let message = format!("a link of Markdown: `{}`", shortened(document.slice(span)));
    Some((Draft::new(span, message).replace(format!("{text} ({url})"), Applicability::Safe), last))
}

/// `__bold__`: the tokenizer takes the underscores for letters.
fn underlined(document: &Document<'_>, report: &mut Report<'_>) {
    let tokens = document.tokens();
    let mut open = None;
    for (i, token) in tokens.iter().enumerate() {
        let text = document.slice(token.span);
        if !text.contains("__") {
            continue;
        }
        let (starts, ends) = (text.starts_with("__"), text.ends_with("__"));
        if let Some(first) =
            open.take().filter(|&f| ends && !starts && block(document, f).tokens.contains(&i))
        {
            let span = cover(document, first, i);
            let slice = document.slice(span);
            let new = slice.trim_start_matches('_').trim_end_matches('_').to_owned();
            let message = format!("marks of Markdown: `{}`", shortened(slice));
            report.add(Draft::new(span, message).replace(new, Applicability::Safe));
        } else if starts && !ends {
            open = Some(i);
        }
    }
}

/// The beginning of a long slice.
fn shortened(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
