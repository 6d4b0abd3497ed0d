//! What a lint file says that cannot be meant: slots that nothing fills, keys that contradict each other.
//!
//! A slot that nothing fills would leave a hole in a message, or drop a correction; both are mistakes of the file, so they
//! are told when it is loaded.

use std::collections::BTreeSet;
use std::ops::Range;

use regex_syntax::hir::{Hir, HirKind};
use toml::Spanned;

use super::compile::Compiler;
use super::expand::zones;
use super::file::{File, RawDelete, RawDensity, RawMatch};
use super::phrase::{self, Element};
use crate::scan::program::Table;

/// The slots of a template: where their names begin, and the names. `Err` is the place of a `{` that nothing closes.
fn slots(template: &str) -> Result<Vec<(usize, &str)>, usize> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(sign) = template[at..].find(['{', '\\']).map(|i| at + i) {
        if template[sign..].starts_with('\\') {
            let escaped = template[sign + 1..].chars().next().map_or(0, char::len_utf8);
            at = sign + 1 + escaped;
            continue;
        }
        let Some(end) = template[sign..].find('}').map(|i| sign + i) else { return Err(sign) };
        found.push((sign + 1, &template[sign + 1..end]));
        at = end + 1;
    }
    Ok(found)
}

/// What can stand in the slots of the templates of a match.
#[derive(Default)]
struct Known {
    /// Names that stand alone.
    names: BTreeSet<String>,
    /// Names that can have a column behind them, and their tables.
    tabled: Vec<(String, u32)>,
    /// The table of the match: its columns are names too.
    table: Option<u32>,
}

impl Compiler {
    /// Finds what is senseless in a match: `own` are its keys as written, `merged` those with the defaults.
    pub(super) fn check_match(&mut self, scope: &str, own: &RawMatch, merged: &RawMatch, file: &File) {
        if let (Some(delete), Some(_)) = (&own.delete, &own.replace) {
            self.fault(file, delete.span(), "`delete` beside `replace`: a match has one of them");
        }
        if own.slow && own.phrase.is_some() {
            let span = own.phrase.as_ref().map_or(0..0, Spanned::span);
            self.fault(file, span, "`slow` is for a regex; phrases are never slow");
        }
        if let Some(not) = merged.not_zones.as_ref().filter(|_| zones(merged) == 0) {
            self.fault(file, not.span(), "`not-zones` takes away all that `zones` names");
        }
        if let Some(language) = own.language.as_ref().filter(|l| !is_language(l.get_ref())) {
            self.fault(file, language.span(), "a language is a tag of BCP 47: `hi`, `zh-Hant`");
        }
        if let Some(variety) =
            own.variety.as_ref().filter(|v| !v.get_ref().0.iter().all(|tag| is_variety(tag)))
        {
            self.fault(file, variety.span(), "a variety is a tag of BCP 47 for English: `en-IN`");
        }
        if is_plain(merged) {
            return;
        }
        let known = self.known(scope, merged);
        if merged.table.is_some() && known.table.is_none() {
            // There is no such table, which is told where its rows are asked for.
            return;
        }
        if let Some(table) = known.table
            && let Some(phrases) = &merged.phrase
            && !self.uses_column(table, merged)
        {
            let message = "nothing here uses a column of the table, so each row would say the same";
            self.fault(file, phrases.span(), message);
        }
        for phrases in merged.phrase.iter() {
            phrases
                .get_ref()
                .0
                .iter()
                .for_each(|phrase| self.check_paths(&known, phrase, phrases.span(), file));
        }
        for template in merged.message.iter() {
            self.check_template(&known, template.get_ref(), template.span(), &[], file);
            self.check_cells(&known, template.get_ref(), template.span(), file);
            // A correction that lacks something is not offered, and then there is none to be shown.
            let shown = template.get_ref().contains("{replace}");
            for replace in merged.replace.iter().filter(|r| shown && r.get_ref().0.len() == 1) {
                self.check_cells(&known, &replace.get_ref().0[0], replace.span(), file);
            }
        }
        for template in merged.note.iter() {
            self.check_template(&known, template.get_ref(), template.span(), &[], file);
        }
        for templates in merged.replace.iter() {
            for template in &templates.get_ref().0 {
                self.check_template(&known, template, templates.span(), &["replace"], file);
            }
        }
    }

