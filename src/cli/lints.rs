//! `lints`: what there is, and how loud it is here.

use serde::Serialize;

use super::args::{Lints, ListFormat};
use super::columns::{Column, table};
use super::terminal::Terminal;
use super::{Status, setup};
use crate::config::Setting;
use crate::lint::Lint;

/// A lint in JSON.
#[derive(Serialize)]
struct Record<'a> {
    id: &'a str,
    category: &'a str,
    /// The level in this configuration.
    level: &'static str,
    /// The level without one.
    default_level: &'static str,
    preview: bool,
    mqm: &'a str,
    since: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    summary: &'a str,
}

/// Lists the lints of the catalogue.
pub fn lints(args: &Lints) -> Status {
    let mut terminal = Terminal::new(args.common.color);
    let (catalog, config) = match setup::knowledge(&args.common, None) {
        Ok(knowledge) => knowledge,
        Err(errors) => return setup::refuse(&errors, &mut terminal),
    };
    let unknown = setup::unknown(&catalog, &args.only);
    if !unknown.is_empty() {
        return setup::refuse(&unknown, &mut terminal);
    }
    let meant = |lint: &Lint| {
        args.only.is_empty() || args.only.iter().any(|n| n == "all" || *n == lint.id || *n == lint.category)
    };
    let levels = config.levels(&catalog, "");
    let rows: Vec<(&Lint, Setting)> =
        catalog.lints().iter().zip(levels).filter(|(lint, _)| meant(lint)).collect();
    match args.format {
        ListFormat::Table => terminal.print(&as_table(&rows)),
        ListFormat::Json => terminal.print(&as_json(&rows)),
    }
    terminal.end(Status::Fine)
}

fn as_table(rows: &[(&Lint, Setting)]) -> String {
    let head = ["lint", "level", "category", "summary"].map(Column::left);
    let cells = |(lint, setting): &(&Lint, Setting)| {
        let preview = if lint.preview && !setting.chosen { " (preview)" } else { "" };
        let level = format!("{}{preview}", setting.level);
        vec![lint.id.to_string(), level, lint.category.to_string(), lint.summary.to_string()]
    };
    table(&head, &rows.iter().map(cells).collect::<Vec<_>>())
}

fn as_json(rows: &[(&Lint, Setting)]) -> String {
    let record = |(lint, setting): &(&Lint, Setting)| {
        let record = Record {
            id: &lint.id,
            category: &lint.category,
            level: setting.level.word(),
            default_level: lint.level.word(),
            preview: lint.preview,
            mqm: &lint.mqm,
            since: &lint.since,
            language: lint.language.as_deref(),
            summary: &lint.summary,
        };
        // Strings always can be written as JSON.
        serde_json::to_string(&record).unwrap_or_default()
    };
    format!("[\n{}\n]\n", rows.iter().map(record).collect::<Vec<_>>().join(",\n"))
}
