//! Papers of the whole office in the real window: the list, the register book and its table, blank forms with numbers
//! for a power cut; each saved through the system's dialog and read back.

use loket_tests::axe::accessible;
use loket_tests::counter::{self, field, hook};
use loket_tests::dialog;
use loket_tests::print_server::printed_text;
use loket_tests::window::Window;
use std::path::Path;

/// The screen behind a dialog has a button of that name too.
fn in_dialog(name: &str) -> String {
    format!("dialog[open] {}", hook(name))
}

fn save(window: &Window, button: &str, to: &Path) {
    window.click(&in_dialog(button));
    dialog::choose_path(window, "Simpan", to);
}

#[test]
fn the_list_the_book_and_blank_forms() {
    let register = tempfile::tempdir().expect("dir");
    let mut window = counter::new_office("kertas", register.path());
    let slip = counter::register(&mut window);

    window.press("Ctrl+2");
    window.wait_text("tbody", &slip.number);
    window.click(&hook("print-list"));
    window.wait_for("dialog[open] img[src^=\"data:image/png\"]");
    accessible(&window, "cetak-daftar");
    let list = register.path().join("daftar.pdf");
    save(&window, "save", &list);
    assert!(printed_text(&list).contains(&slip.number));

    window.click("label:has(#paper-kind-book)");
    window.wait_for(&field("book-period"));
    window.click("label:has(#book-period-year)");
    window.wait_for("dialog[open] img[src^=\"data:image/png\"]");
    accessible(&window, "cetak-buku-register");
    let book = register.path().join("buku.pdf");
    save(&window, "save", &book);
    let text = printed_text(&book);
    assert!(text.contains("BUKU REGISTER") && text.contains(&slip.number), "{text}");
    let table = register.path().join("buku.csv");
    save(&window, "save-table", &table);
    window.wait_until("the table", |_| std::fs::read_to_string(&table).is_ok_and(|rows| rows.contains(&slip.number)));
    window.press("Esc");
    window.wait_gone(&format!("{}[open]", hook("print-list-dialog")));

    window.press("Ctrl+4");
    window.click(&hook("section-numbering"));
    window.click(&hook("blank-forms"));
    window.wait_for(&field("blankCount"));
    window.fill(&field("blankCount"), "0");
    window.click(&in_dialog("save"));
    window.wait_text(&hook("blank-forms-dialog"), "Isi angka 1 sampai 50");
    window.fill(&field("blankCount"), "2");
    window.click(&field("blankReserve"));
    accessible(&window, "formulir-kosong");
    let forms = register.path().join("formulir.pdf");
    save(&window, "save", &forms);
    window.wait_until("two numbers wait", |w| w.texts(&format!("{} .num", hook("open-numbers"))).len() == 2);
    let reserved = window.texts(&format!("{} .num", hook("open-numbers")));
    let text = printed_text(&forms);
    assert!(reserved.iter().all(|number| text.contains(number)), "{reserved:?} in {text}");
    window.click(&format!("[aria-label=\"Tidak dipakai … {}\"]", reserved[1]));
    window.fill(&field("unusedReason"), "Formulirnya basah.");
    accessible(&window, "nomor-tidak-dipakai");
    window.click(".reason button:last-child");
    window.wait_until("one number waits", |w| w.texts(&format!("{} .num", hook("open-numbers"))).len() == 1);
    window.press("Esc");
    window.wait_gone(&format!("{}[open]", hook("blank-forms-dialog")));
    window.close();
}
