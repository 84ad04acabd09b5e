//! A screen nobody looks at: an X server in memory, as large as the PC of a counter, and a message bus of its own.
//!
//! Each window gets its own pair, so nothing leaks from one test to the next, and both end with the value, also
//! when a test panics. They stay in the process group of the test, so Ctrl+C ends them as well.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Width and height in pixels of the screen that the counter's PC has.
pub const COUNTER: (u32, u32) = (1366, 768);

/// The running screen and bus.
pub struct Screen {
    server: Child,
    bus: Child,
    /// `:N`, the value of `DISPLAY`.
    pub display: String,
    /// The value of `DBUS_SESSION_BUS_ADDRESS`.
    pub bus_address: String,
}

impl Screen {
    /// Starts both and returns when they answer. The server itself picks a free display number.
    pub fn start() -> Self {
        let size = format!("{}x{}x24", COUNTER.0, COUNTER.1);
        let (server, number) = first_line(Command::new("Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            &size,
            "-nolisten",
            "tcp",
            "-noreset",
        ]));
        let (bus, bus_address) =
            first_line(Command::new("dbus-daemon").args(["--session", "--nofork", "--nopidfile", "--print-address=1"]));
        Self { server, bus, display: format!(":{number}"), bus_address }
    }

    /// A command that runs on this screen.
    pub fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.display)
            .env("DBUS_SESSION_BUS_ADDRESS", &self.bus_address)
            .env("GDK_BACKEND", "x11")
            .env("NO_AT_BRIDGE", "1")
            .env_remove("WAYLAND_DISPLAY");
        command
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.bus);
        end(&mut self.server);
    }
}

/// Starts a server that says on its first line that it is ready.
fn first_line(command: &mut Command) -> (Child, String) {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}; `cargo xtask test` installs what is missing"));
    let mut line = String::new();
    let output = child.stdout.take().expect("its output was asked for");
    BufReader::new(output).read_line(&mut line).expect("its first line can be read");
    assert!(!line.trim().is_empty(), "{command:?} ended before it was ready");
    (child, line.trim().to_owned())
}

/// Kills and reaps a child; it may have ended by itself.
pub fn end(child: &mut Child) {
    let _ended_already = child.kill();
    let _reaped_already = child.wait();
}
