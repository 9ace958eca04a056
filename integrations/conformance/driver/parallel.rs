//! Many clients at once.

use std::thread::ScopedJoinHandle;

/// Runs as many workers as threads, each with its number. Returns what each found, or the first failure.
pub fn run<T: Send>(
    workers: usize,
    work: impl Fn(usize) -> Result<T, String> + Sync,
) -> Result<Vec<T>, String> {
    let work = &work;
    std::thread::scope(|scope| {
        let threads = (0..workers).map(|worker| scope.spawn(move || work(worker))).collect::<Vec<_>>();
        let joined = threads.into_iter().map(ScopedJoinHandle::join);
        joined.map(|result| result.unwrap_or_else(|_| Err("a client panicked".to_owned()))).collect()
    })
}
