//! The schemas of what people write for copydesk say what its readers say: the same keys, the same words.

use std::collections::BTreeSet;

use copydesk::catalog::LintFile;
use copydesk::config::File;
use copydesk::{Catalog, Error};
use serde_json::{Value, json};

use crate::cli::{Scratch, starter_switched_on};
use crate::language::{lint_files, lints_of_the_page};
use crate::repository;
use crate::schemas::{check, paths};

const NAMES: [&str; 3] = ["lint", "data", "config"];

fn text_of(name: &str) -> String {
    let path = repository(&format!("docs/schema/{name}.schema.json"));
    std::fs::read_to_string(path).expect("the schema can be read")
}

fn schema(name: &str) -> Value {
    serde_json::from_str(&text_of(name)).expect("the schema is JSON")
}

/// TOML as editors see it: a date is a text.
fn json_of(toml: &toml::Value) -> Value {
    match toml {
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(truth) => json!(truth),
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.iter().map(json_of).collect(),
        toml::Value::Table(fields) => fields.iter().map(|(k, v)| (k.clone(), json_of(v))).collect(),
    }
}

fn read(toml: &str) -> Value {
    json_of(&toml.parse::<toml::Table>().map(toml::Value::Table).expect("it is TOML"))
}

#[track_caller]
fn keeps_to(name: &str, toml: &str, what: &str) {
    let schema = schema(name);
    assert_eq!(check(&read(toml), &schema, &schema), Ok(()), "{what}");
}

#[test]
fn lint_files_keep_to_their_schemas() {
    let folders = ["lints", "fixtures/lints", "fixtures/projects/desk/house"].map(repository);
    let files = folders.iter().flat_map(|folder| lint_files(folder)).chain(lints_of_the_page());
    let mut seen = BTreeSet::new();
    for file in files {
        let name = if file.path.starts_with("data/") { "data" } else { "lint" };
        keeps_to(name, &file.text, &file.path);
        seen.insert(name);
    }
    assert_eq!(seen.len(), 2);
}

#[test]
fn new_files_keep_to_their_schemas() {
    let scratch = Scratch::new();
    scratch.run(&["new-lint", "long-now"], b"");
    let lint = scratch.read("my-lints/long-now.toml");
    keeps_to("lint", &String::from_utf8(lint).expect("it is text"), "new-lint");
    keeps_to("config", &starter_switched_on(&scratch), "init");
}

#[test]
fn documented_configurations_keep_to_the_schema() {
    let page = std::fs::read_to_string(repository("docs/configuration.md")).expect("the page can be read");
    let blocks: Vec<&str> =
        page.split("```toml\n").skip(1).filter_map(|b| Some(b.split_once("\n```")?.0)).collect();
    assert!(blocks.len() > 2);
    blocks.iter().for_each(|block| keeps_to("config", block, block));
}

/// Files that use every key, so that each can be spoilt.
const LINT: &str = r#"
"$schema" = "lint.schema.json"
summary = "s"
level = "warn"
mqm = "style/awkward"
since = "0.1.0"
preview = true
language = "hi"
why = "w"
[classes]
a = ["b"]
c = { table = "t", column = "u" }
[defaults]
quotes = "skip"
[[match]]
phrase = "a b"
table = "t"
case = true
exact = true
at = ["line", "tail"]
zones = "headline"
not-zones = ["body"]
quotes = "only"
variety = "en-IN"
message = "m"
replace = ["r"]
fix = "safe"
delete = "block"
note = "n"
gloss = "g"
level = "deny"
source = "s"
language = "zh"
only = { here = "a", before = "a", after = ["a"], sentence = "a", paragraph = "a", article = "a" }
unless = { near = "a", past-year = true, name-before = true, name-after = true }
[[match]]
regex = "a"
slow = true
[[example]]
bad = "{{a}}"
good = "b"
format = "html"
[[example]]
ok = "b"
[density]
of = "c"
distinct = 3
message = "m"
"#;

const DATA: &str = r#"
"$schema" = "data.schema.json"
summary = "s"
key = "id"
links = { polity = "polities" }
[[row]]
id = "a"
official = ["b"]
level = "warn"
message = "m"
note = "n"
gloss = "g"
source = "s"
fix = "unsafe"
replace = "r"
variety = ["en-IN"]
since = "2020-01-01"
until = "2021-01-01"
unless = { sentence = "a" }
only = { article = ["a"] }
[class]
month = ["May"]
polity = { table = "t", column = ["u"] }
"#;

const CONFIG: &str = r#"
include = ["a"]
exclude = ["b"]
lint-paths = ["c"]
require-reason = true
preview = true
varieties = ["en-IN"]
date = 2024-05-01
names-file = "n.csv"
max-file-size = "64 MB"
names = { a = "b", c = ["d"] }
[lints]
all = { level = "warn", priority = -1 }
desk = "deny"
[[overrides]]
paths = ["d"]
lints = { desk = "allow" }
"#;

/// A value of another type is told wherever it stands, and so is a key that is not known.
#[test]
fn schemas_notice_what_is_wrong() {
    for (name, text) in NAMES.into_iter().zip([LINT, DATA, CONFIG]) {
        let schema = schema(name);
        let value = read(text);
        assert_eq!(check(&value, &schema, &schema), Ok(()), "{name}");
        let mut fields = Vec::new();
        paths(&value, String::new(), &mut fields);
        for path in &fields {
            for wrong in [json!(null), json!(1.5), json!([[]]), json!({ "new": { "new": 1 } })] {
                let mut value = value.clone();
                *value.pointer_mut(path).expect("the field is there") = wrong.clone();
                assert!(check(&value, &schema, &schema).is_err(), "{name}: {path} may be {wrong}");
            }
        }
        for path in fields.iter().map(String::as_str).chain([""]) {
            let mut value = value.clone();
            let Some(object) = value.pointer_mut(path).and_then(Value::as_object_mut) else { continue };
            object.insert("new".to_owned(), json!(false));
            assert!(check(&value, &schema, &schema).is_err(), "{name}: {path} may have more keys");
        }
        all_keys_are_used(name, &schema, &value);
    }
}

