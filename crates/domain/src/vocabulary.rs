//! The shared vocabulary: closed lists whose codes stand in entries, projections and exchanges.
//!
//! Invariant: a code is never renamed and never reused; lists only grow. The Indonesian words for
//! them stand in [`crate::labels`].

/// Defines a closed list once: the enum, its stable codes (also its serde form), and `ALL` in the
/// order in which a person is shown the choices.
macro_rules! closed_list {
    (
        $(#[$meta:meta])*
        $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug,
            Clone,
            Copy,
            PartialEq,
            Eq,
            PartialOrd,
            Ord,
            Hash,
            serde::Serialize,
            serde::Deserialize,
            schemars::JsonSchema,
        )]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $code)] $variant, )+
        }

        impl $name {
            /// Every member, in the order of presentation.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The stable code, equal to the serde form.
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// The member with this code; `None` for a code that this program does not know.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $( $code => Some(Self::$variant), )+ _ => None }
            }
        }
    };
}

pub(crate) use closed_list;

closed_list! {
    /// The way by which a complaint reached the office (*saluran*).
    Channel {
        /// Tatap muka, at the counter.
        FaceToFace = "TM",
        /// Kotak pengaduan; often without a name.
        SuggestionBox = "KP",
        /// Surat.
        Letter = "SR",
        /// Telepon.
        Telephone = "TL",
        /// SMS.
        Sms = "SM",
        /// WhatsApp.
        WhatsApp = "WA",
        /// Pos-el.
        Email = "EM",
        /// Laman of the office.
        Website = "WB",
        /// Media sosial.
        SocialMedia = "MS",
        /// SP4N-LAPOR!, the national channel; its own working-day clocks run.
        Sp4n = "SP",
        /// Rekomendasi or permintaan of the Ombudsman, UU 25/2009 Pasal 36 ayat (2).
        Ombudsman = "OM",
        /// DPR or DPRD, UU 25/2009 Pasal 36 ayat (2).
        Parliament = "DP",
        /// Media massa.
        MassMedia = "ME",
        /// Forum or musyawarah.
        Forum = "FR",
        /// Anything else.
        Other = "LL",
    }
}

closed_list! {
    /// How much of the complainant's identity the office knows and shows.
    IdentityMode {
        /// *Terbuka*: known, shown to those who handle the complaint.
        Open = "open",
        /// *Dirahasiakan*, UU 25/2009 Pasal 42 ayat (5): known to the office, hidden from others.
        Confidential = "confidential",
        /// *Tanpa identitas*: not known.
        None = "none",
    }
}

closed_list! {
    /// In which capacity the complainant acts, UU 25/2009 Pasal 42 ayat (1).
    Capacity {
        /// *Diri sendiri*.
        Oneself = "self",
        /// *Kuasa*: holder of a power of attorney.
        Proxy = "proxy",
        /// *Kelompok*.
        Group = "group",
        /// *Badan hukum*.
        LegalBody = "legal_body",
    }
}

closed_list! {
    /// What an officer may do; one person may hold several.
    Role {
        /// *Petugas* of a counter.
        CounterOfficer = "counter_officer",
        /// *Pengelola pengaduan*.
        ComplaintManager = "complaint_manager",
        /// *Pimpinan*, head of the office.
        Head = "head",
        /// *Pengawas* (Inspektorat): complaints of the class *berkadar pengawasan*.
        Inspector = "inspector",
        /// *Auditor*: reads the log, identities masked.
        Auditor = "auditor",
        /// *Admin*: settings.
        Administrator = "administrator",
    }
}

closed_list! {
    /// How far a complaint is: the shortest honest summary of its entries.
    State {
        /// *Diterima*: registered, no answer conveyed yet.
        Received = "received",
        /// *Ditanggapi*: the answer of Pasal 44 ayat (3) was conveyed.
        Answered = "answered",
        /// *Selesai*.
        Closed = "closed",
        /// *Dibatalkan*: void with a reason; keeps its number.
        Voided = "voided",
    }
}

