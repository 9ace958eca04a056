//! The environment variable `ERRBOOK`: whether to check files or to write them.

use std::env;

use crate::error::{Cause, Error};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    Check,
    Update,
}

impl Mode {
    /// The mode that `ERRBOOK` selects. An empty value counts as unset.
    pub(super) fn of_environment() -> Result<Self, Error> {
        let Some(value) = env::var_os("ERRBOOK") else { return Ok(Self::Check) };
        match value.to_str() {
            Some("") => Ok(Self::Check),
            Some("update") => Ok(Self::Update),
            _ => Err(Cause::Mode { value: value.to_string_lossy().into_owned() }.into()),
        }
    }
}
