//! The connection to PostgreSQL, encrypted as the address asks, with certificates made here.

use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair};
use roznamcha_cluster::{Cluster, Durability};
use roznamcha_store::{Store, StoreError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::backend::clock;
use crate::on_postgres::{connected, database, shared};

type Authority = CertifiedIssuer<'static, KeyPair>;

fn authority(name: &str) -> Authority {
    let mut params = CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    params.distinguished_name.push(rcgen::DnType::CommonName, name);
    CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap()
}

fn server(of: &Authority, host: &str) -> Cluster {
    let key = KeyPair::generate().unwrap();
    let params = CertificateParams::new(vec![host.to_owned()]).unwrap();
    let certificate = params.signed_by(&key, of).unwrap();
    let options = Cluster::options().durability(Durability::Fast);
    options.certificate(&certificate.pem(), &key.serialize_pem()).start().unwrap()
}

fn kept(of: &Authority, dir: &Path, name: &str) -> PathBuf {
    let path = dir.join(name);
    std::fs::write(&path, of.pem()).unwrap();
    path
}

/// Our connections to the cluster: encrypted, not encrypted.
fn connections(cluster: &Cluster) -> (u32, u32) {
    let count = |encrypted: &str| {
        let sql = format!(
            "SELECT count(*) FROM pg_stat_ssl s JOIN pg_stat_activity a USING (pid) \
             WHERE a.application_name = 'roznamcha' AND {encrypted} s.ssl"
        );
        cluster.sql("postgres", &sql).unwrap().trim().parse().unwrap()
    };
    (count(""), count("NOT"))
}

async fn refused(url: &str) -> StoreError {
    match connected(url, &clock()).await {
        Ok(_) => panic!("{url} connected"),
        Err(error) => error,
    }
}

#[tokio::test]
async fn the_connection_is_encrypted_and_the_server_verified_as_the_address_asks() {
    let dir = tempfile::tempdir().unwrap();
    let ours = authority("Synthetic authority");
    let file = kept(&ours, dir.path(), "ours.pem");
    let other = kept(&authority("Another authority"), dir.path(), "other.pem");
    let cluster = server(&ours, "127.0.0.1");
    let full = |file: &Path| format!("sslmode=verify-full&sslrootcert={}", file.display());
    for (n, asked) in ["sslmode=require".to_owned(), full(&file)].iter().enumerate() {
        let url = cluster.create_database(&format!("desk_{n}")).unwrap();
        let store: Arc<dyn Store> = connected(&format!("{url}?{asked}"), &clock()).await.unwrap();
        assert!(store.head("TST").await.unwrap().is_none(), "it answers");
        let (encrypted, plain) = connections(&cluster);
        assert!(encrypted > 0 && plain == 0, "{asked}: {encrypted} encrypted, {plain} not");
        store.close().await.unwrap();
    }
    let url = cluster.create_database("desk_closed").unwrap();
    let wrong = refused(&format!("{url}?{}", full(&other))).await;
    assert!(matches!(wrong, StoreError::Unavailable(_)), "another authority: {wrong}");
    let nothing = dir.path().join("empty.pem");
    std::fs::write(&nothing, "").unwrap();
    for file in [nothing, dir.path().join("none.pem")] {
        let wrong = refused(&format!("{url}?{}", full(&file))).await;
        assert!(matches!(wrong, StoreError::Misused(_)) && wrong.to_string().contains("PEM"), "{wrong}");
    }
}

#[tokio::test]
async fn a_server_of_another_name_or_without_encryption_is_not_believed() {
    let dir = tempfile::tempdir().unwrap();
    let ours = authority("Synthetic authority");
    let file = kept(&ours, dir.path(), "ours.pem");
    let cluster = server(&ours, "elsewhere.example");
    let url = cluster.create_database("desk").unwrap();
    let full = format!("sslmode=verify-full&sslrootcert={}", file.display());
    let wrong = refused(&format!("{url}?{full}")).await;
    assert!(matches!(wrong, StoreError::Unavailable(_)), "another name: {wrong}");
    assert_eq!(connections(&cluster), (0, 0));
    let plain = shared().url(&database());
    for asked in ["sslmode=require", full.as_str()] {
        let wrong = refused(&format!("{plain}?{asked}")).await;
        assert!(matches!(wrong, StoreError::Unavailable(_)), "{asked} on a server without: {wrong}");
    }
}
