//! Fixes: what is applied, what waits, and what a deletion takes with it.

use copydesk::document::{Document, removal};
use copydesk::fix::{self, Applied};
use copydesk::lint::{Applicability, Edit, Finding, Fix, Level};
use copydesk::text::{Span, Vocabulary};
use copydesk::{Format, Source};
use proptest::prelude::*;

use Applicability::{Manual, Safe, Unsafe};

fn fix(applicability: Applicability, edits: &[(usize, usize, &str)]) -> Fix {
    let edit =
        |&(start, end, new): &(usize, usize, &str)| Edit { span: Span::new(start, end), new: new.into() };
    Fix::new("a title", edits.iter().map(edit).collect(), applicability)
}

fn apply(text: &str, fixes: &[Fix], least: Applicability) -> Applied {
    fix::apply(text, &fixes.iter().collect::<Vec<_>>(), least)
}

/// The text after all that is safe is applied.
fn applied(text: &str, fixes: &[Fix]) -> String {
    apply(text, fixes, Safe).text
}

#[test]
fn fixes_are_applied_as_far_as_they_are_trusted() {
    let fixes = [fix(Manual, &[(0, 1, "A")]), fix(Unsafe, &[(2, 3, "B")]), fix(Safe, &[(4, 5, "C")])];
    assert_eq!(apply("a b c", &fixes, Safe).text, "a b C");
    assert_eq!(apply("a b c", &fixes, Unsafe).text, "a B C");
    assert_eq!(apply("a b c", &fixes, Manual), Applied { text: "A B C".into(), applied: vec![0, 1, 2] });
}

#[test]
fn the_fix_that_begins_first_wins_and_then_the_longer_one() {
    let text = "the Finance Minister of America";
    let inner = fix(Safe, &[(12, 20, "Secretary")]);
    let outer = fix(Safe, &[(4, 31, "Treasury Secretary")]);
    let shorter = fix(Safe, &[(4, 11, "Treasury")]);
    assert_eq!(applied(text, &[inner.clone(), shorter.clone(), outer]), "the Treasury Secretary");
    assert_eq!(applied(text, &[inner, shorter]), "the Treasury Secretary of America");
}

#[test]
fn a_fix_is_applied_whole_or_not_at_all() {
    let first = fix(Safe, &[(2, 5, "x")]);
    let both_ends = fix(Safe, &[(4, 6, "y"), (8, 9, "z")]);
    assert_eq!(applied("0123456789", &[first.clone(), both_ends]), "01x56789");
    let beyond = fix(Safe, &[(6, 7, "y"), (9, 11, "z")]);
    assert_eq!(applied("0123456789", &[first, beyond]), "01x56789");
    assert_eq!(applied("aé", &[fix(Safe, &[(0, 1, "b"), (2, 3, "c")])]), "aé");
}

#[test]
fn insertions_do_not_meet_other_changes() {
    let (the, a) = (fix(Safe, &[(0, 0, "the ")]), fix(Safe, &[(0, 0, "a ")]));
    assert_eq!(applied("cat", &[the.clone(), a.clone()]), "a cat");
    assert_eq!(applied("cat", &[a, the.clone()]), "a cat");
    // A word replaced and a word put before it by somebody else: the order would be a guess.
    let word = fix(Safe, &[(0, 3, "dog")]);
    assert_eq!(applied("cat", &[the.clone(), word.clone()]), "dog");
    assert_eq!(applied("cat", &[fix(Safe, &[(3, 3, "!")]), word.clone()]), "dog");
    assert_eq!(applied("cat", &[fix(Safe, &[(1, 1, "!")]), word.clone()]), "dog");
    // One fix may do both, and neighbours that each replace something do not meet.
    assert_eq!(applied("cat", &[fix(Safe, &[(0, 0, "the "), (0, 3, "dog"), (3, 3, "!")])]), "the dog!");
    assert_eq!(applied("cats", &[word, fix(Safe, &[(3, 4, "")])]), "dog");
}

#[test]
fn fixes_that_change_nothing_are_left_out() {
    let same = fix(Safe, &[(0, 1, "a"), (2, 2, "")]);
    assert_eq!(apply("a b", &[same, fix(Safe, &[])], Safe).applied, Vec::<usize>::new());
}

#[test]
fn new_lines_end_as_the_others_do() {
    let edit = [(1, 1, "\nb\r\nc")];
    assert_eq!(applied("a\r\n", &[fix(Safe, &edit)]), "a\r\nb\r\nc\r\n");
    assert_eq!(applied("a\n", &[fix(Safe, &edit)]), "a\nb\r\nc\n");
    assert_eq!(applied("a\r\nd\n", &[fix(Safe, &edit)]), "a\nb\r\nc\r\nd\n");
}

