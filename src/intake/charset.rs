//! How a file is written: its encoding, and whether it begins with a byte-order mark.

use std::sync::Arc;

use encoding_rs::{Decoder, DecoderResult, EncoderResult, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::Decoded;
use crate::text::FileMap;

/// An encoding, with a byte-order mark or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Charset {
    encoding: &'static Encoding,
    mark: bool,
}

/// The bytes cannot be in the encoding that they were said to be in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The first byte that does not fit, counted from 0.
    pub at: usize,
}

/// There is no encoding of that label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLabel;

impl Default for Charset {
    /// UTF-8 without a byte-order mark.
    fn default() -> Self {
        Self { encoding: UTF_8, mark: false }
    }
}

impl Charset {
    /// Names of encodings, for proposals. There are many more labels for them.
    pub const NAMES: &[&str] = &[
        "ascii",
        "big5",
        "cp1250",
        "cp1251",
        "cp1252",
        "euc-jp",
        "euc-kr",
        "gb18030",
        "gb2312",
        "gbk",
        "ibm866",
        "iso-2022-jp",
        "iso-8859-1",
        "iso-8859-10",
        "iso-8859-13",
        "iso-8859-14",
        "iso-8859-15",
        "iso-8859-16",
        "iso-8859-2",
        "iso-8859-3",
        "iso-8859-4",
        "iso-8859-5",
        "iso-8859-6",
        "iso-8859-7",
        "iso-8859-8",
        "iso-8859-9",
        "koi8-r",
        "koi8-u",
        "latin1",
        "latin2",
        "macintosh",
        "shift_jis",
        "sjis",
        "utf-16",
        "utf-16be",
        "utf-16le",
        "utf-8",
        "windows-1250",
        "windows-1251",
        "windows-1252",
        "windows-1253",
        "windows-1254",
        "windows-1255",
        "windows-1256",
        "windows-1257",
        "windows-1258",
        "windows-31j",
        "windows-874",
        "x-mac-cyrillic",
    ];

    /// The encoding of a label as the web knows it, in any case: `utf-16le`, `latin1`, `windows-1252`.
    pub fn of_label(label: &str) -> Result<Self, UnknownLabel> {
        let encoding = Encoding::for_label_no_replacement(label.as_bytes()).ok_or(UnknownLabel)?;
        Ok(Self { encoding, mark: false })
    }

    /// The encoding that the byte-order mark at the beginning of a file says.
    pub fn of_mark(bytes: &[u8]) -> Option<Self> {
        Encoding::for_bom(bytes).map(|(encoding, _)| Self { encoding, mark: true })
    }

    /// The encoding of a label that a file declares in bytes that are ASCII: it cannot be UTF-16 then.
    pub(super) fn of_declared(label: &[u8]) -> Option<Self> {
        let encoding = Encoding::for_label_no_replacement(label)?;
        let wide = encoding == UTF_16LE || encoding == UTF_16BE;
        Some(Self { encoding: if wide { UTF_8 } else { encoding }, mark: false })
    }

