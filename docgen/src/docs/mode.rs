//! The environment variable `ERRBOOK`: whether to check files or to write them.

use std::env;

use errbook_contract::Accept;

use crate::error::{Cause, Error};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Mode {
    Check,
    /// Writes the files. The breaking changes of the contract that are accepted are written too.
    Update(Accept),
}

/// `ERRBOOK=accept:CODE`
const ACCEPT: &str = "accept:";

impl Mode {
    /// The mode that `ERRBOOK` selects. An empty value counts as unset.
    pub(super) fn of_environment() -> Result<Self, Error> {
        let Some(value) = env::var_os("ERRBOOK") else { return Ok(Self::Check) };
        match value.to_str() {
            Some("") => Ok(Self::Check),
            Some("update") => Ok(Self::Update(Accept::Nothing)),
            Some(value) if value.len() > ACCEPT.len() && value.starts_with(ACCEPT) => {
                Ok(Self::Update(Accept::parse(&value[ACCEPT.len()..])))
            }
            _ => Err(Cause::Mode { value: value.to_string_lossy().into_owned() }.into()),
        }
    }
}
