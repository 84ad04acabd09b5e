//! A counter without a screen: the commands behind Tauri's mock window, dialogs answered by the test.

use loket_aduan::{Ask, Host, Shell, commands};
use loket_desk::place::Place;
use loket_desk::printing::PrintSystem;
use loket_tests::print_server::PrintServer;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets};
use tauri::webview::InvokeRequest;
use tauri::{App, WebviewWindow, WebviewWindowBuilder};

/// The PIN of every officer of the tests.
pub const PIN: &str = "902741";

/// Answers dialogs.
#[derive(Default)]
pub struct Person {
    answers: Mutex<VecDeque<Vec<PathBuf>>>,
    /// What was asked.
    pub asked: Mutex<Vec<Ask>>,
    /// The program wanted to end.
    pub left: AtomicBool,
    /// Where the print system listens; nowhere in most tests.
    pub printers: Mutex<PathBuf>,
}

impl Host for Person {
    fn choose(&self, ask: &Ask) -> Vec<PathBuf> {
        self.asked.lock().expect("asked").push(ask.clone());
        self.answers.lock().expect("answers").pop_front().unwrap_or_default()
    }

    fn exit(&self) {
        self.left.store(true, Ordering::SeqCst);
    }

    fn print_system(&self) -> PrintSystem {
        PrintSystem::at(&self.printers.lock().expect("socket").join("cups.sock"))
    }
}

/// A counter over one folder.
pub struct Counter {
    window: WebviewWindow<MockRuntime>,
    _app: App<MockRuntime>,
    /// The program, for what reaches it past the page.
    pub shell: Arc<Shell>,
    /// Who answers dialogs.
    pub person: Arc<Person>,
}

impl Counter {
    /// Starts the program over `data`; its key lies in a file beside it.
    pub fn over(data: &Path) -> Self {
        Self::start(data, Some(data.with_extension("kunci")))
    }

    /// Starts the program over `data` on a PC that keeps no key.
    pub fn without_key_file(data: &Path) -> Self {
        Self::start(data, None)
    }

    fn start(data: &Path, key_file: Option<PathBuf>) -> Self {
        let person = Arc::new(Person::default());
        let shell = Arc::new(Shell::new(Place::new(data), key_file, person.clone()));
        let app = mock_builder()
            .invoke_handler(commands::<MockRuntime>().invoke_handler())
            .manage(shell.clone())
            .build(mock_context(noop_assets()))
            .expect("app");
        let window = WebviewWindowBuilder::new(&app, "main", Default::default()).build().expect("window");
        Self { window, _app: app, shell, person }
    }

    /// Calls a command as the page does.
    pub fn call(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.into(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().expect("url"),
            body: InvokeBody::Json(arguments),
            headers: Default::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.window, request).map(|body| body.deserialize().expect("JSON"))
    }

    /// Calls a command that must succeed.
    #[track_caller]
    pub fn ok(&self, command: &str, arguments: Value) -> Value {
        match self.call(command, arguments) {
            Ok(value) => value,
            Err(error) => panic!("{command}: {error}"),
        }
    }

    /// Calls a command that must fail, and gives the error.
    #[track_caller]
    pub fn refused(&self, command: &str, arguments: Value) -> Value {
        match self.call(command, arguments) {
            Ok(value) => panic!("{command} gave {value}"),
            Err(error) => error,
        }
    }

    /// The next dialog is answered with this path.
    pub fn will_choose(&self, path: &Path) {
        self.person.answers.lock().expect("answers").push_back(vec![path.to_owned()]);
    }

    /// This print system stands beside the counter.
    pub fn has_printers(&self, server: &PrintServer) {
        *self.person.printers.lock().expect("socket") = server.folder().to_owned();
    }

    /// Follows a paper to its end: the stages that the window saw.
    pub fn follow(&self, job: &Value) -> Vec<String> {
        let (mut seen, mut stages) = (Value::Null, Vec::new());
        while !stages.last().is_some_and(|s: &String| ["printed", "sent", "failed"].iter().any(|e| s.starts_with(e))) {
            seen = self.ok("print_progress", json!({ "job": job, "seen": seen }));
            let reason = seen["reason"].as_str().map_or(String::new(), |r| format!(" {r}"));
            stages.push(format!("{}{reason}", seen["stage"].as_str().expect("stage")));
        }
        stages
    }

    /// The next dialog is answered with these paths.
    pub fn will_choose_all(&self, paths: Vec<PathBuf>) {
        self.person.answers.lock().expect("answers").push_back(paths);
    }

    /// Makes the office and gives the blocks of the recovery key.
    pub fn create_office(&self) -> Vec<String> {
        let done = self.ok("create_office", json!({ "setup": office() }));
        done["blocks"].as_array().expect("blocks").iter().map(|b| b.as_str().expect("text").to_owned()).collect()
    }

