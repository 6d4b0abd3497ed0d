//! Laws of output: whatever an article holds, a terminal stays safe, lines stay short, and carets stand under
//! the words that are meant.

use copydesk::lint::{Applicability, Edit, Finding, Fix, Label, Level, Lint};
use copydesk::render::{self, Article, Format, Options, Summary};
use copydesk::source::Source;
use copydesk::text::Span;
use proptest::prelude::*;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Characters that are hard to show, among plain ones.
const NASTY: &str = "[a-z \t\n\r\u{0}\u{1b}\u{7}\u{7f}\u{9b}é漢\u{301}\u{200b}\u{202e}\u{feff}\u{ad}\u{2028}\u{fe0f}❤👩\u{200d}]{0,60}";

fn finding(span: Span, text: &str) -> Finding {
    Finding {
        lint: text.into(),
        level: Level::Deny,
        source: "a".into(),
        span,
        message: text.into(),
        labels: Vec::new(),
        notes: Vec::new(),
        fixes: Vec::new(),
    }
}

fn render(format: Format, id: &str, source: &Source, findings: &[Finding]) -> String {
    let lints: Vec<Lint> = Vec::new();
    let mut renderer = render::renderer(format, &lints, Options::default());
    let article = Article::new(id, source, findings);
    let mut out = String::new();
    renderer.begin(&mut out);
    renderer.article(&article, &|_| None, &mut out);
    renderer.end(&Summary::default(), &mut out);
    out
}

/// A finding with nasty text in all its parts, at any two bytes of `text` or beyond it.
fn nasty_finding(text: &str, words: &str, (a, b): (usize, usize)) -> Finding {
    let span = Span::new(a.min(b), a.max(b));
    let mut finding = finding(span, words);
    finding.labels = vec![
        Label { source: "a".into(), span: Span::at(a as u32), text: words.into() },
        Label { source: words.into(), span, text: words.into() },
    ];
    finding.notes = vec![words.into(), text.into()];
    let edit = Edit { span, new: words.into() };
    finding.fixes = vec![Fix::new(words, vec![edit], Applicability::Safe)];
    finding
}

/// Whether a terminal may obey the character, or a reader miss it.
fn is_unsafe(c: char) -> bool {
    let hides = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{feff}');
    (c.is_control() && c != '\n') || hides
}

/// Words of narrow, wide and marked letters.
fn words() -> impl Strategy<Value = String> {
    prop::collection::vec("[a-z]{1,9}|[漢字仮]{1,3}|cafe\u{301}", 1..120).prop_map(|words| words.join(" "))
}

/// The columns in which a line has carets, by their first and last, from 0.
fn carets(line: &str) -> Option<(usize, usize)> {
    let columns = || line.char_indices().filter(|(_, c)| *c == '^').map(|(i, _)| line[..i].width());
    Some((columns().min()?, columns().max()?))
}

/// What a line shows from one column to another.
fn shown(line: &str, (first, last): (usize, usize)) -> String {
    let mut column = 0;
    let mut out = String::new();
    for c in line.chars() {
        let wide = c.width().unwrap_or(0);
        let at = if wide == 0 { column - 1 } else { column };
        if (first..=last).contains(&at) {
            out.push(c);
        }
        column += wide;
    }
    out
}

