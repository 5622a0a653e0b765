//! `GET /api/v1/problems/{code}`: what a kind of problem means, where its `type` points.

use serde::Serialize;
use utoipa::ToSchema;

use crate::server::{
    problem::{Code, Problem},
    taken::Path,
};

/// A kind of problem.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ProblemKind {
    /// Its stable code.
    #[schema(example = "unknown_mission")]
    code: &'static str,
    /// It in a few words.
    title: &'static str,
    /// The status that it is answered with.
    status: u16,
    /// What it means and what to do about it.
    explained: &'static str,
}

/// What a kind of problem means
#[utoipa::path(
    get, path = "/problems/{code}", tag = "server",
    params(("code" = String, Path, description = "The stable code", example = "unknown_mission")),
    responses((status = 200, body = ProblemKind)),
)]
pub(crate) async fn problem(Path(code): Path<String>) -> Result<axum::Json<ProblemKind>, Problem> {
    let known = Code::ALL.iter().find(|known| known.word() == code);
    let known = known.ok_or_else(|| {
        let all: Vec<_> = Code::ALL.iter().map(|known| known.word()).collect();
        Problem::new(Code::NotFound, format!("no problem has the code `{code}`"))
            .hint(format!("the codes are {}", all.join(", ")))
    })?;
    let (code, title, status) = (known.word(), known.title(), known.status().as_u16());
    Ok(axum::Json(ProblemKind { code, title, status, explained: known.explained() }))
}
