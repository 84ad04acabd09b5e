//! The test vectors of entry format v1 (`docs/entry.md`), made from fixed keys, salts and times.
//!
//! Bodies are written here as text, byte for byte: a vector that came out of the writer under test would prove
//! nothing about it.

use ed25519_dalek::{Signer, SigningKey};
use loket_domain::entry::{Digest, Header, Part, PartName, hash, log_id};
use loket_domain::strict_json::MAX_BODY_BYTES;
use serde_json::{Value, json};

const UNIT: &str = "0193a000-0000-4000-8000-000000000001";
const OFFICER: &str = "0193a000-0000-7000-8000-000000000002";
const COMPLAINT: &str = "0193a000-0000-7000-8000-000000000003";
const NOBODY: &str = "00000000-0000-0000-0000-000000000000";

/// Facts of the registration that the vectors register.
const REGISTERED: &str = concat!(
    r#"{"answer_due":"2026-12-04","answer_rule":"uu25.first_response","capacity":"self","channel":"TM","counter":"L1","#,
    r#""event_date":"2026-11-19","identity_mode":"open","number":"0042/ADU/L1/XI/2026","numbered_on":"2026-11-20","#,
    r#""period":"2026","received_at":"2026-11-20T09:15:00+07:00","recorded_at":"2026-11-20T09:15:00+07:00","#,
    r#""restricted":false,"salutation":"ibu","seq":42,"#,
    r#""tracking_hash":"abababababababababababababababababababababababababababababababab"}"#
);
const IDENTITY: &str = r#"{"address":"Jalan Andaikan Nomor 7","name":"Melati Contohwati","nik":"9906034107900001","phone":"+6289900000001"}"#;
const MATTER: &str = concat!(
    r#"{"description":"Nomor antrean saya 12, tetapi sampai pukul 11.45 belum dipanggil – “penuh”.","#,
    r#""settlement":"Antrean dipanggil menurut nomor","tracking":"7QK4M2XD"}"#
);

/// A writer of one log: its key, and its last entry.
struct Log {
    key: SigningKey,
    last: Option<(u64, Digest)>,
}

/// What a writer says; the rest of a body follows from it.
struct Said<'a> {
    kind: &'a str,
    subject: &'a str,
    actor: &'a str,
    at: &'a str,
    base: Vec<Digest>,
    parts: Vec<(PartName, Part)>,
    facts: &'a str,
}

impl Said<'_> {
    fn body(&self) -> String {
        let base: Vec<String> = self.base.iter().map(|hash| format!("\"{hash}\"")).collect();
        let parts = self.parts.iter().map(|(name, part)| format!("\"{}\":\"{}\"", name.as_str(), part.digest(*name)));
        format!(
            concat!(
                r#"{{"v":1,"kind":"{}","must":false,"unit":"{}","subject":"{}","actor":"{}","at":"{}","#,
                r#""request":"0193a000-0000-7000-8000-0000000000ff","base":[{}],"parts":{{{}}},"facts":{}}}"#
            ),
            self.kind,
            UNIT,
            self.subject,
            self.actor,
            self.at,
            base.join(","),
            parts.collect::<Vec<_>>().join(","),
            self.facts,
        )
    }
}

impl Log {
    fn new(secret: u8) -> Self {
        Self { key: SigningKey::from_bytes(&[secret; 32]), last: None }
    }

    fn id(&self) -> Digest {
        log_id(&self.key.verifying_key())
    }

    fn header(&self) -> Header {
        Header { log: self.id(), seq: self.last.map_or(1, |(seq, _)| seq + 1), prev: self.last.map(|(_, hash)| hash) }
    }

    /// The vector of `body` as the next entry, signed rightly.
    fn signed(&self, body: &[u8], parts: &[(PartName, Part)], verdict: &str) -> Value {
        let header = self.header();
        let hash = hash(&header, body);
        let held: serde_json::Map<String, Value> = parts
            .iter()
            .map(|(name, part)| {
                let text = String::from_utf8_lossy(&part.bytes);
                let digest = part.digest(*name);
                (name.as_str().to_owned(), json!({ "salt": hex::encode(part.salt), "bytes": text, "digest": digest }))
            })
            .collect();
        let mut vector = json!({
            "secret_key": hex::encode(self.key.to_bytes()),
            "public_key": hex::encode(self.key.verifying_key().to_bytes()),
            "log": header.log,
            "seq": header.seq,
            "prev": header.prev,
            "hash": hash,
            "signature": hex::encode(self.key.sign(&hash.0).to_bytes()),
            "parts": held,
            "verdict": verdict,
        });
        match std::str::from_utf8(body) {
            Ok(text) => vector["body"] = json!(text),
            Err(_) => vector["body_hex"] = json!(hex::encode(body)),
        }
        vector
    }

