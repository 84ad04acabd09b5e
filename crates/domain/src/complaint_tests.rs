use super::*;
use crate::entry::Body;
use serde_json::json;
use std::collections::BTreeMap;

fn entry(n: u8, kind: &str, facts: Value, matter: Option<Value>) -> Opened {
    let map = |v: Value| v.as_object().cloned().unwrap_or_default();
    let mut parts = BTreeMap::new();
    if let Some(matter) = matter {
        parts.insert(PartName::Matter, map(matter));
    }
    Opened {
        hash: Digest([n; 32]),
        body: Body {
            v: 1,
            kind: kind.into(),
            must: false,
            unit: Uuid::nil(),
            to: None,
            subject: Uuid::from_u128(7),
            actor: Uuid::from_u128(1),
            at: format!("2026-11-20T09:{n:02}:00+07:00"),
            request: Uuid::from_u128(n.into()),
            base: if n > 1 { vec![Digest([n - 1; 32])] } else { vec![] },
            parts: BTreeMap::new(),
            facts: map(facts),
        },
        parts,
    }
}

fn registered() -> Opened {
    let facts = json!({"number": "0001/A", "identity_mode": "open", "received_at": "2026-11-20T09:00:00+07:00"});
    entry(1, kind::COMPLAINT_REGISTERED, facts, Some(json!({"description": "antre", "loss": "waktu"})))
}

fn fold(entries: &[Opened]) -> Complaint {
    Complaint::from_entries(Uuid::from_u128(7), entries).expect("complaint")
}

#[test]
fn without_a_registration_there_is_no_complaint() {
    let note = entry(2, kind::COMPLAINT_NOTED, json!({}), None);
    assert_eq!(Complaint::from_entries(Uuid::nil(), &[note]), None);
}

#[test]
fn an_emptied_field_is_empty_again() {
    let corrected = entry(2, kind::COMPLAINT_CORRECTED, json!({}), Some(json!({"loss": null})));
    let c = fold(&[registered(), corrected]);
    let matter = c.matter.expect("matter");
    assert_eq!(matter.loss, None);
    assert_eq!(matter.description.as_deref(), Some("antre"));
    assert_eq!(c.corrections, 1);
}

#[test]
fn the_last_of_void_and_taking_back_stands() {
    let void = entry(2, kind::COMPLAINT_VOIDED, json!({}), Some(json!({"text": "rangkap"})));
    let back = entry(3, kind::COMPLAINT_UNVOIDED, json!({}), None);
    assert_eq!(fold(&[registered(), void.clone()]).void_reason.as_deref(), Some("rangkap"));
    assert_eq!(fold(&[back, void, registered()]).state(), State::Received);
}

#[test]
fn the_earliest_conveyance_stops_the_clock() {
    let answer = |n, at: &str| entry(n, kind::COMPLAINT_ANSWERED, json!({"conveyed_at": at, "by": "whatsapp"}), None);
    let c = fold(&[registered(), answer(2, "2026-11-25T08:00:00+07:00"), answer(3, "2026-11-23T08:00:00+07:00")]);
    assert_eq!(c.answered_on(), NaiveDate::from_ymd_opt(2026, 11, 23));
    assert_eq!(c.state(), State::Answered);
}

#[test]
fn an_unknown_entry_that_must_not_be_ignored_is_noticed() {
    let mut newer = entry(2, "complaint.destroyed", json!({}), None);
    assert!(!fold(&[registered(), newer.clone()]).needs_newer);
    newer.body.must = true;
    assert!(fold(&[registered(), newer]).needs_newer);
}

#[test]
fn a_withheld_part_is_told_from_an_empty_one() {
    let mut first = registered();
    first.body.parts.insert(PartName::Identity, Digest([0; 32]));
    let c = fold(&[first]);
    assert_eq!(c.identity, None, "named in the body, not here");
    assert!(c.matter.is_some());
    assert!(fold(&[registered()]).identity.is_some(), "never was one: empty");
}

#[test]
fn a_field_of_an_unexpected_type_does_not_hide_the_others() {
    let mut first = registered();
    first.body.facts.insert("channel".into(), json!(42));
    let c = fold(&[first]);
    assert_eq!(c.facts.channel, None);
    assert_eq!(c.facts.number.as_deref(), Some("0001/A"));
}

#[test]
fn copies_count_from_handing_over() {
    let made = entry(2, kind::DOCUMENT_MADE, json!({"paper": "a", "correction": 0, "receipt": true}), None);
    let print = |n, copy: u32, outcome: &str| {
        entry(n, kind::DOCUMENT_PRINTED, json!({"document": made.hash, "copy": copy, "outcome": outcome}), None)
    };
    let handed = entry(4, kind::RECEIPT_HANDED_OVER, json!({"by": "in_person"}), None);
    let copies = |after: &[Opened]| {
        let before = [registered(), made.clone(), print(3, 0, "printed")];
        fold(&[&before[..], after].concat()).next_copy()
    };
    assert_eq!(copies(&[]), 0);
    assert_eq!(copies(std::slice::from_ref(&handed)), 1);
    assert_eq!(copies(&[handed.clone(), print(5, 1, "failed")]), 1, "a failed job made no copy");
    for came_out in ["printed", "saved", "sent", "a_later_outcome"] {
        assert_eq!(copies(&[handed.clone(), print(5, 1, came_out)]), 2);
    }
}

#[test]
fn changes_name_what_differs_and_never_what_is_fixed() {
    let before = fold(&[registered()]).intake();
    let mut after = before.clone();
    after.facts.number = Some("9999".into());
    after.matter.loss = None;
    after.identity.name = Some("Melati Contohwati".into());
    let changed = changes(&before, &after);
    assert!(changed.facts.is_empty());
    assert_eq!(changed.matter, json!({"loss": null}).as_object().expect("object").clone());
    assert_eq!(changed.identity["name"], "Melati Contohwati");
    assert!(changes(&before, &before).is_empty());
}

#[test]
fn a_complaint_that_is_printed_for_debugging_names_nobody() {
    let mut first = registered();
    first.parts.insert(PartName::Identity, json!({"name": "Melati Contohwati"}).as_object().expect("object").clone());
    let printed = format!("{:?}", fold(&[first]));
    assert!(!printed.contains("Melati") && !printed.contains("antre"), "{printed}");
    assert!(printed.contains("description"), "names of fields are told");
}
