//! A Latin word with letters of another script that look alike: `WНO` with a Cyrillic `Н`.

use super::scripts::{foreign_letter, name};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::Flags;
use unicode_script::Script;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "mixed-script-word",
        category: "residue",
        level: Level::Deny,
        mqm: "fluency/spelling",
        since: "0.1.0",
        preview: false,
        summary: "a word with letters of two scripts",
        why: "The letters look alike and are not: searching for the word fails, and so does every filter. They \
              come from keyboards with two layouts, from transliteration that stopped half-way, and from people \
              who want to slip past a filter. No word is spelt so in any language: type it anew. Greek letters in \
              units and formulas (`µm`, `TNF-α`) are left alone.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed("The {{W\u{41D}O}} met in Geneva.", "The WHO met in Geneva."),
    Example::fixed("The {{p\u{430}rli\u{430}ment}} met.", "The parliament met."),
    Example::bad("They met in {{Pro\u{448}ki}} at noon."),
    Example::fixed("The {{\u{391}thens}} talks failed.", "The Athens talks failed."),
    Example::ok("It is 5 μm wide, 3 kΩ strong; TNFα, κB, Δt, βcell and the band KoЯn."),
    Example::ok("The word Москва is Russian, and Αθήνα is Greek."),
    Example::ok("An СССР-era car and a Київ-based firm."),
];

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let census = document.census();
    if !census.may_have('\u{370}'..='\u{52F}') {
        return;
    }
    for token in document.tokens().iter().filter(|t| t.is(Flags::WORD) && t.is(Flags::NON_ASCII)) {
        let word = document.slice(token.span);
        if let Some(script) = second_script(word) {
            let message = format!("`{word}` mixes Latin and {} letters", name(script));
            let draft = Draft::new(token.span, message);
            let latin: Option<String> = word
                .chars()
                .map(|c| if foreign_letter(c).is_some() { look_alike(c) } else { Some(c) })
                .collect();
            report.add(match latin {
                Some(latin) => draft.replace(latin, Applicability::Safe),
                None => draft,
            });
        }
    }
}

/// The script that a word has beside Latin, if it should not.
fn second_script(word: &str) -> Option<Script> {
    let latin = word.chars().filter(|c| c.is_alphabetic() && foreign_letter(*c).is_none()).count();
    let foreign: Vec<char> = word.chars().filter(|c| foreign_letter(*c).is_some()).collect();
    let script = foreign.first().and_then(|c| foreign_letter(*c))?;
    let mixed = match script {
        // `KoЯn`: faux Cyrillic is a joke of its own.
        Script::Cyrillic => {
            latin >= 1 && !foreign.iter().all(|c| matches!(c, 'Я' | 'И' | 'Д' | 'Ш' | 'Ж' | 'Ф'))
        }
        // Science writes `TNFα` and `Δt`; only letters that cannot be told from Latin ones are wrong.
        Script::Greek => latin >= 2 && foreign.iter().all(|c| look_alike(*c).is_some()),
        _ => false,
    };
    mixed.then_some(script)
}

/// The Latin letter that a Cyrillic or Greek one cannot be told from.
fn look_alike(c: char) -> Option<char> {
    const CYRILLIC: &str = "АВСЕНІЈКМОРЅТХУаеорсухіјѕԁһӏԛԝҮ";
    const CYRILLIC_AS: &str = "ABCEHIJKMOPSTXYaeopcyxijsdhlqwY";
    const GREEK: &str = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο";
    const GREEK_AS: &str = "ABEZHIKMNOPTYXo";
    CYRILLIC
        .chars()
        .zip(CYRILLIC_AS.chars())
        .chain(GREEK.chars().zip(GREEK_AS.chars()))
        .find(|(from, _)| *from == c)
        .map(|(_, to)| to)
}