    /// Finds what is senseless in a density.
    pub(super) fn check_density(&mut self, density: &RawDensity, file: &File) {
        if *density.distinct.get_ref() == 0 {
            self.fault(file, density.distinct.span(), "`distinct` is at least 1");
        }
        if let Some(of) = &density.of {
            self.densities_of.push(file.error(of.span(), of.get_ref().clone()));
        }
        let names = ["count", "distinct"].map(str::to_owned).into();
        let known = Known { names, ..Known::default() };
        let message = &density.message;
        self.check_template(&known, message.get_ref(), message.span(), &[], file);
    }

    /// Finds densities of lints and categories that do not exist, once all are known.
    pub(super) fn check_densities(&mut self) {
        let names: BTreeSet<&str> = self.heads.iter().flat_map(|h| [&*h.id, &*h.category]).collect();
        for mut error in std::mem::take(&mut self.densities_of) {
            if !names.contains(&*error.message) {
                let of = std::mem::take(&mut error.message);
                error.message = format!("no lint or category is called `{of}`");
                self.errors.push(error.did_you_mean(&of, names.iter().copied()));
            }
        }
    }

    /// Says that there is no such table, unless its file is there and has mistakes of its own.
    pub(super) fn no_table(&mut self, name: &str, span: Range<usize>, file: &File) {
        if self.broken.iter().any(|broken| broken == name) {
            return;
        }
        let known = self.program.tables.iter().map(|t| &*t.name);
        let error = file.error(span, format!("no table is called `{name}`")).did_you_mean(name, known);
        self.errors.push(error);
    }

    fn fault(&mut self, file: &File, span: Range<usize>, message: &str) {
        self.errors.push(file.error(span, message));
    }

    fn known(&self, scope: &str, merged: &RawMatch) -> Known {
        let mut known = Known::default();
        known.names.insert("match".to_owned());
        let named = merged.table.as_ref().map(Spanned::get_ref);
        known.table =
            named.and_then(|n| self.program.tables.iter().position(|t| t.name == *n)).map(|t| t as u32);
        let has_column = |column: &str| {
            known.table.is_some_and(|t| self.program.tables[t as usize].column(column).is_some())
        };
        let deletes = merged.delete.as_ref().is_some_and(|d| *d.get_ref() == RawDelete::Match);
        let given = [
            ("replace", merged.replace.is_some() || deletes || has_column("replace")),
            ("gloss", merged.gloss.is_some() || has_column("gloss")),
            ("language", merged.language.is_some()),
        ];
        known.names.extend(given.into_iter().filter(|(_, is)| *is).map(|(name, _)| name.to_owned()));
        for text in merged.phrase.iter().flat_map(|p| &p.get_ref().0) {
            if let Ok(elements) = phrase::parse(text) {
                self.captured(scope, &elements, &mut known);
            }
        }
        if let Some(hir) = merged.regex.as_ref().and_then(|r| regex_syntax::parse(r.get_ref()).ok()) {
            groups(&hir, &mut known.names);
        }
        known
    }

    /// Adds what a phrase captures.
    fn captured(&self, scope: &str, elements: &[Element], known: &mut Known) {
        for element in elements {
            match element {
                Element::Choice { branches, capture } => {
                    known.names.extend(capture.map(|number| number.to_string()));
                    branches.iter().for_each(|branch| self.captured(scope, branch, known));
                }
                Element::Slot { path, name } => {
                    known.names.insert(name.clone());
                    let class =
                        self.classes.get(&format!("{scope}{path}")).or_else(|| self.classes.get(path));
                    let table = class.and_then(|&c| self.program.classes[usize::from(c)].table);
                    known.tabled.extend(table.map(|table| (name.clone(), table)));
                }
                Element::Words { .. } | Element::Forms(_) | Element::Gap(..) => {}
            }
        }
    }