    /// The next entry of the log, genuine; with the input of its hash.
    fn append(&mut self, said: &Said) -> Value {
        let (header, body) = (self.header(), said.body());
        let mut vector = self.signed(body.as_bytes(), &said.parts, "genuine");
        let prev = header.prev.map(|hash| hash.0.to_vec()).unwrap_or_default();
        let pieces = [&header.log.0[..], &header.seq.to_be_bytes(), &prev, body.as_bytes()];
        let input: Vec<u8> =
            pieces.iter().flat_map(|piece| [&(piece.len() as u64).to_be_bytes(), *piece].concat()).collect();
        vector["hash_input"] = json!(hex::encode(input));
        self.last = Some((header.seq, hash(&header, body.as_bytes())));
        vector
    }

    fn opened(&mut self, program: &str) -> Value {
        let key = hex::encode(self.key.verifying_key().to_bytes());
        let facts = format!(r#"{{"practice":false,"program":"{program}","public_key":"{key}","reason":"init"}}"#);
        self.append(&Said {
            kind: "log.opened",
            subject: UNIT,
            actor: NOBODY,
            at: "2026-11-20T07:30:00+07:00",
            base: Vec::new(),
            parts: Vec::new(),
            facts: &facts,
        })
    }

    fn corrected(&mut self, base: Vec<Digest>, at: &str, facts: &str) -> Value {
        let kind = "complaint.corrected";
        self.append(&Said { kind, subject: COMPLAINT, actor: OFFICER, at, base, parts: Vec::new(), facts })
    }

    fn head(&self) -> Vec<Digest> {
        self.last.iter().map(|(_, hash)| *hash).collect()
    }
}

fn registered() -> Said<'static> {
    let part = |salt, text: &str| Part { salt: [salt; 16], bytes: text.as_bytes().to_vec() };
    Said {
        kind: "complaint.registered",
        subject: COMPLAINT,
        actor: OFFICER,
        at: "2026-11-20T09:15:00+07:00",
        base: Vec::new(),
        parts: vec![(PartName::Identity, part(0x11, IDENTITY)), (PartName::Matter, part(0x22, MATTER))],
        facts: REGISTERED,
    }
}