proptest! {
    #[test]
    fn what_an_article_holds_never_reaches_the_terminal_raw(
        text in NASTY, words in NASTY, at in (0usize..80, 0usize..80),
    ) {
        let source = Source::new("a", text.clone(), copydesk::Format::Text).expect("it is short");
        let findings = [nasty_finding(&text, &words, at)];
        for format in [Format::Pretty, Format::Short, Format::Github] {
            let out = render(format, &words, &source, &findings);
            prop_assert!(!out.contains(is_unsafe), "{}: {:?}", format, out);
        }
        let error = copydesk::Error::new(words.clone()).at(words.clone(), text, findings[0].span).help(words);
        prop_assert!(!render::error(&error, false).contains(is_unsafe));
    }

    #[test]
    fn every_format_takes_every_finding(text in NASTY, words in NASTY, at in (0usize..80, 0usize..80)) {
        let source = Source::new("a", text.clone(), copydesk::Format::Text).expect("it is short");
        let findings = [nasty_finding(&text, &words, at), finding(Span::new(0, text.len()), &words)];
        for format in Format::ALL {
            let out = render(format, &words, &source, &findings);
            prop_assert_eq!(&out, &render(format, &words, &source, &findings));
            let lines: Vec<&str> = match format {
                Format::Json | Format::Sarif | Format::Gitlab => vec![&out],
                Format::Jsonl | Format::Rdjsonl => out.lines().collect(),
                _ => continue,
            };
            for line in lines {
                prop_assert!(serde_json::from_str::<serde_json::Value>(line).is_ok(), "{}: {}", format, line);
            }
        }
    }

    #[test]
    fn carets_stand_under_the_words(text in words(), from in 0usize..900, len in 1usize..40, above in 0usize..3) {
        let text = format!("{}{text}", "a line\n".repeat(above));
        // A mark is shown with the letter that it stands on, so places begin and end at letters.
        let letters = text.char_indices().filter(|(_, c)| *c != '\u{301}').map(|(i, _)| i);
        let bounds: Vec<usize> = letters.chain([text.len()]).collect();
        let from = (7 * above + from).min(bounds.len() - 2);
        let to = (from + len).min(bounds.len() - 1);
        let span = Span::new(bounds[from], bounds[to]);
        let source = Source::new("a", text.clone(), copydesk::Format::Text).expect("it is short");
        let out = render(Format::Pretty, "a", &source, &[finding(span, "x")]);
        let lines: Vec<&str> = out.lines().collect();
        let at = source.line_column(span.start);
        prop_assert!(lines[1].ends_with(&format!("a:{}:{}", at.line, at.column)), "{}", out);
        let row = lines.iter().position(|line| line.contains('^')).expect("there are carets");
        let under = carets(lines[row]).expect("there are carets");
        prop_assert_eq!(shown(lines[row - 1], under), &text[span.range()], "{}", out);
    }

    #[test]
    fn lines_stay_short(text in words(), at in (0usize..900, 0usize..900), other in 0usize..900, line in prop::sample::select(&[1usize, 150, 1500])) {
        let text = format!("{}{text}", "\n".repeat(line));
        let place = |at: usize| (0..=(line + at).min(text.len())).rev().find(|&i| text.is_char_boundary(i));
        let (a, b, c) = (place(at.0).unwrap_or(0), place(at.1).unwrap_or(0), place(other).unwrap_or(0));
        let source = Source::new("a", text.clone(), copydesk::Format::Text).expect("it is short");
        let mut finding = finding(Span::new(a.min(b), a.max(b)), "x");
        finding.labels = vec![Label { source: "a".into(), span: Span::at(c as u32), text: String::new() }];
        let out = render(Format::Pretty, "a", &source, &[finding]);
        // Two brackets of places that take several lines are drawn beside the text.
        let widest = out.lines().map(UnicodeWidthStr::width).max().unwrap_or(0);
        prop_assert!(widest <= 104, "{} columns\n{}", widest, out);
    }
}

#[test]
fn colours_are_our_own() {
    let source = Source::new("a", "a \u{1b}[31mred word", copydesk::Format::Text).expect("it is short");
    let lints: Vec<Lint> = Vec::new();
    for format in [Format::Pretty, Format::Short] {
        let options = Options { color: true, ..Options::default() };
        let mut out = String::new();
        let findings = [finding(Span::new(2, 7), "a \u{1b}[32mgreen message")];
        let article = Article::new("a", &source, &findings);
        render::renderer(format, &lints, options).article(&article, &|_| None, &mut out);
        assert!(out.contains("\u{1b}[0m"), "{out:?}");
        assert!(!out.contains("\u{1b}[31mred") && !out.contains("\u{1b}[32mgreen"), "{out:?}");
        assert!(out.contains("␛[32mgreen"), "{out:?}");
    }
}

#[test]
fn a_mistake_of_ours_is_shown_at_its_place() {
    let text = "[lints]\noffice-titel-mismatch = \"deny\"\n";
    let error = copydesk::Error::new("no lint is called `office-titel-mismatch`")
        .at("copydesk.toml", text, Span::new(8, 29))
        .did_you_mean("office-titel-mismatch", ["office-title-mismatch"]);
    let expected = "\
error: no lint is called `office-titel-mismatch`
  ┌─ copydesk.toml:2:1
  │
2 │ office-titel-mismatch = \"deny\"
  │ ^^^^^^^^^^^^^^^^^^^^^
  │
  = help: did you mean `office-title-mismatch`?

";
    assert_eq!(render::error(&error, false), expected);
    assert_eq!(render::error(&copydesk::Error::new("no such file"), false), "error: no such file\n\n");
}
