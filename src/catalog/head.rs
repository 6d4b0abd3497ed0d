//! The part of a lint file that is not patterns: what the lint says of itself.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::file::{File, RawExample, RawLint};
use crate::error::Error;
use crate::lint::{Example, Level};

/// What a lint file says of its lint; the fields are those of [`crate::lint::Lint`].
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct LintHead {
    pub(crate) id: Cow<'static, str>,
    pub(crate) category: Cow<'static, str>,
    pub(crate) level: Level,
    pub(crate) mqm: Cow<'static, str>,
    pub(crate) since: Cow<'static, str>,
    pub(crate) preview: bool,
    pub(crate) summary: Cow<'static, str>,
    pub(crate) why: Cow<'static, str>,
    pub(crate) language: Option<Cow<'static, str>>,
    pub(crate) examples: Vec<Example>,
}

impl LintHead {
    /// Takes the head out of a file, and says what is wrong with it.
    pub(crate) fn of(category: &str, id: &str, raw: &RawLint, file: &File, errors: &mut Vec<Error>) -> Self {
        let mut fault = |span: std::ops::Range<usize>, message: &str| errors.push(file.error(span, message));
        let kebab = |s: &str| {
            !s.is_empty() && s.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        };
        if !kebab(id) || !kebab(category) {
            fault(0..0, "a lint is named in small letters and hyphens: `<category>/<id>.toml`");
        }
        let summary = raw.summary.get_ref();
        if summary.trim().is_empty() || summary.contains('\n') || summary.ends_with('.') {
            fault(raw.summary.span(), "a summary is one line without a full stop");
        }
        if raw.why.get_ref().trim().is_empty() {
            fault(raw.why.span(), "`why` says why it harms the reader, and what to do");
        }
        let version = |s: &str| s.split('.').count() <= 3 && s.split('.').all(|n| n.parse::<u32>().is_ok());
        if !version(raw.since.get_ref()) {
            fault(raw.since.span(), "`since` is the version that first had the lint: `0.1.0`");
        }
        if let Some(language) = raw.language.as_ref().filter(|l| !super::check::is_language(l.get_ref())) {
            fault(language.span(), "a language is a tag of BCP 47: `hi`, `zh-Hant`");
        }
        if !is_mqm(raw.mqm.get_ref()) {
            let error = file.error(raw.mqm.span(), "not an error type of MQM");
            let error = error.did_you_mean(raw.mqm.get_ref(), MQM.iter().copied());
            let known = format!("known here, with finer types behind a `/`: {}", MQM.join(", "));
            errors.push(if error.help.is_some() { error } else { error.help(known) });
        }
        let mut examples = Vec::new();
        for example in &raw.examples {
            match example_of(example.get_ref()) {
                Ok(example) => examples.push(example),
                Err(message) => errors.push(file.error(example.span(), message)),
            }
        }
        Self {
            id: id.to_owned().into(),
            category: category.to_owned().into(),
            level: raw.level,
            mqm: raw.mqm.get_ref().clone().into(),
            since: raw.since.get_ref().clone().into(),
            preview: raw.preview,
            summary: summary.clone().into(),
            why: raw.why.get_ref().trim().to_owned().into(),
            language: raw.language.as_ref().map(|l| l.get_ref().clone().into()),
            examples,
        }
    }
}

fn example_of(raw: &RawExample) -> Result<Example, &'static str> {
    let (text, good, fires) = match (&raw.bad, &raw.good, &raw.ok) {
        (Some(bad), good, None) => (bad, good.clone(), true),
        (None, None, Some(ok)) => (ok, None, false),
        (Some(_), _, Some(_)) => {
            return Err("`bad` and `ok` are two examples; each has an `[[example]]` of its own");
        }
        (None, Some(_), _) => {
            return Err("`good` is what the fixes make of `bad`; this example has no `bad`");
        }
        (None, None, None) => {
            return Err("an example has a text: `bad`, in which something is found, or `ok`");
        }
    };
    let example =
        Example { text: text.clone().into(), good: good.map(Into::into), fires, format: raw.format };
    match fires && example.unmarked().1.is_empty() {
        true => Err("nothing is marked here; what is found stands between `{{` and `}}`"),
        false => Ok(example),
    }
}

fn is_mqm(mqm: &str) -> bool {
    MQM.contains(&mqm) || MQM.iter().any(|m| mqm.strip_prefix(m).is_some_and(|rest| rest.starts_with('/')))
}

/// The error types of MQM that a lint may name, and `none`; finer ones follow after a stroke
/// (<https://themqm.org/error-types-2/typology/>).
const MQM: &[&str] = &[
    "none",
    "terminology",
    "accuracy",
    "fluency",
    "linguistic-conventions",
    "style",
    "locale-convention",
    "locale-conventions",
    "audience-appropriateness",
    "design-and-markup",
    "verity",
];
