//! The commands as the page calls them, over a real encrypted register in a temporary folder.

mod counter;

mod copies;
mod hostile;
mod practice;
mod rights;
mod session;
mod story;
mod together;
