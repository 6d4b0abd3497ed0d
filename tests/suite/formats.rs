//! Every format over one fixed set of findings, against `fixtures/formats/`.
//!
//! The two articles are made to be hard to show: wide characters, tabs, marks that combine, commands to the
//! terminal, letters from right to left, a paragraph of 800 columns, both kinds of line breaks.

use std::sync::Arc;

use copydesk::error::Error;
use copydesk::lint::{Applicability, Edit, Finding, Fix, Head, Label, Level, Lint, Run};
use copydesk::render::{self, Article, Format, Options, Summary};
use copydesk::source::Source;
use copydesk::text::Span;

use crate::{expect_file, repository};

const HARBOUR: &str = "\
Harbour Plan Wins Vote

The council of Port Lorne voted on Tuesday for a new harbour, and the plan of the mayor, who has asked for it \
since the floods of 2019, will now go to the ministry; the America's Finance Minister, who was in town for a \
conference on shipping, called it \u{201c}a brave step\u{201d} and promised nothing, while the fishing families \
of the old quay, some of whom have lived there for five generations, said that nobody had asked them and that \
they would ask a court to look at it before the first stone is laid, which the mayor called their good right in a \
free town, adding that the Finance Minister of America had told him over dinner that ports are like hearts and \
must be opened now and then, a remark that drew laughter from the benches on the left and a long silence from \
the benches on the right, where the builders of the old quay have their friends.

東京の港 and 上海港 are the models; the cafe\u{301} on the quay stays.

\tberth\tcost in millions
\tnorth\t12

