//! The ids of a page. That of a code is the code; further errors of one code have a number behind it.

use std::collections::HashSet;

use crate::template::holdable;

/// The ids of what is around the errors.
const AROUND: [&str; 2] = ["errbook:errors", "errbook:retired"];

/// The ids that are given already.
pub(super) struct Ids<'p> {
    codes: HashSet<&'p str>,
    taken: HashSet<String>,
}

impl<'p> Ids<'p> {
    pub(super) fn new(codes: HashSet<&'p str>) -> Self {
        Self { codes, taken: AROUND.map(str::to_owned).into() }
    }

    /// Whether an error on the page has this code.
    pub(super) fn has(&self, code: &str) -> bool {
        self.codes.contains(code)
    }

    pub(super) fn of_code(&mut self, code: &str) -> String {
        self.id(&holdable(code), true)
    }

    pub(super) fn of_type(&mut self, name: &str) -> String {
        self.id(&format!("errbook:{name}"), false)
    }

    /// The first free one of these names. Only the first name of a code may be that of an error.
    fn id(&mut self, name: &str, is_code: bool) -> String {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut names = std::iter::once(name.to_owned()).chain(numbered);
        let is_own = |id: &str| is_code && id == name;
        let is_free = |id: &String| !self.taken.contains(id) && (is_own(id) || !self.codes.contains(&**id));
        let id = names.find(is_free).unwrap_or_default();
        self.taken.insert(id.clone());
        id
    }
}
