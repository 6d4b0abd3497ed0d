//! How far a long run has come, on a terminal only.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// Shorter runs show nothing: a bar that flashes up tells nobody anything.
const PATIENCE: Duration = Duration::from_millis(800);

/// Counts bytes that have been checked. Any thread may count.
#[derive(Clone, Debug)]
pub struct Progress {
    bar: ProgressBar,
    start: Instant,
    terminal: bool,
}

impl Progress {
    /// Progress over so many bytes.
    pub fn new(bytes: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::hidden());
        let style = ProgressStyle::with_template("{bar:30} {bytes} of {total_bytes}, {eta} left");
        // The template is ours; a bar in the library's own style would do as well.
        if let Ok(style) = style {
            bar.set_style(style);
        }
        Self { bar, start: Instant::now(), terminal: std::io::stderr().is_terminal() }
    }

    /// So many more bytes are done.
    pub fn add(&self, bytes: u64) {
        self.bar.inc(bytes);
        if self.terminal && self.bar.is_hidden() && self.start.elapsed() > PATIENCE {
            self.bar.set_draw_target(ProgressDrawTarget::stderr_with_hz(8));
        }
    }

    /// Takes the bar away while something is printed.
    pub fn aside<R>(&self, print: impl FnOnce() -> R) -> R {
        if self.bar.is_hidden() { print() } else { self.bar.suspend(print) }
    }

    /// Takes the bar away for good.
    pub fn end(&self) {
        self.bar.finish_and_clear();
    }
}
