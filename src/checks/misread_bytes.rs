//! Bytes of UTF-8 that were read as another encoding, and the way back.
//!
//! Each table lists what bytes 0x80 to 0xFF stand for. A place that an encoding leaves free is the control
//! character of that number, which is what browsers make of it.

/// An encoding that UTF-8 was misread as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Western European Windows; ISO 8859-1 is a part of it.
    Windows1252,
    /// Central European Windows.
    Windows1250,
    /// Cyrillic Windows.
    Windows1251,
    /// Macintosh of the twentieth century.
    MacRoman,
    /// DOS, American.
    CodePage437,
    /// DOS, Western European.
    CodePage850,
}

impl Encoding {
    /// All of them, the likeliest first.
    pub(super) const ALL: [Self; 6] = [
        Self::Windows1252,
        Self::Windows1250,
        Self::Windows1251,
        Self::MacRoman,
        Self::CodePage437,
        Self::CodePage850,
    ];

    fn table(self) -> &'static str {
        match self {
            Self::Windows1252 => WINDOWS_1252,
            Self::Windows1250 => WINDOWS_1250,
            Self::Windows1251 => WINDOWS_1251,
            Self::MacRoman => MAC_ROMAN,
            Self::CodePage437 => CODE_PAGE_437,
            Self::CodePage850 => CODE_PAGE_850,
        }
    }

    /// The byte that a character beyond ASCII was read from.
    pub(super) fn byte(self, c: char) -> Option<u8> {
        let place = self.table().chars().position(|t| t == c).map(|i| i as u8 + 0x80);
        // ISO 8859 gives the control character itself where Windows has a sign.
        let control = matches!(self, Self::Windows1252 | Self::Windows1250 | Self::Windows1251)
            && ('\u{80}'..='\u{9F}').contains(&c);
        place.or_else(|| control.then_some(c as u32 as u8))
    }
}

/// What a control character from U+0080 to U+009F was meant to be: a sign of Windows-1252.
pub(super) fn windows_sign(c: char) -> Option<char> {
    let place = (c as usize).checked_sub(0x80).filter(|i| *i < 0x20)?;
    WINDOWS_1252.chars().nth(place).filter(|sign| !sign.is_control())
}

/// One character of UTF-8 at the start of `chars`, whose bytes were read as `encoding`: the character, and how many
/// it was read as.
pub(super) fn sequence(chars: &[char], encoding: Encoding) -> Option<(char, usize)> {
    let first = encoding.byte(*chars.first()?)?;
    if let (0xED, Some(c)) = (first, surrogates(chars, encoding)) {
        return Some((c, 6));
    }
    let length = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return None,
    };
    let mut bytes = [first, 0, 0, 0];
    for (byte, c) in bytes[1..length].iter_mut().zip(chars.get(1..length)?) {
        *byte = encoding.byte(*c)?;
    }
    if encoding == Encoding::Windows1250 && chars[..2] == ['Ă', 'Ą'] {
        // ISO 8859-2 has `Ą` elsewhere. The languages that were written in it have `á`, and not `å`.
        return Some(('á', 2));
    }
    let c = std::str::from_utf8(&bytes[..length]).ok()?.chars().next()?;
    Some((c, length))
}

/// A character of two halves of UTF-16, each of which was written as if it were a character of its own (CESU-8).
fn surrogates(chars: &[char], encoding: Encoding) -> Option<char> {
    let mut bytes = [0; 6];
    for (byte, c) in bytes.iter_mut().zip(chars.get(..6)?) {
        *byte = encoding.byte(*c)?;
    }
    let half = |three: &[u8]| match three {
        [0xED, second @ 0xA0..=0xBF, third @ 0x80..=0xBF] => {
            Some(0xD000 | u16::from(second & 0x3F) << 6 | u16::from(third & 0x3F))
        }
        _ => None,
    };
    char::decode_utf16([half(&bytes[..3])?, half(&bytes[3..])?]).next()?.ok()
}

/// The letter that a control character from U+0080 to U+009F was on old Macintoshes.
pub(super) fn mac_letter(c: char) -> Option<char> {
    let place = (c as usize).checked_sub(0x80).filter(|i| *i < 0x20)?;
    MAC_ROMAN.chars().nth(place)
}

const WINDOWS_1252: &str = "\
    €\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ\
    \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯°±²³´µ¶·¸¹º»¼½¾¿\
    ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
    àáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";
const WINDOWS_1250: &str = "\
    €\u{81}‚\u{83}„…†‡\u{88}‰Š‹ŚŤŽŹ\u{90}‘’“”•–—\u{98}™š›śťžź\
    \u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż\
    ŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢß\
    ŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙";
const WINDOWS_1251: &str = "\
    ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—\u{98}™љ›њќћџ\
    \u{A0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{AD}®Ї°±Ііґµ¶·ё№є»јЅѕї\
    АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ\
    абвгдежзийклмнопрстуфхцчшщъыьэюя";
const MAC_ROMAN: &str = "\
    ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü\
    †°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
    ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
    ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
const CODE_PAGE_437: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒ\
    áíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}";
const CODE_PAGE_850: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒ\
    áíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
    ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}";
