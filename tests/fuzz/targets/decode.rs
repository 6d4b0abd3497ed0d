//! The bytes of a file, in an encoding that the first byte chooses or that the file says: decoding ends, its map stays
//! inside the file, and a text that can be written back reads as it did.

#![no_main]

use copydesk::intake::{self, Charset, Declaration};
use copydesk::text::Span;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, bytes)) = bytes.split_first() else { return };
    let chosen = Charset::NAMES.get(*first as usize / 3).and_then(|name| Charset::of_label(name).ok());
    let declaration = [Declaration::Mark, Declaration::Html, Declaration::Xml][*first as usize % 3];
    let Ok(decoded) = intake::decode(bytes.to_vec(), chosen, declaration) else { return };
    if let Some(map) = &decoded.map {
        assert_eq!(map.text_len() as usize, decoded.text.len());
        let mut last = 0;
        for (at, c) in decoded.text.char_indices() {
            let place = map.bytes(Span::new(at, at + c.len_utf8()));
            assert!(place.start >= last && place.start <= place.end && place.end <= bytes.len() as u64, "{place:?}");
            last = place.start;
        }
    }
    if let Ok(written) = decoded.charset.encode(&decoded.text) {
        let again = intake::decode(written, Some(decoded.charset), Declaration::Mark);
        assert_eq!(again.map(|d| d.text), Ok(decoded.text));
    }
});
