//! Abbreviations that end in a stop, and what a stop after them says about the end of a sentence.

/// What a stop after a word means when a capital follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// The stop ends the sentence.
    Ends,
    /// It belongs to a title that a name follows (`Dr.`), or to a word that never ends a sentence (`vs.`).
    Never,
    /// It belongs to the word before a number (`No. 10`), else it ends the sentence.
    UnlessNumber,
    /// It ends the sentence only before a word that sentences begin with (`Inc. The`, not `Inc. Magazine`).
    BeforeStarter,
    /// It ends the sentence unless a day, a month or a time zone follows (`5 p.m. Monday`).
    UnlessTime,
}

/// What the stop after `word` means; `word` comes without its stop, a dotted abbreviation with its inner ones.
pub(super) fn stop_after(word: &str) -> Stop {
    let mut letters = word.chars();
    if letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none() {
        // An initial, or the last letter of `Ph. D.`
        return Stop::BeforeStarter;
    }
    if word.len() > 8 || !word.is_ascii() {
        return Stop::Ends;
    }
    let mut buffer = [0; 8];
    let lower = &mut buffer[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    match &*lower {
        b"e.g" | b"i.e" | b"vs" | b"viz" | b"cf" | b"eg" | b"ie" | b"approx" => Stop::Never,
        b"a.m" | b"p.m" => Stop::UnlessTime,
        b"no" | b"nos" | b"vol" | b"vols" | b"fig" | b"figs" | b"pp" | b"art" | b"arts" | b"sec"
        | b"secs" | b"ch" | b"chap" | b"eq" | b"para" | b"paras" | b"ext" | b"tel" => Stop::UnlessNumber,
        b"inc" | b"ltd" | b"co" | b"corp" | b"bros" | b"plc" | b"llc" | b"llp" | b"jr" | b"sr" | b"esq"
        | b"dept" | b"govt" | b"assn" | b"assoc" | b"univ" | b"est" | b"intl" | b"natl" | b"dist" | b"hq"
        | b"ave" | b"blvd" | b"rd" | b"ste" | b"apt" | b"lb" | b"lbs" | b"oz" | b"ft" | b"hr" | b"hrs"
        | b"min" | b"mins" | b"ed" | b"eds" | b"al" | b"trans" => Stop::BeforeStarter,
        lower if capital => capitalised(lower),
        _ => Stop::Ends,
    }
}

/// The same for words that are abbreviations only with a capital: `Gen.`, `Mass.`, `Sun.`
fn capitalised(lower: &[u8]) -> Stop {
    match lower {
        b"dr" | b"drs" | b"mr" | b"mrs" | b"ms" | b"mx" | b"messrs" | b"mme" | b"mlle" | b"prof"
        | b"profs" | b"gen" | b"lt" | b"col" | b"cpl" | b"capt" | b"sgt" | b"maj" | b"cmdr" | b"adm"
        | b"brig" | b"rev" | b"hon" | b"sen" | b"sens" | b"rep" | b"reps" | b"gov" | b"govs" | b"pres"
        | b"fr" | b"msgr" | b"supt" | b"insp" | b"det" | b"pvt" | b"pfc" | b"amb" | b"atty" | b"st"
        | b"sts" | b"mt" | b"ft" | b"pt" => Stop::Never,
        b"jan" | b"feb" | b"mar" | b"apr" | b"jun" | b"jul" | b"aug" | b"sep" | b"sept" | b"oct" | b"nov"
        | b"dec" | b"mon" | b"tue" | b"tues" | b"wed" | b"thu" | b"thur" | b"thurs" | b"fri" | b"sat"
        | b"sun" => Stop::UnlessNumber,
        b"calif" | b"tex" | b"fla" | b"penn" | b"pa" | b"va" | b"mass" | b"mich" | b"minn" | b"ala"
        | b"ariz" | b"ark" | b"colo" | b"conn" | b"del" | b"ga" | b"ill" | b"ind" | b"kan" | b"ky"
        | b"la" | b"md" | b"miss" | b"mo" | b"mont" | b"neb" | b"nev" | b"okla" | b"ore" | b"tenn"
        | b"vt" | b"wash" | b"wis" | b"wyo" | b"ph" => Stop::BeforeStarter,
        _ => Stop::Ends,
    }
}

/// Whether sentences often begin with the word and names do not.
pub(super) fn is_starter(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "He"
            | "She"
            | "It"
            | "They"
            | "We"
            | "I"
            | "You"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "There"
            | "Here"
            | "In"
            | "On"
            | "At"
            | "As"
            | "But"
            | "And"
            | "Or"
            | "So"
            | "Yet"
            | "If"
            | "When"
            | "While"
            | "After"
            | "Before"
            | "Since"
            | "Although"
            | "Though"
            | "However"
            | "Meanwhile"
            | "Moreover"
            | "According"
            | "Both"
            | "Some"
            | "Many"
            | "Most"
            | "All"
            | "Every"
            | "Each"
            | "Several"
            | "Other"
            | "Another"
            | "His"
            | "Her"
            | "Its"
            | "Their"
            | "Our"
            | "My"
            | "Your"
            | "What"
            | "Who"
            | "Why"
            | "How"
            | "Where"
            | "Which"
            | "Then"
            | "Now"
            | "Also"
            | "For"
            | "From"
            | "With"
            | "By"
            | "To"
            | "Because"
            | "During"
            | "Despite"
            | "Under"
            | "Over"
            | "Last"
            | "Only"
            | "Even"
            | "Still"
            | "Instead"
            | "Until"
    )
}

/// Whether the word tells a time after `a.m.` or `p.m.`: a day, a month, a time zone.
pub(super) fn is_time(word: &str) -> bool {
    let zone = word.len() <= 4 && word.len() >= 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    let known = matches!(
        word,
        "Eastern"
            | "Central"
            | "Pacific"
            | "Mountain"
            | "Greenwich"
            | "Monday"
            | "Tuesday"
            | "Wednesday"
            | "Thursday"
            | "Friday"
            | "Saturday"
            | "Sunday"
            | "Mon"
            | "Tue"
            | "Tues"
            | "Wed"
            | "Thu"
            | "Thurs"
            | "Fri"
            | "Sat"
            | "Sun"
    );
    zone || known || super::day::month(word).is_some()
}
