//! NIK of residents and NIP of civil servants. Neither has a check digit: all checks are warnings.

use chrono::{Datelike, NaiveDate};

use super::digits_of;
use crate::region;

const NIK_LENGTH: usize = 16;
const NIP_LENGTH: usize = 18;
const INVENTED_PROVINCE: &str = "99";
/// In a woman's NIK the day of birth is raised by this (PP 40/2019 Pasal 31).
const WOMANS_DAY: u32 = 40;

/// What looks odd in a NIK; the text is for the officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NikWarning {
    /// Not 16 digits.
    #[error("NIK biasanya 16 angka.")]
    Length,
    /// The first two digits are no province.
    #[error("Dua angka pertama NIK bukan kode provinsi yang dikenal.")]
    Province,
    /// Regency or district is `00`, or not in the table; split regions keep old codes.
    #[error("Kode kabupaten atau kecamatan dalam NIK tidak dikenal.")]
    District,
    /// The six digits of birth are no date.
    #[error("Tanggal lahir dalam NIK tidak ada di kalender.")]
    BirthDate,
    /// The last four digits are `0000`.
    #[error("Empat angka terakhir NIK tidak boleh 0000.")]
    Serial,
}

impl NikWarning {
    /// The code that crosses to the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Length => "nik_length",
            Self::Province => "nik_province",
            Self::District => "nik_district",
            Self::BirthDate => "nik_birth_date",
            Self::Serial => "nik_serial",
        }
    }
}

/// Digits alone if nothing but digits and signs of grouping was typed, else as typed.
pub fn normalise_nik(typed: &str) -> String {
    let typed = typed.trim();
    let is_sign = |c: char| matches!(c, ' ' | '.' | '-' | '/' | '\u{a0}');
    if typed.chars().all(|c| c.is_ascii_digit() || is_sign(c)) { digits_of(typed) } else { typed.to_owned() }
}

/// What looks odd in a NIK, empty for an empty field. Numbers that begin with 99 are invented: only
/// their province is unknown.
pub fn nik_warnings(typed: &str) -> Vec<NikWarning> {
    let nik = normalise_nik(typed);
    if nik.is_empty() {
        return Vec::new();
    }
    if nik.len() != NIK_LENGTH || !nik.bytes().all(|b| b.is_ascii_digit()) {
        return vec![NikWarning::Length];
    }
    let mut warnings = Vec::new();
    if nik.starts_with(INVENTED_PROVINCE) || region::name_of(&nik[..2]).is_none() {
        warnings.push(NikWarning::Province);
    } else if &nik[2..4] == "00" || &nik[4..6] == "00" || region::name_of(&nik[..6]).is_none() {
        warnings.push(NikWarning::District);
    }
    if !is_birth_date(&nik[6..12]) {
        warnings.push(NikWarning::BirthDate);
    }
    if &nik[12..] == "0000" {
        warnings.push(NikWarning::Serial);
    }
    warnings
}

/// `DDMMYY`, a woman's day raised by 40; of either century.
fn is_birth_date(digits: &str) -> bool {
    let number = |from: usize| digits[from..from + 2].parse::<u32>().unwrap_or(0);
    let (day, month, year) = (number(0), number(2), number(4) as i32);
    let day = if day > WOMANS_DAY { day - WOMANS_DAY } else { day };
    [1900, 2000].iter().any(|century| NaiveDate::from_ymd_opt(century + year, month, day).is_some())
}

/// `9906********0001` for papers: first four, last four. Other lengths are hidden whole.
pub fn mask_nik(nik: &str) -> String {
    mask(nik, '*')
}

/// `9901••••••••0007` for screens.
pub fn mask_nik_on_screen(nik: &str) -> String {
    mask(nik, '•')
}

fn mask(nik: &str, sign: char) -> String {
    let nik = normalise_nik(nik);
    let hidden = |count: usize| sign.to_string().repeat(count);
    if nik.len() == NIK_LENGTH && nik.bytes().all(|b| b.is_ascii_digit()) {
        format!("{}{}{}", &nik[..4], hidden(8), &nik[12..])
    } else {
        hidden(nik.chars().count())
    }
}

/// `9906 0341 0790 0001`, as the field shows it while it is typed.
pub fn group_nik(nik: &str) -> String {
    let nik = normalise_nik(nik);
    if !nik.bytes().all(|b| b.is_ascii_digit()) {
        return nik;
    }
    let groups: Vec<&str> = (0..nik.len()).step_by(4).map(|start| &nik[start..nik.len().min(start + 4)]).collect();
    groups.join(" ")
}

/// What looks odd in a NIP; the text is for the officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NipWarning {
    /// Not 18 digits.
    #[error("NIP biasanya 18 angka.")]
    Length,
    /// The first eight digits are no date of birth.
    #[error("Delapan angka pertama NIP bukan tanggal lahir.")]
    BirthDate,
    /// Digits 9–14 are no year and month of appointment.
    #[error("Tahun dan bulan pengangkatan dalam NIP tidak lazim.")]
    Appointment,
}

