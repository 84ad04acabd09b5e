//! Printing as far as it is a fact: what became of a job, on which paper, and why it did not come out.

use crate::paper::ReceiptForm;
use crate::vocabulary::closed_list;

/// Copies of a paper that one press may print (*rangkap*).
pub const COPIES: std::ops::RangeInclusive<u32> = 1..=9;

closed_list! {
    /// What became of a print, as the print system reports it.
    PrintOutcome {
        /// Every sheet came out.
        Printed = "printed",
        /// The print system has it; what became of it was not reported in time.
        Sent = "sent",
        /// Saved as a PDF.
        Saved = "saved",
        /// Nothing was printed.
        Failed = "failed",
    }
}

closed_list! {
    /// Paper sizes of Indonesian offices.
    Media {
        /// 210 × 297 mm.
        A4 = "a4",
        /// 148 × 210 mm.
        A5 = "a5",
        /// Folio, 215 × 330 mm.
        F4 = "f4",
        /// A roll, 80 mm wide.
        Roll80 = "roll_80",
        /// A roll, 58 mm wide.
        Roll58 = "roll_58",
    }
}

closed_list! {
    /// Why a print waits or failed. Never the name of a printer: it could name a person.
    PrintReason {
        /// The print system does not run.
        NoSystem = "no_system",
        /// The printer that was chosen is not there any more.
        Vanished = "vanished",
        /// The printer takes no jobs.
        Rejecting = "rejecting",
        /// The printer does not know this paper size.
        Media = "media",
        /// The queue is paused.
        Paused = "paused",
        /// Kertas habis.
        PaperEmpty = "paper_empty",
        /// Kertas macet.
        Jam = "jam",
        /// A cover stands open.
        CoverOpen = "cover_open",
        /// Tinta or toner is used up.
        InkEmpty = "ink_empty",
        /// Switched off, or its cable or network is gone.
        Offline = "offline",
        /// The job is held.
        Held = "held",
        /// A person cancelled the job.
        Canceled = "canceled",
        /// The print system gave the job up.
        Aborted = "aborted",
        /// It gives no reason that this program knows.
        Unknown = "unknown",
    }
}

impl Media {
    /// Width and height in millimetres; a roll has no height.
    #[must_use]
    pub const fn millimetres(self) -> (f64, Option<f64>) {
        match self {
            Self::A4 => (210.0, Some(297.0)),
            Self::A5 => (148.0, Some(210.0)),
            Self::F4 => (215.0, Some(330.0)),
            Self::Roll80 => (80.0, None),
            Self::Roll58 => (58.0, None),
        }
    }
}

impl ReceiptForm {
    /// Papers that this form is drawn for.
    #[must_use]
    pub const fn media(self) -> &'static [Media] {
        match self {
            Self::TwoUp | Self::Large => &[Media::A4],
            Self::A5 => &[Media::A5],
        }
    }
}

impl PrintReason {
    /// Why, in words that follow "Tanda terima belum tercetak:".
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::NoSystem => "sistem cetak komputer ini tidak berjalan",
            Self::Vanished => "printer tidak ada lagi",
            Self::Rejecting => "printer menolak cetakan",
            Self::Media => "printer tidak mengenal ukuran kertas",
            Self::Paused => "printer dijeda",
            Self::PaperEmpty => "kertas habis",
            Self::Jam => "kertas macet",
            Self::CoverOpen => "tutup printer terbuka",
            Self::InkEmpty => "tinta atau toner habis",
            Self::Offline => "printer tidak terhubung",
            Self::Held => "cetakan ditahan",
            Self::Canceled => "cetakan dibatalkan",
            Self::Aborted => "printer menghentikan cetakan",
            Self::Unknown => "printer tidak menyebut sebabnya",
        }
    }
}
