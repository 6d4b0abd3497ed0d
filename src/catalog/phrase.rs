//! The phrase language: text into elements, and elements into the sequences that the trie holds.
//!
//! `(a|b)` alternatives, captured by number; `[a|b]` optional; `word[s]` an optional ending; `word~` any inflection; `{class}` or
//! `{class:name}`; `<3>`, `<1-3>` a gap; `\` escapes.

use super::inflect;

/// One piece of a phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Element {
    /// Words as written; `inflect` asks for all forms of the last one.
    Words { text: String, inflect: bool },
    /// One of these words: `word[s]`, a word with and without an ending.
    Forms(Vec<String>),
    /// Alternatives. `capture` is the number of a `( )` group, `None` for `[ ]`, which may also be absent.
    Choice { branches: Vec<Vec<Element>>, capture: Option<u8> },
    /// A class or a table column, and the name it is captured under.
    Slot { path: String, name: String },
    /// Any words.
    Gap(u8, u8),
}

/// What is wrong with a phrase, and at which byte of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PhraseError {
    pub(crate) at: usize,
    pub(crate) message: String,
}

/// Reads a phrase.
pub(crate) fn parse(text: &str) -> Result<Vec<Element>, PhraseError> {
    let mut parser = Parser { text, at: 0, groups: 0 };
    let elements = parser.sequence()?;
    match parser.peek() {
        Some(c) => Err(parser.error(format!("`{c}` closes nothing; write `\\{c}` for the sign itself"))),
        None if elements.is_empty() => Err(parser.error("an empty phrase matches nothing")),
        None => Ok(elements),
    }
}

struct Parser<'p> {
    text: &'p str,
    at: usize,
    groups: u8,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    fn error(&self, message: impl Into<String>) -> PhraseError {
        PhraseError { at: self.at, message: message.into() }
    }

    /// Elements up to the end of the phrase, or to a sign that ends a group or a branch.
    fn sequence(&mut self) -> Result<Vec<Element>, PhraseError> {
        let mut elements = Vec::new();
        while let Some(c) = self.peek() {
            match c {
                ')' | ']' | '|' | '}' | '>' => break,
                '(' => {
                    self.groups += 1;
                    let capture = self.groups;
                    elements.push(Element::Choice { branches: self.group(')')?, capture: Some(capture) });
                }
                '[' => match (self.ending(), elements.last_mut()) {
                    (Some(ending), Some(last @ Element::Words { inflect: false, .. })) => {
                        if let Element::Words { text, .. } = last {
                            *last = Element::Forms(vec![text.clone(), format!("{text}{ending}")]);
                        }
                        self.at += ending.len() + 2;
                    }
                    _ => elements.push(Element::Choice { branches: self.group(']')?, capture: None }),
                },
                '{' => elements.push(self.slot()?),
                '<' => elements.push(self.gap()?),
                '~' if matches!(elements.last(), Some(Element::Slot { .. })) => {
                    return Err(self.error("`~` is for words; a class has the forms that it lists"));
                }
                c if c.is_whitespace() => self.at += c.len_utf8(),
                _ => elements.push(self.words()?),
            }
        }
        Ok(elements)
    }

    fn group(&mut self, close: char) -> Result<Vec<Vec<Element>>, PhraseError> {
        let open = self.at;
        self.at += 1;
        let mut branches = Vec::new();
        loop {
            branches.push(self.sequence()?);
            match self.peek() {
                Some('|') => self.at += 1,
                Some(c) if c == close => {
                    self.at += 1;
                    return Ok(branches);
                }
                _ => {
                    self.at = open;
                    return Err(self.error(format!("this group is never closed by `{close}`")));
                }
            }
        }
    }

    /// The letters of an optional ending that is written to a word without a space: the `s` of `word[s]`.
    fn ending(&self) -> Option<String> {
        let (before, group) = self.text.split_at(self.at);
        let (ending, after) = group[1..].split_once(']')?;
        let letters = |s: &str| !s.is_empty() && s.chars().all(char::is_alphabetic);
        let is_glued = before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        (is_glued && letters(ending)).then(|| ending.to_owned())
    }

    fn slot(&mut self) -> Result<Element, PhraseError> {
        let inner = self.inner('}')?;
        let (path, name) = inner.split_once(':').unwrap_or((inner, inner));
        let sound = |s: &str| !s.is_empty() && s.chars().all(|c| c.is_alphanumeric() || "_-.".contains(c));
        if !sound(path) || !sound(name) {
            return Err(self.error("a class is named with letters: `{country}` or `{country:first}`"));
        }
        let element = Element::Slot { path: path.to_owned(), name: name.to_owned() };
        self.at += inner.len() + 2;
        Ok(element)
    }

    fn gap(&mut self) -> Result<Element, PhraseError> {
        let inner = self.inner('>')?;
        let (min, max) = inner.split_once('-').unwrap_or(("0", inner));
        match (min.trim().parse::<u8>(), max.trim().parse::<u8>()) {
            (Ok(min), Ok(max)) if min <= max && (1..=8).contains(&max) => {
                self.at += inner.len() + 2;
                Ok(Element::Gap(min, max))
            }
            _ => Err(self.error("a gap is `<3>` or `<1-3>`, of at most 8 words")),
        }
    }

    /// The text between the sign at hand and `close`.
    fn inner(&self, close: char) -> Result<&str, PhraseError> {
        let rest = &self.text[self.at + 1..];
        rest.find(close).map(|end| &rest[..end]).ok_or_else(|| self.error(format!("`{close}` is missing")))
    }

    /// A run of characters without white space or signs of the language.
    fn words(&mut self) -> Result<Element, PhraseError> {
        let mut text = String::new();
        while let Some(c) = self.peek() {
            match c {
                '\\' => {
                    self.at += 1;
                    let Some(c) = self.peek() else {
                        return Err(self.error("`\\` stands before the sign it escapes"));
                    };
                    text.push(c);
                    self.at += c.len_utf8();
                }
                '~' => {
                    self.at += 1;
                    return Ok(Element::Words { text, inflect: true });
                }
                c if c.is_whitespace() || "()[]{}|<>".contains(c) => break,
                c => {
                    text.push(c);
                    self.at += c.len_utf8();
                }
            }
        }
        Ok(Element::Words { text, inflect: false })
    }
}

