//! Characters that nobody sees: zero-width spaces, marks of writing direction, control characters.

use super::scripts::foreign_letter;
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Span, fold::is_invisible};
use unicode_script::Script;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "invisible-character",
        category: "residue",
        level: Level::Warn,
        mqm: "none",
        since: "0.1.0",
        preview: false,
        summary: "a character that takes no room and that nobody sees",
        why: "Web translation pages, word processors and chat programs leave them behind. A reader sees nothing, \
              but searching for the word fails, and so do line breaks, links and spell checkers. Take them out; \
              nothing is lost, since English has no use for any of them. Joiners in emoji and in the scripts that \
              need them, and direction marks beside Hebrew or Arabic, are left alone.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("The state of {{\u{200B}\u{200B}}}Kaduna voted.", "The state of Kaduna voted."),
    Example::fixed("The wor{{\u{AD}}}kers{{\u{FEFF}}} went home.", "The workers went home."),
    Example::fixed("The ship{{\u{200E}}} left{{\u{8}}}.", "The ship left."),
    Example::ok("A family 👨\u{200D}👩\u{200D}👧 and a heart ❤\u{FE0F}."),
    Example::ok("The word שלום\u{200F} is on the wall, and می\u{200C}خواهم too."),
    Example::ok("Sweets (\u{2060}^\u{2060}_\u{2060}^\u{2060}) for all."),
    Example::ok("\u{FEFF}The ship left the port."),
    Example::ok("The tab\tand the break are fine."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    if !document.census().may_hide() {
        return;
    }
    let prose = document.prose();
    for block in document.blocks() {
        let text = block.prose.slice(prose);
        let mut at = 0;
        while let Some(start) = text[at..].find(is_hidden).map(|i| i + at) {
            let run = text[start..].find(|c| !is_hidden(c)).unwrap_or(text.len() - start);
            at = start + run;
            let span = Span::of(block.prose.start + start as u32, block.prose.start + at as u32);
            if !is_at_home(&text[..start], &text[start..at], &text[at..]) && document.map(span).span.start > 0
            {
                let names: Vec<String> =
                    text[start..at].chars().take(3).map(|c| format!("U+{:04X}", c as u32)).collect();
                let message = format!("an invisible character: {}", names.join(" "));
                report.add(Draft::new(span, message).fix(
                    "take it out",
                    Applicability::Safe,
                    [(span, String::new())],
                ));
            }
        }
    }
}

/// Whether a reader sees nothing of a character that is not white space either.
fn is_hidden(c: char) -> bool {
    let control = c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}');
    // Control characters from U+0080 on are text that was decoded wrongly, which another lint reports.
    control && c < '\u{80}' || is_invisible(c)
}

/// Whether the scripts beside a hidden run have a use for it.
fn is_at_home(before: &str, run: &str, after: &str) -> bool {
    let emoji = |c: Option<char>| c.is_some_and(|c| !c.is_alphanumeric() && (c >= '\u{2190}'));
    let joiner = run.chars().all(|c| matches!(c, '\u{200C}' | '\u{200D}'));
    if joiner && emoji(before.chars().next_back()) && emoji(after.chars().next()) {
        return true;
    }
    // The faces of a telephone's keyboard, `(^_^)`, are held together by word joiners.
    let mark = |c: Option<char>| c.is_some_and(|c| c.is_ascii_punctuation());
    if run.chars().all(|c| c == '\u{2060}') && mark(before.chars().next_back()) && mark(after.chars().next())
    {
        return true;
    }
    let needs = |c: char| {
        foreign_letter(c)
            .is_some_and(|s| !matches!(s, Script::Cyrillic | Script::Greek | Script::Han | Script::Hangul))
    };
    // A direction mark may have a space, a digit or a bracket between it and the letters it is for.
    before.chars().rev().take(12).any(needs) || after.chars().take(12).any(needs)
}
