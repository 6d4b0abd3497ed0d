//! What a user has set that checks may ask for.

use crate::document::Date;

/// Settings of one run, from the configuration and the command line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The day on which articles without a date of their own are judged; never today's date by itself.
    pub date: Option<Date>,
    /// Varieties of English that are at home here, as BCP 47 tags (`en-IN`).
    pub varieties: Vec<String>,
    /// The house list of names, in order.
    pub names: Vec<HouseName>,
}

/// One line of the house list: how a name is written here, and how it is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HouseName {
    /// The form to use.
    pub canonical: String,
    /// Forms to replace.
    pub variants: Vec<String>,
}
