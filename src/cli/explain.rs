//! `explain`: the page of a lint, in the terminal.

use super::args::Explain;
use super::columns::{Column, table};
use super::marked::{self, wrapped};
use super::terminal::Terminal;
use super::{Status, setup};
use crate::catalog::{Catalog, RowView};
use crate::error::Error;
use crate::lint::{Example, Lint};

/// So many rows of a lint are shown unless all are asked for.
const ROWS: usize = 8;

/// Text is never wider than this: longer lines read badly.
const WIDTH: usize = 100;

/// Tells about a lint, or about the lints of a category.
pub fn explain(args: &Explain) -> Status {
    let mut terminal = Terminal::new(args.common.color);
    let (catalog, _) = match setup::knowledge(&args.common, None) {
        Ok(knowledge) => knowledge,
        Err(errors) => return setup::refuse(&errors, &mut terminal),
    };
    let width = terminal.options().width.clamp(40, WIDTH);
    match page(&catalog, args, width, terminal.color()) {
        Ok(page) => {
            terminal.print(&page);
            terminal.end(Status::Fine)
        }
        Err(error) => setup::refuse(&[error], &mut terminal),
    }
}

fn page(catalog: &Catalog, args: &Explain, width: usize, color: bool) -> Result<String, Error> {
    let name = &*args.lint;
    if let Some(lint) = catalog.get(name) {
        let rows = catalog.rows(name);
        let shown = if args.rows { rows.len() } else { ROWS };
        let density = density_lines(catalog, name, width, color);
        return Ok(lint_page(lint, width, color) + &density + &row_list(&rows, shown, width, color));
    }
    let of_category: Vec<&Lint> = catalog.lints().iter().filter(|lint| lint.category == name).collect();
    if of_category.is_empty() {
        return Err(setup::unknown(catalog, [&args.lint])
            .pop()
            .unwrap_or_else(|| Error::new("`all` is every lint").help("`copydesk lints` lists them")));
    }
    let cells = |lint: &&Lint| vec![lint.id.to_string(), lint.level.to_string(), lint.summary.to_string()];
    let rows: Vec<Vec<String>> = of_category.iter().map(cells).collect();
    Ok(table(&["lint", "level", "summary"].map(Column::left), &rows))
}

/// What the lint is, why, and its examples.
fn lint_page(lint: &Lint, width: usize, color: bool) -> String {
    let (bold, off) = bold(color);
    let mut about = vec![lint.level.to_string(), format!("category {}", lint.category)];
    about.extend((lint.mqm != "none").then(|| format!("MQM {}", lint.mqm)));
    about.extend(lint.language.as_ref().map(|language| format!("points to a translation from `{language}`")));
    about.push(format!("since {}", lint.since));
    about.extend(lint.preview.then(|| "preview: off unless asked for".to_owned()));
    let mut out = format!("{bold}{}{off}: {}\n{}\n", lint.id, lint.summary, about.join("; "));
    for paragraph in lint.why.trim().split("\n\n") {
        out.push('\n');
        out.push_str(&paragraph_lines(paragraph, width));
    }
    let (fires, silent): (Vec<&Example>, Vec<&Example>) = lint.examples.iter().partition(|e| e.fires);
    for (title, examples) in [("Reported", fires), ("Left alone", silent)] {
        if examples.is_empty() {
            continue;
        }
        out.push_str(&format!("\n{bold}{title}{off}\n"));
        for example in examples {
            out.push_str(&marked::example(example, width, color));
        }
    }
    out
}

/// What switches bold type on and off.
fn bold(color: bool) -> (&'static str, &'static str) {
    if color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") }
}

/// A paragraph of Markdown: lists, tables and code keep their lines, running text is set anew.
fn paragraph_lines(paragraph: &str, width: usize) -> String {
    let as_it_is = |line: &str| {
        ["- ", "* ", "1. ", "|", "    ", "#", ">", "```"].iter().any(|mark| line.starts_with(mark))
    };
    if paragraph.lines().any(as_it_is) {
        return format!("{paragraph}\n");
    }
    wrapped(&paragraph.replace('\n', " "), width)
        .into_iter()
        .map(|line| format!("{}\n", line.trim_end()))
        .collect()
}

/// When a lint of density speaks, and what it says.
fn density_lines(catalog: &Catalog, id: &str, width: usize, color: bool) -> String {
    let Some((distinct, of, message)) = catalog.density(id) else { return String::new() };
    let (bold, off) = bold(color);
    let whose = of.map_or_else(|| "of these patterns".to_owned(), |of| format!("patterns of `{of}`"));
    let line = format!("once in an article, when {distinct} different {whose} are found: {message}");
    let lines = wrapped(&line, width - 2);
    let lines = lines.iter().map(|part| format!("  {}\n", part.trim_end())).collect::<String>();
    format!("\n{bold}Speaks{off}\n\n{lines}")
}

/// The rows of a lint that is written as data.
fn row_list(rows: &[RowView<'_>], shown: usize, width: usize, color: bool) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let (bold, off) = bold(color);
    let mut out = format!("\n{bold}Patterns{off}\n\n");
    for row in rows.iter().take(shown) {
        let mut line = row.patterns.join(" · ");
        if !row.replace.is_empty() {
            let instead = row.replace.iter().map(|r| if r.is_empty() { "(delete)" } else { r });
            line.push_str(&format!(" → {}", instead.collect::<Vec<_>>().join(" · ")));
        }
        line.extend(row.level.map(|level| format!(" [{level}]")));
        line.extend(row.gloss.map(|gloss| format!(" (from: {gloss})")));
        out.extend(wrapped(&line, width - 2).iter().map(|part| format!("  {}\n", part.trim_end())));
        if !row.limits.is_empty() {
            let limits = row.limits.join("; ");
            out.extend(wrapped(&limits, width - 6).iter().map(|part| format!("      {}\n", part.trim_end())));
        }
        if let Some(source) = row.source {
            let source = format!("source: {source}");
            out.extend(wrapped(&source, width - 6).iter().map(|part| format!("      {}\n", part.trim_end())));
        }
    }
    if shown < rows.len() {
        out.push_str(&format!("  and {} more; --rows shows all\n", rows.len() - shown));
    }
    out
}
