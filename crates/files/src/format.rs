//! What a file is, by its content alone: neither its name nor what the sender says counts.

use memchr::memmem;

/// The formats that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// WebP.
    Webp,
    /// PDF.
    Pdf,
    /// MP3.
    Mp3,
    /// AAC in MP4, as telephones record.
    M4a,
    /// Ogg (Opus, Vorbis).
    Ogg,
    /// WAV.
    Wav,
    /// MP4 video.
    Mp4,
}

impl Format {
    /// Every one.
    pub const ALL: [Self; 9] =
        [Self::Jpeg, Self::Png, Self::Webp, Self::Pdf, Self::Mp3, Self::M4a, Self::Ogg, Self::Wav, Self::Mp4];

    /// Its media type.
    pub const fn media(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
            Self::Pdf => "application/pdf",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Wav => "audio/wav",
            Self::Mp4 => "video/mp4",
        }
    }

    /// How the name of a copy ends.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Pdf => "pdf",
            Self::Mp3 => "mp3",
            Self::M4a => "m4a",
            Self::Ogg => "ogg",
            Self::Wav => "wav",
            Self::Mp4 => "mp4",
        }
    }

    /// The format of a media type, as `media` writes it.
    pub fn of_media(media: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.media() == media)
    }

    /// Whether it is a picture that a small picture is made of.
    pub const fn is_picture(self) -> bool {
        matches!(self, Self::Jpeg | Self::Png | Self::Webp)
    }
}

/// Why a file is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormatError {
    /// None of the formats.
    #[error("the content is of no format that is kept")]
    Unknown,
    /// It is also something else: a page, a script, an archive, a program.
    #[error("the content is also of another format")]
    Double,
    /// It would do something when it is opened.
    #[error("the document holds a program")]
    Active,
    /// It begins as its format does and does not end so.
    #[error("the file is not whole")]
    Cut,
}

