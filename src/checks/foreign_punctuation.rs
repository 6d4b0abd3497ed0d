//! Punctuation of other scripts in English text: `。`, `،`, `।`, full-width letters.

use super::beside::{after, before, char_after, char_before, is_any, is_glued};
use super::scripts::foreign_script;
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "foreign-punctuation",
        category: "typography",
        level: Level::Deny,
        mqm: "locale-convention",
        since: "0.1.0",
        preview: false,
        summary: "punctuation of another script in English text",
        why: "Chinese and Japanese stops, brackets and full-width letters, the Arabic comma, the danda of Hindi and the \
              inverted marks of Spanish have no place in an English sentence. They are what a translation copies \
              without looking. Beside words of their own script they are left alone.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("The port opened{{，}}and the ships left{{。}}", "The port opened, and the ships left."),
    Example::fixed(
        "The tax rose by 3 percent{{،}} the bank said.",
        "The tax rose by 3 percent, the bank said.",
    ),
    Example::fixed("The train left Agra at noon{{।}}", "The train left Agra at noon."),
    Example::fixed("The film {{《}}River{{》}} won a prize.", "The film “River” won a prize."),
    Example::fixed("The port{{（}}in the north{{）}}opened.", "The port (in the north) opened."),
    Example::fixed("Members of the {{ＷＴＯ}} met.", "Members of the WTO met."),
    Example::fixed("{{¿}}Where is the money that we paid?", "Where is the money that we paid?"),
    Example::ok("The film “春天来了。” won a prize."),
    Example::ok("She signed with (・ω・) and left."),
    Example::ok("We won ＼(^o^)／ and went home."),
    Example::ok("The crowd sang “¡Viva la revolución!” all night."),
    Example::ok("The menu says ¿Qué pasa? in large letters."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let census = document.census();
    let spanish = census.may_have('¡'..='¿');
    if !spanish && !OTHERS.iter().any(|&(first, last)| census.may_have(first..=last)) {
        return;
    }
    let mut i = 0;
    while i < document.tokens().len() {
        let token = document.tokens()[i];
        i += 1;
        if !token.is(Flags::NON_ASCII) {
            continue;
        }
        let text = document.slice(token.span);
        if matches!(text, "¿" | "¡") {
            inverted(document, i - 1).into_iter().for_each(|d| report.add(d));
        } else if text.chars().any(|c| english(c).is_some()) {
            let mut last = i - 1;
            while is_glued(document, last + 1)
                && document.token_text(last + 1).chars().all(|c| english(c).is_some())
            {
                last += 1;
            }
            foreign(document, i - 1, last).into_iter().for_each(|d| report.add(d));
            i = last + 1;
        }
    }
}

/// Ranges that hold the marks of [`english`].
const OTHERS: &[(char, char)] =
    &[('־', '־'), ('،', '؟'), ('।', '॥'), ('、', '〟'), ('・', '・'), ('！', '･')];

/// A run of foreign marks or full-width letters, tokens `first..=last`, whose neighbours are English.
fn foreign(document: &Document<'_>, first: usize, last: usize) -> Option<Draft> {
    let span = document.tokens()[first].span.cover(document.tokens()[last].span);
    let text = document.slice(span);
    if foreign_script(&text.replace(['・', '～', '〜'], "")).is_some() || is_arm(document, first, last) {
        return None;
    }
    let sides = [before(document, first), after(document, last)];
    let is_foreign = |t: usize| foreign_script(document.token_text(t)).is_some();
    let is_english = |t: usize| document.tokens()[t].is(Flags::WORD.and(Flags::NUMBER)) && !is_foreign(t);
    let english_beside =
        sides.iter().flatten().any(|&t| is_english(t) || is_any(document, t, &["\"", "”", "’", "'", ")"]));
    let is_word = document.tokens()[first].is(Flags::WORD.and(Flags::NUMBER));
    if sides.iter().flatten().any(|&t| is_foreign(t)) || !(english_beside || is_word) {
        return None;
    }
    let new: String = text.chars().filter_map(english).collect();
    let new = spaced(&new, char_before(document, first), char_after(document, last));
    let message = match (is_word, text.chars().count()) {
        (true, _) => format!("full-width letters: `{text}`"),
        (false, 1) => format!("`{text}` is not an English punctuation mark"),
        _ => format!("`{text}` are not English punctuation marks"),
    };
    let draft = Draft::new(span, message);
    Some(if new.is_empty() { draft } else { draft.replace(new, Applicability::Safe) })
}

/// The arm of a face like `＼(^o^)／`.
fn is_arm(document: &Document<'_>, first: usize, last: usize) -> bool {
    match document.slice(document.tokens()[first].span.cover(document.tokens()[last].span)) {
        "＼" => char_after(document, last) == Some('('),
        "／" => char_before(document, first) == Some(')'),
        _ => false,
    }
}

/// Adds the spaces that the foreign mark had no need of.
fn spaced(new: &str, before: Option<char>, after: Option<char>) -> String {
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let digits = before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit());
    let mut out = new.to_owned();
    if new.starts_with(['(', '[', '“', '<', '{']) && is_word(before) {
        out.insert(0, ' ');
    }
    let closes = new.ends_with([',', '.', ';', ':', '!', '?', ')', ']', '”', '>', '}']);
    if closes && is_word(after) && !digits {
        out.push(' ');
    }
    out
}

/// `¿` or `¡` before words that are English.
fn inverted(document: &Document<'_>, mark: usize) -> Option<Draft> {
    let block = &document.blocks()[document.block_of_token(mark)];
    let words = (mark + 1..block.tokens.end).take_while(|&t| !is_any(document, t, &["?", "!"]));
    // Words of a Spanish sentence that look English (`a`, `no`, `me`) do not count.
    let known = words.take(20).filter(|&t| is_any(document, t, ENGLISH)).count();
    let span = document.tokens()[mark].span;
    (known >= 2).then(|| {
        let message =
            format!("`{}` is Spanish: English has no mark before a question or a cry", document.slice(span));
        Draft::new(span, message).replace("", Applicability::Safe)
    })
}

const ENGLISH: &[&str] = &[
    "the", "is", "are", "what", "you", "do", "of", "and", "how", "why", "who", "this", "that", "will", "was",
    "can", "it", "to", "we", "for", "with", "where", "when", "they", "have", "did", "does",
];

/// The English mark or letter in the place of a foreign one.
fn english(c: char) -> Option<char> {
    Some(match c {
        '。' | '．' | '｡' | '।' | '॥' | '۔' => '.',
        '，' | '、' | '､' | '،' => ',',
        '؛' => ';',
        '؟' => '?',
        '《' | '「' | '『' | '｢' => '“',
        '》' | '」' | '』' | '｣' => '”',
        '【' | '〔' => '[',
        '】' | '〕' => ']',
        '〈' => '<',
        '〉' => '>',
        '־' => '-',
        // The full-width forms stand in the order of ASCII.
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0)?,
        _ => return None,
    })
}