/// One symbol of a phrase with its alternatives multiplied out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Flat {
    /// Words as written, to be tokenised; `member` says that they come from a table.
    Words {
        text: String,
        member: bool,
    },
    /// A class, by name.
    Class(String),
    Gap(u8, u8),
}

/// A phrase with its alternatives multiplied out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Flattened {
    pub(crate) parts: Vec<Flat>,
    /// (name, first part, one past the last part)
    pub(crate) captures: Vec<(String, usize, usize)>,
}

/// What a `{slot}` stands for.
pub(crate) enum Resolved {
    /// A class of that name.
    Class(String),
    /// Any of these words.
    Values(Vec<String>),
    /// The table row has no such value: the phrase does not exist for it.
    Nothing,
}

/// At most so many sequences may come of one phrase.
pub(crate) const MOST_FORMS: usize = 20_000;

/// Multiplies out the alternatives of a phrase. `None` if there are more than [`MOST_FORMS`].
pub(crate) fn flatten(elements: &[Element], resolve: &dyn Fn(&str) -> Resolved) -> Option<Vec<Flattened>> {
    let mut all = vec![Flattened::default()];
    for element in elements {
        all = match element {
            Element::Words { text, inflect } => {
                let forms = if *inflect { inflected(text) } else { vec![text.clone()] };
                let parts = forms.into_iter().map(|text| vec![Flat::Words { text, member: false }]);
                product(all, parts.map(plain).collect(), None)?
            }
            Element::Forms(forms) => {
                let parts =
                    forms.iter().map(|text| plain(vec![Flat::Words { text: text.clone(), member: false }]));
                product(all, parts.collect(), None)?
            }
            Element::Gap(min, max) => product(all, vec![plain(vec![Flat::Gap(*min, *max)])], None)?,
            Element::Slot { path, name } => {
                let parts = match resolve(path) {
                    Resolved::Class(class) => vec![plain(vec![Flat::Class(class)])],
                    Resolved::Values(values) => {
                        let words = |text| plain(vec![Flat::Words { text, member: true }]);
                        values.into_iter().map(words).collect()
                    }
                    Resolved::Nothing => Vec::new(),
                };
                product(all, parts, Some(name))?
            }
            Element::Choice { branches, capture } => {
                let mut parts = Vec::new();
                for branch in branches {
                    parts.extend(flatten(branch, resolve)?);
                }
                let number = capture.map(|n| n.to_string());
                if capture.is_none() {
                    parts.push(Flattened::default());
                }
                product(all, parts, number.as_deref())?
            }
        };
    }
    Some(all)
}

fn plain(parts: Vec<Flat>) -> Flattened {
    Flattened { parts, captures: Vec::new() }
}

/// The last word of a run in all its forms: `well-know~` gives `well-known`.
fn inflected(text: &str) -> Vec<String> {
    let start = text.rfind(|c: char| !c.is_alphanumeric()).map_or(0, |i| i + 1);
    inflect::forms(&text[start..]).into_iter().map(|form| format!("{}{form}", &text[..start])).collect()
}

fn product(before: Vec<Flattened>, after: Vec<Flattened>, name: Option<&str>) -> Option<Vec<Flattened>> {
    if before.len() * after.len() > MOST_FORMS {
        return None;
    }
    let mut all = Vec::with_capacity(before.len() * after.len());
    for left in &before {
        for right in &after {
            let mut joined = left.clone();
            let from = joined.parts.len();
            joined.parts.extend(right.parts.iter().cloned());
            joined.captures.extend(right.captures.iter().map(|(n, a, b)| (n.clone(), a + from, b + from)));
            if let Some(name) = name {
                joined.captures.push((name.to_owned(), from, joined.parts.len()));
            }
            all.push(joined);
        }
    }
    Some(all)
}