    /// Signs in the n-th officer.
    #[track_caller]
    pub fn sign_in(&self, n: usize) -> Value {
        let state = self.ok("lock", json!({}));
        let officer = &state["officers"][n]["id"];
        let reply = self.ok("sign_in", json!({ "officerId": officer, "pin": PIN }));
        assert!(reply["ok"].is_object(), "{reply}");
        reply["ok"].clone()
    }

    /// A draft with this form, registered.
    #[track_caller]
    pub fn register(&self, form: &Value) -> Value {
        let draft = self.ok("new_draft", json!({}));
        self.ok("register", json!({ "draftId": draft["id"], "form": form, "requestId": request() }))
    }

    /// The complaint in full.
    #[track_caller]
    pub fn detail(&self, id: &Value) -> Value {
        self.ok("detail", json!({ "id": id }))
    }
}

/// An office that is open and the first officer signed in.
pub fn open_office() -> (tempfile::TempDir, Counter, Vec<String>) {
    let dir = tempfile::tempdir().expect("dir");
    let counter = Counter::over(&dir.path().join("register"));
    let blocks = counter.create_office();
    counter.sign_in(0);
    (dir, counter, blocks)
}

/// A press of a button.
pub fn request() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Puskesmas Sukamisal with three officers: all roles, a counter officer, an auditor.
pub fn office() -> Value {
    let officer = |name: &str, roles: &[&str]| json!({ "name": name, "post": "Petugas loket", "nip": "", "roles": roles, "pin": PIN });
    json!({
        "kind": "health_centre", "name": "Puskesmas Sukamisal", "parentAgency": "Dinas Kesehatan",
        "government": "Pemerintah Kabupaten Contoh", "address": "Jalan Umpama Nomor 1, Sukamisal", "phone": "0899-0000-0100",
        "email": "aduan@contoh.example", "logoPng": null, "city": "Sukamisal", "villageCode": "99.01.01.2001", "zone": "WIB",
        "workWeek": 6, "managerName": "Bambang Semisal", "managerPhone": "", "pdpOfficer": "", "pdpContact": "",
        "serviceHours": "", "services": ["Farmasi", "Pendaftaran"],
        "numbering": { "template": "{URUT:4}/{KODE}/{LOKET}/{BULAN_ROMAWI}/{TAHUN}", "reset": "yearly", "officeCode": "PKM-SKM",
                       "counterCode": "A", "lastPaperNumber": 147 },
        "officers": [
            officer("Rina Teladan", &["counter_officer", "complaint_manager", "administrator"]),
            officer("Yosef Andaikata", &["counter_officer"]),
            officer("Mega Perumpamaan", &["auditor"]),
        ],
        "startPassword": null, "secondPlace": null,
    })
}

/// A complete form of Melati Contohwati.
pub fn form() -> Value {
    let empty = json!({ "day": "", "month": "", "year": "" });
    json!({
        "channel": "TM", "channelRef": "", "channelDate": empty, "receivedAt": "", "identity": "open", "restricted": false,
        "capacity": "self", "onBehalfOf": "", "proxyDate": empty, "name": "melati contohwati", "salutation": "ibu",
        "phone": "0899 0000 0139", "email": "", "nik": "9901010101990007", "address": "jl contoh 7 rt4 rw2",
        "villageCode": "99.01.02.1001", "villageText": "", "occupation": "", "serviceId": "", "serviceText": "",
        "eventDate": { "day": "k", "month": "", "year": "" }, "eventPlace": "Kantor ini", "subject": "", "subjectEdited": false,
        "description": "Loket obat hanya satu yang dibuka, antre lima jam.", "loss": "Waktu dan ongkos",
        "settlement": "Loket ditambah", "accusedOfficerId": "", "accusedText": "", "readBack": true, "attachments": [],
    })
}

/// The form with some fields changed.
pub fn form_with(changes: Value) -> Value {
    let (mut form, Value::Object(changes)) = (form(), changes) else { panic!("changes are an object") };
    for (field, value) in changes {
        form[field] = value;
    }
    form
}

/// The whole register in the order of its numbers.
pub fn everything() -> Value {
    json!({ "text": "", "from": null, "to": null, "channel": null, "serviceId": null, "state": null, "officerId": null,
            "sort": "number", "descending": false, "cursor": null })
}

/// The register searched for some words.
pub fn search(text: &str) -> Value {
    let mut query = everything();
    query["text"] = json!(text);
    query
}

/// Codes of the fields of an `invalid`.
pub fn fields(error: &Value) -> Vec<String> {
    assert_eq!(error["code"], "invalid", "{error}");
    let fields = error["fields"].as_array().expect("fields");
    fields
        .iter()
        .map(|f| format!("{} {}", f["field"].as_str().unwrap_or(""), f["code"].as_str().unwrap_or("")))
        .collect()
}

/// So many copies on this printer.
pub fn on(printer: &str, copies: u32) -> Value {
    json!({ "printer": printer, "copies": copies, "twoSided": false })
}
