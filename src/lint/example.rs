//! Examples: what a lint must say and what it must leave alone. They are documentation and tests at once.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::Format;

/// One example of a lint.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Example {
    /// The text. In one that fires, each finding's span stands between `{{` and `}}`; a literal pair of braces is
    /// written `\{{` and `\}}`.
    pub text: Cow<'static, str>,
    /// The text after the first fix of every finding is applied, whatever its applicability; `None` if there is
    /// no fix to show.
    pub good: Option<Cow<'static, str>>,
    /// Whether the lint must fire on it.
    pub fires: bool,
    /// How the text is read.
    pub format: Format,
}

impl Example {
    /// A text that must fire at its `{{marks}}`.
    pub const fn bad(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), good: None, fires: true, format: Format::Text }
    }

    /// A text that must fire at its `{{marks}}`, and what its fixes make of it.
    pub const fn fixed(text: &'static str, good: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), good: Some(Cow::Borrowed(good)), fires: true, format: Format::Text }
    }

    /// A text on which the lint must stay silent.
    pub const fn ok(text: &'static str) -> Self {
        Self { text: Cow::Borrowed(text), good: None, fires: false, format: Format::Text }
    }

    /// The same, read as Markdown.
    pub const fn markdown(mut self) -> Self {
        self.format = Format::Markdown;
        self
    }

    /// The same, read as HTML.
    pub const fn html(mut self) -> Self {
        self.format = Format::Html;
        self
    }

    /// The text without its marks, and the byte ranges that were marked.
    pub fn unmarked(&self) -> (String, Vec<Range<usize>>) {
        let mut text = String::with_capacity(self.text.len());
        let (mut marks, mut open) = (Vec::new(), None);
        let mut rest: &str = &self.text;
        while let Some(c) = rest.chars().next() {
            if let Some(after) = rest.strip_prefix("\\{{").or_else(|| rest.strip_prefix("\\}}")) {
                text.push_str(&rest[1..3]);
                rest = after;
            } else if let Some(after) = rest.strip_prefix("{{").filter(|_| self.fires && open.is_none()) {
                open = Some(text.len());
                rest = after;
            } else if let Some(after) = rest.strip_prefix("}}").filter(|_| open.is_some()) {
                marks.extend(open.take().map(|start| start..text.len()));
                rest = after;
            } else {
                text.push(c);
                rest = &rest[c.len_utf8()..];
            }
        }
        (text, marks)
    }
}
