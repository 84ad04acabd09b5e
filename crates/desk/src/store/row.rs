//! A complaint as lists show it, and how such rows are read.

use crate::error::Result;
use loket_domain::vocabulary::IdentityMode;
use serde::{Deserialize, Deserializer};
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};
use uuid::Uuid;

/// A row of the register.
#[derive(Clone, Debug, Deserialize)]
pub struct Row {
    /// Place in the file, the tie of every sort.
    pub complaint_no: i64,
    /// Id.
    pub complaint_id: Uuid,
    /// Register number.
    pub number: String,
    /// Counter, period and place in the series.
    pub counter: String,
    /// See `counter`.
    pub period: String,
    /// See `counter`.
    pub seq: i64,
    /// Tracking code without hyphens.
    pub tracking: String,
    /// Channel code.
    pub channel: String,
    /// RFC 3339.
    pub received_at: String,
    /// Seconds.
    pub received_utc: i64,
    /// Name of the service.
    pub service: String,
    /// State code.
    pub state: String,
    /// *Hal*.
    pub subject: String,
    /// Openness code.
    pub identity_mode: String,
    /// Short name, empty unless open.
    pub person: String,
    /// *Isi dibatasi*.
    #[serde(deserialize_with = "flag")]
    pub restricted: bool,
    /// Who registered it.
    pub registered_by: Uuid,
    /// Legal date of the first answer.
    pub answer_due: String,
    /// Day to work on it; empty unless the clock runs.
    pub work_day: String,
    /// Day of the answer.
    pub answered_on: Option<String>,
    /// Sort key of the deadline.
    pub due_sort: String,
    /// Fields with two undecided values.
    #[serde(deserialize_with = "flag")]
    pub two_versions: bool,
    /// Number in the old register.
    pub old_number: String,
    /// It came from an old register.
    #[serde(deserialize_with = "flag")]
    pub imported: bool,
    /// Only the day of receipt is known.
    #[serde(deserialize_with = "flag")]
    pub day_only: bool,
    /// Closed to who looks: see [`Row::closed`].
    #[serde(default)]
    pub closed: bool,
}

impl Row {
    /// What everybody at the office may know of a complaint that is closed to them: number, day of receipt, stage, next
    /// date.
    #[must_use]
    pub fn closed(self) -> Self {
        let nothing = String::new;
        Self {
            service: nothing(),
            subject: nothing(),
            person: nothing(),
            old_number: nothing(),
            channel: nothing(),
            identity_mode: IdentityMode::Confidential.code().to_owned(),
            restricted: true,
            closed: true,
            ..self
        }
    }
}

/// What [`Row`] is read from.
const SELECT: &str = "SELECT json_group_array(json_object(\
     'complaint_no', complaint_no, 'complaint_id', hex(complaint_id), 'number', number, 'counter', counter, \
     'period', period, 'seq', seq, 'tracking', tracking, 'channel', channel, 'received_at', received_at, \
     'received_utc', received_utc, 'service', service, 'state', state, 'subject', subject, \
     'identity_mode', identity_mode, 'person', person, 'restricted', restricted, \
     'registered_by', hex(registered_by), 'answer_due', answer_due, 'work_day', work_day, \
     'answered_on', answered_on, 'due_sort', due_sort, 'two_versions', two_versions, \
     'old_number', old_number, 'imported', imported, 'day_only', day_only \
     )) FROM (SELECT * FROM complaint WHERE ";

/// SQLite has no type for it.
fn flag<'de, D: Deserializer<'de>>(number: D) -> Result<bool, D::Error> {
    Ok(i64::deserialize(number)? != 0)
}

/// Begins to read rows; conditions, order and a limit follow. All rows come as one value: as rows of their own, each of
/// their columns would be copied twice on its way between two threads, which took longer than finding them.
pub fn select() -> QueryBuilder<Sqlite> {
    QueryBuilder::new(SELECT)
}

/// Reads the rows.
pub async fn fetch(conn: &mut SqliteConnection, mut query: QueryBuilder<Sqlite>) -> Result<Vec<Row>> {
    let rows: String = query.push(")").build_query_scalar().fetch_one(conn).await?;
    Ok(serde_json::from_str(&rows)?)
}
