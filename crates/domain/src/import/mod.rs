//! Taking over an old register: from named columns of a table to complaints.
//!
//! What a row says is read, what it sums up is not: columns such as *selisih hari* or *status tepat waktu* have no
//! field here, since in real files they contradict the times beside them. A time without a zone is asked for, never
//! guessed. A row that cannot be read is refused with a reason; nothing of it is made up.

mod guess;
mod map;
mod moment;
mod row;
mod words;

pub use guess::{guess, is_summary};
pub use map::{DateOrder, Field, ImportMap, MAP_VERSION, SourceZone};
pub use moment::{Written, WrittenError, read_moment};
pub use row::{Columns, Context, ImportedRow, Keys, keys, read_row};
pub use words::{channel_of, mode_of, reason, state_of};
