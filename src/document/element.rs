//! The elements of HTML, by what they mean for the reading of an article.

/// What an element does to the text in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    /// Transparent: text runs through it.
    Inline,
    /// A block without a meaning of its own.
    Block,
    Html,
    Body,
    Paragraph,
    Heading(u8),
    /// `<title>`.
    Title,
    List,
    /// `<li>`, `<dt>`, `<dd>`.
    Item,
    Table,
    Row,
    Cell,
    /// `<figcaption>`, `<caption>`.
    Caption,
    BlockQuote,
    /// `<main>`, `<article>`.
    Article,
    /// Beside the article: `<nav>`, `<aside>`, `<footer>`.
    Aside,
    Form,
    /// `<q>`: quotation marks that only the browser draws.
    Quote,
    /// Text that is not prose: `<code>`.
    Code,
    /// A raised note number, perhaps.
    Raised,
    Time,
    /// Text that nobody reads: scripts, templates, drawings, choices of a form.
    Hidden,
    Break,
    Rule,
    Image,
    Meta,
    /// Another element without content.
    Void,
}

impl Element {
    /// The element with that name, in small letters.
    pub(super) fn of(name: &[u8]) -> Self {
        match name {
            b"p" => Self::Paragraph,
            b"a" | b"b" | b"i" | b"em" | b"strong" | b"span" => Self::Inline,
            b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" => Self::Heading(name[1] - b'0'),
            b"div" | b"section" | b"header" | b"head" | b"figure" | b"address" | b"fieldset" | b"details"
            | b"summary" | b"hgroup" | b"center" | b"legend" | b"label" | b"button" | b"search" | b"dir"
            | b"frameset" | b"optgroup" => Self::Block,
            b"html" => Self::Html,
            b"body" => Self::Body,
            b"title" => Self::Title,
            b"ul" | b"ol" | b"dl" | b"menu" => Self::List,
            b"li" | b"dt" | b"dd" => Self::Item,
            b"table" | b"thead" | b"tbody" | b"tfoot" => Self::Table,
            b"tr" => Self::Row,
            b"td" | b"th" => Self::Cell,
            b"figcaption" | b"caption" => Self::Caption,
            b"blockquote" => Self::BlockQuote,
            b"main" | b"article" => Self::Article,
            b"nav" | b"aside" | b"footer" | b"dialog" => Self::Aside,
            b"form" => Self::Form,
            b"q" => Self::Quote,
            b"code" | b"kbd" | b"samp" | b"var" | b"tt" => Self::Code,
            b"sup" => Self::Raised,
            b"time" => Self::Time,
            b"script" | b"style" | b"template" | b"noscript" | b"svg" | b"math" | b"canvas" | b"iframe"
            | b"object" | b"audio" | b"video" | b"select" | b"datalist" | b"textarea" | b"pre"
            | b"listing" | b"xmp" | b"rt" | b"rp" | b"map" | b"applet" | b"noframes" | b"noembed"
            | b"plaintext" => Self::Hidden,
            b"br" => Self::Break,
            b"hr" => Self::Rule,
            b"img" => Self::Image,
            b"meta" => Self::Meta,
            b"input" | b"link" | b"wbr" | b"area" | b"base" | b"col" | b"embed" | b"source" | b"track"
            | b"param" => Self::Void,
            _ => Self::Inline,
        }
    }

    /// Whether it has no content, so that no end tag is to come.
    pub(super) fn is_void(self) -> bool {
        matches!(self, Self::Break | Self::Rule | Self::Image | Self::Meta | Self::Void)
    }

    /// Whether text before it and text in it are parted.
    pub(super) fn is_block(self) -> bool {
        !self.is_void()
            && !matches!(
                self,
                Self::Inline | Self::Quote | Self::Code | Self::Raised | Self::Time | Self::Hidden
            )
            || self == Self::Rule
    }

    /// Whether its beginning ends an element `open` that has no end tag yet: `<li>` after `<li>`.
    pub(super) fn ends(self, open: Self) -> bool {
        match self {
            Self::Item => open == Self::Item,
            Self::Row => matches!(open, Self::Row | Self::Cell),
            Self::Cell => open == Self::Cell,
            Self::Table => matches!(open, Self::Row | Self::Cell),
            _ => self.is_block() && open == Self::Paragraph,
        }
    }

    /// Whether elements outside of `self` stay open, whatever begins inside.
    pub(super) fn is_wall(self, beginning: Self) -> bool {
        match beginning {
            Self::Item => matches!(self, Self::List | Self::Table | Self::Cell),
            Self::Row | Self::Cell | Self::Table => self == Self::Table,
            _ => self.is_block() && self != Self::Paragraph,
        }
    }
}
