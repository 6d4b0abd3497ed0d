//! Posts as JSON: from the REST interface of WordPress, and from Ghost.

use serde::Deserialize;
use serde_json::value::RawValue;

use super::passage::Passage;
use super::{Draft, Export, Piece};

/// A value as it stands in the file.
type Raw<'a> = Option<&'a RawValue>;

/// What tells the shapes of files apart.
#[derive(Deserialize)]
struct Shape<'a> {
    #[serde(borrow)]
    db: Raw<'a>,
    #[serde(borrow)]
    data: Raw<'a>,
    #[serde(borrow)]
    posts: Raw<'a>,
    #[serde(borrow)]
    content: Raw<'a>,
    #[serde(borrow)]
    title: Raw<'a>,
}

/// A post of WordPress.
#[derive(Deserialize)]
struct RestPost<'a> {
    #[serde(borrow)]
    id: Raw<'a>,
    #[serde(borrow)]
    title: Raw<'a>,
    #[serde(borrow)]
    content: Raw<'a>,
    #[serde(borrow)]
    excerpt: Raw<'a>,
    #[serde(borrow)]
    link: Raw<'a>,
    #[serde(borrow)]
    date: Raw<'a>,
    #[serde(borrow, rename = "type")]
    kind: Raw<'a>,
    #[serde(borrow)]
    status: Raw<'a>,
}

/// `{ "rendered": "<p>…" }`, or with `raw` for those who may edit.
#[derive(Deserialize)]
struct Rendered<'a> {
    #[serde(borrow)]
    rendered: Raw<'a>,
    #[serde(borrow)]
    raw: Raw<'a>,
}

/// A post of Ghost.
#[derive(Deserialize)]
struct GhostPost<'a> {
    #[serde(borrow)]
    id: Raw<'a>,
    #[serde(borrow)]
    title: Raw<'a>,
    #[serde(borrow)]
    slug: Raw<'a>,
    #[serde(borrow)]
    url: Raw<'a>,
    #[serde(borrow)]
    canonical_url: Raw<'a>,
    #[serde(borrow)]
    html: Raw<'a>,
    #[serde(borrow)]
    lexical: Raw<'a>,
    #[serde(borrow)]
    mobiledoc: Raw<'a>,
    #[serde(borrow)]
    custom_excerpt: Raw<'a>,
    #[serde(borrow)]
    published_at: Raw<'a>,
}

/// The kind of an export, by its shape.
pub(super) fn kind(text: &str) -> Option<Export> {
    let first;
    let object = if text.starts_with('[') {
        first = serde_json::from_str::<Vec<&RawValue>>(text).ok()?;
        first.first()?.get()
    } else {
        text
    };
    let shape: Shape<'_> = serde_json::from_str(object).ok()?;
    let rendered = |raw: Raw<'_>| {
        raw.is_some_and(|raw| {
            serde_json::from_str::<Rendered<'_>>(raw.get()).is_ok_and(|r| r.rendered.or(r.raw).is_some())
        })
    };
    let list = !text.starts_with('[');
    match () {
        () if rendered(shape.content) || rendered(shape.title) => Some(Export::WordPress),
        () if list && ghost_posts(text).is_some() => Some(Export::Ghost),
        () => None,
    }
}

/// The array of posts in a file of Ghost: in `db[0].data`, in `data`, or at the top.
fn ghost_posts(text: &str) -> Option<Vec<&RawValue>> {
    let shape: Shape<'_> = serde_json::from_str(text).ok()?;
    let data = match shape.db {
        Some(db) => {
            let list: Vec<&RawValue> = serde_json::from_str(db.get()).ok()?;
            serde_json::from_str::<Shape<'_>>(list.first()?.get()).ok()?.data
        }
        None => shape.data,
    };
    let posts = match data {
        Some(data) => serde_json::from_str::<Shape<'_>>(data.get()).ok()?.posts,
        None => shape.posts,
    };
    serde_json::from_str(posts?.get()).ok()
}

