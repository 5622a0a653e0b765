//! From where a request looks at a mission: the route's question with its days made plain, and what is wanted of the answer.

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, header, request::Parts},
    response::Response,
};
use jiff::civil::Date;
use model::MissionCode;
use picture::{Asked, Kept, Viewer};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{
    answer::{Answer, Form},
    desk::Desk,
    problem::{Code, Problem},
    shelf::Question,
};

/// The form asked for in an address, for links that cannot set a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Format {
    /// One JSON document.
    Json,
    /// A table, comma-separated.
    Csv,
}

/// The two days of a question.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Days {
    /// The day whose end is pictured; today if not given.
    #[param(value_type = Option<String>, format = Date)]
    pub(crate) as_of: Option<Date>,
    /// The last day of publication that counts; today if not given.
    #[param(value_type = Option<String>, format = Date)]
    pub(crate) known_on: Option<Date>,
}

/// The two days of a question whose answer is to be had as a table, too.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct DaysAndFormat {
    /// The day whose end is pictured; today if not given.
    #[param(value_type = Option<String>, format = Date)]
    pub(crate) as_of: Option<Date>,
    /// The last day of publication that counts; today if not given.
    #[param(value_type = Option<String>, format = Date)]
    pub(crate) known_on: Option<Date>,
    /// The form, for links that cannot set an `Accept` header.
    pub(crate) format: Option<Format>,
}

/// What a request says about how it wants its answer.
#[derive(Debug)]
pub(crate) struct Wants {
    headers: HeaderMap,
    query: String,
}

impl<S: Sync> FromRequestParts<S> for Wants {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let query = parts.uri.query().unwrap_or_default().to_owned();
        Ok(Self { headers: parts.headers.clone(), query })
    }
}

impl Wants {
    /// JSON or a table.
    pub(crate) fn form(&self, format: Option<Format>) -> Result<Form, Problem> {
        let format = format.map(|format| match format {
            Format::Json => Form::Json,
            Format::Csv => Form::Csv,
        });
        Form::asked(format, &self.headers)
    }

    /// Whether an answer from before the last entry will not do.
    fn newest(&self) -> bool {
        let directives = self.headers.get_all(header::CACHE_CONTROL).iter().filter_map(|it| it.to_str().ok());
        directives.flat_map(|it| it.split(',')).any(|it| it.trim().eq_ignore_ascii_case("no-cache"))
    }

    /// The same question behind this cursor.
    pub(crate) fn query_behind(&self, cursor: &str) -> String {
        let kept =
            self.query.split('&').filter(|it| !it.is_empty() && it.split('=').next() != Some("cursor"));
        let behind = format!("cursor={cursor}");
        kept.chain([behind.as_str()]).collect::<Vec<_>>().join("&")
    }

    /// The response with this answer.
    pub(crate) fn given(&self, answer: &Answer) -> Response {
        answer.response(&self.headers)
    }
}

impl Desk {
    /// What is asked of a mission; days that are not named are today.
    pub(crate) fn asked(
        &self,
        viewer: impl Into<Viewer>,
        mission: &str,
        as_of: Option<Date>,
        known_on: Option<Date>,
    ) -> Result<Asked, Problem> {
        let mission: MissionCode = mission.parse().map_err(|error: model::NotAMissionCode| {
            Problem::new(Code::UnknownMission, error.to_string())
                .hint("`/api/v1/missions` lists those that there are")
        })?;
        let today = || self.today();
        Ok(Asked {
            mission,
            as_of: as_of.unwrap_or_else(today),
            known_on: known_on.unwrap_or_else(today),
            viewer: viewer.into(),
            rates: Vec::new(),
        })
    }

    /// The answer to a question on a mission, kept or made.
    ///
    /// `route` names the route and all that it was asked beside the days; two questions with one name have one answer.
    pub(crate) async fn answer(
        &self,
        wants: &Wants,
        asked: Asked,
        form: Form,
        route: String,
        make: impl FnOnce(&mut Kept, &Asked) -> Result<Answer, Problem> + Send + 'static,
    ) -> Result<Response, Problem> {
        let question = Question {
            viewer: asked.viewer,
            mission: asked.mission.clone(),
            asked: format!("{route} {} {}", asked.as_of, asked.known_on),
            form,
        };
        let answer = self.shelf.answer(question, wants.newest(), move |kept| make(kept, &asked)).await?;
        Ok(wants.given(&answer))
    }
}
