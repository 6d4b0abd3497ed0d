//! Any bytes as plain text: all laws.

#![no_main]

#[path = "../shared.rs"]
mod shared;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| shared::all(bytes, copydesk::Format::Text));
