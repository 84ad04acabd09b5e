//! Paper b, the complaint form: A4 front and back, blank with lines to write on, or filled and flowing on.

use loket_domain::paper::{ComplaintForm, FormAnswers, Representation};
use loket_domain::vocabulary::IdentityMode;

use super::PaperError;
use super::file::{Properties, write};
use super::font::{bold, sans};
use super::form_flow::{Flow, LEFT, RIGHT, ROW, SIZE, TITLE, VALUE, Value};
use super::head::{HeadGrid, draw_head};
use super::logo::arms;
use super::page::RULE;
use super::qr::Square;
use super::receipt_parts::{NOT_FILLED, sentence};
use super::text::{printable, wrap};

/// The box for the story on a blank form.
const STORY: f32 = 70.0;
const SIGNATURE_BLOCK: f32 = 52.0;
const ATTORNEY_BLOCK: f32 = 62.0;

const HEAD: HeadGrid =
    HeadGrid { left: LEFT, right: 163.0, arms: (10.0, 16.0, 19.0), rows: (13.5, 20.0, 25.5), sizes: (10.0, 13.0, 8.0) };

const INTRODUCTION: &str = "Layanan ini tidak dipungut biaya. Petugas siap membantu mengisinya. Bagian bertanda * diperlukan agar berkas lengkap.";
const NAMELESS: &str = "Tanpa nama dan alamat, kami tidak dapat memberi tanda terima atau kabar.";
const WITHHELD: &str = "Identitas dirahasiakan [Pasal\u{a0}42\u{a0}ayat\u{a0}(5)]";
const TRUTH: &str = "Keterangan ini saya berikan dengan sebenarnya.";
const STAMP_DUTY: &str = "Catatan: Undang-Undang Nomor 25 Tahun 2009 tidak mensyaratkan meterai pada surat kuasa ini.";

/// Renders forms, one after another: a stack of blanks is one print job.
///
/// # Errors
/// `Code` if the payload of the square code is too long; `Write` if the file cannot be composed.
pub fn complaint_forms(forms: &[ComplaintForm]) -> Result<Vec<u8>, PaperError> {
    let picture = forms.first().and_then(|form| arms(form.office.logo.as_ref()));
    let mut pages = Vec::new();
    for form in forms {
        let mut flow = Flow::new(form);
        draw_head(&mut flow.page, &HEAD, &form.office, picture.as_ref());
        draw_form(&mut flow, form)?;
        pages.extend(flow.finish());
    }
    let made_unix = forms.first().map_or(0, |form| form.printing.at_unix);
    let title = match forms {
        [ComplaintForm { number: Some(number), .. }] => format!("Formulir Pengaduan Nomor {number}"),
        _ => "Formulir Pengaduan".to_owned(),
    };
    write(&Properties { title, made_unix }, picture, pages)
}

fn draw_form(flow: &mut Flow<'_>, form: &ComplaintForm) -> Result<(), PaperError> {
    flow.page.rule((LEFT, 31.0), (165.0, 31.0), 0.35);
    flow.page.text(LEFT, 38.0, bold(14.0), TITLE);
    if let Some(code) = &form.code {
        let square = Square::new(code)?;
        square.draw(&mut flow.page, RIGHT - 20.0, 10.0, 20.0);
    }
    if form.answers.as_ref().is_some_and(|a| a.restricted) {
        flow.page.text_right(RIGHT, 38.0, bold(11.0), "RAHASIA");
    }
    flow.y = 39.5;
    flow.line(INTRODUCTION, 9.0);
    if let Some(number) = &form.number {
        let number = format!("Nomor {number}");
        flow.y += 5.2;
        flow.page.text(LEFT, flow.y, bold(11.0), &number);
    }
    flow.y += 2.0;
    let answers = form.answers.as_ref();
    reporter(flow, answers);
    complaint(flow, answers);
    wishes(flow, answers);
    signature(flow, form);
    officer(flow, form);
    attorney(flow, form);
    Ok(())
}

