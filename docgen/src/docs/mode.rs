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

impl Mode {
    /// The mode that `ERRBOOK` selects. An empty value counts as unset.
    pub(super) fn of_environment() -> Result<Self, Error> {
        let Some(value) = env::var_os("ERRBOOK") else { return Ok(Self::Check) };
        let accepted = value.to_str().and_then(|value| value.strip_prefix("accept:"));
        match (value.to_str(), accepted) {
            (Some(""), _) => Ok(Self::Check),
            (Some("update"), _) => Ok(Self::Update(Accept::Nothing)),
            (_, Some(names)) if !names.is_empty() => Ok(Self::Update(Accept::parse(names))),
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
