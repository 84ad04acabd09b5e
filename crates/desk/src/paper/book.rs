//! Paper j, the register book: A4 landscape, two bands a record, a cover, sums and signatures on every page.

use loket_domain::paper::{BookLine, BookRecord, BookVersion, RegisterBook};
use loket_domain::words::number_in_words;
use printpdf::PdfPage;

use super::PaperError;
use super::column::Column;
use super::file::{Properties, write};
use super::font::{Style, bold, sans};
use super::head::{HeadGrid, draw_head};
use super::logo::{Arms, arms};
use super::page::{Page, RULE};
use super::qr::Square;
use super::receipt_text::{TRAINING, fingerprint};
use super::text::{cell, printable};

const WIDE: f32 = 297.0;
const HIGH: f32 = 210.0;
const LEFT: f32 = 20.0;
const RIGHT: f32 = 287.0;
const TITLE: f32 = 14.0;
const HEAD_TOP: f32 = 18.0;
const HEAD_ROW: f32 = 5.0;
const TOP: f32 = HEAD_TOP + 2.0 * HEAD_ROW;
const END: f32 = 182.0;
const SUMS: f32 = 186.5;
const SIGNATURES: f32 = 191.0;
const NAMES: f32 = 203.0;
const FOOTER: f32 = 207.0;
const SIZE: f32 = 7.5;
const PITCH: f32 = 3.1;
const PAD: f32 = 1.2;
/// Heights of the two bands, the gap after a record, a line that explains a gap.
const BAND_A: f32 = 20.4;
const BAND_B: f32 = 11.0;
const AFTER: f32 = 1.0;
const GAP_LINE: f32 = 6.0;
const LINES_A: usize = 6;
const LINES_B: usize = 3;

const BANDS: [[(&str, f32); 8]; 2] = [
    [
        ("No.", 8.0),
        ("Nomor dan kode", 30.0),
        ("Diterima", 30.0),
        ("Pelapor dan alamat", 57.0),
        ("Uraian ringkas", 92.0),
        ("Layanan dan pihak yang diadukan", 50.0),
        ("", 0.0),
        ("", 0.0),
    ],
    [
        ("", 8.0),
        ("Golongan dan kategori", 30.0),
        ("Kelengkapan", 30.0),
        ("Disposisi dan tindak lanjut", 57.0),
        ("Keputusan", 52.0),
        ("Disampaikan", 40.0),
        ("Status, nomor SP4N", 30.0),
        ("Paraf", 20.0),
    ],
];

const HEAD: HeadGrid =
    HeadGrid { left: 30.0, right: 240.0, arms: (20.0, 18.0, 22.0), rows: (25.0, 33.0, 39.0), sizes: (11.0, 16.0, 9.0) };

/// One page of the table.
struct Leaf<'a> {
    lines: &'a [BookLine],
    /// Records on the pages before.
    before: usize,
    records: usize,
}

/// Renders the book, the cover first.
///
/// # Errors
/// `Code` if the period does not fit the square code; `Write` if the file cannot be composed.
pub fn register_book(book: &RegisterBook) -> Result<Vec<u8>, PaperError> {
    let arms = arms(book.office.logo.as_ref());
    let leaves = divided(&book.lines);
    let count = leaves.len() + 1;
    let mut pages = vec![cover(book, arms.as_ref(), count)?];
    pages.extend(leaves.iter().enumerate().map(|(n, leaf)| draw_leaf(book, leaf, n + 2, count)));
    let title = format!("Buku Register Pengaduan, {}", printable(&book.period).text);
    write(&Properties { title, made_unix: book.printing.at_unix }, arms, pages)
}

fn height(line: &BookLine) -> f32 {
    match line {
        BookLine::Record(_) => BAND_A + BAND_B + AFTER,
        BookLine::Gap(_) => GAP_LINE,
    }
}

fn divided(lines: &[BookLine]) -> Vec<Leaf<'_>> {
    let mut leaves = Vec::new();
    let (mut rest, mut before) = (lines, 0);
    loop {
        let mut y = TOP;
        let mut kept = 0;
        for line in rest {
            y += height(line);
            if y - AFTER > END {
                break;
            }
            kept += 1;
        }
        let (lines, after) = rest.split_at(kept);
        let records = lines.iter().filter(|line| matches!(line, BookLine::Record(_))).count();
        leaves.push(Leaf { lines, before, records });
        before += records;
        rest = after;
        if rest.is_empty() {
            return leaves;
        }
    }
}

fn start(book: &RegisterBook) -> Page {
    let mut page = Page::new(WIDE, HIGH);
    if book.training {
        page.watermark(WIDE / 2.0, 112.0, 28.0, bold(60.0), TRAINING);
    }
    page
}