/// Lines on a blank; `belum diisi` where a starred field is empty; nothing where an optional one is.
fn value(answers: Option<&FormAnswers>, of: impl Fn(&FormAnswers) -> &str, lines: usize, label: &str) -> Option<Value> {
    let Some(answers) = answers else { return Some(Value::Lines(lines)) };
    match of(answers).trim() {
        "" if label.contains('*') => Some(Value::Text(NOT_FILLED.to_owned())),
        "" => None,
        text => Some(Value::Text(text.to_owned())),
    }
}

fn asked(
    flow: &mut Flow<'_>,
    answers: Option<&FormAnswers>,
    label: &str,
    lines: usize,
    of: impl Fn(&FormAnswers) -> &str,
) {
    if let Some(value) = value(answers, of, lines, label) {
        flow.row(label, &value);
    }
}

fn tick(on: bool) -> &'static str {
    if on { "■" } else { "□" }
}

fn reporter(flow: &mut Flow<'_>, answers: Option<&FormAnswers>) {
    flow.bar("A. Pelapor");
    match answers.map(|a| a.identity_mode) {
        Some(IdentityMode::None) => {
            flow.row("1.–5.", &Value::Text(format!("Tanpa identitas. {NAMELESS}")));
            return;
        }
        Some(IdentityMode::Confidential) => flow.row("1.–5.", &Value::Text(WITHHELD.to_owned())),
        _ => {
            asked(flow, answers, "1. Nama lengkap*", 1, |a| &a.name);
            asked(flow, answers, "2. Alamat lengkap*", 2, |a| &a.address);
            asked(flow, answers, "3. Telepon atau WhatsApp", 1, |a| &a.phone);
            asked(flow, answers, "4. Pos-el", 1, |a| &a.email);
            asked(flow, answers, "5. NIK (boleh tidak diisi)", 1, |a| &a.nik_masked);
        }
    }
    const LABEL: &str = "6. Saya mengadu:";
    match answers.map(|a| &a.representation) {
        None => {
            let blank = "□ untuk diri sendiri\n□ sebagai kuasa dari ………………………………………………………\n□ mewakili kelompok atau badan ……………………………………………";
            flow.row(LABEL, &Value::Text(blank.to_owned()));
            let confidential = "□ Saya meminta nama dan identitas saya dirahasiakan. Alasannya:";
            flow.row("7.", &Value::Text(confidential.to_owned()));
            let y = flow.y + 4.0;
            flow.dots(VALUE, y);
            flow.y += 6.5;
            flow.line(NAMELESS, 8.0);
            flow.y += 1.5;
        }
        Some(Representation::Oneself) => flow.row(LABEL, &Value::Text("untuk diri sendiri".to_owned())),
        Some(Representation::Proxy { .. }) if hides(answers) => {
            flow.row(LABEL, &Value::Text("sebagai kuasa".to_owned()));
        }
        Some(Representation::Proxy { giver, .. }) => {
            flow.row(LABEL, &Value::Text(format!("sebagai kuasa dari {giver}")));
        }
        Some(Representation::Group { name }) => {
            flow.row(LABEL, &Value::Text(format!("mewakili kelompok atau badan {name}")));
        }
    }
    if hides(answers) {
        let chosen = format!("{} Saya meminta nama dan identitas saya dirahasiakan.", tick(true));
        flow.row("7.", &Value::Text(chosen));
    }
}

fn hides(answers: Option<&FormAnswers>) -> bool {
    answers.is_some_and(|a| a.identity_mode == IdentityMode::Confidential)
}

