//! A complaint from its evidence to its void, in the real window: files come in by dialog and by paste, are shown
//! inside the program and saved outside; a number whose receipt is in hand is voided and taken back.

use loket_tests::axe::accessible;
use loket_tests::counter::{self, field, hook};
use loket_tests::dialog;

/// A small grey picture.
const PICTURE: &[u8] = include_bytes!("../fixtures/abu-abu.png");

/// Pastes a file into the form, as the clipboard of a screenshot does.
const PASTE: &str = "
    const file = new File([Uint8Array.from(atob(arguments[0]), (c) => c.charCodeAt(0))], arguments[1], { type: 'image/png' });
    const data = new DataTransfer();
    data.items.add(file);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";

#[test]
fn files_come_in_are_shown_and_go_out_unchanged() {
    use base64::Engine;
    let register = tempfile::tempdir().expect("dir");
    let outside = tempfile::tempdir().expect("dir");
    let photo = outside.path().join("foto antrean.png");
    std::fs::write(&photo, PICTURE).expect("a file to attach");
    let empty = outside.path().join("kosong.png");
    std::fs::write(&empty, b"").expect("an empty file");

    let mut window = counter::new_office("berkas", register.path());
    counter::new_draft(&mut window);
    window.press("Ctrl+O");
    dialog::choose_path(&window, "Pilih lampiran", &photo);
    window.wait_text("#attachments", "foto antrean.png");
    window.press("Ctrl+O");
    dialog::choose_path(&window, "Pilih lampiran", &empty);
    window.wait_text("#attachments [role=alert]", "kosong");
    window.click(&field("description"));
    window.run(PASTE, &[base64::engine::general_purpose::STANDARD.encode(PICTURE).into(), "tempel.png".into()]);
    window.wait_text("#attachments", "tempel.png");
    accessible(&window, "lampiran");

    let slip = counter::fill_and_register(&mut window);
    window.press("Ctrl+2");
    window.wait_text("tbody", &slip.number);
    window.click(&hook("pane-tab-files"));
    window.wait_text("section, ul", "tempel.png");
    window.click("button[aria-label$=\"foto antrean.png\"]");
    window.wait_for(&format!("{} img[src^=\"data:image/jpeg\"]", hook("attachment-view")));
    accessible(&window, "lampiran-tampil");
    window.press("Esc");
    let saved = outside.path().join("keluar.png");
    window.click("button[aria-label^=\"Simpan\"][aria-label$=\"foto antrean.png\"]");
    dialog::choose_path(&window, "Simpan", &saved);
    window.wait_until("the saved file", |_| std::fs::read(&saved).is_ok_and(|bytes| bytes == PICTURE));
    window.click(&hook("pane-tab-access"));
    window.wait_text("ol, ul", "Lampiran disimpan di luar program");
    window.close();
}

#[test]
fn a_number_whose_receipt_is_in_hand_is_voided_and_taken_back() {
    let register = tempfile::tempdir().expect("dir");
    let mut window = counter::new_office("batal", register.path());
    let slip = counter::register(&mut window);
    counter::save_receipt(&window, &register.path().join("Tanda terima.pdf"));
    window.click(&field("handedOver"));
    window.wait_until("the check stays", |w| !w.find_all("#handedOver:disabled").is_empty());
    window.press("Ctrl+2");
    window.wait_text("tbody", &slip.number);
    window.click(&hook("void"));
    window.wait_text(&hook("void-dialog"), "sudah di tangan pelapor");
    window.fill(&field("reason"), "Rangkap dengan aduan lain.");
    accessible(&window, "sudah-diserahkan");
    window.press("Ctrl+Enter");
    window.wait_text("tbody", "Dibatalkan");
    window.wait_text(&hook("message-text"), "batal");
    accessible(&window, "beri-tahu");
    window.click(&hook("unvoid"));
    window.fill(&field("reason"), "Salah pilih.");
    window.press("Ctrl+Enter");
    window.wait_until("the number counts again", |w| !w.texts("tbody").concat().contains("Dibatalkan"));
    window.close();
}
