use super::*;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A complaint of which everything was said.
fn whole() -> Stated<'static> {
    Stated {
        channel: Channel::FaceToFace,
        channel_ref: "",
        identity_mode: IdentityMode::Open,
        capacity: Capacity::Oneself,
        on_behalf_of: "",
        name: "Melati Contohwati",
        address: "Jalan Andaikan Nomor 7",
        village: "Kelurahan Misal",
        phone: "0899-0000-0001",
        email: "",
        nik: "",
        description: "Nomor antrean tidak dipanggil.",
        loss: "waktu",
        settlement: "dipanggil menurut nomor",
        event_date: Some(date("2026-11-19")),
        received: date("2026-11-20"),
        place: "Loket Pengaduan",
        receiver: "Budi Umpama",
        signed: false,
    }
}

fn nobody() -> Stated<'static> {
    Stated {
        identity_mode: IdentityMode::None,
        channel: Channel::SuggestionBox,
        name: "",
        address: "",
        village: "",
        phone: "",
        ..whole()
    }
}

#[test]
fn the_seven_elements() {
    use Presence::*;
    let states =
        |stated: &Stated<'_>| -> Vec<Presence> { completeness(stated).into_iter().map(|(_, state)| state).collect() };
    assert_eq!(states(&whole()), [Present, Present, Present, Present, Present, Automatic, WhenPrinted]);
    let signed = Stated { signed: true, ..whole() };
    assert_eq!(states(&signed)[6], Present);
    let partial = Stated { name: " ", address: "", village: "", loss: "", settlement: "", place: "", ..whole() };
    assert_eq!(states(&partial), [Missing, Missing, Present, Missing, Missing, Missing, WhenPrinted]);
    // A name that was typed does not count once the person wants to stay unknown.
    let unknown = Stated { identity_mode: IdentityMode::None, ..whole() };
    assert_eq!(states(&unknown), [Withheld, Withheld, Present, Present, Present, Automatic, Withheld]);
}

#[test]
fn a_receipt_needs_its_four_items() {
    assert_eq!(receipt_missing(&whole()), []);
    let confidential = Stated { identity_mode: IdentityMode::Confidential, ..whole() };
    assert_eq!(receipt_missing(&confidential), []);
    let lacks = |stated: Stated<'static>, item| {
        assert_eq!(receipt_missing(&stated), [item]);
    };
    lacks(Stated { name: "", ..whole() }, ReceiptItem::Name);
    lacks(Stated { address: "", village: "", ..whole() }, ReceiptItem::Address);
    lacks(Stated { description: "\n", ..whole() }, ReceiptItem::Description);
    lacks(Stated { place: "", ..whole() }, ReceiptItem::PlaceAndTime);
    lacks(Stated { receiver: "", ..whole() }, ReceiptItem::Receiver);
    assert_eq!(receipt_missing(&nobody()), [ReceiptItem::Name, ReceiptItem::Address]);
    // Loss, settlement and NIK are no items of the receipt.
    let bare = Stated { loss: "", settlement: "", nik: "", ..whole() };
    assert_eq!(receipt_missing(&bare), []);
}

#[test]
fn clocks_rest_only_without_name_and_without_a_way_to_answer() {
    assert!(clocks_rest(&nobody()));
    assert!(!clocks_rest(&Stated { phone: "0899-0000-0001", ..nobody() }));
    // A number that nobody can call is no way to answer; it is kept and warned of.
    let short = Stated { phone: "0899", ..nobody() };
    assert!(clocks_rest(&short));
    assert_eq!(warnings(&short)[0].field, "phone");
    assert!(!clocks_rest(&Stated { email: "a@contoh.id", ..nobody() }));
    let ticket = Stated { channel: Channel::Sp4n, channel_ref: "1234567", ..nobody() };
    assert!(!clocks_rest(&ticket));
    let named_only = Stated { address: "", village: "", phone: "", ..whole() };
    assert!(!can_be_answered(&named_only));
    assert!(!clocks_rest(&named_only));
    // An unsigned letter's number is no way to answer.
    assert!(clocks_rest(&Stated { channel: Channel::Letter, channel_ref: "1/2026", ..nobody() }));
}

#[test]
fn thirty_days_are_allowed_and_the_next_warns() {
    let on = |event: &str| days_past_filing_limit(Some(date(event)), date("2026-12-28"));
    assert_eq!(on("2026-11-28"), None);
    assert_eq!(on("2026-11-27"), Some(31));
    assert_eq!(days_past_filing_limit(None, date("2026-12-28")), None);
    let late = Stated { event_date: Some(date("2026-10-01")), ..whole() };
    let found = warnings(&late);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].code, "older_than_30_days");
    assert!(found[0].text.starts_with("Kejadian 50 hari"));
}

#[test]
fn odd_forms_warn_by_field() {
    assert_eq!(warnings(&whole()), []);
    let odd = Stated {
        nik: "9906",
        phone: "12",
        email: "melati",
        capacity: Capacity::Proxy,
        channel: Channel::Sp4n,
        channel_ref: "12a",
        ..whole()
    };
    let fields: Vec<_> = warnings(&odd).iter().map(|w| w.field).collect();
    assert_eq!(fields, ["nik", "phone", "email", "onBehalfOf", "channelRef"]);
    for warning in warnings(&odd) {
        for typed in ["9906", "melati", "12a"] {
            assert!(!warning.text.contains(typed), "{}", warning.text);
        }
    }
    assert!(is_sp4n_tracking_id("#5049672"));
    assert!(!is_sp4n_tracking_id("1234"));
}
