//! The figures of the law, one constant each. Every constant has a row in `docs/law.md`.
//!
//! UU 25/2009 does not say whether *hari* are calendar days; the program counts calendar days,
//! which gives the earlier and so the safer date.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::clock::{Certainty, DayUnit, Rule};

/// UU 25/2009 Pasal 42 ayat (2): a complaint is filed at most 30 days after the service was
/// received. The office warns and never refuses (Pasal 48 ayat (2)).
pub const FILING_LIMIT_DAYS: u32 = 30;

const fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date of the calendar")
}

/// UU 25/2009 was promulgated and took force on 18 July 2009.
const PUBLIC_SERVICE_ACT_FROM: NaiveDate = day(2009, 7, 18);
/// UU 14/2008 took force two years after its promulgation of 30 April 2008 (Pasal 64).
const PUBLIC_INFORMATION_ACT_FROM: NaiveDate = day(2010, 4, 30);
/// UU 37/2008 was promulgated and took force on 7 October 2008.
const OMBUDSMAN_ACT_FROM: NaiveDate = day(2008, 10, 7);
/// PermenPANRB 62/2018: the year is certain, the day is not; used from the year after.
const SP4N_GUIDELINE_FROM: NaiveDate = day(2019, 1, 1);

const fn public_service_act(
    id: &'static str,
    label: &'static str,
    days: u32,
    basis: &'static str,
    short_basis: &'static str,
) -> Rule {
    Rule {
        id: Cow::Borrowed(id),
        label: Cow::Borrowed(label),
        days,
        unit: DayUnit::Calendar,
        basis: Cow::Borrowed(basis),
        short_basis: Cow::Borrowed(short_basis),
        in_force_from: PUBLIC_SERVICE_ACT_FROM,
        certainty: Certainty::Seen,
    }
}

/// UU 25/2009 Pasal 44 ayat (3): the office responds at most 14 days after it received the
/// complaint, saying at least whether the file is complete. Stops when the answer was conveyed.
pub const FIRST_RESPONSE: Rule = public_service_act(
    "uu25.first_response",
    "Tanggapan pertama: berkas lengkap atau belum",
    14,
    "Pasal 44 ayat (3) Undang-Undang Nomor 25 Tahun 2009",
    "UU 25/2009 Pasal 44 ayat (3)",
);

/// UU 25/2009 Pasal 44 ayat (4): the complainant completes the file at most 30 days after
/// *receiving* the response; afterwards the complaint is deemed withdrawn (Pasal 44 ayat (5)).
pub const COMPLETION: Rule = public_service_act(
    "uu25.completion",
    "Pelapor melengkapi berkas",
    30,
    "Pasal 44 ayat (4) Undang-Undang Nomor 25 Tahun 2009",
    "UU 25/2009 Pasal 44 ayat (4)",
);

/// UU 25/2009 Pasal 50 ayat (1): decision at most 60 days after the file was declared complete.
pub const DECISION: Rule = public_service_act(
    "uu25.decision",
    "Keputusan atas pengaduan",
    60,
    "Pasal 50 ayat (1) Undang-Undang Nomor 25 Tahun 2009",
    "UU 25/2009 Pasal 50 ayat (1)",
);

/// UU 25/2009 Pasal 50 ayat (2): the decision is conveyed at most 14 days after it was made.
pub const DECISION_CONVEYED: Rule = public_service_act(
    "uu25.decision_conveyed",
    "Penyampaian keputusan kepada pelapor",
    14,
    "Pasal 50 ayat (2) Undang-Undang Nomor 25 Tahun 2009",
    "UU 25/2009 Pasal 50 ayat (2)",
);

const fn sp4n(id: &'static str, label: &'static str, days: u32) -> Rule {
    Rule {
        id: Cow::Borrowed(id),
        label: Cow::Borrowed(label),
        days,
        unit: DayUnit::Working,
        basis: Cow::Borrowed(
            "Peraturan Menteri PANRB Nomor 62 Tahun 2018 (telah diganti Nomor 5 Tahun 2025; angkanya perlu diperiksa)",
        ),
        short_basis: Cow::Borrowed("PermenPANRB 62/2018"),
        in_force_from: SP4N_GUIDELINE_FROM,
        certainty: Certainty::Unconfirmed,
    }
}

