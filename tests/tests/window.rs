//! The real window, driven by keys, on the screen of a counter's PC: 1366 × 768, at 100 and at 125 per cent.

use std::process::Command;

use loket_tests::axe::accessible;
use loket_tests::counter;
use loket_tests::window::Window;

/// The keys of a registration, from Ctrl+N to the receipt, field by field. 170 are what fits into a minute of somebody
/// who types 40 words a minute and thinks six times (keystroke-level model).
const REGISTRATION: [(&str, &str, &[&str]); 12] = [
    ("name", "sulastri contohwati", &["Enter"]),
    ("phone", "089900000139", &["Enter"]),
    ("nik", "", &["Enter"]),
    ("address", "jl contoh 7 rt4 rw2", &["Enter"]),
    ("villageCode", "sukamisal", &["Enter"]),
    ("occupation", "", &["Enter"]),
    ("serviceId", "daf", &["Down", "Enter"]),
    ("eventDate-day", "1711", &["Enter"]),
    ("eventPlace", "", &["Enter"]),
    ("description", "sudah dua kali datang, loket tutup lebih awal dan antrean tidak dipanggil", &["Tab"]),
    ("loss", "wak", &["Down", "Enter"]),
    ("settlement", "", &["Ctrl+Enter"]),
];

const KEY_LIMIT: usize = 170;

/// What `pdftotext` reads in a file that `qpdf` finds without fault.
fn paper_text(path: &std::path::Path) -> String {
    let check = Command::new("qpdf").arg("--check").arg(path).output().expect("qpdf is installed");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stdout));
    let text = Command::new("pdftotext").arg("-layout").arg(path).arg("-").output().expect("pdftotext is installed");
    String::from_utf8(text.stdout).expect("pdftotext writes UTF-8")
}

#[test]
fn from_the_first_start_to_a_receipt_on_disk() {
    let register = tempfile::tempdir().unwrap();
    let mut window = Window::open("awal", register.path());
    window.wait_for(&counter::field("government"));
    accessible(&window, "pengaturan-awal");
    counter::first_start(&mut window);
    window.wait_for(&counter::field("pin"));
    accessible(&window, "masuk");
    counter::sign_in(&mut window);
    let slip = counter::register(&mut window);
    accessible(&window, "terdaftar");

    let receipt = register.path().join("Tanda terima.pdf");
    counter::save_receipt(&window, &receipt);
    let text = paper_text(&receipt);
    assert!(text.contains(&slip.number), "{text}");
    assert!(text.contains("Melati Contohwati"), "{text}");
    window.close();
}

#[test]
fn what_the_officer_saw_as_saved_survives_a_power_cut() {
    let register = tempfile::tempdir().unwrap();
    let mut window = counter::new_office("mati-listrik", register.path());
    let slip = counter::register(&mut window);
    window.kill_program();
    drop(window);

    let mut window = Window::open("mati-listrik", register.path());
    counter::unlock(&mut window);
    counter::sign_in(&mut window);
    window.click(&counter::hook("tab-register"));
    window.wait_text("tbody", &slip.number);
    window.close();
}

#[test]
fn a_draft_survives_a_power_cut() {
    let register = tempfile::tempdir().unwrap();
    let mut window = counter::new_office("draf", register.path());
    counter::new_draft(&mut window);
    window.type_text("Sulastri Contohwati");
    window.fill(&counter::field("description"), "Antrean tidak dipanggil.");
    window.press("Tab");
    window.wait_text(&counter::hook("draft-state"), "tersimpan");
    window.kill_program();
    drop(window);

    let mut window = Window::open("draf", register.path());
    counter::unlock(&mut window);
    counter::sign_in(&mut window);
    window.press("Ctrl+1");
    window.wait_text(&counter::hook("draft-tab"), "Sulastri C.");
    window.wait_until("the description is back", |window| {
        window.value(&counter::field("description")) == "Antrean tidak dipanggil."
    });
    window.close();
}

#[test]
fn a_registration_fits_into_a_minute_of_typing() {
    let register = tempfile::tempdir().unwrap();
    let mut window = counter::new_office("satu-menit", register.path());
    window.wait_for(&counter::hook("officer"));
    let before = window.keys_struck();
    window.press("Ctrl+N");
    for (field, text, keys) in REGISTRATION {
        window.wait_until(&format!("the cursor in {field}"), |window| window.focus_is(&counter::field(field)));
        window.type_text(text);
        for key in keys {
            window.press(key);
        }
    }
    window.wait_until("the cursor on printing", |window| window.focus_is(&counter::hook("print")));
    let keys = window.keys_struck() - before + 1;
    assert!(keys <= KEY_LIMIT, "{keys} keys");
    window.close();
}
