//! How the cost of one enum grows with its variants: fifty times as many should cost fifty times as much.
//! Measured above the same enum with nothing but `Debug`, so that rustc's own work is not in it.

use super::project::Project;
use super::{Contender, source};

pub(super) const SMALL: u16 = 100;
pub(super) const LARGE: u16 = 5_000;

/// Instructions of a check with one enum, small and large.
pub(super) struct Growth {
    pub(super) plain: [f64; 2],
    pub(super) derived: [f64; 2],
}

pub(super) fn measure(contender: &Contender) -> Result<Growth, String> {
    eprintln!("{}: growth", contender.name);
    let project = Project::new(contender.name, &contender.dependencies)?;
    let instructions = |source: &str| {
        project.write(source)?;
        project.check.instructions()
    };
    let both = |source: fn(usize, usize) -> String| -> Result<_, String> {
        Ok([instructions(&source(1, SMALL.into()))?, instructions(&source(1, LARGE.into()))?])
    };
    Ok(Growth { plain: both(source::plain)?, derived: both(contender.source)? })
}

impl Growth {
    /// The growth of what the derive adds, as a part of linear growth.
    pub(super) fn ratio(&self) -> f64 {
        let [small, large] = [0, 1].map(|place| self.derived[place] - self.plain[place]);
        large / small * f64::from(SMALL) / f64::from(LARGE)
    }
}
