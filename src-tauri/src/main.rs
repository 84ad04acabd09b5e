//! The program `loket-aduan`.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() {
    loket_aduan::run();
}
