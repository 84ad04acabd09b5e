//! A reader of JSON that takes only what every other reader would take in the same way.
//!
//! The bytes of a body are hashed and signed. Two programs that read the same bytes differently would agree on the
//! signature and disagree on the fact, so doubled keys, deep nesting and long bodies are refused (RFC 8259 leaves
//! doubled keys undefined).

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// Deepest nesting of objects and arrays that a body may have.
pub const MAX_DEPTH: usize = 8;
/// Longest body in bytes.
pub const MAX_BODY_BYTES: usize = 16 * 1024;

/// Why bytes are not a body.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum StrictJsonError {
    /// More than [`MAX_BODY_BYTES`].
    #[error("body of {0} bytes is too long")]
    TooLong(usize),
    /// Not JSON, not UTF-8, a doubled key, nested too deeply, or bytes after the end.
    #[error("not strict JSON at line {line}, column {column}")]
    Malformed {
        /// Line of the first offence, from 1.
        line: usize,
        /// Column of the first offence, from 1.
        column: usize,
    },
}

/// Reads one strict JSON value from `bytes`.
///
/// # Errors
/// [`StrictJsonError`] when the bytes are too long, malformed, nested too deeply or hold a doubled key.
pub fn parse(bytes: &[u8]) -> Result<Value, StrictJsonError> {
    if bytes.len() > MAX_BODY_BYTES {
        return Err(StrictJsonError::TooLong(bytes.len()));
    }
    let malformed = |e: &serde_json::Error| StrictJsonError::Malformed { line: e.line(), column: e.column() };
    let mut de = serde_json::Deserializer::from_slice(bytes);
    let value = Strict { depth: 0 }.deserialize(&mut de).map_err(|e| malformed(&e))?;
    de.end().map_err(|e| malformed(&e))?;
    Ok(value)
}

#[derive(Clone, Copy)]
struct Strict {
    depth: usize,
}

impl Strict {
    fn deeper<E: serde::de::Error>(self) -> Result<Self, E> {
        if self.depth >= MAX_DEPTH {
            return Err(E::custom("too deep"));
        }
        Ok(Self { depth: self.depth + 1 })
    }
}

impl<'de> DeserializeSeed<'de> for Strict {
    type Value = Value;
    fn deserialize<D: Deserializer<'de>>(self, d: D) -> Result<Value, D::Error> {
        d.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Strict {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("strict JSON")
    }
    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }
    fn visit_bool<E>(self, v: bool) -> Result<Value, E> {
        Ok(Value::Bool(v))
    }
    fn visit_i64<E>(self, v: i64) -> Result<Value, E> {
        Ok(Value::Number(v.into()))
    }
    fn visit_u64<E>(self, v: u64) -> Result<Value, E> {
        Ok(Value::Number(v.into()))
    }
    fn visit_f64<E: serde::de::Error>(self, v: f64) -> Result<Value, E> {
        Number::from_f64(v).map(Value::Number).ok_or_else(|| E::custom("not a number"))
    }
    fn visit_str<E>(self, v: &str) -> Result<Value, E> {
        Ok(Value::String(v.to_owned()))
    }
    fn visit_string<E>(self, v: String) -> Result<Value, E> {
        Ok(Value::String(v))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(inner)? {
            items.push(item);
        }
        Ok(Value::Array(items))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let inner = self.deeper()?;
        let mut map = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            let value = access.next_value_seed(inner)?;
            if map.insert(key, value).is_some() {
                return Err(A::Error::custom("doubled key"));
            }
        }
        Ok(Value::Object(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_values_are_read() {
        let v = parse(br#"{"a":[1,-2,true,null,"x"],"b":{"c":1.5}}"#).expect("strict");
        assert_eq!(v["a"][1], -2);
        assert_eq!(v["b"]["c"], 1.5);
    }

    #[test]
    fn doubled_keys_are_refused_at_any_depth() {
        assert!(parse(br#"{"a":1,"a":1}"#).is_err());
        assert!(parse(br#"{"a":{"b":1,"b":2}}"#).is_err());
        assert!(parse(br#"{"a":1,"\u0061":2}"#).is_err(), "escaped twin");
    }

    #[test]
    fn eight_levels_pass_and_nine_do_not() {
        let nest = |n: usize| format!("{}1{}", "[".repeat(n), "]".repeat(n));
        assert!(parse(nest(8).as_bytes()).is_ok());
        assert!(parse(nest(9).as_bytes()).is_err());
        assert!(parse(nest(5000).as_bytes()).is_err());
    }

    #[test]
    fn trailing_bytes_bad_utf8_and_long_bodies_are_refused() {
        assert!(parse(b"{} {}").is_err());
        assert!(parse(b"{\"a\":\"\xff\"}").is_err());
        assert!(parse(b"").is_err());
        let long = format!("\"{}\"", "x".repeat(MAX_BODY_BYTES));
        assert_eq!(parse(long.as_bytes()), Err(StrictJsonError::TooLong(MAX_BODY_BYTES + 2)));
    }
}
