//! Lint files and tables into a program: the one road that built-in and user's lints take.

use std::collections::HashMap;

use super::atoms;
use super::expand::{Bound, Expander};
use super::file::{File, RawLint, RawMatch};
use super::head::LintHead;
use super::trigger::{self, Trigger};
use crate::error::Error;
use crate::scan::program::{Density, Fragment, LARGEST_REGEX, NEEDED, Program, Regex, Row, TRIGGERS};
use crate::scan::sequences::Target;
use crate::text::WordId;
use regex_automata::nfa::thompson;
use regex_syntax::hir::{ClassUnicode, Hir, HirKind};
use toml::Spanned;

/// Grows a program by lint files. Errors are gathered, so that all mistakes of a folder are shown at once.
pub(crate) struct Compiler {
    pub(crate) program: Program,
    pub(crate) heads: Vec<LintHead>,
    pub(crate) errors: Vec<Error>,
    /// Condition phrases that are in the trie, and the number of their set.
    pub(super) sets: HashMap<String, u32>,
    /// Classes by name; those of one lint are called `category/id:name`.
    pub(super) classes: HashMap<String, u16>,
    /// What the program had before this compiler went on from it.
    pub(super) builtin: Builtin,
    /// Densities that speak of other lints: where they name them, with the name as the message.
    pub(super) densities_of: Vec<Error>,
    /// The tables whose files have mistakes: what uses them is not wrong for that.
    pub(super) broken: Vec<String>,
    /// The characters of `\w`, once a regex has asked for them.
    word: Option<ClassUnicode>,
}

/// How many tables and classes a compiler found.
pub(super) struct Builtin {
    pub(super) tables: usize,
    pub(super) classes: usize,
}

impl Compiler {
    /// Goes on from a program and its lints.
    pub(crate) fn new(program: Program, heads: Vec<LintHead>) -> Self {
        let named = program.classes.iter().enumerate().map(|(i, c)| (c.name.to_string(), i as u16));
        let classes = named.collect();
        let builtin = Builtin { tables: program.tables.len(), classes: program.classes.len() };
        Self {
            program,
            heads,
            errors: Vec::new(),
            sets: HashMap::new(),
            classes,
            builtin,
            broken: Vec::new(),
            densities_of: Vec::new(),
            word: None,
        }
    }

    /// Reads lint files and tables; names are paths below a lint folder, `category/id.toml` or `data/table.toml`.
    pub(crate) fn add_files(&mut self, files: &[(String, File)]) {
        let data: Vec<&File> = files.iter().filter(|(path, _)| is_data(path)).map(|(_, file)| file).collect();
        self.add_data(&data);
        for (path, file) in files.iter().filter(|(path, _)| !is_data(path)) {
            let stem = path.strip_suffix(".toml").unwrap_or(path);
            let (folder, id) = stem.rsplit_once('/').unwrap_or(("user", stem));
            let category = folder.rsplit('/').next().unwrap_or(folder);
            self.add_lint(category, id, file);
        }
    }

    /// Everything, or all mistakes.
    pub(crate) fn finish(mut self) -> Result<(Program, Vec<LintHead>), Vec<Error>> {
        self.check_densities();
        let Self { mut program, heads, mut errors, .. } = self;
        if !errors.is_empty() {
            // A phrase over a table is wrong for every row alike; one mistake is said once.
            errors.dedup();
            return Err(errors);
        }
        program.triggers.sort();
        program.triggers.dedup();
        Ok((program, heads))
    }

