//! The command as a process: its output, its exit codes, and what it does on broken pipes and with hostile locks.

mod diff;
mod explain;
mod guide;
mod html;
mod large;
mod lint;
mod list;
mod pages;
mod process;
mod schema;
mod shells;
mod terminal;
#[path = "../../../schema/tests/types/tool.rs"]
mod tool;
mod types;