A notice read: \u{1b}[31mKeep out\u{1b}[0m, zero\u{200b}width, \u{202e}drawkcab\u{202c}, ימל פורט in Hebrew, \
\u{2764}\u{fe0f} and \u{1f469}\u{200d}\u{1f33e}.

Related: Five harbours to see

Leave a Reply

Your email address will not be published.
Required fields are marked *
";

const LETTER: &str = "\u{feff}Letter to the editor\r\n\r\nSir, the the harbour plan is folly.\r\n\
    Port-Lorn needs a school, not a harbour\r\n\r\nA. Reader  ";

fn source(name: &str, text: &str) -> Source {
    Source::new(name, text, copydesk::Format::Markdown).expect("it is short")
}

/// The `n`th place, from 0, of `words` in a source.
#[track_caller]
fn place(source: &Source, words: &str, n: usize) -> Span {
    let (at, _) = source.text().match_indices(words).nth(n).expect("the words are there");
    Span::new(at, at + words.len())
}

fn finding(source: &Source, lint: &str, level: Level, span: Span, message: &str) -> Finding {
    Finding {
        lint: lint.into(),
        level,
        source: source.name().clone(),
        span,
        message: message.into(),
        labels: Vec::new(),
        notes: Vec::new(),
        fixes: Vec::new(),
    }
}

fn write_instead(span: Span, new: &str, applicability: Applicability) -> Fix {
    Fix::new(format!("write `{new}`"), vec![Edit { span, new: new.into() }], applicability)
}

fn label(source: &Source, span: Span, text: &str) -> Label {
    Label { source: source.name().clone(), span, text: text.into() }
}

fn delete(span: Span) -> Fix {
    Fix::new("delete it", vec![Edit { span, new: String::new() }], Applicability::Unsafe)
}

/// The findings on the first article.
fn on_harbour(s: &Source) -> Vec<Finding> {
    let minister = place(s, "America's Finance Minister", 0);
    let again = place(s, "Finance Minister of America", 0);
    let article = place(s, "the America's", 0);
    let stop = Span::at(place(s, "Vote", 0).end);
    let reply = place(s, "Leave a Reply", 0).cover(place(s, "marked *", 0));
    let mut office = finding(
        s,
        "office-title-mismatch",
        Level::Deny,
        minister,
        "`America's Finance Minister`: the United States has no Finance Minister; the post is Secretary of the Treasury",
    );
    office.labels = vec![
        label(s, again, "named so again here"),
        label(s, place(s, "the ministry", 0), "and this may be the Department of the Treasury"),
    ];
    office.notes = vec![
        "Finance Minister is the title in Ireland, India and most of Europe; the United States, where \
        the post goes back to Alexander Hamilton, has a Secretary of the Treasury."
            .into(),
    ];
    let edits = vec![Edit { span: article, new: "the US Treasury Secretary".into() }];
    let wider = vec![
        Edit { span: minister, new: "US Treasury Secretary".into() },
        Edit { span: again, new: "US Treasury Secretary".into() },
    ];
    office.fixes = vec![
        write_instead(minister, "US Treasury Secretary", Applicability::Safe),
        Fix::new("write `the US Treasury Secretary`", edits, Applicability::Manual),
        Fix::new("write `US Treasury Secretary` in both places", wider, Applicability::Unsafe),
    ];
    let mut long = finding(
        s,
        "long-sentence",
        Level::Warn,
        place(s, "called it", 0).cover(place(s, "hearts", 0)),
        "a sentence of 140 words",
    );
    long.labels = vec![label(s, place(s, "hearts", 0), "a simile")];
    let mut ports =
        finding(s, "name-variant", Level::Warn, place(s, "上海港", 0), "a name in Chinese: `上海港`");
    ports.labels = vec![label(s, place(s, "東京の港", 0), "another")];
    ports.fixes = vec![write_instead(place(s, "上海港", 0), "Port of Shanghai", Applicability::Manual)];
    let mut boilerplate = finding(s, "boilerplate", Level::Deny, reply, "a comment form is part of the text");
    boilerplate.fixes = vec![delete(Span::of(reply.start - 1, reply.end))];
    let warn =
        |lint: &str, words: &str, message: &str| finding(s, lint, Level::Warn, place(s, words, 0), message);
    vec![
        finding(s, "headline-stop", Level::Warn, stop, "nothing stands here: an empty place"),
        office,
        long,
        ports,
        warn("accent", "cafe\u{301}", "a composed and a plain letter: `cafe\u{301}`"),
        warn("accent", "\u{301}", "a mark that combines: `\u{301}`"),
        warn("table-cell", "cost in", "after two tabs"),
        warn("table-cell", "\t12", "a tab and 12"),
        warn("control-character", "\u{1b}[31m", "a command to the terminal: `\u{1b}[31m`"),
        warn("invisible-character", "\u{200b}", "a zero-width space"),
        warn(
            "invisible-character",
            "\u{202e}drawkcab\u{202c}",
            "letters turned round: `\u{202e}drawkcab\u{202c}`",
        ),
        warn("script", "פורט", "a word in Hebrew letters: `פורט`"),
        warn("emoji", "\u{2764}\u{fe0f}", "an emoji: `\u{2764}\u{fe0f}`"),
        warn("emoji", "\u{1f469}\u{200d}\u{1f33e}", "a joined emoji"),
        boilerplate,
    ]
}

/// The findings on the second article; some point to the first, one to an article that is not at hand.
fn on_letter(s: &Source, first: &Source) -> Vec<Finding> {
    let mut doubled = finding(s, "doubled-word", Level::Deny, place(s, "the the", 0), "`the` stands twice");
    doubled.fixes = vec![Fix::new(
        "delete one",
        vec![Edit {
            span: Span::of(place(s, "the the", 0).start + 3, place(s, "the the", 0).end),
            new: "".into(),
        }],
        Applicability::Safe,
    )];
    let port = place(s, "Port-Lorn", 0);
    let mut name =
        finding(s, "name-spelling", Level::Warn, port, "`Port-Lorn` is spelled `Port Lorne` elsewhere");
    name.labels = vec![
        label(first, place(first, "Port Lorne", 0), "the usual spelling"),
        Label { source: "archive/2019\u{1b}.txt".into(), span: Span::of(7, 17), text: "seen before".into() },
    ];
    name.notes = vec!["a note with \u{1b}[2J in it\nand a second line".into()];
    name.fixes = vec![write_instead(port, "Port Lorne", Applicability::Unsafe)];
    let len = s.text().len() as u32;
    let end = Span::of(len - 2, len);
    vec![
        finding(s, "byte-order-mark", Level::Warn, Span::of(0, 3), "a byte-order mark, 100% sure, at a:b,c"),
        doubled,
        name,
        finding(s, "line-break", Level::Warn, place(s, "\r\n", 3), "the line ends in `\r\n`"),
        finding(s, "trailing-space", Level::Warn, end, "white space at the end"),
        finding(s, "no-final-line-break", Level::Warn, Span::at(len), "no line break at the end"),
    ]
}

fn lints() -> Vec<Lint> {
    let head = |id, category, level, mqm, summary, why| {
        let head =
            Head { id, category, level, mqm, since: "0.1.0", preview: false, summary, why, examples: &[] };
        Lint::new(head, Run::Desk)
    };
    vec![
        head(
            "office-title-mismatch",
            "offices",
            Level::Deny,
            "terminology",
            "an office under a title that its country does not use",
            "The U.S. reader looks for a person who does not exist. Write the *official* title.\n\nMore below.",
        ),
        head("accent", "typography", Level::Warn, "none", "letters that are composed", "Search misses them."),
        head("boilerplate", "residue", Level::Deny, "accuracy/addition", "parts of the page", ""),
    ]
}

/// Renders the whole set.
pub fn rendered(format: Format, options: Options) -> String {
    let harbour = Arc::new(source("./drafts/harbour plan.md", HARBOUR));
    let letter = source("letters/№ 1\u{1b}]0;x\u{7}.txt", LETTER);
    let quiet = source("quiet.md", "Nothing is wrong here.\n");
    let findings = [on_harbour(&harbour), on_letter(&letter, &harbour)];
    let notes = ["9 signals point to a translation from Hindi".to_owned()];
    let articles = [
        Article {
            words: 214,
            score: Some(0.75),
            ..Article::new("./drafts/harbour plan.md", &harbour, &findings[0])
        },
        Article { words: 990, ..Article::new(letter.name(), &letter, &findings[1]) },
        Article { words: 4, notes: &notes, ..Article::new("quiet.md", &quiet, &[]) },
    ];
    let lints = lints();
    let mut renderer = render::renderer(format, &lints, options);
    let sources = |name: &str| (name == &**harbour.name()).then(|| harbour.clone());
    let (mut out, mut summary) = (String::new(), Summary::default());
    renderer.begin(&mut out);
    for article in &articles {
        renderer.article(article, &sources, &mut out);
        summary.add(article);
    }
    summary.errors.push(Error::new("`gone.md` cannot be read: no such file").help("name a file that exists"));
    renderer.end(&summary, &mut out);
    out
}

#[track_caller]
fn as_expected(format: Format) {
    let out = rendered(format, Options::default());
    expect_file(&repository(&format!("fixtures/formats/{format}.out")), &out);
}

#[test]
fn pretty() {
    as_expected(Format::Pretty);
}

#[test]
fn short() {
    as_expected(Format::Short);
}

#[test]
fn json() {
    as_expected(Format::Json);
}

#[test]
fn jsonl() {
    as_expected(Format::Jsonl);
}

#[test]
fn sarif() {
    as_expected(Format::Sarif);
}

#[test]
fn github() {
    as_expected(Format::Github);
}

#[test]
fn gitlab() {
    as_expected(Format::Gitlab);
}

#[test]
fn junit() {
    as_expected(Format::Junit);
}

#[test]
fn checkstyle() {
    as_expected(Format::Checkstyle);
}

#[test]
fn rdjsonl() {
    as_expected(Format::Rdjsonl);
}
