//! What each reader costs: the same words in every format that articles come in.

use copydesk::intake::posts::{Export, Passage};
use copydesk::{Catalog, Document, Format, Source};

use super::{median, speed};

/// Prints for each reader how fast it makes documents of the articles' words, and how long it takes beside plain text.
/// The megabytes are those of the words, whatever stands around them in a format.
pub fn by_format(articles: &[Source]) {
    println!("\nby reader, to tokens and sentences, the same words in each");
    let catalog = Catalog::builtin();
    let vocabulary = catalog.vocabulary();
    let tokens = |source: &Source| Document::parse(source, vocabulary).tokens().len();
    let texts: Vec<String> = articles.iter().map(paragraphs).collect();
    let bytes = texts.iter().map(String::len).sum();
    let mut plain = None;
    let mut show = |name: &str, run: &dyn Fn() -> usize| {
        let time = median(run);
        let ratio = time.as_secs_f64() / *plain.get_or_insert(time.as_secs_f64());
        println!("{name:<12} {:>7.0} MB/s {ratio:>6.2}x the time of plain text", speed(bytes, time));
    };
    for (name, format) in [("plain", Format::Text), ("markdown", Format::Markdown), ("html", Format::Html)] {
        let written = texts.iter().map(|text| if format == Format::Html { html(text) } else { text.clone() });
        let written: Vec<String> = written.collect();
        // A source has to find its lines: that is a part of reading.
        show(name, &|| written.iter().map(|text| tokens(&source(text, format))).sum());
    }
    let records: Vec<String> =
        texts.iter().map(|text| serde_json::to_string(text).expect("a text is JSON")).collect();
    show("jsonl", &|| {
        let passage = |json: &String| Passage::of_json(json, 0).expect("it was written above");
        records
            .iter()
            .map(passage)
            .map(|p| tokens(&source(&p.text, Format::Text).in_file(Some(p.map.into()))))
            .sum()
    });
    for (name, export) in [("wxr", Export::Wxr), ("wp-json", Export::WordPress), ("ghost", Export::Ghost)] {
        let file = file(&texts, export);
        show(name, &|| {
            let posts = export.posts("export", &file, None).into_iter();
            let count = |post: Result<_, _>| {
                post.map_or(0, |post: copydesk::intake::posts::Post| tokens(&post.source))
            };
            posts.map(count).sum()
        });
    }
}

fn source(text: &str, format: Format) -> Source {
    Source::new("bench", text, format).expect("it is short enough")
}

/// The words of an article, a blank line between its paragraphs.
fn paragraphs(article: &Source) -> String {
    let document = Document::parse(article, &Default::default());
    let blocks = document.blocks().iter();
    blocks.map(|b| document.slice(b.prose).replace('\n', " ")).collect::<Vec<_>>().join("\n\n")
}

fn html(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;");
    escaped.split("\n\n").map(|paragraph| format!("<p>{paragraph}</p>\n")).collect()
}

/// An export that holds the texts.
fn file(texts: &[String], export: Export) -> String {
    let json = |text: &String| serde_json::to_string(&html(text)).expect("a text is JSON");
    let posts: Vec<String> = match export {
        Export::Wxr => texts.iter().map(|text| item(&html(text))).collect(),
        Export::WordPress => {
            let post = |text| {
                format!(r#"{{"id":1,"title":{{"rendered":"Post"}},"content":{{"rendered":{}}}}}"#, json(text))
            };
            texts.iter().map(post).collect()
        }
        Export::Ghost => {
            let post = |text| format!(r#"{{"id":"1","title":"Post","html":{}}}"#, json(text));
            texts.iter().map(post).collect()
        }
    };
    match export {
        Export::Wxr => format!("{HEAD}{}</channel></rss>", posts.concat()),
        Export::WordPress => format!("[{}]", posts.join(",")),
        Export::Ghost => format!(r#"{{"db":[{{"meta":{{}},"data":{{"posts":[{}]}}}}]}}"#, posts.join(",")),
    }
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel>"#;

fn item(html: &str) -> String {
    format!(
        "<item><title>Post</title><content:encoded><![CDATA[{html}]]></content:encoded>\
         <wp:post_type>post</wp:post_type><wp:status>publish</wp:status></item>\n"
    )
}
