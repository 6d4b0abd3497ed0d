//! Exports that are broken, cut off or made up: nothing panics, and every place is one in the file.

use copydesk::Document;
use copydesk::intake::posts::{Export, Passage};
use copydesk::text::{Span, Vocabulary};
use proptest::prelude::*;

use crate::repository;

const EXPORTS: [Export; 3] = [Export::Wxr, Export::WordPress, Export::Ghost];

/// Reads a text as an export, and its posts as articles; every block must lead to bytes of the file, in whole
/// characters.
fn read(text: &str, export: Export) {
    for post in export.posts("export", text, None).into_iter().flatten() {
        let document = Document::parse(&post.source, &Vocabulary::default());
        for block in document.blocks() {
            let place = document.map(block.prose).span;
            let bytes = post.source.file_bytes(place).expect("a post is a part of a file");
            assert!(text.get(bytes.start as usize..bytes.end as usize).is_some(), "{place:?} {bytes:?}");
        }
    }
}

/// The exports of the fixtures.
fn fixtures() -> Vec<(Export, String)> {
    let files = ["inputs/wordpress.xml", "inputs/wordpress.json", "inputs/ghost.json", "reading/classic.xml"];
    let text = |file: &str| {
        std::fs::read_to_string(repository("fixtures").join(file)).expect("the fixture can be read")
    };
    files
        .map(|file| {
            let text = text(file);
            (Export::of_text(&text).expect("it is an export"), text)
        })
        .to_vec()
}

proptest! {
    #![proptest_config(crate::laws::config(60))]

    #[test]
    fn an_export_may_break_off(which in 0..4usize, at in 0.0..1.0f64, more in "[<>\\[\\]!\"\\\\&;{}a-z\u{e9} ]{0,6}") {
        let (export, text) = &fixtures()[which];
        let mut cut = (text.len() as f64 * at) as usize;
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        read(&format!("{}{more}", &text[..cut]), *export);
        read(&format!("{}{more}{}", &text[..cut], &text[cut..]), *export);
    }

    #[test]
    fn anything_may_be_taken_for_an_export(text in "(<item>|<content:encoded>|</content:encoded>|</item>|<!\\[CDATA\\[|\\]\\]>|&amp;|&#233;|&|\u{e9}|\n\n|\\[a b=\"\\]|<p>|<pre>|x){0,30}") {
        for export in EXPORTS {
            read(&text, export);
        }
    }

    /// A string of JSON is read as serde_json reads it, and every character leads to what stands for it.
    #[test]
    fn strings_of_json_lead_to_their_bytes(text in "\\PC{0,12}|[\"\\\\/\u{8}\n\t\u{1F600}\u{e9}a]{0,12}", ascii in any::<bool>()) {
        let mut raw = serde_json::to_string(&text).expect("a string is JSON");
        if ascii {
            let escaped = |c: char| {
                let mut units = [0; 2];
                c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>()
            };
            raw = raw.chars().map(|c| if c.is_ascii() { c.to_string() } else { escaped(c) }).collect();
        }
        let passage = Passage::of_json(&raw, 0).expect("its escapes are whole");
        prop_assert_eq!(&passage.text, &text);
        for (at, c) in text.char_indices() {
            let place = passage.map.bytes(Span::new(at, at + c.len_utf8()));
            let slice = &raw[place.start as usize..place.end as usize];
            prop_assert_eq!(serde_json::from_str::<String>(&format!("\"{slice}\"")).ok(), Some(c.to_string()));
        }
    }
}
