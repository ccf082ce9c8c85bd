//! Configuration: defaults, then the file, then the environment, then the flags; the later wins.

use figment::Figment;
use figment::providers::{Format, Serialized, Toml};
use figment::value::{Dict, Value};
use serde::{Deserialize, Serialize};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

/// The files looked for when none is named; the first that is there is read.
const FILES: [&str; 2] = ["roznamcha.toml", "/etc/roznamcha/roznamcha.toml"];
/// What every key is called in the environment, before the key in capitals.
pub const PREFIX: &str = "ROZNAMCHA_";
/// What stands in place of a secret.
const HIDDEN: &str = "***";

/// Every key with its meaning, in the order of `docs/configuration.md`. A test holds page, table and struct together.
pub const KEYS: &[(&str, &str)] = &[
    ("listen", "Address and port of the server. Port 0 takes any free port."),
    ("data", "Folder of the database file, the node's key and reports."),
    ("database", "Path of a SQLite file, or a URL `postgres://…`. Empty: `roznamcha.db` in `data`."),
    ("database_pool", "Connections to PostgreSQL that read, at most; nine more write."),
    ("node", "Name under which this node signs checkpoints. Each node has its own."),
    (
        "public_url",
        "Address by which people reach the server, without a final slash; QR codes lead to it. Empty: \
        `http://` and `listen`.",
    ),
    (
        "behind_tls",
        "People reach the server through TLS: cookies are `Secure`, browsers are told to stay with TLS.",
    ),
    (
        "trusted_proxies",
        "Addresses of reverse proxies whose `X-Forwarded-For` is believed; in the environment, with \
        commas between.",
    ),
    ("rate_per_second", "Requests a second from one address, in the long run. 0: no limit."),
    ("rate_burst", "Requests from one address at once, before the limit above holds."),
    ("request_seconds", "Seconds after which a request is given up."),
    ("body_bytes", "Largest body of a request, in bytes."),
    ("metrics_token", "Secret that opens `/metrics` as a bearer token. Empty: only to this machine itself."),
    (
        "log",
        "What is logged: `error`, `warn`, `info`, `debug`, or a filter such as `info,roznamcha_store=debug`.",
    ),
    ("idle_minutes", "Minutes without use after which a session ends."),
    ("session_hours", "Hours after which an officer signs in again."),
    ("lock_after", "Failed sign-ins that lock an account."),
    ("lock_minutes", "Minutes within which they count, and for which the lock holds."),
    ("argon2_kib", "Memory of the password hash, in KiB."),
    (
        "files_store",
        "Where files lie: `https://host/bucket/prefix` of an S3-compatible store. Empty: the folder `files` in `data`.",
    ),
    ("files_region", "Region of that store, as its signature has it."),
    ("files_key", "Access key of that store."),
    ("files_secret", "Secret key of that store."),
    (
        "files_authorities",
        "PEM file of the certificate authorities of that store. Empty: those of the public web.",
    ),
    ("files_bytes", "Largest file, in bytes."),
    ("files_day_bytes", "Bytes that one officer may begin to send within 24 hours."),
    ("files_days", "Days after which an upload not finished, and a file that no act holds, is removed."),
    (
        "prints_weights",
        "File of the weights of the neural extractor of finger-prints. Empty: the classical extractor.",
    ),
    ("prints_candidates", "Candidates of one list, at most."),
    (
        "prints_tenprint_centibans",
        "From which likelihood ratio on a candidate of a ten-print search is listed: 100 times its decimal logarithm.",
    ),
    ("prints_single_centibans", "The same of a search with one finger."),
    ("prints_latent_centibans", "The same of a latent."),
];

/// Keys that are never shown.
const SECRET: &[&str] = &["metrics_token", "files_secret"];

/// The configuration. What each key means stands in [`KEYS`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    pub listen: SocketAddr,
    pub data: PathBuf,
    pub database: String,
    pub database_pool: usize,
    pub node: String,
    pub public_url: String,
    pub behind_tls: bool,
    pub trusted_proxies: Vec<IpAddr>,
    pub rate_per_second: u32,
    pub rate_burst: u32,
    pub request_seconds: u64,
    pub body_bytes: usize,
    pub metrics_token: String,
    pub log: String,
    pub idle_minutes: i64,
    pub session_hours: i64,
    pub lock_after: u32,
    pub lock_minutes: i64,
    pub argon2_kib: u32,
    pub files_store: String,
    pub files_region: String,
    pub files_key: String,
    pub files_secret: String,
    pub files_authorities: PathBuf,
    pub files_bytes: u64,
    pub files_day_bytes: u64,
    pub files_days: i64,
    pub prints_weights: PathBuf,
    pub prints_candidates: usize,
    pub prints_tenprint_centibans: i32,
    pub prints_single_centibans: i32,
    pub prints_latent_centibans: i32,
}

