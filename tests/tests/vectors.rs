//! The committed vectors of entry format v1: made again and compared, judged by this program, and judged a second
//! time by what `docs/entry.md` says alone.

use ed25519_dalek::{Signature, VerifyingKey};
use loket_domain::entry::{self, Digest, EntryError, Header, Part, PartName};
use loket_domain::fold::{self, Opened, Place};
use loket_domain::strict_json::StrictJsonError;
use loket_tests::{places, vectors};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap_or_else(|| panic!("no text {field}"))
}

fn bytes<const N: usize>(value: &Value, field: &str) -> [u8; N] {
    hex::decode(text(value, field)).expect("hexadecimal").try_into().expect("as long as its type")
}

fn body(vector: &Value) -> Vec<u8> {
    match vector["body"].as_str() {
        Some(text) => text.as_bytes().to_vec(),
        None => hex::decode(text(vector, "body_hex")).expect("hexadecimal"),
    }
}

/// The committed vectors by file name.
fn committed() -> BTreeMap<String, Value> {
    let folder = places::repository().join("tests/vectors");
    let files = std::fs::read_dir(folder).expect("the folder of vectors");
    let read = |path: &std::path::Path| {
        let text = std::fs::read_to_string(path).expect("a vector can be read");
        serde_json::from_str(&text).expect("a vector is JSON")
    };
    files
        .map(|file| file.expect("a file").path())
        .map(|path| (path.file_name().expect("a name").to_string_lossy().into_owned(), read(&path)))
        .collect()
}

fn single() -> impl Iterator<Item = (String, Value)> {
    committed().into_iter().filter(|(_, vector)| vector["verdict"].is_string())
}

