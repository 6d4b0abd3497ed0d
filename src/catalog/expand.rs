//! One `[[match]]` into sequences of the trie: table rows, alternatives, conditions, zones.

use super::compile::{Compiler, set_target};
use super::file::{File, RawConditions, RawDelete, RawMatch};
use super::phrase::{self, Flat, Flattened, Resolved};
use super::words::words_of;
use crate::document::Date;
use crate::error::Error;
use crate::lint::{Applicability, Level};
use crate::scan::program::{ClassKind, Conditions, Delete, Row, zone_bit};
use crate::scan::sequences::{Capture, Sequence, Shape, Target};
use crate::scan::trie::{Slot, Symbol};
use crate::text::Text;

/// The table row for which a match is expanded: (table, row).
pub(super) type Bound = Option<(u32, u32)>;

/// Expands one match.
pub(super) struct Expander<'c> {
    compiler: &'c mut Compiler,
    lint: u32,
    scope: &'c str,
    raw: &'c RawMatch,
    file: &'c File,
    /// How many forms of phrases are in the trie.
    added: usize,
}

impl<'c> Expander<'c> {
    pub(super) fn new(
        compiler: &'c mut Compiler,
        lint: u32,
        scope: &'c str,
        raw: &'c RawMatch,
        file: &'c File,
    ) -> Self {
        Self { compiler, lint, scope, raw, file, added: 0 }
    }

    /// Puts the phrases of the match into the trie, for each row of its table.
    /// `mistakes` is how many there were before this match.
    pub(super) fn expand(mut self, mistakes: usize) {
        let Some(table) = &self.raw.table else {
            let row = self.row(None);
            return self.add_phrases(row, None);
        };
        let tables = &self.compiler.program.tables;
        let Some(index) = tables.iter().position(|t| t.name == *table.get_ref()) else {
            let (name, span) = (table.get_ref(), table.span());
            return self.compiler.no_table(name, span, self.file);
        };
        let mut shared = None;
        for at in 0..tables_len(self.compiler, index) {
            let bound = Some((index as u32, at as u32));
            let own = self.has_own_keys(index, at);
            let row = match shared {
                Some(row) if !own => row,
                _ => self.row(bound),
            };
            if !own {
                shared = Some(row);
            }
            self.add_phrases(row, bound);
        }
        if self.added == 0 && self.compiler.errors.len() == mistakes {
            let message = format!("no row of `{}` gives a phrase here", table.get_ref());
            self.compiler.errors.push(self.file.error(table.span(), message));
        }
    }

    /// Whether a table row has keys of its own that make it another row of the program.
    fn has_own_keys(&self, table: usize, row: usize) -> bool {
        let table = &self.compiler.program.tables[table];
        let keys =
            ["level", "message", "note", "source", "fix", "replace", "variety", "since", "until", "gloss"];
        keys.iter().any(|k| table.column(k).is_some_and(|c| !table.rows[row][c].is_empty()))
            || table.conditions.iter().any(|c| c.row as usize == row)
            || [&self.raw.unless, &self.raw.only].into_iter().flatten().any(|c| has_slot(c.get_ref()))
    }