impl Default for Config {
    fn default() -> Self {
        let door = roznamcha_records::Options::default();
        Self {
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            data: PathBuf::from("roznamcha-data"),
            database: String::new(),
            database_pool: 8,
            node: "node-1".to_owned(),
            public_url: String::new(),
            behind_tls: false,
            trusted_proxies: Vec::new(),
            rate_per_second: 50,
            rate_burst: 200,
            request_seconds: 30,
            body_bytes: 1 << 20,
            metrics_token: String::new(),
            log: "info".to_owned(),
            idle_minutes: door.idle_minutes,
            session_hours: door.session_hours,
            lock_after: door.lock_after,
            lock_minutes: door.lock_minutes,
            argon2_kib: door.argon2_kib,
            files_store: String::new(),
            files_region: "us-east-1".to_owned(),
            files_key: String::new(),
            files_secret: String::new(),
            files_authorities: PathBuf::new(),
            files_bytes: door.files.largest,
            files_day_bytes: door.files.a_day,
            files_days: door.files.days,
            prints_weights: PathBuf::new(),
            prints_candidates: door.cro.candidates,
            prints_tenprint_centibans: door.cro.tenprint_centibans,
            prints_single_centibans: door.cro.single_centibans,
            prints_latent_centibans: door.cro.latent_centibans,
        }
    }
}

/// Why there is no configuration.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// A file or value that does not read.
    #[error("the configuration does not read: {0}; `docs/configuration.md` lists every key")]
    Unreadable(Box<figment::Error>),
    /// The named file is not there.
    #[error("there is no configuration file `{0}`; name another with --config")]
    NoFile(String),
    /// A value from the environment.
    #[error("`{name}` is `{value}`, which is not {wanted}")]
    Environment {
        /// The variable.
        name: String,
        /// Its value.
        value: String,
        /// What it should be.
        wanted: &'static str,
    },
    /// A value that cannot work.
    #[error("`{key}` must be {wanted}")]
    Range {
        /// The key.
        key: &'static str,
        /// What it must be.
        wanted: &'static str,
    },
}

impl From<figment::Error> for ConfigError {
    fn from(error: figment::Error) -> Self {
        Self::Unreadable(Box::new(error))
    }
}

/// Values given on the command line.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Flags {
    /// `--listen`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listen: Option<SocketAddr>,
    /// `--data`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<PathBuf>,
    /// `--database`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
}

/// Where the journals are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Database {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL server, by URL.
    Postgres(String),
}

impl Config {
    /// The configuration of this process.
    ///
    /// `file` is the one that was named, which must be there; without it the first there is of [`FILES`].
    ///
    /// # Errors
    /// [`ConfigError`], naming the file, key or variable.
    pub fn load(
        file: Option<&Path>,
        vars: impl Iterator<Item = (String, String)>,
        flags: &Flags,
    ) -> Result<Self, ConfigError> {
        if let Some(path) = file.filter(|path| !path.is_file()) {
            return Err(ConfigError::NoFile(path.display().to_string()));
        }
        let file = file.or_else(|| FILES.iter().map(Path::new).find(|path| path.is_file()));
        let defaults = Serialized::defaults(Self::default());
        let environment = environment(vars)?;
        let mut figment = Figment::from(defaults);
        if let Some(path) = file {
            figment = figment.merge(Toml::file_exact(path));
        }
        let config: Self =
            figment.merge(Serialized::defaults(environment)).merge(Serialized::defaults(flags)).extract()?;
        config.check()?;
        Ok(config)
    }

