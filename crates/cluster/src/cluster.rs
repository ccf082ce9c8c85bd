//! The cluster: made, started, killed, started again, stopped.

use std::fs::{self, File};
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use tempfile::TempDir;

use crate::account::Account;
use crate::binaries::Binaries;
use crate::guard::Guard;
use crate::options::Certificate;
use crate::process::{children, output, signal, wait_until, works_in};
use crate::{ClusterError, Options};

/// How long to wait for a server to be ready; recovery after a kill on a loaded machine is what takes long.
const LIMIT: Duration = Duration::from_secs(60);

/// A running PostgreSQL server of our own. Superuser `postgres`, no password, loopback only.
///
/// Stopped and removed when dropped. All methods take `&self`, so writers can go on while the server is killed.
#[derive(Debug)]
pub struct Cluster {
    binaries: Binaries,
    account: Account,
    settings: Vec<(String, String)>,
    port: u16,
    server: Mutex<Option<Child>>,
    // Dropped in this order, after our `drop` has stopped the server: the directory, then its guard.
    root: TempDir,
    _guard: Guard,
}

impl Cluster {
    /// Starts a durable cluster with PostgreSQL's own settings.
    ///
    /// # Errors
    /// See [`ClusterError`]; [`ClusterError::NoBinaries`] names the package to install.
    pub fn start() -> Result<Self, ClusterError> {
        Self::options().start()
    }

    /// Settings to start a cluster with.
    #[must_use]
    pub fn options() -> Options {
        Options::default()
    }