    /// The row of the program for this match and table row.
    pub(super) fn row(&mut self, bound: Bound) -> u32 {
        let raw = self.raw;
        let cell = |key: &str| self.cell(bound, key).first().cloned();
        let text = |own: &Option<String>, key: &str| cell(key).or(own.clone().map(Text::from));
        let replace = match self.cell(bound, "replace") {
            [] => listed(&raw.replace),
            cells => cells.to_vec(),
        };
        let mut row = Row {
            lint: self.lint,
            level: self
                .parsed(cell("level"), |v| match v {
                    "allow" => Some(Level::Allow),
                    "warn" => Some(Level::Warn),
                    "deny" => Some(Level::Deny),
                    _ => None,
                })
                .or(raw.level),
            message: cell("message")
                .or_else(|| raw.message.as_ref().map(|m| m.get_ref().clone().into()))
                .unwrap_or_default(),
            replace,
            fix: self
                .parsed(cell("fix"), |v| match v {
                    "manual" => Some(Applicability::Manual),
                    "unsafe" => Some(Applicability::Unsafe),
                    "safe" => Some(Applicability::Safe),
                    _ => None,
                })
                .or(raw.fix),
            delete: match raw.delete.as_ref().map(|d| *d.get_ref()) {
                Some(RawDelete::Block) => Delete::Block,
                Some(RawDelete::Sentence) => Delete::Sentence,
                Some(RawDelete::Match) | None => Delete::Nothing,
            },
            note: text(&raw.note.as_ref().map(|n| n.get_ref().clone()), "note"),
            gloss: text(&raw.gloss, "gloss"),
            source: text(&raw.source, "source"),
            language: raw.language.as_ref().map(|l| l.get_ref().clone().into()),
            shown: self.shown(),
            zones: zones(raw),
            quotes: raw.quotes.unwrap_or_default(),
            anchors: raw.at.as_ref().map_or(0, |a| a.0.iter().fold(0, |bits, a| bits | *a as u16)),
            variety: match self.cell(bound, "variety") {
                [] => listed(&raw.variety),
                cells => cells.to_vec(),
            },
            since: self.parsed(cell("since"), Date::parse_iso),
            until: self.parsed(cell("until"), Date::parse_iso),
            unless: Vec::new(),
            only: Vec::new(),
        };
        if raw.delete.as_ref().is_some_and(|d| *d.get_ref() == RawDelete::Match) && row.replace.is_empty() {
            row.replace = vec![Text::from("")];
        }
        let own = bound.and_then(|(t, r)| {
            self.compiler.program.tables[t as usize].conditions.iter().find(|c| c.row == r).cloned()
        });
        let unless = self.conditions(raw.unless.as_ref().map(|c| (c.get_ref(), c.span())), bound);
        let only = self.conditions(raw.only.as_ref().map(|c| (c.get_ref(), c.span())), bound);
        let set = |c: Conditions| Some(c).filter(|c| *c != Conditions::default());
        row.unless.extend(set(unless));
        row.only.extend(set(only));
        if let Some(own) = own {
            row.unless.extend(own.unless);
            row.only.extend(own.only);
        }
        self.compiler.push_row(row)
    }

    fn shown(&self) -> Vec<Text> {
        let phrases = self.raw.phrase.iter().flat_map(|p| p.get_ref().0.iter());
        let regex = self.raw.regex.iter().map(|r| format!("/{}/", r.get_ref()));
        phrases.cloned().chain(regex).map(Into::into).collect()
    }

    /// The values of a column of the bound row; none if there is no such column.
    fn cell(&self, bound: Bound, column: &str) -> &[Text] {
        let Some((table, row)) = bound else { return &[] };
        let table = &self.compiler.program.tables[table as usize];
        table.column(column).map_or(&[], |c| &table.rows[row as usize][c])
    }

    fn parsed<T>(&self, value: Option<Text>, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        value.and_then(|v| parse(&v))
    }

    fn add_phrases(&mut self, row: u32, bound: Bound) {
        let Some(phrases) = &self.raw.phrase else { return };
        for text in &phrases.get_ref().0 {
            self.add(text, phrases.span(), Target::Row(row), bound, true);
        }
    }

    /// Puts one phrase into the trie; a mistake in it is shown inside `within`, the bytes where it is written.
    fn add(&mut self, text: &str, within: std::ops::Range<usize>, target: Target, bound: Bound, start: bool) {
        let all = match phrase::parse(text) {
            Ok(elements) => phrase::flatten(&elements, &|path| self.resolve(path, bound)),
            Err(e) => return self.fault(text, within, e.at, &e.message),
        };
        let Some(all) = all else {
            let message = format!("this phrase has more than {} forms; split it", phrase::MOST_FORMS);
            return self.fault(text, within, 0, &message);
        };
        for flattened in all {
            match self.sequence(&flattened, target, bound) {
                Ok((symbols, sequence)) => {
                    if start && let Some(message) = bad_start(self.compiler, &symbols) {
                        return self.fault(text, within, 0, message);
                    }
                    self.compiler.program.add_sequence(&symbols, sequence);
                    self.added += 1;
                }
                Err(class) => {
                    let mut known: Vec<String> = self.compiler.classes.keys().cloned().collect();
                    let table = bound.map(|(table, _)| &self.compiler.program.tables[table as usize]);
                    known.extend(table.into_iter().flat_map(|t| &t.columns).map(|c| c.to_string()));
                    let near = crate::error::nearest(&class, known.iter().map(String::as_str));
                    let help = near.map(|n| format!("; did you mean `{{{n}}}`?")).unwrap_or_default();
                    let at = text.find(&class).unwrap_or(0);
                    let message = format!("no class or column is called `{class}`{help}");
                    return self.fault(text, within, at, &message);
                }
            }
        }
    }

