use super::*;
use proptest::prelude::*;

const STORY: &str = "Nomor antrean saya 12, tetapi sampai pukul 11.45 belum dipanggil, sedangkan orang yang datang kemudian sudah dilayani.";
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;

fn melati() -> Telling<'static> {
    Telling {
        name: "Melati Contohwati",
        phone: "+6289900000001",
        nik: "9906034107900001",
        description: STORY,
        service: Some(Uuid::from_u128(1)),
        place: "Loket pendaftaran",
        event_date: NaiveDate::from_ymd_opt(2026, 11, 19),
        received: 1_795_000_000,
    }
}

fn hartono() -> Telling<'static> {
    Telling { name: "Hartono Umpama", phone: "+6289900000002", nik: "9906034107900002", ..melati() }
}

/// Two tellings by themselves.
fn compare(a: &Told, b: &Told) -> Likeness {
    weigh_pair(a, b, &Common::of([&a.text, &b.text]))
}

fn compared(a: Telling<'_>, b: Telling<'_>) -> Likeness {
    compare(&Told::new(&a), &Told::new(&b))
}

#[test]
fn a_press_twice_within_the_hour_is_found_whatever_was_mistyped() {
    for again in [
        STORY.to_owned(),
        STORY.to_uppercase(),
        STORY.replace("belum", "blm").replace("sudah", "udah").replace("yang", "yg"),
        STORY.replace("dipanggil", "di panggil").replace("kemudian", "kemudiannn"),
        format!("{STORY} Mohon ditindaklanjuti."),
        STORY[..70].to_owned(),
    ] {
        let nameless = Telling { name: "", phone: "", nik: "", service: None, place: "", event_date: None, ..melati() };
        let found = compared(nameless, Telling { description: &again, received: nameless.received + 600, ..nameless });
        assert!(found.shown(), "{again}: {found:?}");
    }
}

#[test]
fn one_person_with_one_matter_is_found_in_other_words() {
    let other =
        "Kemarin menunggu lama sekali di bagian depan, yang datang belakangan malah masuk duluan, petugasnya diam.";
    let found = compared(
        melati(),
        Telling {
            description: other,
            nik: "",
            name: "Melati Contowati",
            received: melati().received + 3 * DAY,
            ..melati()
        },
    );
    assert!(found.shown(), "{found:?}");
    assert_eq!(found.reasons, [Reason::Phone, Reason::NearName, Reason::Event]);
}

#[test]
fn two_people_in_the_words_that_all_use_are_no_hint() {
    let template = |number: &str, hour: &str| {
        format!("Nomor antrean saya {number}, sampai pukul {hour} belum dipanggil. Mohon petugas loket ditambah.")
    };
    let (a, b) = (template("12", "11.45"), template("31", "10.20"));
    let found = compared(
        Telling { description: &a, ..melati() },
        Telling { description: &b, received: melati().received + 2 * DAY, event_date: None, ..hartono() },
    );
    assert!(!found.shown(), "{found:?}");
}

#[test]
fn people_who_tell_of_one_event_are_found() {
    let other =
        "Antrean 12 belum dipanggil sampai 11.45 padahal orang yang datang belakangan sudah dilayani lebih dulu.";
    let found = compared(melati(), Telling { description: other, received: melati().received + 900, ..hartono() });
    assert!(found.shown(), "{found:?}");
    assert!(found.reasons.contains(&Reason::Event));
}

#[test]
fn a_telephone_alone_counts_while_it_is_recent_and_nothing_speaks_against_it() {
    let alone = Telling { description: "", nik: "", name: "", service: None, place: "", event_date: None, ..melati() };
    assert_eq!(compared(alone, melati()).reasons, [Reason::Phone]);
    assert!(compared(alone, Telling { received: melati().received - 20 * DAY, ..melati() }).shown());
    assert!(!compared(alone, Telling { received: melati().received - 40 * DAY, ..melati() }).shown());
    let elsewhere =
        "Sertifikat tanah di kampung sebelah keliru luasnya dan tetangga menggeser patok batas tanpa berita acara.";
    let other = Telling {
        description: elsewhere,
        name: "",
        nik: "",
        service: Some(Uuid::from_u128(2)),
        received: melati().received + 5 * DAY,
        ..melati()
    };
    assert!(!compared(melati(), other).shown(), "another matter of the same telephone");
}

#[test]
fn names_meet_without_titles_and_degrees() {
    for (a, b, near) in [
        ("dr. Misal Permana, M.K.M.", "MISAL PERMANA", true),
        ("Melati Contohwati", "Melati Contowati", true),
        ("Hj. Siti Aminah Umpama", "Siti Umpama", true),
        ("Ali", "Adi", false),
        ("Melati Contohwati", "Mawar Contohsari", false),
    ] {
        let (a, b) = (name_key(a), name_key(b));
        assert_eq!(a == b || near_name(&a, &b), near, "{a} / {b}");
    }
}

#[test]
fn lists_that_are_searched_by_halves_are_in_order() {
    assert!(words::FILLING.is_sorted());
    assert!(words::SPELLINGS.is_sorted());
}

#[test]
fn what_was_not_given_is_no_reason() {
    let closed = Telling { name: "", phone: "", nik: "", ..melati() };
    let found = compared(melati(), closed);
    assert!(found.reasons.iter().all(|r| !matches!(r, Reason::Nik | Reason::Phone | Reason::Name | Reason::NearName)));
}

proptest! {
    #[test]
    fn weighing_is_the_same_in_both_directions(a in ".{0,120}", b in ".{0,120}", name in "[a-z ]{0,20}", apart in 0i64..400 * DAY) {
        let x = Told::new(&Telling { description: &a, name: &name, ..melati() });
        let y = Told::new(&Telling { description: &b, received: melati().received + apart, ..hartono() });
        prop_assert_eq!(compare(&x, &y), compare(&y, &x));
    }

    #[test]
    fn a_story_is_like_itself_and_its_beginning(text in "[a-z]{5,9}( [a-z]{5,9}){15,30}") {
        let part: String = text.chars().take(text.chars().count() / 2 + 30).collect();
        for again in [text.clone(), part] {
            let bare = |d| Telling { description: d, received: 0, ..Telling::default() };
            prop_assert!(compared(bare(&text), bare(&again)).shown());
        }
    }

    #[test]
    fn any_text_is_taken(text in ".{0,400}") {
        let told = Told::new(&Telling { description: &text, name: &text, place: &text, ..Telling::default() });
        let _ = compare(&told, &told);
        let _ = telling_words(&text, 12);
    }
}

#[test]
fn hours_dates_and_amounts_are_numbers_whatever_their_signs() {
    let numbers = |text: &str| Text::new(text).numbers;
    assert_eq!(numbers("Pukul 07.30, nomor 12. Rp88.000 sejak 7:30"), ["12", "7.30", "88.000"]);
    assert!(numbers("... tidak ada: angka.").is_empty());
}