fn complaint(flow: &mut Flow<'_>, answers: Option<&FormAnswers>) {
    flow.bar("B. Pengaduan");
    asked(flow, answers, "8. Layanan atau unit yang diadukan", 1, |a| &a.service);
    asked(flow, answers, "9. Tanggal dan tempat menerima layanan", 1, |a| &a.event);
    asked(flow, answers, "10. Petugas yang diadukan (jika diketahui)", 1, |a| &a.accused);
    const STORY_LABEL: &str = "11. Ceritakan apa yang terjadi dan apa yang tidak sesuai dengan standar pelayanan*";
    match answers {
        None => {
            flow.keep(STORY + 6.0);
            flow.line(STORY_LABEL, 9.5);
            let top = flow.y + 1.5;
            flow.page.frame(LEFT, top, RIGHT - LEFT, STORY);
            for n in 1..(STORY / ROW) as usize {
                let y = top + ROW * n as f32;
                flow.page.dotted((LEFT + 2.0, y), (RIGHT - 2.0, y));
            }
            flow.y = top + STORY + 2.0;
        }
        Some(_) => asked(flow, answers, STORY_LABEL, 1, |a| &a.description),
    }
    flow.bar("C. Kerugian*");
    match answers {
        None => {
            let money = "Rp …………………………   Rinciannya: ………………………………………………";
            flow.row("12. Uang atau barang (materiel):", &Value::Text(money.to_owned()));
            flow.row("13. Kerugian lain, misalnya waktu atau tenaga (imateriel):", &Value::Lines(1));
        }
        Some(_) => asked(flow, answers, "12.–13. Kerugian*", 1, |a| &a.loss),
    }
}

fn wishes(flow: &mut Flow<'_>, answers: Option<&FormAnswers>) {
    flow.bar("D. Permintaan*");
    asked(flow, answers, "14. Penyelesaian yang saya minta*:", 2, |a| &a.settlement);
    let claim = format!("{} Saya meminta ganti rugi sebesar Rp ……………………………………", tick(false));
    flow.row("15.", &Value::Text(claim));
    flow.bar("E. Bukti");
    asked(flow, answers, "16. Yang saya lampirkan:", 2, |a| &a.attachments);
    flow.row("17. Dokumen yang saya perlukan dari kantor ini:", &Value::Lines(1));
    flow.bar("F. Pilihan");
    let apart = "□ Saya tidak bersedia dipertemukan dengan pihak yang diadukan karena";
    flow.row("18.", &Value::Text(apart.to_owned()));
    let y = flow.y + 4.0;
    flow.dots(VALUE, y);
    flow.y += 6.5;
    let ways = "□ surat   □ pos-el   □ WhatsApp   □ saya ambil";
    flow.row("19. Jawaban dikirim melalui:", &Value::Text(ways.to_owned()));
}

fn signature(flow: &mut Flow<'_>, form: &ComplaintForm) {
    flow.keep(SIGNATURE_BLOCK);
    flow.y += 2.0;
    flow.line(TRUTH, 10.0);
    flow.y += 5.5;
    let place = "…………………………*, …………………………*, pukul ……………*";
    flow.page.text(LEFT, flow.y, sans(SIZE), place);
    flow.page.text_centred(163.0, flow.y, sans(SIZE), "Tanda tangan* dan nama");
    let witnesses = ["Jika memakai cap jempol, saksi:", "1. ……………………………………", "2. ……………………………………"];
    for (n, line) in witnesses.iter().enumerate() {
        flow.page.text(LEFT, flow.y + 8.0 + 6.5 * n as f32, sans(8.5), line);
    }
    let name = form.answers.as_ref().filter(|a| a.identity_mode == IdentityMode::Open).map(|a| a.name.clone());
    match name.map(|name| flow.clean(&name)).filter(|name| !name.is_empty()) {
        Some(name) => flow.page.text_centred(163.0, flow.y + 22.0, sans(SIZE).fitting(&name, 62.0, 6.0), &name),
        None => flow.page.dotted((133.0, flow.y + 22.0), (193.0, flow.y + 22.0)),
    }
    flow.y += 25.0;
    let whom = printable(&form.data_protection).text;
    let ask = if whom.is_empty() { String::new() } else { format!(" Hubungi {}", sentence(&whom)) };
    let notice = format!(
        "Data pribadi. Kantor ini menggunakan data di atas hanya untuk menangani pengaduan (Pasal\u{a0}20 ayat\u{a0}(2) huruf\u{a0}c dan huruf\u{a0}e Undang-Undang Nomor\u{a0}27 Tahun\u{a0}2022). Bapak/Ibu berhak melihat, memperbaiki, dan meminta salinannya.{ask}"
    );
    flow.line(&notice, 8.0);
}

