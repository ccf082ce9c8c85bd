//! The server as a process of its own: started, asked to stop, killed.

use std::fs::File;
use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::program::Place;

/// How long a start may take, recovery included, on a busy machine.
const START: Duration = Duration::from_secs(60);

/// A running server; killed when dropped.
pub struct Server {
    child: Child,
    pub port: u16,
    /// From the start of the process until it was ready.
    pub took: Duration,
    place: Place,
}

impl Server {
    pub fn start(place: &Place) -> Self {
        Self::start_with(place, &[])
    }

    /// Starts with these variables besides.
    pub fn start_with(place: &Place, vars: &[(&str, &str)]) -> Self {
        let began = Instant::now();
        let mut command = place.command(&["serve", "--listen", "127.0.0.1:0"]);
        command.envs(vars.iter().copied()).stdout(Stdio::piped()).stderr(errors(place));
        let mut child = command.spawn().unwrap();
        let out = BufReader::new(child.stdout.take().unwrap());
        let (tell, told) = mpsc::channel();
        // Ends with the process, whose output it reads to the end.
        std::thread::spawn(move || {
            for line in out.lines().map_while(Result::ok) {
                let port =
                    line.strip_prefix("ready http://").and_then(|a| a.rsplit(':').next()?.parse().ok());
                if let Some(port) = port {
                    let _: Result<(), mpsc::SendError<u16>> = tell.send(port);
                }
            }
        });
        match told.recv_timeout(START) {
            Ok(port) => Self { child, port, took: began.elapsed(), place: place.clone() },
            Err(why) => {
                let _ = child.kill();
                panic!("the server did not start: {why}; {:?}; {}", child.wait(), said(place));
            }
        }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// SIGKILL, and the wait until it is gone.
    pub fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Whether it ended by itself.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }

    /// Waits until it ends by itself; kills it where it does not.
    pub fn wait(&mut self, limit: Duration) -> Option<ExitStatus> {
        let began = Instant::now();
        while began.elapsed() < limit {
            if let Some(status) = self.ended() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        None
    }

    /// SIGTERM, and the wait until it has ended in good order. A server that has ended already is left so.
    pub fn stop(&mut self) -> Option<ExitStatus> {
        if self.ended().is_none() {
            let _ = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        }
        self.wait(Duration::from_secs(30))
    }

    /// What it has written to standard error, in this and earlier runs.
    pub fn said(&self) -> String {
        said(&self.place)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Beside the data, not within: the disk the data is on may be full or failing.
fn errors(place: &Place) -> File {
    File::options().create(true).append(true).open(place.data.with_extension("log")).unwrap()
}

fn said(place: &Place) -> String {
    std::fs::read_to_string(place.data.with_extension("log")).unwrap_or_default()
}
