//! A complaint told twice, at the counter in the real window: linked by Ctrl+G, merged after a question, separated again.

use loket_tests::axe::accessible;
use loket_tests::counter::{self, field, hook};
use loket_tests::window::Window;

/// Opens an empty form and types a person who has the telephone of the first one.
fn second(window: &mut Window, name: &str, story: &str) {
    counter::new_draft(window);
    window.type_text(&format!("{name}\n089900000139"));
    window.wait_for(&hook("similar-hit"));
    assert!(window.focus_is("#phone"), "a hint moves no focus");
    window.fill(&field("address"), "Jalan Andaikan Nomor 9, RT 03/RW 02");
    window.fill(&field("description"), story);
}

#[test]
fn a_hint_is_linked_merged_and_separated() {
    let register = tempfile::tempdir().expect("dir");
    let mut window = counter::new_office("mirip", register.path());
    let first = counter::register(&mut window);

    second(
        &mut window,
        "Melati Contohwati",
        "Loket pendaftaran tutup sebelum pukul dua belas, antreannya masih panjang.",
    );
    accessible(&window, "mungkin-sudah-pernah");
    window.press("Ctrl+g");
    window.wait_for(&hook("unlink-similar"));
    accessible(&window, "ditautkan");
    window.press("Ctrl+Enter");
    window.wait_for(&hook("registered"));
    let linked = window.wait_text(&hook("register-number"), "/");
    assert_ne!(linked, first.number);

    second(
        &mut window,
        "Hartono Umpama",
        "Saya juga berdiri di antrean itu; loket pendaftaran tutup sebelum pukul dua belas.",
    );
    window.wait_until("the first one among the hints", |w| {
        w.texts(&hook("similar-hit")).concat().contains(&first.number)
    });
    window.click(&format!("article[aria-label=\"{}\"] {}", first.number, hook("merge-similar")));
    window.wait_text(&hook("merge-dialog"), "Hartono Umpama menjadi pelapor tambahan");
    accessible(&window, "gabungkan");
    window.press("Ctrl+Enter");
    window.wait_for(&hook("registered"));
    assert_eq!(window.wait_text(&hook("register-number"), "/"), first.number);
    assert_ne!(window.wait_text(&hook("tracking-code"), "-"), first.tracking_code);
    window.wait_for("img[alt^=\"Tanda terima\"], img[src^=\"data:image/png\"]");
    accessible(&window, "pelapor-tambahan");
    let receipt = register.path().join("Tanda terima kedua.pdf");
    counter::save_receipt(&window, &receipt);
    window.click(&field("handedOver"));
    window.wait_until("the check stays", |w| !w.find_all("#handedOver:disabled").is_empty());

    window.click(&hook("open-complaint"));
    window.wait_text(&hook("complaint-pane"), &first.number);
    window.click(&hook("pane-tab-summary"));
    window.wait_text(&hook("links"), &linked);
    accessible(&window, "tautan");
    window.click(&hook("pane-tab-reporter"));
    window.wait_text(&hook("reporters"), "Pelapor ke-2");
    accessible(&window, "pelapor");
    window.press("Ctrl+t");
    window.wait_for(&hook("step-dialog"));
    window.click("label:has(#stepKind-answered)");
    window.wait_for(&field("stepTo"));
    accessible(&window, "disampaikan-kepada");
    window.press("Esc");
    window.click(&hook("separate"));
    window.wait_for(&hook("separate-dialog"));
    window.press("Ctrl+Enter");
    window.wait_text(&hook("separate-dialog"), "Isi alasannya");
    window.fill(&field("reason"), "Kejadiannya lain.");
    accessible(&window, "pisahkan");
    window.press("Ctrl+Enter");
    window.wait_gone(&hook("reporters"));
    window.click(&hook("pane-tab-summary"));
    window.wait_until("two links", |w| w.texts(&format!("{} li", hook("links"))).len() == 2);
    window.close();
}
