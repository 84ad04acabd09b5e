//! Where the register is, what opens it, who acts: folder, key file, standard input.

use loket_desk::flaw::Flaw;
use loket_desk::keys::{self, KeyFile, Lock, Opener};
use loket_desk::officers::SignIn;
use loket_desk::place::Place;
use loket_desk::store::{self, local};
use loket_desk::{Desk, Error, Result, witness};
use loket_domain::entry::log_id;
use loket_domain::intake::FieldError;
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;
use std::io::{BufRead, Read, stdin};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// The folder named, or the user's.
pub fn place(data: Option<&Path>) -> Result<Place> {
    match data {
        Some(dir) => Ok(Place::new(dir)),
        None => Place::default_for_user().ok_or(Error::NoRegister),
    }
}

/// One line of standard input.
pub fn line() -> Result<String> {
    let mut text = String::new();
    stdin().lock().read_line(&mut text)?;
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}

/// A file, or the rest of standard input for `-`.
pub fn content(path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    if path == Path::new("-") {
        stdin().lock().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(path)?;
    }
    let text = String::from_utf8(bytes).map_err(|_| unreadable("not_utf8", None))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Each JSON value of a text, one after another.
pub fn values<T: DeserializeOwned>(text: &str) -> impl Iterator<Item = Result<T>> {
    serde_json::Deserializer::from_str(text).into_iter::<T>().map(|value| value.map_err(|e| misread(&e)))
}

/// The only JSON value of a text.
pub fn value<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|e| misread(&e))
}

/// Where a file stops making sense. What stands there may be personal and is not repeated.
fn misread(e: &serde_json::Error) -> Error {
    let code = if e.is_data() { "not_in_schema" } else { "not_json" };
    unreadable(code, Some(format!("{}:{}", e.line(), e.column())))
}

fn unreadable(code: &str, detail: Option<String>) -> Error {
    Error::Invalid(vec![FieldError { detail, ..FieldError::new("file", code) }])
}

/// Shortest start-up password in characters, as in the window.
const MIN_PASSWORD: usize = 10;

/// How a new or restored register keeps its keys: the key file when named, else the system's key store, else a
/// password that is read from standard input.
pub async fn new_opener(key_file: Option<&Path>) -> Result<Opener> {
    if let Some(path) = key_file {
        return Ok(Opener::File(PathBuf::from(path)));
    }
    if tokio::task::spawn_blocking(keys::system_store_available).await? {
        return Ok(Opener::System);
    }
    let password = line()?;
    match password.chars().count() {
        0 => Err(Error::Invalid(vec![FieldError::new("password", "required")])),
        n if n < MIN_PASSWORD => Err(Error::Invalid(vec![FieldError::new("password", "password_weak")])),
        _ => Ok(Opener::Password(password.into())),
    }
}

/// What opens an existing register: the key file when named, else what the register says of itself.
pub fn opener(place: &Place, key_file: Option<&Path>) -> Result<Opener> {
    if let Some(path) = key_file {
        return Ok(Opener::File(PathBuf::from(path)));
    }
    match KeyFile::read(&place.keys())?.lock {
        Some(Lock::System) => Ok(Opener::System),
        Some(Lock::Password(_)) => Ok(Opener::Password(line()?.into())),
        Some(Lock::KeyFile) | None => Err(Error::KeyMissing),
    }
}

/// Acts as the writer of the register and closes it, whatever came of the act: a process that ends while a connection
/// is still being closed behind it may crash in the ciphers' own clearing up, and its exit code would say nothing.
pub async fn with_desk<T>(
    place: &Place,
    key_file: Option<&Path>,
    act: impl AsyncFnOnce(&Desk) -> Result<T>,
) -> Result<T> {
    let desk = Desk::open(place, &opener(place, key_file)?, chrono::Utc::now()).await?;
    let done = act(&desk).await;
    let closed = desk.close().await;
    let done = done?;
    closed?;
    Ok(done)
}

/// A register that is only read: it works beside an open window, which holds the register as its writer.
pub struct Reader {
    /// Connection that cannot write.
    pub conn: SqliteConnection,
    /// Practice register.
    pub practice: bool,
}

/// Reads the register and closes it, whatever came of it, as [`with_desk`] does.
pub async fn with_reader<T>(
    place: &Place,
    key_file: Option<&Path>,
    read: impl AsyncFnOnce(&mut Reader) -> Result<T>,
) -> Result<T> {
    let mut reader = reader(place, key_file).await?;
    let done = read(&mut reader).await;
    sqlx::Connection::close(reader.conn).await?;
    done
}

/// Opens the register to read. Tables that another version of the program made are made anew first, by the writer.
async fn reader(place: &Place, key_file: Option<&Path>) -> Result<Reader> {
    let opener = opener(place, key_file)?;
    let file = KeyFile::read(&place.keys())?;
    let secrets = keys::unwrap(file.register, &file.lock.ok_or(Error::KeyMissing)?, &opener).await?;
    if !place.register().exists() {
        return Err(Error::NoRegister);
    }
    // A reader moves nothing aside: it says that the file does not open, and whether the key is to blame.
    let unreadable = |e: Error| match e.is_damage() {
        true if !witness::is_of(place, log_id(&secrets.log.verifying_key())) => Error::KeyWrong,
        true => Error::Verify(Flaw::Pages),
        false => e,
    };
    let read = || async { store::open_reader(&place.register(), &secrets.data).await };
    let mut conn = read().await.map_err(unreadable)?;
    let version = local::get(&mut conn, "projection_version").await.map_err(unreadable)?;
    if version.as_deref() != Some(store::PROJECTION_VERSION) {
        sqlx::Connection::close(conn).await?;
        Desk::open(place, &opener, chrono::Utc::now()).await?.close().await?;
        conn = read().await?;
    }
    Ok(Reader { conn, practice: file.practice })
}

/// Reads officer and PIN from standard input and signs in.
pub async fn officer(desk: &Desk) -> Result<Uuid> {
    let (name, pin) = (line()?, line()?);
    let officers = desk.officers().await?;
    let person = officers.iter().find(|o| o.matter.name == name || o.id.to_string() == name).ok_or(Error::SignedOut)?;
    match desk.sign_in(person.id, &pin, chrono::Utc::now()).await? {
        SignIn::Welcome(person) => Ok(person.id),
        SignIn::Wrong { .. } | SignIn::Wait { .. } => Err(Error::SignedOut),
    }
}
