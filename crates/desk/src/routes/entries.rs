//! `GET /api/v1/entries`: the ledger as it was entered, the last entry first.

use std::sync::Arc;

use axum::{extract::State, response::Response};
use jiff::{Timestamp, civil::Date};
use ledger::EntryId;
use model::{ClaimId, DecisionId, Digest, DocumentId, MissionCode};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    looking,
    server::{
        Desk,
        all::All,
        answer::Form,
        cursor,
        listed::Listed,
        looking::{Format, Wants},
        problem::Problem,
        taken::Query,
        who::Who,
    },
    shapes::{EntryKind, EntryLine, PageOf},
};

/// Which entries are wanted; each narrows the list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
pub(crate) struct EntriesQuery {
    /// Of this kind.
    kind: Option<EntryKind>,
    /// Claims of this mission, and decisions on them.
    #[param(value_type = Option<String>, example = "MSS")]
    mission: Option<MissionCode>,
    /// Entered by hand or decided by somebody with these words in their name.
    by: Option<String>,
    /// Entered on this day, in the mission's area, or later.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    /// Entered on this day or earlier.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<Date>,
    /// Such as have these words in what they say.
    q: Option<String>,
    /// Where the page before ended.
    cursor: Option<String>,
    /// How many, 500 at most; 50 if not given.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<usize>,
    /// The form, for links that cannot set an `Accept` header.
    format: Option<Format>,
}

/// The entries, the one entered last first
///
/// Whoever is not of the mission's staff is told neither places nor hashes. A table has the same page; where there are more, a
/// `Link` header leads on.
#[utoipa::path(
    get, path = "/entries", tag = "ledger", params(EntriesQuery),
    responses(
        (status = 200, description = "One entry a row", content((PageOf<EntryLine> = "application/json"), (String = "text/csv"))),
        (status = 304, description = "As the asker has it"),
    ),
)]
pub(crate) async fn entries(
    State(desk): State<Desk>,
    who: Who,
    wants: Wants,
    Query(query): Query<EntriesQuery>,
) -> Result<Response, Problem> {
    let form = wants.form(query.format)?;
    let limit = cursor::limit(query.limit)?;
    let after = query.cursor.as_deref().map(|words| place(&desk.shelf.all(), &who, words)).transpose()?;
    let (shelf, viewer, chained) = (Arc::clone(&desk.shelf), who.viewer, who.reads_entries());
    let listed = tokio::task::spawn_blocking(move || {
        let wanted = Wanted::of(&query);
        shelf.page(
            |all, after| Box::new(all.entered_before(after)),
            after,
            limit,
            |all, index| {
                let place = all.entry(index).filter(|place| all.may_see(place, viewer))?;
                let line = wanted.in_time(place.entered).then(|| EntryLine::of(all, &place, chained))??;
                wanted.fits(&line).then_some((place.id, line))
            },
        )
    });
    let (listed, last) = listed.await.map_err(|error| Problem::internal(&error))?;
    let next = last.and_then(|_| listed.last()).map(|(id, line)| behind(*id, line.kind));
    let lines = listed.into_iter().map(|(_, line)| line);
    let listed = match form {
        Form::Json => Listed::json(lines.collect(), next)?,
        Form::Csv => Listed::csv(EntryLine::COLUMNS, lines.map(EntryLine::cells), next)?,
    };
    Ok(listed.given(&wants))
}

/// What a line must have.
struct Wanted<'q> {
    query: &'q EntriesQuery,
    mission: Option<String>,
    by: Option<String>,
    words: Option<String>,
    from: Option<Timestamp>,
    until: Option<Timestamp>,
}

impl<'q> Wanted<'q> {
    fn of(query: &'q EntriesQuery) -> Self {
        let small = |words: &Option<String>| words.as_ref().map(|words| words.to_lowercase());
        let before = |day: Date| day.yesterday().ok().and_then(looking::end_of_day);
        Self {
            query,
            mission: query.mission.as_ref().map(ToString::to_string),
            by: small(&query.by),
            words: small(&query.q),
            from: query.from.and_then(before),
            until: query.to.and_then(looking::end_of_day),
        }
    }

    fn in_time(&self, entered: Timestamp) -> bool {
        self.from.is_none_or(|from| from < entered) && self.until.is_none_or(|until| entered <= until)
    }

    fn fits(&self, line: &EntryLine) -> bool {
        let has = |words: &Option<String>, told: Option<&str>| {
            words.as_ref().is_none_or(|words| told.is_some_and(|told| told.to_lowercase().contains(words)))
        };
        self.query.kind.is_none_or(|kind| line.kind == kind)
            && self.mission.as_ref().is_none_or(|mission| line.mission.as_ref() == Some(mission))
            && has(&self.by, line.by.as_deref())
            && has(&self.words, Some(&line.words))
    }
}

/// The cursor behind an entry: its kind and address, which whoever sees it knows, and never its place.
fn behind(id: EntryId, kind: EntryKind) -> String {
    let kind = match kind {
        EntryKind::Document => 'd',
        EntryKind::Claim => 'c',
        EntryKind::Decision => 'r',
    };
    format!("{kind}{id}")
}

/// The place that a cursor stands behind; one of an entry that is hidden is no cursor.
fn place(all: &All, who: &Who, cursor: &str) -> Result<usize, Problem> {
    let read = || {
        let digest: Digest = cursor.get(1..)?.parse().ok()?;
        let id = match cursor.as_bytes().first()? {
            b'd' => EntryId::Document(DocumentId(digest)),
            b'c' => EntryId::Claim(ClaimId(digest)),
            b'r' => EntryId::Decision(DecisionId(digest)),
            _ => return None,
        };
        let place = all.place(id).filter(|place| all.may_see(place, who.viewer))?;
        usize::try_from(place.seq.0).ok()?.checked_sub(1)
    };
    read().ok_or_else(|| cursor::unknown(cursor))
}
