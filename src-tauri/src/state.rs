//! Who sits at the counter: the open register, the officer who is signed in, and the practice office beside it.

use crate::dto::start::{AppState, OfficerBrief};
use crate::error::{CommandError, Failure, Reply, command_error, told};
use crate::host::{Ask, Host};
use crate::prints::Prints;
use crate::scanning::Scans;
use crate::taking::Takings;
use crate::technical_log::TechnicalLog;
use chrono::{NaiveDate, Utc};
use loket_desk::place::Place;
use loket_desk::{Act, Desk};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::RwLock;
use uuid::Uuid;

/// Longest wait of a register that is closed for files that are being read.
pub const LAST_FILES: Duration = Duration::from_secs(5);

/// The program behind the window.
pub struct Shell {
    /// Folder of the register.
    pub place: Place,
    /// Key file, for tests and servers without a key store.
    pub key_file: Option<PathBuf>,
    /// The system's desktop.
    pub host: Arc<dyn Host>,
    /// Who sits here.
    pub seat: RwLock<Seat>,
    /// Papers on their way to a printer.
    pub prints: Prints,
    /// One copy at a time: two of the same second would share a name.
    pub copying: tokio::sync::Mutex<()>,
    /// The import at hand.
    pub importing: crate::importing::Importing,
    /// Files on their way into drafts.
    pub takings: Takings,
    /// The scanner's folder, while somebody looks into it.
    pub scans: tokio::sync::Mutex<Option<Scans>>,
    /// Files that were dropped on the window last.
    dropped: Mutex<Vec<PathBuf>>,
    marks: Mutex<Marks>,
    kept: AtomicU32,
    log: TechnicalLog,
}

/// What is open now.
#[derive(Default)]
pub struct Seat {
    /// The office's register.
    pub desk: Option<Arc<Desk>>,
    /// The practice office, open beside it.
    pub practice: Option<Arc<Desk>>,
    /// The window shows the practice office.
    pub practising: bool,
    /// Who is signed in.
    pub officer: Option<Uuid>,
    /// The recovery key of an office that was just made, until two blocks were typed back.
    pub recovery_blocks: Option<Vec<String>>,
    /// Day of a doubtful clock on which an officer was warned already.
    pub clock_warned: Option<NaiveDate>,
}

impl Seat {
    /// The register that the window shows.
    pub fn shown(&self) -> Option<&Arc<Desk>> {
        if self.practising { self.practice.as_ref() } else { self.desk.as_ref() }
    }
}

#[derive(Default)]
struct Marks {
    /// In the office's own register, and in the practice office.
    saved_at: [Option<String>; 2],
    last_act: Option<Instant>,
}

/// An officer at an open register.
#[derive(Clone)]
pub struct Seated {
    /// The register.
    pub desk: Arc<Desk>,
    /// The officer.
    pub officer: Uuid,
}

impl Seated {
    /// An act of this officer now.
    pub fn act(&self) -> Act {
        Act::new(self.officer, Utc::now())
    }

    /// An act whose retry is the same request.
    pub fn act_of(&self, request: &str) -> Result<Act, Failure> {
        Ok(Act { request: id(request)?, ..self.act() })
    }
}

/// An id of the window. What is no id names nothing.
pub fn id(text: &str) -> Result<Uuid, Failure> {
    Uuid::parse_str(text).map_err(|_| told(CommandError::NotFound))
}

impl Shell {
    /// A program over the register in `place`.
    pub fn new(place: Place, key_file: Option<PathBuf>, host: Arc<dyn Host>) -> Self {
        let log = TechnicalLog::new(place.root());
        Self {
            place,
            key_file,
            host,
            seat: RwLock::default(),
            prints: Prints::default(),
            copying: tokio::sync::Mutex::default(),
            importing: crate::importing::Importing::default(),
            takings: Takings::default(),
            scans: tokio::sync::Mutex::default(),
            dropped: Mutex::default(),
            marks: Mutex::default(),
            kept: AtomicU32::new(0),
            log,
        }
    }

    /// Runs a command of a person and turns its failure into a code.
    pub async fn reply<T>(&self, work: impl Future<Output = Result<T, Failure>>) -> Reply<T> {
        self.marks().last_act = Some(Instant::now());
        self.answer(work).await
    }

    /// As [`Shell::reply`], for what the page asks by itself: the pause of the person goes on.
    pub async fn answer<T>(&self, work: impl Future<Output = Result<T, Failure>>) -> Reply<T> {
        match work.await {
            Ok(value) => {
                self.tidy_soon().await;
                Ok(value)
            }
            Err(failure) => Err(command_error(failure, self.kept.load(Ordering::Relaxed), &self.log)),
        }
    }

    /// What saves left for later is done while nobody waits for it.
    async fn tidy_soon(&self) {
        if let Some(desk) = self.seat.read().await.shown().filter(|desk| desk.is_untidy()).cloned() {
            // The next answer tries again; what was acknowledged does not depend on it.
            tokio::spawn(async move { desk.tidy().await.ok() });
        }
    }

