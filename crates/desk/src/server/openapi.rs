//! The OpenAPI document, made from the routes themselves.

use std::collections::BTreeSet;

use utoipa::{
    OpenApi, ToResponse,
    openapi::{
        PathItem, Ref, RefOr, Schema,
        path::Operation,
        schema::{AdditionalProperties, ArrayItems},
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

/// Says of the shapes of answers that they name every field: what is not known is `null`, not left out. What a request
/// leaves out stays left out, and so does what a problem has none of.
pub(crate) fn with_every_field(document: &mut utoipa::openapi::OpenApi) {
    let mut taken: BTreeSet<String> = BTreeSet::from(["Problem".to_owned()]);
    for item in document.paths.paths.values_mut() {
        for body in operations(item).filter_map(|operation| operation.request_body.as_ref()) {
            let RefOr::T(body) = body else { continue };
            for content in body.content.values() {
                let RefOr::T(content) = content else { continue };
                content.schema.iter().for_each(|schema| refs(schema, &mut taken));
            }
        }
    }
    let Some(components) = document.components.as_mut() else { return };
    loop {
        let known = taken.len();
        for name in taken.clone() {
            components.schemas.get(&name).inspect(|schema| refs(schema, &mut taken));
        }
        if taken.len() == known {
            break;
        }
    }
    for (_, schema) in components.schemas.iter_mut().filter(|(name, _)| !taken.contains(*name)) {
        name_every_field(schema);
    }
}

/// Names what stands on a page, where the shape of a page repeats all of it.
pub(crate) fn with_items_by_name(document: &mut utoipa::openapi::OpenApi) {
    let Some(components) = document.components.as_mut() else { return };
    let names: BTreeSet<String> = components.schemas.keys().cloned().collect();
    for (name, schema) in &mut components.schemas {
        let Some(of) = name.strip_prefix("Page_").filter(|of| names.contains(*of)) else { continue };
        if let RefOr::T(Schema::Object(page)) = schema
            && let Some(RefOr::T(Schema::Array(items))) = page.properties.get_mut("items")
        {
            items.items = ArrayItems::RefOrSchema(Box::new(RefOr::Ref(Ref::from_schema_name(of))));
        }
    }
}

/// Lets a shape that is told apart by a word beside its fields have that word: closed to all but its own fields, as the code
/// that reads it is, it could never stand beside another part of an `allOf`.
pub(crate) fn with_words_beside(document: &mut utoipa::openapi::OpenApi) {
    let Some(components) = document.components.as_mut() else { return };
    let mut beside = BTreeSet::new();
    for schema in components.schemas.values() {
        let RefOr::T(Schema::OneOf(one_of)) = schema else { continue };
        for part in &one_of.items {
            if let RefOr::T(Schema::AllOf(all_of)) = part {
                all_of
                    .items
                    .iter()
                    .filter(|it| matches!(it, RefOr::Ref(_)))
                    .for_each(|it| refs(it, &mut beside));
            }
        }
    }
    for name in beside {
        if let Some(RefOr::T(Schema::Object(object))) = components.schemas.get_mut(&name) {
            object.additional_properties = None;
        }
    }
}

/// The names of the shapes that a schema refers to.
fn refs(schema: &RefOr<Schema>, into: &mut BTreeSet<String>) {
    match schema {
        RefOr::Ref(to) => into.extend(to.ref_location.rsplit('/').next().map(str::to_owned)),
        RefOr::T(Schema::Object(object)) => {
            object.properties.values().for_each(|it| refs(it, into));
            if let Some(AdditionalProperties::RefOr(it)) = object.additional_properties.as_deref() {
                refs(it, into);
            }
        }
        RefOr::T(Schema::Array(array)) => {
            if let ArrayItems::RefOrSchema(items) = &array.items {
                refs(items, into);
            }
        }
        RefOr::T(Schema::OneOf(of)) => of.items.iter().for_each(|it| refs(it, into)),
        RefOr::T(Schema::AllOf(of)) => of.items.iter().for_each(|it| refs(it, into)),
        RefOr::T(Schema::AnyOf(of)) => of.items.iter().for_each(|it| refs(it, into)),
        RefOr::T(_) => {}
    }
}

fn name_every_field(schema: &mut RefOr<Schema>) {
    match schema {
        RefOr::T(Schema::Object(object)) => {
            object.required = object.properties.keys().cloned().collect();
            object.properties.values_mut().for_each(name_every_field);
        }
        RefOr::T(Schema::OneOf(of)) => of.items.iter_mut().for_each(name_every_field),
        RefOr::T(Schema::AllOf(of)) => of.items.iter_mut().for_each(name_every_field),
        RefOr::T(_) | RefOr::Ref(_) => {}
    }
}
