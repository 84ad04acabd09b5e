//! Files on their way into drafts. Whoever chooses twenty goes on typing: they are read one after the other in the
//! background, each with a state of its own, and one that is refused stops no other. A draft is registered or deleted only
//! when nothing is on its way into it any more.

use crate::commands::shown_name;
use crate::dto::files::{TakingFile, TakingReason, TakingState, UnseenReason};
use crate::state::Shell;
use crate::technical_log::TechnicalLog;
use chrono::Utc;
use loket_desk::files::{Attached, MAX_BYTES, safe_name};
use loket_desk::picture::Unseen;
use loket_desk::{Desk, Error, reading};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::oneshot;
use uuid::Uuid;

/// How often a waiting deed looks whether all is read.
const LOOK: Duration = Duration::from_millis(25);

/// All files on their way.
#[derive(Default)]
pub struct Takings {
    drafts: Mutex<HashMap<Uuid, Batch>>,
}

/// The files of one draft, in the order in which they were chosen.
#[derive(Default)]
struct Batch {
    files: Vec<OnItsWay>,
    last: u32,
    /// A task reads them.
    running: bool,
}

struct OnItsWay {
    shown: TakingFile,
    /// Where it lies; a pasted file came with its bytes and is shown by the page.
    path: Option<PathBuf>,
    /// Sending ends the reading.
    stop: Option<oneshot::Sender<()>>,
}

impl OnItsWay {
    fn unfinished(&self) -> bool {
        matches!(self.shown.state, TakingState::Waiting | TakingState::Reading)
    }
}

impl Batch {
    fn add(&mut self, name: String, path: Option<PathBuf>, state: TakingState) -> u32 {
        self.last += 1;
        let shown = TakingFile { id: self.last, name, state, percent: 0, reason: None, unseen: None };
        self.files.push(OnItsWay { shown, path, stop: None });
        self.last
    }

    fn find(&mut self, file: u32) -> Option<&mut OnItsWay> {
        self.files.iter_mut().find(|f| f.shown.id == file)
    }

    fn busy(&self) -> bool {
        self.running || self.files.iter().any(OnItsWay::unfinished)
    }
}

/// Takes files into a draft, in the background.
pub fn take(shell: &Arc<Shell>, desk: &Arc<Desk>, draft: Uuid, paths: Vec<PathBuf>) {
    if shell.takings.queue(draft, paths) {
        tokio::spawn(read_all(shell.clone(), desk.clone(), draft));
    }
}

async fn read_all(shell: Arc<Shell>, desk: Arc<Desk>, draft: Uuid) {
    let takings = &shell.takings;
    while let Some((file, path, stopped)) = takings.next(draft) {
        let told = |percent| takings.progress(draft, file, percent);
        // Only the reading can be stopped; what is read is taken whole.
        let bytes = tokio::select! {
            bytes = reading::whole(&path, MAX_BYTES, told) => bytes,
            _ = stopped => continue,
        };
        let taken = match bytes {
            Ok(bytes) => desk.attach(draft, &shown_name(&path), &bytes, Utc::now()).await,
            Err(e) => Err(e),
        };
        takings.end(draft, file, taken.as_ref(), shell.log());
    }
}

impl Takings {
    fn drafts(&self) -> MutexGuard<'_, HashMap<Uuid, Batch>> {
        self.drafts.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts files into the queue of a draft. What was taken before is no news any more. True: somebody must read it now.
    fn queue(&self, draft: Uuid, paths: Vec<PathBuf>) -> bool {
        let mut drafts = self.drafts();
        let batch = drafts.entry(draft).or_default();
        if !batch.busy() {
            batch.files.retain(|f| f.shown.state == TakingState::Refused);
        }
        for path in paths {
            batch.add(safe_name(&shown_name(&path)), Some(path), TakingState::Waiting);
        }
        !std::mem::replace(&mut batch.running, true)
    }

    /// The next file to read; when there is none, the task ends with the same look.
    fn next(&self, draft: Uuid) -> Option<(u32, PathBuf, oneshot::Receiver<()>)> {
        let mut drafts = self.drafts();
        let batch = drafts.get_mut(&draft)?;
        let Some(file) = batch.files.iter_mut().find(|f| f.shown.state == TakingState::Waiting) else {
            batch.running = false;
            return None;
        };
        let (stop, stopped) = oneshot::channel();
        file.shown.state = TakingState::Reading;
        file.stop = Some(stop);
        Some((file.shown.id, file.path.clone()?, stopped))
    }

