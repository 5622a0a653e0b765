//! Readings: what the reader makes of documents, kept for those opened last, and how many are read at once.

use std::sync::Arc;

use model::{Document, DocumentId};
use quick_cache::sync::Cache;
use reader::{Packs, Reading};
use tokio::sync::{Semaphore, SemaphorePermit};

use super::problem::Problem;
use crate::report::Told;

/// So many readings are kept.
const KEPT: usize = 128;
/// So many texts are read at once; more wait.
const AT_ONCE: usize = 2;
/// So many files may be on their way in at once, as each is in memory as a whole.
const FILES: usize = 4;

/// What was read, and who may read.
#[derive(Debug)]
pub(crate) struct Readings {
    kept: Cache<DocumentId, Arc<Reading>>,
    places: Arc<Semaphore>,
    files: Semaphore,
}

impl Default for Readings {
    fn default() -> Self {
        Self {
            kept: Cache::new(KEPT),
            places: Arc::new(Semaphore::new(AT_ONCE)),
            files: Semaphore::new(FILES),
        }
    }
}

impl Readings {
    /// What the reader makes of this document.
    pub(crate) async fn of(
        &self,
        packs: &Arc<Packs>,
        id: DocumentId,
        document: &Arc<Document>,
    ) -> Result<Arc<Reading>, Problem> {
        if let Some(kept) = self.kept.get(&id) {
            return Ok(kept);
        }
        let (packs, document) = (Arc::clone(packs), Arc::clone(document));
        let reading = self.read(move || Arc::new(Told::default().read(&document, &packs))).await?;
        self.kept.insert(id, Arc::clone(&reading));
        Ok(reading)
    }

    /// Reads on a thread of its own, when it is this one's turn.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        read: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let place = Arc::clone(&self.places).acquire_owned().await;
        let place = place.map_err(|error| Problem::internal(&error))?;
        let reading = tokio::task::spawn_blocking(move || {
            let read = read();
            // Only now: whoever asked may have gone away meanwhile, and the thread has not.
            drop(place);
            read
        });
        reading.await.map_err(|error| Problem::internal(&error))
    }

    /// Waits until a file may come in: before, nothing of it is in memory.
    pub(crate) async fn let_in(&self) -> Result<SemaphorePermit<'_>, Problem> {
        self.files.acquire().await.map_err(|error| Problem::internal(&error))
    }
}
