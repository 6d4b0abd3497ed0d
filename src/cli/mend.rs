//! What is done with texts that have been fixed: they are written, printed, or compared.

use similar::TextDiff;

use super::desk::Desk;
use super::publication::{Mended, Publication};
use super::replace;
use super::run::{Mending, Run};
use super::words::count;
use crate::error::Error;

/// Fixes articles as `run` says. Returns whether a file would change, if that was the question.
pub fn mend(publication: &mut Publication<'_>, run: &Run, desk: &mut Desk<'_>) -> bool {
    match run.mending {
        Mending::Off => false,
        Mending::Diff(least) => {
            let mended = publication.mend(least, desk);
            for one in &mended {
                let diff = unified(one, desk.terminal.color());
                desk.terminal.print(&diff);
                desk.summary.fixed += one.fixes;
            }
            let (fixes, articles) = (desk.summary.fixed, mended.len());
            desk.terminal.note(&match fixes {
                0 => "no fixes to apply".to_owned(),
                _ => format!("{} in {} would be applied", count(fixes, "fix"), count(articles, "article")),
            });
            !mended.is_empty()
        }
        Mending::Fix(least) => {
            for one in publication.mend(least, desk) {
                match write(&one) {
                    Ok(()) => desk.summary.fixed += one.fixes,
                    Err(e) => {
                        desk.fail(e);
                        publication.restore(&one);
                    }
                }
            }
            publication.judge();
            if let Some((text, charset)) = publication.standard_input() {
                let bytes = charset.encode(text.text());
                desk.terminal.print_bytes(&bytes.unwrap_or_else(|_| text.text().as_bytes().to_vec()));
            }
            false
        }
    }
}

/// Writes a fixed text to its file.
fn write(one: &Mended) -> Result<(), Error> {
    let Some(path) = &one.path else { return Ok(()) };
    let written = match (one.charset.encode(one.before.text()), one.charset.encode(one.after.text())) {
        (Ok(before), Ok(after)) => replace::replace(path, &before, &after, one.charset),
        (Err(c), _) | (_, Err(c)) => Err(format!("{} has no `{c}`", one.charset.name())),
    };
    written.map_err(|why| Error::new(format!("`{}` is not fixed: {why}", one.before.name())))
}

/// The difference that fixing makes, in the form of `diff -u`.
fn unified(one: &Mended, color: bool) -> String {
    let name = one.before.name();
    let diff = TextDiff::from_lines(one.before.text(), one.after.text());
    let plain = diff.unified_diff().header(name, name).to_string();
    if !color {
        return plain;
    }
    plain.split_inclusive('\n').enumerate().map(|(i, line)| paint(line, i < 2)).collect()
}

/// A line of a difference in the colours that git uses.
fn paint(line: &str, heading: bool) -> String {
    let code = match line.as_bytes().first() {
        _ if heading => "1",
        Some(b'-') => "31",
        Some(b'+') => "32",
        Some(b'@') => "36",
        _ => return line.to_owned(),
    };
    let body = line.trim_end_matches(['\n', '\r']);
    format!("\u{1b}[{code}m{body}\u{1b}[0m{}", &line[body.len()..])
}