    fn check(&self) -> Result<(), ConfigError> {
        let positive = "1 or more";
        let rules: [(bool, &'static str, &'static str); 13] = [
            (self.files_bytes > 0, "files_bytes", positive),
            (self.files_days > 0, "files_days", positive),
            ((1..=200).contains(&self.prints_candidates), "prints_candidates", "1 to 200"),
            (
                self.files_store.is_empty()
                    || self.files_store().is_some_and(|(_, bucket)| !bucket.is_empty()),
                "files_store",
                "empty, or `https://host/bucket`",
            ),
            (self.database_pool > 0, "database_pool", positive),
            (self.rate_burst > 0, "rate_burst", positive),
            (self.request_seconds > 0, "request_seconds", positive),
            (self.body_bytes >= 4096, "body_bytes", "4096 or more"),
            (self.idle_minutes > 0, "idle_minutes", positive),
            (self.session_hours > 0, "session_hours", positive),
            (self.lock_after > 0, "lock_after", positive),
            (self.lock_minutes > 0, "lock_minutes", positive),
            (self.argon2_kib >= 64, "argon2_kib", "64 or more"),
        ];
        for (good, key, wanted) in rules {
            if !good {
                return Err(ConfigError::Range { key, wanted });
            }
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if self.node.is_empty() || !self.node.chars().all(plain) {
            return Err(ConfigError::Range { key: "node", wanted: "letters, digits, `-`, `_` or `.`" });
        }
        Ok(())
    }

    /// Address and bucket (with what stands before every name) of the store of files, where there is one.
    pub fn files_store(&self) -> Option<(&str, &str)> {
        let text = self.files_store.trim().trim_end_matches('/');
        let host = text.find("://").map(|at| at + 3)?;
        let slash = text.get(host..)?.find('/').map(|at| at + host)?;
        text.get(..slash).zip(text.get(slash + 1..))
    }

    /// Where the journals are kept.
    pub fn database(&self) -> Database {
        let text = self.database.trim();
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            Database::Postgres(text.to_owned())
        } else if text.is_empty() {
            Database::Sqlite(self.data.join("roznamcha.db"))
        } else {
            Database::Sqlite(PathBuf::from(text))
        }
    }

    /// The file's own form of this configuration, secrets hidden.
    ///
    /// # Errors
    /// [`ConfigError::Unreadable`] when a value has no form in the file, such as a path that is not Unicode.
    pub fn shown(&self) -> Result<String, ConfigError> {
        use std::fmt::Write as _;
        let values = values(self)?;
        let mut text = String::new();
        for (key, _) in KEYS {
            let value = values.get(*key).cloned().unwrap_or_else(|| Value::from(""));
            let value = match (&value, *key) {
                (Value::String(_, secret), key) if SECRET.contains(&key) && !secret.is_empty() => {
                    Value::from(HIDDEN)
                }
                (Value::String(_, url), "database") => Value::from(hidden_password(url)),
                _ => value,
            };
            // Writing to a String does not fail.
            let _ = writeln!(text, "{key} = {}", written(&value));
        }
        Ok(text)
    }
}

/// A value as the file writes it.
fn written(value: &Value) -> String {
    toml::Value::try_from(value).map_or_else(|_| String::new(), |v| v.to_string())
}

fn values(config: &Config) -> Result<Dict, ConfigError> {
    let value = Value::serialize(config)?;
    Ok(value.into_dict().unwrap_or_default())
}

/// A database URL without its password.
fn hidden_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let Some((who, place)) = rest.rsplit_once('@') else { return url.to_owned() };
    match who.split_once(':') {
        Some((user, _)) => format!("{scheme}://{user}:{HIDDEN}@{place}"),
        None => url.to_owned(),
    }
}

