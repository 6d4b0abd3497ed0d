//! Whether an article is in English at all. Lints for English have nothing to say about another language.
//!
//! Little words decide: every fourth word of English prose is one of a few that no other language has. Only a text that
//! hardly has any is shown to a detector of languages, which is far slower; and a text that is too short to tell is
//! what it says of itself.

use super::model::Document;
use crate::text::{Flags, Token};

/// How many tokens are looked at, at the beginning and in the middle.
const SAMPLE: usize = 150;
/// Fewer words than this prove nothing.
const ENOUGH: usize = 40;
/// Fewer letters than this are not shown to the detector.
const LETTERS: usize = 200;
/// Most bytes that are shown to it.
const SHOWN: usize = 2000;

impl Document<'_> {
    /// The language that the article is in, by its English name, if that is evidently not English.
    pub fn foreign(&self) -> Option<String> {
        let declared = self.language().and_then(name_of_tag);
        let (words, english) = self.sample();
        if words < ENOUGH {
            return declared.filter(|_| english * 12 < words.max(12));
        }
        // English prose has 20 to 30 of these words in 100, lists and headlines have fewer, other languages 0 to 2.
        if english * 12 >= words {
            return None;
        }
        declared.or_else(|| self.detected().filter(|_| english * 33 < words))
    }

    /// How many words were looked at, from the beginning and from the middle of the article, and how many of them are
    /// little words of English.
    fn sample(&self) -> (usize, usize) {
        let tokens = self.tokens();
        let words = |t: &&Token| t.is(Flags::WORD) && !t.is(Flags::CLITIC);
        let middle = (tokens.len() / 2).max(tokens.len().min(SAMPLE));
        let parts = [&tokens[..tokens.len().min(SAMPLE)], &tokens[middle..tokens.len().min(middle + SAMPLE)]];
        parts.iter().flat_map(|part| part.iter()).filter(words).fold((0, 0), |(all, english), token| {
            (all + 1, english + usize::from(is_english(token.span.slice(self.prose()))))
        })
    }

    /// What the detector says, if it is sure, and does not say English.
    fn detected(&self) -> Option<String> {
        let mut text = String::new();
        // From the middle of the article, where there are no menus.
        let blocks = self.blocks();
        let order = blocks[blocks.len() / 3..].iter().chain(&blocks[..blocks.len() / 3]);
        for block in order.filter(|b| !b.prose.is_empty()) {
            text.extend(self.slice(block.prose).chars().take(SHOWN));
            text.push('\n');
            if text.len() >= SHOWN {
                break;
            }
        }
        if text.chars().filter(|c| c.is_alphabetic()).count() < LETTERS {
            return None;
        }
        let found = whatlang::detect(&text)?;
        // Within another script, the detector may waver between neighbours; that it is not English is sure.
        let sure = found.script() != whatlang::Script::Latin || found.is_reliable();
        let sure = sure && found.lang() != whatlang::Lang::Eng;
        sure.then(|| found.lang().eng_name().to_owned())
    }
}

/// Whether a word is one of the little words of English that other languages do not have.
fn is_english(word: &str) -> bool {
    if !(2..=5).contains(&word.len()) || !word.is_ascii() {
        return false;
    }
    let mut buffer = [0; 5];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    matches!(
        &*lower,
        b"the"
            | b"and"
            | b"of"
            | b"to"
            | b"that"
            | b"with"
            | b"for"
            | b"from"
            | b"is"
            | b"was"
            | b"it"
            | b"this"
            | b"are"
            | b"were"
            | b"by"
            | b"be"
            | b"he"
            | b"his"
            | b"they"
            | b"their"
            | b"has"
            | b"have"
            | b"had"
            | b"not"
            | b"which"
            | b"would"
            | b"you"
            | b"we"
            | b"but"
            | b"been"
            | b"who"
            | b"she"
            | b"will"
            | b"what"
            | b"there"
            | b"about"
    )
}

/// The English name of the language of a BCP 47 tag, `None` for English; an unknown tag is its own name.
fn name_of_tag(tag: &str) -> Option<String> {
    let language = tag.trim().split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let name = match &*language {
        "" | "en" | "eng" | "english" | "und" | "mul" | "zxx" => return None,
        "ar" => "Arabic",
        "bn" => "Bengali",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "es" => "Spanish",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "gu" => "Gujarati",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "hu" => "Hungarian",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "mr" => "Marathi",
        "nl" => "Dutch",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sv" => "Swedish",
        "ta" => "Tamil",
        "te" => "Telugu",
        "th" => "Thai",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "ur" => "Urdu",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        other => other,
    };
    Some(name.to_owned())
}
