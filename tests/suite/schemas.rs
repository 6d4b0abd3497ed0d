//! The JSON formats keep to the schemas that are published in `docs/schema/`.

use copydesk::render::{Format, Options};
use serde_json::{Map, Value};

use crate::formats::rendered;
use crate::repository;

pub(crate) fn schema(format: Format) -> Value {
    let path = repository(&format!("docs/schema/{format}.schema.json"));
    let text = std::fs::read_to_string(path).expect("the schema can be read");
    serde_json::from_str(&text).expect("the schema is JSON")
}

/// The values that a format writes: a document, or its lines.
fn values(format: Format) -> Vec<Value> {
    let out = rendered(format, Options::default());
    serde_json::Deserializer::from_str(&out).into_iter().map(|v| v.expect("the output is JSON")).collect()
}

#[test]
fn output_keeps_to_its_schema() {
    for format in [Format::Json, Format::Jsonl] {
        let schema = schema(format);
        for value in values(format) {
            assert_eq!(check(&value, &schema, &schema), Ok(()), "{format}: {value}");
        }
    }
}

/// A field of another type is told, and so is a field that a schema does not name or does not find.
#[test]
fn schemas_notice_what_is_wrong() {
    for format in [Format::Json, Format::Jsonl] {
        let schema = schema(format);
        let mut fields = Vec::new();
        let values = values(format);
        values.iter().for_each(|value| paths(value, String::new(), &mut fields));
        assert!(fields.len() > 20);
        for (i, value) in values.iter().enumerate() {
            for path in fields.iter().filter(|path| value.pointer(path).is_some()) {
                let wrong = |new: Value| {
                    let mut value = values[i].clone();
                    *value.pointer_mut(path).expect("the field is there") = new;
                    check(&value, &schema, &schema)
                };
                assert!(wrong(Value::Null).is_err(), "{format}: {path} may be null");
                // An object that lacks all fields and has one of its own.
                assert!(wrong(serde_json::json!({ "new": 1 })).is_err(), "{format}: {path} may be anything");
            }
        }
    }
}

/// JSON pointers to all fields and items of a value.
pub(crate) fn paths(value: &Value, at: String, out: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(k, v)| paths(v, format!("{at}/{k}"), out)),
        Value::Array(items) => items.iter().enumerate().for_each(|(i, v)| paths(v, format!("{at}/{i}"), out)),
        _ => {}
    }
    if !at.is_empty() && !out.contains(&at) {
        out.push(at);
    }
}

/// What both schemas say of a finding, a label, a fix and an edit is the same.
#[test]
fn the_two_schemas_agree() {
    let (json, jsonl) = (schema(Format::Json), schema(Format::Jsonl));
    for name in ["label", "fix", "edit", "line", "column", "notes", "span_start", "span_end"] {
        assert_eq!(json["$defs"][name], jsonl["$defs"][name], "{name}");
        assert!(json["$defs"][name].is_object(), "{name}");
    }
    let fields = |schema: &Value| {
        let mut fields = schema["$defs"]["finding"]["properties"].clone();
        let fields = fields.as_object_mut().expect("a finding has fields");
        // A line says itself which article it is about.
        fields.retain(|name, _| !["type", "id", "title", "link", "file"].contains(&name.as_str()));
        fields.clone()
    };
    assert_eq!(fields(&json), fields(&jsonl));
}

/// Whether `value` keeps to `schema`, a part of `root`. Knows the words of JSON Schema that we use; another word
/// is an error, lest it be overlooked.
pub(crate) fn check(value: &Value, schema: &Value, root: &Value) -> Result<(), String> {
    for (word, says) in schema.as_object().expect("a schema is an object") {
        let holds = match word.as_str() {
            "$schema" | "$defs" | "title" | "description" | "default" | "examples" => true,
            "$ref" => {
                let pointer = says.as_str().and_then(|r| r.strip_prefix('#')).expect("references are local");
                check(value, root.pointer(pointer).expect("it leads somewhere"), root)?;
                true
            }
            "const" => value == says,
            "enum" => says.as_array().is_some_and(|all| all.contains(value)),
            "minimum" => value.as_u64() >= says.as_u64(),
            "pattern" => value.as_str().is_none_or(|text| {
                let pattern = regex_automata::meta::Regex::new(says.as_str().expect("a pattern is a text"));
                pattern.expect("a pattern can be read").is_match(text)
            }),
            "type" => has_type(value, says.as_str().expect("a type is a word")),
            "oneOf" => {
                let all = says.as_array().expect("there are several");
                all.iter().filter(|one| check(value, one, root).is_ok()).count() == 1
            }
            "items" => {
                value.as_array().into_iter().flatten().try_for_each(|v| check(v, says, root))?;
                true
            }
            "required" | "properties" | "additionalProperties" => true,
            _ => return Err(format!("the test does not know `{word}`")),
        };
        if !holds {
            return Err(format!("{value} is not {word} {says}"));
        }
    }
    value.as_object().map_or(Ok(()), |fields| check_fields(fields, schema, root))
}

fn check_fields(fields: &Map<String, Value>, schema: &Value, root: &Value) -> Result<(), String> {
    let (known, others) = (&schema["properties"], &schema["additionalProperties"]);
    if known.is_null() && others.is_null() {
        return Ok(());
    }
    for name in schema["required"].as_array().into_iter().flatten() {
        if !fields.contains_key(name.as_str().unwrap_or_default()) {
            return Err(format!("{name} is missing"));
        }
    }
    for (name, value) in fields {
        let others = others.is_object().then_some(others);
        let schema = known.get(name).or(others).ok_or_else(|| format!("`{name}` is not in the schema"))?;
        check(value, schema, root)?;
    }
    Ok(())
}

fn has_type(value: &Value, word: &str) -> bool {
    match word {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "number" => value.is_number(),
        _ => false,
    }
}
