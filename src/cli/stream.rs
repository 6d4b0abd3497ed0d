//! Records that stand alone: checked a piece at a time, each a project of its own.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read};

use rayon::prelude::*;

use super::desk::{About, Desk, Name};
use super::input::Input;
use super::records::{self, Line, Lines, Record};
use super::run::Run;
use super::text;
use crate::error::Error;
use crate::intake::{Charset, Declaration};
use crate::lint::Finding;
use crate::linter::Linter;
use crate::project::Project;
use crate::source::Source;

/// So many bytes of a list are held at a time.
pub const PIECE: usize = 8 << 20;

/// A record and what was found in it.
struct Checked {
    name: Name,
    /// Without text if there are no findings to show in it.
    source: Source,
    findings: Vec<Finding>,
    about: About,
}

/// The lines of a list. One that is not UTF-8 is decoded as a whole.
pub fn open(input: &Input, run: &Run) -> Result<Lines<Box<dyn BufRead>>, Error> {
    let unreadable = |e| text::unreadable(&input.name, &e);
    let mut stream: Box<dyn BufRead> = match &input.path {
        None => Box::new(std::io::stdin().lock()),
        Some(path) => Box::new(BufReader::with_capacity(1 << 20, File::open(path).map_err(unreadable)?)),
    };
    let mark = Charset::of_mark(stream.fill_buf().map_err(unreadable)?);
    if mark.or(run.encoding).unwrap_or_default().is_utf8() {
        return Ok(Lines::new(stream, None, run.limit));
    }
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).map_err(unreadable)?;
    let decoded = text::decode(&input.name, bytes, run.encoding, Declaration::Mark)?;
    Ok(Lines::new(Box::new(Cursor::new(decoded.text.into_bytes())), decoded.map, run.limit))
}

/// Checks the records of a list one by one and shows them in order.
pub fn check(input: &Input, linter: &Linter, run: &Run, desk: &mut Desk<'_>) {
    let mut lines = match open(input, run) {
        Ok(lines) => lines,
        Err(e) => return desk.fail(e),
    };
    while !desk.terminal.closed() {
        let piece = match lines.piece(PIECE) {
            Ok(piece) if piece.is_empty() => return,
            Ok(piece) => piece,
            Err(e) => return desk.fail(text::unreadable(&input.name, &e)),
        };
        let progress = desk.terminal.progress();
        let one = |line: &Line| {
            let checked = check_line(input, line, linter, run);
            progress.add(line.bytes.as_ref().map_or(0, |bytes| bytes.len() as u64 + 1));
            checked
        };
        let checked: Vec<Result<Checked, Error>> = piece.par_iter().map(one).collect();
        for result in checked {
            match result {
                Ok(checked) => show(&checked, desk),
                Err(e) => desk.fail(e),
            }
        }
    }
}

fn check_line(input: &Input, line: &Line, linter: &Linter, run: &Run) -> Result<Checked, Error> {
    let Record { id, source } = records::parse(&input.name, line, run)?;
    let outcome = linter.check(&source);
    let about = About::new(&outcome);
    let mut project = Project::new(linter);
    project.insert(outcome);
    let name = Name::record(id, input.name.clone());
    let findings = project.findings();
    let source = if findings.is_empty() { source.emptied() } else { source };
    Ok(Checked { name, source, findings, about })
}

fn show(checked: &Checked, desk: &mut Desk<'_>) {
    desk.show((&checked.name, &checked.source), &checked.findings, &checked.about, &|_| None);
}