/// Finds each of `wrong` and offers `right` for it.
fn finder(rules: &'static [(&'static str, &'static str)]) -> impl FnMut(&Source) -> Vec<Finding> {
    move |source| {
        let find = |&(wrong, right): &(&'static str, &'static str)| {
            let places: Vec<usize> = source.text().match_indices(wrong).map(|(at, _)| at).collect();
            places.into_iter().map(move |at| Finding {
                lint: "wrong".into(),
                level: Level::Deny,
                source: "a.txt".into(),
                span: Span::new(at, at + wrong.len()),
                message: "wrong".into(),
                labels: vec![],
                notes: vec![],
                fixes: vec![fix(Manual, &[(at, at, "?")]), fix(Safe, &[(at, at + wrong.len(), right)])],
            })
        };
        rules.iter().flat_map(find).collect()
    }
}

fn settle(text: &str, rules: &'static [(&'static str, &'static str)]) -> fix::Settled {
    let source = Source::new("a.txt", text, Format::Text).expect("it is short");
    fix::fixpoint(source, Safe, finder(rules))
}

#[test]
fn a_text_is_fixed_until_nothing_is_left() {
    let settled = settle("x abab x", &[("abab", "ab ab"), ("ab", "b")]);
    assert_eq!(settled.source.text(), "x b b x");
    assert_eq!((settled.applied, settled.converged), (3, true));
    assert_eq!(settled.source.name().as_ref(), "a.txt");
}

#[test]
fn fixes_that_undo_each_other_come_to_an_end() {
    let settled = settle("a", &[("a", "b"), ("b", "a")]);
    assert_eq!((settled.applied, settled.converged), (fix::ROUNDS, false));
    let growing = settle("a", &[("a", "aa")]);
    assert!(!growing.converged);
    assert_eq!(growing.source.text().len(), 1 << fix::ROUNDS);
}

/// Removes the block between `⟦` and `⟧`.
fn without_block(marked: &str, format: Format) -> String {
    let (before, rest) = marked.split_once('⟦').expect("a block is marked");
    let (block, after) = rest.split_once('⟧').expect("its end is marked");
    let text = format!("{before}{block}{after}");
    let span = removal(&text, Span::new(before.len(), before.len() + block.len()), format);
    let mut out = text.clone();
    out.replace_range(span.range(), "");
    out
}

#[track_caller]
fn removes(marked: &str, expected: &str) {
    removes_from(Format::Text, marked, expected);
}

#[track_caller]
fn removes_from(format: Format, marked: &str, expected: &str) {
    assert_eq!(without_block(marked, format), expected);
    let crlf = |s: &str| s.replace('\n', "\r\n");
    assert_eq!(without_block(&crlf(marked), format), crlf(expected), "with CRLF");
}

#[test]
fn a_paragraph_goes_with_its_blank_line() {
    removes("⟦one⟧\n\ntwo\n\nthree\n", "two\n\nthree\n");
    removes("one\n\n⟦two⟧\n\nthree\n", "one\n\nthree\n");
    removes("one\n\n⟦two\nlines⟧\n\nthree\n", "one\n\nthree\n");
    removes("one\n\ntwo\n\n⟦three⟧\n", "one\n\ntwo\n");
    removes("one\n\ntwo\n\n⟦three⟧", "one\n\ntwo");
    removes("one\n\ntwo\n\n⟦three⟧\n\n\n", "one\n\ntwo\n");
    removes("⟦one⟧\n", "");
    removes("⟦one⟧", "");
    removes("\n\n⟦one⟧\n\n", "");
    removes("one\n\n⟦two\n⟧\nthree\n", "one\n\nthree\n");
}

#[test]
fn a_line_goes_and_the_larger_gap_stays() {
    removes("one\n⟦two⟧\nthree\n", "one\nthree\n");
    removes("one\n⟦two⟧\n\nthree\n", "one\n\nthree\n");
    removes("one\n\n\n⟦two⟧\n\nthree\n", "one\n\n\nthree\n");
    removes("one\n\n⟦two⟧\n  three\n", "one\n\n  three\n");
    removes("one\n \t\n  ⟦two⟧  \n\t\nthree\n", "one\n \t\nthree\n");
    removes("one\n⟦two⟧", "one");
    removes("one\n⟦two⟧\n", "one\n");
}

#[test]
fn paragraphs_do_not_flow_together() {
    removes_from(Format::Markdown, "one\n⟦# two⟧\nthree\n", "one\n\nthree\n");
    removes_from(Format::Markdown, "one\n\n⟦# two⟧\nthree\n", "one\n\nthree\n");
    removes_from(Format::Markdown, "- one\n⟦- two⟧\n- three\n", "- one\n- three\n");
    removes_from(Format::Markdown, "one\n⟦1. two⟧\n2. three\n", "one\n\n2. three\n");
    removes_from(Format::Markdown, "one\n⟦1. two⟧\n1. three\n", "one\n1. three\n");
    removes_from(Format::Markdown, "one\n⟦- two⟧\n- three\n", "one\n- three\n");
    removes_from(Format::Markdown, "1. one\n⟦2. two⟧\n3. three\n", "1. one\n3. three\n");
}

