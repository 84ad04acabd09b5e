//! What invented complainants write: lengths and characters as measured in 12,530 real complaints (median 204
//! characters, p95 977, p99 1,902, longest 8,471), words of nobody.

use crate::chance::Chance;

/// Shortest text, in characters.
const SHORTEST: usize = 3;
/// Longest text, in characters.
const LONGEST: usize = 8_471;
/// Median length, in characters.
const MEDIAN: f64 = 204.0;
/// Width of the logarithm of the length: p95 and p99 follow.
const WIDTH: f64 = 0.952;

const LINE_BREAKS: f64 = 0.019;
const ASTRAL: f64 = 0.018;
/// With those of [`ASTRAL`] 7.7 % hold characters beyond ASCII.
const OTHER_MARKS: f64 = 0.060;
const LINK: f64 = 0.005;
const IDENTITY_NUMBER: f64 = 0.024;
const MOBILE: f64 = 0.017;
const EMAIL: f64 = 0.001;
const FORMULA: f64 = 0.003;

const OPENINGS: &[&str] = &[
    "Selamat pagi, saya mau menyampaikan keluhan soal",
    "Mohon perhatian untuk",
    "Saya kecewa dengan",
    "Assalamualaikum, saya bertanya tentang",
    "Lapor, pak, ada masalah di",
    "Tolong ditindaklanjuti",
    "Sudah berkali-kali saya datang untuk",
    "Kepada yang terhormat petugas, ini mengenai",
    "Bagaimana ini",
    "Saya warga Sukamisal, mau mengadu tentang",
];

const THINGS: &[&str] = &[
    "antrean pendaftaran yang tidak bergerak sejak pagi",
    "kartu keluarga yang belum jadi padahal sudah sebulan",
    "obat yang kosong di apotek",
    "surat rujukan yang salah nama",
    "petugas loket yang tidak ada di tempat pada jam pelayanan",
    "pungutan yang tidak ada kuitansinya",
    "hasil laboratorium yang hilang",
    "lampu jalan di depan kantor yang padam",
    "drainase yang tersumbat sehingga ruang tunggu tergenang",
    "jadwal imunisasi yang diundur tanpa kabar",
    "nomor antrean daring yang ditolak di loket",
    "ruang tunggu yang panas dan kursinya rusak",
    "persyaratan yang berubah setiap kali saya datang",
    "toilet pengunjung yang terkunci",
    "ambulans yang tidak datang ketika dihubungi",
    "perekaman KTP yang terus gagal karena jaringan",
];

const FURTHER: &[&str] = &[
    "Saya sudah menunggu {n} jam.",
    "Katanya besok, tetapi besoknya diminta kembali lagi.",
    "Orang yang datang sesudah saya dilayani lebih dahulu.",
    "Yang menunggu ada {n} orang, loket yang buka hanya satu.",
    "Saya tanya ke meja informasi, dijawab tidak tahu.",
    "Padahal di papan tertulis selesai {n} hari kerja.",
    "Ibu saya sudah tua dan tidak kuat berdiri lama.",
    "Ongkos pulang pergi Rp{n}0.000 terbuang percuma.",
    "Berkasnya lengkap semua, sudah diperiksa dua kali.",
    "Kejadiannya hari Senin sekitar pukul {n} pagi.",
    "Bukan hanya saya, tetangga saya juga mengalami hal yang sama.",
    "Kami butuh surat itu untuk mendaftar sekolah anak.",
    "Nomor telepon kantor tidak pernah diangkat.",
    "Sampai hari ini tidak ada pemberitahuan apa pun.",
    "Satpam bilang sistemnya sedang gangguan.",
    "Di kecamatan lain urusan seperti ini selesai dalam {n} menit.",
    "Saya sampai harus izin kerja {n} kali.",
    "Mohon dibuatkan jalur khusus untuk lansia dan ibu hamil.",
    "Petugasnya menjawab sambil bermain telepon.",
    "Tidak ada tanda terima waktu berkas saya ditinggal.",
];

const ENDINGS: &[&str] = &[
    "Mohon segera diperbaiki.",
    "Terima kasih.",
    "Saya minta kejelasan.",
    "Tolong dibantu, pak, bu.",
    "Saya tunggu tanggapannya.",
    "Semoga ada perubahan.",
];

const SHORT: &[&str] = &["Tes", "Antre lama", "Toilet rusak", "KTP belum jadi", "mohon dibantu", "Obat kosong!!!"];
const OTHERS: &[&str] = &["– ", "“tidak bisa” ", "… ", "’", " ½ jam ", " Café ", " ✔ ", " • "];
const ASTRALS: &[&str] = &["🙏", "😡", "🙏🙏🙏", "👍", "😭", "𝗧𝗼𝗹𝗼𝗻𝗴", "🚑"];
const FORMULAS: &[&str] = &["=", "+", "-", "@"];

