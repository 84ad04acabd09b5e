//! The closed lists of domain and desk as the window writes them. Both directions are exhaustive: a new code does not compile
//! until it stands here and in the contract.

use loket_domain::vocabulary;
use serde::{Deserialize, Serialize};

macro_rules! mirror {
    ($(#[$meta:meta])* $name:ident of $domain:path { $($variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
        #[allow(missing_docs)]
        pub enum $name { $( #[serde(rename = $code)] $variant, )+ }

        impl From<$name> for $domain {
            fn from(code: $name) -> Self {
                match code { $( $name::$variant => Self::$variant, )+ }
            }
        }

        impl From<$domain> for $name {
            fn from(value: $domain) -> Self {
                match value { $( <$domain>::$variant => Self::$variant, )+ }
            }
        }
    };
}

mirror! {
    /// How a complaint came.
    ChannelCode of vocabulary::Channel {
        FaceToFace = "TM",
        SuggestionBox = "KP",
        Letter = "SR",
        Telephone = "TL",
        Sms = "SM",
        WhatsApp = "WA",
        Email = "EM",
        Website = "WB",
        SocialMedia = "MS",
        Sp4n = "SP",
        Ombudsman = "OM",
        Parliament = "DP",
        MassMedia = "ME",
        Forum = "FR",
        Other = "LL",
    }
}

mirror! {
    /// Openness of the identity.
    IdentityMode of vocabulary::IdentityMode {
        Open = "open",
        Confidential = "confidential",
        None = "none",
    }
}

mirror! {
    /// The class of a complaint.
    ClassificationCode of vocabulary::Classification {
        Ordinary = "ordinary",
        Supervisory = "supervisory",
        Aspiration = "aspiration",
        InformationRequest = "information_request",
    }
}

mirror! {
    /// Kinds of entries that belong together.
    LogGroup of loket_desk::audit::Group {
        Access = "access",
        Complaints = "complaints",
        Office = "office",
    }
}

mirror! {
    /// In which capacity.
    Capacity of vocabulary::Capacity {
        Oneself = "self",
        Proxy = "proxy",
        Group = "group",
        LegalBody = "legal_body",
    }
}

mirror! {
    /// What an officer may do.
    Role of vocabulary::Role {
        CounterOfficer = "counter_officer",
        ComplaintManager = "complaint_manager",
        Head = "head",
        Inspector = "inspector",
        Auditor = "auditor",
        Administrator = "administrator",
    }
}

mirror! {
    /// How far a complaint is.
    ComplaintState of vocabulary::State {
        Received = "received",
        Answered = "answered",
        Closed = "closed",
        Voided = "voided",
    }
}

mirror! {
    /// Kind of office.
    OfficeKind of vocabulary::OfficeKind {
        HealthCentre = "health_centre",
        Kelurahan = "kelurahan",
        CivilRegistry = "civil_registry",
        Licensing = "licensing",
        SecretariatDivision = "secretariat_division",
        Other = "other",
    }
}

mirror! {
    /// How something reached the person.
    ConveyedBy of vocabulary::Conveyance {
        InPerson = "in_person",
        RegisteredPost = "registered_post",
        Courier = "courier",
        Email = "email",
        WhatsApp = "whatsapp",
        Sms = "sms",
        Telephone = "telephone",
        Sp4n = "sp4n",
        NoticeBoard = "notice_board",
    }
}

mirror! {
    /// Form of address.
    Salutation of vocabulary::Salutation {
        Bapak = "bapak",
        Ibu = "ibu",
        Unknown = "unknown",
    }
}

mirror! {
    /// Zone of the office.
    ZoneCode of loket_domain::dates::Zone {
        Wib = "WIB",
        Wita = "WITA",
        Wit = "WIT",
    }
}

mirror! {
    /// When the sequence goes back to 1.
    Reset of loket_domain::number::Reset {
        Yearly = "yearly",
        Monthly = "monthly",
    }
}

mirror! {
    /// How a receipt is laid out.
    ReceiptForm of loket_domain::paper::ReceiptForm {
        TwoUp = "a4_two",
        Large = "a4_large",
        A5 = "a5",
    }
}

mirror! {
    /// For whom a register book is made.
    BookVersion of loket_domain::paper::BookVersion {
        Office = "office",
        Public = "public",
    }
}

/// Working days of a week, written 5 or 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WorkWeek(pub loket_domain::calendar::WorkWeek);

impl Serialize for WorkWeek {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_u8(match self.0 {
            loket_domain::calendar::WorkWeek::Five => 5,
            loket_domain::calendar::WorkWeek::Six => 6,
        })
    }
}

impl<'de> Deserialize<'de> for WorkWeek {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        match u8::deserialize(d)? {
            5 => Ok(Self(loket_domain::calendar::WorkWeek::Five)),
            6 => Ok(Self(loket_domain::calendar::WorkWeek::Six)),
            _ => Err(serde::de::Error::custom("a week has 5 or 6 working days")),
        }
    }
}

impl specta::Type for WorkWeek {
    fn definition(_types: &mut specta::Types) -> specta::datatype::DataType {
        specta::datatype::DataType::Reference(specta_typescript::define("5 | 6"))
    }
}

mirror! {
    /// Paper sizes.
    Media of loket_domain::printing::Media {
        A4 = "a4",
        A5 = "a5",
        F4 = "f4",
        Roll80 = "roll_80",
        Roll58 = "roll_58",
    }
}

mirror! {
    /// Why a print waits or failed.
    PrintReason of loket_domain::printing::PrintReason {
        NoSystem = "no_system",
        Vanished = "vanished",
        Rejecting = "rejecting",
        Media = "media",
        Paused = "paused",
        PaperEmpty = "paper_empty",
        Jam = "jam",
        CoverOpen = "cover_open",
        InkEmpty = "ink_empty",
        Offline = "offline",
        Held = "held",
        Canceled = "canceled",
        Aborted = "aborted",
        Unknown = "unknown",
    }
}