impl NipWarning {
    /// The code that crosses to the window.
    pub fn code(self) -> &'static str {
        match self {
            Self::Length => "nip_length",
            Self::BirthDate => "nip_birth_date",
            Self::Appointment => "nip_appointment",
        }
    }
}

/// What looks odd in a NIP, empty for an empty field. Numbers of PPPK differ in the middle, so the
/// month of appointment may be above 12 there: only its year is looked at.
pub fn nip_warnings(typed: &str, today: NaiveDate) -> Vec<NipWarning> {
    let nip = normalise_nik(typed);
    if nip.is_empty() {
        return Vec::new();
    }
    if nip.len() != NIP_LENGTH || !nip.bytes().all(|b| b.is_ascii_digit()) {
        return vec![NipWarning::Length];
    }
    let mut warnings = Vec::new();
    let birth = NaiveDate::parse_from_str(&nip[..8], "%Y%m%d").ok();
    if birth.is_none_or(|birth| birth >= today) {
        warnings.push(NipWarning::BirthDate);
    }
    let appointed: i32 = nip[8..12].parse().unwrap_or(0);
    if !(1950..=today.year()).contains(&appointed) {
        warnings.push(NipWarning::Appointment);
    }
    warnings
}

/// `99990101 202601 1 002`, as papers print it; other lengths as they are.
pub fn group_nip(nip: &str) -> String {
    let plain = normalise_nik(nip);
    if plain.len() != NIP_LENGTH || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return nip.trim().to_owned();
    }
    let (birth, appointed) = (&plain[..8], &plain[8..14]);
    format!("{birth} {appointed} {} {}", &plain[14..15], &plain[15..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_invented_range_lacks_only_its_province() {
        for nik in ["9906034107900001", "9901 0117 1126 0007", "99.06.03.010203.0001"] {
            assert_eq!(nik_warnings(nik), [NikWarning::Province], "{nik}");
        }
    }

    /// Built from a real district and an invented birthday; the serial is one that is never given.
    #[test]
    fn each_part_is_looked_at() {
        use NikWarning::*;
        let warnings = |district: &str, birth: &str, serial: &str| nik_warnings(&format!("{district}{birth}{serial}"));
        assert_eq!(warnings("150602", "310190", "0000"), [Serial]);
        assert_eq!(warnings("150602", "300290", "0000"), [BirthDate, Serial]);
        assert_eq!(warnings("150602", "710190", "0000"), [Serial]);
        assert_eq!(warnings("150602", "720190", "0000"), [BirthDate, Serial]);
        assert_eq!(warnings("150602", "400190", "0000"), [BirthDate, Serial]);
        assert_eq!(warnings("150602", "290200", "0000"), [Serial], "2000 was a leap year");
        assert_eq!(warnings("150602", "010092", "0000"), [BirthDate, Serial]);
        assert_eq!(warnings("100602", "010192", "0000"), [Province, Serial]);
        assert_eq!(warnings("150002", "010192", "0000"), [District, Serial]);
        assert_eq!(warnings("150699", "010192", "0000"), [District, Serial]);
    }

    #[test]
    fn length_and_empty() {
        assert_eq!(nik_warnings(""), []);
        assert_eq!(nik_warnings("99060341079"), [NikWarning::Length]);
        assert_eq!(nik_warnings("990603410790000x"), [NikWarning::Length]);
        assert_eq!(nik_warnings("990603410790000é"), [NikWarning::Length]);
    }

    #[test]
    fn masked_and_grouped() {
        assert_eq!(mask_nik("9906034107900001"), "9906********0001");
        assert_eq!(mask_nik_on_screen("9901 0000 0000 0007"), "9901••••••••0007");
        assert_eq!(mask_nik("990603"), "******");
        assert_eq!(mask_nik("KTP hilang"), "**********");
        assert_eq!(group_nik("9906034107900001"), "9906 0341 0790 0001");
        assert_eq!(group_nik("99060"), "9906 0");
        assert_eq!(group_nik("tidak ada"), "tidak ada");
    }

    #[test]
    fn numbers_of_civil_servants() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let warnings = |nip: &str| nip_warnings(nip, today);
        assert_eq!(warnings(""), []);
        assert_eq!(warnings("19990101 202601 1 002"), []);
        assert_eq!(warnings("99990101 202601 1 002"), [NipWarning::BirthDate]);
        assert_eq!(warnings("19990101 202821 1 002"), [NipWarning::Appointment]);
        assert_eq!(warnings("19990101 202621 1 002"), [], "PPPK");
        assert_eq!(warnings("1999"), [NipWarning::Length]);
        assert_eq!(group_nip("999901012026011002"), "99990101 202601 1 002");
        assert_eq!(group_nip(" honorer "), "honorer");
    }

    proptest! {
        #[test]
        fn a_mask_never_shows_the_middle(nik in "[0-9]{16}") {
            let masked = mask_nik(&nik);
            prop_assert_eq!(masked.len(), 16);
            prop_assert_eq!(&masked[4..12], "********");
        }

        #[test]
        fn any_text_is_taken(typed in ".{0,20}") {
            let _ = (nik_warnings(&typed), mask_nik(&typed), group_nik(&typed), group_nip(&typed));
        }
    }
}
