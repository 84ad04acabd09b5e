//! The command line `loket` over an invented office: what it is given, what it says.

use crate::fault::loket;
use crate::office::{complaint, setup};
use loket_desk::place::Place;
use serde_json::Value;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::rc::Rc;

/// The counter officer's two lines of input.
pub const BUDI: &str = "Budi Umpama, A.Md.Kep.\n482913\n";
/// The manager's two lines of input.
pub const SARI: &str = "Sari Andaikan, S.K.M.\n730264\n";

/// The file of `init`.
#[must_use]
pub fn office_file() -> Value {
    setup()
}

/// The file of `register`: all four items, and no day of an event, since another process asks the real clock.
///
/// # Panics
/// Never: a complaint is JSON.
#[must_use]
pub fn complaint_file() -> Value {
    let mut file = serde_json::to_value(complaint()).expect("a complaint is JSON");
    file["event_date"] = Value::Null;
    file
}

/// Texts that break programs which take them for more than text.
#[must_use]
pub fn hostile() -> Vec<String> {
    let texts = [
        "'; DROP TABLE complaint; --",
        "\" OR 1=1 \"",
        "%_* NEAR(a b) ^ {x} : - + (",
        "{URUT:4}/$(id)/`id`/%s%n",
        "../../etc/passwd",
        "<script>alert(1)</script>",
        "\u{202e}kanan ke kiri\u{202c} \u{feff}\u{200b}",
        "baris\r\nbaris\u{1b}[31mmerah\u{7}",
        "é e\u{301} ﷽ 𝕬 👩‍👩‍👧 ꦲꦏ꧀ꦱꦫ",
        "--json",
        "",
        " ",
    ];
    texts.map(str::to_owned).into()
}

/// What a run of `loket` said.
#[derive(Debug)]
pub struct Said {
    /// Exit code; -1 when a signal ended it.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl Said {
    /// The code of the error that JSON tells; empty when it tells none.
    #[must_use]
    pub fn error(&self) -> String {
        let value: Value = serde_json::from_str(&self.err).unwrap_or_default();
        value["error"].as_str().unwrap_or_default().to_owned()
    }
}

/// A register as the command line sees it: a folder and a key file.
pub struct Desk {
    dir: Rc<tempfile::TempDir>,
    data: PathBuf,
    key_file: PathBuf,
}

impl Desk {
    /// A folder without a register.
    ///
    /// # Panics
    /// When no folder can be made.
    #[must_use]
    pub fn bare() -> Self {
        let dir = Rc::new(tempfile::tempdir().expect("a folder"));
        let (data, key_file) = (dir.path().join("register"), dir.path().join("kunci"));
        Self { dir, data, key_file }
    }

    /// A new office.
    #[must_use]
    pub fn new() -> Self {
        let desk = Self::bare();
        desk.json(&["init", "-"], &office_file().to_string());
        desk
    }

    /// The register that this process holds open.
    #[must_use]
    pub fn of(place: &Place, key_file: &Path) -> Self {
        Self { data: place.root().to_owned(), key_file: key_file.to_owned(), ..Self::bare() }
    }

    /// The same register with another key file.
    #[must_use]
    pub fn with_key(&self, key_file: &Path) -> Self {
        Self { dir: self.dir.clone(), data: self.data.clone(), key_file: key_file.to_owned() }
    }

    /// The folder of the register.
    #[must_use]
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// The key file.
    #[must_use]
    pub fn key_file(&self) -> PathBuf {
        self.key_file.clone()
    }

    /// A path beside the register.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// Writes a file beside the register.
    ///
    /// # Panics
    /// When it cannot be written.
    #[must_use]
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, text).expect("a file");
        path
    }

    /// Runs a command with `input` as its standard input.
    ///
    /// # Panics
    /// When it cannot be started or says something that is not UTF-8.
    #[must_use]
    pub fn run(&self, arguments: &[&str], input: &str) -> Said {
        let mut command = loket(&self.data, &[]);
        command.arg("--key-file").arg(&self.key_file).args(arguments);
        run(&mut command, input)
    }

    /// What a command answers as JSON.
    ///
    /// # Panics
    /// When it refuses, or says anything on standard error.
    pub fn json(&self, arguments: &[&str], input: &str) -> Value {
        let said = self.run(&[&["--json"], arguments].concat(), input);
        assert!(said.code == 0 && said.err.is_empty(), "{arguments:?}: {} {}", said.code, said.err);
        serde_json::from_str(&said.out).unwrap_or_else(|e| panic!("{arguments:?}: {e}: {}", said.out))
    }

    /// What a command that must refuse says as JSON.
    ///
    /// # Panics
    /// When it does not refuse with this exit code and this error, or answers nevertheless.
    pub fn refused(&self, arguments: &[&str], input: &str, code: i32, error: &str) -> Value {
        let said = self.run(&[&["--json"], arguments].concat(), input);
        assert_eq!((said.code, said.error().as_str()), (code, error), "{arguments:?}: {} {}", said.out, said.err);
        assert!(said.out.is_empty(), "{arguments:?} answers although it refuses: {}", said.out);
        serde_json::from_str(&said.err).expect("an error is JSON")
    }

    /// Registers the sample complaint by the counter officer.
    pub fn register(&self) -> Value {
        self.json(&["register", "-"], &format!("{BUDI}{}", complaint_file()))
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

/// Runs any command with `input` as its standard input.
///
/// # Panics
/// When it cannot be started or says something that is not UTF-8.
pub fn run(command: &mut std::process::Command, input: &str) -> Said {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap_or_else(|e| panic!("{command:?} cannot be started: {e}"));
    let mut stdin = child.stdin.take().expect("its input was asked for");
    // A command that refuses early does not read all of it.
    let _refused_early = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().expect("its output was asked for");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Said { code: output.status.code().unwrap_or(-1), out: text(output.stdout), err: text(output.stderr) }
}