    /// One fast (not durable) cluster for the whole process, started by the first who asks.
    ///
    /// # Errors
    /// See [`ClusterError`]; a later call tries again.
    pub fn shared() -> Result<&'static Self, ClusterError> {
        static SHARED: OnceLock<Cluster> = OnceLock::new();
        static STARTING: Mutex<()> = Mutex::new(());
        let _one_at_a_time = STARTING.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(running) = SHARED.get() {
            return Ok(running);
        }
        let started = Self::options().durability(crate::Durability::Fast).start()?;
        Ok(SHARED.get_or_init(|| started))
    }

    pub(crate) fn start_with(
        mut settings: Vec<(String, String)>,
        certificate: Option<Certificate>,
    ) -> Result<Self, ClusterError> {
        let binaries = Binaries::find()?;
        let root = tempfile::Builder::new()
            .prefix("roznamcha-pg-")
            .tempdir()
            .map_err(|source| ClusterError::Directory { path: std::env::temp_dir(), source })?;
        let account = Account::choose(root.path())?;
        let guard = Guard::over(root.path())?;
        account.own(root.path()).map_err(|source| directory(root.path(), source))?;
        if let Some(certificate) = certificate {
            let parts = [("ssl_cert_file", certificate.chain), ("ssl_key_file", certificate.key)];
            for (name, text) in parts {
                let path = root.path().join(name);
                account.private(&path, &text).map_err(|source| directory(&path, source))?;
                settings.push((name.to_owned(), path.display().to_string()));
            }
            settings.push(("ssl".to_owned(), "on".to_owned()));
        }
        let port = free_port()?;
        let server = Mutex::new(None);
        let cluster = Self { binaries, account, settings, port, server, root, _guard: guard };
        cluster.initialise()?;
        cluster.launch()?;
        Ok(cluster)
    }

    /// The URL of a database, for the superuser.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        self.url_as("postgres", database)
    }

    /// The URL of a database, for a role made with [`Cluster::create_role`].
    #[must_use]
    pub fn url_as(&self, role: &str, database: &str) -> String {
        format!("postgres://{role}@127.0.0.1:{}/{database}", self.port)
    }

    /// The port on loopback.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The path of a program of the same PostgreSQL version, e.g. `pg_dump` or `pgbench`.
    #[must_use]
    pub fn program(&self, name: &str) -> PathBuf {
        self.binaries.program(name)
    }

    /// Kills the server and every process of it at once, as a crash would: nothing is flushed or said goodbye to.
    ///
    /// # Errors
    /// [`ClusterError::TimedOut`] when a process of it outlives the signal.
    pub fn kill_server(&self) -> Result<(), ClusterError> {
        let Some(mut server) = self.server().take() else { return Ok(()) };
        let mut processes = children(server.id());
        processes.push(server.id());
        signal("KILL", &processes)?;
        server.wait().map_err(|source| ClusterError::Run { program: self.program("postgres"), source })?;
        // A survivor would keep the shared memory, and the next start would be refused.
        let data = self.data();
        let gone = wait_until(LIMIT, || !processes.iter().any(|id| works_in(*id, &data)));
        if gone { Ok(()) } else { Err(self.timed_out("stopped")) }
    }

    /// Stops the server: connections are cut, everything is flushed.
    ///
    /// # Errors
    /// [`ClusterError::TimedOut`] when it does not end.
    pub fn stop(&self) -> Result<(), ClusterError> {
        let Some(mut server) = self.server().take() else { return Ok(()) };
        signal("INT", &[server.id()])?;
        if wait_until(LIMIT, || matches!(server.try_wait(), Ok(Some(_)))) {
            return Ok(());
        }
        drop(server.kill());
        drop(server.wait());
        Err(self.timed_out("stopped"))
    }

    /// Starts the server again on the same port and data, stopping it first if it runs.
    ///
    /// # Errors
    /// See [`ClusterError`].
    pub fn restart(&self) -> Result<(), ClusterError> {
        self.stop()?;
        self.launch()
    }

    fn initialise(&self) -> Result<(), ClusterError> {
        let mut initdb = self.account.command(&self.program("initdb"));
        // Byte order for text, as SQLite has it, so that both databases sort alike.
        initdb.args(["--encoding=UTF8", "--locale=C", "--auth=trust", "--username=postgres", "--no-sync"]);
        initdb.arg("--pgdata").arg(self.data()).current_dir(self.root.path());
        output(initdb).map(drop)
    }

    fn launch(&self) -> Result<(), ClusterError> {
        let log_path = self.log_path();
        let log = File::options().create(true).append(true).open(&log_path);
        let log = log.map_err(|source| directory(&log_path, source))?;
        let errors = log.try_clone().map_err(|source| directory(&log_path, source))?;
        let program = self.program("postgres");
        let mut command = self.account.command(&program);
        command.arg("-D").arg(self.data()).arg("-k").arg(self.root.path());
        command.args(["-h", "127.0.0.1", "-p", &self.port.to_string()]);
        for (name, value) in &self.settings {
            command.arg("-c").arg(format!("{name}={value}"));
        }
        command.stdin(Stdio::null()).stdout(log).stderr(errors).current_dir(self.root.path());
        let mut server = command.spawn().map_err(|source| ClusterError::Run { program, source })?;
        let mut ended = false;
        let ready = wait_until(LIMIT, || {
            ended = matches!(server.try_wait(), Ok(Some(_)));
            ended || self.answers()
        });
        if ended {
            return Err(ClusterError::Ended { log: self.log_tail() });
        }
        *self.server() = Some(server);
        if ready { Ok(()) } else { Err(self.timed_out("ready")) }
    }

    fn answers(&self) -> bool {
        let mut ask = self.account.command(&self.program("pg_isready"));
        // By our own socket: on the port somebody else's server might answer.
        ask.args(["-q", "-U", "postgres", "-p", &self.port.to_string()]).arg("-h").arg(self.root.path());
        output(ask).is_ok()
    }

    fn server(&self) -> MutexGuard<'_, Option<Child>> {
        self.server.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn data(&self) -> PathBuf {
        self.root.path().join("data")
    }

    fn log_path(&self) -> PathBuf {
        self.root.path().join("log")
    }

    fn log_tail(&self) -> String {
        let text = fs::read(self.log_path()).unwrap_or_default();
        let text = String::from_utf8_lossy(&text);
        let lines: Vec<&str> = text.lines().collect();
        lines.iter().skip(lines.len().saturating_sub(5)).copied().collect::<Vec<_>>().join(" / ")
    }

    fn timed_out(&self, wanted: &'static str) -> ClusterError {
        ClusterError::TimedOut { wanted, seconds: LIMIT.as_secs(), log: self.log_tail() }
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // Nobody is left to hear of a failure; the guard finishes what this could not.
        drop(self.stop());
    }
}

fn directory(path: &Path, source: io::Error) -> ClusterError {
    ClusterError::Directory { path: path.to_owned(), source }
}

/// A port nobody listens on now. Another may take it before the server does: then starting fails and says so.
fn free_port() -> Result<u16, ClusterError> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(ClusterError::Port)?;
    Ok(listener.local_addr().map_err(ClusterError::Port)?.port())
}
