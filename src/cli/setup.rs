//! The catalogue and the configuration of a run, read from files and the command line.

use super::Status;
use super::args::Check;
use super::terminal::Terminal;
use crate::catalog::Catalog;
use crate::config::Config;
use crate::error::Error;
use crate::linter::Linter;

/// What a run checks with.
#[derive(Debug)]
pub struct Setup {
    /// The linter.
    pub linter: Linter,
    /// The most bytes of one article.
    pub limit: u64,
}

/// Reads everything that `args` and the configuration name. All mistakes are given at once.
pub fn load(args: &Check) -> Result<Setup, Vec<Error>> {
    let catalog = Catalog::builtin();
    let mut config = Config::default();
    for (level, name) in &args.levels.0 {
        config.set_level(name, *level);
    }
    Ok(Setup { linter: Linter::new(catalog, config), limit: 64 << 20 })
}

/// Tells what keeps the run from starting.
pub fn refuse(errors: &[Error], terminal: &mut Terminal) -> Status {
    errors.iter().for_each(|e| terminal.error(e));
    Status::Failed
}
