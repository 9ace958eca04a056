//! One small API, the same in every framework: its errors, its book, and what its examples need to be driven.
//!
//! The program of this crate starts the example of each framework and asks it over a real socket.

mod errors;
mod example;
mod order;
mod serve;

pub use self::errors::{ENVELOPE, StoreError};
pub use self::example::Example;
pub use self::order::{NewOrder, Order};
pub use self::serve::{address, announce, exit_with_input, has_layer, log_to_standard_error};
