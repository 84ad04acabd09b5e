//! What the tests across crates share: the real window and its dialogs, accessibility, and a process that is killed.
//! The tests themselves lie in `tests/`, one file for each story.

pub mod axe;
pub mod chance;
pub mod command_line;
pub mod counter;
pub mod dialog;
pub mod fault;
pub mod keys;
pub mod office;
pub mod places;
pub mod print_server;
pub mod sample;
pub mod screen;
pub mod vectors;
pub mod webdriver;
pub mod window;
