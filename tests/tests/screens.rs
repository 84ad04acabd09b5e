//! Every screen and dialog of the real window over a real register: reached by keys, judged by axe-core at 100 and at
//! 125 %, and what is done there found again in the register.

use loket_tests::axe::accessible;
use loket_tests::counter::{self, field, hook};
use loket_tests::window::Window;

fn drawn(window: &Window) {
    window.wait_for("img[alt^=\"Tanda terima\"], img[alt^=\"Bukti\"], img[src^=\"data:image/png\"]");
}

#[test]
fn registering_and_the_register() {
    let register = tempfile::tempdir().expect("dir");
    let mut window = counter::new_office("layar", register.path());

    counter::new_draft(&mut window);
    accessible(&window, "aduan-baru");
    window.press("Ctrl+Enter");
    window.wait_for(&hook("error-summary"));
    accessible(&window, "aduan-galat");

    let slip = counter::register(&mut window);
    drawn(&window);
    accessible(&window, "aduan-terdaftar");

    window.press("Ctrl+2");
    window.wait_text("tbody", &slip.number);
    accessible(&window, "register");
    for tab in ["deadlines", "files", "reporter", "access", "summary"] {
        window.click(&hook(&format!("pane-tab-{tab}")));
        accessible(&window, &format!("register-{tab}"));
    }

    window.press("Ctrl+T");
    window.wait_for(&hook("step-dialog"));
    accessible(&window, "catat-langkah");
    window.fill(&field("stepText"), "Nomor antrean diperiksa di loket.");
    window.press("Ctrl+Enter");
    window.wait_gone(&format!("{}[open]", hook("step-dialog")));
    window.click(&hook("pane-tab-deadlines"));
    window.wait_text(&hook("timeline"), "Nomor antrean diperiksa di loket.");

    window.press("F2");
    window.wait_for(&hook("correct-dialog"));
    window.fill(&field("loss"), "Waktu dan ongkos");
    accessible(&window, "betulkan");
    window.press("Ctrl+Enter");
    window.wait_gone(&format!("{}[open]", hook("correct-dialog")));
    window.wait_text(&hook("timeline"), "Waktu dan ongkos");

    window.click(&hook("void"));
    window.wait_for(&hook("void-dialog"));
    window.fill(&field("reason"), "Rangkap dengan aduan lain.");
    accessible(&window, "batalkan");
    window.press("Ctrl+Enter");
    window.wait_text("tbody", "Dibatalkan");

    window.press("Ctrl+F");
    window.type_text("tidakadayangsama");
    window.wait_for(&hook("empty-list"));
    accessible(&window, "register-kosong");
    window.press("Esc");
    window.wait_text("tbody", &slip.number);
    window.press("Ctrl+P");
    window.wait_for("dialog[open]");
    accessible(&window, "cetak");
    window.press("Esc");
    window.close();
}

#[test]
fn settings_help_lock_and_the_way_back() {
    let register = tempfile::tempdir().expect("dir");
    let mut window = Window::open("layar-lain", register.path());
    window.wait_for(&field("government"));
    window.click(&hook("restore-open"));
    window.wait_for(&hook("restore-folder"));
    accessible(&window, "pulihkan");
    window.click(&hook("restore-cancel"));
    window.wait_for(&field("government"));
    counter::first_start(&mut window);
    counter::sign_in(&mut window);

    window.press("Ctrl+4");
    for section in ["office", "numbering", "days", "rules", "officers", "lists", "copies", "old", "look", "practice"] {
        window.click(&hook(&format!("section-{section}")));
        accessible(&window, &format!("pengaturan-{section}"));
    }
    window.click(&hook("section-copies"));
    window.click(&hook("copy-now"));
    window.wait_until("a copy on disk", |_| {
        std::fs::read_dir(register.path().join("cadangan"))
            .is_ok_and(|files| files.flatten().any(|f| f.path().extension().is_some_and(|e| e == "register")))
    });

    window.click(&hook("renew-key"));
    window.wait_for(&hook("renew-key-step"));
    accessible(&window, "kunci-baru");
    window.press("Ctrl+Enter");
    window.wait_for(&hook("recovery-blocks"));
    accessible(&window, "kunci-baru-tampil");
    window.press("Esc");
    window.wait_gone(&format!("{}[open]", hook("renew-key-dialog")));

    window.press("F1");
    window.wait_for(&hook("help-dialog"));
    accessible(&window, "pintasan");
    window.press("Esc");
    window.press("Ctrl+L");
    window.wait_for(&field("pin"));
    accessible(&window, "terkunci");
    window.close();

    let mut window = Window::open("layar-lain", register.path());
    window.wait_for(&field("startPassword"));
    accessible(&window, "kata-sandi");
    window.fill(&field("startPassword"), "bukan kata sandinya");
    window.press("Enter");
    window.wait_text("form", "tidak cocok");
    counter::unlock(&mut window);
    counter::sign_in(&mut window);
    window.close();
}

#[test]
fn the_practice_office_says_so_everywhere() {
    let register = tempfile::tempdir().expect("dir");
    let mut window = Window::open("latihan", register.path());
    window.wait_for(&field("government"));
    window.click(&hook("practice-enter"));
    window.wait_for(&hook("sign-in-officer-1"));
    window.press("1");
    window.wait_until("the cursor in the PIN", |w| w.focus_is(&field("pin")));
    window.type_text("246824");
    window.wait_for(&hook("officer"));
    let slip = counter::register(&mut window);
    assert!(slip.number.starts_with("LATIHAN-"), "{}", slip.number);
    drawn(&window);
    accessible(&window, "latihan-terdaftar");
    window.press("Ctrl+2");
    window.wait_text("tbody", &slip.number);
    let numbers = window.texts("tbody tr td:first-child, tbody tr th:first-child");
    assert!(numbers.iter().all(|n| n.contains("LATIHAN-")), "{numbers:?}");
    accessible(&window, "latihan-register");
    assert!(!register.path().join("register.db").exists(), "practice never makes a real register");
    window.close();
}