    fn uses_column(&self, table: u32, merged: &RawMatch) -> bool {
        let table = &self.program.tables[table as usize];
        let phrases = merged.phrase.iter().flat_map(|p| &p.get_ref().0);
        let replaces = merged.replace.iter().flat_map(|r| &r.get_ref().0);
        let texts = phrases.chain(replaces).chain(merged.message.iter().map(Spanned::get_ref));
        let heads = texts.flat_map(|t| t.split('{').skip(1)).filter_map(|s| s.split([':', '.', '}']).next());
        let mut heads = heads.peekable();
        heads.peek().is_some() && heads.any(|head| table.column(head).is_some())
    }

    /// Finds the slots of a template that nothing fills; `span` is where it is written.
    fn check_template(
        &mut self,
        known: &Known,
        template: &str,
        span: Range<usize>,
        not: &[&str],
        file: &File,
    ) {
        let slots = match slots(template) {
            Ok(slots) => slots,
            Err(at) => {
                let place = file.inside(&span, template, at, 1);
                let error = file.error(place, "this `{` is never closed by `}`");
                return self.errors.push(error.help("write `\\{` for the sign itself"));
            }
        };
        for (at, name) in slots {
            if (known.names.contains(name) || self.is_column_of(known, name)) && !not.contains(&name) {
                continue;
            }
            let place = file.inside(&span, template, at, name.len());
            let all = self.all_known(known, not);
            let error = file.error(place, format!("nothing fills `{{{name}}}` here"));
            let near = crate::error::nearest(name, all.iter().map(String::as_str));
            self.errors.push(match near {
                Some(near) => error.help(format!("did you mean `{{{near}}}`?")),
                None => {
                    let shown: Vec<String> = all.iter().map(|name| format!("{{{name}}}")).collect();
                    error.help(format!("there are {}", shown.join(", ")))
                }
            });
        }
    }

    /// Finds the slots of a phrase that lead through a column of the table to one that is not there.
    fn check_paths(&mut self, known: &Known, phrase: &str, span: Range<usize>, file: &File) {
        let Some(table) = known.table else { return };
        for (at, slot) in slots(phrase).unwrap_or_default() {
            let path = slot.split(':').next().unwrap_or(slot);
            let Some((head, rest)) = path.split_once('.') else { continue };
            let here = &self.program.tables[table as usize];
            let Some(column) = here.column(head).filter(|_| !self.has_path(table, path)) else { continue };
            let place = file.inside(&span, phrase, at, path.len());
            let error = file.error(place, format!("`{head}` leads to no column `{rest}`"));
            self.errors.push(match here.links[column] {
                Some(linked) => {
                    let known = self.program.tables[linked as usize].columns.iter().map(|c| &**c);
                    error.did_you_mean(rest, known)
                }
                None => error.help(format!("tie it to a table: `links = {{ {head} = \"…\" }}`")),
            });
        }
    }

    /// Finds the row of the table that lacks what the message shows, if the row has no message of its own.
    fn check_cells(&mut self, known: &Known, template: &str, span: Range<usize>, file: &File) {
        let Some(table) = known.table.map(|table| &self.program.tables[table as usize]) else { return };
        let own = table.column("message").or(table.column("replace"));
        for (at, name) in slots(template).unwrap_or_default() {
            let Some(column) = table.column(name).filter(|_| !ACTING.contains(&name)) else { continue };
            let is_bare = |row: &&Vec<Vec<crate::text::Text>>| {
                row[column].is_empty() && own.is_none_or(|own| row[own].is_empty())
            };
            let Some(row) = table.rows.iter().find(is_bare) else { continue };
            let label = row.iter().flatten().next().map(|text| text.to_string()).unwrap_or_default();
            let message = format!("the row of `{label}` has no `{name}` to show here");
            let place = file.inside(&span, template, at, name.len());
            return self.errors.push(file.error(place, message));
        }
    }

