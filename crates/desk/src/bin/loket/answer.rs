//! Answers: lines for people, JSON for programs; errors say what happened, what was kept and what to do.

use loket_desk::Error;
use loket_desk::flaw::Flaw;
use loket_domain::intake::FieldError;
use serde_json::{Value, json};

/// What a command says.
pub struct Answer {
    /// Lines in Indonesian.
    pub lines: Vec<String>,
    /// The same for programs.
    pub json: Value,
}

impl Answer {
    /// Prints it; a closed pipe is not an error.
    pub fn print(&self, as_json: bool) {
        use std::io::Write;
        let text = if as_json { self.json.to_string() } else { self.lines.join("\n") };
        let _ = writeln!(std::io::stdout(), "{text}");
    }
}

/// The code that scripts act upon.
const fn code(e: &Error) -> &'static str {
    match e {
        Error::Invalid(_) => "invalid",
        Error::NotFound(_) => "not_found",
        Error::NotAllowed => "not_allowed",
        Error::SignedOut => "signed_out",
        Error::Precondition(_) => "precondition",
        Error::SeriesFrozen => "number_series_frozen",
        Error::Held => "register_held",
        Error::NoRegister => "no_register",
        Error::RegisterExists => "register_exists",
        Error::UnsuitedPlace(_) => "unsuited_place",
        Error::Newer(_) => "register_newer",
        Error::Damaged { .. } => "register_damaged",
        Error::KeyWrong => "key_wrong",
        Error::KeyMissing => "key_missing",
        Error::KeyStore(_) => "key_store",
        Error::DiskFull => "disk_full",
        Error::Attachment(_) => "attachment",
        Error::Printer { .. } => "printer",
        Error::Paper(_) => "paper",
        Error::Entry(_) | Error::Verify(_) => "does_not_verify",
        Error::Database(_) | Error::Io(_) | Error::Json(_) | Error::Task(_) => "internal",
    }
}

/// 1 for a refusal, 2 for what a person must look at, 3 for a register that is not as it should be.
pub const fn exit_code(e: &Error) -> u8 {
    match e {
        Error::Damaged { .. } | Error::Verify(_) | Error::Entry(_) => 3,
        Error::Invalid(_)
        | Error::NotFound(_)
        | Error::NotAllowed
        | Error::SignedOut
        | Error::Precondition(_)
        | Error::SeriesFrozen => 1,
        _ => 2,
    }
}

