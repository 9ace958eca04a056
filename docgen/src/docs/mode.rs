//! The environment variable `ERRBOOK`: whether to check files or to write them.

use std::env;

use errbook_contract::Accept;

use crate::error::{Error, ErrorKind};

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
            _ => {
                let message = format!(
                    "invalid `ERRBOOK={}`: expected `ERRBOOK=update` to write files, `ERRBOOK=accept:CODE` to accept a breaking change, or no value to check them",
                    value.to_string_lossy()
                );
                Err(Error::new(ErrorKind::Mode, &message))
            }
        }
    }
}
