//! Paper j: the register book (*buku register pengaduan*), UU 25/2009 Pasal 37 ayat (3) huruf i.

use serde::{Deserialize, Serialize};

use super::{Letterhead, ListPrinting};
use crate::vocabulary::closed_list;

closed_list! {
    /// For whom a book is made.
    BookVersion {
        /// For the office: name and address where the identity is open.
        Office = "office",
        /// Without the cells of persons (*versi publik*).
        Public = "public",
    }
}

/// The book of one period, in the order of register numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterBook {
    pub office: Letterhead,
    /// `Bulan November 2026`, `Tahun 2026`, or a span of days.
    pub period: String,
    pub version: BookVersion,
    /// Records, and the lines that explain missing numbers, in order.
    pub lines: Vec<BookLine>,
    /// Who signs on the left: the complaint manager.
    pub manager: String,
    /// Who signs on the right: post and name of the head.
    pub head: (String, String),
    /// Hash of the last entry that the book saw, in hex.
    pub last_entry: String,
    /// Id of this PC's log, in hex: the fingerprint of the device.
    pub device: String,
    pub printing: ListPrinting,
    pub training: bool,
}

/// One line of the book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BookLine {
    Record(Box<BookRecord>),
    /// Why numbers have no record: `Nomor 3–5 tidak digunakan: …`.
    Gap(String),
}

/// One complaint of the book. Empty cells are steps that are not known.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BookRecord {
    pub number: String,
    pub tracking: String,
    /// `20-11-2026 09.15`.
    pub received: String,
    /// The same form, where it was typed at another minute.
    pub recorded: Option<String>,
    pub channel: String,
    /// Name, or `Pelapor (identitas dirahasiakan)`; empty in the public version.
    pub reporter: String,
    /// Empty unless the identity is open.
    pub address: String,
    /// The whole description; `Isi dibatasi` where the content is restricted.
    pub description: String,
    pub service: String,
    /// Whom the complaint is about.
    pub accused: String,
    /// Class and category.
    pub class: String,
    /// When the file was complete.
    pub complete: String,
    /// Disposition and what was done.
    pub action: String,
    /// What was decided.
    pub decision: String,
    /// When and how the answer was conveyed.
    pub conveyed: String,
    pub state: String,
    /// Tracking ID of SP4N-LAPOR!.
    pub sp4n: String,
    /// Why, when and by whom it was made void.
    pub void: Option<String>,
}

/// Numbers of a series that stand on paper but have no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unrecorded {
    pub first: u32,
    pub last: u32,
    pub why: Why,
}

/// Why a number has no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The paper book of before holds it.
    PaperBook,
    /// Presumed used before a restore or loss.
    PerhapsUsed,
    /// Printed on a blank form that was not typed in so far.
    Reserved,
    /// Reserved, and not used for this reason.
    Unused(String),
}

impl RegisterBook {
    /// Records, void ones too: each holds a number.
    #[must_use]
    pub fn records(&self) -> usize {
        self.lines.iter().filter(|line| matches!(line, BookLine::Record(_))).count()
    }
}

impl Unrecorded {
    /// The line that explains the gap.
    #[must_use]
    pub fn line(&self) -> String {
        let numbers = if self.first == self.last {
            format!("Nomor {}", self.first)
        } else {
            format!("Nomor {}–{}", self.first, self.last)
        };
        match &self.why {
            Why::PaperBook => format!("{numbers} tercatat pada buku register kertas."),
            Why::PerhapsUsed => {
                format!("{numbers} mungkin terpakai sebelum register dipulihkan; lihat naskah kertasnya.")
            }
            Why::Reserved => format!("{numbers} tercetak pada formulir kosong dan belum digunakan."),
            Why::Unused(reason) => format!("{numbers} tidak digunakan: {reason}"),
        }
    }
}

/// Explains the numbers from `first` to `last` of one series, of which none has a record: known spans in
/// order, what no span covers as a gap that a person must explain.
#[must_use]
pub fn explain(first: u32, last: u32, spans: &[Unrecorded]) -> Vec<String> {
    let mut lines: Vec<Unrecorded> = Vec::new();
    for n in first..=last {
        let why = spans.iter().find(|s| (s.first..=s.last).contains(&n)).map(|s| &s.why);
        let Some(why) = why else { continue };
        match lines.last_mut() {
            Some(line) if line.last + 1 == n && line.why == *why => line.last = n,
            _ => lines.push(Unrecorded { first: n, last: n, why: why.clone() }),
        }
    }
    let mut told: Vec<String> = lines.iter().map(Unrecorded::line).collect();
    let missing = (first..=last).filter(|n| !spans.iter().any(|s| (s.first..=s.last).contains(n))).count();
    if missing > 0 {
        told.push(format!("{missing} nomor di antara {first} dan {last} belum dijelaskan."));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_missing_number_is_explained_or_told() {
        let spans = [
            Unrecorded { first: 1, last: 11, why: Why::PaperBook },
            Unrecorded { first: 15, last: 15, why: Why::Unused("tinta tumpah".into()) },
            Unrecorded { first: 16, last: 17, why: Why::Reserved },
            Unrecorded { first: 20, last: 21, why: Why::PerhapsUsed },
        ];
        assert_eq!(explain(1, 11, &spans), ["Nomor 1–11 tercatat pada buku register kertas."]);
        assert_eq!(
            explain(15, 17, &spans),
            [
                "Nomor 15 tidak digunakan: tinta tumpah",
                "Nomor 16–17 tercetak pada formulir kosong dan belum digunakan.",
            ]
        );
        assert_eq!(
            explain(19, 22, &spans),
            [
                "Nomor 20–21 mungkin terpakai sebelum register dipulihkan; lihat naskah kertasnya.",
                "2 nomor di antara 19 dan 22 belum dijelaskan.",
            ]
        );
        assert!(explain(5, 4, &spans).is_empty());
    }
}