/// Prints an error to standard error.
pub fn print_error(e: &Error, as_json: bool) {
    use std::io::Write;
    let fields: Vec<Value> = match e {
        Error::Invalid(fields) => {
            fields.iter().map(|f| json!({"field": in_file(&f.field), "code": f.code, "detail": f.detail})).collect()
        }
        _ => Vec::new(),
    };
    let text = if as_json {
        json!({"error": code(e), "fields": fields, "detail": e.to_string()}).to_string()
    } else {
        words(e)
    };
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Exit code of a call that was not understood.
pub const MISUSED: u8 = 2;

/// Says that the arguments were not understood; `named` is the argument of ours that lacks or has a wrong value.
pub fn print_misuse(named: Option<&str>, as_json: bool) {
    use std::io::Write;
    let text = if as_json {
        json!({"error": "usage", "fields": [], "detail": named}).to_string()
    } else {
        let what = named.map_or("ada kata atau pilihan yang tidak dikenal".to_owned(), |n| format!("periksa {n}"));
        format!("Perintah tidak dimengerti: {what}. Tidak ada yang berubah. Lihat `loket --help`.")
    };
    let _ = writeln!(std::io::stderr(), "{text}");
}

/// Code of a reference that several complaints answer to; its detail lists their numbers.
pub const AMBIGUOUS: &str = "ambiguous";

fn words(e: &Error) -> String {
    match e {
        Error::Invalid(fields) if fields.iter().any(|f| f.code == AMBIGUOUS) => {
            let numbers = fields.iter().filter_map(|f| f.detail.as_deref()).flat_map(|n| n.split(", "));
            let lines: Vec<String> = numbers.map(|n| format!("  {n}")).collect();
            format!("Beberapa aduan bernomor urut itu. Tulis nomornya lengkap:\n{}", lines.join("\n"))
        }
        Error::Invalid(fields) => {
            let lines: Vec<String> = fields.iter().map(field_words).collect();
            format!("Belum dicatat; tidak ada yang berubah. Betulkan isian berikut, lalu ulangi:\n{}", lines.join("\n"))
        }
        Error::NotFound("entry") => "Sidik itu tidak ada di register ini. Periksa huruf dan angkanya.".to_owned(),
        Error::NotFound("import") => "Tidak ada impor dengan id itu. Tidak ada yang berubah.".to_owned(),
        Error::NotFound(_) => "Aduan itu tidak ada di register ini. Periksa nomor atau kode lacaknya.".to_owned(),
        Error::NotAllowed => "Petugas ini tidak berwenang melakukannya. Tidak ada yang berubah.".to_owned(),
        Error::SignedOut => "Nama petugas atau PIN tidak cocok. Tidak ada yang berubah.".to_owned(),
        Error::Precondition(why) => format!("Belum dapat dilakukan: {}. Tidak ada yang berubah.", reason_words(why)),
        Error::SeriesFrozen => "Penomoran ditahan sesudah pemulihan. Berikan nomor urut terakhir pada kertas dengan `loket resume-numbers`.".to_owned(),
        Error::Held => "Register sedang dipakai program lain, misalnya jendela Loket Aduan. Tutup program itu, lalu ulangi.".to_owned(),
        Error::NoRegister => "Tidak ada register di folder ini. Periksa --data, atau buat dengan `loket init`.".to_owned(),
        Error::RegisterExists => "Folder ini sudah berisi register. Tidak ada yang diubah.".to_owned(),
        Error::UnsuitedPlace(_) => "Folder ini tidak cocok: folder jaringan atau folder yang disinkronkan dapat merusak register. Pilih folder di disk komputer ini.".to_owned(),
        Error::Newer(needs) => format!("Register ini memerlukan Loket Aduan {needs} atau yang lebih baru. Tidak ada yang diubah."),
        Error::Damaged { .. } => "Berkas register tidak dapat dibaca. Berkas itu dipindahkan, tidak dihapus. Pulihkan dari cadangan dengan `loket restore`.".to_owned(),
        Error::KeyWrong => "Kunci, kata sandi, atau kunci pemulihan tidak cocok. Tidak ada yang berubah.".to_owned(),
        Error::KeyMissing => "Kunci register tidak ditemukan. Data masih ada dan tetap terkunci. Gunakan --key-file, atau pulihkan dengan kunci pemulihan.".to_owned(),
        Error::KeyStore(_) => "Penyimpanan kunci sistem tidak menjawab. Data masih ada dan tetap terkunci.".to_owned(),
        Error::DiskFull => "Penyimpanan penuh. Yang sudah tersimpan tetap utuh; yang baru belum dicatat. Kosongkan ruang, lalu ulangi.".to_owned(),
        Error::Attachment(_) => "Lampiran tidak dapat dibaca.".to_owned(),
        Error::Printer { .. } => "Printer tidak menerima kertas. Aduan tetap tersimpan.".to_owned(),
        Error::Paper(_) => "Kertas tidak dapat digambar. Aduan tetap tersimpan.".to_owned(),
        Error::Verify(flaw @ (Flaw::Line(..) | Flaw::Empty)) => {
            format!("Bukti ini tidak dapat dipercaya. {}.", flaw.words())
        }
        Error::Verify(flaw) => broken(&flaw.words()),
        Error::Entry(_) => broken("Sebuah entri tidak dapat dibaca"),
        Error::Database(_) | Error::Io(_) | Error::Json(_) | Error::Task(_) => format!("Tidak dapat dilakukan: {e}. Yang sudah tersimpan tetap aman."),
    }
}

/// The name of a field as it stands in the files of `init` and `register`.
fn in_file(field: &str) -> String {
    let mut name = String::new();
    for letter in field.chars() {
        if letter.is_ascii_uppercase() {
            name.push('_');
        }
        name.push(letter.to_ascii_lowercase());
    }
    name
}

fn reason_words(why: &str) -> &str {
    match why {
        "accused_officer" => "petugas ini pihak yang diadukan",
        "clock_doubt" => "jam komputer ini tampak mundur atau jauh di depan; betulkan jamnya lebih dahulu",
        "merge_answered" => "aduan itu sudah ditanggapi, jadi hanya dapat ditautkan",
        "merge_closed" => "aduan itu sudah selesai, jadi hanya dapat ditautkan",
        "merge_imported" => "aduan dari register lama tidak bernomor, jadi hanya dapat ditautkan",
        "merge_restricted" => "isi aduan ini dibatasi, sedangkan isi aduan yang dituju tidak",
        "same_complaint" => "aduan tidak dapat ditautkan dengan dirinya sendiri",
        "import_empty" => "berkas itu kosong atau tidak bertajuk kolom",
        "import_undone" => "impor itu sudah dibatalkan",
        "zone_needed" => "ada jam tanpa zona waktu; isikan \"zone\" pada peta: WIB, WITA, WIT, atau UTC",
        "needs_newer_program" => "aduan ini memuat entri dari versi Loket Aduan yang lebih baru",
        "not_frozen" => "penomoran tidak sedang ditahan",
        "not_voided" => "aduan ini tidak dibatalkan",
        "voided" => "aduan ini sudah dibatalkan",
        "number_template" => "pola nomornya tidak dapat dipakai",
        other => other,
    }
}

fn field_words(error: &FieldError) -> String {
    let what = match error.code.as_str() {
        "required" => "belum diisi",
        "no_column" => "belum ada kolomnya",
        "too_long" => "terlalu panjang",
        "future" => "sesudah hari ini",
        "impossible" => "tidak mungkin",
        "unknown" => "tidak dikenal",
        "pin_short" => "PIN harus enam angka, atau kata sandi sedikitnya delapan karakter",
        "pin_simple" => "terlalu mudah ditebak",
        "password_weak" => "kata sandi pembuka register sedikitnya sepuluh karakter",
        "no_administrator" => "belum ada yang berperan administrator",
        "same_file" => "tidak boleh berkas yang sedang dibaca",
        "not_utf8" => "bukan teks UTF-8",
        "not_json" => "bukan JSON yang utuh",
        "not_in_schema" => "isian tidak dikenal, kurang, atau tidak sesuai jenisnya; lihat `loket schema`",
        other => other,
    };
    match (error.field.as_str(), error.detail.as_ref().and_then(|place| place.split_once(':'))) {
        ("file", Some((line, column))) => format!("  berkas, baris {line}, kolom {column}: {what}"),
        ("file", None) => format!("  berkas: {what}"),
        (field, _) => format!("  {}: {what}", in_file(field)),
    }
}

fn broken(what: &str) -> String {
    format!(
        "Pemeriksaan gagal. {what}. Jangan menulis lagi ke register ini; simpan berkasnya dan pulihkan dari cadangan."
    )
}
