//! The help and the print panel in the real window with a real print system; and the pictures of the *panduan kilat*,
//! made from that window. `LOKET_WRITE_PICTURES=1` writes them anew into `docs/pictures`.

use std::path::Path;

use loket_tests::axe::accessible;
use loket_tests::counter::{self, field, hook};
use loket_tests::places;
use loket_tests::print_server::{PrintServer, printed_text};
use loket_tests::window::Window;

/// All pictures of the guide together may weigh so much: they are part of the program.
const HEAVIEST: u64 = 300 * 1024;

/// A picture of the guide: half as wide as the window, in greys.
fn keep(window: &Window, name: &str) {
    let taken = window.screenshot(name);
    if std::env::var_os("LOKET_WRITE_PICTURES").is_some() {
        let kept = places::repository().join(format!("docs/pictures/{name}.png"));
        std::fs::write(kept, halved(&std::fs::read(taken).expect("a screenshot"))).expect("a picture of the guide");
    }
}

/// Means of two by two pixels.
fn halved(bytes: &[u8]) -> Vec<u8> {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().expect("a PNG");
    let mut buffer = vec![0; reader.output_buffer_size().expect("its size")];
    let info = reader.next_frame(&mut buffer).expect("a frame");
    let (step, wide) = (info.color_type.samples(), info.width as usize);
    let grey = |x: usize, y: usize| {
        let pixel = &buffer[(y * wide + x) * step..][..step];
        pixel.iter().take(3).map(|c| u32::from(*c)).sum::<u32>() / pixel.len().min(3) as u32
    };
    let (w, h) = (wide / 2, info.height as usize / 2);
    let corners = |x: usize, y: usize| {
        grey(2 * x, 2 * y) + grey(2 * x + 1, 2 * y) + grey(2 * x, 2 * y + 1) + grey(2 * x + 1, 2 * y + 1)
    };
    let pixels: Vec<u8> =
        (0..h).flat_map(|y| (0..w).map(move |x| (x, y))).map(|(x, y)| (corners(x, y) / 4) as u8).collect();
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, w as u32, h as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::High);
    encoder.write_header().expect("head").write_image_data(&pixels).expect("pixels");
    out
}

#[test]
fn the_panel_prints_what_is_seen_and_the_help_prints_its_guide() {
    let server = PrintServer::start();
    let (paper, _other) = (server.printer_of_a4_and_f4("Depan"), server.printer("TU"));
    server.admin("lpadmin", &["-d", "Depan"]);
    let register = tempfile::tempdir().expect("dir");
    let mut window = Window::open_beside("cetak", register.path(), &server.socket());
    window.wait_for(&field("government"));
    window.press("F1");
    window.wait_text(&hook("help-page"), "Pengaturan awal");
    accessible(&window, "bantuan-awal");
    window.press("Esc");
    counter::first_start(&mut window);
    counter::sign_in(&mut window);

    counter::new_draft(&mut window);
    window.type_text("Melati Contohwati\n089900000139\n\nJalan Andaikan Nomor 7");
    window.fill(&field("description"), "Loket pendaftaran tutup sebelum pukul dua belas.");
    window.wait_text(&hook("draft-state"), "tersimpan");
    keep(&window, "panduan-1");
    window.press("F1");
    window.wait_text(&hook("help-page"), "Aduan baru");
    accessible(&window, "bantuan-aduan");
    window.press("Esc");
    window.wait_until("the cursor back in the description", |w| w.focus_is("#description"));

    window.press("Ctrl+Enter");
    window.wait_for(&hook("registered"));
    let number = window.wait_text(&hook("register-number"), "/");
    window.wait_for("aside img");
    let chosen = "return document.getElementById('printer')?.selectedOptions[0]?.text";
    window.wait_until("the printer with its state", |w| w.run(chosen, &[]) == "Printer loket depan (Loket A) · siap");
    accessible(&window, "terdaftar");
    keep(&window, "panduan-2");

    // A paper that this printer does not know: another one is offered, nothing is lost.
    window.run("const s = document.getElementById('printer-form'); s.value = 'a5'; s.dispatchEvent(new Event('change', { bubbles: true }));", &[]);
    window.wait_text("aside [role=status]", "tidak mengenal kertas");
    window.click(&hook("print"));
    window.wait_text(&hook("print-problem"), "tidak mengenal ukuran kertas");
    accessible(&window, "kertas-tidak-dikenal");
    window.run("const s = document.getElementById('printer-form'); s.value = 'a4_two'; s.dispatchEvent(new Event('change', { bubbles: true }));", &[]);

    // A paused queue: the paper waits, is taken back, and goes to the other printer.
    server.admin("cupsdisable", &["Depan"]);
    window.click(&hook("print"));
    window.wait_text(&hook("print-state"), "menunggu: dijeda");
    accessible(&window, "menunggu");
    window.click(&hook("cancel-print"));
    window.wait_text(&hook("print-problem"), "dibatalkan");
    server.admin("cupsenable", &["Depan"]);
    window.press("Enter");
    window.wait_text(&hook("print-state"), "Dicetak 2 rangkap");
    assert!(printed_text(&paper).contains(number.trim()), "the number on paper is the number on screen");
    accessible(&window, "tercetak");

    window.press("Ctrl+2");
    window.wait_text("tbody", number.trim());
    window.wait_text(&hook("complaint-pane"), number.trim());
    keep(&window, "panduan-3");
    window.click(&hook("pane-tab-access"));
    window.wait_text("ol, ul", "cetakan dibatalkan");
    window.press("Ctrl+P");
    window.wait_for("dialog[open] img");
    accessible(&window, "dialog-cetak");
    window.press("Esc");

    window.press("F1");
    window.wait_text(&hook("help-page"), "Menemukan aduan");
    accessible(&window, "bantuan-register");
    window.click("label:has(#helpPart-keys)");
    window.wait_text("dialog[open]", "Catat langkah");
    accessible(&window, "pintasan");
    window.click(&hook("print-keys"));
    window.wait_for(&format!("{} img", hook("help-print-dialog")));
    accessible(&window, "pintasan-cetak");
    window.press("Esc");
    window.click("label:has(#helpPart-page)");
    window.click(&hook("print-guide"));
    window.wait_for(&format!("{} img", hook("help-print-dialog")));
    window.press("Enter");
    window.wait_text(&format!("{} {}", hook("help-print-dialog"), hook("print-state")), "Tercetak");
    assert!(printed_text(&paper).contains("Panduan Kilat"));
    window.press("Esc");
    window.press("Esc");
    // Large text loses nothing.
    for _ in 0..8 {
        window.press("Ctrl++");
    }
    window.press("F1");
    window.wait_for(&hook("help-page"));
    accessible(&window, "bantuan-200");
    window.press("Esc");
    window.close();
}

#[test]
fn the_pictures_of_the_guide_are_there_and_light() {
    let folder = places::repository().join("docs/pictures");
    let weight =
        |n: u32| Path::metadata(&folder.join(format!("panduan-{n}.png"))).expect("a picture of the guide").len();
    let weights = [weight(1), weight(2), weight(3)];
    assert!(weights.iter().sum::<u64>() <= HEAVIEST, "{weights:?}");
    assert!(weights.iter().all(|w| *w > 10_000), "screens, no blanks: {weights:?}");
}
