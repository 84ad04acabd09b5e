//! `loket schema` says what `loket init` and `loket register` take: the sample files fit, and what does not fit is
//! refused by both.

use loket_tests::command_line::{BUDI, Desk, complaint_file, office_file};
use serde_json::{Value, json};

/// Keywords that [`misfit`] understands; another one in a schema would be passed over unseen.
const KNOWN: &[&str] = &[
    "$schema",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "enum",
    "const",
    "oneOf",
    "anyOf",
    "default",
    "format",
    "minimum",
    "maximum",
];

/// Where `value` does not fit `schema`, after JSON Schema 2020-12 as far as these schemas use it.
fn misfit(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    let Some(schema) = schema.as_object() else {
        return (*schema == json!(false)).then(|| format!("{at}: not allowed"));
    };
    if let Some(odd) = schema.keys().find(|key| !KNOWN.contains(&key.as_str())) {
        return Some(format!("{at}: the keyword {odd} is not understood here"));
    }
    let named = schema.get("$ref").and_then(Value::as_str);
    let choices = ["oneOf", "anyOf"].iter().find_map(|key| schema.get(*key)).and_then(Value::as_array);
    let kinds: Vec<&str> = match schema.get("type") {
        Some(Value::Array(kinds)) => kinds.iter().filter_map(Value::as_str).collect(),
        Some(kind) => kind.as_str().into_iter().collect(),
        None => vec![],
    };
    let is = |kind: &&str| match *kind {
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        _ => value.is_null(),
    };
    if !kinds.is_empty() && !kinds.iter().any(is) {
        return Some(format!("{at}: not of type {kinds:?}"));
    }
    if schema.get("const").is_some_and(|only| only != value)
        || schema.get("enum").and_then(Value::as_array).is_some_and(|all| !all.contains(value))
    {
        return Some(format!("{at}: not one of the values"));
    }
    if let Some(choices) = choices
        && choices.iter().all(|choice| misfit(root, choice, value, at).is_some())
    {
        return Some(format!("{at}: fits no choice"));
    }
    if let Some(name) = named {
        let part = root.pointer(name.trim_start_matches('#')).expect("a reference leads somewhere");
        if let Some(why) = misfit(root, part, value, at) {
            return Some(why);
        }
    }
    let items = value.as_array().into_iter().flatten().zip(std::iter::repeat(schema.get("items")));
    let in_items = items.filter_map(|(item, of)| misfit(root, of?, item, &format!("{at}[]"))).next();
    let empty = json!({});
    let fields = schema.get("properties").unwrap_or(&empty);
    let required = schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let object = value.as_object();
    let missing = required.filter(|name| object.is_some_and(|o| !o.contains_key(*name))).map(str::to_owned).next();
    let in_fields = object.into_iter().flatten().find_map(|(name, field)| {
        let part = fields.get(name).or_else(|| schema.get("additionalProperties"))?;
        misfit(root, part, field, &format!("{at}.{name}"))
    });
    in_items.or(missing.map(|name| format!("{at}: no {name}"))).or(in_fields)
}

fn schema(what: &str) -> Value {
    let schema = Desk::bare().json(&["schema", what], "");
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!((&schema["type"], &schema["additionalProperties"]), (&json!("object"), &json!(false)));
    schema
}

/// A file that fits is taken; each changed one fits no more and is refused.
fn agree(schema: &Value, file: &Value, spoilers: &[(&str, Value)], take: impl Fn(&Value) -> Result<(), String>) {
    assert_eq!(misfit(schema, schema, file, "$"), None);
    take(file).expect("a file that fits is taken");
    for (path, value) in spoilers {
        let mut changed = file.clone();
        let (parent, name) = path.rsplit_once('/').expect("a pointer");
        let object = changed.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
        if value.is_null() {
            object.remove(name).map(drop)
        } else {
            object.insert(name.to_owned(), value.clone()).map(drop)
        };
        assert!(misfit(schema, schema, &changed, "$").is_some(), "the schema passes {path} = {value}");
        assert!(take(&changed).is_err(), "the program takes {path} = {value}");
    }
}

#[test]
fn the_file_of_an_office() {
    let spoilers = [
        ("/name", Value::Null),
        ("/kind", json!("castle")),
        ("/zone", json!("UTC")),
        ("/officers", json!("Budi Umpama")),
        ("/numbering/reset", json!("never")),
        ("/numbering/last_paper_number", json!("41")),
        ("/officers/0/roles", json!(["king"])),
        ("/officers/0/pin", json!(482_913)),
        ("/colour", json!("blue")),
    ];
    agree(&schema("office"), &office_file(), &spoilers, |file| {
        let said = Desk::bare().run(&["--json", "init", "-"], &file.to_string());
        if said.code == 0 { Ok(()) } else { Err(said.err) }
    });
}

#[test]
fn the_file_of_a_complaint() {
    let desk = Desk::new();
    let spoilers = [
        ("/description", Value::Null),
        ("/name", json!(5)),
        ("/channel", json!("pigeon")),
        ("/restricted", json!("ya")),
        ("/identity_mode", json!("secret")),
        ("/colour", json!("blue")),
    ];
    agree(&schema("complaint"), &complaint_file(), &spoilers, |file| {
        let said = desk.run(&["--json", "register", "-"], &format!("{BUDI}{file}"));
        if said.code == 0 { Ok(()) } else { Err(said.err) }
    });
    let plain = desk.run(&["schema", "complaint"], "");
    let shown: Value = serde_json::from_str(&plain.out).expect("the schema is JSON for people too");
    assert_eq!(shown, schema("complaint"));
}
