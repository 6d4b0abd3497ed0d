//! WordPress eXtended RSS: an `item` for each post, its text in CDATA sections or with entities.

use quick_xml::Reader;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, Event};

use super::passage::Passage;
use super::{Draft, Piece};

/// What lies in an export and is no article.
const OTHERS: &[&str] = &[
    "attachment",
    "nav_menu_item",
    "revision",
    "custom_css",
    "customize_changeset",
    "oembed_cache",
    "user_request",
    "acf-field",
    "acf-field-group",
];

/// The elements of an item that are looked at.
#[derive(Default)]
struct Item {
    title: Passage,
    link: Passage,
    content: Passage,
    excerpt: Passage,
    id: Passage,
    date: Passage,
    published: Passage,
    kind: Passage,
    status: Passage,
}

impl Item {
    fn field(&mut self, name: &str) -> Option<&mut Passage> {
        Some(match name {
            "title" => &mut self.title,
            "link" => &mut self.link,
            "content:encoded" => &mut self.content,
            "excerpt:encoded" => &mut self.excerpt,
            "wp:post_id" => &mut self.id,
            "wp:post_date" => &mut self.date,
            "pubDate" => &mut self.published,
            "wp:post_type" => &mut self.kind,
            "wp:status" => &mut self.status,
            _ => return None,
        })
    }

    /// The article, if the item is one.
    fn draft(self) -> Option<Draft> {
        let kind = self.kind.text.trim();
        let unread = matches!(self.status.text.trim(), "trash" | "auto-draft" | "inherit");
        if OTHERS.contains(&kind) || kind.starts_with("wp_") || unread {
            return None;
        }
        let said = |passage: Passage| Some(passage.text.trim().to_owned()).filter(|text| !text.is_empty());
        let date = said(self.date).filter(|date| !date.starts_with("0000"));
        Some(Draft {
            id: said(self.id),
            title: Some(Piece::html(self.title)),
            excerpt: Some(Piece::html(self.excerpt).loosened()),
            body: Some(Piece::html(self.content).loosened()),
            link: said(self.link),
            date: date.or_else(|| said(self.published)),
            fault: None,
        })
    }
}

/// The articles, and what is wrong with the XML, if anything, with the byte where it is.
pub(super) fn read(text: &str) -> (Vec<Draft>, Option<(usize, String)>) {
    let mut reader = Reader::from_str(text);
    let (mut drafts, mut item) = (Vec::new(), None::<Item>);
    // The open elements within the item; text counts right below its children.
    let mut path: Vec<String> = Vec::new();
    loop {
        let from = reader.buffer_position() as usize;
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(e) => return (drafts, Some((reader.error_position() as usize, e.to_string()))),
        };
        let to = reader.buffer_position() as usize;
        match (&event, &mut item) {
            (Event::Eof, None) => return (drafts, None),
            (Event::Eof, Some(_)) => return (drafts, Some((to, "the file ends inside an item".to_owned()))),
            (Event::Start(tag), None) if tag.name().as_ref() == "item" => {
                item = Some(Item::default());
            }
            (Event::Start(tag), Some(_)) => path.push(tag.name().as_ref().to_owned()),
            (Event::End(_), Some(_)) if path.pop().is_none() => {
                drafts.extend(item.take().and_then(Item::draft));
            }
            (_, Some(item)) if path.len() == 1 => {
                if let Some(passage) = item.field(&path[0]) {
                    content(&event, text, (from, to), passage);
                }
            }
            _ => {}
        }
    }
}

/// Appends what an event inside an element says.
fn content(event: &Event<'_>, text: &str, (from, to): (usize, usize), passage: &mut Passage) {
    match event {
        Event::Text(_) => passage.same(&text[from..to], from),
        Event::CData(_) => {
            let inner = (from + "<![CDATA[".len())..(to - "]]>".len());
            passage.same(&text[inner.clone()], inner.start);
        }
        Event::GeneralRef(name) => match resolved(name) {
            Some(character) => passage.unit(&character, from, to),
            None => passage.same(&text[from..to], from),
        },
        _ => {}
    }
}

/// What `&amp;`, `&#8217;` and the like stand for.
fn resolved(name: &BytesRef<'_>) -> Option<String> {
    if let Ok(Some(c)) = name.resolve_char_ref() {
        return Some(c.to_string());
    }
    resolve_xml_entity(name).map(str::to_owned)
}
