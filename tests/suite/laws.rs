//! Laws that hold for every text whatsoever: on random scraps, and on texts that broke one once.

use std::sync::LazyLock;

use copydesk::text::Vocabulary;
use copydesk::{Format, Linter};
use proptest::prelude::*;

use crate::laws_of_texts::{FORMATS, keep, linter, read, source};
use crate::repository;

static LINTER: LazyLock<Linter> = LazyLock::new(linter);

/// Scraps that readers take notice of, so that random texts are full of trouble.
const SCRAPS: &[&str] = &[
    "word",
    "Dr.",
    "U.S.",
    "e.g.",
    " ",
    " ",
    " ",
    "  ",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\0",
    "\u{FEFF}",
    "é",
    "中文",
    "🙂",
    "\u{301}",
    "\u{200B}",
    ".",
    "...",
    "…",
    "!",
    "?",
    "\"",
    "'",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "(",
    ")",
    "[",
    "]",
    "-",
    "- ",
    "1. ",
    "> ",
    "# ",
    "---\n",
    "===\n",
    "+++\n",
    ";;;\n",
    "title: ",
    "title = \"",
    "date: 2023-07-07",
    "{\"title\": \"a\\u0041\"}",
    "|",
    "| a | b |\n|---|---|\n",
    "*",
    "**",
    "_",
    "`",
    "```\n",
    "~~",
    "\\",
    "\\*",
    "&amp;",
    "&#65;",
    "&bogus;",
    "&",
    "<",
    ">",
    "<p>",
    "</p>",
    "<b>",
    "</b>",
    "<br>",
    "<div class=\"x\">",
    "</div>",
    "<!-- ",
    "-->",
    "<!-- copydesk: allow(x): y -->",
    "[copydesk: allow(x)]",
    "<script>",
    "</script>",
    "<title>",
    "</title>",
    "<span lang=fr>",
    "</span>",
    "<td>",
    "<li>",
    "<img alt=\"a&amp;b\">",
    "<textarea>",
    "<q>",
    "</q>",
    "{{< x >}}",
    "{{",
    "}}",
    "{% x %}",
    "![alt](x)",
    "[link](http://x.y)",
    "[^1]",
    "[^1]: note",
    "http://a.b/c",
    "<http://a.b>",
    "a@b.c",
    "$x$",
    ":::",
    "!!! note",
    "> [!NOTE]\n",
    "import x from 'y'\n",
    "<Tag a={b}>",
    "    code",
    "\u{2028}",
    "2023",
    "July 7, 2023",
    "3.5",
];

fn texts() -> impl Strategy<Value = String> {
    let scraps = prop::collection::vec(prop::sample::select(SCRAPS), 0..40).prop_map(|v| v.concat());
    let any = prop::collection::vec(any::<char>(), 0..60).prop_map(|v| v.into_iter().collect());
    prop_oneof![4 => scraps, 1 => any]
}

/// Phrases that lints take notice of, so that random texts are mended.
fn wrong() -> &'static [String] {
    static WRONG: LazyLock<Vec<String>> = LazyLock::new(|| {
        let lints = LINTER.catalog().lints().iter();
        let examples = lints.flat_map(|lint| lint.examples.iter().filter(|e| e.fires));
        examples.map(|example| example.unmarked().0).filter(|text| text.len() < 200).collect()
    });
    &WRONG
}

/// Texts that are wrong in places, with scraps all about.
fn wrong_texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(SCRAPS).prop_map(str::to_owned),
        1 => prop::sample::select(wrong()),
    ];
    prop::collection::vec(piece, 0..16).prop_map(|pieces| pieces.concat())
}

/// So many cases, unless `PROPTEST_CASES` asks for more or fewer.
pub(crate) fn config(cases: u32) -> ProptestConfig {
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default,
        None => ProptestConfig { cases, ..default },
    }
}

fn reads(text: &str, format: Format) -> Result<(), TestCaseError> {
    read(&source(text, format), &Vocabulary::default()).map_err(TestCaseError::fail)
}

fn keeps(text: &str, format: Format) -> Result<(), TestCaseError> {
    keep(&LINTER, &source(text, format)).map_err(TestCaseError::fail)
}

proptest! {
    #![proptest_config(config(1500))]

    #[test]
    fn plain_text_is_read_with_true_positions(text in texts()) {
        reads(&text, Format::Text)?;
    }

    #[test]
    fn markdown_is_read_with_true_positions(text in texts()) {
        reads(&text, Format::Markdown)?;
    }

    #[test]
    fn html_is_read_with_true_positions(text in texts()) {
        reads(&text, Format::Html)?;
    }
}

proptest! {
    #![proptest_config(config(300))]

    #[test]
    fn plain_text_is_mended_without_harm(text in wrong_texts()) {
        keeps(&text, Format::Text)?;
    }

    #[test]
    fn markdown_is_mended_without_harm(text in wrong_texts()) {
        keeps(&text, Format::Markdown)?;
    }

    #[test]
    fn html_is_mended_without_harm(text in wrong_texts()) {
        keeps(&text, Format::Html)?;
    }
}

/// Each file of `fixtures/hostile` broke a law, or the program, once. It is read in every format, whatever its name.
#[test]
fn what_broke_a_law_once_keeps_all_of_them() {
    let folder = std::fs::read_dir(repository("fixtures/hostile")).expect("the folder can be read");
    let mut count = 0;
    for entry in folder {
        let path = entry.expect("an entry can be read").path();
        let bytes = std::fs::read(&path).expect("a file can be read");
        let text = String::from_utf8_lossy(&bytes);
        for format in FORMATS {
            let kept = keep(&LINTER, &source(&text, format));
            assert_eq!(kept, Ok(()), "{} as {format:?}", path.display());
        }
        count += 1;
    }
    assert!(count > 0);
}

/// Columns in long lines are counted from marks: they must be those that counting from the beginning gives.
#[test]
fn columns_of_long_lines_are_counted_right() {
    let long = "aé🙂中\u{301} ".repeat(400);
    let text = format!("\u{FEFF}{long}\r\nshort\n{long}{long}");
    let source = source(&text, Format::Text);
    let (mut line, mut start) = (1, '\u{FEFF}'.len_utf8());
    for (at, c) in text.char_indices().skip(1) {
        let place = source.line_column(at as u32);
        let before = &text[start..at];
        let counted = (line, before.chars().count() + 1, before.len() + 1, before.encode_utf16().count() + 1);
        assert_eq!(
            (place.line, place.column, place.byte_column, place.utf16_column),
            counted,
            "{c:?} at {at}"
        );
        if c == '\n' {
            (line, start) = (line + 1, at + 1);
        }
    }
}
