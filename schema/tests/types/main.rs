//! The types of replies through the public API, as the programs that are for them read these: `.ci/types` installs TypeScript and Ajv.
#![allow(dead_code, reason = "only the declarations of the errors are tested")]

mod books;
mod formats;
mod hostile;
mod mistakes;
mod schemas;
mod text;
mod tool;
