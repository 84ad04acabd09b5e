//! x
pub mod vocabulary;
