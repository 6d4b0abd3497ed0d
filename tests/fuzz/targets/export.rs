//! Exports of content management systems: every post is read with true places, and they lead into the file.

#![no_main]

#[path = "../shared.rs"]
mod shared;

use copydesk::Document;
use copydesk::intake::posts::Export;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = shared::text(bytes);
    let _ = Export::of_text(&text);
    for export in [Export::Wxr, Export::WordPress, Export::Ghost] {
        for post in export.posts("export", &text, None).into_iter().flatten() {
            shared::kept(&post.source);
            let document = Document::parse(&post.source, shared::LINTER.catalog().vocabulary());
            for block in document.blocks() {
                let place = document.map(block.prose).span;
                let bytes = post.source.file_bytes(place).expect("a post is a part of a file");
                assert!(text.get(bytes.start as usize..bytes.end as usize).is_some(), "{place:?} {bytes:?}");
            }
        }
    }
});
