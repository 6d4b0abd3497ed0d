//! Templates: `{match}`, `{1}`, `{official}` in messages, notes and replacements.

use crate::text::Span;

/// A template with its slots filled.
pub(super) struct Filled {
    /// What it says. A slot that nothing fills says nothing: its name is never shown.
    pub(super) text: String,
    /// Whether every slot was filled.
    pub(super) is_whole: bool,
}

/// Fills a template. `lookup` gives the text of a name.
pub(super) fn fill(template: &str, lookup: &dyn Fn(&str) -> Option<String>) -> Filled {
    let mut out = String::with_capacity(template.len() + 32);
    let mut is_whole = true;
    let mut rest = template;
    while let Some(at) = rest.find(['{', '\\']) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = rest.strip_prefix('\\') {
            let sign = after.chars().next().filter(|c| "{}\\".contains(*c));
            out.push(sign.unwrap_or('\\'));
            rest = &after[sign.map_or(0, char::len_utf8)..];
            continue;
        }
        let Some(end) = rest.find('}') else { break };
        let name = &rest[1..end];
        match lookup(name) {
            Some(text) => out.push_str(&text),
            None => is_whole = false,
        }
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    Filled { text: out, is_whole }
}

/// White space of any kind in a row becomes one space, so that a match over a line break can be shown.
pub(super) fn one_line(text: &str) -> String {
    if !text.contains(['\n', '\r', '\t']) && !text.contains("  ") {
        return text.to_owned();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Gives a replacement the capitals of what it replaces: all of them if the match is in capitals throughout, the
/// first one if the match begins with one and the phrase, as the lint has it, does not ask for it.
pub(super) fn copy_case(replacement: &str, matched: &str, at_start: bool) -> String {
    let letters = || matched.chars().filter(|c| c.is_alphabetic());
    let words = matched.split_whitespace().count();
    if words > 1 && letters().count() > 3 && letters().all(char::is_uppercase) {
        return replacement.to_uppercase();
    }
    if at_start && matched.starts_with(char::is_uppercase) {
        let mut chars = replacement.chars();
        return match chars.next() {
            Some(first) => first.to_uppercase().chain(chars).collect(),
            None => String::new(),
        };
    }
    replacement.to_owned()
}

/// An edit with the article before it mended.
pub(super) struct Repaired {
    /// What is replaced: the match, and the article before it where it must change.
    pub(super) span: Span,
    pub(super) new: String,
}

/// Mends `a`, `an` and `the` before a replacement.
///
/// `article` is the article right before the match, with its span. A replacement that brings its own article, or is
/// a possessive, takes the place of it; otherwise `a` and `an` follow the first sound.
pub(super) fn repair_article(article: Option<(Span, &str)>, span: Span, new: String) -> Repaired {
    let Some((at, article)) = article else { return Repaired { span, new } };
    let whole = at.cover(span);
    let first = new.split_whitespace().next().unwrap_or_default();
    let capital = article.starts_with(char::is_uppercase);
    if ["the", "a", "an"].contains(&first.to_lowercase().as_str()) {
        let new = if capital { copy_case(&new, article, true) } else { lower_article(&new) };
        return Repaired { span: whole, new };
    }
    let wanted = if begins_with_vowel_sound(first) { "an" } else { "a" };
    let given = article.to_lowercase();
    if given == "the" || given == wanted || new.is_empty() {
        return Repaired { span, new };
    }
    let wanted = if capital { copy_case(wanted, article, true) } else { wanted.to_owned() };
    Repaired { span: whole, new: format!("{wanted} {new}") }
}

fn lower_article(new: &str) -> String {
    let (first, rest) = new.split_once(' ').unwrap_or((new, ""));
    format!("{} {rest}", first.to_lowercase())
}

/// Whether a word takes `an`: by its first letter, but for the usual exceptions and for letters that are read by
/// name.
pub(super) fn begins_with_vowel_sound(word: &str) -> bool {
    let lower = word.trim_start_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let spelled = word.len() > 1 && word.chars().all(|c| c.is_uppercase() || c == '.');
    let Some(first) = lower.chars().next() else { return false };
    if spelled {
        return "aefhilmnorsx8".contains(first) && !SAID_AS_WORDS.contains(&lower.as_str());
    }
    if CONSONANT_SOUND.iter().any(|p| lower.starts_with(p)) {
        return false;
    }
    SILENT_H.iter().any(|p| lower.starts_with(p))
        || "aeiouáéíóúàèâêîôûäëïöü8".contains(first)
        || lower.starts_with("11")
}

const CONSONANT_SOUND: &[&str] =
    &["eu", "ewe", "one", "once", "uni", "use", "usu", "uti", "ura", "uru", "ukr", "ouija"];
const SILENT_H: &[&str] = &["hour", "honest", "honour", "honor", "heir"];
/// Acronyms that are read as words with a consonant first.
const SAID_AS_WORDS: &[&str] =
    &["nato", "nasa", "laser", "radar", "scuba", "fema", "sars", "fifa", "hamas", "nafta"];
