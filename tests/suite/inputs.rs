//! One article is the same article in every format that it can come in.
//!
//! `fixtures/inputs` holds four articles, each as plain text, as Markdown, as a page, as records, and as a post of three
//! exports. The findings must be the same, and the bytes that a finding names must say the same words in every file.

use std::collections::BTreeMap;

use copydesk::render::Format;
use html5gum::{Token, Tokenizer};
use serde_json::Value;

use crate::cli::Scratch;
use crate::{repository, schemas};

const ARTICLES: [&str; 4] = ["port", "talks", "mill", "crane"];

/// A finding as it can be compared: the lint, the message, the words that are marked.
type Said = (String, String, String);

/// The findings of each article of a file, with the words that stand at their bytes of the file.
fn findings(scratch: &Scratch, file: &str, args: &[&str]) -> BTreeMap<String, Vec<Said>> {
    let bytes = scratch.read(file);
    let output = scratch.run(&[args, &["--format", "jsonl", file]].concat(), b"");
    let mut found: BTreeMap<String, Vec<Said>> = BTreeMap::new();
    for line in String::from_utf8(output.stdout).expect("output is UTF-8").lines() {
        let value: Value = serde_json::from_str(line).expect("output is JSON");
        let text = |field: &str| value[field].as_str().unwrap_or_default().to_owned();
        let list = found.entry(text("id")).or_default();
        if text("type") != "finding" {
            continue;
        }
        let place = |file: &str, own: &str| {
            value.get(file).unwrap_or(&value[own]).as_u64().expect("a place is a number") as usize
        };
        let slice = &bytes[place("file_start", "start")..place("file_end", "end")];
        list.push((text("lint"), text("message"), words(slice, file)));
    }
    found.values_mut().for_each(|list| list.sort());
    found
}

/// What bytes of a file say, without escapes, entities, tags and white space.
fn words(bytes: &[u8], file: &str) -> String {
    let mut text = String::from_utf8(bytes.to_vec()).expect("the places are those of characters");
    if file.contains(".json") {
        text = serde_json::from_str(&format!("\"{text}\"")).expect("the places are not inside of escapes");
    }
    // In XML without CDATA sections entities stand for entities.
    for _ in 0..2 {
        let tokens = Tokenizer::new(&text).map(|token| match token {
            Ok(Token::String(text)) => String::from_utf8_lossy(&text.value).into_owned(),
            _ => " ".to_owned(),
        });
        text = tokens.collect();
    }
    text.split(|c: char| c.is_whitespace() || ">\\".contains(c)).collect()
}

fn scratch() -> Scratch {
    let scratch = Scratch::new();
    for entry in std::fs::read_dir(repository("fixtures/inputs")).expect("the folder can be read") {
        let path = entry.expect("an entry can be read").path();
        let name = path.file_name().expect("it has a name").to_string_lossy().into_owned();
        scratch.write(&name, std::fs::read(&path).expect("a file can be read"));
    }
    scratch.write("copydesk.toml", "preview = true\n");
    scratch
}

#[test]
fn an_article_is_the_same_in_every_format() {
    let scratch = scratch();
    for args in [&["--no-config"][..], &["-W", "all"]] {
        let records = findings(&scratch, "list.jsonl", args);
        let exports = ["wordpress.xml", "wordpress.json", "ghost.json"];
        let exports = exports.map(|file| (file, findings(&scratch, file, args)));
        let mut lints = std::collections::BTreeSet::new();
        for (number, article) in ARTICLES.iter().enumerate() {
            let plain = &findings(&scratch, &format!("{article}.txt"), args)[&format!("{article}.txt")];
            assert!(plain.len() >= 3, "{plain:?}");
            lints.extend(plain.iter().map(|said| said.0.clone()));
            for ending in ["md", "html"] {
                let file = format!("{article}.{ending}");
                assert_eq!(&findings(&scratch, &file, args)[&file], plain, "{file} {args:?}");
            }
            for format in ["text", "markdown", "html"] {
                let id = format!("{article}.{format}");
                assert_eq!(&records[&id], plain, "record {id} {args:?}");
            }
            for (file, posts) in &exports {
                assert_eq!(posts.len(), ARTICLES.len(), "{file}");
                let post = posts.values().nth(number).expect("there is one for each");
                assert_eq!(post, plain, "{file}, post {number} {args:?}");
            }
        }
        assert!(lints.len() >= 12, "{lints:?}");
    }
}

#[test]
fn an_export_in_utf_16_leads_to_its_bytes() {
    let scratch = scratch();
    for (file, count) in [("wordpress.xml", 2), ("ghost.json", 2), ("list.jsonl", 3)] {
        let text = String::from_utf8(scratch.read(file)).expect("the fixture is UTF-8");
        let wide: Vec<u8> = format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_be_bytes).collect();
        scratch.write("wide", &wide);
        let name = format!("wide.{}", file.rsplit('.').next().expect("it has an ending"));
        scratch.write(&name, &wide);
        for across in [&["--no-config"][..], &["--no-config", "--across"]] {
            let run = |name: &str| {
                let output = scratch.run(&[across, &["--format", "jsonl", name]].concat(), b"");
                let lines = String::from_utf8(output.stdout).expect("output is UTF-8");
                let value = |line: &str| serde_json::from_str::<Value>(line).expect("output is JSON");
                lines.lines().map(value).filter(|v| v["type"] == "finding").collect::<Vec<_>>()
            };
            let (narrow, wider) = (run(file), run(&name));
            assert!(narrow.len() > count && narrow.len() == wider.len(), "{name} {across:?}");
            for (a, b) in narrow.iter().zip(&wider) {
                let slice = |bytes: &[u8], v: &Value| {
                    let at = |field: &str| v[field].as_u64().expect("it is a place") as usize;
                    bytes[at("file_start")..at("file_end")].to_vec()
                };
                let units: Vec<u16> =
                    slice(&wide, b).chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
                assert_eq!(
                    String::from_utf16(&units).expect("whole characters").into_bytes(),
                    slice(text.as_bytes(), a)
                );
                assert_eq!((&a["start"], &a["message"]), (&b["start"], &b["message"]));
            }
        }
    }
}

#[test]
fn what_is_said_of_posts_and_records_keeps_to_the_schemas() {
    let scratch = scratch();
    for format in [Format::Json, Format::Jsonl] {
        let schema = schemas::schema(format);
        let args = ["--format", format.word(), "wordpress.xml", "ghost.json", "list.jsonl"];
        let output = scratch.run(&args, b"");
        let values = serde_json::Deserializer::from_slice(&output.stdout).into_iter::<Value>();
        let mut count = 0;
        for value in values {
            let value = value.expect("output is JSON");
            assert_eq!(schemas::check(&value, &schema, &schema), Ok(()), "{value}");
            count += value.to_string().matches("\"file\":\"wordpress.xml\"").count();
        }
        assert!(count >= ARTICLES.len(), "{format}");
    }
}