    fn fault(&mut self, text: &str, within: std::ops::Range<usize>, at: usize, message: &str) {
        let span = self.file.inside(&within, text, at, super::file::mark_length(&text[at.min(text.len())..]));
        self.compiler.errors.push(self.file.error(span, message));
    }

    /// Whether a slot of a phrase is a column of the table of the bound row.
    fn names_column(&self, phrase: &str, (table, _): (u32, u32)) -> bool {
        let table = &self.compiler.program.tables[table as usize];
        let mut heads = phrase.split('{').skip(1).filter_map(|slot| slot.split([':', '.', '}']).next());
        heads.any(|head| table.column(head).is_some())
    }

    /// What a `{slot}` of a phrase stands for.
    fn resolve(&self, path: &str, bound: Bound) -> Resolved {
        if let Some((table, row)) = bound {
            let tables = &self.compiler.program.tables;
            let (head, rest) = path.split_once('.').map_or((path, None), |(h, r)| (h, Some(r)));
            if tables[table as usize].column(head).is_some() {
                let values = crate::scan::program::values(tables, table, row, head, rest);
                return if values.is_empty() { Resolved::Nothing } else { Resolved::Values(values) };
            }
        }
        Resolved::Class(path.to_owned())
    }

    /// Symbols and sequence of a flattened phrase; an unknown class is given back by name.
    fn sequence(
        &mut self,
        flat: &Flattened,
        target: Target,
        bound: Bound,
    ) -> Result<(Vec<Symbol>, Sequence), String> {
        let case = self.raw.case.unwrap_or(false) && matches!(target, Target::Row(_));
        let exact = self.raw.exact.unwrap_or(false) && matches!(target, Target::Row(_));
        let mut symbols = Vec::new();
        let mut written: Vec<String> = Vec::new();
        let mut starts = Vec::with_capacity(flat.parts.len() + 1);
        for part in &flat.parts {
            starts.push(symbols.len() as u8);
            match part {
                Flat::Gap(min, max) => symbols.push(Symbol::Slot(Slot::Gap(*min, *max))),
                Flat::Class(name) => {
                    let local = self.compiler.classes.get(&format!("{}{name}", self.scope));
                    let class =
                        local.or_else(|| self.compiler.classes.get(name)).ok_or_else(|| name.clone())?;
                    symbols.push(Symbol::Slot(Slot::Class(*class)));
                }
                Flat::Words { text, member } => {
                    for (word, is_mark) in words_of(text) {
                        symbols.push(Symbol::Word(self.compiler.program.vocabulary.intern(&word)));
                        written.resize(symbols.len() - 1, String::new());
                        let cased = *member && word.chars().any(char::is_uppercase);
                        written.push(if exact || (!is_mark && (case || cased)) {
                            word
                        } else {
                            String::new()
                        });
                    }
                }
            }
        }
        starts.push(symbols.len() as u8);
        let captures = flat.captures.iter().map(|(name, from, to)| Capture {
            name: name.clone().into(),
            from: starts[*from],
            to: starts[*to],
        });
        written.resize(symbols.len(), String::new());
        let written =
            if written.iter().all(String::is_empty) { String::new() } else { written.join("\u{1F}") };
        let sequence = Sequence {
            target,
            written,
            shape: Shape { exact: case || exact, captures: captures.collect() },
            bound,
        };
        Ok((symbols, sequence))
    }

