//! Words in another script that were left in the middle of an English sentence.

use std::ops::Range;

use super::beside::{cover, is_any, is_glued};
use super::scripts::{foreign_script, name};
use crate::document::{Block, BlockKind, Document, Zone};
use crate::lint::{Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;
use unicode_script::Script;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "foreign-script-run",
        category: "residue",
        level: Level::Deny,
        mqm: "accuracy/untranslated",
        since: "0.1.0",
        preview: false,
        summary: "words in another script left in an English article",
        why: "The translation stopped at a word it did not know, or a line was copied untranslated. Translate it, \
              or take it out. Names that are given in their own script beside the English one (`Kyiv (Київ)`), \
              words that are quoted or spoken of, and articles that do so throughout are left alone.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::bad("The striker Kaapo {{Какко}} scored twice."),
    Example::bad("The {{新しい橋}} opened in May after long delays."),
    Example::bad(
        "The bridge opened in May.\n\n{{Мост открыли в мае после долгих задержек.}}\n\nThe mayor was late, and the band had gone home long before.",
    ),
    Example::ok("They met in Kyiv (Київ), in 北京 (Beijing) and at a place called Москва."),
    Example::ok("The word “мост” means bridge; in Japanese: 橋. The tag #мост is old."),
    Example::ok("The letter Я, the angle θ, the society ΦΒΚ and a shrug ¯\\_(ツ)_/¯."),
    Example::ok("See мост.рф for more, or ask Olena / Олена."),
    Example::ok("The rate is 5 kΩ, the size 3 μm, the sum Σ."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    if !document.census().may_have('\u{370}'..='\u{1FFF}')
        && !document.census().may_have('\u{2E80}'..='\u{1F000}')
    {
        return;
    }
    let mut found = Vec::new();
    let mut glossed = 0;
    for block in document.blocks() {
        let runs = runs(document, block);
        if is_left_untranslated(document, block, &runs) {
            found.push((block.tokens.clone(), runs[0].1));
            continue;
        }
        for (run, script) in runs {
            match is_meant(document, block, &run, script) {
                true => glossed += 1,
                false => found.push((run, script)),
            }
        }
    }
    // Who gives names in their own script throughout, or writes in two languages, means to.
    let words: usize = found.iter().map(|(run, _)| run.len()).sum();
    if glossed >= BY_DESIGN || words * 3 > document.tokens().len() {
        return;
    }
    for (run, script) in found {
        let span = cover(document, run.start, run.end - 1);
        report.add(Draft::new(span, format!("{} text left in the article", name(script))));
    }
}

/// From so many glossed words on, an article has another script by design.
const BY_DESIGN: usize = 4;

/// Runs of words in one foreign script, with the marks between them.
fn runs(document: &Document<'_>, block: &Block) -> Vec<(Range<usize>, Script)> {
    let mut runs: Vec<(Range<usize>, Script)> = Vec::new();
    for i in block.tokens.clone() {
        let token = document.tokens()[i];
        if !token.is(Flags::NON_ASCII) || !token.is(Flags::WORD) {
            continue;
        }
        let Some(script) = foreign_script(document.slice(token.span)) else { continue };
        match runs.last_mut() {
            Some((run, same))
                if *same == script && (run.end..i).all(|t| !document.tokens()[t].is(Flags::WORD)) =>
            {
                run.end = i + 1;
            }
            _ => runs.push((i..i + 1, script)),
        }
    }
    runs
}

/// A paragraph of which hardly a word is English.
fn is_left_untranslated(document: &Document<'_>, block: &Block, runs: &[(Range<usize>, Script)]) -> bool {
    let foreign: usize = runs.iter().map(|(run, _)| run.len()).sum();
    let letters: usize = runs.iter().map(|(run, _)| letters(document, run)).sum();
    let paragraph = block.kind == BlockKind::Paragraph && block.zone == Zone::Body;
    paragraph
        && foreign * 5 > block.tokens.len() * 4
        && letters >= 8
        && !document.tokens()[block.tokens.start].is(Flags::QUOTED)
}

fn letters(document: &Document<'_>, run: &Range<usize>) -> usize {
    run.clone().map(|t| document.token_text(t).chars().filter(|c| c.is_alphabetic()).count()).sum()
}

/// Whether a run stands there because somebody put it there.
fn is_meant(document: &Document<'_>, block: &Block, run: &Range<usize>, script: Script) -> bool {
    let text = document.slice(cover(document, run.start, run.end - 1));
    let (before, after) = (run.start.checked_sub(1), (run.end < block.tokens.end).then_some(run.end));
    let before = before.filter(|b| *b >= block.tokens.start);
    let letters = letters(document, run);
    // Single letters, formulas, societies; faces made of letters.
    let symbol = letters == 1
        || script == Script::Greek && (letters <= 2 || letters <= 4 && !text.contains(char::is_lowercase));
    // A word of two scripts and a date are the business of other lints.
    let mixed = text.contains(|c: char| c.is_ascii_alphabetic())
        && matches!(script, Script::Cyrillic | Script::Greek);
    let dated = text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['年', '月', '日']);
    if symbol || mixed || dated || document.tokens()[run.start].is(Flags::QUOTED) || block.zone != Zone::Body
    {
        return true;
    }
    let led = before.is_some_and(|b| {
        is_any(document, b, OPENERS) || is_glued(document, run.start) && is_any(document, b, &["#", "@", "."])
    });
    let closed = after.is_some_and(|a| is_any(document, a, CLOSERS));
    let address = run
        .clone()
        .any(|t| document.token_text(t) == "." && is_glued(document, t) && is_glued(document, t + 1));
    led || closed || address || is_bracketed(document, block, run)
}

/// Whether a bracket that was opened before the run is closed behind it.
fn is_bracketed(document: &Document<'_>, block: &Block, run: &Range<usize>) -> bool {
    let near = block.tokens.start.max(run.start.saturating_sub(30))..run.start;
    let mut depth = 0;
    for t in near {
        match document.token_text(t) {
            "(" | "[" | "（" | "【" | "{" | "<" => depth += 1,
            ")" | "]" | "）" | "】" | "}" | ">" => depth = 0.max(depth - 1),
            _ => {}
        }
    }
    depth > 0
}

/// What stands before a word that is named, quoted or glossed.
const OPENERS: &[&str] = &[
    "(",
    "[",
    ":",
    "=",
    "/",
    "|",
    "\"",
    "“",
    "‘",
    "'",
    "«",
    "„",
    "「",
    "『",
    "《",
    "【",
    "（",
    "〈",
    "*",
    "_",
    "·",
    "•",
    "：",
    "–",
    "—",
    "character",
    "characters",
    "word",
    "words",
    "letter",
    "letters",
    "term",
    "kanji",
    "hashtag",
    "called",
    "spelled",
    "spelt",
    "written",
    "phrase",
    "name",
    "named",
    "symbol",
    "suffix",
    "particle",
    "verb",
    "or",
    "aka",
    "means",
    "pronounced",
];

const CLOSERS: &[&str] =
    &["(", "=", "/", "\"", "”", "’", "'", "»", "」", "』", "》", "】", "（", "means", "meaning", "is", "["];
