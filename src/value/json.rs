//! Compact JSON of what reports are made of, the bytes that `serde_json` writes, some times faster:
//! the names of fields need no look, and a text is looked at as a whole before it is copied.

use std::fmt::{self, Display, Write};

use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use crate::digits::FromEnd;

/// Writes a value at the end of `out`.
pub(crate) fn write(value: &impl Serialize, out: &mut Vec<u8>) {
    let begin = out.len();
    if value.serialize(Json(out)).is_err() {
        // Something stands in it that stood in no report so far.
        out.truncate(begin);
        let _ = serde_json::to_writer(out, value);
    }
}

struct Json<'a>(&'a mut Vec<u8>);

impl Json<'_> {
    fn raw(self, bytes: &[u8]) -> fmt::Result {
        self.0.extend_from_slice(bytes);
        Ok(())
    }
}

fn must_be_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

/// Within quotation marks.
struct Text<'a>(&'a mut Vec<u8>);

impl Write for Text<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // Without a way out before the end: the processor then looks at many bytes at a time.
        if !text.bytes().fold(false, |found, byte| found | must_be_escaped(byte)) {
            self.0.extend_from_slice(text.as_bytes());
            return Ok(());
        }
        for byte in text.bytes() {
            match byte {
                b'"' | b'\\' => self.0.extend([b'\\', byte]),
                b'\n' => self.0.extend(b"\\n"),
                b'\r' => self.0.extend(b"\\r"),
                b'\t' => self.0.extend(b"\\t"),
                0x08 => self.0.extend(b"\\b"),
                0x0c => self.0.extend(b"\\f"),
                0..b' ' => self.0.extend(format!("\\u{byte:04x}").bytes()),
                _ => self.0.push(byte),
            }
        }
        Ok(())
    }
}

/// The items of a list, or the fields of an object.
struct Several<'a> {
    out: &'a mut Vec<u8>,
    begun: bool,
}

impl<'a> Several<'a> {
    fn begin(out: &'a mut Vec<u8>, bracket: u8) -> Result<Self, fmt::Error> {
        out.push(bracket);
        Ok(Self { out, begun: false })
    }

    fn next(&mut self) {
        if self.begun {
            self.out.push(b',');
        }
        self.begun = true;
    }
}

impl SerializeSeq for Several<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> fmt::Result {
        self.next();
        item.serialize(Json(self.out))
    }

    fn end(self) -> fmt::Result {
        Json(self.out).raw(b"]")
    }
}

impl SerializeStruct for Several<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> fmt::Result {
        self.out.extend_from_slice(if self.begun { b",\"" } else { b"\"" });
        self.begun = true;
        self.out.extend_from_slice(name.as_bytes());
        self.out.extend_from_slice(b"\":");
        value.serialize(Json(self.out))
    }

    fn end(self) -> fmt::Result {
        Json(self.out).raw(b"}")
    }
}

macro_rules! whole_numbers {
    ($( $serialize:ident($Type:ty) as $as:ident; )*) => { $(
        fn $serialize(self, number: $Type) -> fmt::Result {
            self.$as(number.into())
        }
    )* };
}

macro_rules! in_no_report {
    ($( $serialize:ident($( $Type:ty ),*) -> $Begun:ty; )*) => { $(
        fn $serialize(self, $( _: $Type ),*) -> Result<$Begun, fmt::Error> {
            Err(fmt::Error)
        }
    )* };
}

type Never = Impossible<(), fmt::Error>;

impl<'a> Serializer for Json<'a> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Several<'a>;
    type SerializeStruct = Several<'a>;
    type SerializeTuple = Never;
    type SerializeTupleStruct = Never;
    type SerializeTupleVariant = Never;
    type SerializeMap = Never;
    type SerializeStructVariant = Never;

    fn serialize_str(self, text: &str) -> fmt::Result {
        self.0.reserve(text.len() + 2);
        self.0.push(b'"');
        Text(self.0).write_str(text)?;
        self.raw(b"\"")
    }

    /// A text with nothing to escape in it.
    fn serialize_bytes(self, text: &[u8]) -> fmt::Result {
        self.0.push(b'"');
        self.0.extend_from_slice(text);
        self.raw(b"\"")
    }

    /// What has a form without anything to escape may take it.
    fn is_human_readable(&self) -> bool {
        false
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> fmt::Result {
        self.0.push(b'"');
        write!(Text(self.0), "{value}")?;
        self.raw(b"\"")
    }

    fn serialize_bool(self, yes: bool) -> fmt::Result {
        self.raw(if yes { b"true" } else { b"false" })
    }

    fn serialize_u64(self, number: u64) -> fmt::Result {
        let mut text = FromEnd::new();
        text.put_whole(number);
        self.raw(text.as_bytes())
    }

    fn serialize_i64(self, number: i64) -> fmt::Result {
        if number < 0 {
            self.0.push(b'-');
        }
        self.serialize_u64(number.unsigned_abs())
    }

    whole_numbers! {
        serialize_u8(u8) as serialize_u64;
        serialize_u16(u16) as serialize_u64;
        serialize_u32(u32) as serialize_u64;
        serialize_i8(i8) as serialize_i64;
        serialize_i16(i16) as serialize_i64;
        serialize_i32(i32) as serialize_i64;
    }

    fn serialize_none(self) -> fmt::Result {
        self.raw(b"null")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit_variant(self, _: &str, _: u32, name: &'static str) -> fmt::Result {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &str, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Several<'a>, fmt::Error> {
        Several::begin(self.0, b'[')
    }

    fn serialize_struct(self, _: &str, _: usize) -> Result<Several<'a>, fmt::Error> {
        Several::begin(self.0, b'{')
    }

    in_no_report! {
        serialize_f32(f32) -> ();
        serialize_f64(f64) -> ();
        serialize_char(char) -> ();
        serialize_unit() -> ();
        serialize_unit_struct(&'static str) -> ();
        serialize_tuple(usize) -> Never;
        serialize_tuple_struct(&'static str, usize) -> Never;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Never;
        serialize_map(Option<usize>) -> Never;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Never;
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> fmt::Result {
        Err(fmt::Error)
    }
}
