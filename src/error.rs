//! What can go wrong with our own inputs: a configuration, a lint file, a table. Articles never fail.

use std::fmt;
use std::sync::Arc;

use crate::text::Span;

/// One mistake, with its place if it has one, in words for the person who made it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    /// What is wrong: one lower-case line without a full stop.
    pub message: String,
    /// Where.
    pub place: Option<Place>,
    /// What was expected, or what to do.
    pub help: Option<String>,
}

/// A span of a named text of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file, or what stands for one (`-A` on the command line).
    pub name: Arc<str>,
    /// The whole text of it.
    pub text: Arc<str>,
    /// The bytes that are wrong.
    pub span: Span,
}

impl Error {
    /// An error without a place.
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: None, help: None }
    }

    /// The same error at `span` of the text `text`, which is called `name`.
    pub fn at(mut self, name: impl Into<Arc<str>>, text: impl Into<Arc<str>>, span: Span) -> Self {
        self.place = Some(Place { name: name.into(), text: text.into(), span });
        self
    }

    /// A mistake that the TOML reader has found in `text`, in our words.
    pub(crate) fn in_toml(name: &Arc<str>, text: &Arc<str>, error: &toml::de::Error) -> Self {
        let span = Span::from(error.span().unwrap_or(0..text.len().min(1)));
        let (message, help) = plain_message(error.message().trim());
        let error = Self::new(message).at(name.clone(), text.clone(), span);
        match help {
            Some(help) => error.help(help),
            None => error,
        }
    }

    /// The same error with advice.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same error with "did you mean `…`?", if one of `known` is near `given`.
    pub fn did_you_mean<'a>(self, given: &str, known: impl IntoIterator<Item = &'a str>) -> Self {
        match nearest(given, known) {
            Some(near) => self.help(format!("did you mean `{near}`?")),
            None => self,
        }
    }
}

/// The one of `known` that was most likely meant by `given`.
pub fn nearest<'a>(given: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    known
        .into_iter()
        .map(|k| (strsim::jaro_winkler(&given.to_lowercase(), &k.to_lowercase()), k))
        .filter(|(score, _)| *score > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, k)| k)
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            let at = crate::text::LineIndex::new(&place.text).line_column(place.span.start, &place.text);
            write!(f, "{}:{}:{}: ", place.name, at.line, at.column)?;
        }
        write!(f, "{}", self.message)?;
        if let Some(help) = &self.help {
            write!(f, " ({help})")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// Serde's "unknown field `x`, expected one of `a`, `b`" in fewer words, with the nearest of what was expected.
fn plain_message(message: &str) -> (String, Option<String>) {
    let Some((what, expected)) = message.split_once(", expected ") else {
        return (lower_first(message), None);
    };
    if what.starts_with("invalid length") {
        return ("this is a list".to_owned(), Some(format!("expected {expected}")));
    }
    if !what.starts_with("unknown") {
        // Types of this program's own language say nothing to a linguist.
        let expected = match expected {
            "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number",
            "a boolean" => "`true` or `false`",
            "a string" => "a text in quotation marks",
            "a sequence" => "a list in `[…]`",
            other => other,
        };
        let what = what.replace("invalid type: ", "this is a ").replace("a integer", "an integer");
        return (lower_first(&what), Some(format!("expected {expected}")));
    }
    let given = what.split('`').nth(1).unwrap_or_default();
    let known: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
    if known.contains(&"block-start") && ZONES.contains(&given) {
        let help = format!("`{given}` is a zone: `zones = \"{given}\"`");
        return (format!("unknown value `{given}`"), Some(help));
    }
    let what = what.replace("unknown field", "unknown key").replace("unknown variant", "unknown value");
    let help = match nearest(given, known.iter().copied()) {
        Some(near) => Some(format!("did you mean `{near}`?")),
        None if known.is_empty() => Some(format!("expected {expected}")),
        None => Some(format!("known here: {}", known.join(", "))),
    };
    (lower_first(&what), help)
}

/// Zones that are written where an anchor belongs.
const ZONES: &[&str] =
    &["headline", "standfirst", "body", "heading", "caption", "list", "table", "block-quote", "footer"];

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => first.to_lowercase().chain(chars).collect::<String>().trim_end_matches('.').to_owned(),
        None => String::new(),
    }
}
