//! A table of codes: one enum of 250 unit variants with code, status, number and docs, derived by errbook, beside a
//! `macro_rules!` table that expands to the enum and two `match`es. Above an empty crate with the same dependencies.

use std::fmt::Write as _;

use super::project::Project;
use super::{Contender, by_hand, source};

pub(super) const VARIANTS: usize = 250;

/// Instructions of a check.
pub(super) struct Codes {
    pub(super) errbook: f64,
    pub(super) table: f64,
}

const MACRO: &str = "\
macro_rules! errors {
    ($($(#[$doc:meta])* $name:ident = $status:ident, $code:literal, $number:literal;)*) => {
        /// What can go wrong.
        #[derive(Debug)]
        pub enum Error {
            $($(#[$doc])* $name,)*
        }

        impl Error {
            pub fn status(&self) -> http::StatusCode {
                match self {
                    $(Self::$name => http::StatusCode::$status,)*
                }
            }

            pub fn code(&self) -> (&'static str, i64) {
                match self {
                    $(Self::$name => ($code, $number),)*
                }
            }
        }
    };
}

errors! {
";

pub(super) fn measure(errbook: &Contender, by_hand: &Contender) -> Result<Codes, String> {
    eprintln!("{VARIANTS} codes");
    let above_empty = |contender: &Contender, source: &str| {
        let project = Project::new(contender.name, &contender.dependencies)?;
        let empty = project.check.instructions()?;
        project.write(source)?;
        Ok::<_, String>(project.check.instructions()? - empty)
    };
    Ok(Codes { errbook: above_empty(errbook, &derived())?, table: above_empty(by_hand, &table())? })
}

impl Codes {
    pub(super) fn ratio(&self) -> f64 {
        self.errbook / self.table
    }
}

fn variants() -> impl Iterator<Item = source::Variant> {
    source::variants(0, VARIANTS)
}

fn docs(variant: &source::Variant) -> String {
    let number = variant.number;
    format!("    /// The thing {number} went wrong.\n    /// Look at the request and send it again.\n")
}

fn derived() -> String {
    let mut text = "//! Generated.\n\n/// What can go wrong.\n#[derive(Debug, errbook::ApiError)]\n\
                    #[api(display)]\npub enum Error {\n"
        .to_owned();
    for variant in variants() {
        let (number, status) = (variant.number, variant.status);
        text += &docs(&variant);
        let _ = writeln!(
            text,
            "    #[api(status = {status}, code = \"thing_{number}\", number = {number})]\n    Thing{number},"
        );
    }
    text + "}\n"
}

fn table() -> String {
    let mut text = format!("//! Generated.\n\n{MACRO}");
    for variant in variants() {
        let (number, status) = (variant.number, by_hand::constant(variant.status));
        text += &docs(&variant);
        let _ = writeln!(text, "    Thing{number} = {status}, \"thing_{number}\", {number};");
    }
    text + "}\n"
}
