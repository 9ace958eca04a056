//! What a derive costs when the crate that uses it is compiled, errbook beside hand-written code and other derives.
//! The goals are made of instructions and lines, which repeat; seconds are there to be read.

mod api_error;
mod apiresponse;
mod axum_error_handler;
mod by_hand;
mod codes;
mod command;
mod doxa;
mod errbook;
mod growth;
mod masterror;
mod measured;
mod project;
mod section;
mod source;
mod table;

pub(crate) use command::as_rustc;

use crate::report::Section;

/// How many enums the measured crate has, and how many variants each of them.
const ENUMS: usize = 10;
const SIZES: [usize; 3] = [10, 100, 500];
/// The place in `SIZES` of the size for the goals and for whatever is measured once.
const USUAL: usize = 1;

/// One way to write the enums.
struct Contender {
    name: &'static str,
    dependencies: String,
    source: fn(usize, usize) -> String,
}

/// The largest size of doxa, which takes valgrind ten minutes at the next.
const LARGEST_OF_DOXA: usize = 100;

impl Contender {
    /// Whether this size is measured.
    fn has(&self, size: usize) -> bool {
        self.name != "doxa" || size <= LARGEST_OF_DOXA
    }
}

/// Those to compare: errbook, hand-written, and then the others.
fn contenders() -> [Contender; 7] {
    let new =
        |name, dependencies: &str, source| Contender { name, dependencies: dependencies.to_owned(), source };
    [
        new("errbook", &errbook::dependencies(), errbook::source),
        new("hand-written", by_hand::DEPENDENCIES, by_hand::source),
        new("api-error", api_error::DEPENDENCIES, api_error::source),
        new("apiresponse", apiresponse::DEPENDENCIES, apiresponse::source),
        new("axum-error-handler", axum_error_handler::DEPENDENCIES, axum_error_handler::source),
        new("doxa", doxa::DEPENDENCIES, doxa::source),
        new("masterror", masterror::DEPENDENCIES, masterror::source),
    ]
}

/// Measures all contenders, which takes minutes; what it is at goes to the standard error.
pub(crate) fn measure() -> Result<Section, String> {
    let mut measured = Vec::new();
    for contender in contenders() {
        measured.push(measured::measure(&contender)?);
    }
    let [errbook, by_hand, ..] = contenders();
    let growth = growth::measure(&errbook)?;
    let codes = codes::measure(&errbook, &by_hand)?;
    section::section(&measured, &growth, &codes, constants_without_docs()?)
}

/// The bytes of constants at the usual size, without the feature `docs`.
fn constants_without_docs() -> Result<f64, String> {
    let project = project::Project::new("errbook without docs", &errbook::dependencies_without_docs())?;
    project.write(&errbook::source(ENUMS, SIZES[USUAL]))?;
    measured::object(&project).map(|(_, constants)| constants)
}
