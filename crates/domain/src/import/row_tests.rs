use super::*;
use proptest::prelude::*;

fn context() -> Context {
    Context {
        zone: Zone::Wita,
        now: "2026-11-20T10:15:00+08:00".parse().unwrap(),
        services: HashMap::from([("farmasi".to_owned(), Uuid::from_u128(7))]),
        unit: Uuid::from_u128(1),
    }
}

fn map(fields: &[Field]) -> ImportMap {
    ImportMap::of(fields.iter().map(|f| (*f, f.code().to_owned())).collect())
}

/// Reads one row whose header holds the codes of its fields.
fn read_with(map: &ImportMap, cells: &[(Field, &str)]) -> Result<ImportedRow, Vec<FieldError>> {
    let header: Vec<String> = cells.iter().map(|(f, _)| f.code().to_owned()).collect();
    let record: Vec<&str> = cells.iter().map(|(_, cell)| *cell).collect();
    read_row(map, &Columns::find(map, &header).unwrap(), &record, &context())
}

fn read(cells: &[(Field, &str)]) -> Result<ImportedRow, Vec<FieldError>> {
    read_with(&map(&cells.iter().map(|(f, _)| *f).collect::<Vec<_>>()), cells)
}

fn codes(errors: Vec<FieldError>) -> Vec<String> {
    errors.into_iter().map(|e| format!("{} {}", e.field, e.code)).collect()
}

use Field::{
    Answered, Channel as ChannelField, Closed, Description, IdentityMode as Mode, Name, OldNumber, Received,
    ReceivedTime, Service, SourceId, State as StateField,
};

#[test]
fn a_row_becomes_a_complaint_without_a_number_of_the_series() {
    let row = read(&[
        (Received, "5 Januari 2024"),
        (Description, "Obat kosong<br>sudah <BR/>dua hari <b>"),
        (OldNumber, "=12/ADU/2024"),
        (Name, "melati contohwati"),
        (ChannelField, "WA"),
        (Service, "FARMASI"),
        (StateField, "Selesai"),
        (Answered, "8/1/2024"),
    ])
    .unwrap();
    let facts = &row.intake.facts;
    assert_eq!(facts.received_at.as_deref(), Some("2024-01-05T00:00:00+08:00"));
    assert_eq!(row.imported.received_day_only, Some(true));
    assert_eq!((facts.number.as_ref(), facts.seq), (None, None));
    assert_eq!(facts.channel, Some(Channel::WhatsApp));
    assert_eq!(facts.service, Some(Uuid::from_u128(7)));
    assert_eq!(row.intake.matter.old_number.as_deref(), Some("=12/ADU/2024"));
    assert_eq!(row.intake.matter.description.as_deref(), Some("Obat kosong\nsudah\ndua hari <b>"));
    assert_eq!(row.intake.identity.name.as_deref(), Some("Melati Contohwati"));
    assert_eq!(row.imported.state, Some(State::Closed));
    assert_eq!(row.imported.answered_on, NaiveDate::from_ymd_opt(2024, 1, 8));
}

#[test]
fn a_time_without_a_zone_is_asked_for() {
    let cells = [(Received, "2024-01-05 10:20"), (Description, "Obat kosong")];
    assert_eq!(codes(read(&cells).unwrap_err()), ["received zone"]);
    let utc = ImportMap { zone: Some(super::super::SourceZone::Utc), ..map(&[Received, Description]) };
    let at = |map: &ImportMap, text| {
        read_with(map, &[(Received, text), (Description, "Obat kosong")]).unwrap().intake.facts.received_at.unwrap()
    };
    assert_eq!(at(&utc, "2024-01-05 10:20"), "2024-01-05T18:20:00+08:00");
    assert_eq!(at(&utc, "2024-01-05 23:20"), "2024-01-06T07:20:00+08:00", "another day at the office");
    assert_eq!(at(&utc, "2024-01-05 10:20 WIB"), "2024-01-05T11:20:00+08:00", "what the cell says stands first");
    assert_eq!(at(&utc, "2024-01-05"), "2024-01-05T00:00:00+08:00", "a day is the office's day");
}

