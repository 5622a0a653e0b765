//! The OpenAPI document, made from the routes themselves.

use utoipa::{
    OpenApi, ToResponse,
    openapi::{
        PathItem, Ref, RefOr,
        path::Operation,
        security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme},
    },
};

use super::{looking::Format, problem::ProblemShape};

/// What stands before the routes.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Muster",
        description = "The strength book of a multinational mission: every claim with its sentence and speaker, and what \
            follows from all of them on any day, as known on any day. Every mission route takes `as_of`, the day whose end is \
            pictured, and `known_on`, the last day of publication that counts; both are days in the mission's area, today \
            where they are not named. An answer made before the last entry may be given once more while a newer one is worked \
            out; `Cache-Control: no-cache` asks for the newest.",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    components(schemas(ProblemShape, Format)),
    modifiers(&Security),
)]
pub(crate) struct Document;

struct Security;

impl utoipa::Modify for Security {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let components = document.components.get_or_insert_default();
        // What every route's `default` answer refers to, see `with_problems`.
        let (_, problem) = ProblemShape::response();
        components.responses.insert("Problem".to_owned(), problem);
        components.add_security_scheme(
            "session",
            SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::with_description(
                "muster_session",
                "Set by logging in. Unsafe requests from pages of other sites are refused.",
            ))),
        );
        components.add_security_scheme("token", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    }
}

/// Says of every route that whatever is not answered as told is a problem.
pub(crate) fn with_problems(document: &mut utoipa::openapi::OpenApi) {
    for item in document.paths.paths.values_mut() {
        for operation in operations(item) {
            let problem = RefOr::Ref(Ref::from_response_name("Problem"));
            operation.responses.responses.insert("default".to_owned(), problem);
        }
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, options, head, patch, trace, .. } = item;
    [get, put, post, delete, options, head, patch, trace].into_iter().filter_map(Option::as_mut)
}
