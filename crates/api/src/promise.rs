//! What the document promises of every operation alike: problems have their own content type, and whatever can stop a
//! request before its route is reached is named.

use utoipa::openapi::path::{Operation, PathItem};
use utoipa::openapi::{Content, OpenApi, Ref, RefOr, Response, ResponseBuilder};

/// The content type of RFC 9457.
const PROBLEM: &str = "application/problem+json";

/// Refusals of a request that has a body.
const OF_BODIES: [(&str, &str); 6] = [
    ("400", "the request cannot be read"),
    ("408", "the body did not arrive in time"),
    ("413", "the body is too large"),
    ("415", "the body is not said to be JSON"),
    ("422", "fields that cannot stand"),
    ("507", "the disk is full"),
];
/// Refusals of any request.
const OF_ALL: [(&str, &str); 2] = [
    ("429", "too many requests: see Retry-After"),
    ("503", "the database or the reading log does not answer"),
];

/// Completes a document.
pub(crate) fn complete(document: &mut OpenApi) {
    for item in document.paths.paths.values_mut() {
        operations(item).for_each(one);
    }
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    let PathItem { get, put, post, delete, .. } = item;
    [get, put, post, delete].into_iter().filter_map(Option::as_mut)
}

fn one(operation: &mut Operation) {
    let has_body = operation.request_body.is_some();
    let has_parameters = operation.parameters.as_ref().is_some_and(|p| !p.is_empty());
    let mut more: Vec<(&str, &str)> = OF_ALL.to_vec();
    if has_body {
        more.extend(OF_BODIES);
    } else if has_parameters {
        more.extend(OF_BODIES.into_iter().take(1));
    }
    let responses = &mut operation.responses.responses;
    for (status, what) in more {
        responses.entry(status.to_owned()).or_insert_with(|| RefOr::T(refusal(what)));
    }
    let problems = responses.iter_mut().filter(|(status, _)| status.starts_with(['4', '5']));
    for (_, response) in problems {
        if let RefOr::T(response) = response
            && let Some(content) = response.content.shift_remove("application/json")
        {
            response.content.insert(PROBLEM.to_owned(), content);
        }
    }
}

fn refusal(what: &str) -> Response {
    let schema = Ref::from_schema_name("Problem");
    ResponseBuilder::new().description(what).content(PROBLEM, Content::new(Some(schema))).build()
}