/// A made vector must equal its file byte for byte: a change of format, of a body or of a file is seen here.
#[test]
fn the_committed_files_are_the_ones_that_are_made() {
    let folder = places::repository().join("tests/vectors");
    let made = vectors::all();
    for (name, vector) in &made {
        let file = std::fs::read_to_string(folder.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(file == vectors::text(vector), "{name} is not what `cargo run -p loket-tests --bin vectors` makes");
    }
    let names: BTreeSet<&str> = made.iter().map(|(name, _)| *name).collect();
    let files = committed();
    assert_eq!(files.keys().map(String::as_str).collect::<BTreeSet<_>>(), names, "a file that nobody makes");
}

/// This program's verdict, in the words of the vectors.
fn verdict(vector: &Value) -> Result<(), EntryError> {
    let header = Header {
        log: Digest(bytes(vector, "log")),
        seq: vector["seq"].as_u64().expect("seq"),
        prev: vector["prev"].as_str().map(|hex| Digest::from_hex(hex).expect("64 digits")),
    };
    let entry = entry::read(header, body(vector), bytes(vector, "signature"))?;
    assert_eq!(entry.hash.to_string(), text(vector, "hash"), "hash");
    entry::verify(&entry, &VerifyingKey::from_bytes(&bytes(vector, "public_key")).expect("a key"))?;
    for (name, held) in vector["parts"].as_object().expect("parts") {
        let name = if name == "identity" { PartName::Identity } else { PartName::Matter };
        let part = Part { salt: bytes(held, "salt"), bytes: text(held, "bytes").as_bytes().to_vec() };
        assert_eq!(part.digest(name).to_string(), text(held, "digest"), "digest of the part");
        entry::verify_part(&entry.body, name, &part)?;
    }
    Ok(())
}

#[test]
fn this_program_judges_as_the_vectors_say() {
    let mut seen = BTreeSet::new();
    for (name, vector) in single() {
        let said = match verdict(&vector) {
            Ok(()) => "genuine",
            Err(EntryError::Json(StrictJsonError::TooLong(_))) => "too_long",
            Err(EntryError::Json(StrictJsonError::Malformed { .. })) => "not_strict_json",
            Err(EntryError::Shape) => "not_version_1",
            Err(EntryError::Key) => "wrong_key",
            Err(EntryError::Signature) => "wrong_signature",
            Err(EntryError::PartDigest | EntryError::PartTooLong(_)) => "part_mismatch",
        };
        assert_eq!(said, text(&vector, "verdict"), "{name}");
        seen.insert(said);
    }
    assert_eq!(seen.len(), 7, "every verdict has a vector: {seen:?}");
}

/// What a writer of this program would have written: the same bytes.
#[test]
fn sealing_a_body_again_gives_the_same_bytes_and_signature() {
    for name in ["log-opened.json", "complaint-registered.json", "complaint-corrected.json"] {
        let vector = &committed()[name];
        let header = Header {
            log: Digest(bytes(vector, "log")),
            seq: vector["seq"].as_u64().expect("seq"),
            prev: vector["prev"].as_str().and_then(Digest::from_hex),
        };
        let read: entry::Body = serde_json::from_slice(&body(vector)).expect("a body");
        let key = ed25519_dalek::SigningKey::from_bytes(&bytes(vector, "secret_key"));
        let sealed = entry::seal(header, &read, &key).expect("sealed");
        assert_eq!(String::from_utf8_lossy(&sealed.body_bytes), text(vector, "body"), "{name}");
        assert_eq!(hex::encode(sealed.signature), text(vector, "signature"), "{name}");
    }
}

#[test]
fn the_three_genuine_entries_are_one_chain() {
    let files = committed();
    let [opened, registered, corrected] =
        ["log-opened.json", "complaint-registered.json", "complaint-corrected.json"].map(|name| &files[name]);
    assert_eq!((&opened["seq"], &registered["seq"], &corrected["seq"]), (&json!(1), &json!(2), &json!(3)));
    assert_eq!(opened["prev"], Value::Null);
    assert_eq!((&registered["prev"], &corrected["prev"]), (&opened["hash"], &registered["hash"]));
    let facts: Value = serde_json::from_str(text(opened, "body")).expect("a body");
    assert_eq!(facts["facts"]["public_key"], opened["public_key"], "a log begins with its key");
    let correction: Value = serde_json::from_str(text(corrected, "body")).expect("a body");
    assert_eq!(correction["base"], json!([registered["hash"]]));
}

// From here to the end of `independent` nothing of this program is used: only BLAKE3, Ed25519, a common reader of
// JSON, and `docs/entry.md`.

/// BLAKE3 in key-derivation mode over pieces, each with its length before it; also the input itself.
fn derived(context: &str, pieces: &[&[u8]]) -> (String, String) {
    let input: Vec<u8> = pieces.iter().flat_map(|p| [&(p.len() as u64).to_be_bytes(), *p].concat()).collect();
    (hex::encode(blake3::derive_key(context, &input)), hex::encode(input))
}

/// Deepest nesting, and how many keys stand in the text: one for each colon outside strings.
fn depth_and_keys(text: &str) -> (usize, usize) {
    let (mut depth, mut deepest, mut keys, mut quoted, mut escaped) = (0_usize, 0, 0, false, false);
    for c in text.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '[' | '{' if !quoted => depth += 1,
            ']' | '}' if !quoted => depth -= 1,
            ':' if !quoted => keys += 1,
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    (deepest, keys)
}

fn keys_kept(value: &Value) -> usize {
    match value {
        Value::Object(map) => map.len() + map.values().map(keys_kept).sum::<usize>(),
        Value::Array(items) => items.iter().map(keys_kept).sum(),
        _ => 0,
    }
}

fn independent(vector: &Value) -> &'static str {
    let body = body(vector);
    if body.len() > 16_384 {
        return "too_long";
    }
    let (Ok(value), Ok(text_of_body)) = (serde_json::from_slice::<Value>(&body), std::str::from_utf8(&body)) else {
        return "not_strict_json";
    };
    let (depth, keys) = depth_and_keys(text_of_body);
    if depth > 8 || keys != keys_kept(&value) {
        return "not_strict_json";
    }
    let texts = ["kind", "unit", "subject", "actor", "at", "request"].iter().all(|f| value[f].is_string());
    let rest = value["must"].is_boolean() && value["base"].is_array() && value["parts"].is_object();
    let dated = value["at"].as_str().is_some_and(|at| at.as_bytes().get(10) == Some(&b'T'));
    if value["v"] != 1 || !texts || !rest || !dated || !value["facts"].is_object() {
        return "not_version_1";
    }
    let key: [u8; 32] = bytes(vector, "public_key");
    if hex::encode(blake3::derive_key("loket-aduan log id v1", &key)) != text(vector, "log") {
        return "wrong_key";
    }
    let log: [u8; 32] = bytes(vector, "log");
    let prev = vector["prev"].as_str().map(|p| hex::decode(p).expect("hexadecimal")).unwrap_or_default();
    let seq = vector["seq"].as_u64().expect("seq").to_be_bytes();
    let (hash, input) = derived("loket-aduan entry v1", &[&log, &seq, &prev, &body]);
    assert!(vector["hash_input"].is_null() || vector["hash_input"] == json!(input), "input of the hash");
    let signature = Signature::from_bytes(&bytes(vector, "signature"));
    let signed: [u8; 32] = hex::decode(&hash).expect("hexadecimal").try_into().expect("32 bytes");
    if hash != text(vector, "hash")
        || VerifyingKey::from_bytes(&key).expect("a key").verify_strict(&signed, &signature).is_err()
    {
        return "wrong_signature";
    }
    for (name, held) in vector["parts"].as_object().expect("parts") {
        let salt: [u8; 16] = bytes(held, "salt");
        let (digest, _) = derived("loket-aduan part v1", &[name.as_bytes(), &salt, text(held, "bytes").as_bytes()]);
        if value["parts"][name] != json!(digest) {
            return "part_mismatch";
        }
    }
    "genuine"
}

