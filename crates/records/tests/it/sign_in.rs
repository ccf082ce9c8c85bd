//! Signing in and staying signed in.

use roznamcha_access::Role;
use roznamcha_records::{DoorError, SignInError};
use roznamcha_trial::{Node, PASSWORD, officer_of};
use totp_rs::{Builder, Secret};

async fn try_in(node: &Node, officer: &str, password: &str, code: &str) -> Result<String, SignInError> {
    node.records.sign_in(officer, password, code, "test", "ur").await.map(|s| s.token)
}

fn advance(node: &Node, seconds: i64) {
    node.clock.set(node.records.now().plus_seconds(seconds));
}

fn code(secret: &str, node: &Node) -> String {
    let totp = Builder::new().with_secret(Secret::try_from_base32(secret).unwrap()).build().unwrap();
    let seconds = u64::try_from(node.records.now().millis() / 1000).unwrap();
    totp.generate(seconds).to_string()
}

#[tokio::test]
async fn five_failures_in_fifteen_minutes_lock_and_the_lock_ends() {
    let node = Node::new().await.unwrap();
    let sho = officer_of(Role::Sho);
    for _ in 0..4 {
        assert!(matches!(try_in(&node, &sho, "wrong", "").await, Err(SignInError::Wrong)));
        advance(&node, 10);
    }
    assert!(matches!(try_in(&node, &sho, "wrong", "").await, Err(SignInError::Locked { .. })));
    assert!(
        matches!(try_in(&node, &sho, PASSWORD, "").await, Err(SignInError::Locked { .. })),
        "locked for all"
    );
    advance(&node, 16 * 60);
    try_in(&node, &sho, PASSWORD, "").await.unwrap();
    // An officer there is not is told the same, and locks the same.
    for _ in 0..4 {
        assert!(matches!(try_in(&node, "NOBODY", "wrong", "").await, Err(SignInError::Wrong)));
    }
    assert!(matches!(try_in(&node, "NOBODY", "wrong", "").await, Err(SignInError::Locked { .. })));
}

#[tokio::test]
async fn a_success_clears_the_count() {
    let node = Node::new().await.unwrap();
    let sho = officer_of(Role::Sho);
    for _ in 0..3 {
        for _ in 0..4 {
            assert!(matches!(try_in(&node, &sho, "wrong", "").await, Err(SignInError::Wrong)));
        }
        advance(&node, 1);
        try_in(&node, &sho, PASSWORD, "").await.unwrap();
        advance(&node, 1);
    }
}

#[tokio::test]
async fn the_second_factor_is_asked_each_code_serves_once_and_recovery_codes_too() {
    let node = Node::new().await.unwrap();
    let sho = officer_of(Role::Sho);
    let token = try_in(&node, &sho, PASSWORD, "").await.unwrap();
    let caller = node.records.caller(&token, "r").await.unwrap();
    let enrolment = node.records.begin_totp(&caller, PASSWORD).await.unwrap();
    assert!(enrolment.uri.starts_with("otpauth://totp/Roznamcha:TRL-sho?secret="));
    assert!(matches!(node.records.confirm_totp(&caller, "000000").await, Err(SignInError::Wrong)));
    let recovery = node.records.confirm_totp(&caller, &code(&enrolment.secret, &node)).await.unwrap();
    assert!(matches!(try_in(&node, &sho, PASSWORD, "").await, Err(SignInError::CodeNeeded)));
    let used = code(&enrolment.secret, &node);
    assert!(matches!(try_in(&node, &sho, PASSWORD, &used).await, Err(SignInError::Wrong)), "used to enrol");
    advance(&node, 30);
    let fresh = code(&enrolment.secret, &node);
    let by_code = node.records.sign_in(&sho, PASSWORD, &fresh, "test", "ur").await.unwrap();
    assert_eq!(by_code.recovery_left, None);
    assert!(matches!(try_in(&node, &sho, PASSWORD, &fresh).await, Err(SignInError::Wrong)), "once only");
    advance(&node, 20 * 60);
    let by_recovery = node.records.sign_in(&sho, PASSWORD, &recovery[0], "test", "ur").await.unwrap();
    assert_eq!(by_recovery.recovery_left, Some(7));
    assert!(matches!(try_in(&node, &sho, PASSWORD, &recovery[0]).await, Err(SignInError::Wrong)));
    try_in(&node, &sho, PASSWORD, &recovery[1]).await.unwrap();
}

#[tokio::test]
async fn sessions_idle_out_end_at_once_and_do_not_outlive_a_posting() {
    let node = Node::new().await.unwrap();
    let sho = officer_of(Role::Sho);
    let signed_out = |r: Result<_, DoorError>| matches!(r, Err(DoorError::SignedOut));
    let idle = try_in(&node, &sho, PASSWORD, "").await.unwrap();
    advance(&node, 29 * 60);
    node.records.caller(&idle, "r").await.unwrap();
    advance(&node, 29 * 60);
    node.records.caller(&idle, "r").await.unwrap();
    advance(&node, 31 * 60);
    assert!(signed_out(node.records.caller(&idle, "r").await.map(|_| ())));

    let left = try_in(&node, &sho, PASSWORD, "").await.unwrap();
    let caller = node.records.caller(&left, "r").await.unwrap();
    node.records.sign_out(&caller).await.unwrap();
    assert!(signed_out(node.records.caller(&left, "r").await.map(|_| ())));

    let one = try_in(&node, &sho, PASSWORD, "").await.unwrap();
    let two = try_in(&node, &sho, PASSWORD, "").await.unwrap();
    let caller = node.records.caller(&one, "r").await.unwrap();
    node.records.change_password(&caller, PASSWORD, "Deodar-forest-9").await.unwrap();
    assert!(signed_out(node.records.caller(&two, "r").await.map(|_| ())), "other sessions end");
    node.records.caller(&one, "r").await.unwrap();

    use roznamcha_acts::kinds::{Body, StaffRelieve};
    let relieve = Body::StaffRelieve(StaffRelieve {
        officer: sho.clone(),
        until: node.records.now().day(),
        order_no: "TRL/99".into(),
        reason: "transfer".into(),
    });
    let admin = node.as_role(Role::Administrator).await.unwrap();
    let new = roznamcha_records::NewAct {
        office: Some(roznamcha_trial::STATION.into()),
        ..roznamcha_records::NewAct::now(node.id(), relieve)
    };
    node.records.perform(&admin, new).await.unwrap();
    assert!(signed_out(node.records.caller(&one, "r").await.map(|_| ())), "no posting, no session");
}

#[tokio::test]
async fn twelve_hours_are_the_longest_session_and_weak_passwords_are_refused() {
    let node = Node::new().await.unwrap();
    let token = try_in(&node, &officer_of(Role::Io), PASSWORD, "").await.unwrap();
    for _ in 0..24 {
        advance(&node, 29 * 60);
        node.records.caller(&token, "r").await.unwrap();
    }
    advance(&node, 29 * 60);
    assert!(matches!(node.records.caller(&token, "r").await, Err(DoorError::SignedOut)));
    let token = try_in(&node, &officer_of(Role::Io), PASSWORD, "").await.unwrap();
    let caller = node.records.caller(&token, "r").await.unwrap();
    for weak in ["short", "1234567890", "Pakistan1947", "TRL-io-secret"] {
        let refused = node.records.change_password(&caller, PASSWORD, weak).await;
        assert!(matches!(refused, Err(SignInError::Door(DoorError::Refused(_)))), "{weak}");
    }
    assert!(matches!(
        node.records.change_password(&caller, "wrong", "Deodar-forest-9").await,
        Err(SignInError::Wrong)
    ));
}