    /// Officer and register, or `signed_out`.
    pub async fn seated(&self) -> Result<Seated, Failure> {
        let seat = self.seat.read().await;
        match (seat.shown(), seat.officer) {
            (Some(desk), Some(officer)) => Ok(Seated { desk: desk.clone(), officer }),
            _ => Err(told(CommandError::SignedOut)),
        }
    }

    /// The open register, signed in or not.
    pub async fn desk(&self) -> Result<Arc<Desk>, Failure> {
        self.seat.read().await.shown().cloned().ok_or_else(|| told(CommandError::SignedOut))
    }

    /// Remembers for the status bar that something is durable now.
    pub async fn saved(&self, desk: &Desk) -> Result<String, Failure> {
        let at = desk.local(Utc::now()).await?.to_rfc3339();
        self.marks().saved_at[usize::from(desk.practice)] = Some(at.clone());
        Ok(at)
    }

    /// Time of the last saving in this run of the program.
    pub fn saved_at(&self, desk: &Desk) -> Option<String> {
        self.marks().saved_at[usize::from(desk.practice)].clone()
    }

    /// Remembers how many complaints are safe, for the words about a full disk.
    pub async fn count(&self, desk: &Desk) -> Result<(), Failure> {
        let complaints = loket_desk::store::complaints::all(&mut *desk.reader().await?).await?;
        self.kept.store(u32::try_from(complaints).unwrap_or(0), Ordering::Relaxed);
        Ok(())
    }

    /// Asks with a dialog, without blocking the window.
    pub async fn choose(&self, ask: Ask) -> Result<Vec<PathBuf>, Failure> {
        let host = self.host.clone();
        Ok(tokio::task::spawn_blocking(move || host.choose(&ask)).await?)
    }

    /// Has nobody done anything for this long?
    pub fn idle_for(&self, pause: Duration) -> bool {
        self.marks().last_act.is_none_or(|at| at.elapsed() >= pause)
    }

    /// Remembers files that were dropped on the window. The page is told that there are some and never where they lie.
    pub fn drop_files(&self, paths: Vec<PathBuf>) {
        *self.dropped.lock().unwrap_or_else(PoisonError::into_inner) = paths;
    }

    /// The files that were dropped last, once.
    pub fn dropped(&self) -> Vec<PathBuf> {
        std::mem::take(&mut *self.dropped.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Signs out and copies what is new. Files that are being read for a draft are read to their end. The copy never keeps anybody waiting.
    pub async fn lock(self: &Arc<Self>) -> Result<AppState, Failure> {
        let mut seat = self.seat.write().await;
        seat.officer = None;
        seat.recovery_blocks = None;
        drop(seat);
        let shell = self.clone();
        tokio::spawn(async move { shell.copy_if_new().await });
        crate::opening::state(self).await
    }

    /// Makes a snapshot when the register holds entries that the last one does not.
    pub async fn copy_if_new(&self) {
        let _one = self.copying.lock().await;
        let Some(desk) = self.seat.read().await.desk.clone() else { return };
        let new = async {
            let entries = desk.entries().await?;
            let last = desk.last_snapshot(loket_desk::snapshot::Where::Local).await?;
            if last.is_none_or(|s| s.entries != entries) {
                desk.snapshot(Utc::now()).await?;
            }
            Ok::<_, loket_desk::Error>(())
        };
        if let Err(e) = new.await {
            // The next lock, pause or leaving tries again; the status bar tells how old the last copy is.
            self.log.write("-", &e);
        }
    }

    /// Copies what is new and closes. What was acknowledged is on disk in any case.
    pub async fn leave(&self) {
        self.prints.end().await;
        // What an officer chose and still sees as being read comes along, if it comes soon.
        if self.takings.settled(None, LAST_FILES).await.is_err() {
            self.takings.stop_all(LAST_FILES).await;
        }
        self.copy_if_new().await;
        let (desk, practice) = {
            let mut seat = self.seat.write().await;
            seat.officer = None;
            (seat.desk.take(), seat.practice.take())
        };
        for desk in [desk, practice].into_iter().flatten() {
            close(desk).await;
        }
    }

    /// The officer of this session as the window shows one.
    pub async fn brief(&self, seated: &Seated) -> Result<OfficerBrief, Failure> {
        let officers = seated.desk.officers().await?;
        let place =
            officers.iter().position(|o| o.id == seated.officer).ok_or_else(|| told(CommandError::SignedOut))?;
        Ok(OfficerBrief::of(&officers[place], u32::try_from(place).unwrap_or(0)))
    }

    /// The technical log.
    pub const fn log(&self) -> &TechnicalLog {
        &self.log
    }

    fn marks(&self) -> std::sync::MutexGuard<'_, Marks> {
        self.marks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Closes a register once no command holds it any more; gives up waiting after some seconds.
pub async fn close(mut desk: Arc<Desk>) {
    for _ in 0..100 {
        match Arc::try_unwrap(desk) {
            Ok(last) => {
                let _ = last.close().await;
                return;
            }
            Err(shared) => desk = shared,
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
