//! `loket`: the desk on the command line, for jobs, import and proof. The same use cases as the window.

mod acts;
mod answer;
mod importing;
mod opening;
mod reading;
mod tables;

use clap::error::{ContextKind, ErrorKind};
use clap::{ArgAction, Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use loket_desk::book::BookOrder;
use loket_desk::csv::Separator;
use loket_desk::forms::Numbered;
use loket_domain::paper::{BookVersion, ReceiptForm};
use std::path::PathBuf;
use std::process::ExitCode;

/// Loket Aduan di baris perintah: mendaftarkan, mencari, mencetak, mencadangkan, memulihkan, memeriksa.
///
/// Petugas dan kata sandinya dibaca dari masukan baku, satu baris masing-masing, bila seorang petugas bertindak:
/// nama petugas, lalu PIN. Tanpa --key-file kata sandi pembuka register dibaca lebih dahulu, kecuali kunci tersimpan
/// di penyimpanan kunci sistem. Perintah show, search, verify, dan stats dapat dijalankan selagi jendela Loket Aduan
/// terbuka.
///
/// Kode keluar: 0 berhasil; 1 ditolak, tidak ada yang berubah; 2 perlu diperiksa orang (kunci, folder, perintah); 3
/// register tidak sebagaimana mestinya.
#[derive(Parser)]
#[command(name = "loket", version, arg_required_else_help = true)]
#[command(disable_help_flag = true, disable_version_flag = true, disable_help_subcommand = true)]
struct Cli {
    /// Folder register; bawaan: folder data aplikasi pengguna ini
    #[arg(long, global = true, value_name = "FOLDER")]
    data: Option<PathBuf>,
    /// Berkas kunci, untuk pengujian dan server tanpa penyimpanan kunci
    #[arg(long, global = true, value_name = "BERKAS")]
    key_file: Option<PathBuf>,
    /// Jawaban sebagai JSON
    #[arg(long, global = true)]
    json: bool,
    /// Menampilkan bantuan ini; bantuan satu perintah: loket PERINTAH --help
    #[arg(long, short, global = true, action = ArgAction::HelpLong)]
    help: Option<bool>,
    /// Menampilkan versi
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    command: Act,
}

#[derive(Subcommand)]
enum Act {
    /// Membuat register baru dari berkas kantor; mencetak kunci pemulihan satu kali
    Init {
        /// Berkas JSON kantor (lihat: loket schema office), atau - untuk masukan baku
        #[arg(value_name = "BERKAS")]
        office: PathBuf,
        /// Kantor latihan: semua nomor dan kertas bertanda LATIHAN
        #[arg(long)]
        practice: bool,
    },
    /// Skema JSON dari berkas yang dibaca: office, complaint, atau import-map
    Schema {
        /// office, complaint, atau import-map
        #[arg(value_enum, value_name = "BERKAS", hide_possible_values = true)]
        what: reading::Schema,
    },
    /// Mendaftarkan aduan (satu atau beberapa nilai JSON); menjawab nomor, kode lacak, dan id masing-masing
    Register {
        /// Berkas JSON aduan (lihat: loket schema complaint), atau - untuk masukan baku sesudah baris petugas dan PIN
        #[arg(value_name = "BERKAS")]
        file: PathBuf,
        /// Id permintaan; permintaan yang sama diulang menghasilkan aduan yang sama
        #[arg(long, value_name = "UUID")]
        request: Option<uuid::Uuid>,
    },
    /// Memasukkan register lama dari berkas CSV; tanpa --map mencetak usulan peta kolom
    Import {
        /// Berkas CSV: UTF-8, UTF-16, atau Windows-1252; pemisah koma, titik koma, atau tab
        #[arg(value_name = "BERKAS")]
        file: PathBuf,
        /// Peta kolom (lihat: loket schema import-map)
        #[arg(long, value_name = "BERKAS")]
        map: Option<PathBuf>,
        /// Memeriksa saja; register tidak berubah
        #[arg(long, requires = "map")]
        dry_run: bool,
        /// Berkas untuk baris yang ditolak; bawaan: NAMA-ditolak.csv di samping berkas
        #[arg(long, value_name = "BERKAS")]
        rejects: Option<PathBuf>,
    },
    /// Membatalkan satu impor; aduan yang sudah dikerjakan sejak itu tetap ada
    ImportUndo {
        /// Id impor
        #[arg(value_name = "ID")]
        import: uuid::Uuid,
        /// Alasan
        #[arg(long, value_name = "ALASAN")]
        reason: String,
    },
    /// Membatalkan aduan dengan alasan; nomornya tetap tercatat
    Void {
        /// Nomor, kode lacak, atau id
        #[arg(value_name = "ADUAN")]
        reference: String,
        /// Alasan
        #[arg(long, value_name = "ALASAN")]
        reason: String,
        /// Cabut pembatalan
        #[arg(long)]
        undo: bool,
    },
    /// Menampilkan satu aduan
    Show {
        /// Nomor, angka urutnya saja, kode lacak, atau id
        #[arg(value_name = "ADUAN")]
        reference: String,
    },
    /// Mencari di register
    Search {
        /// Kata, awal kata, nomor, kode lacak, telepon, NIK
        #[arg(value_name = "KATA")]
        words: Vec<String>,
    },
    /// Menulis tanda terima (PDF)
    Receipt {
        /// Nomor, kode lacak, atau id
        #[arg(value_name = "ADUAN")]
        reference: String,
        /// Bentuk: a4_two (A4, 2 lembar), a4_large (A4, huruf besar), atau a5
        #[arg(long, value_name = "BENTUK", default_value = "a4_two", value_parser = form, hide_default_value = true)]
        form: ReceiptForm,
        /// Berkas PDF yang ditulis
        #[arg(long, value_name = "BERKAS")]
        out: PathBuf,
    },
    /// Menulis buku register satu periode (PDF atau CSV, menurut akhiran berkas)
    Book {
        /// Hari pertama, TTTT-BB-HH
        #[arg(long, value_name = "TANGGAL")]
        from: chrono::NaiveDate,
        /// Hari terakhir, TTTT-BB-HH
        #[arg(long, value_name = "TANGGAL")]
        to: chrono::NaiveDate,
        /// Versi publik: tanpa pelapor
        #[arg(long)]
        public: bool,
        /// Berkas .pdf atau .csv yang ditulis
        #[arg(long, value_name = "BERKAS")]
        out: PathBuf,
        /// Pisahkan sel CSV dengan koma, bukan titik koma
        #[arg(long)]
        comma: bool,
    },
    /// Menulis daftar tenggat semua aduan (PDF atau CSV, menurut akhiran berkas)
    List {
        /// Berkas .pdf atau .csv yang ditulis
        #[arg(long, value_name = "BERKAS")]
        out: PathBuf,
        /// Pisahkan sel CSV dengan koma, bukan titik koma
        #[arg(long)]
        comma: bool,
    },
    /// Menulis formulir pengaduan: terisi dari satu aduan, atau formulir kosong
    Form {
        /// Nomor, kode lacak, atau id; tanpa ini formulir kosong
        #[arg(value_name = "ADUAN", conflicts_with = "blank")]
        reference: Option<String>,
        /// Jumlah formulir kosong, 1 sampai 50
        #[arg(long, value_name = "JUMLAH", default_value_t = 1, hide_default_value = true)]
        blank: u32,
        /// Cadangkan nomor untuk setiap formulir kosong
        #[arg(long)]
        reserve: bool,
        /// Berkas PDF yang ditulis
        #[arg(long, value_name = "BERKAS")]
        out: PathBuf,
    },
    /// Membuat cadangan yang diperiksa
    Backup {
        /// Folder tujuan; bawaan: folder cadangan register
        #[arg(long, value_name = "FOLDER")]
        to: Option<PathBuf>,
    },
    /// Memulihkan cadangan; 48 angka kunci pemulihan dibaca dari masukan baku
    Restore {
        /// Berkas .register
        #[arg(value_name = "BERKAS")]
        snapshot: PathBuf,
    },
    /// Melanjutkan penomoran sesudah pemulihan: nomor urut terakhir pada kertas
    ResumeNumbers {
        /// Nomor urut terakhir
        #[arg(value_name = "NOMOR")]
        last: u32,
    },
    /// Memeriksa berkas, rantai entri, dan tanda tangannya; atau bukti verifikasi dari kantor lain
    Verify {
        /// Folder bukti verifikasi; diperiksa tanpa register
        bundle: Option<PathBuf>,
        /// Cari entri dengan sidik yang tercetak pada kertas
        #[arg(long)]
        sidik: Option<String>,
    },
    /// Membangun ulang tabel dari rantai entri dan membandingkannya
    Rebuild,
    /// Jumlah aduan dan entri
    Stats,
}

const fn separator(comma: bool) -> Separator {
    if comma { Separator::Comma } else { Separator::Semicolon }
}

/// The form of a receipt by its code.
fn form(code: &str) -> Result<ReceiptForm, &'static str> {
    ReceiptForm::from_code(code).ok_or("a4_two, a4_large, a5")
}

