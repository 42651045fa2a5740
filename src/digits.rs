//! Whole numbers as text, and texts put together.

/// Room for the twenty digits of a number, its point and its sign.
const ROOM: usize = 24;

/// A text that is written from its end: a report has hundreds of amounts.
pub(crate) struct FromEnd {
    text: [u8; ROOM],
    free: usize,
}

impl FromEnd {
    pub(crate) fn new() -> Self {
        Self { text: [0; ROOM], free: ROOM }
    }

    fn put_byte(&mut self, byte: u8) {
        self.free -= 1;
        if let Some(place) = self.text.get_mut(self.free) {
            *place = byte;
        }
    }

    pub(crate) fn put(&mut self, text: &str) {
        text.bytes().rev().for_each(|byte| self.put_byte(byte));
    }

    /// The last digits of a number; what stands before them.
    pub(crate) fn put_digits(&mut self, number: u64, digits: usize) -> u64 {
        (0..digits).fold(number, |left, _| {
            self.put_byte(b'0' + (left % 10) as u8);
            left / 10
        })
    }

    pub(crate) fn put_whole(&mut self, number: u64) {
        let mut left = self.put_digits(number, 1);
        while left > 0 {
            left = self.put_digits(left, 1);
        }
    }

    pub(crate) fn as_bytes(&self) -> &[u8] {
        self.text.get(self.free..).unwrap_or_default()
    }

    pub(crate) fn as_str(&self) -> &str {
        str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}

/// Texts one after the other: the general joining of the standard library weighs a kilobyte for each kind of text.
pub(crate) fn joined(texts: &mut dyn Iterator<Item = &str>, separator: &str) -> String {
    let mut joined = String::new();
    for (place, text) in texts.enumerate() {
        if place > 0 {
            joined.push_str(separator);
        }
        joined.push_str(text);
    }
    joined
}
