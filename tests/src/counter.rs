//! What an officer does at a counter, in the real window, with the fields and buttons that a person uses.
//!
//! Everybody and everything here is invented, and looks it.

use std::path::Path;

use crate::dialog;
use crate::window::Window;

/// The PIN of the only officer.
pub const PIN: &str = "902741";

/// The start-up password, asked for where the system has no key store, as on a screen in memory.
pub const PASSWORD: &str = "sandi contoh yang panjang";

/// What stands on the slip of a registered complaint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The register number, e.g. `0001/PKM-SKM/A/XI/2026`.
    pub number: String,
    /// The tracking code with its check character.
    pub tracking_code: String,
}

/// The selector of what carries this `data-testid` (`ui/src/testids.ts`).
pub fn hook(name: &str) -> String {
    format!("[data-testid=\"{name}\"]")
}

/// The selector of a field; names of fields may hold dots.
pub fn field(name: &str) -> String {
    format!("[id=\"{name}\"]")
}

/// Takes an empty program through its first start: one office, one counter, one officer, the recovery key copied by
/// hand. Ends where the program asks who is on duty, or already knows. Gives the eight blocks of the recovery key.
pub fn first_start(window: &mut Window) -> Vec<String> {
    for (name, text) in [
        ("name", "Puskesmas Sukamisal"),
        ("government", "Pemerintah Kabupaten Contoh"),
        ("parentAgency", "Dinas Kesehatan Kabupaten Contoh"),
        ("address", "Jalan Umpama Nomor 1, Sukamisal"),
        ("city", "Sukamisal"),
        ("phone", "0899-0000-0001"),
        ("managerName", "Bambang Semisal"),
    ] {
        window.fill(&field(name), text);
    }
    next(window, "services");
    next(window, "officeCode");
    window.fill(&field("officeCode"), "PKM-SKM");
    window.fill(&field("counterCode"), "A");
    next(window, "officers.0.name");
    window.fill(&field("officers.0.name"), "Rina Teladan");
    window.fill(&field("officers.0.post"), "Petugas loket");
    window.fill(&field("officers.0.pin"), PIN);
    window.fill(&field("officers.0.pinAgain"), PIN);
    next(window, "secondPlace");
    next(window, "startPassword");
    window.fill(&field("startPassword"), PASSWORD);
    window.fill(&field("startPasswordAgain"), PASSWORD);
    window.click(&hook("wizard-next"));
    let blocks = recovery_key(window);
    window.click(&hook("wizard-next"));
    window.click(&hook("wizard-finish"));
    blocks
}

/// Goes on to the step that holds this field.
fn next(window: &Window, then: &str) {
    window.click(&hook("wizard-next"));
    window.wait_for(&field(then));
}

/// Copies the key by hand and types back the blocks that the program asks for.
fn recovery_key(window: &mut Window) -> Vec<String> {
    let shown = format!("{} .num", hook("recovery-blocks"));
    window.wait_for(&shown);
    let blocks = window.texts(&shown);
    assert_eq!(blocks.len(), 8, "the recovery key has eight blocks");
    window.click(&field("byHand"));
    for (at, block) in blocks.iter().enumerate() {
        let box_of_block = field(&format!("confirm-{}", at + 1));
        if !window.find_all(&box_of_block).is_empty() {
            window.fill(&box_of_block, block);
        }
    }
    blocks
}

/// Opens an existing register with the start-up password.
pub fn unlock(window: &mut Window) {
    window.fill(&field("startPassword"), PASSWORD);
    window.press("Enter");
}

/// Signs the only officer in, by PIN.
pub fn sign_in(window: &mut Window) {
    window.wait_for(&field("pin"));
    window.click(&field("pin"));
    window.type_text(PIN);
    window.wait_for(&hook("officer"));
}

/// A window over a new office, its only officer signed in.
pub fn new_office(name: &str, data: &Path) -> Window {
    let mut window = Window::open(name, data);
    first_start(&mut window);
    sign_in(&mut window);
    window
}

/// Opens another draft; its cursor stands in the name.
pub fn new_draft(window: &mut Window) {
    window.press("Ctrl+N");
    window.wait_until("a form with the cursor in the name", |window| window.focus_is("#name"));
}

/// Registers a complaint by keys alone, from the work screen on, and reads the slip.
pub fn register(window: &mut Window) -> Slip {
    new_draft(window);
    fill_and_register(window)
}

/// As [`register`], in the draft that is open.
pub fn fill_and_register(window: &mut Window) -> Slip {
    window.click(&field("name"));
    window.type_text("Melati Contohwati\n089900000139\n\nJalan Andaikan Nomor 7, RT 03/RW 02");
    window.fill(&field("description"), "Loket pendaftaran tutup sebelum pukul dua belas, antrean masih panjang.");
    window.press("Ctrl+Enter");
    window.wait_for(&hook("registered"));
    Slip {
        number: window.wait_text(&hook("register-number"), "/"),
        tracking_code: window.wait_text(&hook("tracking-code"), "-"),
    }
}

/// Saves the receipt of the complaint that was just registered, through the system's dialog, and waits for the file.
/// A file of that name is deleted first, lest the dialog ask about it.
pub fn save_receipt(window: &Window, to: &Path) {
    let _absent_mostly = std::fs::remove_file(to);
    window.click(&hook("save"));
    dialog::choose_path(window, "Simpan", to);
    window.wait_until("the receipt is not saved", |_window| to.metadata().is_ok_and(|file| file.len() > 0));
}
