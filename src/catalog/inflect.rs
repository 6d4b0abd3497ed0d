//! Inflection: the forms of a word that a phrase marks with `~`.
//!
//! The regular endings of English verbs and nouns, and a table of the irregular ones. A form too many (`puted`) does no
//! harm, since nobody writes it; a form too few would.

/// All forms of `word`, the word itself first; capitals of the first letter are kept.
pub(crate) fn forms(word: &str) -> Vec<String> {
    let lower = word.to_lowercase();
    let mut forms = vec![lower.clone()];
    let irregular = IRREGULAR.iter().find(|list| list.split(' ').next() == Some(&lower));
    match irregular {
        Some(list) => forms.extend(list.split(' ').skip(1).map(str::to_owned)),
        None => forms.extend([with_s(&lower), with_ed(&lower)]),
    }
    if lower != "be" {
        forms.push(with_ing(&lower));
        if let Some(double) = doubled(&lower) {
            forms.push(format!("{double}ing"));
            if irregular.is_none() {
                forms.push(format!("{double}ed"));
            }
        }
    }
    if irregular.is_some() && !forms.iter().any(|f| f.ends_with('s')) {
        forms.push(with_s(&lower));
    }
    if word.starts_with(char::is_uppercase) {
        for form in &mut forms {
            let first = form.chars().next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
            form.replace_range(..form.chars().next().map_or(0, char::len_utf8), &first);
        }
    }
    forms.sort();
    forms.dedup();
    let own = forms.iter().position(|f| f.to_lowercase() == lower).unwrap_or(0);
    forms.swap(0, own);
    forms
}

fn vowel(c: char) -> bool {
    "aeiou".contains(c)
}

fn consonant_y(word: &str) -> bool {
    word.ends_with('y') && !word.chars().rev().nth(1).is_some_and(vowel)
}

fn with_s(word: &str) -> String {
    if consonant_y(word) {
        format!("{}ies", &word[..word.len() - 1])
    } else if ["s", "x", "z", "ch", "sh"].iter().any(|e| word.ends_with(e))
        || (word.ends_with('o') && !word.chars().rev().nth(1).is_some_and(vowel))
    {
        format!("{word}es")
    } else {
        format!("{word}s")
    }
}

fn with_ed(word: &str) -> String {
    if consonant_y(word) {
        format!("{}ied", &word[..word.len() - 1])
    } else if word.ends_with('e') {
        format!("{word}d")
    } else {
        format!("{word}ed")
    }
}

fn with_ing(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ie") {
        format!("{stem}ying")
    } else if word.ends_with('e') && !word.ends_with("ee") && !word.ends_with("oe") && word.len() > 2 {
        format!("{}ing", &word[..word.len() - 1])
    } else {
        format!("{word}ing")
    }
}

/// `stop` → `stopp`: one vowel and one consonant at the end.
fn doubled(word: &str) -> Option<String> {
    let mut back = word.chars().rev();
    let (last, middle, before) = (back.next()?, back.next()?, back.next()?);
    let doubles = !vowel(last) && !"wxyh".contains(last) && vowel(middle) && !vowel(before);
    doubles.then(|| format!("{word}{last}"))
}

/// The base form, then its irregular forms; `-ing` is made by rule, `-s` where no form here ends in `s`.
const IRREGULAR: &[&str] = &[
    "arise arose arisen",
    "be am is are was were been being",
    "bear bore borne born",
    "beat beaten",
    "become became",
    "begin began begun",
    "bend bent",
    "bind bound",
    "bite bit bitten",
    "bleed bled",
    "blow blew blown",
    "break broke broken",
    "bring brought",
    "build built",
    "burn burnt burned",
    "burst bursts",
    "buy bought",
    "cast casts",
    "catch caught catches",
    "child children",
    "choose chose chosen",
    "come came",
    "cost costs",
    "crisis crises",
    "cut cuts",
    "deal dealt",
    "dig dug",
    "do did done does",
    "draw drew drawn",
    "drink drank drunk",
    "drive drove driven",
    "eat ate eaten",
    "fall fell fallen",
    "feed fed",
    "feel felt",
    "fight fought",
    "find found",
    "flee fled",
    "fly flew flown flies",
    "foot feet",
    "forbid forbade forbidden",
    "forget forgot forgotten",
    "freeze froze frozen",
    "get got gotten",
    "give gave given",
    "go went gone goes",
    "grow grew grown",
    "half halves",
    "hang hung hanged",
    "have has had",
    "hear heard",
    "hide hid hidden",
    "hit hits",
    "hold held",
    "hurt hurts",
    "keep kept",
    "knife knives",
    "know knew known",
    "lay laid",
    "lead led",
    "leaf leaves",
    "learn learnt learned",
    "leave left",
    "lend lent",
    "let lets",
    "lie lay lain lied",
    "life lives",
    "lose lost",
    "make made",
    "man men",
    "mean meant",
    "meet met",
    "mouse mice",
    "pay paid",
    "person people persons",
    "put puts",
    "quit quits",
    "read reads",
    "ride rode ridden",
    "ring rang rung",
    "rise rose risen",
    "run ran",
    "say said",
    "see saw seen",
    "seek sought",
    "sell sold",
    "send sent",
    "set sets",
    "shake shook shaken",
    "shine shone",
    "shoot shot",
    "show showed shown",
    "shut shuts",
    "sing sang sung",
    "sink sank sunk",
    "sit sat",
    "sleep slept",
    "speak spoke spoken",
    "spend spent",
    "spin spun",
    "split splits",
    "spread spreads",
    "stand stood",
    "steal stole stolen",
    "stick stuck",
    "strike struck stricken",
    "strive strove striven",
    "swear swore sworn",
    "sweep swept",
    "swim swam swum",
    "take took taken",
    "teach taught teaches",
    "tear tore torn",
    "tell told",
    "thief thieves",
    "think thought",
    "throw threw thrown",
    "tooth teeth",
    "undergo underwent undergone undergoes",
    "understand understood",
    "wake woke woken",
    "wear wore worn",
    "weep wept",
    "wife wives",
    "win won",
    "withdraw withdrew withdrawn",
    "wolf wolves",
    "woman women",
    "write wrote written",
];
