//! The floor: the latest count of each party and stage as one SQL query finds it, in SQLite's memory.
//!
//! It weighs nothing, knows no bounds and no events, and takes whatever was said last.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]

use jiff::civil::Date;
use ledger::Ledger;
use model::{MissionCode, Statement};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use tokio::runtime::{Builder, Runtime};

/// Rows of one statement.
const BATCH: usize = 1_000;

/// SQLite takes the other columns from the row that has the latest day.
const LATEST: &str = "SELECT mission, whose, stage, max(day), number FROM told
    WHERE day <= ?1 AND published <= ?1 AND (?2 = '' OR mission = ?2) GROUP BY mission, whose, stage";

/// The counts of some ledgers as rows, found by mission.
pub(crate) struct Rows {
    runtime: Runtime,
    connection: SqliteConnection,
}

impl Rows {
    pub(crate) fn of<'a>(ledgers: impl Iterator<Item = &'a Ledger>) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().unwrap();
        let mut connection = runtime.block_on(SqliteConnection::connect("sqlite::memory:")).unwrap();
        let counts = ledgers.flat_map(Ledger::claims).filter_map(|held| match &held.claim.statement {
            Statement::Count(count) => {
                let mission = held.claim.mission.as_ref()?;
                let (whose, number) = (format!("{:?}", count.scope.whose), count.quantity.number()?);
                let (day, published) = (count.as_of.latest()?, held.claim.published.day);
                Some(format!("('{mission}','{whose}','{}','{day}','{published}',{number})", count.stage))
            }
            _ => None,
        });
        let rows: Vec<String> = counts.collect();
        let table = "CREATE TABLE told (mission TEXT, whose TEXT, stage TEXT, day TEXT, published TEXT, number INTEGER);
            CREATE INDEX of_mission ON told (mission, whose, stage);";
        runtime.block_on(sqlx::raw_sql(table).execute(&mut connection)).unwrap();
        for rows in rows.chunks(BATCH) {
            let insert = AssertSqlSafe(format!("INSERT INTO told VALUES {}", rows.join(",")));
            runtime.block_on(sqlx::raw_sql(insert).execute(&mut connection)).unwrap();
        }
        Self { runtime, connection }
    }

    /// How many balances it answers with, of one mission or of all.
    pub(crate) fn latest(&mut self, day: Date, of: Option<&MissionCode>) -> usize {
        let mission = of.map(ToString::to_string).unwrap_or_default();
        let query = sqlx::query_as::<_, (String, String, String, String, i64)>(LATEST);
        let query = query.bind(day.to_string()).bind(mission).fetch_all(&mut self.connection);
        self.runtime.block_on(query).unwrap().len()
    }
}