/// The files above use every key that the schema has, so that nothing stays untried.
fn all_keys_are_used(name: &str, schema: &Value, value: &Value) {
    let mut fields = Vec::new();
    paths(value, String::new(), &mut fields);
    let used: BTreeSet<&str> = fields.iter().filter_map(|path| path.rsplit('/').next()).collect();
    for (part, says) in schema["$defs"].as_object().expect("there are parts") {
        for key in says["properties"].as_object().into_iter().flat_map(|keys| keys.keys()) {
            // What conditions a table has, it has from the lints; they are tried there.
            let elsewhere = name == "data" && part == "conditions";
            assert!(elsewhere || used.contains(key.as_str()), "{name}: {part}: {key}");
        }
        assert!(
            says.get("properties").is_none() || says.get("additionalProperties").is_some(),
            "{name}: {part} says nothing of other keys"
        );
    }
}

/// What the reader of a file knows where something stands that it does not know.
fn known(errors: &[Error]) -> BTreeSet<String> {
    let help = errors[0].help.as_deref().unwrap_or_default();
    let list = help.strip_prefix("known here: ").unwrap_or_else(|| panic!("{}", errors[0]));
    list.split(", ").map(str::to_owned).collect()
}

fn known_in_lints(path: &str, text: &str) -> BTreeSet<String> {
    let file = LintFile { path: path.to_owned(), name: path.to_owned(), text: text.to_owned() };
    known(&Catalog::with_lints(&[file]).expect_err("the file is wrong"))
}

fn known_in_config(text: &str) -> BTreeSet<String> {
    known(&File::parse("copydesk.toml", text).expect_err("the file is wrong"))
}

/// The keys of some parts of a schema, or the words that they allow.
fn said(name: &str, parts: &[&str]) -> BTreeSet<String> {
    let schema = schema(name);
    let part = |part: &&str| schema.pointer(&format!("/$defs/{part}")).expect("there is such a part").clone();
    let words = |part: Value| match (part["properties"].as_object(), part["enum"].as_array()) {
        (Some(keys), _) => keys.keys().cloned().collect::<Vec<_>>(),
        (None, words) => words.into_iter().flatten().filter_map(|w| Some(w.as_str()?.to_owned())).collect(),
    };
    parts.iter().map(part).flat_map(words).collect()
}

#[test]
fn the_schema_of_lints_has_the_keys_and_words_of_the_reader() {
    for (text, parts) in [
        ("zzz = 1", &["lint"][..]),
        ("[[match]]\nzzz = 1", &["match"]),
        ("[defaults]\nzzz = 1", &["match"]),
        ("[[match]]\nunless = { zzz = 1 }", &["conditions"]),
        ("[[example]]\nzzz = 1", &["bad", "ok"]),
        ("[density]\nzzz = 1", &["density"]),
        ("level = \"zzz\"", &["level"]),
        ("[[match]]\nfix = \"zzz\"", &["applicability"]),
        ("[[match]]\nat = \"zzz\"", &["anchor"]),
        ("[[match]]\nzones = \"zzz\"", &["zone"]),
        ("[[match]]\nquotes = \"zzz\"", &["match/properties/quotes"]),
        ("[[match]]\ndelete = \"zzz\"", &["match/properties/delete"]),
        ("[[example]]\nformat = \"zzz\"", &["format"]),
    ] {
        assert_eq!(known_in_lints("a/b.toml", text), said("lint", parts), "{text}");
    }
}

#[test]
fn the_schema_of_tables_has_the_keys_of_the_reader() {
    assert_eq!(known_in_lints("data/a.toml", "zzz = 1"), said("data", &["data"]));
    let (lint, data) = (schema("lint"), schema("data"));
    for part in ["conditions", "class", "column", "strings", "level", "applicability"] {
        assert_eq!(lint["$defs"][part], data["$defs"][part], "{part}");
    }
    let page = std::fs::read_to_string(repository("docs/lint-language.md")).expect("the page can be read");
    let (_, after) = page.split_once("These columns act on their row").expect("the page tells of columns");
    let sentence = after.split_once("\n\n").map_or(after, |(sentence, _)| sentence);
    let words = sentence.split('`').skip(1).step_by(2).filter(|w| w.bytes().all(|b| b.is_ascii_lowercase()));
    assert_eq!(words.map(str::to_owned).collect::<BTreeSet<_>>(), said("data", &["row"]));
}

#[test]
fn the_schema_of_the_configuration_has_the_keys_and_words_of_the_reader() {
    for (text, parts) in [
        ("zzz = 1", &["config"][..]),
        ("[[overrides]]\nzzz = 1", &["override"]),
        ("[lints]\nall = { zzz = 1 }", &["table"]),
        ("[lints]\nall = \"zzz\"", &["level"]),
    ] {
        assert_eq!(known_in_config(text), said("config", parts), "{text}");
    }
}

#[test]
fn schemas_are_printed() {
    let scratch = Scratch::new();
    for name in NAMES.into_iter().chain(["json", "jsonl"]) {
        let output = scratch.run(&["schema", name], b"");
        assert_eq!(String::from_utf8_lossy(&output.stdout), text_of(name));
        assert_eq!(output.status.code(), Some(0));
    }
}
