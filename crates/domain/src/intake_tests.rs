use super::*;
use proptest::prelude::*;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-20T09:15:00+07:00").expect("time")
}

fn input() -> ComplaintInput {
    serde_json::from_str(r#"{"name":"melati contohwati","description":"Nomor antrean tidak dipanggil"}"#)
        .expect("input")
}

fn codes(result: Result<Intake, Vec<FieldError>>) -> Vec<(String, String)> {
    result.err().unwrap_or_default().into_iter().map(|e| (e.field, e.code)).collect()
}

#[test]
fn the_least_that_makes_sense_is_registered() {
    let intake = parse(&input(), now()).expect("intake");
    assert_eq!(intake.identity.name.as_deref(), Some("Melati Contohwati"));
    assert_eq!(intake.facts.received_at.as_deref(), Some("2026-11-20T09:15:00+07:00"));
    assert!(intake.matter.subject.is_some(), "hal is proposed");
}

#[test]
fn all_errors_are_named_at_once() {
    let bad = ComplaintInput {
        name: String::new(),
        description: " \u{0} \u{202e} ".into(),
        event_date: NaiveDate::from_ymd_opt(2027, 1, 1),
        received_at: DateTime::parse_from_rfc3339("2026-11-20T09:16:00+07:00").ok(),
        loss: "x".repeat(MAX_PARAGRAPH + 1),
        ..input()
    };
    let found = codes(parse(&bad, now()));
    for expected in [
        ("loss", "too_long"),
        ("description", "required"),
        ("name", "required"),
        ("eventDate", "future"),
        ("receivedAt", "future"),
    ] {
        assert!(found.contains(&(expected.0.into(), expected.1.into())), "{expected:?} in {found:?}");
    }
}

#[test]
fn an_error_never_repeats_what_was_typed() {
    let bad = ComplaintInput { nik: "9906034107900001".repeat(30), ..input() };
    let errors = parse(&bad, now()).expect_err("too long");
    assert!(!format!("{errors:?}").contains("9906"));
}

#[test]
fn without_identity_no_name_is_asked_and_none_is_kept() {
    let nameless = ComplaintInput {
        identity_mode: IdentityMode::None,
        nik: "9906034107900001".into(),
        phone: "0899-0000-0001".into(),
        // What is not shown must not refuse either.
        address: "a".repeat(MAX_LINE + 1),
        ..input()
    };
    let intake = parse(&nameless, now()).expect("intake");
    assert_eq!(intake.identity.name, None);
    assert_eq!(intake.identity.nik, None);
    assert_eq!(intake.identity.phone.as_deref(), Some("+6289900000001"));
}

#[test]
fn long_descriptions_pass_and_endless_ones_do_not() {
    let of = |n: usize| ComplaintInput { description: "a ".repeat(n / 2), ..input() };
    assert!(parse(&of(8_500), now()).is_ok());
    assert!(parse(&of(MAX_DESCRIPTION + 10), now()).is_err());
}

#[test]
fn unknown_fields_of_a_file_are_refused_and_not_ignored() {
    assert!(serde_json::from_str::<ComplaintInput>(r#"{"description":"x","nmae":"y"}"#).is_err());
    assert!(serde_json::from_str::<ComplaintInput>(r#"{"description":"x","event_date":"2026-02-30"}"#).is_err());
}

proptest! {
    #[test]
    fn whatever_is_typed_parses_or_is_refused_and_parses_the_same_twice(name in ".{0,80}", description in ".{0,400}", address in ".{0,80}") {
        let typed = ComplaintInput { name, description, address, ..input() };
        if let Ok(first) = parse(&typed, now()) {
            let again = ComplaintInput {
                name: first.identity.name.clone().unwrap_or_default(),
                description: first.matter.description.clone().unwrap_or_default(),
                address: first.identity.address.clone().unwrap_or_default(),
                ..input()
            };
            let second = parse(&again, now()).expect("cleaned text is accepted");
            prop_assert_eq!(first, second);
        }
    }
}
