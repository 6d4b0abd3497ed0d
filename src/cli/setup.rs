//! The catalogue and the configuration of a run, read from files and the command line.

use std::path::{Path, PathBuf};

use super::Status;
use super::args::{Check, Common};
use super::lint_files;
use super::terminal::Terminal;
use super::text;
use crate::catalog::Catalog;
use crate::config::{self, Config, File};
use crate::error::Error;
use crate::intake::Declaration;
use crate::linter::Linter;

/// The file that is searched for.
pub const NAME: &str = "copydesk.toml";

/// The most bytes of an article unless the configuration says otherwise.
const LIMIT: u64 = 64 << 20;

/// Configurations and lists of names are small; anything larger is a mistake.
pub const OWN_LIMIT: u64 = 64 << 20;

/// What a run checks with.
#[derive(Debug)]
pub struct Setup {
    /// The linter.
    pub linter: Linter,
    /// The most bytes of one article.
    pub limit: u64,
}

/// Reads everything that `args` and the configuration name. All mistakes of one file are given at once.
pub fn load(args: &Check) -> Result<Setup, Vec<Error>> {
    let beside = args.reading.stdin_filename.as_deref().and_then(Path::parent);
    let (catalog, mut config) = knowledge(&args.common, beside)?;
    let unknown = unknown(&catalog, args.levels.0.iter().map(|(_, name)| name).chain(&args.only));
    if !unknown.is_empty() {
        return Err(unknown);
    }
    for (level, name) in &args.levels.0 {
        config.set_level(name, *level);
    }
    config.set_only(args.only.iter().cloned());
    if args.date.is_some() {
        config.settings_mut().date = args.date;
    }
    let limit = config.max_file_size().unwrap_or(LIMIT);
    Ok(Setup { linter: Linter::new(catalog, config), limit })
}

/// The lints and the configuration. `beside` is the folder to begin the search in, if it is not the working folder.
pub fn knowledge(common: &Common, beside: Option<&Path>) -> Result<(Catalog, Config), Vec<Error>> {
    let working = std::env::current_dir()
        .map_err(|e| vec![Error::new(format!("the working folder cannot be told: {e}"))])?;
    let Some(path) = find(common, &working.join(beside.unwrap_or(Path::new(".")))) else {
        let catalog = lint_files::catalog(&common.lint_path)?;
        return Ok((catalog, Config::default()));
    };
    // Below the working folder, names are shorter without it.
    let path = path.strip_prefix(&working).unwrap_or(&path).to_owned();
    let name = path.display().to_string();
    let file = File::parse(&*name, read(&path, &name)?)?;
    let root = path.parent().unwrap_or(Path::new("")).to_owned();
    let own = file.lint_paths().iter().map(|folder| root.join(folder));
    let folders: Vec<PathBuf> = own.chain(common.lint_path.iter().cloned()).collect();
    let catalog = lint_files::catalog(&folders)?;
    let mut config = Config::new(&file, &catalog)?;
    if let Some(list) = file.names_file() {
        let path = root.join(list);
        config.add_names(config::read_csv(list, &read(&path, list)?)?);
    }
    config.set_folders(working.clone(), working.join(root));
    Ok((catalog, config))
}

/// The configuration file: the one that was named, or the nearest at or above `folder`.
fn find(common: &Common, folder: &Path) -> Option<PathBuf> {
    if common.no_config || common.config.is_some() {
        return common.config.clone();
    }
    // The folder of --stdin-filename need not be there; those above it may be.
    folder.ancestors().map(|f| f.join(NAME)).find(|path| path.is_file())
}

/// What is wrong with names of lints and categories that were typed.
pub fn unknown<'a>(catalog: &Catalog, names: impl IntoIterator<Item = &'a String>) -> Vec<Error> {
    names.into_iter().filter_map(|name| config::known(catalog, name).err()).collect()
}

/// The text of a file of ours.
pub fn read(path: &Path, name: &str) -> Result<String, Vec<Error>> {
    let bytes = super::input::read_file(path, name, OWN_LIMIT).map_err(|e| vec![e])?;
    let decoded = text::decode(name, bytes, None, Declaration::Mark).map_err(|e| vec![e])?;
    Ok(decoded.text)
}

/// Tells what keeps the run from starting.
pub fn refuse(errors: &[Error], terminal: &mut Terminal) -> Status {
    errors.iter().for_each(|e| terminal.error(e));
    Status::Failed
}
