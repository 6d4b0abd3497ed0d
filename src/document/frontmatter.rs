//! Front matter: the fields before an article's text, as YAML between `---`, TOML between `+++`, or JSON.
//!
//! Only what an article says of itself is read: its headline and summary, which are prose at their exact bytes, its
//! date and its language. That asks for far less than the grammars of those formats, but for positions, so the fields
//! are read here: top-level keys with a scalar, and everything else is stepped over.

use super::build::Builder;
use super::day::Date;
use super::model::BlockKind;
use super::scalar::{self, Scalar};
use super::zone::Zone;
use crate::text::Span;

/// Reads the front matter that begins at `start`, and says where the body begins.
pub(super) fn read(builder: &mut Builder<'_>, start: usize) -> usize {
    let text = builder.source().text();
    let rest = &text[start..];
    let first = rest.lines().next().unwrap_or_default();
    let opener = first.trim_end();
    let fences: &[&str] = match opener {
        "---" => &["---", "..."],
        "+++" | ";;;" => &[opener],
        _ if first.starts_with('{')
            && matches!(first[1..].trim_start().bytes().next(), None | Some(b'"')) =>
        {
            return read_json(builder, start);
        }
        _ => return start,
    };
    let Some(content) = line_end(text, start) else { return start };
    let mut at = content;
    while at < text.len() {
        let end = line_end(text, at).unwrap_or(text.len());
        if fences.contains(&text[at..end].trim_end()) {
            let mut fields = Fields { builder, text, at: content, end: at };
            match opener {
                "---" => fields.yaml(),
                "+++" => fields.toml(),
                _ => fields.json(),
            }
            return end;
        }
        at = end;
    }
    start
}

/// Reads a JSON object that stands before the text; it must end its line.
fn read_json(builder: &mut Builder<'_>, start: usize) -> usize {
    let text = builder.source().text();
    let Some(end) = scalar::end_of_object(text, start) else { return start };
    let line = line_end(text, end).unwrap_or(text.len());
    if !text[end..line].trim().is_empty() {
        return start;
    }
    Fields { builder, text, at: start + 1, end: end - 1 }.json();
    line
}

/// Where the line after the one that holds `at` begins.
fn line_end(text: &str, at: usize) -> Option<usize> {
    text[at..].find('\n').map(|i| at + i + 1)
}

/// Walks over the fields of `text[at..end]`.
struct Fields<'b, 's> {
    builder: &'b mut Builder<'s>,
    text: &'s str,
    at: usize,
    end: usize,
}

impl Fields<'_, '_> {
    /// The next line, its break left out.
    fn line(&self) -> &str {
        let rest = &self.text[self.at..self.end];
        rest[..rest.find('\n').unwrap_or(rest.len())].trim_end()
    }

    fn skip_line(&mut self) {
        self.at = line_end(&self.text[..self.end], self.at).unwrap_or(self.end);
    }

    fn yaml(&mut self) {
        while self.at < self.end {
            let start = self.at;
            let line = self.line();
            let key = line.split_once(':').filter(|(_, v)| v.is_empty() || v.starts_with([' ', '\t']));
            match key.map(|(key, _)| (unquoted(key).to_owned(), key.len() + 1)) {
                Some((key, value)) if !line.starts_with([' ', '\t', '#', '-']) => {
                    let scalar = scalar::yaml(&self.text[..self.end], start + value);
                    self.at = line_end(&self.text[..self.end], scalar.end.max(start)).unwrap_or(self.end);
                    self.field(&key, start, scalar);
                }
                _ => self.skip_line(),
            }
        }
    }

    fn toml(&mut self) {
        while self.at < self.end {
            let start = self.at;
            let line = self.line();
            if line.starts_with('[') {
                // A table: its keys are not the article's own.
                return;
            }
            match line.split_once('=').map(|(key, _)| (unquoted(key).to_owned(), key.len() + 1)) {
                Some((key, value)) if !line.starts_with('#') => {
                    let scalar = scalar::toml(&self.text[..self.end], start + value);
                    self.at = line_end(&self.text[..self.end], scalar.end.max(start)).unwrap_or(self.end);
                    self.field(&key, start, scalar);
                }
                _ => self.skip_line(),
            }
        }
    }

    fn json(&mut self) {
        let (mut depth, mut key) = (0, None::<(usize, String)>);
        // With `;;;` the braces may be there or not.
        let outer = i32::from(self.text[self.at..self.end].trim_start().starts_with('{'));
        while let Some(&byte) = self.text.as_bytes()[..self.end].get(self.at) {
            match byte {
                b'{' | b'[' => (depth, key) = (depth + 1, None),
                b'}' | b']' => depth -= 1,
                b',' => key = None,
                b'"' => {
                    let start = self.at;
                    let scalar = scalar::double_quoted(&self.text[..self.end], start);
                    self.at = scalar.end;
                    let is_key = self.text[self.at..self.end].trim_start().starts_with(':');
                    match key.take() {
                        _ if depth != outer => {}
                        None if is_key => key = Some((start, scalar.text(self.text))),
                        Some((start, name)) => self.field(&name, start, scalar),
                        None => {}
                    }
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Takes what a field says; `start` is where its key begins.
    fn field(&mut self, key: &str, start: usize, scalar: Scalar) {
        let zone = match &*key.to_ascii_lowercase() {
            "title" | "headline" => Zone::Headline,
            "description" | "excerpt" | "summary" | "subtitle" | "standfirst" | "dek" | "deck"
            | "abstract" => Zone::Standfirst,
            "date" | "published" | "publishdate" | "pubdate" | "datepublished" | "published_at"
            | "publisheddate" => {
                self.builder.date = self.builder.date.or_else(|| Date::parse(&scalar.text(self.text)));
                return;
            }
            "lang" | "language" | "locale" => {
                let tag = scalar.text(self.text).trim().replace('_', "-");
                if self.builder.language.is_none() && !tag.is_empty() {
                    self.builder.language = Some(tag);
                }
                return;
            }
            _ => return,
        };
        self.builder.open(BlockKind::Field, zone);
        scalar.push(self.builder);
        self.builder.close(Span::new(start, scalar.end.max(start)));
    }
}

/// A key without the quotation marks and spaces around it.
fn unquoted(key: &str) -> &str {
    key.trim().trim_matches(['"', '\''])
}
