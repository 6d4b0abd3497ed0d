//! Files that are not text, and text whose encoding has to be guessed to be named.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::Charset;

/// A kind of file that is not text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A document of Word, `.docx`.
    Word,
    /// Another document of an office program, as a ZIP archive.
    Office,
    /// A book, `.epub`.
    Epub,
    /// Another ZIP archive.
    Zip,
    /// A document of an office program in the old format, `.doc`.
    OldOffice,
    /// A PDF.
    Pdf,
    /// A document in Rich Text Format.
    Rtf,
    /// A picture.
    Picture,
    /// A file that is compressed.
    Compressed,
    /// A recording.
    Recording,
    /// A database.
    Database,
    /// A program.
    Program,
}

/// So much of an archive is looked through for the names of what is in it.
const REACH: usize = 4096;

impl Foreign {
    /// What the first bytes of a file say.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        let begins = |magic: &[u8]| bytes.starts_with(magic);
        match () {
            () if begins(b"PK\x03\x04") || begins(b"PK\x05\x06") => Some(archive(bytes)),
            () if begins(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") => Some(Self::OldOffice),
            () if begins(b"%PDF-1.") || begins(b"%PDF-2.") => Some(Self::Pdf),
            () if begins(b"{\\rtf1") => Some(Self::Rtf),
            () if is_picture(bytes) => Some(Self::Picture),
            () if begins(b"\x1F\x8B\x08") || begins(b"7z\xBC\xAF") || begins(b"\xFD7zXZ\0") => {
                Some(Self::Compressed)
            }
            () if begins(b"\x28\xB5\x2F\xFD") || begins(b"Rar!\x1A\x07") => Some(Self::Compressed),
            () if begins(b"ID3\x03") || begins(b"ID3\x04") || begins(b"OggS\0") => Some(Self::Recording),
            () if bytes.get(4..8) == Some(b"ftyp") && bytes[0] == 0 => Some(Self::Recording),
            () if begins(b"SQLite format 3\0") => Some(Self::Database),
            () if begins(b"\x7FELF") || begins(b"MZ\x90\0") || begins(b"\xCF\xFA\xED\xFE") => {
                Some(Self::Program)
            }
            () => None,
        }
    }

    /// What it is, as the end of a sentence that begins with the file.
    pub fn words(self) -> &'static str {
        match self {
            Self::Word => "a Word document",
            Self::Office => "an office document",
            Self::Epub => "an EPUB book",
            Self::Zip => "a ZIP archive",
            Self::OldOffice => "a document in the old Office format",
            Self::Pdf => "a PDF",
            Self::Rtf => "a Rich Text document",
            Self::Picture => "a picture",
            Self::Compressed => "a compressed file",
            Self::Recording => "a sound or film file",
            Self::Database => "a database",
            Self::Program => "a program",
        }
    }

    /// What can be done about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::Word | Self::Office | Self::OldOffice | Self::Rtf | Self::Epub => {
                "save it as plain text, HTML or Markdown (for example `pandoc FILE -o FILE.md`)"
            }
            Self::Pdf => "take out its text first, for example with `pdftotext FILE`",
            Self::Zip | Self::Compressed => "unpack it, and name what is in it",
            Self::Picture | Self::Recording | Self::Database | Self::Program => "leave it out",
        }
    }
}

fn archive(bytes: &[u8]) -> Foreign {
    let head = &bytes[..bytes.len().min(REACH)];
    let has = |name: &[u8]| head.windows(name.len()).any(|window| window == name);
    match () {
        () if has(b"application/epub+zip") => Foreign::Epub,
        () if has(b"word/") => Foreign::Word,
        () if has(b"[Content_Types].xml") || has(b"application/vnd.oasis") => Foreign::Office,
        () => Foreign::Zip,
    }
}

fn is_picture(bytes: &[u8]) -> bool {
    let nul = || bytes.iter().take(64).any(|&b| b == 0);
    bytes.starts_with(b"\x89PNG\r\n")
        || bytes.starts_with(b"\xFF\xD8\xFF")
        || (bytes.starts_with(b"GIF87a") || bytes.starts_with(b"GIF89a")) && nul()
        || bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP")
        || bytes.starts_with(b"II*\0")
        || bytes.starts_with(b"MM\0*")
}

/// The encoding of text of two bytes a character that has no byte-order mark: nearly every other byte is NUL.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static str> {
    let pairs = bytes.chunks_exact(2).take(2048);
    let (count, mut low, mut high) = (pairs.len(), 0, 0);
    for pair in pairs {
        high += usize::from(pair[1] == 0 && pair[0] != 0);
        low += usize::from(pair[0] == 0 && pair[1] != 0);
    }
    match count >= 4 {
        true if high * 10 >= count * 7 && low * 10 < count => Some("utf-16le"),
        true if low * 10 >= count * 7 && high * 10 < count => Some("utf-16be"),
        _ => None,
    }
}

/// The encoding that bytes are likely to be in, if they are readable in it and it is not the one they were read in.
pub(super) fn likely(bytes: &[u8], not: Charset) -> Option<&'static str> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let allow = if not.is_utf8() { Utf8Detection::Deny } else { Utf8Detection::Allow };
    let name = detector.guess(None, allow).name();
    let charset = Charset::of_label(name).ok().filter(|guess| guess.name() != not.name())?;
    let text = charset.decode(bytes.to_owned()).ok()?.text;
    // Bytes of a program are letters of some alphabet too: text has letters, and no commands.
    let (mut odd, mut letters) = (0, 0);
    for c in text.chars() {
        odd += usize::from(c.is_control() && !c.is_whitespace());
        letters += usize::from(c.is_alphabetic());
    }
    (odd == 0 && letters * 2 > text.chars().count()).then_some(name)
}
