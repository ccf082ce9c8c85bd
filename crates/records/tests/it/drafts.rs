//! Drafts are the officer's own, and small.

use roznamcha_access::Role;
use roznamcha_records::DoorError;
use roznamcha_trial::Node;

#[tokio::test]
async fn a_draft_is_kept_resumed_listed_and_thrown_away_by_its_officer_alone() {
    let node = Node::new().await.unwrap();
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    let sho = node.as_role(Role::Sho).await.unwrap();
    let id = node.id().to_string();
    node.records.save_draft(&moharrar, &id, "fir.register", r#"{"a":1}"#).await.unwrap();
    node.records.save_draft(&moharrar, &id, "fir.register", r#"{"a":2}"#).await.unwrap();
    assert_eq!(node.records.draft(&moharrar, &id).await.unwrap().body, r#"{"a":2}"#);
    assert_eq!(node.records.drafts(&moharrar).await.unwrap().len(), 1);
    assert!(matches!(node.records.draft(&sho, &id).await, Err(DoorError::NotFound)));
    node.records.discard_draft(&sho, &id).await.unwrap();
    assert_eq!(node.records.drafts(&moharrar).await.unwrap().len(), 1, "another's draft stays");
    node.records.discard_draft(&moharrar, &id).await.unwrap();
    assert!(node.records.drafts(&moharrar).await.unwrap().is_empty());
    for (id, form, body) in
        [("x", "fir.register", "{}"), (id.as_str(), "no.such", "{}"), (id.as_str(), "fir.register", "{")]
    {
        assert!(matches!(
            node.records.save_draft(&moharrar, id, form, body).await,
            Err(DoorError::Refused(_))
        ));
    }
    let large = format!("\"{}\"", "x".repeat(600 * 1024));
    assert!(node.records.save_draft(&moharrar, &id, "fir.register", &large).await.is_err());
}