/// One text.
#[must_use]
pub fn complaint(chance: &mut Chance) -> String {
    let length = (MEDIAN * (WIDTH * chance.bell()).exp()).round() as usize;
    let length = length.clamp(SHORTEST, LONGEST);
    let mut text = if length < 20 { (*chance.one(SHORT)).to_owned() } else { story(chance, length) };
    if chance.happens(IDENTITY_NUMBER) {
        let number = identity_number(chance);
        put(chance, &mut text, &format!(" NIK {number} "));
    }
    if chance.happens(MOBILE) {
        let number = mobile(chance);
        put(chance, &mut text, &format!(" {number} "));
    }
    if chance.happens(EMAIL) {
        put(chance, &mut text, " warga@contoh.invalid ");
    }
    if chance.happens(LINK) {
        put(chance, &mut text, " https://contoh.invalid/foto/1 ");
    }
    if chance.happens(ASTRAL) {
        let sign = *chance.one(ASTRALS);
        put(chance, &mut text, &format!(" {sign} "));
    }
    if chance.happens(OTHER_MARKS) {
        let sign = *chance.one(OTHERS);
        put(chance, &mut text, sign);
    }
    if chance.happens(LINE_BREAKS) {
        text = text.replacen(". ", ".\n", 3);
        put(chance, &mut text, "\n");
    }
    if chance.happens(FORMULA) {
        let sign = *chance.one(FORMULAS);
        text.insert_str(0, sign);
    }
    text.chars().take(LONGEST).collect()
}

/// The same complaint, sent again: often word for word, else with another beginning or end.
#[must_use]
pub fn again(chance: &mut Chance, text: &str) -> String {
    match chance.place(4) {
        0 => format!("{text} {}", chance.one(ENDINGS)),
        1 => format!("Lapor lagi. {text}"),
        _ => text.to_owned(),
    }
    .chars()
    .take(LONGEST)
    .collect()
}

fn story(chance: &mut Chance, length: usize) -> String {
    let mut text = format!("{} {}.", chance.one(OPENINGS), chance.one(THINGS));
    while text.chars().count() + 30 < length {
        let n = (2 + chance.place(40)).to_string();
        let sentence = chance.one(FURTHER).replace("{n}", &n);
        text.push(' ');
        text.push_str(&sentence);
    }
    text = text.chars().take(length.saturating_sub(25).max(20)).collect();
    text.push_str(". ");
    text.push_str(ENDINGS[chance.place(ENDINGS.len())]);
    text.chars().take(length).collect::<String>().trim().to_owned()
}

/// Puts `what` at a blank of the text, so that no word is torn.
fn put(chance: &mut Chance, text: &mut String, what: &str) {
    let blanks: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
    let at = if blanks.is_empty() { text.len() } else { *chance.one(&blanks) };
    text.insert_str(at, what);
}

/// 16 digits that belong to nobody: no province is 99.
#[must_use]
pub fn identity_number(chance: &mut Chance) -> String {
    let (district, day, month) = (1 + chance.place(9), 1 + chance.place(28), 1 + chance.place(12));
    let (year, serial) = (50 + chance.place(50), 1 + chance.place(9_999));
    format!("99010{district}{day:02}{month:02}{year:02}{serial:04}")
}

/// A telephone number that nobody has.
#[must_use]
pub fn mobile(chance: &mut Chance) -> String {
    format!("0899-0000-{:04}", chance.place(10_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_shaped_as_real_ones() {
        let texts: Vec<String> = (0..20_000).map(|n| complaint(&mut Chance::new(7, n))).collect();
        let mut lengths: Vec<usize> = texts.iter().map(|t| t.chars().count()).collect();
        lengths.sort_unstable();
        let at = |part: f64| lengths[(part * lengths.len() as f64) as usize];
        assert!((185..=225).contains(&at(0.5)), "median {}", at(0.5));
        assert!((870..=1_090).contains(&at(0.95)), "p95 {}", at(0.95));
        assert!((1_650..=2_150).contains(&at(0.99)), "p99 {}", at(0.99));
        assert!(lengths[0] >= SHORTEST && lengths[lengths.len() - 1] <= LONGEST);
        let share = |has: fn(&str) -> bool| texts.iter().filter(|t| has(t)).count() as f64 / texts.len() as f64;
        let near = |found: f64, meant: f64, what: &str| {
            assert!((found - meant).abs() <= meant * 0.2 + 0.001, "{what}: {found} instead of {meant}");
        };
        near(share(|t| t.contains('\n')), 0.019, "line breaks");
        near(share(|t| t.chars().any(|c| u32::from(c) > 0xffff)), 0.018, "astral");
        near(share(|t| !t.is_ascii()), 0.077, "beyond ASCII");
        near(share(|t| t.contains("https:")), 0.005, "links");
        near(share(|t| t.contains("NIK 99")), 0.024, "identity numbers");
        near(share(|t| t.contains("0899-0000-")), 0.017, "mobile numbers");
        near(share(|t| t.starts_with(['=', '+', '-', '@'])), 0.003, "formulas");
    }

    #[test]
    fn the_same_seed_is_the_same_text() {
        let of = |seed| (0..50).map(|n| complaint(&mut Chance::new(seed, n))).collect::<Vec<_>>();
        assert_eq!(of(3), of(3));
        assert_ne!(of(3), of(4));
    }
}