/// The keys set in the environment, each read as its default is typed: a token of digits stays text.
fn environment(vars: impl Iterator<Item = (String, String)>) -> Result<Dict, ConfigError> {
    let defaults = values(&Config::default())?;
    let mut found = Dict::new();
    for (name, text) in vars {
        let Some(key) = name.strip_prefix(PREFIX).map(str::to_ascii_lowercase) else { continue };
        let Some(default) = defaults.get(&key) else { continue };
        let wrong = |wanted| ConfigError::Environment { name: name.clone(), value: text.clone(), wanted };
        let value = match default {
            Value::Bool(..) => Value::from(text.parse::<bool>().map_err(|_| wrong("true or false"))?),
            Value::Num(..) => Value::from(text.parse::<i64>().map_err(|_| wrong("a whole number"))?),
            Value::Array(..) => {
                let parts = text.split(',').map(str::trim).filter(|p| !p.is_empty());
                Value::from(parts.map(Value::from).collect::<Vec<_>>())
            }
            _ => Value::from(text.as_str()),
        };
        found.insert(key, value);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vars(list: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
        list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect::<Vec<_>>().into_iter()
    }

    fn load(file: &str, env: &[(&str, &str)], flags: &Flags) -> Result<Config, ConfigError> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("r.toml");
        std::fs::write(&path, file).unwrap();
        Config::load(Some(&path), vars(env), flags)
    }

    #[test]
    fn the_later_wins() {
        let none = Flags::default();
        assert_eq!(load("", &[], &none).unwrap(), Config::default());
        let file = "rate_burst = 7\nnode = \"file\"\nlisten = \"127.0.0.1:1\"";
        let env = [("ROZNAMCHA_NODE", "env"), ("ROZNAMCHA_LISTEN", "127.0.0.1:2"), ("ROZNAMCHA_PG_BIN", "x")];
        let flags = Flags { listen: Some("127.0.0.1:3".parse().unwrap()), ..Flags::default() };
        let config = load(file, &env, &flags).unwrap();
        assert_eq!((config.rate_burst, config.node.as_str(), config.listen.port()), (7, "env", 3));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let none = Flags::default();
        let error = |file: &str, env: &[(&str, &str)]| load(file, env, &none).unwrap_err().to_string();
        assert!(error("ratte = 1", &[]).contains("ratte"));
        assert!(error("rate_burst = \"many\"", &[]).contains("rate_burst"));
        assert!(error("rate_burst = 0", &[]).contains("rate_burst"));
        assert!(error("node = \"a b\"", &[]).contains("node"));
        assert!(error("", &[("ROZNAMCHA_LOCK_AFTER", "five")]).contains("ROZNAMCHA_LOCK_AFTER"));
        let absent = Config::load(Some(Path::new("no/such.toml")), vars(&[]), &none).unwrap_err().to_string();
        assert!(absent.contains("no/such.toml"), "{absent}");
    }

    #[test]
    fn environment_is_read_as_its_key_is_typed() {
        let env = [
            ("ROZNAMCHA_METRICS_TOKEN", "12345"),
            ("ROZNAMCHA_TRUSTED_PROXIES", "10.0.0.1, ::1"),
            ("ROZNAMCHA_BEHIND_TLS", "true"),
        ];
        let config = load("", &env, &Flags::default()).unwrap();
        assert_eq!(config.metrics_token, "12345");
        assert_eq!(config.trusted_proxies.len(), 2);
        assert!(config.behind_tls);
    }

    #[test]
    fn secrets_are_hidden_and_the_rest_reads_back() {
        let mut config = Config { metrics_token: "s3cret".to_owned(), ..Config::default() };
        config.database = "postgres://app:pa@ss:word@db.example/roznamcha".to_owned();
        let shown = config.shown().unwrap();
        assert!(!shown.contains("s3cret") && !shown.contains("pa@ss") && !shown.contains("word@"), "{shown}");
        assert!(shown.contains("postgres://app:***@db.example/roznamcha"), "{shown}");
        let plain = Config::default();
        assert_eq!(load(&plain.shown().unwrap(), &[], &Flags::default()).unwrap(), plain);
    }

    #[test]
    fn the_database_is_a_path_or_an_address() {
        let with = |database: &str| Config { database: database.to_owned(), ..Config::default() }.database();
        assert_eq!(with(""), Database::Sqlite("roznamcha-data/roznamcha.db".into()));
        assert_eq!(with("other.db"), Database::Sqlite("other.db".into()));
        assert_eq!(with("postgresql://h/d"), Database::Postgres("postgresql://h/d".into()));
    }

    /// The page of the configuration lists exactly the keys there are, with their defaults.
    #[test]
    fn the_page_is_true() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
        let page = std::fs::read_to_string(path).unwrap();
        let listed: Vec<&str> = page.lines().filter(|line| line.starts_with("| `")).collect();
        let defaults = values(&Config::default()).unwrap();
        let expected: Vec<String> = KEYS
            .iter()
            .map(|(key, what)| format!("| `{key}` | `{}` | {what} |", written(&defaults[*key])))
            .collect();
        assert_eq!(defaults.len(), KEYS.len());
        assert_eq!(listed, expected, "docs/configuration.md should list:\n{}", expected.join("\n"));
    }
}