const HELP_OF_ALL: &str = "{about-with-newline}\nPemakaian: {usage}\n\nPerintah:\n{subcommands}\n\nPilihan:\n{options}";
const HELP: &str = "{about-with-newline}\nPemakaian: {usage}\n\nPilihan:\n{options}";
const HELP_WITH_WORDS: &str =
    "{about-with-newline}\nPemakaian: {usage}\n\nYang ditulis sesudah perintah:\n{positionals}\n\nPilihan:\n{options}";

/// The help of one command with headings in Indonesian.
fn in_indonesian(command: Command) -> Command {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.replace("Usage: ", "loket ").replace("[OPTIONS]", "[PILIHAN]");
    let help = if command.get_positionals().next().is_some() { HELP_WITH_WORDS } else { HELP };
    command.override_usage(usage).help_template(help)
}

/// Reads the arguments; help and complaints are in Indonesian, where clap knows English only.
fn arguments() -> Result<Cli, ExitCode> {
    let command = <Cli as CommandFactory>::command()
        .help_template(HELP_OF_ALL)
        .override_usage("loket [PILIHAN] PERINTAH")
        .mut_subcommands(in_indonesian);
    let parsed = command.try_get_matches().and_then(|matches| Cli::from_arg_matches(&matches));
    parsed.map_err(|e| match e.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _closed_pipe = e.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _closed_pipe = e.print();
            ExitCode::from(answer::MISUSED)
        }
        _ => {
            // An unknown word is what was typed, which may be personal: only arguments of our own are named.
            let ours = !matches!(e.kind(), ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand);
            let named = e.get(ContextKind::InvalidArg).filter(|_| ours).map(ToString::to_string);
            answer::print_misuse(named.as_deref(), std::env::args_os().any(|word| word == "--json"));
            ExitCode::from(answer::MISUSED)
        }
    })
}