    /// Puts the phrases of conditions into the trie.
    fn conditions(
        &mut self,
        raw: Option<(&RawConditions, std::ops::Range<usize>)>,
        bound: Bound,
    ) -> Conditions {
        let Some((raw, span)) = raw else { return Conditions::default() };
        let mut set = |phrases: &Option<super::file::Strings>| {
            let phrases = phrases.as_ref()?;
            // What names no column is the same for all rows of the table.
            let slots = phrases.0.iter().any(|p| p.contains('{'));
            let row = bound.filter(|&b| phrases.0.iter().any(|p| self.names_column(p, b)));
            let scope = if slots { format!("{}{row:?}", self.scope) } else { String::new() };
            let (set, new) = self.compiler.set_of(format!("{scope}\u{1F}{}", phrases.0.join("\u{1F}")));
            if new {
                for phrase in &phrases.0 {
                    self.add(phrase, span.clone(), set_target(set), bound, true);
                }
            }
            Some(set)
        };
        Conditions {
            here: set(&raw.here),
            before: set(&raw.before),
            after: set(&raw.after),
            sentence: set(&raw.sentence),
            paragraph: set(&raw.paragraph),
            article: set(&raw.article),
            past_year: raw.past_year,
            name_before: raw.name_before,
            name_after: raw.name_after,
        }
    }
}

impl Compiler {
    /// Compiles conditions that stand in a table row.
    pub(super) fn table_conditions(
        &mut self,
        raw: &RawConditions,
        file: &File,
        span: std::ops::Range<usize>,
    ) -> Conditions {
        let nothing = RawMatch::default();
        Expander::new(self, 0, "", &nothing, file).conditions(Some((raw, span)), None)
    }

    /// Adds a member to a class.
    pub(super) fn add_member(
        &mut self,
        class: u16,
        text: &str,
        syntax: bool,
        bound: Bound,
        place: (&File, std::ops::Range<usize>),
    ) {
        let nothing = RawMatch::default();
        let target = Target::Member(class);
        let mut expander = Expander::new(self, 0, "", &nothing, place.0);
        if syntax {
            return expander.add(text, place.1, target, bound, false);
        }
        let words = vec![Flat::Words { text: text.to_owned(), member: true }];
        let flat = Flattened { parts: words, captures: Vec::new() };
        if let Ok((symbols, sequence)) = expander.sequence(&flat, target, bound) {
            self.program.add_sequence(&symbols, sequence);
        }
    }

    /// Records an error of a data file.
    pub(super) fn push_error(&mut self, error: Error) {
        self.errors.push(error);
    }
}

fn tables_len(compiler: &Compiler, table: usize) -> usize {
    compiler.program.tables[table].rows.len()
}

fn has_slot(conditions: &RawConditions) -> bool {
    let c = conditions;
    [&c.here, &c.before, &c.after, &c.sentence, &c.paragraph, &c.article]
        .into_iter()
        .flatten()
        .any(|phrases| phrases.0.iter().any(|p| p.contains('{')))
}

/// A phrase that could begin at every word would be looked for at every word.
fn bad_start(compiler: &Compiler, symbols: &[Symbol]) -> Option<&'static str> {
    match symbols.first() {
        None => Some("a phrase must have at least one word"),
        Some(Symbol::Slot(Slot::Gap(..))) => Some("a phrase cannot begin with a gap"),
        Some(Symbol::Slot(Slot::Class(class))) => {
            let kind = compiler.program.classes[*class as usize].kind;
            matches!(kind, ClassKind::Word | ClassKind::Small).then_some(
                "a phrase cannot begin with `{word}` or `{small}`: it would be looked for at every word",
            )
        }
        Some(Symbol::Word(_)) => None,
    }
}

fn listed(strings: &Option<toml::Spanned<super::file::Strings>>) -> Vec<Text> {
    strings.iter().flat_map(|s| &s.get_ref().0).cloned().map(Text::from).collect()
}

pub(super) fn zones(raw: &RawMatch) -> u16 {
    let bits = |zones: &super::file::OneOrMany<crate::document::Zone>| {
        zones.0.iter().fold(0, |bits, &zone| bits | zone_bit(zone))
    };
    let wanted = raw.zones.as_ref().map_or(u16::MAX, |z| bits(z.get_ref()));
    wanted & !raw.not_zones.as_ref().map_or(0, |z| bits(z.get_ref()))
}
