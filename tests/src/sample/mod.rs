//! A register of invented complaints that look like real ones in length, characters and days: for measuring, trying
//! and demonstrating. The seed and the last day decide all of it; no clock is asked.

pub mod plan;
pub mod register;
pub mod table;
pub mod text;