/// SP4N-LAPOR! practice: the admin verifies and forwards a report within 3 working days.
pub const SP4N_VERIFICATION: Rule = sp4n("sp4n.verification", "SP4N-LAPOR!: verifikasi dan penerusan", 3);

/// SP4N-LAPOR! practice: first follow-up within 5 working days after the unit received it.
pub const SP4N_FIRST_FOLLOW_UP: Rule = sp4n("sp4n.first_follow_up", "SP4N-LAPOR!: tindak lanjut pertama", 5);

/// PermenPANRB 62/2018: *permintaan informasi* and *aspirasi*, 5 working days.
pub const SP4N_INFORMATION: Rule = sp4n("sp4n.information", "SP4N-LAPOR!: permintaan informasi atau aspirasi", 5);

/// PermenPANRB 62/2018: *pengaduan tidak berkadar pengawasan*, 14 working days.
pub const SP4N_ORDINARY: Rule = sp4n("sp4n.ordinary", "SP4N-LAPOR!: pengaduan tidak berkadar pengawasan", 14);

/// PermenPANRB 62/2018: *pengaduan berkadar pengawasan*, 60 working days.
pub const SP4N_SUPERVISORY: Rule = sp4n("sp4n.supervisory", "SP4N-LAPOR!: pengaduan berkadar pengawasan", 60);

/// SP4N-LAPOR! practice: closed by the system 10 working days after the follow-up if the
/// complainant does not reply.
pub const SP4N_AUTO_CLOSE: Rule = sp4n("sp4n.auto_close", "SP4N-LAPOR!: ditutup bila pelapor tidak menanggapi", 10);

const fn public_information_act(
    id: &'static str,
    label: &'static str,
    days: u32,
    basis: &'static str,
    short_basis: &'static str,
) -> Rule {
    Rule {
        id: Cow::Borrowed(id),
        label: Cow::Borrowed(label),
        days,
        unit: DayUnit::Working,
        basis: Cow::Borrowed(basis),
        short_basis: Cow::Borrowed(short_basis),
        in_force_from: PUBLIC_INFORMATION_ACT_FROM,
        certainty: Certainty::Seen,
    }
}

/// UU 14/2008 Pasal 22 ayat (7): written notice at most 10 working days after the request.
pub const PPID_NOTICE: Rule = public_information_act(
    "ppid.notice",
    "PPID: pemberitahuan tertulis",
    10,
    "Pasal 22 ayat (7) Undang-Undang Nomor 14 Tahun 2008",
    "UU 14/2008 Pasal 22 ayat (7)",
);

/// UU 14/2008 Pasal 22 ayat (8): extension by at most 7 working days, with a written reason.
pub const PPID_EXTENSION: Rule = public_information_act(
    "ppid.extension",
    "PPID: perpanjangan waktu",
    7,
    "Pasal 22 ayat (8) Undang-Undang Nomor 14 Tahun 2008",
    "UU 14/2008 Pasal 22 ayat (8)",
);

/// UU 14/2008 Pasal 36 ayat (1): objection at most 30 working days after its ground arose.
pub const PPID_OBJECTION: Rule = public_information_act(
    "ppid.objection",
    "PPID: pengajuan keberatan oleh pemohon",
    30,
    "Pasal 36 ayat (1) Undang-Undang Nomor 14 Tahun 2008",
    "UU 14/2008 Pasal 36 ayat (1)",
);

/// UU 14/2008 Pasal 36 ayat (2): the superior answers the objection within 30 working days.
pub const PPID_OBJECTION_ANSWER: Rule = public_information_act(
    "ppid.objection_answer",
    "PPID: tanggapan atasan atas keberatan",
    30,
    "Pasal 36 ayat (2) Undang-Undang Nomor 14 Tahun 2008",
    "UU 14/2008 Pasal 36 ayat (2)",
);

/// UU 14/2008 Pasal 37 ayat (2): to the Komisi Informasi at most 14 working days after the
/// superior's answer was received.
pub const PPID_DISPUTE: Rule = public_information_act(
    "ppid.dispute",
    "PPID: penyelesaian sengketa di Komisi Informasi",
    14,
    "Pasal 37 ayat (2) Undang-Undang Nomor 14 Tahun 2008",
    "UU 14/2008 Pasal 37 ayat (2)",
);

