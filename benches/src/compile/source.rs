//! The crate whose compile time is measured, as far as it is the same for every contender: its manifest, its enums
//! with their docs, and the messages of the variants. What a variant carries besides, each contender writes.

use std::fmt::Write as _;

/// Those at odd places, where the variants with fields are, are below 500: a message of a 5xx may not name a field.
const STATUSES: [u16; 10] = [400, 401, 403, 404, 500, 409, 422, 410, 503, 429];

/// One variant: the number of its code, its status, and whether it has the two fields or none.
pub(super) struct Variant {
    pub(super) number: usize,
    pub(super) status: u16,
    pub(super) fields: bool,
}

/// The variants of the enum `of`.
pub(super) fn variants(of: usize, count: usize) -> impl Iterator<Item = Variant> {
    (0..count).zip(STATUSES.into_iter().cycle()).map(move |(index, status)| Variant {
        number: of * count + index,
        status,
        fields: index % 2 == 1,
    })
}

/// The enums, each with `attributes` on it and its variants as `variant` writes them, below the docs.
pub(super) fn enums(
    count: usize,
    size: usize,
    uses: &str,
    attributes: &str,
    variant: impl Fn(&Variant) -> String,
) -> String {
    let mut source = format!("//! Generated: {count} enums of {size} variants.\n\n{uses}\n");
    for of in 0..count {
        let _ =
            write!(source, "\n/// What can go wrong in part {of}.\n{attributes}\npub enum Error{of} {{\n");
        for each in variants(of, size) {
            let _ = writeln!(source, "    /// The thing {} went wrong.", each.number);
            source += "    /// Look at the request and send it again.\n";
            source += &variant(&each);
        }
        source += "}\n";
    }
    source
}

impl Variant {
    /// The message, with the fields in it by name.
    pub(super) fn message(&self) -> String {
        let number = self.number;
        if self.fields {
            format!("thing {number}, `{{name}}` of {{count}}, went wrong")
        } else {
            format!("thing {number} went wrong")
        }
    }

    /// The variant itself with named fields.
    pub(super) fn item(&self) -> String {
        let fields = if self.fields { " { name: String, count: u32 }" } else { "" };
        format!("    Thing{}{fields},\n", self.number)
    }

    /// `#[error]` as `thiserror` reads it, `attribute` (if any), and the variant itself with named fields.
    pub(super) fn named(&self, attribute: &str) -> String {
        let mut text = format!("    #[error(\"{}\")]\n", self.message());
        if !attribute.is_empty() {
            let _ = writeln!(text, "    {attribute}");
        }
        text + &self.item()
    }
}

/// The same enums without any derive but `Debug`.
pub(super) fn plain(count: usize, size: usize) -> String {
    enums(count, size, "", "#[derive(Debug)]", Variant::item)
}

/// The manifest of that crate; a workspace of its own wherever it is put.
pub(super) fn manifest(dependencies: &str) -> String {
    format!(
        "[package]\nname = \"things\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[dependencies]\n{dependencies}"
    )
}
