//! The few WebDriver calls that the window tests need (W3C WebDriver 2, sections 8 to 17), over plain HTTP on this
//! machine. Every call panics with what it was about to do: in a test that is the message one wants to read.

use serde_json::{Value, json};

/// The member of an element reference, fixed by the standard (section 12.1).
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An open session with one window.
pub struct Session {
    agent: ureq::Agent,
    /// `http://127.0.0.1:PORT/session/ID`.
    address: String,
}

/// A reference to an element of the page; stale as soon as the page replaces it.
#[derive(Clone)]
pub struct Element(String);

impl Session {
    /// Starts `program` with `arguments` through the driver that listens on `port`.
    ///
    /// # Errors
    /// What the driver says when it cannot start the program, or the connection error while it is not up yet.
    pub fn open(port: u16, program: &str, arguments: &[&str]) -> Result<Self, String> {
        let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
        let wish = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": arguments },
        }}});
        let root = format!("http://127.0.0.1:{port}/session");
        let answer = send(&agent, "POST", &root, &wish)?;
        let id = answer["sessionId"].as_str().ok_or_else(|| format!("no session in {answer}"))?;
        Ok(Self { address: format!("{root}/{id}"), agent })
    }

    /// Ends the session; the driver closes the program.
    pub fn close(&self) {
        let _closed_already = send(&self.agent, "DELETE", &self.address, &Value::Null);
    }

    fn call(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        send(&self.agent, method, &format!("{}{path}", self.address), body)
    }

    fn must(&self, method: &str, path: &str, body: &Value) -> Value {
        self.call(method, path, body).unwrap_or_else(|error| panic!("{method} {path}: {error}"))
    }

    /// All elements that match `css`, in the order of the page.
    pub fn find_all(&self, css: &str) -> Vec<Element> {
        let found = self.must("POST", "/elements", &json!({ "using": "css selector", "value": css }));
        let references = found.as_array().map(Vec::as_slice).unwrap_or_default();
        references.iter().filter_map(|found| found[ELEMENT].as_str()).map(|id| Element(id.to_owned())).collect()
    }

    /// A property such as `value` or `checked`, or `None` when it is absent.
    pub fn property(&self, element: &Element, name: &str) -> Option<Value> {
        let value = self.call("GET", &format!("/element/{}/property/{name}", element.0), &Value::Null).ok()?;
        (!value.is_null()).then_some(value)
    }

    /// Scrolls to the element and clicks its middle.
    ///
    /// # Errors
    /// When it is covered, hidden or gone.
    pub fn click(&self, element: &Element) -> Result<(), String> {
        self.call("POST", &format!("/element/{}/click", element.0), &json!({})).map(drop)
    }

    /// Presses and releases keys one after another; each item is a set held together, its last key struck last.
    pub fn strike(&self, chords: &[Vec<char>]) {
        let step = |kind: &str, key: &char| json!({ "type": kind, "value": key.to_string() });
        let mut actions = Vec::new();
        for chord in chords {
            actions.extend(chord.iter().map(|key| step("keyDown", key)));
            actions.extend(chord.iter().rev().map(|key| step("keyUp", key)));
        }
        let keyboard = json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] });
        self.must("POST", "/actions", &keyboard);
    }

    /// Runs a script in the page and gives what it returns.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.must("POST", "/execute/sync", &json!({ "script": script, "args": arguments }))
    }

    /// Runs a script whose last argument is a function that it calls with its result.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        self.must("POST", "/execute/async", &json!({ "script": script, "args": arguments }))
    }

    /// The window as base64 of a PNG.
    ///
    /// # Errors
    /// When the program has ended.
    pub fn screenshot(&self) -> Result<String, String> {
        let picture = self.call("GET", "/screenshot", &Value::Null)?;
        Ok(picture.as_str().unwrap_or_default().to_owned())
    }

    /// Moves the window to the corner and gives it this outer size in pixels.
    pub fn size(&self, width: u32, height: u32) {
        let place = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.must("POST", "/window/rect", &place);
    }
}

/// One request; the `value` of the reply, or the driver's error as `code: message`.
fn send(agent: &ureq::Agent, method: &str, address: &str, body: &Value) -> Result<Value, String> {
    let reply = match method {
        "POST" => agent.post(address).send_json(body),
        "DELETE" => agent.delete(address).call(),
        _ => agent.get(address).call(),
    };
    let mut reply = reply.map_err(|error| error.to_string())?;
    let answer: Value = reply.body_mut().read_json().map_err(|error| error.to_string())?;
    let value = answer["value"].clone();
    match value["error"].as_str() {
        Some(code) if !reply.status().is_success() => {
            Err(format!("{code}: {}", value["message"].as_str().unwrap_or_default()))
        }
        _ => Ok(value),
    }
}
