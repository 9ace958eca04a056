//! `errbook types`: what clients in other languages read of the errors.

use errbook_contract::Lock;
use errbook_schema::Types;

use crate::args::{self, Language};
use crate::outcome::{Failure, Outcome};
use crate::pages;

pub fn run(args: &args::Types, lock: &Lock) -> Result<Outcome, Failure> {
    let types = if args.bodies.is_empty() { Types::of(lock) } else { Types::of_bodies(lock, &args.bodies) };
    let types = types.map_err(|errors| Failure::new(format!("no types for this API\n{errors}")))?;
    let outcome = match (args.language, args.closed) {
        (Language::TypeScript, false) => Outcome::document(types.typescript()),
        (Language::TypeScript, true) => {
            return Err(Failure::new(
                "`--closed` is for `json-schema`: a client meets errors that are newer than itself",
            ));
        }
        (Language::JsonSchema, false) => Outcome::json(&types.json_schema()),
        (Language::JsonSchema, true) => Outcome::json(&types.closed_json_schema()),
    };
    pages::put(args.output.as_deref(), outcome)
}
