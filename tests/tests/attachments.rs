//! Attachments in the real window: many at once, cancelled, from the scanner's folder, enlarged, and without camera data.

use loket_tests::axe::accessible;
use loket_tests::counter::{self, field, hook};
use loket_tests::dialog;
use loket_tests::window::Window;
use std::path::Path;

/// An invented photo with a place, a maker and a comment, stored lying.
const PHOTO: &[u8] = include_bytes!("../fixtures/foto-gps.jpg");

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    bytes.windows(needle.len()).any(|w| w == needle)
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    std::fs::write(folder.join(name), bytes).expect("a file");
}

/// Opens the office and an empty form.
fn at_the_form(name: &str, register: &Path) -> Window {
    let mut window = counter::new_office(name, register);
    counter::new_draft(&mut window);
    window
}

#[test]
fn many_files_come_in_at_once_and_leave_without_the_cameras_data() {
    let register = tempfile::tempdir().expect("dir");
    let folder = tempfile::tempdir().expect("dir");
    for n in 1..=6 {
        write(folder.path(), &format!("foto {n}.jpg"), PHOTO);
    }
    write(folder.path(), "kosong.pdf", b"");
    write(folder.path(), "foto-loket.heic", b"\0\0\0\x18ftypheic\0\0\0\0");
    let mut window = at_the_form("lampiran", register.path());
    accessible(&window, "kosong");
    window.press("Ctrl+O");
    dialog::choose_all_in(&window, "Pilih lampiran", folder.path());
    window.wait_text(
        "#attachments [role=alert]",
        "foto-loket.heic belum dilampirkan: jenis berkas ini tidak dapat dibuka.",
    );
    window.wait_text("#attachments [role=alert]", "kosong.pdf belum dilampirkan: berkas ini kosong.");
    window.wait_text("#attachments .files", "foto 6.jpg");
    window.wait_text(&hook("taking-list"), "6 berkas tersimpan, 2 belum dilampirkan.");
    accessible(&window, "banyak");
    window.click(&hook("taking-dismiss"));
    window.wait_gone(&hook("taking-list"));

    let slip = counter::fill_and_register(&mut window);
    window.press("Ctrl+2");
    window.wait_text("tbody", &slip.number);
    window.click(&hook("pane-tab-files"));
    window.click("button[aria-label=\"Tampilkan foto 3.jpg\"]");
    window.wait_for(&format!("{} img[src^=\"data:image/jpeg\"]", hook("attachment-view")));
    accessible(&window, "tampil");
    window.click(&hook("enlarge"));
    window.wait_for(&hook("enlarge-dialog"));
    accessible(&window, "perbesar");
    window.click(&hook("enlarge-size"));
    window.wait_text(&hook("enlarge-size"), "Paskan ke layar");
    accessible(&window, "ukuran-penuh");
    window.press("Esc");
    window.wait_gone(&hook("enlarge-dialog"));

    let (clean, original) = (folder.path().join("bersih.jpg"), folder.path().join("asli.jpg"));
    window.click("button[aria-label=\"Simpan tanpa data kamera: foto 3.jpg\"]");
    dialog::choose_path(&window, "Simpan", &clean);
    window.wait_until("the clean copy", |_| clean.exists());
    let copy = std::fs::read(&clean).expect("the copy");
    for needle in [b"KAMERA-CONTOH".as_slice(), b"ns.adobe.com", &54_321_u32.to_le_bytes()] {
        assert!(contains(PHOTO, needle) && !contains(&copy, needle));
    }
    window.click("button[aria-label$=\"(dengan data kamera): foto 3.jpg\"]");
    window.wait_for(&hook("original-dialog"));
    accessible(&window, "asli");
    window.click(&hook("commit"));
    dialog::choose_path(&window, "Simpan", &original);
    window.wait_until("the original", |_| std::fs::read(&original).is_ok_and(|bytes| bytes == PHOTO));
    window.click(&hook("pane-tab-access"));
    window.wait_text("ol, ul", "tanpa data kamera");
    window.wait_text("ol, ul", "berkas asli");
    window.close();
}

#[test]
fn cancelling_stops_the_rest_and_typing_goes_on_meanwhile() {
    let register = tempfile::tempdir().expect("dir");
    let folder = tempfile::tempdir().expect("dir");
    let mut large = vec![0x20; 12 << 20];
    large[..8].copy_from_slice(b"%PDF-1.7");
    for n in 0..40 {
        write(folder.path(), &format!("{n:02}.pdf"), &large);
    }
    let mut window = at_the_form("lampiran-batal", register.path());
    window.press("Ctrl+O");
    dialog::choose_all_in(&window, "Pilih lampiran", folder.path());
    window.wait_for(&hook("taking-cancel"));
    window.fill(&field("phone"), "0899");
    window.wait_text("#attachments .files", ".pdf");
    window.screenshot("sedang-dibaca");
    window.click(&hook("taking-cancel"));
    window.wait_text(&hook("taking-list"), "dibatalkan");
    assert!(window.value(&field("phone")).contains("0899"), "what was typed meanwhile stands");
    accessible(&window, "sesudah");
    let taken = window.find_all("#attachments .files li").len();
    assert!((1..40).contains(&taken), "{taken} of 40");
    counter::fill_and_register(&mut window);
    window.close();
}

#[test]
fn scans_are_taken_from_their_folder_and_a_folder_that_goes_stops_nothing() {
    let register = tempfile::tempdir().expect("dir");
    let place = tempfile::tempdir().expect("dir");
    let folder = place.path().join("Pindaian");
    std::fs::create_dir(&folder).expect("the scanner's folder");
    let mut window = at_the_form("pindaian", register.path());
    window.press("Ctrl+Shift+O");
    window.wait_for(&hook("scans-choose"));
    accessible(&window, "pilih");
    window.click(&hook("scans-choose"));
    dialog::choose_folder(&window, "Pilih folder pindaian", &folder);
    window.wait_text(&hook("scans-panel"), "Folder pindaian: Pindaian");
    window.wait_text(&hook("scans-panel"), "Belum ada pindaian baru");
    write(&folder, "pindai 0001.jpg", PHOTO);
    write(&folder, "pindai 0002.jpg", PHOTO);
    window.wait_for("button[aria-label=\"Ambil pindai 0001.jpg\"]");
    window.wait_for("button[aria-label=\"Ambil pindai 0002.jpg\"]");
    accessible(&window, "baru");
    window.run("document.querySelector('button[aria-label=\"Ambil pindai 0001.jpg\"]').focus()", &[]);
    window.press("Enter");
    window.wait_text("#attachments .files", "pindai 0001.jpg");
    window.wait_text(&hook("scans-panel"), "sudah diambil");
    assert_eq!(std::fs::read(folder.join("pindai 0001.jpg")).expect("the scan stays"), PHOTO);

    std::fs::remove_dir_all(&folder).expect("pulled out");
    window.wait_text(&hook("scans-panel"), "Folder Pindaian tidak ditemukan. Isian dan lampiran lain tetap.");
    accessible(&window, "hilang");
    window.click(&field("phone"));
    window.type_text("0899");
    std::fs::create_dir(&folder).expect("back");
    write(&folder, "pindai 0003.jpg", PHOTO);
    window.wait_for("button[aria-label=\"Ambil pindai 0003.jpg\"]");
    window.run("document.querySelector('[data-testid=scans-panel]').focus()", &[]);
    window.press("Esc");
    window.wait_gone(&hook("scans-panel"));
    window.wait_until("the focus returns", |w| w.focus_is(&hook("scans-open")));
    counter::fill_and_register(&mut window);
    window.close();
}
