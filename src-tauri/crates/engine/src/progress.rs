//! How far a prompt has been read, also inside a batch.
//!
//! A batch of 512 tokens takes minutes on a big model and an old laptop, and nobody trusts a bar that stands still.
//! Smaller batches would change the numbers that come out, and with them the greedy answer,
//! so progress inside a batch is counted in nodes of the graph, of which every batch has about as many.

use std::time::{Duration, Instant};

/// Between two reports.
const INTERVAL: Duration = Duration::from_millis(200);

/// How far one prompt has been read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Progress {
    /// Tokens, those from an earlier request included.
    pub(crate) read: usize,
    /// Seconds until the rest is read, at the speed since the reading began; `None` before anything was read.
    pub(crate) seconds_left: Option<f64>,
}

/// Counts while one prompt is read.
pub(crate) struct PromptMeter {
    total: usize,
    kept: usize,
    read: usize,
    batch: usize,
    nodes: u64,
    nodes_of_a_batch: u64,
    began_at: Instant,
    reported_at: Option<Instant>,
    reported: usize,
}

impl PromptMeter {
    /// A prompt of `total` tokens of which `read` are in the context already.
    /// `nodes_of_a_batch` is 0 if no batch was ever counted.
    pub(crate) fn new(total: usize, read: usize, nodes_of_a_batch: u64, now: Instant) -> Self {
        Self {
            total,
            kept: read,
            read,
            batch: 0,
            nodes: 0,
            nodes_of_a_batch,
            began_at: now,
            reported_at: None,
            reported: read,
        }
    }

    /// So many tokens were in the context after all.
    pub(crate) fn skip(&mut self, tokens: usize) {
        self.kept += tokens;
        self.read += tokens;
        self.reported += tokens;
    }

    /// A batch of so many tokens begins.
    pub(crate) fn begin_batch(&mut self, tokens: usize) {
        self.batch = tokens;
        self.nodes = 0;
    }

    /// One node of the graph is computed. Gives the progress when it is time to report it.
    pub(crate) fn count_node(&mut self, now: Instant) -> Option<Progress> {
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
        Some(self.progress(now))
    }

    /// The batch is read. Gives the progress and the nodes it took.
    pub(crate) fn end_batch(&mut self, now: Instant) -> (Progress, u64) {
        self.read += self.batch;
        self.batch = 0;
        self.reported_at = Some(now);
        self.reported = self.read;
        self.nodes_of_a_batch = self.nodes;
        (self.progress(now), self.nodes)
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "a context is far below 2^52 tokens"
    )]
    fn progress(&self, now: Instant) -> Progress {
        let read_now = self.reported - self.kept;
        let spent = now.saturating_duration_since(self.began_at).as_secs_f64();
        let rest = (self.total - self.reported) as f64;
        Progress {
            read: self.reported,
            seconds_left: (read_now > 0).then(|| rest * spent / read_now as f64),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_inside_a_batch_rises_and_never_claims_the_last_token() {
        let start = Instant::now();
        let mut meter = PromptMeter::new(600, 88, 100, start);
        let mut reports = Vec::new();
        meter.begin_batch(512);
        for node in 0..120_u32 {
            let progress = meter.count_node(start + INTERVAL * node);
            reports.extend(progress.map(|progress| progress.read));
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
        let (end, nodes) = meter.end_batch(start);
        assert_eq!((end.read, nodes), (600, 120));
    }

    #[test]
    fn reports_keep_their_distance() {
        let start = Instant::now();
        let mut meter = PromptMeter::new(512, 0, 1000, start);
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

    #[test]
    fn the_time_left_follows_from_what_this_request_has_read_itself() {
        let start = Instant::now();
        let mut meter = PromptMeter::new(3000, 1000, 100, start);
        meter.begin_batch(500);
        let first = PromptMeter::new(3000, 1000, 1_000_000, start).count_node(start);
        let first = first.expect("the first is reported at once");
        assert_eq!(first.seconds_left, None, "nothing was read yet");
        let (progress, _) = meter.end_batch(start + Duration::from_secs(10));
        assert_eq!(
            progress.seconds_left,
            Some(30.0),
            "1500 tokens at 50 a second"
        );
        meter.begin_batch(500);
        let (progress, _) = meter.end_batch(start + Duration::from_secs(40));
        assert_eq!(progress.seconds_left, Some(40.0), "it has become slower");
        meter.begin_batch(1000);
        let (progress, _) = meter.end_batch(start + Duration::from_secs(80));
        assert_eq!(progress.seconds_left, Some(0.0));
    }
}