    /// Whether a name is a column of the match's table, or of the table of a class that the match captures.
    fn is_column_of(&self, known: &Known, name: &str) -> bool {
        let (head, rest) = name.split_once('.').map_or((name, None), |(head, rest)| (head, Some(rest)));
        let of_class = known.tabled.iter().filter(|(class, _)| class == head);
        of_class.into_iter().any(|(_, table)| rest.is_some_and(|path| self.has_path(*table, path)))
            || known.table.is_some_and(|table| self.has_path(table, name))
    }

    /// Whether `column` or `column.column` leads somewhere from a table.
    pub(super) fn has_path(&self, table: u32, path: &str) -> bool {
        let (head, rest) = path.split_once('.').map_or((path, None), |(head, rest)| (head, Some(rest)));
        let table: &Table = &self.program.tables[table as usize];
        let Some(column) = table.column(head) else { return false };
        rest.is_none_or(|rest| table.links[column].is_some_and(|linked| self.has_path(linked, rest)))
    }

    fn all_known(&self, known: &Known, not: &[&str]) -> Vec<String> {
        let columns = |table: u32| self.program.tables[table as usize].columns.iter().map(|c| c.to_string());
        let mut all: Vec<String> =
            known.names.iter().filter(|n| !not.contains(&n.as_str())).cloned().collect();
        all.extend(known.table.into_iter().flat_map(columns).filter(|column| !ACTING.contains(&&**column)));
        let of_class = |(class, table): &(String, u32)| {
            columns(*table).map(|column| format!("{class}.{column}")).collect::<Vec<_>>()
        };
        all.extend(known.tabled.iter().flat_map(of_class));
        all
    }
}

/// Whether a match has no table, and no slots but what every match has: thousands of matches are so.
fn is_plain(merged: &RawMatch) -> bool {
    let replaces = merged.replace.iter().flat_map(|r| &r.get_ref().0);
    let said = merged.message.iter().chain(&merged.note).map(Spanned::get_ref);
    let has = |template: &String, slot: &[&str]| {
        slots(template).is_ok_and(|slots| slots.iter().all(|(_, name)| slot.contains(name)))
    };
    let slot: &[&str] = if merged.replace.is_some() { &["match", "replace"] } else { &["match"] };
    merged.table.is_none()
        && said.into_iter().all(|template| has(template, slot))
        && replaces.into_iter().all(|template| has(template, &["match"]))
}

/// Columns that act on a row rather than say something.
pub(super) const ACTING: &[&str] = &[
    "level", "message", "note", "source", "fix", "replace", "variety", "since", "until", "gloss", "unless",
    "only",
];

/// Whether a text has the form of a language tag (BCP 47, RFC 5646): a language of two or three letters, and subtags.
pub(super) fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether a text has the form of a tag for a variety of English: `en-IN`.
fn is_variety(tag: &str) -> bool {
    tag.strip_prefix("en-")
        .is_some_and(|region| region.len() == 2 && region.bytes().all(|b| b.is_ascii_uppercase()))
}

/// Adds the names and numbers of the groups of a regex.
fn groups(hir: &Hir, names: &mut BTreeSet<String>) {
    match hir.kind() {
        HirKind::Capture(capture) => {
            names.insert(capture.name.as_ref().map_or_else(|| capture.index.to_string(), |n| n.to_string()));
            groups(&capture.sub, names);
        }
        HirKind::Repetition(repetition) => groups(&repetition.sub, names),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => {
            parts.iter().for_each(|part| groups(part, names));
        }
        HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => {}
    }
}
