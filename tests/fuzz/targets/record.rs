//! Lines of a list of records: whatever stands in a string of JSON, its places are places of the file.

#![no_main]

#[path = "../shared.rs"]
mod shared;

use std::collections::BTreeMap;

use copydesk::Format;
use copydesk::intake::posts::Passage;
use copydesk::text::Span;
use serde_json::value::RawValue;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let list = shared::text(bytes);
    let mut offset = 0;
    for line in list.split_inclusive('\n') {
        record(&list, line.trim_end_matches(['\n', '\r']), offset);
        offset += line.len();
    }
});

fn record(list: &str, json: &str, offset: usize) {
    let Ok(fields) = serde_json::from_str::<BTreeMap<&str, &RawValue>>(json) else { return };
    let Some(raw) = fields.get("text").map(|value| value.get()) else { return };
    let Ok(whole) = serde_json::from_str::<String>(raw) else { return };
    let at = offset + raw.as_ptr() as usize - json.as_ptr() as usize;
    let passage = Passage::of_json(raw, at).expect("serde_json has read it");
    assert_eq!(passage.text, whole);
    for (start, c) in whole.char_indices() {
        let place = passage.map.bytes(Span::new(start, start + c.len_utf8()));
        let slice = &list[place.start as usize..place.end as usize];
        assert_eq!(serde_json::from_str::<String>(&format!("\"{slice}\"")).ok(), Some(c.to_string()), "{slice:?}");
    }
    let format = match fields.get("format").map(|value| value.get()) {
        Some("\"markdown\"") => Format::Markdown,
        Some("\"html\"") => Format::Html,
        _ => Format::Text,
    };
    shared::kept(&shared::source(&whole, format));
}
