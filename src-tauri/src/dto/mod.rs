//! What crosses to the window: the types of `ui/src/backend/contract.ts`, and nothing that another crate knows.

pub mod codes;
pub mod copies;
pub mod detail;
pub mod files;
pub mod form;
pub mod help;
pub mod import;
pub mod list;
pub mod log;
pub mod office;
pub mod papers;
pub mod printing;
pub mod start;
pub mod together;
