//! Runs the laws over real text: `cargo run --profile profiling --example laws -- PATHS…`.
//!
//! Reads files and folders: `.md`, `.html` and `.txt` as articles, `.jsonl` as records of `{id, text, format?}`. Of each
//! article all laws of `tests/laws` are asked; with `--every-format` it is read as plain text, as Markdown and as HTML,
//! whatever it is. Prints the laws that are broken, with their places, and how many articles
//! there were; ends with 1 if a law is broken.

#[path = "../tests/laws/mod.rs"]
mod laws;

use std::collections::VecDeque;
use std::io::Write as _;
use std::panic;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::Instant;

use copydesk::{Format, Linter};

/// An article, and what it is called.
struct Article {
    name: String,
    text: String,
    format: Format,
}

fn main() -> ExitCode {
    let (mut files, mut every) = (Vec::new(), false);
    for path in std::env::args().skip(1) {
        if path == "--every-format" {
            every = true;
            continue;
        }
        if let Err(error) = gather(Path::new(&path), &mut files) {
            say(&format!("laws: cannot read `{path}`: {error}"));
            return ExitCode::from(2);
        }
    }
    if files.is_empty() {
        say("usage: laws [--every-format] PATHS…");
        return ExitCode::from(2);
    }
    files.sort();
    let (begin, linter) = (Instant::now(), laws::linter());
    let (mut articles, mut words, mut broken) = (0, 0, 0);
    for file in files {
        let found = match read(&file) {
            Ok(found) => found,
            Err(error) => {
                say(&format!("laws: {}: {error}", file.display()));
                broken += 1;
                continue;
            }
        };
        let found = if every { found.into_iter().flat_map(in_every_format).collect() } else { found };
        articles += found.len();
        words += found.iter().map(|a| a.text.split_whitespace().count()).sum::<usize>();
        for fault in faults(&linter, found) {
            say(&fault);
            broken += 1;
        }
    }
    let seconds = begin.elapsed().as_secs_f32();
    say(&format!("{articles} articles ({words} words), {broken} laws broken, {seconds:.1} seconds"));
    ExitCode::from(u8::from(broken > 0))
}

/// The same article, read in each of the formats.
fn in_every_format(article: Article) -> impl Iterator<Item = Article> {
    let Article { name, text, .. } = article;
    laws::FORMATS
        .map(|format| Article { name: format!("{name} as {format:?}"), text: text.clone(), format })
        .into_iter()
}

fn say(line: &str) {
    // A reader that has gone away (`| head`) is no mistake.
    let _ = writeln!(std::io::stdout(), "{line}");
}

/// All files that may be articles, at a path or below it.
fn gather(path: &Path, files: &mut Vec<PathBuf>) -> std::io::Result<()> {
    if !path.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        let name = path.to_string_lossy();
        if path.is_dir() || name.ends_with(".jsonl") || Format::of_path(&name).is_some() {
            gather(&path, files)?;
        }
    }
    Ok(())
}

/// The articles of a file; a record without a text is none.
fn read(path: &Path) -> std::io::Result<Vec<Article>> {
    let name = path.display().to_string();
    let text = String::from_utf8_lossy(&std::fs::read(path)?).into_owned();
    if !name.ends_with(".jsonl") {
        let format = Format::of_path(&name).unwrap_or_default();
        return Ok(vec![Article { name, text, format }]);
    }
    let record = |(number, line): (usize, &str)| {
        let value: serde_json::Value = serde_json::from_str(line).ok()?;
        let text = value["text"].as_str()?.to_owned();
        let format = serde_json::from_value(value["format"].clone()).unwrap_or_default();
        Some(Article { name: format!("{name}:{}", number + 1), text, format })
    };
    Ok(text.lines().enumerate().filter_map(record).collect())
}

/// What the articles break, each in a line; they are shared out to all processors.
fn faults(linter: &Linter, articles: Vec<Article>) -> Vec<String> {
    let (articles, faults) = (Mutex::new(VecDeque::from(articles)), Mutex::new(Vec::new()));
    let work = || {
        // The lock must not be held while an article is checked.
        while let Some(article) = { articles.lock().expect("no thread dies with it").pop_front() } {
            let law = || laws::keep(linter, &laws::source(&article.text, article.format));
            let kept = panic::catch_unwind(panic::AssertUnwindSafe(law));
            let how = match kept {
                Ok(Ok(())) => continue,
                Ok(Err(how)) => how,
                Err(_) => "the program panics".to_owned(),
            };
            let how: String = how.chars().take(500).collect();
            faults.lock().expect("no thread dies with it").push(format!("{}: {how}", article.name));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let mut faults = faults.into_inner().expect("all threads have ended");
    faults.sort();
    faults
}
