use super::*;
use proptest::prelude::*;

fn key() -> SigningKey {
    SigningKey::from_bytes(&[7; 32])
}

fn body(facts: &[(&str, Value)]) -> Body {
    Body {
        v: 1,
        kind: "complaint.noted".into(),
        must: false,
        unit: Uuid::from_u128(1),
        to: None,
        subject: Uuid::from_u128(2),
        actor: Uuid::from_u128(3),
        at: "2026-11-20T09:15:00+07:00".into(),
        request: Uuid::from_u128(4),
        base: vec![],
        parts: BTreeMap::new(),
        facts: facts.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect(),
    }
}

fn header() -> Header {
    Header { log: log_id(&key().verifying_key()), seq: 1, prev: None }
}

#[test]
fn a_sealed_entry_verifies_and_reads_back() {
    let entry = seal(header(), &body(&[("n", 1.into())]), &key()).expect("seal");
    verify(&entry, &key().verifying_key()).expect("verify");
    let again = read(entry.header, entry.body_bytes.clone(), entry.signature).expect("read");
    assert_eq!(again, entry);
}

#[test]
fn another_key_and_another_log_are_told_apart() {
    let entry = seal(header(), &body(&[]), &key()).expect("seal");
    let other = SigningKey::from_bytes(&[8; 32]).verifying_key();
    assert_eq!(verify(&entry, &other), Err(EntryError::Key));
    let mut forged = entry.clone();
    forged.header.log = log_id(&other);
    assert_eq!(verify(&forged, &other), Err(EntryError::Signature));
}

#[test]
fn a_body_too_long_is_refused_before_it_is_written() {
    let long = "x".repeat(strict_json::MAX_BODY_BYTES);
    let sealed = seal(header(), &body(&[("n", long.into())]), &key());
    assert!(matches!(sealed, Err(EntryError::Json(StrictJsonError::TooLong(_)))));
}

#[test]
fn bodies_of_another_version_or_without_a_time_are_refused() {
    let mut newer = body(&[]);
    newer.v = 2;
    assert_eq!(seal(header(), &newer, &key()), Err(EntryError::Shape));
    let mut timeless = body(&[]);
    timeless.at = "kemarin".into();
    assert_eq!(seal(header(), &timeless, &key()), Err(EntryError::Shape));
}

#[test]
fn a_part_is_bound_to_its_name_and_salt() {
    let part = Part { salt: [1; 16], bytes: b"{}".to_vec() };
    let mut b = body(&[]);
    b.parts.insert(PartName::Matter, part.digest(PartName::Matter));
    verify_part(&b, PartName::Matter, &part).expect("own name");
    assert!(verify_part(&b, PartName::Identity, &part).is_err());
    let other_salt = Part { salt: [2; 16], ..part.clone() };
    assert_eq!(verify_part(&b, PartName::Matter, &other_salt), Err(EntryError::PartDigest));
    let huge = Part { salt: [1; 16], bytes: vec![b' '; MAX_PART_BYTES + 1] };
    assert!(matches!(verify_part(&b, PartName::Matter, &huge), Err(EntryError::PartTooLong(_))));
}

#[test]
fn debug_of_a_part_says_nothing_of_its_content() {
    let part = Part { salt: [1; 16], bytes: b"Melati Contohwati".to_vec() };
    assert_eq!(format!("{part:?}"), "Part(17 bytes)");
}

#[test]
fn a_fingerprint_is_five_groups_of_four() {
    assert_eq!(Digest([0xab; 32]).fingerprint(), "ABAB-ABAB-ABAB-ABAB-ABAB");
}

proptest! {
    #[test]
    fn any_changed_byte_of_the_body_changes_the_hash(at in 0usize..200, bit in 0u8..8) {
        let entry = seal(header(), &body(&[]), &key()).expect("seal");
        let mut bytes = entry.body_bytes.clone();
        let at = at % bytes.len();
        bytes[at] ^= 1 << bit;
        prop_assert_ne!(hash(&entry.header, &bytes), entry.hash);
    }

    #[test]
    fn any_bytes_are_read_or_refused_without_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(header(), bytes, [0; 64]);
    }

    #[test]
    fn header_and_body_cannot_trade_bytes(seq in 1u64.., tail in proptest::collection::vec(any::<u8>(), 0..64)) {
        let h = Header { seq, ..header() };
        let with_prev = Header { prev: Some(Digest([0; 32])), ..h };
        let mut shifted = vec![0; 32];
        shifted.extend(&tail);
        prop_assert_ne!(hash(&with_prev, &tail), hash(&h, &shifted));
    }
}