    /// The name of the encoding.
    pub fn name(self) -> &'static str {
        self.encoding.name()
    }

    /// Whether it is UTF-8, with a mark or without.
    pub fn is_utf8(self) -> bool {
        self.encoding == UTF_8
    }

    /// Whether it is one of the two of UTF-16.
    pub(super) fn is_wide(self) -> bool {
        self.encoding == UTF_16LE || self.encoding == UTF_16BE
    }

    /// How many bytes the byte-order mark takes.
    fn mark_len(self) -> usize {
        match self.mark {
            false => 0,
            true if self.is_utf8() => 3,
            true => 2,
        }
    }

    /// Decodes a file. If that does not go, the bytes come back with the place.
    pub(super) fn decode(self, bytes: Vec<u8>) -> Result<Decoded, (Vec<u8>, Malformed)> {
        if self == Self::default() {
            return match String::from_utf8(bytes) {
                Ok(text) => Ok(Decoded { text, map: None, charset: self }),
                Err(e) => {
                    let at = e.utf8_error().valid_up_to();
                    Err((e.into_bytes(), Malformed { at }))
                }
            };
        }
        match self.read(&bytes) {
            Ok((text, map)) => {
                let same = !self.mark && map.is_same();
                Ok(Decoded { text, map: (!same).then(|| Arc::new(map)), charset: self })
            }
            Err(malformed) => Err((bytes, malformed)),
        }
    }

    /// The text of bytes in this encoding, and where each character stands.
    fn read(self, bytes: &[u8]) -> Result<(String, FileMap), Malformed> {
        let start = self.mark_len();
        let body = &bytes[start.min(bytes.len())..];
        let mut out = Reading { text: String::with_capacity(body.len()), map: FileMap::default() };
        if self.is_utf8() {
            let text = std::str::from_utf8(body).map_err(|e| Malformed { at: start + e.valid_up_to() })?;
            out.text.push_str(text);
            out.map.push_same(text.len() as u32, start as u64);
        } else if self.is_wide() {
            out.wide(body, start, self.encoding == UTF_16LE)?;
        } else {
            out.legacy(body, self.encoding)?;
        }
        Ok((out.text, out.map))
    }

    /// The bytes of a text in this encoding, with the byte-order mark; the error is the first character that it has
    /// no bytes for, or that would come back as another.
    pub fn encode(self, text: &str) -> Result<Vec<u8>, char> {
        let mut bytes = Vec::with_capacity(text.len() + 3);
        if self.mark {
            bytes.extend("\u{FEFF}".chars().flat_map(|c| self.plain(c)));
        }
        if self.is_utf8() {
            bytes.extend_from_slice(text.as_bytes());
        } else if self.is_wide() {
            bytes.extend(text.encode_utf16().flat_map(|unit| self.unit(unit)));
        } else {
            let mut encoder = self.encoding.new_encoder();
            let mut rest = text;
            loop {
                bytes.reserve(rest.len() * 2 + 16);
                let (result, read) =
                    encoder.encode_from_utf8_to_vec_without_replacement(rest, &mut bytes, true);
                rest = &rest[read..];
                match result {
                    EncoderResult::InputEmpty => break,
                    EncoderResult::OutputFull => {}
                    EncoderResult::Unmappable(c) => return Err(c),
                }
            }
        }
        Ok(bytes)
    }

    /// The first character of a text that cannot be written in this encoding so that it comes back as itself.
    pub fn lacks(self, text: &str) -> Option<char> {
        if self.is_utf8() || self.is_wide() || text.is_ascii() {
            return None;
        }
        let unmarked = Self { mark: false, ..self };
        let survives = |c: char| {
            let mut utf8 = [0; 4];
            let whole: &str = c.encode_utf8(&mut utf8);
            let back = unmarked.encode(whole).ok().and_then(|bytes| unmarked.read(&bytes).ok());
            back.is_some_and(|(text, _)| text == whole)
        };
        text.chars().find(|c| !survives(*c))
    }

    /// Whether two files say the same text in this encoding.
    pub fn reads_alike(self, a: &[u8], b: &[u8]) -> bool {
        matches!((self.read(a), self.read(b)), (Ok((a, _)), Ok((b, _))) if a == b)
    }

    /// The way from a text, which must be one that can be encoded, to the bytes of its file.
    pub fn map(self, text: &str) -> Option<Arc<FileMap>> {
        if self == Self::default() {
            return None;
        }
        self.encode(text).ok().and_then(|bytes| self.decode(bytes).ok()).and_then(|decoded| decoded.map)
    }

    fn plain(self, c: char) -> Vec<u8> {
        let mut utf8 = [0; 4];
        let text = c.encode_utf8(&mut utf8);
        match self.is_wide() {
            true => text.encode_utf16().flat_map(|unit| self.unit(unit)).collect(),
            false => text.as_bytes().to_vec(),
        }
    }

    fn unit(self, unit: u16) -> [u8; 2] {
        if self.encoding == UTF_16LE { unit.to_le_bytes() } else { unit.to_be_bytes() }
    }
}

/// A text that is being decoded, with its map.
struct Reading {
    text: String,
    map: FileMap,
}

impl Reading {
    fn push(&mut self, text: &str, from: usize, to: usize) {
        self.text.push_str(text);
        self.map.push(text.len() as u32, (to - from) as u32, 1, from as u64);
    }

    /// Reads UTF-16 that stands at `start` of the file.
    fn wide(&mut self, body: &[u8], start: usize, little: bool) -> Result<(), Malformed> {
        let unit = |pair: &[u8]| match little {
            true => u16::from_le_bytes([pair[0], pair[1]]),
            false => u16::from_be_bytes([pair[0], pair[1]]),
        };
        let mut at = start;
        for decoded in char::decode_utf16(body.chunks_exact(2).map(unit)) {
            let c = decoded.map_err(|_| Malformed { at })?;
            let size = c.len_utf16() * 2;
            self.push(c.encode_utf8(&mut [0; 4]), at, at + size);
            at += size;
        }
        if body.len() % 2 == 1 { Err(Malformed { at }) } else { Ok(()) }
    }

    /// Reads an encoding with bytes of ASCII in it, whose files have no byte-order mark.
    fn legacy(&mut self, body: &[u8], encoding: &'static Encoding) -> Result<(), Malformed> {
        let mut decoder = encoding.new_decoder_without_bom_handling();
        // In this one a byte of ASCII may be half of a character, after an escape sequence.
        let shifts = encoding == ISO_2022_JP;
        let (mut from, mut at) = (0, 0);
        while at < body.len() {
            if from == at && !shifts {
                let run = body[at..].iter().take_while(|b| b.is_ascii()).count();
                self.text.push_str(&String::from_utf8_lossy(&body[at..at + run]));
                self.map.push_same(run as u32, at as u64);
                (at, from) = (at + run, at + run);
                if at == body.len() {
                    break;
                }
            }
            let text = feed(&mut decoder, &body[at..at + 1], false).ok_or(Malformed { at: from })?;
            at += 1;
            if !text.is_empty() {
                while shifts && body[from] == 0x1B && from + 3 < at {
                    from += 3;
                }
                self.push(&text, from, at);
                from = at;
            }
        }
        match feed(&mut decoder, &[], true) {
            Some(_) => Ok(()),
            None => Err(Malformed { at: from }),
        }
    }
}

/// What a decoder makes of more bytes; `None` if they do not fit.
fn feed(decoder: &mut Decoder, bytes: &[u8], last: bool) -> Option<String> {
    let mut text = String::with_capacity(16);
    match decoder.decode_to_string_without_replacement(bytes, &mut text, last).0 {
        DecoderResult::Malformed(..) => None,
        DecoderResult::InputEmpty | DecoderResult::OutputFull => Some(text),
    }
}
