//! Throughput by reader and by stage, growth with text and with catalogue: `cargo bench --bench pipeline -- [TEXT…]`,
//! and with `--readers` of the readers only.
//!
//! The texts are Markdown files, or `.jsonl` files whose records have a `text`; without any, the seed article is
//! repeated. Every figure is the median of several runs in one process; quote ratios, not megabytes.

#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

mod catalogue;
mod readers;

use std::time::{Duration, Instant};

use copydesk::render::{self, Article};
use copydesk::{Catalog, Config, Document, Format, Linter, Project, Source};

fn main() {
    let paths: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    let articles = articles(&paths);
    let bytes: usize = articles.iter().map(|a| a.text().len()).sum();
    println!("{} articles, {:.1} MB of Markdown", articles.len(), bytes as f64 / 1e6);
    let builtin = Linter::new(Catalog::builtin(), Config::default());
    readers::by_format(&articles);
    if std::env::args().any(|a| a == "--readers") {
        return;
    }
    by_stage(&articles, bytes, &builtin);
    by_catalogue(&articles);
    by_text(&builtin);
}

fn by_stage(articles: &[Source], bytes: usize, builtin: &Linter) {
    println!("\nby stage, built-in catalogue and 10,000 phrases and 300 regexes more");
    let catalog = Catalog::with_lints(&catalogue::files(articles, 10_000, 300))
        .unwrap_or_else(|errors| panic!("{}", errors[0]));
    let parse =
        median(|| articles.iter().map(|a| Document::parse(a, catalog.vocabulary()).tokens().len()).sum());
    report("Markdown, tokens, sentences", bytes, parse);
    let linter = Linter::new(catalog, Config::default());
    let check = median(|| articles.iter().map(|a| linter.check(a).findings.len()).sum());
    report("and all lints", bytes, check);
    let whole = median(|| json_lines(&linter, articles));
    report("and JSON lines: everything", bytes, whole);
    let alone = median(|| json_lines(builtin, articles));
    report("everything, built-in catalogue alone", bytes, alone);
}

fn by_catalogue(articles: &[Source]) {
    println!("\ngrowth with the catalogue, whole pipeline");
    let mut first = None;
    for phrases in [1_000, 10_000, 50_000] {
        let files = catalogue::files(articles, phrases, 0);
        let start = Instant::now();
        let linter = Linter::new(
            Catalog::with_lints(&files).unwrap_or_else(|errors| panic!("{}", errors[0])),
            Config::default(),
        );
        let load = start.elapsed().as_secs_f64() * 1e3;
        let time = median(|| json_lines(&linter, articles)).as_secs_f64();
        let ratio = time / *first.get_or_insert(time);
        println!("{phrases:>7} phrases   {ratio:>6.2}x   (loaded in {load:.0} ms)");
    }
}

fn by_text(builtin: &Linter) {
    println!("\ngrowth with the text, one article, built-in catalogue");
    let seed = include_str!("../../fixtures/seed/article.txt");
    let mut first = None;
    for times in [100, 200, 400, 800] {
        let source =
            Source::new("long.md", seed.repeat(times), Format::Markdown).expect("it is short enough");
        let kilobytes = source.text().len() / 1000;
        let source = [source];
        let time = median(|| json_lines(builtin, &source)).as_secs_f64() / f64::from(times as u32);
        println!("{kilobytes:>7} KB   {:>6.2}x per byte", time / *first.get_or_insert(time));
    }
}

/// The articles of the given files, or the seed article many times.
fn articles(paths: &[String]) -> Vec<Source> {
    let mut texts = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{path}: {e}"));
        if path.ends_with(".jsonl") {
            for line in text.lines() {
                let record: serde_json::Value = serde_json::from_str(line).expect("a record is JSON");
                texts.extend(record["text"].as_str().map(str::to_owned));
            }
        } else {
            texts.push(text);
        }
    }
    if texts.is_empty() {
        texts = vec![include_str!("../../fixtures/seed/article.txt").to_owned(); 1000];
    }
    let source =
        |(i, text)| Source::new(format!("{i}.md"), text, Format::Markdown).expect("it is short enough");
    texts.into_iter().enumerate().map(source).collect()
}

/// The whole pipeline; gives the bytes of output.
fn json_lines(linter: &Linter, articles: &[Source]) -> usize {
    let mut renderer = render::renderer(render::Format::Jsonl, linter.catalog(), render::Options::default());
    let (mut out, mut bytes) = (String::new(), 0);
    for source in articles {
        let outcome = linter.check(source);
        let words = outcome.words;
        let mut project = Project::new(linter);
        project.insert(outcome);
        let findings = project.findings();
        let article = Article { words, ..Article::new(source.name(), source, &findings) };
        renderer.article(&article, &|_| None, &mut out);
        bytes += out.len();
        out.clear();
    }
    bytes
}

fn median(mut run: impl FnMut() -> usize) -> Duration {
    let mut times: Vec<Duration> = (0..7)
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

fn report(what: &str, bytes: usize, time: Duration) {
    let (per_byte, speed) = (time.as_nanos() as f64 / bytes as f64, speed(bytes, time));
    println!("{what:<42} {per_byte:>6.1} ns/byte {speed:>7.0} MB/s");
}

/// Megabytes a second.
fn speed(bytes: usize, time: Duration) -> f64 {
    bytes as f64 / 1e6 / time.as_secs_f64()
}
