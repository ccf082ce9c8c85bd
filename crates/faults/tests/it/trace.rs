//! strace on the running server: what it asks of the disk, and failures put into single calls.

use std::collections::BTreeMap;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// Calls by which something reaches the disk.
const CALLS: &str = "write,pwrite64,fdatasync,fsync,ftruncate,fallocate,rename,renameat,unlink";

/// strace, attached to a server and all its threads.
pub struct Trace {
    child: Child,
    log: PathBuf,
}

/// Why tracing is not possible here, if it is not.
pub fn missing() -> Option<String> {
    let there = Command::new("strace").arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !there.is_ok_and(|status| status.success()) {
        return Some("strace is not installed (apt-get install strace)".to_owned());
    }
    // A process that is not our child may be traced by root, or where the system's guard is off.
    let mut other = Command::new("sleep").arg("20").spawn().unwrap();
    let log = tempfile::NamedTempFile::new().unwrap();
    let attached = Trace::attach(other.id(), None, log.path());
    let _ = other.kill();
    let _ = other.wait();
    attached.err().map(|why| {
        format!("strace may not attach (run as root, or sysctl kernel.yama.ptrace_scope=0): {why}")
    })
}

impl Trace {
    /// Attaches; `inject` is e.g. `pwrite64:error=EIO:when=3`, counted from now on in each thread by itself.
    pub fn attach(process: u32, inject: Option<&str>, log: &Path) -> Result<Self, String> {
        let (calls, inject) = (format!("trace={CALLS}"), inject.map(|i| format!("inject={i}")));
        let mut args = vec!["-e", calls.as_str()];
        if let Some(inject) = &inject {
            args.extend(["-e", inject.as_str()]);
        }
        Self::attach_to_all(process, &args, log)
    }

    /// Attaches with arguments of its own.
    pub fn attach_to_all(process: u32, args: &[&str], log: &Path) -> Result<Self, String> {
        let mut command = Command::new("strace");
        command.arg("-f").args(args).arg("-o").arg(log).args(["-p", &process.to_string()]);
        command.stderr(Stdio::piped()).stdin(Stdio::null());
        let mut child = command.spawn().map_err(|e| e.to_string())?;
        let lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let (tell, told) = mpsc::channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                let _: Result<(), mpsc::SendError<String>> = tell.send(line);
            }
        });
        let mut trace = Self { child, log: log.to_owned() };
        match told.recv_timeout(Duration::from_secs(20)) {
            Ok(line) if line.contains("attached") => Ok(trace),
            other => {
                trace.end();
                Err(format!("{other:?}"))
            }
        }
    }

    /// Waits until strace has ended, with the server; gives its log.
    pub fn log(mut self) -> String {
        for _ in 0..500 {
            if self.child.try_wait().unwrap().is_some() {
                break;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        self.end();
        std::fs::read_to_string(&self.log).unwrap()
    }

    fn end(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Trace {
    fn drop(&mut self) {
        self.end();
    }
}

/// How often each call was made by the thread that made most of them.
pub fn counts(log: &str) -> BTreeMap<String, usize> {
    let mut threads: BTreeMap<&str, BTreeMap<String, usize>> = BTreeMap::new();
    for line in log.lines() {
        let Some((thread, rest)) = line.split_once(' ') else { continue };
        let Some((call, _)) = rest.trim_start().split_once('(') else { continue };
        if CALLS.split(',').any(|name| name == call) {
            *threads.entry(thread).or_default().entry(call.to_owned()).or_default() += 1;
        }
    }
    threads.into_values().max_by_key(|calls| calls.values().sum::<usize>()).unwrap_or_default()
}
