//! Measures how often copydesk speaks and how often it is right:
//! `cargo run --release --example precision -- CORPORA [--sample N LINT] [--phrases LINT] [--seed S] [--sets A,B]
//! [--write --date DAY]`.
//!
//! Reads `CORPORA/{clean,ht,mt,spans}/*.jsonl`, records of `{id, text, format?, spans?}`, and checks each by itself,
//! once at default levels and once with everything on. `--sample` prints findings in their context instead, to be
//! read; what was read is kept in `docs/precision-read.toml`. `--phrases` counts what a lint found phrase by phrase,
//! with all rows on. `--write` writes `docs/precision.md`.

mod corpora;
mod numbers;
mod phrases;
mod reads;
mod report;
mod sample;
mod tally;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk::{Catalog, Config, Level, Linter, config};

const USAGE: &str = "usage: precision CORPORA [--sample N LINT] [--phrases LINT] [--seed S] [--sets clean,ht,mt,spans] [--write --date YYYY-MM-DD]";

/// What was asked for.
#[derive(Default)]
struct Args {
    corpora: PathBuf,
    /// How many findings of which lint, category or `all`.
    sample: Option<(usize, String)>,
    /// Of which lint, category or `all` the phrases are counted.
    phrases: Option<String>,
    seed: u64,
    sets: Vec<String>,
    date: Option<String>,
    write: bool,
}

fn main() -> ExitCode {
    let done = arguments(std::env::args().skip(1)).and_then(|args| run(&args));
    let (status, text) = match done {
        Ok(text) => (ExitCode::SUCCESS, text),
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "precision: {error}");
            return ExitCode::from(2);
        }
    };
    // A reader that has gone away (`| head`) is no mistake.
    let _ = std::io::stdout().write_all(text.as_bytes());
    status
}

fn arguments(mut words: impl Iterator<Item = String>) -> Result<Args, String> {
    let mut args = Args::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("`{word}` needs a value\n{USAGE}"));
        match word.as_str() {
            "--sample" => {
                let count = value()?.parse().map_err(|_| format!("`--sample` needs a number\n{USAGE}"))?;
                args.sample = Some((count, value()?));
            }
            "--phrases" => args.phrases = Some(value()?),
            "--seed" => args.seed = value()?.parse().map_err(|_| "a seed is a number".to_owned())?,
            "--sets" => args.sets = value()?.split(',').map(str::to_owned).collect(),
            "--date" => args.date = Some(value()?),
            "--write" => args.write = true,
            option if option.starts_with('-') => return Err(format!("no option `{option}`\n{USAGE}")),
            _ => args.corpora = PathBuf::from(word),
        }
    }
    let unknown = args.sets.iter().find(|set| corpora::SETS.iter().all(|(name, _)| name != set));
    match unknown {
        Some(set) => Err(format!("there is no set `{set}`\n{USAGE}")),
        None if args.corpora.as_os_str().is_empty() => Err(USAGE.to_owned()),
        None if args.write && (args.date.is_none() || !args.sets.is_empty()) => {
            Err("the page is written with all sets and a `--date`".to_owned())
        }
        None => Ok(args),
    }
}

fn run(args: &Args) -> Result<String, String> {
    let files = corpora::read(&args.corpora, &args.sets)?;
    let shipped = Linter::new(Catalog::builtin(), Config::default());
    let mut config = Config::default();
    config.set_level("all", Level::Warn);
    let everything = Linter::new(Catalog::builtin(), config);
    if let Some((count, lint)) = &args.sample {
        config::known(shipped.catalog(), lint).map_err(|e| e.to_string())?;
        // A lint that is off by default is shown as if it were on.
        let off = shipped.catalog().get(lint).is_some_and(|l| l.level == Level::Allow || l.preview);
        let checked = tally::check(if off { &everything } else { &shipped }, &files);
        let wish = sample::Wish { count: *count, lint, seed: args.seed };
        return Ok(sample::show(&files, &checked, shipped.catalog(), &wish));
    }
    if let Some(lint) = &args.phrases {
        config::known(shipped.catalog(), lint).map_err(|e| e.to_string())?;
        let checked = tally::check(&everything, &files);
        return Ok(phrases::table(&files, &checked, shipped.catalog(), lint));
    }
    let docs = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let path = docs.join("precision-read.toml");
    let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
    let known = |lint: &str| shipped.catalog().get(lint).is_some();
    let reads = reads::parse(&text, known).map_err(|e| format!("{}: {e}", path.display()))?;
    let page = report::Report {
        files: &files,
        shipped: &tally::check(&shipped, &files),
        everything: &tally::check(&everything, &files),
        catalog: shipped.catalog(),
        reads: &reads,
        date: args.date.as_deref(),
    }
    .page();
    if args.write {
        let path = docs.join("precision.md");
        std::fs::write(&path, &page).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    Ok(page)
}
