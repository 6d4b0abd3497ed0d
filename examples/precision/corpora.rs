//! The corpora: folders of JSON lines, one record an article.

use std::path::Path;

use copydesk::{Format, Source};
use serde_json::Value;

/// The folders that are read, and what is in them.
pub(crate) const SETS: [(&str, &str); 4] = [
    ("clean", "edited English"),
    ("ht", "human translation into English"),
    ("mt", "machine translation into English"),
    ("spans", "machine translation in which experts marked the errors"),
];

/// One file of a set.
pub(crate) struct File {
    /// Index in [`SETS`].
    pub(crate) set: usize,
    /// Its name below the set's folder.
    pub(crate) name: String,
    pub(crate) records: Vec<Record>,
}

/// One article.
pub(crate) struct Record {
    pub(crate) source: Source,
    /// Bytes of the source that experts marked; `None` where nobody looked.
    pub(crate) marks: Option<Vec<(u32, u32)>>,
}

/// Reads the sets of a folder, those of `only` if it names any. The order is that of the sets and file names.
pub(crate) fn read(folder: &Path, only: &[String]) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    for (set, (name, _)) in SETS.iter().enumerate() {
        if !only.is_empty() && !only.iter().any(|o| o == name) {
            continue;
        }
        let below = folder.join(name);
        let entries = std::fs::read_dir(&below).map_err(|e| format!("{}: {e}", below.display()))?;
        let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == "jsonl"));
        paths.sort();
        for path in paths {
            let text = std::fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let records = records(&text).map_err(|e| format!("{}:{e}", path.display()))?;
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            files.push(File { set, name, records });
        }
    }
    Ok(files)
}

/// The records of a file; an error begins with the line.
fn records(text: &str) -> Result<Vec<Record>, String> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(i, line)| record(line).map_err(|e| format!("{}: {e}", i + 1))).collect()
}

fn record(line: &str) -> Result<Record, String> {
    let value: Value = serde_json::from_str(line).map_err(|e| e.to_string())?;
    let field = |name: &str| value[name].as_str().map(str::to_owned);
    let format = match value["format"].as_str() {
        None | Some("text") => Format::Text,
        Some("markdown") => Format::Markdown,
        Some("html") => Format::Html,
        Some(other) => return Err(format!("`{other}` is not a format")),
    };
    let (id, text) = (field("id").ok_or("no `id`")?, field("text").ok_or("no `text`")?);
    let source = Source::new(id, text, format).map_err(|e| format!("{} bytes are too many", e.bytes))?;
    let number = |mark: &Value, key: &str| mark[key].as_u64().and_then(|n| u32::try_from(n).ok());
    let mark = |m: &Value| Some((number(m, "start")?, number(m, "end")?));
    let marks = match value["spans"].as_array() {
        None => None,
        Some(list) => {
            Some(list.iter().map(mark).collect::<Option<_>>().ok_or("a span without `start` and `end`")?)
        }
    };
    Ok(Record { source, marks })
}