#[test]
fn a_time_in_a_column_of_its_own_belongs_to_the_day() {
    let cells = |time| [(Received, "5/1/2024"), (ReceivedTime, time), (Description, "Obat kosong")];
    let row = read(&cells("10.20 WITA")).unwrap();
    assert_eq!(row.intake.facts.received_at.as_deref(), Some("2024-01-05T10:20:00+08:00"));
    assert_eq!(codes(read(&cells("10.20")).unwrap_err()), ["received zone"]);
    assert_eq!(codes(read(&cells("siang")).unwrap_err()), ["received time"]);
    assert_eq!(read(&cells("")).unwrap().imported.received_day_only, Some(true));
}

#[test]
fn all_reasons_of_a_row_are_told_at_once() {
    let errors = read(&[(Received, "kapan-kapan"), (Description, " "), (StateField, "entah"), (Closed, "1/1/2099")]);
    assert_eq!(codes(errors.unwrap_err()), ["received date", "description required", "closed future", "state unknown"]);
    let early = read(&[(Received, "5/1/2024"), (Description, "x y"), (Closed, "4/1/2024")]).unwrap_err();
    assert_eq!(codes(early), ["closed before_received"]);
}

#[test]
fn words_for_identities_are_read_on_the_safe_side() {
    let of = |name, word| {
        let row = read(&[(Received, "5/1/2024"), (Description, "Obat kosong"), (Name, name), (Mode, word)]).unwrap();
        (row.intake.facts.identity_mode.unwrap(), row.intake.facts.restricted.unwrap())
    };
    assert_eq!(of("Melati Contohwati", ""), (IdentityMode::Open, false));
    assert_eq!(of("", ""), (IdentityMode::None, false));
    assert_eq!(of("Melati Contohwati", "Anonim"), (IdentityMode::Confidential, false));
    assert_eq!(of("", "Anonim"), (IdentityMode::None, false));
    assert_eq!(of("Melati Contohwati", "Rahasia"), (IdentityMode::Confidential, true));
    assert_eq!(of("Melati Contohwati", "kata baru"), (IdentityMode::Confidential, false));
    assert_eq!(of("", "Terbuka"), (IdentityMode::None, false));
}

#[test]
fn a_spreadsheets_changes_of_form_make_no_second_complaint() {
    let keys = |day, description| {
        let row = read(&[(Received, day), (Description, description), (SourceId, "")]).unwrap();
        row.imported.content_key
    };
    assert_eq!(keys("2024-01-05", "Obat  kosong"), keys("5/1/2024", "obat kosong"));
    assert_eq!(keys("2024-01-05", "'=1+1"), keys("5/1/2024", "=1+1"), "the quote that guards a cell is no content");
    assert_ne!(keys("2024-01-05", "Obat kosong"), keys("2024-01-06", "Obat kosong"));
    let source = |register: &str| {
        let map = ImportMap { source: register.to_owned(), ..map(&[Received, Description, SourceId]) };
        let row = read_with(&map, &[(Received, "5/1/2024"), (Description, "Obat kosong"), (SourceId, "17")]).unwrap();
        row.imported.source_key
    };
    assert!(source("").is_some());
    assert_ne!(source("buku"), source("aplikasi"), "equal ids of two registers are two complaints");
}

#[test]
fn a_mapping_that_does_not_fit_the_file_names_every_column() {
    let header = ["Received".to_owned()];
    let errors = Columns::find(&map(&[Received, Name, OldNumber]), &header).unwrap_err();
    assert_eq!(codes(errors), ["old_number unknown", "name unknown", "description no_column"]);
}

proptest! {
    #[test]
    fn no_row_panics_and_none_is_made_up(cells in proptest::collection::vec(any::<String>(), 0..30)) {
        let every = map(Field::ALL);
        let header: Vec<String> = Field::ALL.iter().map(|f| f.code().to_owned()).collect();
        let columns = Columns::find(&every, &header).unwrap();
        let record: Vec<&str> = cells.iter().map(String::as_str).collect();
        if let Ok(row) = read_row(&every, &columns, &record, &context()) {
            prop_assert!(row.intake.matter.description.is_some());
        }
    }
}
