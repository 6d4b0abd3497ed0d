//! Trains the score of an article: `cargo run --release --example train_score -- CORPORA [--write]`.
//!
//! Reads `CORPORA/mt/*.jsonl` (machine translation) and `CORPORA/ht/*.jsonl` (human translation of the same documents), fits
//! a logistic regression to the rates that `copydesk::signals` measures, and prints the area under the ROC curve for each
//! source language with that language left out of the training. `--write` trains on all of them and writes
//! `src/signals/weights.tsv`. No text goes into the weights, only rates.

#![allow(clippy::print_stdout, reason = "a command of the repository prints its figures")]

mod regression;

use std::collections::BTreeMap;
use std::path::Path;

use copydesk::{Catalog, Config, Document, Format, Level, Linter, Project, Source, signals};
use regression::{Model, auroc, paired};

/// One document: its rates, and whose work it is.
pub(crate) struct Sample {
    language: String,
    document: String,
    machine: bool,
    values: Vec<f64>,
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let corpora = Path::new(arguments.first().expect("the folder of the corpora is given"));
    let mut config = Config::default();
    config.set_level("all", Level::Warn);
    let linter = Linter::new(Catalog::builtin(), config);
    let mut names = Vec::new();
    let mut samples = gather(&corpora.join("mt"), true, &linter, &mut names);
    samples.extend(gather(&corpora.join("ht"), false, &linter, &mut names));
    let clean = gather(&corpora.join("clean"), false, &linter, &mut names);
    // Near gibberish, and crowd workers who paste machine output: neither class is clean there.
    samples.retain(|s| !["liv-en", "ta-en"].contains(&s.language.as_str()));
    balance(&mut samples);

    let mut languages: Vec<String> = samples.iter().map(|s| s.language.clone()).collect();
    languages.sort();
    languages.dedup();
    println!("left out   documents   AUROC mt/ht   paired   AUROC mt/original English");
    for language in &languages {
        let (test, train): (Vec<&Sample>, Vec<&Sample>) =
            samples.iter().partition(|s| s.language == *language);
        let model = Model::train(&train);
        let (area, pairs) = (auroc(&model, &test), paired(&model, &test));
        let original: Vec<&Sample> = test.iter().copied().filter(|s| s.machine).chain(&clean).collect();
        println!(
            "{language:<10} {:>9}   {area:>11.3}   {pairs:>6.3}   {:>10.3}",
            test.len(),
            auroc(&model, &original)
        );
    }
    if arguments.iter().any(|a| a == "--write") {
        let model = Model::train(&samples.iter().collect::<Vec<_>>());
        std::fs::write("src/signals/weights.tsv", model.table(&names)).expect("the weights can be written");
    }
}

/// The documents of a folder that are long enough to be scored.
fn gather(folder: &Path, machine: bool, linter: &Linter, names: &mut Vec<String>) -> Vec<Sample> {
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("a folder of the corpora").flatten().map(|e| e.path()).collect();
    files.sort();
    let mut samples = Vec::new();
    for file in files.iter().filter(|f| f.extension().is_some_and(|e| e == "jsonl")) {
        let text = std::fs::read_to_string(file).expect("a corpus is UTF-8");
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            let record: serde_json::Value = serde_json::from_str(line).expect("a record is JSON");
            let field = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
            let format = if field("format") == "markdown" { Format::Markdown } else { Format::Text };
            let source = Source::new(field("id"), field("text"), format).expect("a record is short enough");
            let outcome = linter.check(&source);
            if outcome.score.is_none() {
                continue;
            }
            let words = outcome.words.max(1);
            let mut project = Project::new(linter);
            project.insert(outcome);
            let signs = signals::signs(linter.catalog(), &project.findings());
            let document = Document::parse(&source, linter.catalog().vocabulary());
            let rates = signals::features(linter.catalog(), &document);
            if names.is_empty() {
                names.extend(rates.iter().map(|(name, _)| name.clone()));
                names.push("*signs".to_owned());
            }
            let mut values: Vec<f64> = rates.iter().map(|(_, rate)| f64::from(*rate)).collect();
            values.push(signs as f64 * 1000.0 / words as f64);
            samples.push(Sample { language: field("lang_pair"), document: field("doc_id"), machine, values });
        }
    }
    samples
}

/// Keeps languages that both classes have, so that the model learns who translated and not from what.
fn balance(samples: &mut Vec<Sample>) {
    let mut seen: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for sample in samples.iter() {
        let counts = seen.entry(sample.language.clone()).or_default();
        *(if sample.machine { &mut counts.0 } else { &mut counts.1 }) += 1;
    }
    samples.retain(|s| seen[&s.language].0 > 0 && seen[&s.language].1 > 0);
}
