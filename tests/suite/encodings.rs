//! Files in other encodings than UTF-8, byte for byte.

use copydesk::intake::{self, Charset, Declaration};
use copydesk::text::Span;
use proptest::prelude::*;

#[cfg(feature = "cli")]
use crate::cli::Scratch;

fn decode(bytes: &[u8], label: &str) -> intake::Decoded {
    let charset = Charset::of_label(label).expect("the label is known");
    intake::decode(bytes.to_vec(), Some(charset), Declaration::Mark).expect("the bytes are in that encoding")
}

/// Every character of the text, and the bytes that the map says it stands for, read by themselves.
fn check_map(bytes: &[u8], label: &str) {
    let decoded = decode(bytes, label);
    let map = decoded.map.expect("the bytes are not those of the text");
    let mut at = None;
    for (start, c) in decoded.text.char_indices() {
        let place = map.bytes(Span::new(start, start + c.len_utf8()));
        let slice = &bytes[place.start as usize..place.end as usize];
        assert!(at.is_none_or(|at| at <= place.start), "{c:?} goes back");
        assert_eq!(decode(slice, label).text, c.to_string(), "{label}: {c:?} at {place:?}");
        at = Some(place.end);
    }
    assert_eq!(at, Some(bytes.len() as u64));
}

#[test]
fn every_character_leads_to_its_bytes() {
    for label in ["utf-16le", "utf-16be", "gb18030", "euc-jp", "shift_jis", "big5", "euc-kr", "gbk"] {
        for text in ["The mill 水 is 車 shut.", "水", "a水", "水a", "水車水車"] {
            let bytes = Charset::of_label(label).expect("it is known").encode(text).expect("it has bytes");
            check_map(&bytes, label);
        }
    }
    check_map(b"It is \x93shut\x94, \x85 caf\xE9\x80", "windows-1252");
    check_map(b"\xCC\xE5\xEB\xFC\xED\xE8\xF6\xE0 is shut", "windows-1251");
    check_map(
        "\u{1F600} over 水".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice(),
        "utf-16le",
    );
}

#[test]
fn an_encoding_with_shifts_leads_to_the_bytes_behind_them() {
    let bytes = b"A \x1B$B?e<V\x1B(B B";
    let decoded = decode(bytes, "iso-2022-jp");
    assert_eq!(decoded.text, "A 水車 B");
    let map = decoded.map.expect("there is a map");
    assert_eq!(map.bytes(Span::new(2, 5)), 5..7);
    assert_eq!(map.bytes(Span::new(5, 8)), 7..9);
    assert_eq!(map.bytes(Span::new(9, 10)), 13..14);
}

#[test]
fn a_character_that_an_encoding_lacks_is_known() {
    let lacks = |label, text| Charset::of_label(label).expect("it is known").lacks(text);
    assert_eq!(lacks("windows-1252", "“a” – €"), None);
    assert_eq!(lacks("windows-1252", "Zelenskyy Ж"), Some('Ж'));
    assert_eq!(lacks("koi8-r", "Ж “"), Some('“'));
    assert_eq!(lacks("utf-16le", "Ж 水"), None);
}

proptest! {
    /// Whatever the bytes, decoding ends, and what it gives can be written again.
    #[test]
    fn decoding_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..200), which in 0..8usize) {
        let label = ["utf-8", "utf-16le", "windows-1252", "shift_jis", "gb18030", "iso-2022-jp", "big5", "euc-kr"][which];
        let charset = Charset::of_label(label).expect("the label is known");
        for declaration in [Declaration::Mark, Declaration::Html, Declaration::Xml] {
            let _ = intake::decode(bytes.clone(), None, declaration);
        }
        if let Ok(decoded) = intake::decode(bytes.clone(), Some(charset), Declaration::Mark)
            && let Some(map) = decoded.map {
                prop_assert_eq!(map.text_len() as usize, decoded.text.len());
                let whole = map.bytes(Span::new(0, decoded.text.len()));
                prop_assert!(whole.end as usize <= bytes.len());
            }
    }

    /// A text comes back from UTF-16 as it was, and every span leads to the bytes that say it.
    #[test]
    fn utf_16_comes_back(text in "\\PC{0,40}") {
        let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let charset = Charset::of_label("utf-16be").expect("the label is known");
        if let Ok(decoded) = intake::decode(bytes.clone(), Some(charset), Declaration::Mark) {
            prop_assume!(decoded.charset == charset);
            prop_assert_eq!(&decoded.text, &text);
            prop_assert_eq!(charset.encode(&text), Ok(bytes));
        }
    }
}

/// What `--fix` leaves of a file.
#[cfg(feature = "cli")]
fn fixed(before: &[u8], args: &[&str]) -> (Vec<u8>, String) {
    let scratch = Scratch::new();
    scratch.copy("desk");
    scratch.write("a.txt", before);
    let output = scratch.run(&[args, &["--fix", "a.txt"]].concat(), b"");
    (scratch.read("a.txt"), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
#[cfg(feature = "cli")]
fn a_fixed_file_keeps_its_encoding_and_its_mark() {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let (before, after) = (
        "The caf\u{E9} is shut at this point in time. \u{1F600}\r\n",
        "The caf\u{E9} is shut now. \u{1F600}\r\n",
    );
    let marked = |text: &str| wide(&format!("\u{FEFF}{text}"));
    assert_eq!(fixed(&marked(before), &[]).0, marked(after));
    assert_eq!(fixed(&wide(before), &["--encoding", "utf-16le"]).0, wide(after));
    let mark = |text: &str| format!("\u{FEFF}{text}").into_bytes();
    assert_eq!(fixed(&mark(before), &[]).0, mark(after));
    let western = |now: &str| [b"The caf\xE9 is shut ", now.as_bytes(), b"."].concat();
    assert_eq!(fixed(&western("at this point in time"), &["--encoding", "latin1"]).0, western("now"));
}

#[test]
#[cfg(feature = "cli")]
fn standard_input_comes_back_in_its_encoding() {
    let scratch = Scratch::new();
    scratch.copy("desk");
    let output =
        scratch.run(&["--fix", "--encoding", "cp1252", "-"], b"Caf\xE9 \x93at this point in time\x94.");
    assert_eq!(output.stdout, b"Caf\xE9 \x93now\x94.");
}

#[test]
#[cfg(feature = "cli")]
fn a_fix_that_the_encoding_cannot_write_is_left_out() {
    let scratch = Scratch::new();
    scratch.write("copydesk.toml", "[lints]\nall = { level = \"allow\", priority = -1 }\nhouse-name = \"warn\"\n[names]\n\"Vo\u{17D}\u{142}in\" = [\"Vozlin\"]\n");
    scratch.write("a.txt", b"Mr Vozlin met the mayor in caf\xE9 Vozlin.");
    let output = scratch.run(&["--fix", "--unsafe-fixes", "--encoding", "cp1252", "a.txt"], b"");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("a fix is left out") && said.contains("windows-1252 has no `\u{142}`"), "{said}");
    assert_eq!(scratch.read("a.txt"), b"Mr Vozlin met the mayor in caf\xE9 Vozlin.");
}

#[test]
#[cfg(feature = "cli")]
fn bytes_that_would_come_back_as_others_are_left_alone() {
    // Two ways to write one character in this encoding: only one of them is ever written.
    let before = b"\x81\xE6 at this point in time. \xFA\x5B";
    let (after, said) = fixed(before, &["--encoding", "shift_jis"]);
    assert_eq!(after, before);
    assert!(said.contains("is not fixed"), "{said}");
}