fn version(book: &RegisterBook) -> &'static str {
    match book.version {
        BookVersion::Office => "",
        BookVersion::Public => " · Versi publik",
    }
}

fn cover(book: &RegisterBook, arms: Option<&Arms>, count: usize) -> Result<PdfPage, PaperError> {
    let mut page = start(book);
    draw_head(&mut page, &HEAD, &book.office, arms);
    page.rule((30.0, 46.0), (RIGHT, 46.0), 0.35);
    page.text(30.0, 74.0, bold(26.0), "BUKU REGISTER PENGADUAN");
    let period = format!("{}{}", printable(&book.period).text, version(book));
    page.text(30.0, 85.0, sans(16.0).fitting(&period, RIGHT - 30.0, 9.0), &period);
    let mut words = Column::new(12.0, 6.0, 190.0);
    words.paragraph(0.0, 0.0, &contents(book, count));
    if book.version == BookVersion::Office {
        words.paragraph(0.0, 3.0, "Buku ini memuat nama pelapor. Simpanlah di tempat terkunci.");
    }
    words.draw(&mut page, 30.0, 102.0);
    let square = Square::new(&code(book))?;
    square.draw(&mut page, RIGHT - 26.0, 96.0, 26.0);
    page.text_right(RIGHT, 128.0, sans(7.0), "Kode periode dan sidik buku ini");
    draw_signatures(&mut page, book, 160.0, 184.0, 10.0);
    draw_footer(&mut page, book, 1, count);
    Ok(page.finish())
}

fn contents(book: &RegisterBook, pages: usize) -> String {
    let records = book.records();
    let digits: Vec<char> = book.last_entry.chars().take(16).map(|c| c.to_ascii_uppercase()).collect();
    let groups: Vec<String> = digits.chunks(4).map(|group| group.iter().collect()).collect();
    let mark = if groups.is_empty() { String::new() } else { format!(" Sidik entri terakhir: {}.", groups.join("-")) };
    let numbers: Vec<&str> = book
        .lines
        .iter()
        .filter_map(|line| match line {
            BookLine::Record(record) => Some(record.number.as_str()),
            BookLine::Gap(_) => None,
        })
        .collect();
    let (Some(first), Some(last)) = (numbers.first(), numbers.last()) else {
        return format!("Tidak ada pengaduan yang tercatat pada periode ini.{mark}");
    };
    format!(
        "Buku ini memuat {records} ({}) pengaduan, nomor {first} sampai dengan {last}, pada {pages} halaman.{mark}",
        number_in_words(records as u64)
    )
}

/// Period and fingerprint, so that a loose cover finds its entry again.
fn code(book: &RegisterBook) -> String {
    let mark: String = book.printing.fingerprint.chars().take(20).collect::<String>().to_ascii_uppercase();
    format!("LA1:J-{mark}")
}

fn draw_leaf(book: &RegisterBook, leaf: &Leaf<'_>, n: usize, count: usize) -> PdfPage {
    let mut page = start(book);
    let title = format!(
        "BUKU REGISTER PENGADUAN {} · {}{}",
        printable(&book.office.name).text,
        printable(&book.period).text,
        version(book)
    );
    let number = format!("Halaman {n} dari {count}");
    page.text(LEFT, TITLE, bold(10.0).fitting(&title, RIGHT - LEFT - 40.0, 6.0), &title);
    page.text_right(RIGHT, TITLE, sans(8.0), &number);
    draw_heads(&mut page);
    let mut y = TOP;
    let mut n_of_book = leaf.before;
    for line in leaf.lines {
        match line {
            BookLine::Record(record) => {
                n_of_book += 1;
                draw_record(&mut page, y, n_of_book, record);
            }
            BookLine::Gap(text) => {
                let text = printable(text).text.replace('\n', " ");
                let style = bold(SIZE).fitting(&text, RIGHT - LEFT - 2.0 * PAD, 4.5);
                page.text(LEFT + PAD, y + 4.0, style, &text);
                page.rule((LEFT, y + GAP_LINE), (RIGHT, y + GAP_LINE), RULE);
            }
        }
        y += height(line);
    }
    let until = leaf.before + leaf.records;
    let sums = format!(
        "Jumlah pengaduan pada halaman ini: {}. Pindahan: {}. Jumlah sampai halaman ini: {until}.",
        leaf.records, leaf.before
    );
    page.text(LEFT, SUMS, bold(8.0), &sums);
    draw_signatures(&mut page, book, SIGNATURES, NAMES, 8.0);
    draw_footer(&mut page, book, n, count);
    page.finish()
}

