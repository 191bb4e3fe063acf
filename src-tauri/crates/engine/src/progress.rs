//! How far a prompt has been read, also inside a batch.
//!
//! A batch of 512 tokens takes minutes on a big model and an old laptop, and nobody trusts a bar that stands still.
//! Smaller batches would change the numbers that come out, and with them the greedy answer,
//! so progress inside a batch is counted in nodes of the graph, of which every batch has about as many.

use std::time::{Duration, Instant};

/// Between two reports.
const INTERVAL: Duration = Duration::from_millis(200);

/// Counts while one prompt is read.
pub(crate) struct PromptMeter {
    total: usize,
    read: usize,
    batch: usize,
    nodes: u64,
    nodes_of_a_batch: u64,
    reported_at: Option<Instant>,
    reported: usize,
}

impl PromptMeter {
    /// A prompt of `total` tokens of which `read` are in the context already.
    /// `nodes_of_a_batch` is 0 if no batch was ever counted.
    pub(crate) fn new(total: usize, read: usize, nodes_of_a_batch: u64) -> Self {
        Self {
            total,
            read,
            batch: 0,
            nodes: 0,
            nodes_of_a_batch,
            reported_at: None,
            reported: read,
        }
    }

    /// A batch of so many tokens begins.
    pub(crate) fn begin_batch(&mut self, tokens: usize) {
        self.batch = tokens;
        self.nodes = 0;
    }

    /// One node of the graph is computed. Gives the tokens read when it is time to report them.
    pub(crate) fn count_node(&mut self, now: Instant) -> Option<usize> {
        self.nodes += 1;
        let due = self
            .reported_at
            .is_none_or(|at| now.duration_since(at) >= INTERVAL);
        if !due || self.nodes_of_a_batch == 0 {
            return None;
        }
        let share = self.nodes.min(self.nodes_of_a_batch);
        let inside = self.batch as u64 * share / self.nodes_of_a_batch;
        let read = self.read + usize::try_from(inside).unwrap_or(0);
        // The last token is reported when it is really read, and a bar never goes back.
        let read = read.min(self.total.saturating_sub(1)).max(self.reported);
        self.reported_at = Some(now);
        self.reported = read;
        Some(read)
    }

    /// The batch is read. Gives the tokens read so far and the nodes it took.
    pub(crate) fn end_batch(&mut self, now: Instant) -> (usize, u64) {
        self.read += self.batch;
        self.batch = 0;
        self.reported_at = Some(now);
        self.reported = self.read;
        self.nodes_of_a_batch = self.nodes;
        (self.read, self.nodes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_inside_a_batch_rises_and_never_claims_the_last_token() {
        let mut meter = PromptMeter::new(600, 88, 100);
        let start = Instant::now();
        let mut reports = Vec::new();
        meter.begin_batch(512);
        for node in 0..120_u32 {
            reports.extend(meter.count_node(start + INTERVAL * node));
        }
        assert!(
            reports.is_sorted() && reports.iter().all(|read| (88..600).contains(read)),
            "{reports:?}"
        );
        assert_eq!(
            reports.get(49),
            Some(&(88 + 256)),
            "half of the nodes are half of the batch"
        );
        assert_eq!(meter.end_batch(start), (600, 120));
    }

    #[test]
    fn reports_keep_their_distance() {
        let mut meter = PromptMeter::new(512, 0, 1000);
        let start = Instant::now();
        meter.begin_batch(512);
        let reports = (0..1000_u32).filter(|node| {
            meter
                .count_node(start + Duration::from_millis(u64::from(*node)))
                .is_some()
        });
        assert_eq!(
            reports.count(),
            5,
            "one at once and one every 200 ms of the second"
        );
    }
}
