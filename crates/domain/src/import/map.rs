//! Which column means what: the file that a person checks before an import.

use crate::dates::Zone;
use crate::vocabulary::{Channel, IdentityMode, State, closed_list};
use chrono::FixedOffset;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the mapping's format; stands in the entry of each import.
pub const MAP_VERSION: u32 = 1;

closed_list! {
    /// A field of a complaint that a column can hold.
    Field {
        /// Tanggal diterima, with or without a time.
        Received = "received",
        /// Jam diterima, when it has a column of its own.
        ReceivedTime = "received_time",
        /// Isi aduan.
        Description = "description",
        /// Nomor in the old register.
        OldNumber = "old_number",
        /// Id that the other program gave, the same in every export.
        SourceId = "source_id",
        /// Nama pelapor.
        Name = "name",
        /// Telepon atau WhatsApp.
        Phone = "phone",
        /// Pos-el.
        Email = "email",
        /// NIK.
        Nik = "nik",
        /// Alamat.
        Address = "address",
        /// Desa or kelurahan as text.
        Village = "village",
        /// Pekerjaan.
        Occupation = "occupation",
        /// Terbuka, dirahasiakan, tanpa identitas.
        IdentityMode = "identity_mode",
        /// Saluran.
        Channel = "channel",
        /// Nomor surat, Tracking ID, akun.
        ChannelRef = "channel_ref",
        /// Layanan.
        Service = "service",
        /// Hal.
        Subject = "subject",
        /// Tanggal kejadian.
        EventDate = "event_date",
        /// Tempat kejadian.
        EventPlace = "event_place",
        /// Kerugian.
        Loss = "loss",
        /// Penyelesaian yang diminta.
        Settlement = "settlement",
        /// Pihak yang diadukan.
        Accused = "accused",
        /// Keadaan: diterima, ditanggapi, selesai.
        State = "state",
        /// Tanggal tanggapan disampaikan.
        Answered = "answered",
        /// Isi tanggapan.
        Answer = "answer",
        /// Tanggal selesai.
        Closed = "closed",
        /// Hasil penyelesaian.
        Result = "result",
    }
}

impl Field {
    /// `Tanggal diterima`, `Nomor lama` …
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Received => "Tanggal diterima",
            Self::ReceivedTime => "Jam diterima",
            Self::Description => "Isi aduan",
            Self::OldNumber => "Nomor lama",
            Self::SourceId => "Id sumber",
            Self::Name => "Nama pelapor",
            Self::Phone => "Telepon",
            Self::Email => "Pos-el",
            Self::Nik => "NIK",
            Self::Address => "Alamat",
            Self::Village => "Desa atau kelurahan",
            Self::Occupation => "Pekerjaan",
            Self::IdentityMode => "Keterbukaan identitas",
            Self::Channel => "Saluran",
            Self::ChannelRef => "Rujukan saluran",
            Self::Service => "Layanan",
            Self::Subject => "Hal",
            Self::EventDate => "Tanggal kejadian",
            Self::EventPlace => "Tempat kejadian",
            Self::Loss => "Kerugian",
            Self::Settlement => "Penyelesaian yang diminta",
            Self::Accused => "Pihak yang diadukan",
            Self::State => "Keadaan",
            Self::Answered => "Tanggal tanggapan",
            Self::Answer => "Isi tanggapan",
            Self::Closed => "Tanggal selesai",
            Self::Result => "Hasil",
        }
    }
}

closed_list! {
    /// In which order a date like `3/4/2024` is written.
    DateOrder {
        /// 3 April, as in Indonesia.
        DayFirst = "day_first",
        /// March 4, as some programs write.
        MonthFirst = "month_first",
    }
}

closed_list! {
    /// The zone in which times without one were written.
    SourceZone {
        /// UTC+7.
        Wib = "WIB",
        /// UTC+8.
        Wita = "WITA",
        /// UTC+9.
        Wit = "WIT",
        /// UTC, as many programs export.
        Utc = "UTC",
    }
}

impl SourceZone {
    /// The offset from UTC.
    #[must_use]
    pub fn offset(self) -> FixedOffset {
        match self {
            Self::Wib => Zone::Wib.offset(),
            Self::Wita => Zone::Wita.offset(),
            Self::Wit => Zone::Wit.offset(),
            Self::Utc => FixedOffset::east_opt(0).expect("zero is less than a day"),
        }
    }
}

/// How the columns of one kind of file are read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportMap {
    /// Version of this format: 1.
    pub v: u32,
    /// Name of the old register, so that equal ids of two registers are not taken for each other; may be empty.
    #[serde(default)]
    pub source: String,
    /// Column by field; the names stand in the file's header.
    pub columns: BTreeMap<Field, String>,
    /// Zone of times that are written without one; absent: the import asks when it meets such a time.
    #[serde(default)]
    pub zone: Option<SourceZone>,
    /// Order of dates in numbers.
    #[serde(default = "day_first")]
    pub date_order: DateOrder,
    /// State of a row that does not say it.
    #[serde(default = "closed")]
    pub state: State,
    /// Channel of a row that does not say it.
    #[serde(default = "other")]
    pub channel: Channel,
    /// Words of the file beside the usual ones: channels.
    #[serde(default)]
    pub channels: BTreeMap<String, Channel>,
    /// Words of the file beside the usual ones: states.
    #[serde(default)]
    pub states: BTreeMap<String, State>,
    /// Words of the file beside the usual ones: openness of the identity.
    #[serde(default)]
    pub identity_modes: BTreeMap<String, IdentityMode>,
}

const fn day_first() -> DateOrder {
    DateOrder::DayFirst
}
const fn closed() -> State {
    State::Closed
}
const fn other() -> Channel {
    Channel::Other
}

impl ImportMap {
    /// A mapping of these columns with all else as it is when nothing is said.
    #[must_use]
    pub fn of(columns: BTreeMap<Field, String>) -> Self {
        Self {
            v: MAP_VERSION,
            source: String::new(),
            columns,
            zone: None,
            date_order: day_first(),
            state: closed(),
            channel: other(),
            channels: BTreeMap::new(),
            states: BTreeMap::new(),
            identity_modes: BTreeMap::new(),
        }
    }
}
