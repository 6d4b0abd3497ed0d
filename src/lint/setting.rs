//! How loud a lint is in one article.

use super::Level;

/// The level of one lint for one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// How loud it is.
    pub level: Level,
    /// Whether the user chose the level: then it holds for all rows of the lint, also those that are off by default.
    pub chosen: bool,
}
