//! The picture of one finding: its places in one text or several, drawn by codespan-reporting.

use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle, Severity};
use codespan_reporting::files::{self, Files};
use codespan_reporting::term::termcolor::{Ansi, NoColor};
use codespan_reporting::term::{self, Config};

use super::view::View;
use super::window::{Place, columns};
use super::{Options, visible};
use crate::source::Source;
use crate::text::Span;

/// What stands beside a line, its number aside: the border, and the mark of a cut.
const BORDER: usize = 5;

/// The places of one finding, by the text that they are in.
pub(super) struct Picture<'a> {
    options: Options,
    sheets: Vec<Sheet<'a>>,
}

/// The places in one text.
struct Sheet<'a> {
    name: &'a str,
    source: &'a Source,
    marks: Vec<(Span, LabelStyle, &'a str)>,
}

impl<'a> Picture<'a> {
    pub(super) fn new(options: Options) -> Self {
        Self { options, sheets: Vec::new() }
    }

    /// Marks a place of the text that is called `name`. The first place comes first in the picture.
    pub(super) fn mark(
        &mut self,
        name: &'a str,
        source: &'a Source,
        span: Span,
        style: LabelStyle,
        text: &'a str,
    ) {
        let span = inside(source.text(), span);
        match self.sheets.iter_mut().find(|sheet| sheet.source.name() == source.name()) {
            Some(sheet) => sheet.marks.push((span, style, text)),
            None => self.sheets.push(Sheet { name, source, marks: vec![(span, style, text)] }),
        }
    }

    /// Draws what has been marked, under a headline.
    pub(super) fn draw(
        self,
        severity: Severity,
        code: &str,
        message: &str,
        notes: Vec<String>,
        out: &mut String,
    ) {
        let views = Views(self.sheets.iter().map(|sheet| sheet.view(self.options.width)).collect());
        let mut labels = Vec::new();
        for (id, sheet) in self.sheets.iter().enumerate() {
            labels.extend(sheet.marks.iter().map(|&(span, style, text)| {
                Label::new(style, id, views.0[id].shown(span)).with_message(visible(text))
            }));
        }
        let diagnostic = Diagnostic::new(severity)
            .with_code(visible(code))
            .with_message(visible(message))
            .with_labels(labels)
            .with_notes(notes);
        let config = Config::default();
        let drawn = if self.options.color {
            let mut buffer = Ansi::new(Vec::new());
            term::emit_to_write_style(&mut buffer, &config, &views, &diagnostic).map(|()| buffer.into_inner())
        } else {
            let mut buffer = NoColor::new(Vec::new());
            term::emit_to_write_style(&mut buffer, &config, &views, &diagnostic).map(|()| buffer.into_inner())
        };
        match drawn {
            Ok(bytes) => out.push_str(&String::from_utf8_lossy(&bytes)),
            // A view answers for every place that it was made for, so this is not reached; a finding
            // must not be lost even so.
            Err(_) => out.push_str(&format!("{}\n\n", visible(message))),
        }
    }
}

impl Sheet<'_> {
    fn view(&self, width: usize) -> View {
        let place = |&(span, _, text): &(Span, LabelStyle, &str)| Place { span, beside: columns(text) + 1 };
        let places: Vec<Place> = self.marks.iter().map(place).collect();
        let last = places.iter().map(|p| p.span.end).max().unwrap_or(0);
        let digits = (self.source.lines().line_of(last) + 1).to_string().len();
        View::new(self.name, self.source, &places, width.max(40) - digits - BORDER)
    }
}

/// The part of a span that lies in `text`, out to whole characters.
fn inside(text: &str, span: Span) -> Span {
    let mut start = (span.start as usize).min(text.len());
    let mut end = (span.end as usize).min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    Span::new(start, end.max(start))
}

/// The views of a picture as the files of a diagnostic.
struct Views(Vec<View>);

impl Views {
    fn view(&self, id: usize) -> Result<&View, files::Error> {
        self.0.get(id).ok_or(files::Error::FileMissing)
    }
}

impl<'a> Files<'a> for Views {
    type FileId = usize;
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, id: usize) -> Result<&'a str, files::Error> {
        Ok(&self.view(id)?.name)
    }

    fn source(&'a self, id: usize) -> Result<&'a str, files::Error> {
        Ok(&self.view(id)?.text)
    }

    fn line_index(&'a self, id: usize, byte: usize) -> Result<usize, files::Error> {
        let rows = &self.view(id)?.rows;
        let row = rows.partition_point(|row| row.range.start <= byte).saturating_sub(1);
        rows.get(row).map(|row| row.index).ok_or(files::Error::FileMissing)
    }

    fn line_number(&'a self, id: usize, index: usize) -> Result<usize, files::Error> {
        Ok(self.view(id)?.row(index)?.line)
    }

    fn column_number(&'a self, id: usize, _index: usize, byte: usize) -> Result<usize, files::Error> {
        Ok(self.view(id)?.columns.get(&byte).copied().unwrap_or(1))
    }

    fn line_range(&'a self, id: usize, index: usize) -> Result<Range<usize>, files::Error> {
        Ok(self.view(id)?.row(index)?.range.clone())
    }
}

impl View {
    fn row(&self, index: usize) -> Result<&super::view::Row, files::Error> {
        let max = self.rows.last().map_or(0, |row| row.index);
        let i = self.rows.binary_search_by_key(&index, |row| row.index);
        i.map(|i| &self.rows[i]).map_err(|_| files::Error::LineTooLarge { given: index, max })
    }
}
