use super::*;
use proptest::prelude::*;
use serde_json::json;
use uuid::Uuid;

fn entry(id: u8, base: &[u8], at: &str, facts: &[(&str, i64)]) -> Opened {
    Opened {
        hash: Digest([id; 32]),
        body: Body {
            v: 1,
            kind: "complaint.corrected".into(),
            must: false,
            unit: Uuid::nil(),
            to: None,
            subject: Uuid::nil(),
            actor: Uuid::nil(),
            at: format!("2026-11-20T{at}:00+07:00"),
            request: Uuid::nil(),
            base: base.iter().map(|b| Digest([*b; 32])).collect(),
            parts: BTreeMap::new(),
            facts: facts.iter().map(|(k, v)| ((*k).into(), json!(v))).collect(),
        },
        parts: BTreeMap::new(),
    }
}

const KINDS: &[&str] = &["complaint.corrected"];

#[test]
fn a_later_write_replaces_what_it_saw_even_with_an_earlier_clock() {
    let entries = [entry(9, &[], "10:00", &[("a", 1)]), entry(1, &[9], "09:00", &[("a", 2)])];
    let f = fields(&causal_order(&entries), KINDS);
    assert_eq!(shown(&f, Place::Facts)["a"], 2);
    assert!(undecided(&f).is_empty());
}

#[test]
fn concurrent_writes_of_different_fields_merge() {
    let entries = [
        entry(1, &[], "09:00", &[("a", 1), ("b", 1)]),
        entry(2, &[1], "09:10", &[("a", 2)]),
        entry(3, &[1], "09:20", &[("b", 3)]),
    ];
    let f = fields(&causal_order(&entries), KINDS);
    assert_eq!(shown(&f, Place::Facts), json!({"a": 2, "b": 3}).as_object().expect("object").clone());
    assert!(undecided(&f).is_empty());
    assert_eq!(heads(&entries), [Digest([2; 32]), Digest([3; 32])]);
}

#[test]
fn concurrent_writes_of_one_field_are_both_kept_until_somebody_decides() {
    let mut entries = vec![
        entry(1, &[], "09:00", &[("a", 1)]),
        entry(2, &[1], "09:30", &[("a", 2)]),
        entry(3, &[1], "09:20", &[("a", 3)]),
    ];
    let f = fields(&causal_order(&entries), KINDS);
    assert_eq!(shown(&f, Place::Facts)["a"], 2, "larger (at, hash) is shown");
    assert_eq!(undecided(&f), ["a"]);
    entries.push(entry(4, &[2, 3], "09:40", &[("a", 3)]));
    let f = fields(&causal_order(&entries), KINDS);
    assert_eq!(shown(&f, Place::Facts)["a"], 3);
    assert!(undecided(&f).is_empty());
}

#[test]
fn the_instant_decides_and_not_the_text_of_the_offset() {
    let mut wit = entry(2, &[], "11:10", &[("a", 2)]);
    wit.body.at = "2026-11-20T11:10:00+09:00".into(); // 09:10 WIB
    let entries = [wit, entry(3, &[], "09:20", &[("a", 3)])];
    let f = fields(&causal_order(&entries), KINDS);
    assert_eq!(shown(&f, Place::Facts)["a"], 3);
}

proptest! {
    /// Arrival order never decides: any shuffle of any history folds to the same fields.
    #[test]
    fn arrival_order_does_not_matter(bases in proptest::collection::vec(proptest::collection::vec(0u8..12, 0..3), 1..12), seed in any::<u64>()) {
        let entries: Vec<Opened> = bases.iter().enumerate().map(|(i, b)| {
            let id = u8::try_from(i + 1).expect("small");
            let base: Vec<u8> = b.iter().copied().filter(|b| *b > 0 && *b < id).collect();
            entry(id, &base, &format!("{:02}:00", (i * 7) % 24), &[(["a", "b"][i % 2], i64::from(id))])
        }).collect();
        let mut shuffled = entries.clone();
        let mut state = seed | 1;
        for i in (1..shuffled.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            shuffled.swap(i, usize::try_from(state >> 33).expect("fits") % (i + 1));
        }
        prop_assert_eq!(fields(&causal_order(&entries), KINDS), fields(&causal_order(&shuffled), KINDS));
        prop_assert_eq!(causal_order(&entries).len(), entries.len());
    }
}
