//! Laporan in the real window: who did what when, whether the register holds, a bundle that is checked elsewhere; and
//! the way back for who forgot the PIN.

use loket_desk::bundle;
use loket_tests::axe::accessible;
use loket_tests::counter::{self, field, hook};
use loket_tests::dialog;
use loket_tests::window::Window;

#[test]
fn a_forgotten_pin_comes_back_and_the_log_tells_it_holds_and_is_handed_on() {
    let register = tempfile::tempdir().expect("dir");
    let outside = tempfile::tempdir().expect("dir");
    let mut window = Window::open("laporan", register.path());
    let blocks = counter::first_start(&mut window);
    window.click(&hook("forgot-pin"));
    window.wait_for(&format!("{}[open]", hook("forgotten-pin-dialog")));
    window.click(&field("forgottenKey-1"));
    window.type_text(&blocks.concat());
    window.fill(&field("newPin"), "571903");
    window.fill(&field("newPinAgain"), "571904");
    window.press("Ctrl+Enter");
    window.wait_text(&hook("forgotten-pin-dialog"), "PIN");
    accessible(&window, "lupa-pin");
    window.fill(&field("newPinAgain"), "571903");
    window.press("Ctrl+Enter");
    window.wait_gone(&format!("{}[open]", hook("forgotten-pin-dialog")));
    window.click(&field("pin"));
    window.type_text("571903");
    window.wait_for(&hook("officer"));
    let slip = counter::register(&mut window);

    window.press("Ctrl+3");
    window.wait_text("tbody", "PIN baru diberikan dengan kunci pemulihan");
    window.wait_text("tbody", &slip.number);
    accessible(&window, "jejak-akses");
    window.fill(&field("logAbout"), "9999/TIDAK/ADA");
    window.press("Enter");
    window.wait_text("main", "Tidak ada aduan atau sidik");
    accessible(&window, "tidak-dikenal");
    window.fill(&field("logAbout"), &slip.number);
    window.press("Enter");
    window.wait_until("its entries alone", |w| w.texts("tbody tr").iter().all(|row| row.contains(&slip.number)));

    window.click(&hook("check-log"));
    window.wait_text(&hook("log-check"), "Utuh.");
    accessible(&window, "utuh");
    window.click(&hook("save-bundle"));
    dialog::choose_folder(&window, "Pilih tempat bukti verifikasi", outside.path());
    window.wait_until("a bundle that holds", |_| {
        let made = std::fs::read_dir(outside.path()).ok().and_then(|mut all| all.next()).and_then(Result::ok);
        made.is_some_and(|made| bundle::check(&made.path()).is_ok_and(|checked| checked.entries > 10))
    });
    window.press("Ctrl+P");
    window.wait_for(&format!("{}[open] img", hook("print-log-dialog")));
    accessible(&window, "cetak");
    window.press("Esc");
    window.wait_gone(&format!("{}[open]", hook("print-log-dialog")));
    window.close();
}
