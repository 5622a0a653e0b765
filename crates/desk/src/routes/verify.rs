//! `GET /api/v1/entries/verify`: walks the whole chain, and says where it ends or what does not fit.

use axum::{Json as Sent, extract::State};
use jiff::Timestamp;
use ledger::Seal;
use serde::{Deserialize, Serialize};
use store::StoreError;
use tokio::sync::Mutex;
use utoipa::{IntoParams, ToSchema};

use crate::server::{
    Desk,
    problem::{Code, Problem},
    taken::Query,
    who::Staff,
};

/// One walk at a time: each reads all of the ledger from the disk.
static WALKING: Mutex<()> = Mutex::const_new(());

/// What the chain is held against.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct VerifyQuery {
    /// A seal noted down earlier; the chain must still hold it.
    #[param(example = "12:0000000000000000000000000000000000000000000000000000000000000000")]
    seal: Option<String>,
}

/// What the walk found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Verified {
    /// Whether every entry is as it was entered.
    whole: bool,
    /// The first entry that does not fit, in words.
    broken: Option<String>,
    /// How many entries were walked; none where the chain is broken.
    entries: Option<u64>,
    /// When the last was entered.
    #[schema(value_type = Option<String>, format = DateTime)]
    last_entered: Option<Timestamp>,
    /// Where the chain ends, to be noted down elsewhere and held against it later.
    seal: Option<String>,
}

/// Check that nothing in the ledger was changed, removed or put in
///
/// For the mission's staff: it tells how many entries there are.
#[utoipa::path(
    get, path = "/entries/verify", tag = "ledger", params(VerifyQuery),
    responses((status = 200, description = "It was walked; whether it is whole, it says", body = Verified)),
)]
pub(crate) async fn verify(
    State(desk): State<Desk>,
    _: Staff,
    Query(query): Query<VerifyQuery>,
) -> Result<Sent<Verified>, Problem> {
    let seal = query.seal.map(|words| words.parse::<Seal>()).transpose();
    let seal = seal.map_err(|error| Problem::new(Code::BadQuery, error.to_string()))?;
    let _walking = WALKING.lock().await;
    let head = match store::verify(&*desk.store, seal, &mut |_| ()).await {
        Ok(head) => head,
        Err(StoreError::Broken(broken)) => {
            let broken = Some(broken.to_string());
            let verified = Verified { whole: false, broken, entries: None, last_entered: None, seal: None };
            return Ok(Sent(verified));
        }
        Err(error) => return Err(error.into()),
    };
    Ok(Sent(Verified {
        whole: true,
        broken: None,
        entries: Some(head.map_or(0, |head| head.seq.0)),
        last_entered: head.map(|head| head.entered),
        seal: head.map(|head| head.seal().to_string()),
    }))
}
