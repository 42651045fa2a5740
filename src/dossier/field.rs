//! What a dossier is made of: fields, lists, and groups of either.
//!
//! Each field keeps what was given beside what was read from it, so that nothing typed is lost,
//! rows move with all that they hold, and a dossier can be written back as it was given.

use super::node::{Branch, BranchMut, Expected, Leaf, Node, Rows};
use crate::value::Value;

/// What one field can be read as.
pub trait Scalar: Sized {
    /// What to tell people when a value is not that.
    const EXPECTED: Expected;

    /// The value, when the text is fully that.
    fn read(text: &str) -> Option<Self>;

    /// The value, when it was given as neither text nor number.
    #[must_use]
    fn read_other(_given: &Value) -> Option<Self> {
        None
    }
}

/// One field: what was given, and what was read from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Field<T> {
    given: Value,
    read: Option<T>,
}

impl<T> Default for Field<T> {
    fn default() -> Self {
        Self { given: Value::Null, read: None }
    }
}

impl<T> Field<T> {
    /// What was read; nothing when the field is not answered or cannot be read.
    #[must_use]
    pub fn get(&self) -> Option<&T> {
        self.read.as_ref()
    }

    /// True when something was given that cannot be read.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        self.read.is_none() && self.given != Value::Null
    }

    /// What was given, as it was; `Null` when nothing was.
    #[must_use]
    pub fn given(&self) -> &Value {
        &self.given
    }
}

impl<T: Copy> Field<T> {
    /// A copy of what was read.
    #[must_use]
    pub fn copied(&self) -> Option<T> {
        self.read
    }
}

/// Whether it may be a SIRET instead of a SIREN.
fn is_long(given: &Value) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    given.as_text().is_some_and(|text| digits(&text) >= 14)
}

impl<T: Scalar> Leaf for Field<T> {
    fn given(&self) -> &Value {
        &self.given
    }

    fn given_mut(&mut self) -> &mut Value {
        &mut self.given
    }

    fn read(&mut self, given: &Value, text: Option<&str>) {
        self.read = match text {
            Some(text) => T::read(text),
            None => T::read_other(given),
        };
    }

    fn is_answered(&self) -> bool {
        self.read.is_some()
    }

    fn expected(&self) -> Expected {
        T::EXPECTED
    }

    fn is_plain(&self) -> bool {
        Node::is_plain(self)
    }
}

impl<T: Scalar> Node for Field<T> {
    const IS_FIELD: bool = true;

    fn branch(&self) -> Branch<'_> {
        Branch::Field(self)
    }

    fn branch_mut(&mut self) -> BranchMut<'_> {
        BranchMut::Field(self)
    }

    fn is_answered(&self) -> bool {
        self.read.is_some()
    }

    fn is_plain(&self) -> bool {
        let says_all = || match T::EXPECTED {
            Expected::LevelOfScale => false,
            Expected::Siren => !is_long(&self.given),
            _ => true,
        };
        matches!(self.given, Value::Null) || self.read.is_some() && says_all()
    }
}

#[cfg(feature = "openapi")]
impl<T: Scalar> schemars::JsonSchema for Field<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Field".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        T::EXPECTED.schema()
    }
}

#[cfg(feature = "openapi")]
impl<T: schemars::JsonSchema> schemars::JsonSchema for List<T> {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "List".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let row = generator.subschema_for::<T>();
        // One text with commas stands for a list of words, never for rows of fields.
        let list = if row.get("$ref").is_some() {
            &["array", "null"][..]
        } else {
            &["array", "string", "null"]
        };
        schemars::json_schema!({
            "type": list,
            "items": {"anyOf": [row, {"type": "null"}]},
            "maxItems": crate::value::MAX_ROWS,
        })
    }
}

/// A list of fields or of groups. Rows keep the indexes of the form; trailing blank ones are
/// dropped.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T> {
    rows: Vec<T>,
    unreadable: Value,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), unreadable: Value::Null }
    }
}