    fn add_lint(&mut self, category: &str, id: &str, file: &File) {
        let mistakes = self.errors.len();
        let Some(raw) = file.lint(&mut self.errors) else { return };
        let is_whole = self.errors.len() == mistakes;
        if let Some(other) = self.heads.iter().find(|h| h.id == id) {
            let message = format!("there is a lint `{id}` in `{}` already", other.category);
            return self.errors.push(file.error(0..0, message));
        }
        let head = LintHead::of(category, id, &raw, file, &mut self.errors);
        self.heads.push(head);
        let lint = self.heads.len() as u32 - 1;
        let scope = format!("{category}/{id}:");
        self.add_classes(&scope, &raw.classes, file);
        for block in &raw.matches {
            self.add_match(lint, &scope, block, &raw, file);
        }
        if let Some(density) = &raw.density {
            let density = density.get_ref();
            self.check_density(density, file);
            self.program.densities.push(Density {
                lint,
                of: density.of.as_ref().map(|of| of.get_ref().clone().into()),
                distinct: *density.distinct.get_ref(),
                message: density.message.get_ref().clone().into(),
            });
        } else if raw.matches.is_empty() && is_whole {
            self.errors.push(file.error(0..0, "a lint needs at least one `[[match]]`, or a `[density]`"));
        }
    }

    fn add_match(&mut self, lint: u32, scope: &str, block: &Spanned<RawMatch>, raw: &RawLint, file: &File) {
        let merged = merge(block.get_ref(), &raw.defaults);
        let span = block.span();
        let mistakes = self.errors.len();
        if merged.table.as_ref().is_some_and(|table| self.broken.contains(table.get_ref())) {
            // What is wrong with the table is told already, and would be told again for each match over it.
            return;
        }
        self.check_match(scope, block.get_ref(), &merged, file);
        if merged.message.is_none() && raw.density.is_none() {
            self.errors.push(
                file.error(span.start..span.start + 9, "a match needs a `message`, here or in `[defaults]`"),
            );
        }
        match (&merged.phrase, &merged.regex) {
            (Some(_), None) => Expander::new(self, lint, scope, &merged, file).expand(mistakes),
            (None, Some(pattern)) => self.add_regex(lint, scope, pattern, &merged, file),
            _ => self.errors.push(
                file.error(span.start..span.start + 9, "a match needs exactly one of `phrase` and `regex`"),
            ),
        }
    }

    fn add_regex(
        &mut self,
        lint: u32,
        scope: &str,
        pattern: &Spanned<String>,
        merged: &RawMatch,
        file: &File,
    ) {
        let hir = match regex_syntax::Parser::new().parse(pattern.get_ref()) {
            Ok(hir) => hir,
            Err(e) => {
                let message = match &e {
                    regex_syntax::Error::Parse(e) => e.kind().to_string(),
                    regex_syntax::Error::Translate(e) => e.kind().to_string(),
                    _ => e.to_string(),
                };
                let error = file.error(pattern.span(), format!("not a regex: {message}"));
                let names_class = pattern.get_ref().contains("{")
                    && pattern.get_ref().split('{').skip(1).any(|s| s.starts_with(char::is_alphabetic));
                let advice =
                    "classes such as `{number}` are for phrases; in a regex write `\\{` for the sign itself";
                return self.errors.push(if names_class { error.help(advice) } else { error });
            }
        };
        if let Some(table) = &merged.table {
            self.errors.push(file.error(table.span(), "only phrases are expanded over a table"));
        }
        if is_too_large(&hir) {
            let error = file.error(pattern.span(), "this regex is too large to be compiled");
            self.errors.push(error.help("write `.*` for `.{0,…}` with a large number, or split it"));
        }
        let row = Expander::new(self, lint, scope, merged, file).row(Bound::default());
        let index = self.program.regexes.len() as u32;
        let mut pieces = Vec::new();
        let word = self.word.get_or_insert_with(atoms::word_characters);
        let gate = trigger::gate(&hir, word);
        match gate.trigger {
            Some(Trigger::Tokens(tokens)) => {
                for token in tokens {
                    let word = self.program.vocabulary.intern(&token);
                    self.program.set_role(word, TRIGGERS);
                    self.program.triggers.push((word, index));
                }
            }
            Some(Trigger::Pieces(found)) => pieces = found.into_iter().map(Into::into).collect(),
            None if merged.slow => {}
            None => self.errors.push(
                file.error(
                    pattern.span(),
                    "nothing tells where this regex can match, so it would run on every line",
                )
                .help(
                    "a match must contain a whole word (between spaces or `\\b`), a mark such as `%`, or a fixed \
                         piece of three characters; else say `slow = true`",
                ),
            ),
        }
        let slow = merged.slow && pieces.is_empty() && !self.program.triggers.iter().any(|t| t.1 == index);
        let pattern = pattern.get_ref().clone().into();
        let needs = gate.needs.iter().map(|words| self.ids(words)).collect();
        let fragments = |list: &Vec<String>| list.iter().map(|text| Fragment::new(text)).collect();
        let fragments = gate.fragments.iter().map(fragments).collect();
        let opens = self.ids(&gate.opens);
        self.program.regexes.push(Regex { row, pattern, slow, pieces, needs, fragments, opens });
    }

