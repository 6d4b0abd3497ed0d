//! The two streams of the process: findings go to standard output, everything else to standard error.

use std::io::{self, IsTerminal, Write};

use super::args::ColorChoice;
use super::progress::Progress;
use super::{Status, text};
use crate::error::Error;
use crate::render;

/// Standard output and standard error, and how to write to them.
pub struct Terminal {
    out: io::BufWriter<io::Stdout>,
    out_color: bool,
    err_color: bool,
    /// Whoever read standard output has gone away: nothing more is written to it.
    closed: bool,
    /// Standard output could not be written for another reason: a full disk.
    failed: bool,
    progress: Progress,
}

impl Terminal {
    /// The streams of this process.
    pub fn new(choice: ColorChoice) -> Self {
        Self {
            out: io::BufWriter::with_capacity(64 * 1024, io::stdout()),
            out_color: color(choice, io::stdout().is_terminal()),
            err_color: color(choice, io::stderr().is_terminal()),
            closed: false,
            failed: false,
            progress: Progress::new(0),
        }
    }

    /// How renderers are to write for standard output.
    pub fn options(&self) -> render::Options {
        let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        let seen = terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
        let width = columns.or(seen).unwrap_or(render::Options::default().width);
        render::Options { color: self.out_color, width }
    }

    /// Shows how far the run has come, over so many bytes, if it takes long and somebody watches.
    pub fn watch(&mut self, bytes: u64) {
        self.progress = Progress::new(bytes);
    }

    /// What counts how far the run has come.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Whether standard output takes colours.
    pub fn color(&self) -> bool {
        self.out_color
    }

    /// Writes to standard output. A reader that has gone away (`| head`) is no mistake: the rest is dropped.
    pub fn print(&mut self, text: &str) {
        self.print_bytes(text.as_bytes());
    }

    /// Writes to standard output, in whatever encoding the bytes are.
    pub fn print_bytes(&mut self, bytes: &[u8]) {
        if !self.closed {
            let written = self.progress.aside(|| self.out.write_all(bytes));
            self.settle(written);
        }
    }

    /// Whether nobody reads standard output any more, so that a long run may end early.
    pub fn closed(&self) -> bool {
        self.closed
    }

    /// Hands on everything that has been printed.
    pub fn flush(&mut self) {
        if !self.closed {
            let written = self.out.flush();
            self.settle(written);
        }
    }

    fn settle(&mut self, written: io::Result<()>) {
        let Err(error) = written else { return };
        self.closed = true;
        if error.kind() != io::ErrorKind::BrokenPipe {
            self.failed = true;
            self.error(&Error::new(format!("cannot write to standard output: {}", text::why(&error))));
        }
    }

    /// Hands on everything that has been printed, and says how the program ends if it would else end with `status`.
    pub fn end(&mut self, status: Status) -> Status {
        self.flush();
        if self.failed { Status::Failed } else { status }
    }

    /// Tells a mistake of the run.
    pub fn error(&mut self, error: &Error) {
        self.flush();
        let text = render::error(error, self.err_color);
        // A blank line parts pictures of places from each other; single lines need none.
        let end = if error.place.is_some() { "\n\n" } else { "\n" };
        self.say(&(text.trim_end().to_owned() + end));
    }

    /// Tells something worth knowing.
    pub fn note(&mut self, text: &str) {
        self.flush();
        self.say(&format!("note: {text}\n"));
    }

    /// Writes to standard error as it is. If that fails there is nobody left to tell.
    pub fn say(&mut self, text: &str) {
        let _ = self.progress.aside(|| io::stderr().lock().write_all(text.as_bytes()));
    }
}

/// Whether to colour a stream: the option, then the environment (<https://no-color.org>,
/// <https://bixense.com/clicolors>), then whether it is a terminal.
fn color(choice: ColorChoice, terminal: bool) -> bool {
    let set = |name| std::env::var_os(name).filter(|v| !v.is_empty());
    let on = |name| set(name).is_some_and(|v| v != "0");
    match choice {
        ColorChoice::Always => true,
        ColorChoice::Never => false,
        ColorChoice::Auto if set("NO_COLOR").is_some() => false,
        ColorChoice::Auto if on("CLICOLOR_FORCE") || on("FORCE_COLOR") => true,
        ColorChoice::Auto if set("CLICOLOR").is_some_and(|v| v == "0") => false,
        ColorChoice::Auto if set("TERM").is_some_and(|v| v == "dumb") => false,
        ColorChoice::Auto => terminal,
    }
}