const fn ombudsman_act(
    id: &'static str,
    label: &'static str,
    days: u32,
    basis: &'static str,
    short_basis: &'static str,
) -> Rule {
    Rule {
        id: Cow::Borrowed(id),
        label: Cow::Borrowed(label),
        days,
        unit: DayUnit::Calendar,
        basis: Cow::Borrowed(basis),
        short_basis: Cow::Borrowed(short_basis),
        in_force_from: OMBUDSMAN_ACT_FROM,
        certainty: Certainty::Seen,
    }
}

/// UU 37/2008 Pasal 33: the office explains in writing at most 14 days after the request.
pub const OMBUDSMAN_EXPLANATION: Rule = ombudsman_act(
    "ombudsman.explanation",
    "Penjelasan tertulis kepada Ombudsman",
    14,
    "Pasal 33 Undang-Undang Nomor 37 Tahun 2008",
    "UU 37/2008 Pasal 33",
);

/// UU 37/2008 Pasal 38: the superior reports on carrying out a *rekomendasi* at most 60 days
/// after receiving it.
pub const OMBUDSMAN_RECOMMENDATION: Rule = ombudsman_act(
    "ombudsman.recommendation",
    "Laporan pelaksanaan rekomendasi Ombudsman",
    60,
    "Pasal 38 Undang-Undang Nomor 37 Tahun 2008",
    "UU 37/2008 Pasal 38",
);

/// All built-in rules, in the order of the screen *Tenggat dan dasar hukum*.
pub static RULES: [Rule; 17] = [
    FIRST_RESPONSE,
    COMPLETION,
    DECISION,
    DECISION_CONVEYED,
    SP4N_VERIFICATION,
    SP4N_FIRST_FOLLOW_UP,
    SP4N_INFORMATION,
    SP4N_ORDINARY,
    SP4N_SUPERVISORY,
    SP4N_AUTO_CLOSE,
    PPID_NOTICE,
    PPID_EXTENSION,
    PPID_OBJECTION,
    PPID_OBJECTION_ANSWER,
    PPID_DISPUTE,
    OMBUDSMAN_EXPLANATION,
    OMBUDSMAN_RECOMMENDATION,
];

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    /// The figures as the regulations have them, written a second time.
    #[test]
    fn figures_of_the_law() {
        let figures: Vec<_> = RULES.iter().map(|rule| (rule.id.as_ref(), rule.days, rule.unit.code())).collect();
        assert_eq!(
            figures,
            [
                ("uu25.first_response", 14, "calendar"),
                ("uu25.completion", 30, "calendar"),
                ("uu25.decision", 60, "calendar"),
                ("uu25.decision_conveyed", 14, "calendar"),
                ("sp4n.verification", 3, "working"),
                ("sp4n.first_follow_up", 5, "working"),
                ("sp4n.information", 5, "working"),
                ("sp4n.ordinary", 14, "working"),
                ("sp4n.supervisory", 60, "working"),
                ("sp4n.auto_close", 10, "working"),
                ("ppid.notice", 10, "working"),
                ("ppid.extension", 7, "working"),
                ("ppid.objection", 30, "working"),
                ("ppid.objection_answer", 30, "working"),
                ("ppid.dispute", 14, "working"),
                ("ombudsman.explanation", 14, "calendar"),
                ("ombudsman.recommendation", 60, "calendar"),
            ]
        );
        assert_eq!(FILING_LIMIT_DAYS, 30);
    }

    #[test]
    fn every_rule_names_its_basis_and_its_doubt() {
        let ids: HashSet<_> = RULES.iter().map(|rule| rule.id.clone()).collect();
        assert_eq!(ids.len(), RULES.len());
        for rule in &RULES {
            assert!(!rule.label.is_empty() && !rule.basis.is_empty());
            let from_sp4n = rule.id.starts_with("sp4n.");
            assert_eq!(rule.certainty == Certainty::Unconfirmed, from_sp4n, "{}", rule.id);
        }
    }

    #[test]
    fn a_rule_survives_storage() {
        let json = serde_json::to_string(&DECISION).unwrap();
        assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), DECISION);
    }
}