/// Every vector with the name of its file in `tests/vectors/`.
#[must_use]
pub fn all() -> Vec<(&'static str, Value)> {
    let mut log = Log::new(7);
    let opened = log.opened("0.1.0");
    let registered_entry = log.append(&registered());
    let correction = log.corrected(log.head(), "2026-11-20T09:31:00+07:00", r#"{"event_date":"2026-11-18"}"#);
    let mut vectors = vec![
        ("log-opened.json", opened),
        ("complaint-registered.json", registered_entry),
        ("complaint-corrected.json", correction),
        ("fold.json", fold()),
    ];
    vectors.extend(bodies());
    vectors.extend(forgeries());
    vectors
}

/// A vector as its file holds it; keys in alphabetical order, whatever order the values were made in.
///
/// # Panics
/// Never: a value is always JSON.
#[must_use]
pub fn text(vector: &Value) -> String {
    let mut sorted = vector.clone();
    sorted.sort_all_objects();
    let text = serde_json::to_string_pretty(&sorted).expect("a value is JSON");
    text + "\n"
}

/// Entries whose signature is right and whose body decides.
fn bodies() -> Vec<(&'static str, Value)> {
    let mut log = Log::new(7);
    log.opened("0.1.0");
    let note = |facts: &str| {
        let kind = "complaint.noted";
        let at = "2026-11-20T10:00:00+07:00";
        Said { kind, subject: COMPLAINT, actor: OFFICER, at, base: vec![], parts: vec![], facts }.body()
    };
    let plain = note("{}");
    let nested = |levels: usize| note(&format!("{{\"x\":{}1{}}}", "[".repeat(levels), "]".repeat(levels)));
    let long = |bytes: usize| note(&format!("{{\"x\":\"{}\"}}", "x".repeat(bytes - note(r#"{"x":""}"#).len())));
    let cases = [
        ("longest.json", long(MAX_BODY_BYTES), "genuine"),
        ("too-long.json", long(MAX_BODY_BYTES + 1), "too_long"),
        ("eight-levels.json", nested(6), "genuine"),
        ("too-deep.json", nested(7), "not_strict_json"),
        ("doubled-key.json", note(r#"{"seq":1,"seq":2}"#), "not_strict_json"),
        ("doubled-key-escaped.json", note(r#"{"seq":1,"\u0073eq":2}"#), "not_strict_json"),
        ("bytes-after-the-end.json", format!("{plain} {{}}"), "not_strict_json"),
        ("field-of-a-newer-program.json", plain.replacen("\"v\":1", "\"v\":1,\"later\":true", 1), "genuine"),
        ("white-space.json", plain.replacen("\"v\":1,", "\"v\" : 1,\n", 1), "genuine"),
        ("other-version.json", plain.replacen("\"v\":1", "\"v\":2", 1), "not_version_1"),
        ("no-time.json", plain.replacen("2026-11-20T10:00:00+07:00", "kemarin", 1), "not_version_1"),
        ("no-subject.json", plain.replacen("\"subject\"", "\"about\"", 1), "not_version_1"),
    ];
    let mut vectors: Vec<_> =
        cases.map(|(name, body, verdict)| (name, log.signed(body.as_bytes(), &[], verdict))).into();
    let latin1: Vec<u8> = note(r#"{"x":"~"}"#).bytes().map(|b| if b == b'~' { 0xe9 } else { b }).collect();
    vectors.push(("not-utf8.json", log.signed(&latin1, &[], "not_strict_json")));
    vectors
}

/// Entries and parts that somebody changed after they were signed.
fn forgeries() -> Vec<(&'static str, Value)> {
    let mut log = Log::new(7);
    log.opened("0.1.0");
    let said = registered();
    let genuine = log.signed(said.body().as_bytes(), &said.parts, "genuine");
    let changed = |change: &dyn Fn(&mut Value), verdict: &str| {
        let mut vector = genuine.clone();
        change(&mut vector);
        vector["verdict"] = json!(verdict);
        vector
    };
    // A thief of the file has no key: the hash is made to fit what was changed, the signature cannot be.
    let header = log.header();
    let later = said.body().replacen("2026-12-04", "2026-12-05", 1);
    let moved = Header { seq: header.seq + 1, ..header };
    let other = Log::new(8);
    let same_salt = Part { salt: [0x11; 16], bytes: IDENTITY.replace("Melati", "Mawar").into_bytes() };
    vec![
        (
            "forged-body.json",
            changed(
                &|v| {
                    v["hash"] = json!(hash(&header, later.as_bytes()));
                    v["body"] = json!(later);
                },
                "wrong_signature",
            ),
        ),
        (
            "forged-seq.json",
            changed(
                &|v| {
                    v["hash"] = json!(hash(&moved, said.body().as_bytes()));
                    v["seq"] = json!(moved.seq);
                },
                "wrong_signature",
            ),
        ),
        ("forged-signature.json", changed(&|v| v["signature"] = json!(hex::encode([0x5a; 64])), "wrong_signature")),
        (
            "key-of-another-log.json",
            changed(
                &|v| {
                    v["secret_key"] = json!(hex::encode(other.key.to_bytes()));
                    v["public_key"] = json!(hex::encode(other.key.verifying_key().to_bytes()));
                },
                "wrong_key",
            ),
        ),
        (
            "forged-part.json",
            changed(
                &|v| {
                    v["parts"]["identity"]["bytes"] = json!(String::from_utf8_lossy(&same_salt.bytes));
                    v["parts"]["identity"]["digest"] = json!(same_salt.digest(PartName::Identity));
                },
                "part_mismatch",
            ),
        ),
        ("part-withheld.json", changed(&|v| v["parts"] = json!({ "matter": v["parts"]["matter"] }), "genuine")),
    ]
}

/// Two PCs correct one complaint without having seen each other: what follows for the fold.
fn fold() -> Value {
    let (mut here, mut there) = (Log::new(7), Log::new(9));
    here.opened("0.1.0");
    there.opened("0.1.0");
    let registered = here.append(&registered());
    let base = here.head();
    let first =
        here.corrected(base.clone(), "2026-11-20T09:31:00+07:00", r#"{"event_date":"2026-11-18","restricted":true}"#);
    // Half a minute earlier, though its text is the larger one.
    let second =
        there.corrected(base, "2026-11-20T11:30:30+09:00", r#"{"event_date":"2026-11-17","salutation":"unknown"}"#);
    let mut heads = [first["hash"].clone(), second["hash"].clone()];
    heads.sort_by_key(Value::to_string);
    let order = [&[registered["hash"].clone()][..], &heads].concat();
    json!({
        "entries": [second, first, registered],
        "order": order,
        "heads": heads,
        "shown": { "event_date": "2026-11-18", "restricted": true, "salutation": "unknown", "number": "0042/ADU/L1/XI/2026" },
        "undecided": ["event_date"],
    })
}
