//! The arguments of the program.

use crate::framework::{self, Framework};

/// What is asked of which frameworks.
#[derive(Debug)]
pub struct Options {
    pub frameworks: Vec<&'static Framework>,
    /// The number of requests under load; by default more for the first framework.
    load: Option<usize>,
    /// The number of fuzzed requests.
    pub garbage: usize,
    /// The seed of the fuzzed requests.
    pub seed: u64,
}

impl Options {
    /// Reads the arguments: `[--load COUNT] [--garbage COUNT] [--seed SEED] [FRAMEWORK…]`.
    pub fn parse(mut args: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options =
            Self { frameworks: Vec::new(), load: None, garbage: 10_000, seed: fastrand::u64(..) };
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--load" => options.load = Some(number(&arg, args.next())?),
                "--garbage" => options.garbage = number(&arg, args.next())?,
                "--seed" => options.seed = number(&arg, args.next())?,
                name => {
                    let found = Framework::find(name).ok_or_else(|| format!("unknown framework `{name}`"))?;
                    options.frameworks.push(found);
                }
            }
        }
        if options.frameworks.is_empty() {
            let all = framework::ALL.iter();
            options.frameworks = all.filter(|framework| framework.has_example()).collect();
        }
        Ok(options)
    }

    pub fn load(&self, framework: &Framework) -> usize {
        self.load.unwrap_or(if framework.name == "axum" { 50_000 } else { 5_000 })
    }
}

fn number<T: std::str::FromStr>(option: &str, value: Option<String>) -> Result<T, String> {
    let value = value.ok_or_else(|| format!("missing number after `{option}`"))?;
    value.parse().map_err(|_| format!("invalid number `{value}` after `{option}`"))
}
