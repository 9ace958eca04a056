//! The place of a value in a body: `error.details[0].reason`.

use std::fmt;

use super::RESERVED;

/// A step from a value to one inside of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    /// `.name`, or `["name"]` for a name with other characters.
    Name(String),
    /// `..details`: the details are spread here.
    Spread,
    /// `[0]`: an item of an array.
    Item(usize),
    /// `[]`: the value for each violation.
    Each,
    /// `!`: the value if there are violations.
    IfViolations,
    /// `|0`: one of several values, of which the first one counts that is present.
    Alternative(usize),
}

/// A list of steps; `$` without any.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Path(pub(crate) Vec<Step>);

/// Deeper bodies are refused.
const DEEPEST: usize = 64;

impl Path {
    /// The steps of a written path.
    pub(crate) fn parse(text: &str) -> Result<Self, &'static str> {
        let mut steps = Vec::new();
        let mut rest = text.strip_prefix('$').unwrap_or(text);
        let is_root = rest.len() < text.len();
        while !rest.is_empty() {
            let (step, after) = step(rest, steps.is_empty() && !is_root).ok_or(INVALID)?;
            steps.push(step);
            rest = after;
            if steps.len() > DEEPEST {
                return Err("expected a path of at most 64 steps");
            }
        }
        if steps.is_empty() && !is_root { Err(INVALID) } else { Ok(Self(steps)) }
    }
}

const INVALID: &str = "invalid path, expected one such as `error.details[0].reason`";

/// The first step, and what follows it.
fn step(text: &str, is_first: bool) -> Option<(Step, &str)> {
    if let Some(after) = text.strip_prefix("..details") {
        return after.is_empty().then_some((Step::Spread, after));
    }
    if let Some(after) = text.strip_prefix('!') {
        return Some((Step::IfViolations, after));
    }
    if let Some(after) = text.strip_prefix("[]") {
        return Some((Step::Each, after));
    }
    if let Some(after) = text.strip_prefix("[\"") {
        return quoted(after);
    }
    if let Some(after) = text.strip_prefix('[') {
        let (index, after) = after.split_once(']')?;
        return Some((Step::Item(number(index)?), after));
    }
    if let Some(after) = text.strip_prefix('|') {
        let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
        return Some((Step::Alternative(number(&after[..end])?), &after[end..]));
    }
    let name = if is_first { text } else { text.strip_prefix('.')? };
    let end = name.find(|c| !is_plain(c)).unwrap_or(name.len());
    (end > 0).then(|| (Step::Name(name[..end].to_owned()), &name[end..]))
}

/// A number without leading zeros.
fn number(digits: &str) -> Option<usize> {
    digits.parse().ok().filter(|number: &usize| number.to_string() == digits && *number < 10_000)
}

/// A name as a JSON string, after its first quote.
fn quoted(text: &str) -> Option<(Step, &str)> {
    let mut is_escaped = false;
    let end = text.find(|c| {
        let is_end = c == '"' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    })?;
    let name: String = serde_json::from_str(&format!("\"{}\"", &text[..end])).ok()?;
    Some((Step::Name(name), text[end..].strip_prefix("\"]")?))
}

fn is_plain(c: char) -> bool {
    !(c.is_whitespace() || c.is_control() || matches!(c, '.' | '[' | ']' | '|' | '!' | '"' | '$'))
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !matches!(self.0.first(), Some(Step::Name(_) | Step::Spread)) {
            f.write_str("$")?;
        }
        for (at, step) in self.0.iter().enumerate() {
            let is_first = at == 0;
            match step {
                Step::Name(name)
                    if name.is_empty()
                        || !name.chars().all(is_plain)
                        || (is_first && RESERVED.contains(&name.as_str())) =>
                {
                    write!(f, "[{}]", serde_json::Value::from(name.as_str()))?;
                }
                Step::Name(name) => write!(f, "{}{name}", if is_first { "" } else { "." })?,
                Step::Spread => f.write_str("..details")?,
                Step::Item(index) => write!(f, "[{index}]")?,
                Step::Each => f.write_str("[]")?,
                Step::IfViolations => f.write_str("!")?,
                Step::Alternative(index) => write!(f, "|{index}")?,
            }
        }
        Ok(())
    }
}