closed_list! {
    /// How an answer, a receipt or a decision reached the person.
    Conveyance {
        /// *Diserahkan langsung*.
        InPerson = "in_person",
        /// *Pos tercatat*.
        RegisteredPost = "registered_post",
        /// *Kurir*.
        Courier = "courier",
        /// *Pos-el*.
        Email = "email",
        /// *WhatsApp*.
        WhatsApp = "whatsapp",
        /// *SMS*.
        Sms = "sms",
        /// *Telepon*.
        Telephone = "telephone",
        /// *SP4N-LAPOR!*: as a reply to the report there.
        Sp4n = "sp4n",
        /// *Papan pengumuman*: the only way to a person without identity and without a contact.
        NoticeBoard = "notice_board",
    }
}

closed_list! {
    /// The class of a complaint, as in SP4N-LAPOR!; decides which working-day clock runs.
    Classification {
        /// *Pengaduan tidak berkadar pengawasan*.
        Ordinary = "ordinary",
        /// *Pengaduan berkadar pengawasan*: goes to the Inspektorat, always restricted.
        Supervisory = "supervisory",
        /// *Aspirasi*.
        Aspiration = "aspiration",
        /// *Permintaan informasi* outside the PPID procedure.
        InformationRequest = "information_request",
    }
}

closed_list! {
    /// The form of address on papers; never guessed from a name.
    Salutation {
        /// Bapak.
        Bapak = "bapak",
        /// Ibu.
        Ibu = "ibu",
        /// Bapak/Ibu, when the person did not say.
        Unknown = "unknown",
    }
}

closed_list! {
    /// The kind of office; chooses the preset list of services and the letterhead.
    OfficeKind {
        /// UPTD Puskesmas.
        HealthCentre = "health_centre",
        /// Kelurahan.
        Kelurahan = "kelurahan",
        /// Dinas Kependudukan dan Pencatatan Sipil.
        CivilRegistry = "civil_registry",
        /// Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu.
        Licensing = "licensing",
        /// Bagian of the Sekretariat Daerah.
        SecretariatDivision = "secretariat_division",
        /// Any other office.
        Other = "other",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};
    use std::collections::HashSet;

    fn codes_hold<T>(all: &[T], code: fn(T) -> &'static str, from_code: fn(&str) -> Option<T>)
    where
        T: Copy + PartialEq + std::fmt::Debug + Serialize + for<'a> Deserialize<'a>,
    {
        let mut seen = HashSet::new();
        for &member in all {
            assert!(seen.insert(code(member)), "code twice: {}", code(member));
            assert_eq!(from_code(code(member)), Some(member));
            let json = serde_json::to_string(&member).unwrap();
            assert_eq!(json, format!("\"{}\"", code(member)));
            assert_eq!(serde_json::from_str::<T>(&json).unwrap(), member);
        }
        assert_eq!(from_code("no such code"), None);
    }

    #[test]
    fn codes_are_unique_and_equal_to_the_stored_form() {
        codes_hold(Channel::ALL, Channel::code, Channel::from_code);
        codes_hold(IdentityMode::ALL, IdentityMode::code, IdentityMode::from_code);
        codes_hold(Capacity::ALL, Capacity::code, Capacity::from_code);
        codes_hold(Role::ALL, Role::code, Role::from_code);
        codes_hold(State::ALL, State::code, State::from_code);
        codes_hold(Conveyance::ALL, Conveyance::code, Conveyance::from_code);
        codes_hold(Classification::ALL, Classification::code, Classification::from_code);
        codes_hold(Salutation::ALL, Salutation::code, Salutation::from_code);
        codes_hold(OfficeKind::ALL, OfficeKind::code, OfficeKind::from_code);
    }

    /// A changed code would make stored entries unreadable, so the list is written out here again.
    #[test]
    fn channel_codes_are_frozen() {
        let codes: Vec<_> = Channel::ALL.iter().map(|c| c.code()).collect();
        assert_eq!(codes, ["TM", "KP", "SR", "TL", "SM", "WA", "EM", "WB", "MS", "SP", "OM", "DP", "ME", "FR", "LL"]);
    }
}
