//! The real window: the built program on a screen of its own, driven by keys as a person drives it.
//!
//! `WebKitWebDriver` starts the program itself, so nothing stands between the test and what is shipped. Only the
//! dialogs of the system lie outside its reach; for them see [`crate::dialog`].

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use base64::Engine;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::keys;
use crate::places;
use crate::screen::{COUNTER, Screen, end};
use crate::webdriver::{Element, Session};

/// How long a thing may take that has to happen. A slow machine changes no result: only what never comes, fails.
const PATIENCE: Duration = Duration::from_secs(30);

/// Windows run one at a time: two of them on two cores make each other late.
static TURN: Mutex<()> = Mutex::new(());

/// An open window. Dropping it closes the program, the driver and the screen; after a failed test it leaves a
/// picture `gagal-NAME.png` among the artifacts.
pub struct Window {
    name: String,
    session: Session,
    driver: Child,
    screen: Screen,
    keys_struck: usize,
    _home: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Window {
    /// Opens the window over the register in `data`, which may be an empty folder. `name` names its pictures.
    pub fn open(name: &str, data: &Path) -> Self {
        let program = places::program("loket-aduan");
        Self::open_program(name, &program, &[], data)
    }

    /// As [`Window::open`], on a PC whose print system listens on this socket.
    pub fn open_beside(name: &str, data: &Path, printers: &Path) -> Self {
        Self::start(name, &places::program("loket-aduan"), &[], data, Some(printers))
    }

    /// Opens the window of another build, or with arguments.
    ///
    /// # Panics
    /// When the driver does not come up or cannot start the program.
    pub fn open_program(name: &str, program: &Path, arguments: &[&str], data: &Path) -> Self {
        Self::start(name, program, arguments, data, None)
    }

    fn start(name: &str, program: &Path, arguments: &[&str], data: &Path, printers: Option<&Path>) -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let screen = Screen::start();
        let home = TempDir::new().expect("a folder for the home of this run");
        let port = free_port();
        let mut driver = screen.command("WebKitWebDriver");
        if let Some(socket) = printers {
            driver.env("CUPS_SERVER", socket);
        }
        let mut driver = driver
            .arg(format!("--port={port}"))
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("LOKET_DATA", data)
            .env_remove("LOKET_KEY_FILE")
            .env("HOME", home.path())
            .env("XDG_DATA_HOME", home.path().join("data"))
            .env("XDG_CONFIG_HOME", home.path().join("config"))
            .env("XDG_CACHE_HOME", home.path().join("cache"))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .spawn()
            .expect("WebKitWebDriver is installed; `cargo xtask test` sees to it");
        let program = program.to_str().expect("the path of the program is UTF-8");
        let session = open_session(&mut driver, port, program, arguments);
        let window = Self { name: name.to_owned(), session, driver, screen, keys_struck: 0, _home: home, _turn: turn };
        window.session.size(COUNTER.0, COUNTER.1);
        window
    }

    /// Presses a chord such as `Ctrl+Enter`, `F2` or `Tab` in whatever has the focus.
    pub fn press(&mut self, name: &str) {
        self.strike(&[keys::chord(name)]);
    }

    /// Types a text, key by key, into whatever has the focus.
    pub fn type_text(&mut self, text: &str) {
        self.strike(&keys::letters(text));
    }

    fn strike(&mut self, chords: &[Vec<char>]) {
        self.keys_struck += chords.iter().map(Vec::len).sum::<usize>();
        self.session.strike(chords);
    }

    /// Keys pressed since the window opened; each key of a chord counts.
    pub fn keys_struck(&self) -> usize {
        self.keys_struck
    }

    /// All elements that match now.
    pub fn find_all(&self, css: &str) -> Vec<Element> {
        self.session.find_all(css)
    }

    /// Waits for the first element that matches.
    pub fn wait_for(&self, css: &str) -> Element {
        self.wait(&format!("no {css}"), || self.session.find_all(css).into_iter().next())
    }

    /// Waits until nothing matches any more.
    pub fn wait_gone(&self, css: &str) {
        self.wait(&format!("{css} stays"), || self.session.find_all(css).is_empty().then_some(()));
    }

    /// Waits for an element that matches `css` and shows `text`, and gives all that it shows.
    pub fn wait_text(&self, css: &str, text: &str) -> String {
        self.wait(&format!("no {css} that shows \"{text}\""), || {
            self.texts(css).into_iter().find(|shown| shown.contains(text))
        })
    }

    /// Waits until a condition holds; `what` says what is missing should it never.
    pub fn wait_until(&self, what: &str, holds: impl Fn(&Self) -> bool) {
        self.wait(what, || holds(self).then_some(()));
    }

