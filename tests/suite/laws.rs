//! Laws that hold for every text whatsoever.

use copydesk::document::Document;
use copydesk::text::{Span, Vocabulary};
use copydesk::{Format, Source};
use proptest::prelude::*;

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

/// Checks every position of the document that the reader made of `text`.
fn holds(text: &str, format: Format) -> Result<(), TestCaseError> {
    let source = Source::new("law", text, format).expect("a law's text is short");
    let document = Document::parse(&source, &Vocabulary::default());
    let prose = document.prose();
    let inside = |span: Span, text: &str| {
        span.end as usize <= text.len()
            && text.is_char_boundary(span.start as usize)
            && text.is_char_boundary(span.end as usize)
    };
    let mut last = Span::default();
    for token in document.tokens() {
        prop_assert!(inside(token.span, prose) && !token.span.is_empty() && token.span.start >= last.end);
        last = token.span;
        let mapped = document.map(token.span);
        prop_assert!(inside(mapped.span, text), "{mapped:?} of {:?}", document.slice(token.span));
        if mapped.verbatim {
            prop_assert_eq!(source.slice(mapped.span), document.slice(token.span));
        }
    }
    let (mut tokens, mut sentences, mut source_end) = (0, 0, 0);
    for block in document.blocks() {
        prop_assert!(inside(block.prose, prose) && inside(block.source, text), "{block:?}");
        prop_assert_eq!((block.tokens.start, block.sentences.start), (tokens, sentences));
        (tokens, sentences) = (block.tokens.end, block.sentences.end);
        let mapped = document.map(block.prose).span;
        prop_assert!(block.source.contains(mapped), "{mapped:?} outside of {block:?}");
        prop_assert!(mapped.start >= source_end, "blocks go back: {block:?}");
        source_end = mapped.end;
    }
    prop_assert_eq!((tokens, sentences), (document.tokens().len(), document.sentences().len()));
    for (i, sentence) in document.sentences().iter().enumerate() {
        prop_assert!(!sentence.tokens.is_empty() && document.blocks()[sentence.block].sentences.contains(&i));
        prop_assert_eq!(sentence.span, document.tokens_span(sentence.tokens.clone()));
    }
    for quotation in document.quotations() {
        prop_assert!(inside(quotation.span, prose));
    }
    for suppression in document.suppressions() {
        prop_assert!(inside(suppression.span, text) && inside(suppression.scope, text));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plain_text_is_read_with_true_positions(text in texts()) {
        holds(&text, Format::Text)?;
    }

    #[test]
    fn markdown_is_read_with_true_positions(text in texts()) {
        holds(&text, Format::Markdown)?;
    }

    #[test]
    fn html_is_read_with_true_positions(text in texts()) {
        holds(&text, Format::Html)?;
    }
}
