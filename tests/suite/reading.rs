//! What the readers make of a source: `fixtures/reading/NAME.{txt,md,html}` against `NAME.EXT.out`; of an export
//! (`.xml`, `.json`) all posts.

use std::fmt::Write;

use copydesk::document::{Block, Document};
use copydesk::intake::posts::Export;
use copydesk::text::{Flags, Span, Vocabulary};
use copydesk::{Format, Source};

use crate::{expect_file, repository};

#[test]
fn every_fixture_reads_as_expected() {
    let mut paths: Vec<_> = std::fs::read_dir(repository("fixtures/reading"))
        .expect("fixtures/reading can be read")
        .map(|entry| entry.expect("an entry of a folder can be read").path())
        .filter(|path| path.extension().is_some_and(|e| e != "out"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    for path in paths {
        let name = path.file_name().and_then(|n| n.to_str()).expect("fixtures have plain names").to_owned();
        let text = std::fs::read_to_string(&path).expect("a fixture is UTF-8");
        let out = match Format::of_path(&name) {
            Some(format) => dump(&Source::new(&*name, text, format).expect("a fixture is short")),
            None => dump_posts(&name, &text),
        };
        expect_file(&path.with_file_name(format!("{name}.out")), &out);
    }
}

/// The posts of an export.
fn dump_posts(name: &str, text: &str) -> String {
    let export = Export::of_text(text).expect("what is no article is an export");
    let mut out = String::new();
    for post in export.posts(name, text, None) {
        match post {
            Ok(post) => {
                let (title, link) = (post.title.unwrap_or_default(), post.link.unwrap_or_default());
                line(&mut out, format_args!("post {} {title:?} <{link}> in {}", post.id, post.source.name()));
                out.push_str(&dump(&post.source));
            }
            Err(e) => line(&mut out, format_args!("error {e}")),
        }
    }
    out
}

/// Everything that a reader makes of a source, a line each.
fn dump(source: &Source) -> String {
    let document = Document::parse(source, &Vocabulary::default());
    let mut out = String::new();
    if let Some(date) = document.date() {
        line(&mut out, format_args!("date {}-{:02}-{:02}", date.year, date.month, date.day));
    }
    if let Some(language) = document.language() {
        line(&mut out, format_args!("language {language}"));
    }
    for suppression in document.suppressions() {
        let text = source.slice(suppression.scope);
        line(&mut out, format_args!("{:?} allows {:?} in {text:?}", suppression.reach, suppression.lints));
    }
    for block in document.blocks() {
        dump_block(&mut out, source, &document, block);
    }
    out
}

fn dump_block(out: &mut String, source: &Source, document: &Document<'_>, block: &Block) {
    line(out, format_args!("{:?} {:?} {:?}", block.zone, block.kind, source.slice(block.source)));
    for sentence in &document.sentences()[block.sentences.clone()] {
        let span = document.map(sentence.span);
        let sign = if span.verbatim { '=' } else { '~' };
        line(out, format_args!("  {sign} {:?}", document.slice(sentence.span)));
    }
    for quotation in document.quotations().iter().filter(|q| block.prose.contains(q.span)) {
        let sign = if quotation.closed { "quotes" } else { "quotes, never closed," };
        line(out, format_args!("  {sign} {:?}", document.slice(quotation.span)));
    }
}

fn line(out: &mut String, line: std::fmt::Arguments<'_>) {
    writeln!(out, "{line}").expect("a string can always be written to");
}

fn sentences(text: &str) -> Vec<String> {
    let source = Source::new("test.md", text, Format::Text).expect("a test is short");
    let document = Document::parse(&source, &Vocabulary::default());
    document.sentences().iter().map(|s| document.slice(s.span).to_owned()).collect()
}

/// A text in which `|` stands where sentences part.
#[track_caller]
fn parts(marked: &str) {
    let expected: Vec<&str> = marked.split('|').map(str::trim).collect();
    assert_eq!(sentences(&marked.replace('|', "")), expected);
}

#[test]
fn sentences_part_where_they_end() {
    parts("He went home. | She stayed! | Why? | Nobody knows… | They never asked.");
    parts("“We will go.” | She nodded. | (Nobody else did.) | Then they left.");
    parts("“Why now?” he asked. | “Because,” she said.");
    parts("It grew by 3.5 percent in 2023. | The year before it shrank.[12] | Nobody minds.");
    parts("Wait ... what? | He said so . . . and left.");
    parts("iPhones sold well. | iPads did not.");
}

#[test]
fn abbreviations_do_not_end_sentences() {
    parts("Dr. Jones met Mr. Smith, Gen. Lee and Sen. Cruz on Main St. in Washington.");
    parts("J. K. Rowling and George W. Bush met. | Both smiled.");
    parts("The U.S. Treasury spoke. | He left the U.S. | The plane was late.");
    parts("It opens at 9 a.m. Monday and closes at 5 p.m. | Visitors pay nothing.");
    parts("It is No. 1 on Jan. 5, e.g. in Maine, i.e. Up North.");
    parts("He works for Acme Inc. in Ohio. | Then he joined Wayne Bros. | He stayed.");
    parts("He said no. | Then he left, Smith vs. Jones et al. notwithstanding.");
}

/// The quotations of a text, as `format` reads it.
fn quotations(text: &str) -> Vec<(String, bool)> {
    let source = Source::new("test", text, Format::Text).expect("a test is short");
    let document = Document::parse(&source, &Vocabulary::default());
    document.quotations().iter().map(|q| (document.slice(q.span).to_owned(), q.closed)).collect()
}

#[track_caller]
fn quotes(text: &str, expected: &[&str]) {
    let found = quotations(text);
    let words: Vec<&str> = found.iter().map(|(q, _)| &**q).collect();
    assert_eq!(words, expected, "in {text:?}");
    assert!(found.iter().all(|(_, closed)| *closed), "all are closed in {text:?}: {found:?}");
}

#[test]
fn quotations_of_all_shapes_are_found() {
    quotes("He said \"yes\" and “no”.", &["\"yes\"", "“no”"]);
    quotes("He said ‘we don’t know’ and left.", &["‘we don’t know’"]);
    quotes("„Ja“, sagte er. «Oui», dit-elle. »Nein«, meinte er.", &["„Ja“", "«Oui»", "»Nein«"]);
    quotes("“She said ‘no’ twice,” he said.", &["“She said ‘no’ twice,”"]);
    quotes("“He said “no” twice,” she said.", &["“He said “no” twice,”"]);
    quotes("It was 'a fine day', he said.", &["'a fine day'"]);
    quotes("‘The states’ rights matter,’ he said.", &["‘The states’ rights matter,’"]);
    quotes("(“yes”) and —“no”—", &["“yes”", "“no”"]);
}

#[test]
fn apostrophes_and_inches_quote_nothing() {
    quotes("The dogs' bowls and the cats’ beds aren't ours, 'tis true.", &[]);
    quotes("Rock ‘n’ roll in the ‘90s and the '60s.", &[]);
    quotes("A 6\" pipe, an 8\" pipe.", &[]);
}

#[test]
fn a_long_quotation_opens_again_in_each_paragraph() {
    quotes("“One.\n\n“Two.\n\n“Three,” he said.", &["“One.", "“Two.", "“Three,”"]);
    assert_eq!(quotations("“One.\n\nTwo."), [("“One.".to_owned(), false)]);
}

#[test]
fn words_inside_quotations_are_marked() {
    let source =
        Source::new("test", "He said “yes we can” and left.", Format::Text).expect("a test is short");
    let document = Document::parse(&source, &Vocabulary::default());
    let quoted: Vec<&str> =
        document.tokens().iter().filter(|t| t.is(Flags::QUOTED)).map(|t| document.slice(t.span)).collect();
    assert_eq!(quoted, ["yes", "we", "can"]);
}

#[test]
fn a_dateline_dates_the_article() {
    let date = |text: &str| {
        let source = Source::new("test", text, Format::Text).expect("a test is short");
        let date = Document::parse(&source, &Vocabulary::default()).date();
        date.map(|d| format!("{}-{:02}-{:02}", d.year, d.month, d.day))
    };
    assert_eq!(date("Talks fail\n\nPARIS, July 7, 2023 — The talks failed.").as_deref(), Some("2023-07-07"));
    assert_eq!(
        date("Talks fail\n\nPublished: 7 July 2023, 10:30 IST\n\nThe talks failed.").as_deref(),
        Some("2023-07-07")
    );
    assert_eq!(date("Talks fail\n2023-07-07\nThe talks failed.").as_deref(), Some("2023-07-07"));
    assert_eq!(date("The treaty was signed on July 7, 2003, in Paris by both of the countries there."), None);
    assert_eq!(date("Talks fail\n\nPARIS, July 37, 2023 — The talks failed."), None);
}

/// The headline of a plain text.
fn headline(text: &str) -> Option<String> {
    let source = Source::new("test", text, Format::Text).expect("a test is short");
    let document = Document::parse(&source, &Vocabulary::default());
    document.headline().map(|b| document.slice(b.prose).to_owned())
}

#[test]
fn the_first_line_is_the_headline_if_it_looks_like_one() {
    assert_eq!(headline("Talks fail\n\nThe talks failed.").as_deref(), Some("Talks fail"));
    assert_eq!(headline("Talks fail.\n\nThe talks failed.").as_deref(), Some("Talks fail."));
    assert_eq!(
        headline("Will talks fail? Paris thinks so\n\nThey did.").as_deref(),
        Some("Will talks fail? Paris thinks so")
    );
    assert_eq!(headline("Talks fail"), None);
    assert_eq!(headline("The talks failed. Nobody was surprised.\n\nThey went home."), None);
    assert_eq!(headline("- The talks failed\n\nThey went home."), None);
}

#[test]
fn a_span_of_the_prose_leads_back_to_the_source() {
    let source =
        Source::new("test", "\u{FEFF}> Talks fail\r\n> again", Format::Text).expect("a test is short");
    let document = Document::parse(&source, &Vocabulary::default());
    assert_eq!(document.blocks().len(), 2);
    let mapped = document.map(Span::new(0, 5));
    assert_eq!((source.slice(mapped.span), mapped.verbatim), ("Talks", true));
}

/// The language of a text, if it is not English.
fn foreign(text: &str, format: Format) -> Option<String> {
    let source = Source::new("test", text, format).expect("a test is short");
    Document::parse(&source, &Vocabulary::default()).foreign()
}

#[test]
fn an_article_in_another_language_is_recognised() {
    let german = "Der Rat hat am Montag beschlossen, die Hafenmauer vor dem Winter um einen Meter zu erhöhen. \
        Die Arbeiten sollen im Herbst beginnen und rund fünf Millionen kosten. Viele Bewohner der Stadt halten das \
        für zu wenig, weil das Wasser in den letzten Jahren immer wieder bis auf die Straße gekommen ist. Ein \
        Sprecher sagte, man werde die Kosten noch einmal prüfen und dann über den nächsten Schritt entscheiden.";
    assert_eq!(foreign(german, Format::Text).as_deref(), Some("German"));
    // What a page says of itself is outweighed by what it is.
    assert_eq!(foreign(&format!("<html lang=en><p>{german}"), Format::Html).as_deref(), Some("German"));
    let english =
        "The council has decided to raise the wall before the winter, and it will cost about five million. "
            .repeat(5);
    assert_eq!(foreign(&format!("<html lang=de><p>{english}"), Format::Html), None);
    assert_eq!(foreign("<html lang=hi><p>Namaste</p>", Format::Html).as_deref(), Some("Hindi"));
    assert_eq!(foreign("Namaste, ji.", Format::Text), None);
    let hindi = "मंत्रिमंडल ने सोमवार को बंदरगाह की दीवार को ऊंचा करने का निर्णय लिया है। ".repeat(12);
    assert_eq!(foreign(&hindi, Format::Text).as_deref(), Some("Hindi"));
}

#[test]
fn lists_and_headlines_are_still_english() {
    let list =
        "Arsenal 2, Chelsea 1\nLiverpool 0, Everton 0\nFulham 3, Burnley 1\nLeeds United 2, Aston Villa 2\n"
            .repeat(12);
    assert_eq!(foreign(&list, Format::Text), None);
}
