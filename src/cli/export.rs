//! Exports of content management systems: read as a whole, their posts checked side by side.

use std::sync::Arc;

use rayon::prelude::*;
use serde::de::IgnoredAny;

use super::desk::{About, Desk, Name};
use super::input::{Input, Kind};
use super::run::Run;
use super::text;
use crate::error::Error;
use crate::intake::Declaration;
use crate::intake::posts::{Export, Post};
use crate::lint::Finding;
use crate::linter::Linter;
use crate::project::Project;
use crate::source::Source;

/// A post and what was found in it.
struct Checked {
    name: Name,
    /// Without text if there are no findings to show in it.
    source: Source,
    findings: Vec<Finding>,
    about: About,
}

/// The posts of an export. A file that is none is an error.
pub fn read(input: &Input, run: &Run) -> Result<Vec<Result<Post, Error>>, Error> {
    let bytes = input.bytes_of(run.limit)?;
    let decoded = text::decode(&input.name, bytes, run.encoding, Declaration::Xml)?;
    let kind = match input.kind {
        Kind::Export(Some(kind)) => kind,
        _ => Export::of_text(&decoded.text).ok_or_else(|| unknown(&input.name, &decoded.text))?,
    };
    Ok(kind.posts(&input.name, &decoded.text, decoded.map.as_ref()))
}

/// What a post is called, and its text.
pub fn named(post: Post, export: &Arc<str>) -> (Name, Source) {
    (Name::post(&post.id, post.title, post.link, export.clone()), post.source)
}

fn unknown(name: &str, text: &str) -> Error {
    let (what, systems) = match text.trim_start().starts_with('<') {
        true => ("XML, but not an export of WordPress", "`wxr`, or `html` for a page"),
        false => ("JSON, but not an export of WordPress or Ghost", "`wp-json`, `ghost` or `jsonl`"),
    };
    let json = text.trim_start().starts_with(['{', '[']);
    if json && let Err(e) = serde_json::from_str::<IgnoredAny>(text) {
        return Error::new(format!("`{name}` is not whole JSON: {e}"));
    }
    let what = if json || text.trim_start().starts_with('<') { what } else { "neither XML nor JSON" };
    Error::new(format!("`{name}` is {what}"))
        .help(format!("leave it out, or say how to read it with --format-in: {systems}, or `text`"))
}

/// Checks the posts of an export one by one and shows them in order.
pub fn check(input: &Input, linter: &Linter, run: &Run, desk: &mut Desk<'_>) {
    let posts = match read(input, run) {
        Ok(posts) => posts,
        Err(e) => return desk.fail(e),
    };
    let checked: Vec<Result<Checked, Error>> =
        posts.into_par_iter().map(|post| Ok(check_post(post?, input, linter))).collect();
    desk.terminal.progress().add(input.bytes());
    for result in checked {
        match result {
            Ok(checked) => {
                desk.show((&checked.name, &checked.source), &checked.findings, &checked.about, &|_| None);
            }
            Err(e) => desk.fail(e),
        }
        if desk.terminal.closed() {
            return;
        }
    }
}

fn check_post(post: Post, input: &Input, linter: &Linter) -> Checked {
    let (name, source) = named(post, &input.name);
    let outcome = linter.check(&source);
    let about = About::new(&outcome);
    let mut project = Project::new(linter);
    project.insert(outcome);
    let findings = project.findings();
    let source = if findings.is_empty() { source.emptied() } else { source };
    Checked { name, findings, source, about }
}
