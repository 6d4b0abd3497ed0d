//! The fixer: wrong sentences of the lints, put together and cut up as the bytes say, in every format.
//!
//! A fuzzer that starts from nothing seldom writes what a lint knows. Here each byte chooses: below 160 a scrap of
//! markup or punctuation, above that an example of some lint (the next byte says more exactly which).

#![no_main]

#[path = "../shared.rs"]
mod shared;

use std::sync::LazyLock;

const SCRAPS: &[&str] = &[
    " ", " ", "\n", "\n\n", "\r\n", ". ", ", ", "**", "*", "_", "`", "[", "](x)", "&amp;", "&nbsp;", "<b>", "</b>",
    "<p>", "</p>", "<br>", "> ", "- ", "1. ", "# ", "“", "”", "\"", "'", "(", ")", "—", "\u{A0}", "\u{200B}", "\u{FEFF}",
    "| ", "\\", "the ", "The ", "an ", "é",
];

static WRONG: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lints = shared::LINTER.catalog().lints().iter();
    lints.flat_map(|l| l.examples.iter().filter(|e| e.fires)).map(|e| e.unmarked().0).collect()
});

fn text(bytes: &[u8]) -> String {
    let (mut out, mut bytes) = (String::new(), bytes.iter());
    while let Some(&byte) = bytes.next() {
        if out.len() > 2000 {
            break;
        }
        if byte < 160 {
            out.push_str(SCRAPS[byte as usize % SCRAPS.len()]);
        } else {
            let low = bytes.next().copied().unwrap_or_default() as usize;
            out.push_str(&WRONG[((byte as usize - 160) * 256 + low) % WRONG.len()]);
        }
    }
    out
}

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    shared::kept(&shared::source(&text(rest), shared::FORMATS[*first as usize % 3]));
});
