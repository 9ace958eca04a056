//! Values for `extra.NAME` that the format has no place for.

use super::Reply;
use crate::body::Body;
use crate::nearest::distance;

impl Reply<'_> {
    /// The names that [`extra`](Self::extra) was given and that the format has no place for.
    ///
    /// # Examples
    ///
    /// ```
    /// # use errbook::{ApiError, Reply};
    /// #[derive(Debug, ApiError)]
    /// #[api(display, body = errbook::body::JSON_RPC, status = 404, code = "NoMethod", number = -32601)]
    /// struct NoMethod;
    ///
    /// let reply = Reply::new(&NoMethod).extra("id", 5).extra("region", "eu");
    /// assert_eq!(reply.unused_extra(), ["region"]);
    /// ```
    pub fn unused_extra(&self) -> Vec<&str> {
        self.extra_besides(&self.context().body.extra_names())
    }

    fn extra_besides(&self, known: &[&str]) -> Vec<&str> {
        self.extra_values().iter().map(|(name, _)| &**name).filter(|name| !known.contains(name)).collect()
    }

    /// Panics if a name is a typo: the format has one like it, which nobody gave.
    ///
    /// Any other name may be for another format, as several may be in use.
    pub(super) fn check_extra(&self, body: &Body) {
        let known = body.extra_names();
        let is_given = |name: &str| self.extra_values().iter().any(|(given, _)| given == name);
        for name in self.extra_besides(&known) {
            let meant = known.iter().find(|known| !is_given(known) && is_near(name, known));
            if let Some(meant) = meant {
                panic!("the format has no `extra.{name}`, did you mean `extra.{meant}`?");
            }
        }
    }
}

/// Whether one name may be a typo of the other: a few edits, or another case.
fn is_near(name: &str, known: &str) -> bool {
    let letters = |name: &str| {
        let letters = name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase);
        letters.collect::<String>().into_bytes()
    };
    let (name, known) = (letters(name), letters(known));
    distance(&name, &known) <= name.len().min(known.len()) / 4
}