#[test]
fn a_block_of_html_in_markdown_stays_one() {
    removes_from(
        Format::Markdown,
        "<div>\n    ⟦<p>one</p>⟧\n    <p>two</p>\n</div>\n",
        "<div>\n    <p>two</p>\n</div>\n",
    );
}

#[test]
fn a_list_item_goes_with_its_marker() {
    removes("- one\n- ⟦two⟧\n- three\n", "- one\n- three\n");
    removes("- one\n⟦- two⟧\n- three\n", "- one\n- three\n");
    removes("- one\n- ⟦two⟧\n\nnext\n", "- one\n\nnext\n");
    removes("1. one\n2. [ ] ⟦two⟧\n3. three\n", "1. one\n3. three\n");
    removes("- ⟦one⟧\n\n  more\n- two\n", "- more\n- two\n");
    removes("- [x] ⟦one⟧\n  - more\n- two\n", "  - more\n- two\n");
    removes("100. ⟦one⟧\n     - more\n", "100. - more\n");
    removes("- one\n\n  ⟦more⟧\n- two\n", "- one\n\n- two\n");
    removes("⟦- one⟧\n\n  more\n- two\n", "- more\n- two\n");
    removes("- ⟦one⟧\nlazy\n", "lazy\n");
}

#[test]
fn a_block_of_a_quotation_goes_with_its_marks() {
    removes("> ⟦one⟧\n>\n> two\n", "> two\n");
    removes("> one\n> \n> ⟦two⟧\n", "> one\n");
    removes("> one\n>\n> ⟦two\n> lines⟧\n>\n> three\n", "> one\n>\n> three\n");
    removes("> one\n>\n> ⟦two⟧\n\nnext\n", "> one\n\nnext\n");
    removes("one\n\n> ⟦two⟧\n>\n> three\n", "one\n\n> three\n");
    removes("one\n\n> ⟦two⟧\n\nthree\n", "one\n\nthree\n");
    removes("> - one\n> - ⟦two⟧\n> - three\n", "> - one\n> - three\n");
}

#[test]
fn a_block_that_shares_its_line_goes_alone() {
    removes("| one | ⟦two⟧ |\n", "| one |  |\n");
    removes("<div>⟦<p>one</p>⟧<p>two</p></div>\n", "<div><p>two</p></div>\n");
    removes("---\ntitle: ⟦one⟧\n---\n", "---\ntitle: \n---\n");
}

#[test]
fn a_byte_order_mark_stays() {
    removes("\u{FEFF}⟦one⟧\n\ntwo\n", "\u{FEFF}two\n");
    removes("⟦\u{FEFF}one⟧\n\ntwo\n", "\u{FEFF}two\n");
    removes("\u{FEFF}⟦one⟧\n", "\u{FEFF}");
}

/// A text of short and long characters and line breaks, and fixes at places in it.
fn text_and_fixes() -> impl Strategy<Value = (String, Vec<Fix>)> {
    let text = "[ab é漢\u{301}\n]{0,24}";
    let edit = (0usize..26, 0usize..4, "[xyé ]{0,3}");
    let fix = (prop::collection::vec(edit, 1..4), 0u8..3);
    (text, prop::collection::vec(fix, 0..8)).prop_map(|(text, fixes): (String, Vec<_>)| {
        let mut bounds: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
        bounds.push(text.len());
        // Places past the end fit no text, and such a fix must be left out.
        let place = |at: usize| bounds.get(at).copied().unwrap_or(text.len() + at);
        let fixes = fixes.into_iter().map(|(edits, trust)| {
            let edits = edits.into_iter().map(|(at, len, new)| Edit {
                span: Span::new(place(at), place(at + len).max(place(at))),
                new,
            });
            Fix::new("", edits.collect(), [Manual, Unsafe, Safe][trust as usize])
        });
        (text.clone(), fixes.collect())
    })
}

/// Whether two edits share a byte, or one inserts at an edge of the other.
fn meet(a: &Edit, b: &Edit) -> bool {
    let (a, b) = (a.span, b.span);
    let insertion = a.is_empty() || b.is_empty();
    a.overlaps(b) || (insertion && a.start <= b.end && b.start <= a.end)
}