/// The articles, and what is wrong with the file, if anything, with the byte where it is.
pub(super) fn read(text: &str, export: Export) -> (Vec<Draft>, Option<(usize, String)>) {
    if let Err(e) = serde_json::from_str::<&RawValue>(text) {
        return (Vec::new(), Some(fault(text, &e)));
    }
    let posts = match export {
        Export::Ghost => ghost_posts(text),
        _ if text.trim_start().starts_with('[') => serde_json::from_str(text).ok(),
        _ => serde_json::from_str(text).ok().map(|one| vec![one]),
    };
    let Some(posts) = posts else {
        return (Vec::new(), Some((0, "there are no posts where they should be".to_owned())));
    };
    let draft = |raw: &&RawValue| match export {
        Export::Ghost => serde_json::from_str(raw.get()).map(|post| ghost(&post, text)),
        _ => serde_json::from_str(raw.get()).map(|post| wordpress(&post, text)),
    };
    let broken = |_| Draft {
        fault: Some(("what should be a post is none".to_owned(), "posts are objects")),
        ..Draft::default()
    };
    (posts.iter().filter_map(|raw| draft(raw).unwrap_or_else(|e| Some(broken(e)))).collect(), None)
}

/// The byte of a mistake, and what it is.
fn fault(text: &str, error: &serde_json::Error) -> (usize, String) {
    let line = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
    let words = error.to_string();
    (line + error.column().saturating_sub(1), words.split(" at line ").next().unwrap_or_default().to_owned())
}

fn wordpress(post: &RestPost<'_>, text: &str) -> Option<Draft> {
    let read = |raw: Raw<'_>| {
        let value: Rendered<'_> = serde_json::from_str(raw?.get()).ok()?;
        let piece = |raw| passage(raw, text).map(Piece::html);
        // What is typed has blank lines for paragraphs, as in the XML.
        piece(value.rendered).or_else(|| piece(value.raw).map(Piece::loosened))
    };
    let other = said(post.kind).is_some_and(|kind| kind == "attachment" || kind.starts_with("wp_"));
    if other || said(post.status).is_some_and(|status| status == "trash" || status == "auto-draft") {
        return None;
    }
    Some(Draft {
        id: said(post.id),
        title: read(post.title),
        excerpt: read(post.excerpt),
        body: read(post.content),
        link: said(post.link),
        date: said(post.date),
        fault: None,
    })
}

fn ghost(post: &GhostPost<'_>, text: &str) -> Option<Draft> {
    let plain = |raw: Raw<'_>| passage(raw, text).map(|passage| Piece { passage, ..Piece::default() });
    let body = passage(post.html, text).map(Piece::html);
    let source = match (&body, said(post.lexical), said(post.mobiledoc)) {
        (None, Some(_), _) => Some("lexical"),
        (None, None, Some(_)) => Some("mobiledoc"),
        _ => None,
    };
    let slug = said(post.slug);
    let fault = source.map(|source| {
        let name = slug.clone().or_else(|| said(post.id)).unwrap_or_default();
        let what = format!("the post `{name}` has no `html`, only `{source}`, which is not read");
        (what, "export it with its HTML, for example by `?formats=html` of Ghost's Admin API")
    });
    Some(Draft {
        id: said(post.id),
        title: plain(post.title),
        excerpt: plain(post.custom_excerpt),
        body,
        link: said(post.canonical_url).or_else(|| said(post.url)).or_else(|| slug.map(|s| format!("/{s}/"))),
        date: said(post.published_at),
        fault,
    })
}

/// The text of a value that is a string, with its place in the file; an escape that is no character ends it.
fn passage(raw: Raw<'_>, text: &str) -> Option<Passage> {
    let raw = raw?.get();
    // What serde borrows lies in the text that it was given.
    let at = (raw.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let string = raw.starts_with('"').then(|| Passage::of_json(raw, at));
    string.and_then(Result::ok).filter(|passage| !passage.text.trim().is_empty())
}

/// What a string or a number says.
fn said(raw: Raw<'_>) -> Option<String> {
    match serde_json::from_str(raw?.get()).ok()? {
        serde_json::Value::String(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