    fn progress(&self, draft: Uuid, file: u32, percent: u8) {
        if let Some(file) = self.drafts().get_mut(&draft).and_then(|b| b.find(file)) {
            file.shown.percent = percent;
        }
    }

    /// A pasted file is being taken: nothing else of the draft may end before it.
    pub fn begin_pasted(&self, draft: Uuid, name: &str) -> u32 {
        self.drafts().entry(draft).or_default().add(name.to_owned(), None, TakingState::Reading)
    }

    /// A file was taken or refused.
    pub fn end(&self, draft: Uuid, file: u32, taken: Result<&Attached, &Error>, log: &TechnicalLog) {
        let mut drafts = self.drafts();
        let Some(file) = drafts.get_mut(&draft).and_then(|b| b.find(file)) else { return };
        file.stop = None;
        match taken {
            Ok(attached) => {
                file.shown.state = TakingState::Taken;
                file.shown.unseen = attached.unseen.map(unseen);
            }
            Err(e) => {
                file.shown.state = TakingState::Refused;
                file.shown.reason = Some(reason(e));
                if file.shown.reason == Some(TakingReason::Other) {
                    log.write("-", e);
                }
            }
        }
    }

    /// Stops what is read and what waits; what is taken stays.
    pub fn cancel(&self, draft: Uuid) {
        if let Some(batch) = self.drafts().get_mut(&draft) {
            for file in batch.files.iter_mut().filter(|f| f.path.is_some() && f.unfinished()) {
                file.shown.state = TakingState::Cancelled;
                file.stop = None;
            }
        }
    }

    /// What was read about finished files is no news any more.
    pub fn dismiss(&self, draft: Uuid) {
        if let Some(batch) = self.drafts().get_mut(&draft) {
            batch.files.retain(OnItsWay::unfinished);
        }
    }

    /// The draft is gone.
    pub fn forget(&self, draft: Uuid) {
        self.drafts().remove(&draft);
    }

    /// What the page shows.
    pub fn of(&self, draft: Uuid) -> Vec<TakingFile> {
        let drafts = self.drafts();
        let files = drafts.get(&draft).map(|b| b.files.as_slice()).unwrap_or_default();
        files.iter().filter(|f| f.path.is_some()).map(|f| f.shown.clone()).collect()
    }

    /// Is this file on its way into the draft, or in it?
    pub fn has(&self, draft: Uuid, path: &Path) -> bool {
        let failed = |f: &OnItsWay| matches!(f.shown.state, TakingState::Refused | TakingState::Cancelled);
        let drafts = self.drafts();
        drafts.get(&draft).is_some_and(|b| b.files.iter().any(|f| f.path.as_deref() == Some(path) && !failed(f)))
    }

    /// Waits until nothing is on its way into a draft, or into any; gives the names of what still is after `patience`.
    pub async fn settled(&self, draft: Option<Uuid>, patience: Duration) -> Result<(), Vec<String>> {
        let began = Instant::now();
        loop {
            let names = {
                let drafts = self.drafts();
                let asked = drafts.iter().filter(|(id, batch)| draft.is_none_or(|d| d == **id) && batch.busy());
                let mut asked = asked.peekable();
                if asked.peek().is_none() {
                    return Ok(());
                }
                let files = asked.flat_map(|(_, batch)| batch.files.iter().filter(|f| f.unfinished()));
                files.map(|f| f.shown.name.clone()).collect()
            };
            if began.elapsed() >= patience {
                return Err(names);
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Stops everything, e.g. because the register is closed.
    pub async fn stop_all(&self, patience: Duration) {
        let drafts: Vec<Uuid> = self.drafts().keys().copied().collect();
        for draft in drafts {
            self.cancel(draft);
        }
        // What is being written ends by itself; closing waits for it too.
        let _either_way = self.settled(None, patience).await;
    }
}

fn unseen(u: Unseen) -> UnseenReason {
    match u {
        Unseen::Broken => UnseenReason::Broken,
        Unseen::TooLarge => UnseenReason::TooLarge,
    }
}

fn reason(e: &Error) -> TakingReason {
    match e {
        Error::Attachment("empty") => TakingReason::Empty,
        Error::Attachment("too_big") => TakingReason::TooBig,
        Error::Attachment("type") => TakingReason::Type,
        Error::Attachment(_) => TakingReason::Unreadable,
        Error::DiskFull => TakingReason::DiskFull,
        _ => TakingReason::Other,
    }
}
