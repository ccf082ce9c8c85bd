//! A set of policies that does not hold together does not load.

use std::str::FromStr;

use roznamcha_access::{AccessError, Action, Field, Gate, NEVER_BEND, Purpose, ResourceKind, Role};

/// The built-in files with one of them changed.
fn load_with(file: &str, change: impl Fn(&str) -> String) -> Result<Gate, AccessError> {
    let (schema, files) = Gate::built_in_sources();
    let changed: Vec<(&str, String)> = files
        .iter()
        .map(|(name, text)| (*name, if *name == file { change(text) } else { (*text).to_owned() }))
        .collect();
    assert!(files.iter().any(|(name, _)| *name == file));
    let borrowed: Vec<(&str, &str)> = changed.iter().map(|(name, text)| (*name, text.as_str())).collect();
    Gate::new(schema, &borrowed)
}

fn with_rule(rule: &str) -> Result<Gate, AccessError> {
    load_with("60-everyone.cedar", |text| format!("{text}\n{rule}\n"))
}

const WHOLE: &str = r#"@id("x") @why("Because.") @law("None")"#;

#[test]
fn the_built_in_policies_fit_the_schema_strictly_and_explain_themselves() {
    let gate = Gate::built_in().unwrap();
    for policy in gate.policies() {
        assert!(policy.why.ends_with('.') && policy.why.len() > 15, "{policy:?}");
        assert!(!policy.law.is_empty(), "{policy:?}");
        assert_eq!(policy.forbids, policy.key.is_some(), "{policy:?}");
    }
    for id in NEVER_BEND {
        assert!(gate.policy(id).is_some_and(|p| p.forbids), "{id}");
    }
    assert!(gate.policies().filter(|p| p.file == "00-never.cedar").all(|p| NEVER_BEND.contains(&&*p.id)));
}

#[test]
fn a_policy_without_id_or_reason_does_not_load() {
    let bare = "permit (principal, action in Action::\"read_home\", resource is Home);";
    for missing in ["id", "why", "law"] {
        let kept: String = WHOLE
            .split(") ")
            .filter(|a| !a.contains(&format!("@{missing}(")))
            .fold(String::new(), |text, a| {
                format!("{text} {}", if a.ends_with(')') { a.to_owned() } else { format!("{a})") })
            });
        match with_rule(&format!("{kept} {bare}")) {
            Err(AccessError::Unexplained { annotation, .. }) => assert_eq!(annotation, missing),
            other => panic!("{missing}: {other:?}"),
        }
    }
    assert!(with_rule(&format!("{WHOLE} {bare}")).is_ok());
}

#[test]
fn a_prohibition_without_key_does_not_load() {
    let rule = format!("{WHOLE} forbid (principal, action in Action::\"read_home\", resource is Home);");
    assert!(matches!(with_rule(&rule), Err(AccessError::Unexplained { annotation: "key", .. })));
}

#[test]
fn a_misspelt_role_purpose_or_action_does_not_load() {
    for wrong in [
        "permit (principal in Role::\"shoo\", action in Action::\"read_home\", resource);",
        "permit (principal, action in Action::\"read_hom\", resource);",
        "permit (principal, action in Action::\"read_diary\", resource) \
         when { context has purpose && context.purpose == Purpose::\"dutty\" };",
        "permit (principal, action in Action::\"read_diary\", resource) when { principal.age > 3 };",
    ] {
        let error = with_rule(&format!("{WHOLE} {wrong}")).unwrap_err();
        assert!(matches!(error, AccessError::Invalid { .. }), "{error}");
    }
}

#[test]
fn the_rules_that_never_bend_cannot_be_left_out_or_turned_round() {
    let out =
        load_with("00-never.cedar", |text| text.replace("\"not-in-service\")\n@why", "\"renamed\")\n@why"));
    assert!(matches!(out, Err(AccessError::NeverBends { id: "not-in-service" })), "{out:?}");
    let turned = load_with("00-never.cedar", |text| text.replace("forbid (", "permit ("));
    assert!(matches!(turned, Err(AccessError::NeverBends { .. })), "{turned:?}");
}

#[test]
fn text_that_cannot_be_read_names_its_file() {
    let error = load_with("30-command.cedar", |text| text.replace("permit (", "permit ")).unwrap_err();
    assert!(error.to_string().contains("30-command.cedar"), "{error}");
}

#[test]
fn two_policies_of_one_id_do_not_load() {
    let rule = "permit (principal, action in Action::\"read_home\", resource is Home);";
    let twice = format!("@id(\"own-drafts\") @why(\"Because.\") @law(\"None\") {rule}");
    assert!(matches!(with_rule(&twice), Err(AccessError::DuplicateId { id }) if id == "own-drafts"));
}

#[test]
fn every_name_reads_back() {
    for role in Role::ALL {
        assert_eq!(Role::from_str(role.as_str()).unwrap(), *role);
        assert_eq!(serde_json::to_string(role).unwrap(), format!("\"{role}\""));
    }
    assert!(Action::ALL.iter().all(|a| a.as_str().parse::<Action>().unwrap() == *a));
    assert!(Purpose::ALL.iter().all(|p| p.as_str().parse::<Purpose>().unwrap() == *p));
    assert!(Field::ALL.iter().all(|f| f.as_str().parse::<Field>().unwrap() == *f));
    assert!(ResourceKind::ALL.iter().all(|k| k.as_str().parse::<ResourceKind>().unwrap() == *k));
    assert_eq!("shoo".parse::<Role>().unwrap_err().to_string(), "`shoo` is not a known role");
}

#[test]
fn a_rule_that_cannot_be_computed_denies() {
    let rule = "forbid (principal, action in Action::\"read_home\", resource is Home) \
                when { principal.rank * 9223372036854775807 > 1 };";
    let gate = with_rule(&format!("{WHOLE} @key(\"x\") {rule}")).unwrap();
    let home = crate::world::row(ResourceKind::Home, "S1");
    let decision = gate.decide(&crate::world::actor(Role::Sho), Action::ReadHome, &home, None);
    assert_eq!(decision.reason_key.as_deref(), Some("policy-fault"));
    let civilian = gate.decide(&crate::world::actor(Role::FrontDesk), Action::ReadHome, &home, None);
    assert!(civilian.allowed, "rank 0 does not overflow: {civilian:?}");
}