fn officer(flow: &mut Flow<'_>, form: &ComplaintForm) {
    flow.keep(16.0);
    flow.y += 2.0;
    flow.page.frame(LEFT, flow.y, RIGHT - LEFT, 12.5);
    let known = form.answers.as_ref();
    let or_dots = |text: &str, dots: &str| if text.is_empty() { dots.to_owned() } else { text.to_owned() };
    let number = or_dots(form.number.as_deref().unwrap_or_default(), "……………………………");
    let received = or_dots(known.map_or("", |a| &a.received), "…………………………, pukul …………");
    let first = format!("Diisi petugas: Nomor {number}   Diterima {received}");
    let helper = or_dots(known.map_or("", |a| &a.helper), "…………………………………");
    let second = format!(
        "Dibantu menulis oleh {helper};   {} sudah dibacakan kembali kepada pelapor",
        tick(known.is_some_and(|a| a.read_back))
    );
    for (n, line) in [first, second].iter().enumerate() {
        let line = flow.clean(line);
        let style = sans(9.0).fitting(&line, RIGHT - LEFT - 4.0, 6.0);
        flow.page.text(LEFT + 2.0, flow.y + 5.0 + 5.2 * n as f32, style, &line);
    }
    flow.y += 14.0;
}

/// The letter of attorney at the foot: filled in by hand, and only by those who need it.
fn attorney(flow: &mut Flow<'_>, form: &ComplaintForm) {
    if form.answers.as_ref().is_some_and(|a| matches!(a.representation, Representation::Oneself)) {
        return;
    }
    flow.keep(ATTORNEY_BLOCK);
    flow.y += 2.0;
    flow.page.rule((LEFT, flow.y), (RIGHT, flow.y), RULE);
    flow.y += 5.5;
    flow.page.text(LEFT, flow.y, bold(11.0), "SURAT KUASA");
    flow.y += 1.0;
    const DOTS: &str = "……………………………………………";
    let office = printable(&form.office_name).text;
    let text = format!(
        "Saya, {DOTS}, alamat {DOTS}{DOTS}, memberi kuasa kepada {DOTS}, alamat {DOTS}{DOTS}, untuk mengajukan pengaduan tentang {DOTS} kepada {office}, melengkapi berkas, memberi keterangan, dan menerima jawaban atas nama saya. Kuasa ini berlaku sejak ……………………… sampai pengaduan selesai atau kuasa saya cabut."
    );
    for line in wrap(&text, sans(9.0), RIGHT - LEFT) {
        flow.y += 5.4;
        flow.page.text(LEFT, flow.y, sans(9.0), &line);
    }
    flow.y += 6.0;
    let city = printable(&form.city).text;
    let place = if city.is_empty() { "…………………………".to_owned() } else { city };
    flow.page.text(LEFT, flow.y, sans(9.0), &format!("{place}, ………………………"));
    flow.page.text(88.0, flow.y, sans(9.0), "Penerima kuasa,");
    flow.page.text(145.0, flow.y, sans(9.0), "Pemberi kuasa,");
    flow.y += 14.0;
    flow.page.dotted((88.0, flow.y), (135.0, flow.y));
    flow.page.dotted((145.0, flow.y), (RIGHT, flow.y));
    flow.y += 1.0;
    flow.line(STAMP_DUTY, 7.5);
}
