//! From values of the desk to what the window shows.

pub mod copies;
pub mod deadlines;
pub mod detail;
pub mod facts;
pub mod import;
pub mod paper;
pub mod rows;
pub mod timeline;
pub mod together;
