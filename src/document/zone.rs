//! Zones: what part a block plays in an article.

/// What part a block plays in the article; a lint says in which zones it applies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Zone {
    /// The headline: the first block, `title:` in front matter, `<title>`, `<h1>`.
    Headline,
    /// The summary under the headline: `description:`, `excerpt:`.
    Standfirst,
    /// Running text.
    Body,
    /// A heading inside the article.
    Heading,
    /// The caption of a picture, or the text that stands for it.
    Caption,
    /// An item of a list.
    List,
    /// A cell of a table.
    Table,
    /// A quotation set as a block of its own.
    BlockQuote,
    /// What stands after the article or beside it: navigation, forms, footers.
    Footer,
}
