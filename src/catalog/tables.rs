//! Tables and classes: the files of `lints/data`.

use std::collections::{BTreeMap, BTreeSet};

use toml::Spanned;

use super::compile::Compiler;
use super::file::{File, RawCell, RawClass, RawData};
use crate::scan::program::{Class, ClassKind, Table, TableConditions};
use crate::text::Text;

impl Compiler {
    /// Reads tables first, then classes, which may be columns of tables of any file.
    pub(super) fn add_data(&mut self, files: &[&File]) {
        let mut read = Vec::new();
        for file in files {
            let mistakes = self.errors.len();
            read.extend(file.data(&mut self.errors).map(|raw| (*file, raw)));
            if self.errors.len() > mistakes {
                self.broken.push(table_name(file));
            }
        }
        for (file, raw) in &read {
            if !raw.rows.is_empty() {
                self.add_table(file, raw);
            }
        }
        for (file, raw) in &read {
            self.link(file, raw);
        }
        for (file, raw) in &read {
            self.add_classes("", &raw.class, file);
        }
    }

    fn add_table(&mut self, file: &File, raw: &RawData) {
        let name = table_name(file);
        if self.program.tables.iter().any(|t| t.name == name) {
            self.broken.push(name.clone());
            let error = file.error(0..0, format!("there is a table `{name}` already"));
            let error = match self.program.tables.iter().position(|t| t.name == name) {
                Some(at) if at < self.builtin.tables => {
                    error.help("copydesk comes with it; give your file another name")
                }
                _ => error,
            };
            return self.push_error(error);
        }
        let columns: BTreeSet<&String> =
            raw.rows.iter().flat_map(|row| &row.cells).map(|cell| &cell.column).collect();
        let columns: Vec<Text> = columns.into_iter().map(|c| c.clone().into()).collect();
        let mut table =
            Table { name: name.into(), links: vec![None; columns.len()], columns, ..Table::default() };
        if let Some(key) = &raw.key {
            table.key = table.column(key.get_ref()).map(|c| c as u32);
            if table.key.is_none() {
                let error =
                    file.error(key.span(), format!("the key column `{}` is in no row", key.get_ref()));
                self.push_error(
                    error.did_you_mean(key.get_ref(), table.columns.iter().map(|column| &**column)),
                );
            }
        }
        for (i, row) in raw.rows.iter().enumerate() {
            let mut cells = vec![Vec::new(); table.columns.len()];
            let mut own = TableConditions { row: i as u32, ..TableConditions::default() };
            for cell in &row.cells {
                let Some(at) = table.column(&cell.column) else { continue };
                match &cell.value {
                    RawCell::Text(text) => cells[at] = vec![text.clone().into()],
                    RawCell::List(list) => cells[at] = list.iter().map(|v| v.clone().into()).collect(),
                    RawCell::Conditions(raw) => {
                        let compiled = Some(self.table_conditions(raw, file, cell.place.clone()));
                        if cell.column == "unless" {
                            own.unless = compiled;
                        } else {
                            own.only = compiled;
                        }
                    }
                }
            }
            if own.unless.is_some() || own.only.is_some() {
                table.conditions.push(own);
            }
            table.rows.push(cells);
        }
        self.check_rows(raw, file);
        self.program.tables.push(table);
    }

    /// Ties the columns of a table to the tables whose rows they name.
    fn link(&mut self, file: &File, raw: &RawData) {
        let name = table_name(file);
        for (column, target) in &raw.links {
            let tables = &self.program.tables;
            let at = tables.iter().position(|t| t.name == name);
            let to = tables.iter().position(|t| t.name == *target.get_ref());
            let column_at = at.and_then(|t| tables[t].column(column));
            if to.is_none() {
                self.no_table(target.get_ref(), target.span(), file);
            } else if column_at.is_none() && !self.broken.contains(&name) {
                let message = format!("a link ties a column to another table, but `{column}` is in no row");
                self.errors.push(file.error(target.span(), message));
            }
            let tables = &self.program.tables;
            let (Some(at), Some(to), Some(column_at)) = (at, to, column_at) else { continue };
            let missing = tables[at]
                .rows
                .iter()
                .position(|row| row[column_at].iter().any(|key| tables[to].row_of(key).is_none()));
            if let Some(row) = missing {
                let key = tables[at].rows[row][column_at].first().cloned().unwrap_or_default();
                let span = raw.rows[row].cell(column).map_or(0..0, |cell| cell.place.clone());
                let message = format!("`{}` has no row called `{key}`", target.get_ref());
                self.broken.push(name.clone());
                self.errors.push(file.error(span, message));
            }
            self.program.tables[at].links[column_at] = Some(to as u32);
        }
    }

    /// Adds classes; `scope` is the lint they belong to, empty for those of everybody.
    pub(super) fn add_classes(
        &mut self,
        scope: &str,
        classes: &BTreeMap<String, Spanned<RawClass>>,
        file: &File,
    ) {
        for (name, raw) in classes {
            let full = format!("{scope}{name}");
            if let Some(&class) = self.classes.get(&full).or_else(|| self.classes.get(name)) {
                let error = file.error(raw.span(), format!("there is a class `{name}` already"));
                let is_ours = usize::from(class) < self.builtin.classes;
                let advice = "copydesk comes with it; give yours another name";
                self.push_error(if is_ours { error.help(advice) } else { error });
                continue;
            }
            let class = self.program.classes.len() as u16;
            self.classes.insert(full.clone(), class);
            let root = self.program.trie.new_root();
            let kind = ClassKind::Members(root);
            self.program.classes.push(Class {
                name: full.clone().into(),
                kind,
                table: None,
                first: Vec::new(),
            });
            match raw.get_ref() {
                RawClass::Words(words) => {
                    if words.is_empty() {
                        self.push_error(file.error(raw.span(), "a class needs at least one word"));
                    }
                    for word in words {
                        self.add_member(class, word, true, None, (file, raw.span()));
                    }
                }
                RawClass::Column(column) => {
                    let Some(table) = self.program.tables.iter().position(|t| t.name == column.table) else {
                        self.no_table(&column.table, raw.span(), file);
                        continue;
                    };
                    self.program.classes[class as usize].table = Some(table as u32);
                    for name in &column.column.0 {
                        if self.program.tables[table].column(name).is_none() {
                            let error = file.error(raw.span(), format!("no column is called `{name}`"));
                            let known = self.program.tables[table].columns.iter().map(|c| &**c);
                            self.errors.push(error.did_you_mean(name, known));
                        }
                    }
                    for (value, row) in members(&self.program.tables[table], &column.column.0) {
                        self.add_member(class, &value, false, Some((table as u32, row)), (file, raw.span()));
                    }
                }
            }
            self.program.classes[class as usize].first.sort();
            self.program.classes[class as usize].first.dedup();
        }
    }
}

fn members(table: &Table, columns: &[String]) -> Vec<(String, u32)> {
    let columns: Vec<usize> = columns.iter().filter_map(|c| table.column(c)).collect();
    let rows = table.rows.iter().enumerate();
    rows.flat_map(|(i, row)| {
        let values = columns.iter().flat_map(move |&c| row[c].iter());
        values.map(move |v| (v.to_string(), i as u32))
    })
    .collect()
}

fn table_name(file: &File) -> String {
    let stem = file.name.rsplit(['/', '\\']).next().unwrap_or(&file.name);
    stem.strip_suffix(".toml").unwrap_or(stem).to_owned()
}