#[test]
fn the_document_alone_leads_to_the_same_verdicts() {
    let mut count = 0;
    for (name, vector) in single() {
        assert_eq!(independent(&vector), text(&vector, "verdict"), "{name}");
        count += 1;
    }
    assert!(count > 15, "{count} vectors");
}

/// A verdict of "genuine" must hang on every byte that is signed or named by a digest.
#[test]
fn no_byte_of_a_genuine_entry_can_change() {
    let vector = &committed()["complaint-registered.json"];
    let mut vector = vector.clone();
    vector["hash_input"] = Value::Null;
    assert_eq!(independent(&vector), "genuine");
    for field in ["log", "prev", "hash", "signature", "public_key"] {
        let mut changed = vector.clone();
        let turned = if text(&vector, field).starts_with('0') { "1" } else { "0" };
        changed[field] = json!(format!("{turned}{}", &text(&vector, field)[1..]));
        assert_ne!(independent(&changed), "genuine", "a changed {field} passes");
    }
    for (at, _) in text(&vector, "body").char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        let mut changed = vector.clone();
        let mut bytes = body(&vector);
        bytes[at] = if bytes[at] == b'9' { b'8' } else { bytes[at] + 1 };
        changed["body"] = json!(String::from_utf8(bytes).expect("digits for digits"));
        assert_ne!(independent(&changed), "genuine", "a changed digit at {at} passes");
    }
}

#[test]
fn the_fold_keeps_what_nobody_has_decided() {
    let vector = &committed()["fold.json"];
    let entries: Vec<Opened> = vector["entries"]
        .as_array()
        .expect("entries")
        .iter()
        .map(|entry| {
            assert_eq!(verdict(entry), Ok(()));
            let body = serde_json::from_slice(&body(entry)).expect("a body");
            Opened { hash: Digest(bytes(entry, "hash")), body, parts: BTreeMap::new() }
        })
        .collect();
    let ordered = fold::causal_order(&entries);
    assert_eq!(json!(ordered.iter().map(|e| e.hash).collect::<Vec<_>>()), vector["order"]);
    assert_eq!(json!(fold::heads(&entries)), vector["heads"]);
    let fields = fold::fields(&ordered, &["complaint.registered", "complaint.corrected"]);
    let shown: Map<String, Value> = fold::shown(&fields, Place::Facts);
    for (field, value) in vector["shown"].as_object().expect("fields") {
        assert_eq!(&shown[field], value, "{field}");
    }
    assert_eq!(json!(fold::undecided(&fields)), vector["undecided"]);
}