    /// What the matching elements show, in the order of the page; those that are not drawn are left out. Read in the
    /// page, because the driver takes cells that cut their text for hidden ones.
    pub fn texts(&self, css: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .filter((element) => element.checkVisibility()).map((element) => element.innerText)";
        let found = self.run(script, &[json!(css)]);
        let texts = found.as_array().map(Vec::as_slice).unwrap_or_default();
        texts.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// The value of the first matching field, waited for.
    pub fn value(&self, css: &str) -> String {
        let value = self.session.property(&self.wait_for(css), "value");
        value.as_ref().and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// Clicks the first matching element as soon as it can be clicked.
    pub fn click(&self, css: &str) {
        self.wait(&format!("{css} cannot be clicked"), || {
            let element = self.session.find_all(css).into_iter().next()?;
            // The driver takes a field of which an edge shows for one that can be clicked in its middle.
            self.run("document.querySelector(arguments[0])?.scrollIntoView({ block: 'nearest' })", &[json!(css)]);
            self.session.click(&element).ok()
        });
    }

    /// Clicks into a field and replaces what stands there.
    pub fn fill(&mut self, css: &str, text: &str) {
        self.click(css);
        self.press("Ctrl+a");
        self.type_text(text);
    }

    /// Whether the focus lies in an element that matches.
    pub fn focus_is(&self, css: &str) -> bool {
        self.run(
            "return document.activeElement !== null && document.activeElement.matches(arguments[0])",
            &[json!(css)],
        ) == json!(true)
    }

    /// Runs a script in the page and gives what it returns.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.session.run(script, arguments)
    }

    /// As [`Window::run`], for a script that calls its last argument with the result.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        self.session.run_async(script, arguments)
    }

    /// Makes the page as large as on the counter's PC at 125 %, where fewer pixels of the page fit the screen.
    pub fn at_125_percent(&self) {
        self.session.size(COUNTER.0 * 4 / 5, COUNTER.1 * 4 / 5);
    }

    /// The size for which the window was drawn.
    pub fn at_100_percent(&self) {
        self.session.size(COUNTER.0, COUNTER.1);
    }

    /// Writes a picture of the page as `NAME-title.png` among the artifacts.
    pub fn screenshot(&self, title: &str) -> PathBuf {
        let path = places::artifacts().join(format!("{}-{title}.png", self.name));
        self.picture(&path).expect("the window can be drawn and the picture written");
        path
    }

    fn picture(&self, path: &Path) -> Result<(), String> {
        let text = self.session.screenshot()?;
        let bytes = base64::engine::general_purpose::STANDARD.decode(text).map_err(|error| error.to_string())?;
        std::fs::write(path, bytes).map_err(|error| error.to_string())
    }

    /// The screen on which the window lies, for what WebDriver cannot reach.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// Kills the program as a power cut would, without any farewell.
    pub fn kill_program(&self) {
        for process in children(self.driver.id()) {
            let killed = self.screen.command("kill").args(["-9", &process]).status();
            assert!(killed.is_ok_and(|status| status.success()), "the program runs and can be killed");
        }
    }

    /// Closes the program as a person does and waits until it has ended.
    pub fn close(self) {
        self.session.close();
        self.wait("the program does not end", || children(self.driver.id()).is_empty().then_some(()));
    }

    fn wait<T>(&self, what: &str, mut look: impl FnMut() -> Option<T>) -> T {
        let began = Instant::now();
        loop {
            if let Some(found) = look() {
                return found;
            }
            assert!(began.elapsed() < PATIENCE, "{}: {what}", self.name);
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let path = places::artifacts().join(format!("gagal-{}.png", self.name));
            let _no_picture_of_a_dead_window = self.picture(&path);
        }
        self.session.close();
        end(&mut self.driver);
    }
}

/// A port that nobody listens on at this moment.
fn free_port() -> u16 {
    let listener = TcpListener::bind(("127.0.0.1", 0)).expect("this machine has a free port");
    listener.local_addr().expect("a bound socket has an address").port()
}

/// Asks again while the driver is coming up.
fn open_session(driver: &mut Child, port: u16, program: &str, arguments: &[&str]) -> Session {
    let began = Instant::now();
    loop {
        match Session::open(port, program, arguments) {
            Ok(session) => return session,
            Err(error) if began.elapsed() > PATIENCE => {
                end(driver);
                panic!("the window does not open: {error}");
            }
            Err(_not_up_yet) => std::thread::sleep(Duration::from_millis(50)),
        }
    }
}

/// The processes that a process started and that still run.
fn children(process: u32) -> Vec<String> {
    let Ok(tasks) = std::fs::read_dir(format!("/proc/{process}/task")) else {
        return Vec::new();
    };
    let lists = tasks.flatten().filter_map(|task| std::fs::read_to_string(task.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().map(str::to_owned).collect::<Vec<_>>()).collect()
}
