//! Which script a word is written in.

use unicode_script::{Script, UnicodeScript};

/// The first script other than Latin that a word has letters of.
pub(super) fn foreign_script(word: &str) -> Option<Script> {
    if word.is_ascii() {
        return None;
    }
    word.chars().filter(|c| !c.is_ascii()).find_map(foreign_letter)
}

/// The script of a letter that is not Latin.
pub(super) fn foreign_letter(c: char) -> Option<Script> {
    if !c.is_alphabetic() {
        return None;
    }
    match c.script() {
        Script::Latin | Script::Common | Script::Inherited | Script::Unknown => None,
        // One writing system, three scripts.
        Script::Hiragana | Script::Katakana | Script::Han => Some(Script::Han),
        script => Some(script),
    }
}

/// What a reader calls a script.
pub(super) fn name(script: Script) -> &'static str {
    match script {
        Script::Han => "Chinese or Japanese",
        Script::Hangul => "Korean",
        other => other.full_name(),
    }
}
