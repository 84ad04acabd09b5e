//! Where the register is, what opens it, who acts: folder, key file, standard input.

use loket_desk::keys::{KeyFile, Lock, Opener};
use loket_desk::officers::SignIn;
use loket_desk::place::Place;
use loket_desk::{Desk, Error, Result};
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
    if path != Path::new("-") {
        return Ok(std::fs::read_to_string(path)?);
    }
    let mut text = String::new();
    stdin().lock().read_to_string(&mut text)?;
    Ok(text)
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

/// Opens the register as its writer.
pub async fn desk(place: &Place, key_file: Option<&Path>) -> Result<Desk> {
    Desk::open(place, &opener(place, key_file)?, chrono::Utc::now()).await
}

/// Reads officer and PIN from standard input and signs in.
pub async fn officer(desk: &Desk) -> Result<Uuid> {
    let (name, pin) = (line()?, line()?);
    let officers = desk.officers().await?;
    let person = officers
        .iter()
        .find(|o| o.matter.name == name || o.id.to_string() == name)
        .ok_or(Error::NotFound("officer"))?;
    match desk.sign_in(person.id, &pin, chrono::Utc::now()).await? {
        SignIn::Welcome(person) => Ok(person.id),
        SignIn::Wrong { .. } | SignIn::Wait { .. } => Err(Error::SignedOut),
    }
}
