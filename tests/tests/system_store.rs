//! The keys of a register in a real Secret Service: `gnome-keyring-daemon` on a message bus of its own, with the home
//! of an invented user.

use loket_tests::command_line::{Said, office_file, run};
use loket_tests::fault::loket;
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A user of this PC.
struct User {
    dir: tempfile::TempDir,
}

/// What the user's session has.
#[derive(Clone, Copy)]
enum Session {
    /// The keyring is opened with the user's password, as signing in does.
    SignedIn,
    /// The keyring is there and stays locked.
    Locked,
    /// Nobody answers on the message bus.
    WithoutBus,
}

impl User {
    fn new() -> Self {
        for (program, package) in [("gnome-keyring-daemon", "gnome-keyring"), ("dbus-run-session", "dbus")] {
            let found = Command::new(program).arg("--version").output().is_ok_and(|run| run.status.success());
            assert!(found, "{program} is needed to test a real key store: apt-get install {package}");
        }
        let user = Self { dir: tempfile::tempdir().expect("a home") };
        for folder in ["data", "run"] {
            std::fs::create_dir(user.dir.path().join(folder)).expect("a folder");
        }
        user
    }

    fn data(&self) -> PathBuf {
        self.dir.path().join("register")
    }

    /// Runs `loket` over this user's register, or another's, in a new session of this user.
    fn run(&self, session: Session, data: &Path, arguments: &[&str], input: &str) -> Said {
        let wanted = loket(data, &[&["--json"], arguments].concat());
        let keyring = match session {
            Session::SignedIn => "printf 'sandi masuk\\n' | gnome-keyring-daemon --unlock --components=secrets",
            Session::Locked => "gnome-keyring-daemon --start --components=secrets",
            Session::WithoutBus => "unset DBUS_SESSION_BUS_ADDRESS",
        };
        let mut command = Command::new("dbus-run-session");
        command.args([
            "--",
            "sh",
            "-c",
            &format!("{keyring} >\"$HOME/keyring.log\" 2>&1; exec \"$0\" \"$@\" 2>\"$HOME/err\""),
        ]);
        command.arg(wanted.get_program()).args(wanted.get_args());
        for (name, folder) in [("HOME", ""), ("XDG_DATA_HOME", "data"), ("XDG_RUNTIME_DIR", "run")] {
            command.env(name, self.dir.path().join(folder));
        }
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("LOKET_KEY_FILE");
        let mut said = run(&mut command, input);
        // What the bus itself says stands on standard error too; the words of `loket` were put aside.
        said.err = std::fs::read_to_string(self.dir.path().join("err")).unwrap_or(said.err);
        said
    }

    fn make_register(&self, session: Session, first_line: &str) -> Said {
        let office = self.dir.path().join("kantor.json");
        std::fs::write(&office, office_file().to_string()).expect("the file of the office");
        self.run(session, &self.data(), &["init", office.to_str().expect("path")], first_line)
    }

    /// Where `kunci.json` says that the keys lie.
    fn lock(&self) -> String {
        let file = std::fs::read_to_string(self.data().join("kunci.json")).expect("kunci.json");
        let file: Value = serde_json::from_str(&file).expect("JSON");
        file["lock"]["kind"].as_str().expect("kind").to_owned()
    }
}

fn is_verified(said: &Said) {
    assert_eq!(said.code, 0, "{} {}", said.out, said.err);
    let report: Value = serde_json::from_str(&said.out).expect("JSON");
    assert_eq!(report["logs"], 1, "{report}");
}

fn is_refused(said: &Said, error: &str) {
    assert_eq!((said.code, said.error().as_str()), (2, error), "{} {}", said.out, said.err);
}

#[test]
fn the_key_store_of_the_session_opens_the_register_today_and_tomorrow() {
    let user = User::new();
    let made = user.make_register(Session::SignedIn, "");
    assert_eq!(made.code, 0, "{}", made.err);
    assert_eq!(user.lock(), "system");
    is_verified(&user.run(Session::SignedIn, &user.data(), &["verify"], ""));
    let stats = user.run(Session::SignedIn, &user.data(), &["stats"], "");
    assert_eq!(stats.code, 0, "{}", stats.err);
}

#[test]
fn without_the_key_store_the_key_is_missing_and_the_data_are_kept() {
    let user = User::new();
    assert_eq!(user.make_register(Session::SignedIn, "").code, 0);
    is_refused(&user.run(Session::Locked, &user.data(), &["verify"], ""), "key_missing");
    is_refused(&user.run(Session::WithoutBus, &user.data(), &["verify"], ""), "key_missing");
    is_refused(&user.run(Session::WithoutBus, &user.data(), &["backup"], ""), "key_missing");
    is_refused(&User::new().run(Session::SignedIn, &user.data(), &["verify"], ""), "key_missing");

    let mut plain = loket(&user.data(), &["verify"]);
    let said = run(plain.env("DBUS_SESSION_BUS_ADDRESS", "unix:path=/tidak/ada"), "");
    assert_eq!(said.code, 2);
    for sentence in ["Kunci register tidak ditemukan", "Data masih ada dan tetap terkunci", "kunci pemulihan"] {
        assert!(said.err.contains(sentence), "{}", said.err);
    }
    is_verified(&user.run(Session::SignedIn, &user.data(), &["verify"], ""));
}

#[test]
fn without_any_key_store_a_password_is_asked_for_and_opens_the_register() {
    let user = User::new();
    let made = user.make_register(Session::WithoutBus, "kata sandi kantor\n");
    assert_eq!(made.code, 0, "{}", made.err);
    assert_eq!(user.lock(), "password");
    is_verified(&user.run(Session::WithoutBus, &user.data(), &["verify"], "kata sandi kantor\n"));
    is_verified(&user.run(Session::SignedIn, &user.data(), &["verify"], "kata sandi kantor\n"));
    is_refused(&user.run(Session::WithoutBus, &user.data(), &["verify"], "kata sandi lain\n"), "key_wrong");
    is_refused(&user.run(Session::WithoutBus, &user.data(), &["verify"], ""), "key_wrong");
}

#[test]
fn no_register_is_made_behind_a_password_that_anybody_guesses() {
    let user = User::new();
    for weak in ["", "\n", "sembilan9\n"] {
        let refused = user.make_register(Session::WithoutBus, weak);
        assert_eq!((refused.code, refused.error().as_str()), (1, "invalid"), "{}", refused.err);
    }
    assert!(!user.data().join("register.db").exists());
}
