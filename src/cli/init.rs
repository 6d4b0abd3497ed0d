//! `init`: a configuration that says everything and sets nothing.

use std::fs::OpenOptions;
use std::io::Write;

use super::args::{ColorChoice, Init};
use super::setup::NAME;
use super::terminal::Terminal;
use super::{Status, setup, text};
use crate::error::Error;

/// What is written. Every setting is commented out, so that the file as it is changes nothing.
pub const STARTER: &str = include_str!("starter.toml");

/// Writes the file, unless there is one.
pub fn init(args: &Init) -> Status {
    let mut terminal = Terminal::new(ColorChoice::Auto);
    let path = args.folder.join(NAME);
    let name = path.display().to_string();
    let name = name.strip_prefix("./").unwrap_or(&name);
    let written = OpenOptions::new().write(true).create_new(true).open(&path);
    match written.and_then(|mut file| file.write_all(STARTER.as_bytes())) {
        Ok(()) => {
            terminal.note(&format!("wrote `{name}`; every setting in it is commented out"));
            Status::Fine
        }
        Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {
            let error = Error::new(format!("there is a `{name}` already")).help("it is left as it is");
            setup::refuse(&[error], &mut terminal)
        }
        Err(e) => {
            let why = text::why(&e);
            setup::refuse(&[Error::new(format!("cannot write `{name}`: {why}"))], &mut terminal)
        }
    }
}
