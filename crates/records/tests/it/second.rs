//! The secret of the second factor: sealed under the node's key, in either database.

use roznamcha_access::Role;
use roznamcha_acts::Moment;
use roznamcha_cluster::Cluster;
use roznamcha_records::{DoorError, FixedClock, Keys, LawBook, Options, Records, SignInError, StatuteBook};
use roznamcha_store::{PgStore, Store, postgres};
use roznamcha_trial::{Node, PASSWORD, officer_of};
use std::sync::Arc;
use totp_rs::{Builder, Secret};

const PLAIN: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

async fn open(node: &Node, seed: [u8; 32]) -> Records {
    let law = Arc::new(LawBook::new(StatuteBook::built_in().unwrap()));
    let keys = Keys { name: "trial".to_owned(), seed };
    let options = Options { argon2_kib: 64, ..Options::default() };
    Records::open(node.store.clone(), law, node.clock.clone(), keys, options).await.unwrap()
}

fn code(secret: &str, now: Moment) -> String {
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).unwrap()).build().unwrap();
    totp.generate(u64::try_from(now.millis() / 1000).unwrap()).to_string()
}

/// What an earlier release kept plain is sealed when the records are opened, and serves as before; an enrolment half
/// done goes. With another node's key no code is right, and a recovery code still is.
async fn a_plain_secret_is_sealed(node: &Node) {
    let sho = officer_of(Role::Sho);
    let mut account = node.store.account(&sho).await.unwrap().unwrap();
    account.totp = Some(PLAIN.to_owned());
    account.recovery = vec![sha256("abcd-abcd-abcd-abcd")];
    node.store.put_account(&account).await.unwrap();
    node.store.put_mark(&format!("totp/{sho}"), PLAIN).await.unwrap();

    let records = open(node, [7; 32]).await;
    assert_eq!(node.store.mark(&format!("totp/{sho}")).await.unwrap().unwrap(), "");
    let kept = node.store.account(&sho).await.unwrap().unwrap().totp.unwrap();
    assert!(kept.starts_with("v1.") && !kept.contains(PLAIN), "{kept}");
    assert_eq!(records.system().second_factors().await.unwrap(), (1, 1));
    let fresh = code(PLAIN, records.now());
    assert!(matches!(records.sign_in(&sho, PASSWORD, "", "t", "ur").await, Err(SignInError::CodeNeeded)));
    records.sign_in(&sho, PASSWORD, &fresh, "t", "ur").await.unwrap();
    let again = open(node, [7; 32]).await;
    assert_eq!(node.store.account(&sho).await.unwrap().unwrap().totp.unwrap(), kept, "sealed once");
    drop(again);

    let stranger = open(node, [8; 32]).await;
    assert_eq!(stranger.system().second_factors().await.unwrap(), (0, 1));
    node.clock.set(node.records.now().plus_seconds(60));
    let fresh = code(PLAIN, stranger.now());
    let refused = stranger.sign_in(&sho, PASSWORD, &fresh, "t", "ur").await;
    assert!(matches!(refused, Err(SignInError::Door(DoorError::Broken(_)))), "{refused:?}");
    stranger.sign_in(&sho, PASSWORD, "abcd-abcd-abcd-abcd", "t", "ur").await.unwrap();
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
}

#[tokio::test]
async fn a_plain_secret_is_sealed_on_sqlite() {
    a_plain_secret_is_sealed(&Node::new().await.unwrap()).await;
}

#[tokio::test]
async fn a_plain_secret_is_sealed_on_postgres() {
    let dir = tempfile::tempdir().unwrap();
    let clock = Arc::new(FixedClock::new(Moment::from_millis(1_767_589_200_000).unwrap()));
    let law = Arc::new(LawBook::new(StatuteBook::built_in().unwrap()));
    let url = Cluster::shared().unwrap().create_database("sealed").unwrap();
    let store: Arc<dyn Store> =
        Arc::new(PgStore::connect(&url, postgres::Options::new(clock.clone(), law)).await.unwrap());
    a_plain_secret_is_sealed(&Node::over(store, clock, dir).await.unwrap()).await;
}

#[tokio::test]
async fn a_stolen_database_file_gives_no_second_factor() {
    let node = Node::new().await.unwrap();
    let sho = officer_of(Role::Sho);
    let token = node.token(&sho).await.unwrap();
    let caller = node.records.caller(&token, "r").await.unwrap();
    let begun = node.records.begin_totp(&caller, PASSWORD).await.unwrap();
    let first = code(&begun.secret, node.records.now());
    node.records.confirm_totp(&caller, &first).await.unwrap();
    node.store.close().await.unwrap();
    let mut read = 0;
    for file in std::fs::read_dir(node.dir.path()).unwrap().map(|f| f.unwrap().path()) {
        if file.is_dir() {
            continue;
        }
        let bytes = std::fs::read(file).unwrap();
        read += bytes.len();
        let secret = begun.secret.as_bytes();
        assert!(!bytes.windows(secret.len()).any(|w| w == secret), "the secret stands in a file");
    }
    assert!(read > 100_000, "the database was read: {read} bytes");
}

#[tokio::test]
async fn a_session_left_open_does_not_change_the_second_factor() {
    let node = Node::new().await.unwrap();
    let sho = officer_of(Role::Sho);
    let token = node.token(&sho).await.unwrap();
    let caller = node.records.caller(&token, "r").await.unwrap();
    for _ in 0..4 {
        assert!(matches!(node.records.begin_totp(&caller, "guessed").await, Err(SignInError::Wrong)));
    }
    let locked = node.records.begin_totp(&caller, "guessed").await;
    assert!(matches!(locked, Err(SignInError::Locked { .. })), "guessing counts as at the door");
    assert!(matches!(node.records.begin_totp(&caller, PASSWORD).await, Err(SignInError::Locked { .. })));
    let refused = node.records.confirm_totp(&caller, "000000").await;
    assert!(matches!(refused, Err(SignInError::Door(DoorError::NotFound))), "nothing was begun");
}
