//! `cargo xtask run` on a machine without a screen: the first start of an invented office, one complaint, its receipt,
//! all in the real window on a screen in memory.

use loket_tests::window::Window;
use loket_tests::{counter, places};

fn main() {
    let register = tempfile::tempdir().expect("a folder for a register that is thrown away");
    let mut window = Window::open("contoh", register.path());
    window.wait_for(&counter::field("name"));
    let mut pictures = vec![window.screenshot("1-pengaturan-awal")];
    println!("First start of an invented office …");
    counter::first_start(&mut window);
    counter::sign_in(&mut window);
    println!("Registering a complaint by keys …");
    let slip = counter::register(&mut window);
    window.wait_for("aside img");
    pictures.push(window.screenshot("2-aduan-terdaftar"));
    let receipt = places::artifacts().join("contoh-tanda-terima.pdf");
    counter::save_receipt(&window, &receipt);
    window.click(&counter::hook("tab-register"));
    window.wait_text("tbody", &slip.number);
    window.wait_text(&counter::hook("complaint-pane"), &slip.number);
    pictures.push(window.screenshot("3-register"));
    window.close();

    println!("\nRegistered as {}, tracking code {}.", slip.number, slip.tracking_code);
    println!("Receipt   {}", receipt.display());
    for picture in pictures {
        println!("Picture   {}", picture.display());
    }
}
