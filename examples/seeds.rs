//! Writes what the fuzzer starts from into `tests/fuzz/corpus`: our fixtures, and the examples of the lints.
//!
//! `cargo run --example seeds`

use std::io;
use std::path::{Path, PathBuf};

use copydesk::lint::Example;
use copydesk::{Catalog, Format};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for path in files(&root.join("fixtures"))?.into_iter().chain(files(&root.join("lints"))?) {
        let bytes = std::fs::read(&path)?;
        for target in targets(&path) {
            seed(target, &bytes)?;
        }
    }
    for lint in Catalog::builtin().lints() {
        lint.examples.iter().try_for_each(example)?;
    }
    (0..=255u8).try_for_each(|byte| seed("fixer", &[byte % 3, byte, byte, 1, byte]))
}

/// Which targets a file is a seed of.
fn targets(path: &Path) -> &'static [&'static str] {
    let text = path.to_string_lossy();
    let ending = path.extension().and_then(|e| e.to_str()).unwrap_or_default();
    match ending {
        "txt" => &["plain", "decode"],
        "md" => &["markdown", "plain"],
        "html" => &["html", "decode"],
        "jsonl" => &["record"],
        "json" | "xml" => &["export", "decode"],
        "toml" if text.contains("/lints/") || text.contains("/broken-lints/") => &["lints"],
        "toml" if path.ends_with("copydesk.toml") => &["config"],
        _ => &[],
    }
}

fn example(example: &Example) -> io::Result<()> {
    let (text, _) = example.unmarked();
    let target = match example.format {
        Format::Text => "plain",
        Format::Markdown => "markdown",
        Format::Html => "html",
    };
    seed(target, text.as_bytes())?;
    seed("record", serde_json::json!({ "text": text }).to_string().as_bytes())
}

/// Puts bytes into the corpus of a target; a name of its own for the same bytes, so that nothing is there twice.
fn seed(target: &str, bytes: &[u8]) -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target);
    std::fs::create_dir_all(&folder)?;
    let name = bytes
        .iter()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, &b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    std::fs::write(folder.join(format!("seed-{name:016x}")), bytes)
}

/// All files below a folder.
fn files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}
