//! Papers on their way: followed until the print system has reported what became of them, whoever sits at the window by
//! then. A paper is known by the request that printed it.

use crate::dto::printing::{PrintProgress, PrintStage};
use loket_desk::printing::{Ended, Job, PrintSystem};
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use uuid::Uuid;

/// Longest time that a paper is followed. What comes out later is recorded as sent.
const LIMIT: Duration = Duration::from_secs(5 * 60);
/// Longest time that the window waits for news.
const NEWS: Duration = Duration::from_secs(10);

struct Followed {
    job: Job,
    progress: watch::Receiver<PrintProgress>,
    task: JoinHandle<()>,
}

/// All papers on their way.
pub struct Prints {
    papers: Mutex<HashMap<Uuid, Followed>>,
    /// True when the register closes: nobody waits any longer.
    closing: watch::Sender<bool>,
}

impl Default for Prints {
    fn default() -> Self {
        Self { papers: Mutex::default(), closing: watch::Sender::new(false) }
    }
}

impl Prints {
    /// Follows a paper; `record` hears what became of it, once.
    pub fn follow<R>(
        &self,
        request: Uuid,
        system: PrintSystem,
        job: Job,
        record: impl FnOnce(Ended) -> R + Send + 'static,
    ) where
        R: Future<Output = ()> + Send + 'static,
    {
        let (tell, progress) = watch::channel(PrintProgress::at(PrintStage::Queued, None));
        let mut closing = self.closing.subscribe();
        let followed = job.clone();
        let task = tokio::spawn(async move {
            let following = system.follow(&followed, LIMIT, |stage| {
                tell.send_replace(stage.into());
            });
            let end = tokio::select! {
                end = following => end,
                _ = closing.wait_for(|closing| *closing) => Ended::UNKNOWN,
            };
            record(end).await;
            tell.send_replace(end.into());
        });
        let mut papers = self.papers();
        papers.retain(|_, paper| !paper.progress.borrow().is_over());
        papers.insert(request, Followed { job, progress, task });
    }

    /// Is this paper on its way, or has it just ended? A second press of the same request prints nothing.
    pub fn knows(&self, request: Uuid) -> bool {
        self.papers().contains_key(&request)
    }

    /// Where the paper is, as soon as that differs from what the window saw; `None` for a paper that nobody follows.
    pub async fn progress(&self, request: Uuid, seen: Option<PrintProgress>) -> Option<PrintProgress> {
        let mut progress = self.papers().get(&request)?.progress.clone();
        // No news within the time, or none to come: the last known stage stands.
        let _news = tokio::time::timeout(NEWS, progress.wait_for(|now| Some(*now) != seen)).await.is_ok();
        let now = *progress.borrow();
        Some(now)
    }

    /// The job of a paper that is still on its way.
    pub fn job(&self, request: Uuid) -> Option<Job> {
        self.papers().get(&request).filter(|paper| !paper.progress.borrow().is_over()).map(|paper| paper.job.clone())
    }

    /// Ends all following, so that the register can be closed: what is not known by now is recorded as sent.
    pub async fn end(&self) {
        self.closing.send_replace(true);
        let papers: Vec<Followed> = self.papers().drain().map(|(_, paper)| paper).collect();
        for paper in papers {
            // It tells its own failures.
            let _ended = paper.task.await;
        }
        self.closing.send_replace(false);
    }

    fn papers(&self) -> std::sync::MutexGuard<'_, HashMap<Uuid, Followed>> {
        self.papers.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