#[expect(private_bounds, reason = "what a row is stays inside")]
impl<T: Node> List<T> {
    /// The rows that count because something in them is answered, each with its index in the form.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.rows.iter().enumerate().filter(|(_, row)| row.is_answered())
    }

    /// Every row of the form, blank ones and unread ones too.
    #[must_use]
    pub fn rows(&self) -> &[T] {
        &self.rows
    }

    /// True while no row counts.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }
}

impl<T: Node + Default> Rows for List<T> {
    fn unreadable(&self) -> &Value {
        &self.unreadable
    }

    fn unreadable_mut(&mut self) -> &mut Value {
        &mut self.unreadable
    }

    fn len(&self) -> usize {
        self.rows.len()
    }

    fn row(&self, index: usize) -> Option<Branch<'_>> {
        self.rows.get(index).map(Node::branch)
    }

    fn row_mut(&mut self, index: usize) -> Option<BranchMut<'_>> {
        self.rows.get_mut(index).map(Node::branch_mut)
    }

    fn grow(&mut self) {
        self.rows.push(T::default());
    }

    fn shrink(&mut self) {
        self.rows.pop();
    }

    fn swap(&mut self, one: usize, other: usize) {
        self.rows.swap(one, other);
    }

    fn are_words(&self) -> bool {
        T::IS_FIELD
    }

    fn is_plain(&self) -> bool {
        Node::is_plain(self)
    }
}

impl<T: Node + Default> Node for List<T> {
    fn branch(&self) -> Branch<'_> {
        Branch::List(self)
    }

    fn branch_mut(&mut self) -> BranchMut<'_> {
        BranchMut::List(self)
    }

    fn is_answered(&self) -> bool {
        self.rows.iter().any(Node::is_answered)
    }

    fn is_plain(&self) -> bool {
        matches!(self.unreadable, Value::Null) && self.rows.iter().all(Node::is_plain)
    }
}

/// Declares a group: its members carry the names of the JSON.
macro_rules! group {
    (
        $(#[$about:meta])*
        pub struct $Group:ident {
            $( $(#[$said:meta])* pub $member:ident: $Type:ty, )*
        }
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema), schemars(default))]
        pub struct $Group {
            $( $(#[$said])* pub $member: $Type, )*
            #[cfg_attr(feature = "openapi", schemars(skip))]
            pub(crate) rest: $crate::dossier::node::Rest,
        }

        impl Default for $Group {
            // Derived, it would stand anew wherever a dossier begins: 1.5 kB each time.
            #[inline(never)]
            fn default() -> Self {
                Self {
                    $( $member: Default::default(), )*
                    rest: Default::default(),
                }
            }
        }

        const _: () = {
            use $crate::dossier::node::{Branch, BranchMut, Group, Node, Rest};

            #[expect(non_camel_case_types, reason = "named as in the JSON")]
            enum Place {
                $( $member, )*
            }

            impl Group for $Group {
                fn rest(&self) -> &Rest {
                    &self.rest
                }

                fn rest_mut(&mut self) -> &mut Rest {
                    &mut self.rest
                }

                fn names(&self) -> &'static [&'static str] {
                    &[$( stringify!($member), )*]
                }

                fn nth(&self, place: usize) -> Option<Branch<'_>> {
                    match place {
                        $( place if place == Place::$member as usize => Some(self.$member.branch()), )*
                        _ => None,
                    }
                }

                fn nth_mut(&mut self, place: usize) -> Option<BranchMut<'_>> {
                    match place {
                        $( place if place == Place::$member as usize => Some(self.$member.branch_mut()), )*
                        _ => None,
                    }
                }

                fn is_plain(&self) -> bool {
                    Node::is_plain(self)
                }
            }

            impl Node for $Group {
                fn branch(&self) -> Branch<'_> {
                    Branch::Group(self)
                }

                fn branch_mut(&mut self) -> BranchMut<'_> {
                    BranchMut::Group(self)
                }

                fn is_answered(&self) -> bool {
                    $( self.$member.is_answered() )||*
                }

                fn is_plain(&self) -> bool {
                    self.rest.is_empty() $( && Node::is_plain(&self.$member) )*
                }
            }
        };
    };
}
pub(crate) use group;
