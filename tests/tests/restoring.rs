//! A register that is lost with its PC comes back in the real window: folder of the copy, 48 digits, last number.

use loket_tests::axe::accessible;
use loket_tests::counter::{self, field, hook};
use loket_tests::dialog;
use loket_tests::window::Window;

#[test]
fn a_copy_and_the_paper_key_bring_the_register_back_on_another_pc() {
    let old = tempfile::tempdir().expect("dir");
    let mut window = Window::open("pulih-lama", old.path());
    let blocks = counter::first_start(&mut window);
    counter::sign_in(&mut window);
    let slip = counter::register(&mut window);
    window.press("Ctrl+L");
    let copies = old.path().join("cadangan");
    window.wait_until("the copy that locking makes", |_| {
        std::fs::read_dir(&copies)
            .is_ok_and(|files| files.flatten().any(|f| f.path().extension().is_some_and(|e| e == "register")))
    });
    window.close();

    let new = tempfile::tempdir().expect("dir");
    let mut window = Window::open("pulih-baru", new.path());
    window.wait_for(&field("government"));
    window.click(&hook("restore-open"));
    window.click(&hook("restore-folder"));
    dialog::choose_folder(&window, "Pilih folder cadangan", &copies);
    window.wait_for(&hook("restore-snapshot-1"));
    window.click(&field("recovery-1"));
    window.type_text(&blocks.concat());
    window.fill(&field("newPassword"), counter::PASSWORD);
    accessible(&window, "pulihkan-terisi");
    window.click(&hook("restore-start"));
    window.wait_text("button", "Masuk");
    accessible(&window, "dipulihkan");
    window.press("Enter");
    counter::sign_in(&mut window);

    window.wait_for(&hook("resume-numbers-dialog"));
    accessible(&window, "nomor-terakhir");
    window.fill(&field("lastOnPaper"), "1");
    window.press("Ctrl+Enter");
    window.wait_gone(&format!("{}[open]", hook("resume-numbers-dialog")));
    window.press("Ctrl+2");
    window.wait_text("tbody", &slip.number);
    let next = counter::register(&mut window);
    assert_eq!(next.number, slip.number.replacen("0001", "0002", 1), "the series goes on after the paper");
    window.close();
}
