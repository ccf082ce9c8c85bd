//! The OpenAPI document is a snapshot: a change of the wire shows in review.

#[test]
fn the_document_is_the_one_reviewed() {
    insta::assert_snapshot!("openapi", roznamcha_api::openapi());
}

#[test]
fn the_document_is_openapi_3_1_and_every_operation_says_its_errors() {
    let document: serde_json::Value = serde_json::from_str(&roznamcha_api::openapi()).unwrap();
    assert_eq!(document["openapi"], "3.1.0");
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let responses = operation["responses"].as_object().unwrap();
            let errors = responses.keys().filter(|s| s.starts_with('4')).count();
            assert!(errors > 0, "{method} {path} names no error");
            for (status, response) in responses.iter().filter(|(s, _)| s.starts_with(['4', '5'])) {
                let kinds: Vec<&String> = response["content"].as_object().unwrap().keys().collect();
                assert_eq!(kinds, ["application/problem+json"], "{method} {path} {status}");
            }
            assert!(
                operation["description"].as_str().is_some_and(|d| !d.is_empty())
                    || operation["summary"].is_string()
            );
        }
    }
}