proptest! {
    #[test]
    fn only_trusted_fixes_that_do_not_meet_are_applied((text, fixes) in text_and_fixes()) {
        let out = apply(&text, &fixes, Unsafe);
        for (i, &a) in out.applied.iter().enumerate() {
            prop_assert!(fixes[a].applicability >= Unsafe);
            for &b in &out.applied[..i] {
                for x in fixes[a].edits() {
                    prop_assert!(!fixes[b].edits().iter().any(|y| meet(x, y)));
                }
            }
        }
    }

    #[test]
    fn the_text_is_what_the_applied_edits_make_of_it((text, fixes) in text_and_fixes()) {
        let out = apply(&text, &fixes, Unsafe);
        let mut edits: Vec<&Edit> = out.applied.iter().flat_map(|&i| fixes[i].edits()).collect();
        edits.sort_by_key(|e| e.span);
        let mut slow = text.clone();
        for edit in edits.iter().rev() {
            slow.replace_range(edit.span.range(), &edit.new);
        }
        prop_assert_eq!(&out.text, &slow);
        let (gone, new): (usize, usize) =
            edits.iter().fold((0, 0), |(g, n), e| (g + e.span.len(), n + e.new.len()));
        prop_assert_eq!(out.text.len() + gone, text.len() + new);
    }

    #[test]
    fn a_fix_waits_only_for_one_that_it_meets((text, fixes) in text_and_fixes()) {
        let out = apply(&text, &fixes, Manual);
        for (i, fix) in fixes.iter().enumerate() {
            let fits = fix.edits().iter().all(|e| text.get(e.span.range()).is_some());
            let changes = fits && fix.edits().iter().any(|e| text[e.span.range()] != *e.new);
            let waits = out.applied.iter().flat_map(|&j| fixes[j].edits()).any(|y| {
                fix.edits().iter().any(|x| meet(x, y))
            });
            prop_assert_eq!(out.applied.contains(&i), changes && (!waits || out.applied.contains(&i)));
        }
    }

    #[test]
    fn the_order_of_fixes_does_not_matter((text, fixes) in text_and_fixes(), turn in 0usize..8) {
        let once = applied(&text, &fixes);
        let mut other = fixes;
        other.reverse();
        prop_assert_eq!(&once, &applied(&text, &other));
        let turn = turn.min(other.len());
        other.rotate_left(turn);
        prop_assert_eq!(&once, &applied(&text, &other));
    }

    #[test]
    fn fixing_twice_is_fixing_once(text in "[abcd \n]{0,40}") {
        let rules = &[("abc", "d"), ("bb", "b"), ("dc", "a"), ("d\n", "\n")];
        let once = settle(&text, rules);
        prop_assume!(once.converged);
        let twice = settle(once.source.text(), rules);
        prop_assert_eq!((twice.source.text(), twice.applied), (once.source.text(), 0));
    }

    #[test]
    fn removing_a_block_leaves_the_others_as_they_were(
        pieces in prop::collection::vec((prop::sample::select(PIECES), "\n{1,3}"), 1..6),
        crlf in any::<bool>(),
        which in 0usize..16,
    ) {
        // Text that follows text on the next line is the same paragraph: blank lines part the two.
        let mut text: String = pieces.iter().map(|(piece, gap)| format!("{piece}{gap}")).collect();
        if crlf {
            text = text.replace('\n', "\r\n");
        }
        for format in [Format::Text, Format::Markdown] {
            let (before, out) = without_nth_block(&text, which, format);
            prop_assert_eq!(blocks(&out, format), before, "{:?} from {:?} left {:?}", format, text, out);
        }
    }
}

/// Blocks of many kinds.
const PIECES: &[&str] = &[
    "some words",
    "two lines\nof words",
    "# a heading",
    "a title\n=======",
    "- item",
    "- item\n- another",
    "\n1. item\n2. another\n\n   with more",
    "- outer\n  - inner\n  - inner too",
    "> quoted",
    "> quoted\n>\n> twice",
    "> - item\n> - another",
    "- > in an item",
    "\n| a | b |\n|---|---|\n| c | d |\n",
    "![a picture](a.png)",
    // Only a blank line ends a block of HTML.
    "<p>html</p>\n",
    "```\ncode\n```",
];

fn blocks(text: &str, format: Format) -> Vec<String> {
    let source = Source::new("a", text, format).expect("it is short");
    let document = Document::parse(&source, &Vocabulary::default());
    let blocks = document.blocks();
    blocks.iter().map(|b| document.slice(b.prose).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// The blocks but one, and the text without that one.
fn without_nth_block(text: &str, which: usize, format: Format) -> (Vec<String>, String) {
    let source = Source::new("a", text, format).expect("it is short");
    let document = Document::parse(&source, &Vocabulary::default());
    let mut left = blocks(text, format);
    if left.is_empty() {
        return (left, text.to_owned());
    }
    let which = which % left.len();
    left.remove(which);
    let mut out = text.to_owned();
    out.replace_range(document.blocks_extent(which, which).range(), "");
    (left, out)
}
