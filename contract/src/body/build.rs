//! The tree of a body from its lines.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value as Json;

use super::lines::{ARRAY, Leaf, NONE, OBJECT, VALUE};
use super::path::Step;
use super::{Member, Tree};

/// A line that is read, and its place in the file.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub(crate) steps: Vec<Step>,
    pub(crate) leaf: Leaf,
    pub(crate) is_optional: bool,
    pub(crate) span: Range<usize>,
}

type Failed = (Range<usize>, &'static str);

/// The tree; an error has its place.
pub(crate) fn build(items: &[Item], whole: &Range<usize>) -> Result<Tree, Failed> {
    if items.is_empty() {
        return Err((whole.clone(), "expected the members of the body, or `text`"));
    }
    let items: Vec<&Item> = items.iter().collect();
    let (tree, is_optional) = value(&items, 0)?;
    if is_optional { Err((whole.clone(), REQUIRED)) } else { Ok(tree) }
}

const REQUIRED: &str = "unexpected `?`: only a member may be omitted";

/// The value that these lines are about, which have the same first steps, and whether it is optional.
fn value(items: &[&Item], depth: usize) -> Result<(Tree, bool), Failed> {
    let (here, below): (Vec<&Item>, Vec<&Item>) = items.iter().partition(|item| item.steps.len() == depth);
    if let [_, second, ..] = here.as_slice() {
        return Err((second.span.clone(), "duplicate path in the body"));
    }
    let here = here.first();
    let is_optional = here.is_some_and(|item| item.is_optional);
    let Some(first) = below.first() else {
        return match here {
            Some(item) => Ok((leaf(item)?, is_optional)),
            None => Ok((Tree::Constant(Json::Null), false)),
        };
    };
    if let Some(item) = here.filter(|item| !matches!(item.leaf, Leaf::Parts(OBJECT | ARRAY | VALUE))) {
        return Err((item.span.clone(), "a value cannot have members beside it"));
    }
    let tree = match first.steps.get(depth) {
        Some(Step::Item(_)) => Tree::Array(list(&below, depth, |step| match step {
            Step::Item(at) => Some(*at),
            _ => None,
        })?),
        Some(Step::Alternative(_)) => Tree::FirstOf(list(&below, depth, |step| match step {
            Step::Alternative(at) => Some(*at),
            _ => None,
        })?),
        Some(Step::Each) => Tree::Violations(Box::new(only(&below, depth, &Step::Each)?)),
        Some(Step::IfViolations) => Tree::IfViolations(Box::new(only(&below, depth, &Step::IfViolations)?)),
        _ => Tree::Object(members(&below, depth)?),
    };
    Ok((tree, is_optional))
}

fn leaf(item: &Item) -> Result<Tree, Failed> {
    match &item.leaf {
        Leaf::Constant(value) => Ok(Tree::Constant(value.clone())),
        Leaf::Placeholder(word) => Ok(Tree::Placeholder(word.clone())),
        Leaf::Text(template) => Ok(Tree::Text(template.clone())),
        Leaf::Parts(OBJECT) => Ok(Tree::Object(Vec::new())),
        Leaf::Parts(ARRAY) => Ok(Tree::Array(Vec::new())),
        Leaf::Parts(NONE) => Ok(Tree::FirstOf(Vec::new())),
        Leaf::Parts(_) => Err((item.span.clone(), "expected the parts of this value")),
    }
}

const MIXED: &str = "this path does not fit the one above";

/// The value of each index, which are all there and in order.
fn list(items: &[&Item], depth: usize, index: fn(&Step) -> Option<usize>) -> Result<Vec<Tree>, Failed> {
    let mut groups: Vec<Vec<&Item>> = Vec::new();
    for item in items {
        let at = item.steps.get(depth).and_then(index).ok_or_else(|| (item.span.clone(), MIXED))?;
        if at == groups.len() {
            groups.push(vec![item]);
        } else if let Some(group) = groups.get_mut(at) {
            group.push(item);
        } else {
            return Err((item.span.clone(), "expected the next index"));
        }
    }
    groups.iter().map(|group| required(group, depth + 1)).collect()
}

fn only(items: &[&Item], depth: usize, step: &Step) -> Result<Tree, Failed> {
    match items.iter().find(|item| item.steps.get(depth) != Some(step)) {
        Some(other) => Err((other.span.clone(), MIXED)),
        None => required(items, depth + 1),
    }
}

fn required(items: &[&Item], depth: usize) -> Result<Tree, Failed> {
    match (value(items, depth)?, items.first()) {
        ((_, true), Some(item)) => Err((item.span.clone(), REQUIRED)),
        ((tree, _), _) => Ok(tree),
    }
}

fn members(items: &[&Item], depth: usize) -> Result<Vec<Member>, Failed> {
    let (mut groups, mut places): (Vec<Vec<&Item>>, BTreeMap<Option<&str>, usize>) =
        (Vec::new(), BTreeMap::new());
    for item in items {
        let name = match item.steps.get(depth) {
            Some(Step::Name(name)) => Some(name.as_str()),
            Some(Step::Spread) => None,
            _ => return Err((item.span.clone(), MIXED)),
        };
        let place = *places.entry(name).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(item),
            None => groups.push(vec![item]),
        }
    }
    groups.iter().map(|group| member(group, depth)).collect()
}

fn member(items: &[&Item], depth: usize) -> Result<Member, Failed> {
    let name = items.first().and_then(|item| match item.steps.get(depth) {
        Some(Step::Name(name)) => Some(name.clone()),
        _ => None,
    });
    let (tree, is_optional) = value(items, depth + 1)?;
    match (&name, &tree, items) {
        (None, tree, [item, ..]) if *tree != Tree::Constant(Json::Bool(true)) || is_optional => {
            Err((item.span.clone(), "expected `true`"))
        }
        _ => Ok(Member { name, tree, is_optional }),
    }
}