    /// The ids of words that a regex cannot match without, in order.
    fn ids(&mut self, words: &[String]) -> Vec<WordId> {
        let mut ids: Vec<WordId> = words.iter().map(|w| self.program.vocabulary.intern(w)).collect();
        ids.iter().for_each(|&id| self.program.set_role(id, NEEDED));
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// A row that is the same as one that is there shares its number.
    pub(super) fn push_row(&mut self, row: Row) -> u32 {
        self.program.rows.push(row);
        self.program.rows.len() as u32 - 1
    }

    /// The number of the set of phrases `key`; `fill` is called if the set is new.
    pub(super) fn set_of(&mut self, key: String) -> (u32, bool) {
        if let Some(&set) = self.sets.get(&key) {
            return (set, false);
        }
        let set = self.program.sets.len() as u32;
        let root = self.program.trie.new_root();
        self.program.sets.push(root);
        self.sets.insert(key, set);
        (set, true)
    }
}

/// The target of a condition phrase.
pub(super) fn set_target(set: u32) -> Target {
    Target::Set(set)
}

/// Whether a regex goes beyond what is compiled. Only one that counts far, or is very long, is tried: trying costs as much
/// as reading an article.
fn is_too_large(hir: &Hir) -> bool {
    fn counts(hir: &Hir) -> u64 {
        let of = |parts: &[Hir]| parts.iter().map(counts).sum();
        match hir.kind() {
            HirKind::Repetition(r) => counts(&r.sub) * u64::from(r.max.unwrap_or(r.min).max(1)),
            HirKind::Capture(capture) => counts(&capture.sub),
            HirKind::Concat(parts) | HirKind::Alternation(parts) => of(parts),
            HirKind::Empty | HirKind::Literal(_) | HirKind::Class(_) | HirKind::Look(_) => 1,
        }
    }
    let config = thompson::Config::new().nfa_size_limit(Some(LARGEST_REGEX));
    counts(hir) > 2_000 && thompson::Compiler::new().configure(config).build_from_hir(hir).is_err()
}

fn is_data(path: &str) -> bool {
    path.rsplit('/').nth(1) == Some("data")
}

/// A match with the keys of `[defaults]` that it does not set itself.
fn merge(own: &RawMatch, defaults: &RawMatch) -> RawMatch {
    let (o, d) = (own.clone(), defaults.clone());
    let written = o.phrase.is_some() || o.regex.is_some();
    RawMatch {
        phrase: if written { o.phrase } else { d.phrase },
        regex: if written { o.regex } else { d.regex },
        slow: o.slow || d.slow,
        table: o.table.or(d.table),
        case: o.case.or(d.case),
        exact: o.exact.or(d.exact),
        at: o.at.or(d.at),
        zones: o.zones.or(d.zones),
        not_zones: o.not_zones.or(d.not_zones),
        quotes: o.quotes.or(d.quotes),
        variety: o.variety.or(d.variety),
        unless: o.unless.or(d.unless),
        only: o.only.or(d.only),
        message: o.message.or(d.message),
        // A block that is deleted is not replaced, whatever the defaults say, and the other way round.
        replace: if o.delete.is_some() { o.replace.clone() } else { o.replace.clone().or(d.replace) },
        delete: if o.replace.is_some() { o.delete } else { o.delete.or(d.delete) },
        fix: o.fix.or(d.fix),
        note: o.note.or(d.note),
        gloss: o.gloss.or(d.gloss),
        level: o.level.or(d.level),
        source: o.source.or(d.source),
        language: o.language.or(d.language),
    }
}