fn draw_heads(page: &mut Page) {
    page.band(LEFT, HEAD_TOP, RIGHT - LEFT, 2.0 * HEAD_ROW);
    page.rule((LEFT, HEAD_TOP), (RIGHT, HEAD_TOP), 0.35);
    for (n, band) in BANDS.iter().enumerate() {
        let y = HEAD_TOP + HEAD_ROW * n as f32;
        let mut x = LEFT;
        for (label, width) in band {
            page.text(x + PAD, y + 3.6, bold(7.0), label);
            x += width;
        }
    }
    page.rule((LEFT, TOP), (RIGHT, TOP), 0.35);
}

/// Two bands; a void record says so across its second band.
fn draw_record(page: &mut Page, y: f32, n: usize, record: &BookRecord) {
    let typed = record.recorded.as_ref().map(|at| format!("dicatat {at}"));
    let received = joined([Some(record.received.clone()), typed, Some(record.channel.clone())], "\n");
    let reporter = joined([Some(record.reporter.clone()), Some(record.address.clone())], "\n");
    let about = joined([Some(record.service.clone()), Some(record.accused.clone())], "\n");
    let first = [
        n.to_string(),
        format!("{}\n{}", record.number, record.tracking),
        received,
        reporter,
        record.description.clone(),
        about,
        String::new(),
        String::new(),
    ];
    draw_band(page, y, &BANDS[0], &first, sans(SIZE), LINES_A);
    let middle = y + BAND_A;
    page.rule((LEFT + 8.0, middle), (RIGHT, middle), 0.1);
    match &record.void {
        Some(void) => {
            let text = printable(&format!("BATAL: {void}")).text;
            let lines = cell(&text, bold(SIZE), RIGHT - LEFT - 8.0 - 2.0 * PAD, LINES_B);
            for (n, line) in lines.iter().enumerate() {
                page.text(LEFT + 8.0 + PAD, middle + PAD + 2.3 + PITCH * n as f32, bold(SIZE), line);
            }
        }
        None => {
            let state = joined([Some(record.state.clone()), Some(record.sp4n.clone())], "\n");
            let second = [
                String::new(),
                record.class.clone(),
                record.complete.clone(),
                record.action.clone(),
                record.decision.clone(),
                record.conveyed.clone(),
                state,
                String::new(),
            ];
            draw_band(page, middle, &BANDS[1], &second, sans(SIZE), LINES_B);
        }
    }
    let end = middle + BAND_B;
    page.rule((LEFT, end), (RIGHT, end), RULE);
}

fn draw_band(page: &mut Page, y: f32, band: &[(&str, f32); 8], cells: &[String; 8], style: Style, most: usize) {
    let mut x = LEFT;
    for (text, (_, width)) in cells.iter().zip(band) {
        for (n, line) in cell(&printable(text).text, style, width - 2.0 * PAD, most).iter().enumerate() {
            page.text(x + PAD, y + PAD + 2.3 + PITCH * n as f32, style, line);
        }
        x += width;
    }
}

fn joined<const N: usize>(parts: [Option<String>; N], between: &str) -> String {
    parts.into_iter().flatten().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join(between)
}

fn draw_signatures(page: &mut Page, book: &RegisterBook, caption: f32, name: f32, size: f32) {
    const HALF: f32 = 90.0;
    let (post, head) = &book.head;
    let signed = [
        (LEFT + 10.0, "Pengelola pengaduan,".to_owned(), printable(&book.manager).text),
        (RIGHT - HALF, format!("Mengetahui, {}", printable(post).text), printable(head).text),
    ];
    for (x, over, under) in signed {
        page.text(x, caption, sans(size).fitting(&over, HALF, 5.0), &over);
        if under.is_empty() {
            page.rule((x, name + 0.6), (x + 55.0, name + 0.6), 0.1);
        } else {
            page.text(x, name, sans(size).fitting(&under, HALF, 5.0), &under);
        }
    }
}

fn draw_footer(page: &mut Page, book: &RegisterBook, n: usize, count: usize) {
    let printing = &book.printing;
    let device = fingerprint(&book.device);
    let parts = [
        format!("Dicetak {}", printing.at),
        printing.officer_name.clone(),
        printing.officer_code.clone(),
        fingerprint(&printing.fingerprint),
        if device.is_empty() { device } else { format!("perangkat {device}") },
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    page.text(LEFT, FOOTER, sans(6.0), &printable(&parts.join(" · ")).text);
    page.text_right(RIGHT, FOOTER, sans(6.0), &format!("Halaman {n} dari {count}"));
}
