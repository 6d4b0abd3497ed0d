//! A word or phrase said over and over: what a translation engine does when it is lost.

use super::beside::{cover, is_any, is_glued};
use crate::document::{BlockKind, Document, Repeat};
use crate::lint::{Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "repetition-loop",
        category: "pathology",
        level: Level::Deny,
        mqm: "accuracy/addition",
        since: "0.1.0",
        preview: false,
        summary: "a word at least four times in a row, or a phrase at least three times",
        why: "Neural translation that loses its way says the same thing until it finds the way again. What stood there in \
              the original is gone, so the passage must be translated anew; deleting the repetitions is not enough. \
              Cries, chants and emphasis (`no, no, no`, `more and more and more`) are left alone.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::bad("The town of {{Lin Lin Lin Lin Lin}} lies by the river."),
    Example::bad("They walked {{to the gate to the gate to the gate}} and waited."),
    Example::bad("He came, {{the king, the king, the king, the king}} of the north."),
    Example::ok("No, no, no, no! It is very, very, very, very late, ha ha ha ha, and no no no no."),
    Example::ok("It went on and on and on and on, more and more and more, day after day after day."),
    Example::ok("The scores were 3 3 3 3 3 and A A A A; the code was 10 10 10 10."),
    Example::ok("Come in, come in, come in! the old man said."),
    Example::ok("The crowd shouted “Ships home! Ships home! Ships home!” for hours."),
    Example::ok("Lin Lin met Bora Bora."),
    Example::ok("It prints tree: [ tree: [ tree: [ tree: [ tree: [ tree: [ tree and stops."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for repeat in document.repeats() {
        let (first, phrase, times) = phrase(document, repeat);
        if is_loop(document, repeat, times) {
            let last = first + (times - 1) * repeat.period + phrase - 1;
            let once = document.slice(cover(document, first, first + phrase - 1));
            let message = format!("`{once}` is said {times} times in a row");
            report.add(Draft::new(cover(document, first, last), message));
        }
    }
}

/// What is said again, without the marks around it: its first token, its length, and how often it is said.
fn phrase(document: &Document<'_>, repeat: &Repeat) -> (usize, usize, usize) {
    let mark = |t: &usize| document.tokens()[*t].is(Flags::MARK);
    let shift = (repeat.first..repeat.first + repeat.period).take_while(mark).count() % repeat.period;
    let first = repeat.first + shift;
    // The last time no comma need follow.
    let trailing = (first..first + repeat.period).rev().take_while(mark).count() % repeat.period;
    (first, repeat.period - trailing, (repeat.tokens - shift + trailing) / repeat.period)
}

fn is_loop(document: &Document<'_>, repeat: &Repeat, times: usize) -> bool {
    let range = repeat.first..repeat.first + repeat.period;
    let tokens = &document.tokens()[range.clone()];
    let words = tokens.iter().filter(|t| t.is(Flags::WORD) && t.span.len() >= 2).count();
    let marks = tokens.iter().filter(|t| t.is(Flags::MARK)).count();
    // `ha-ha-ha`, `and/or`, a row of a table: not running text.
    let joined = (repeat.first + 1..repeat.first + repeat.tokens)
        .any(|t| is_glued(document, t) && !is_stop(document, t));
    // `list: [ list: [`: code.
    let code =
        range.clone().any(|t| is_any(document, t, &["[", "]", "{", "}", "(", ")", "<", ">", "=", "|"]));
    let cry = range.clone().any(|t| is_any(document, t, CRIES));
    let cell = || document.blocks()[document.block_of_token(repeat.first)].kind == BlockKind::TableCell;
    // What somebody shouts is theirs to repeat.
    let quoted = tokens.iter().all(|t| t.is(Flags::QUOTED));
    let least = match (words, repeat.period) {
        (0, _) => return false,
        (_, 1) => 4,
        (1, _) if marks + 1 == repeat.period => 6,
        // `Come in, come in, come in!`
        (1 | 2, _) if marks > 0 => 4,
        // `on and on and on`
        (_, 2) if range.clone().any(|t| is_any(document, t, LINKS)) => 5,
        _ => 3,
    };
    times >= least + if cry || quoted { 4 } else { 0 } && !joined && !code && !cell()
}

fn is_stop(document: &Document<'_>, token: usize) -> bool {
    is_any(document, token, &[",", ".", ";", "!", "?", ":"])
}

const LINKS: &[&str] = &["and", "by", "after", "upon", "or", "to", "the", "than"];

/// What people do say many times.
const CRIES: &[&str] = &[
    "no", "yes", "yeah", "ha", "hah", "haha", "la", "na", "blah", "bla", "go", "hey", "oh", "wow", "bye",
    "far", "very", "really", "so", "long", "ho", "he", "hee", "tick", "knock", "please", "never", "again",
    "many", "much", "too", "ok", "okay", "bang", "boom", "beep", "stop", "run", "help", "work", "more", "da",
    "nom", "etc", "tsk", "hmm", "um", "uh", "xx", "true", "false", "null",
];