const HEAD: usize = 2048;
const TAIL: usize = 70_000;
/// As long as the longest of the words that are looked for.
const OVERLAP: usize = 26;
/// What only a page, a script or a program holds. Each is long enough that no photograph holds it by chance.
const FOREIGN: [&[u8]; 8] = [
    b"<script",
    b"<!doctype",
    b"<html>",
    b"<html ",
    b"<?php ",
    b"<?php\n",
    b"\x7fELF\x02\x01\x01",
    b"This program cannot be run",
];
/// What makes a PDF act.
const ACTS: [&[u8]; 4] = [b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia"];

/// Looks at a file as its bytes go by, in order.
pub struct Inspector {
    head: Vec<u8>,
    tail: Vec<u8>,
    foreign: bool,
    acts: bool,
    size: u64,
}

impl Default for Inspector {
    fn default() -> Self {
        Self::new()
    }
}

impl Inspector {
    /// Has seen nothing.
    pub fn new() -> Self {
        Self { head: Vec::new(), tail: Vec::new(), foreign: false, acts: false, size: 0 }
    }

    /// The next bytes.
    pub fn see(&mut self, bytes: &[u8]) {
        self.size += bytes.len() as u64;
        let room = HEAD.saturating_sub(self.head.len());
        self.head.extend(bytes.iter().take(room));
        // What stands across two pieces is looked for in the end of one and the beginning of the other together.
        let old = self.tail.get(self.tail.len().saturating_sub(OVERLAP)..).unwrap_or_default();
        let across: Vec<u8> = old.iter().chain(bytes.iter().take(OVERLAP)).copied().collect();
        for piece in [across.as_slice(), bytes] {
            self.acts |= ACTS.iter().any(|word| memmem::find(piece, word).is_some());
            self.foreign |= holds_markup(piece);
        }
        self.tail.extend(bytes);
        let over = self.tail.len().saturating_sub(TAIL);
        self.tail.drain(..over);
    }

    /// What it is.
    ///
    /// # Errors
    /// [`FormatError`].
    pub fn format(&self) -> Result<Format, FormatError> {
        let format = begins(&self.head).ok_or(FormatError::Unknown)?;
        if !self.is_whole(format) {
            return Err(FormatError::Cut);
        }
        let pdf_within = format != Format::Pdf && memmem::find(&self.head, b"%PDF-").is_some();
        if pdf_within || self.ends_as_archive() || (self.foreign && format != Format::Pdf) {
            return Err(FormatError::Double);
        }
        if format == Format::Pdf && self.acts {
            return Err(FormatError::Active);
        }
        Ok(format)
    }

    fn is_whole(&self, format: Format) -> bool {
        let last = |n: usize| self.tail.get(self.tail.len().saturating_sub(n)..).unwrap_or_default();
        match format {
            // Telephones write their own notes after the end, but the end is there.
            Format::Jpeg => memmem::rfind(&self.tail, b"\xff\xd9").is_some(),
            Format::Png => memmem::find(last(64), b"IEND").is_some(),
            Format::Pdf => memmem::find(last(2048), b"%%EOF").is_some(),
            Format::Webp => riff_len(&self.head).is_some_and(|len| len == self.size),
            Format::Wav => riff_len(&self.head).is_some_and(|len| len <= self.size),
            Format::Mp3 | Format::M4a | Format::Ogg | Format::Mp4 => self.size > 64,
        }
    }

    /// A ZIP archive (an office document, a Java program) is found by its end, whatever it begins with.
    fn ends_as_archive(&self) -> bool {
        memmem::rfind_iter(&self.tail, b"PK\x05\x06").any(|at| {
            let after = self.tail.len() - at;
            let comment =
                self.tail.get(at + 20..at + 22).and_then(|b| b.try_into().ok()).map(u16::from_le_bytes);
            comment.is_some_and(|len| usize::from(len) + 22 <= after && after <= usize::from(len) + 22 + 64)
        })
    }
}

fn holds_markup(piece: &[u8]) -> bool {
    let lower = piece.to_ascii_lowercase();
    FOREIGN.iter().any(|word| {
        let fixed = word.iter().any(u8::is_ascii_uppercase);
        memmem::find(if fixed { piece } else { &lower }, word).is_some()
    })
}

/// The whole length that a RIFF file states.
fn riff_len(head: &[u8]) -> Option<u64> {
    let len: [u8; 4] = head.get(4..8)?.try_into().ok()?;
    let len = u64::from(u32::from_le_bytes(len));
    Some(len + 8 + len % 2)
}

fn begins(head: &[u8]) -> Option<Format> {
    let at = |from: usize, word: &[u8]| head.get(from..from + word.len()) == Some(word);
    if at(0, b"\xff\xd8\xff") {
        return Some(Format::Jpeg);
    }
    if at(0, b"\x89PNG\r\n\x1a\n") && at(12, b"IHDR") {
        return Some(Format::Png);
    }
    if at(0, b"RIFF") {
        return match head.get(8..12) {
            Some(b"WEBP") => Some(Format::Webp),
            Some(b"WAVE") => Some(Format::Wav),
            _ => None,
        };
    }
    if at(0, b"%PDF-1.") || at(0, b"%PDF-2.") {
        return Some(Format::Pdf);
    }
    if at(0, b"OggS\x00") {
        return Some(Format::Ogg);
    }
    if at(4, b"ftyp") {
        return match head.get(8..12) {
            Some(b"M4A " | b"M4B ") => Some(Format::M4a),
            Some(
                b"isom" | b"iso2" | b"iso4" | b"iso5" | b"iso6" | b"mp41" | b"mp42" | b"avc1" | b"3gp4"
                | b"3gp5",
            ) => Some(Format::Mp4),
            _ => None,
        };
    }
    let frame = |at: usize| mp3_frame(head.get(at..).unwrap_or_default());
    let tagged = at(0, b"ID3") && head.get(3).is_some_and(|v| (2..=4).contains(v));
    let twice = mp3_frame(head).is_some_and(|len| frame(len).is_some());
    (tagged || twice).then_some(Format::Mp3)
}

/// The length of the MPEG audio frame (layer III) that stands here.
fn mp3_frame(bytes: &[u8]) -> Option<usize> {
    const BITS: [[usize; 15]; 2] = [
        [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
        [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    ];
    let [first, second, third] = bytes.get(..3)?.try_into().ok()?;
    let [first, second, third]: [u8; 3] = [first, second, third];
    if first != 0xff || second & 0xe6 != 0xe2 {
        return None;
    }
    let (version, base) = match (second >> 3) & 3 {
        3 => (0, 1),
        2 => (1, 2),
        0 => (1, 4),
        _ => return None,
    };
    let kilobits = BITS.get(version)?.get(usize::from(third >> 4)).filter(|k| **k > 0)?;
    let rate = [44_100, 48_000, 32_000].get(usize::from((third >> 2) & 3))? / base;
    let samples = if version == 0 { 144_000 } else { 72_000 };
    Some(samples * kilobits / rate + usize::from((third >> 1) & 1))
}
