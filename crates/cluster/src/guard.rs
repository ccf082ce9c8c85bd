//! What stops the server when the test's process is killed and nothing is dropped.

use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::ClusterError;

/// A small shell that waits for its input to end. The input is a pipe from us, so it ends when we do, however we
/// end; the shell then stops whatever server works in the directory and removes the directory.
#[derive(Debug)]
pub struct Guard(Child);

const SCRIPT: &str = r#"
cat >/dev/null
[ -d "$0" ] || exit 0
pid=$(head -n 1 "$0/data/postmaster.pid" 2>/dev/null)
ours() { [ -n "$pid" ] && [ "$(readlink "/proc/$pid/cwd")" = "$0/data" ]; }
if ours; then kill -INT "$pid"; fi
tries=0
while ours && [ $tries -lt 100 ]; do sleep 0.1; tries=$((tries + 1)); done
if ours; then kill -KILL "$pid"; fi
rm -rf "$0"
"#;

impl Guard {
    /// Watches over the cluster in `root`.
    pub fn over(root: &Path) -> Result<Self, ClusterError> {
        let shell = Path::new("/bin/sh");
        Command::new(shell)
            .arg("-c")
            .arg(SCRIPT)
            .arg(root)
            .current_dir("/")
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            // Its own group: a test runner kills the test's whole group.
            .process_group(0)
            .spawn()
            .map(Self)
            .map_err(|source| ClusterError::Run { program: shell.to_owned(), source })
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        drop(self.0.stdin.take());
        // The shell finds nothing left to do; waiting only keeps it from staying behind as a zombie.
        drop(self.0.wait());
    }
}
