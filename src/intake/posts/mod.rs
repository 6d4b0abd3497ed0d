//! Exports of content management systems: one file, many articles, each put together from its parts.

mod json;
mod passage;
mod wxr;

use std::sync::Arc;

use html5gum::{Token, Tokenizer};

pub use passage::Passage;

use crate::error::Error;
use crate::source::{Format, Part, Role, Source};
use crate::text::{FileMap, Span};

/// A kind of export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// WordPress eXtended RSS, the XML that `Tools > Export` of WordPress writes.
    Wxr,
    /// Posts as the REST interface of WordPress gives them: an array, or one.
    WordPress,
    /// The JSON that Ghost exports.
    Ghost,
}

/// One article of an export.
#[derive(Clone, Debug)]
pub struct Post {
    /// What the system calls it.
    pub id: String,
    /// Its title, without markup.
    pub title: Option<String>,
    /// Where it is published, as far as the export says.
    pub link: Option<String>,
    /// Its text: the title, the excerpt and the body, parted by blank lines. It is called by the file and its number.
    pub source: Source,
}

/// What an export says of an article, before it is put together.
#[derive(Clone, Debug, Default)]
struct Draft {
    id: Option<String>,
    title: Option<Piece>,
    excerpt: Option<Piece>,
    body: Option<Piece>,
    link: Option<String>,
    date: Option<String>,
    /// Why it cannot be checked.
    fault: Option<(String, &'static str)>,
}

/// A part of an article.
#[derive(Clone, Debug, Default)]
struct Piece {
    passage: Passage,
    format: Format,
    /// Whether blank lines part its paragraphs, as in the older editor of WordPress.
    loose: bool,
}

impl Export {
    /// What the text of a file is an export of, judged by what is in it.
    pub fn of_text(text: &str) -> Option<Self> {
        let text = text.trim_start();
        if text.starts_with('<') {
            let head: String = text.chars().take(8192).collect();
            return head.contains("http://wordpress.org/export/").then_some(Self::Wxr);
        }
        text.starts_with(['{', '[']).then(|| json::kind(text)).flatten()
    }

    /// What people call it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Wxr => "a WordPress export (WXR)",
            Self::WordPress => "a JSON export of WordPress",
            Self::Ghost => "a JSON export of Ghost",
        }
    }

    /// The articles in the text of a file called `name`; what stands between them and the reader comes as an error in
    /// their place. `beneath` leads from the text to the bytes of the file. What is no article (a picture, a menu, an
    /// old version, what lies in the bin) is left out.
    pub fn posts(self, name: &str, text: &str, beneath: Option<&Arc<FileMap>>) -> Vec<Result<Post, Error>> {
        let (drafts, broken) = match self {
            Self::Wxr => wxr::read(text),
            Self::WordPress | Self::Ghost => json::read(text, self),
        };
        let numbered = (1..).zip(drafts);
        let post = |(number, draft): (usize, Draft)| draft.post(&format!("{name}:{number}"), beneath);
        let broken = broken.map(|(at, why)| {
            let line = text.as_bytes()[..at.min(text.len())].iter().filter(|&&b| b == b'\n').count() + 1;
            Err(Error::new(format!("`{name}` is not {}: {why} (line {line}, byte {at})", self.words())))
        });
        numbered.filter_map(post).chain(broken).collect()
    }
}

impl Draft {
    /// The article; `None` if there is nothing to read.
    fn post(self, name: &str, beneath: Option<&Arc<FileMap>>) -> Option<Result<Post, Error>> {
        if let Some((what, help)) = self.fault {
            return Some(Err(Error::new(format!("{name}: {what}")).help(help)));
        }
        let Self { id, title, body, link, date, .. } = &self;
        // To see an echo the whole body is gone through.
        let excerpt = self.excerpt.as_ref().filter(|e| !e.passage.text.trim().is_empty());
        let excerpt = excerpt.filter(|e| !body.as_ref().is_some_and(|b| echoes(e, b)));
        let given =
            [(Role::Headline, title.as_ref()), (Role::Standfirst, excerpt), (Role::Body, body.as_ref())];
        let (mut whole, mut parts) = (Passage::default(), Vec::new());
        for (role, piece) in given {
            let Some(piece) = piece.filter(|p| !p.passage.text.trim().is_empty()) else { continue };
            if !parts.is_empty() {
                whole.text.push_str("\n\n");
                whole.map.push(1, 0, 2, whole.map.file_end());
            }
            let start = whole.text.len();
            whole.text.push_str(&piece.passage.text);
            whole.map.append(&piece.passage.map);
            let span = Span::new(start, whole.text.len());
            parts.push(Part { role, format: piece.format, loose: piece.loose, span });
        }
        if parts.is_empty() {
            return None;
        }
        let map = Arc::new(whole.map.on(beneath.cloned()));
        Some(match Source::new(name, whole.text, Format::Html) {
            Err(_) => Err(Error::new(format!("{name}: the post is too long"))),
            Ok(source) => Ok(Post {
                id: id.clone().unwrap_or_else(|| name.to_owned()),
                title: title.as_ref().map(Piece::words).filter(|t| !t.is_empty()),
                link: link.clone().filter(|l| !l.is_empty()),
                source: source.in_file(Some(map)).in_parts(parts).dated(date.clone()),
            }),
        })
    }
}

impl Piece {
    fn html(passage: Passage) -> Self {
        Self { passage, format: Format::Html, loose: false }
    }

    /// The same as it was typed. Blocks of the newer editor are HTML throughout; before it, blank lines parted
    /// paragraphs.
    fn loosened(self) -> Self {
        Self { loose: !self.passage.text.contains("<!-- wp:"), ..self }
    }

    /// Its words on one line, without markup.
    fn words(&self) -> String {
        let text = match self.format {
            Format::Html => plain(&self.passage.text),
            _ => self.passage.text.clone(),
        };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The text of HTML.
fn plain(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    for token in Tokenizer::new(html) {
        match token {
            Ok(Token::String(text)) => out.push_str(&String::from_utf8_lossy(&text.value)),
            Ok(Token::StartTag(_) | Token::EndTag(_)) => out.push(' '),
            _ => {}
        }
    }
    out
}

/// Whether an excerpt is only the beginning of the body: systems make one where the author gives none.
fn echoes(excerpt: &Piece, body: &Piece) -> bool {
    const CUT: [&str; 4] = ["[&hellip;]", "[…]", "[...]", "more-link"];
    let text = &excerpt.passage.text;
    let cut = CUT.iter().filter_map(|mark| text.find(mark)).min();
    if cut.is_some_and(|at| !text[at..].starts_with(CUT[2])) {
        return true;
    }
    let letters = |html: &str| plain(html).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    letters(&body.passage.text).starts_with(&letters(&text[..cut.unwrap_or(text.len())]))
}