#[tokio::main]
async fn main() -> ExitCode {
    let cli = match arguments() {
        Ok(cli) => cli,
        Err(code) => return code,
    };
    match run(&cli).await {
        Ok(answer) => {
            answer.print(cli.json);
            ExitCode::SUCCESS
        }
        Err(e) => {
            answer::print_error(&e, cli.json);
            ExitCode::from(answer::exit_code(&e))
        }
    }
}

async fn run(cli: &Cli) -> loket_desk::Result<answer::Answer> {
    let place = opening::place(cli.data.as_deref())?;
    let key_file = cli.key_file.as_deref();
    match &cli.command {
        Act::Init { office, practice } => acts::init(&place, key_file, office, *practice).await,
        Act::Schema { what } => reading::schema(*what),
        Act::Register { file, request } => acts::register(&place, key_file, file, *request, cli.json).await,
        Act::Import { file, map: None, .. } => importing::propose(file),
        Act::Import { file, map: Some(map), dry_run, rejects } => {
            importing::import(&place, key_file, file, map, *dry_run, rejects.as_deref()).await
        }
        Act::ImportUndo { import, reason } => importing::undo(&place, key_file, *import, reason).await,
        Act::Void { reference, reason, undo } => acts::void(&place, key_file, reference, reason, *undo).await,
        Act::Show { reference } => reading::show(&place, key_file, reference).await,
        Act::Search { words } => reading::search(&place, key_file, &words.join(" ")).await,
        Act::Receipt { reference, form, out } => acts::receipt(&place, key_file, reference, *form, out).await,
        Act::Book { from, to, public, out, comma } => {
            let version = if *public { BookVersion::Public } else { BookVersion::Office };
            let order = BookOrder { from: *from, to: *to, version };
            tables::book(&place, key_file, order, out, separator(*comma)).await
        }
        Act::List { out, comma } => tables::list(&place, key_file, out, separator(*comma)).await,
        Act::Form { reference: Some(reference), out, .. } => tables::filled(&place, key_file, reference, out).await,
        Act::Form { blank, reserve, out, .. } => {
            let numbered = if *reserve { Numbered::Reserve } else { Numbered::Not };
            tables::blanks(&place, key_file, *blank, numbered, out).await
        }
        Act::Backup { to } => acts::backup(&place, key_file, to.as_deref()).await,
        Act::Restore { snapshot } => acts::restore(&place, key_file, snapshot).await,
        Act::ResumeNumbers { last } => acts::resume_numbers(&place, key_file, *last).await,
        Act::Verify { bundle: Some(bundle), .. } => reading::verify_bundle(bundle),
        Act::Verify { sidik, .. } => reading::verify(&place, key_file, sidik.as_deref()).await,
        Act::Rebuild => acts::rebuild(&place, key_file).await,
        Act::Stats => reading::stats(&place, key_file).await,
    }
}
