//! The commands as the page calls them, over a real encrypted register in a temporary folder.

mod counter;

mod book;
mod copies;
mod files;
mod hostile;
mod import;
mod practice;
mod printing;
mod rights;
mod session;
mod story;
mod together;
