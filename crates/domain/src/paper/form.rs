//! The forms in which a receipt can be printed (`papers.md` a).

use crate::vocabulary::closed_list;

closed_list! {
    /// How the receipt is laid out. The words are the same in every form.
    ReceiptForm {
        /// Both sheets on one A4 with a line to cut; an A4 for each where the text needs it.
        TwoUp = "a4_two",
        /// An A4 for each sheet, nothing of its body under 12 points (*huruf besar*).
        Large = "a4_large",
        /// An A5 for each sheet.
        A5 = "a5",
    }
}

impl ReceiptForm {
    /// How the officer chooses it.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::TwoUp => "A4 · 2 lembar",
            Self::Large => "A4 · huruf besar",
            Self::A5 => "A5",
        }
    }
}
