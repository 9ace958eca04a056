//! The text about compile time: a table for each topic with what it shows, and the goals.
//! It only arranges numbers; how they come about is said in `measured` and `growth`.

use std::fmt::Write as _;

use super::codes::{Codes, VARIANTS};
use super::growth::{Growth, LARGE, SMALL};
use super::measured::Measured;
use super::table::{Column, count, millions, milliseconds, seconds, table};
use super::{ENUMS, SIZES, USUAL};
use crate::report::{Goal, Section};

/// The row of errbook, the hand-written one, and where the others begin, as `contenders` has them.
const ERRBOOK: usize = 0;
const BY_HAND: usize = 1;
const PEERS: usize = 2;

const INTRODUCTION: &str = "\
A library crate of 10 enums is compiled, each with 10, 100 or 500 variants; half of the variants have two fields, and
each has two lines of documentation. Hand-written is thiserror for the message, a `match` for the status, one for the code,
and one body for all enums. The other derives make what they can: api-error has no codes, those of apiresponse are
numbers, masterror has no status 410, and doxa describes the responses for OpenAPI as well; it is left out at 500. Unless
something else is said, numbers are those above an empty crate with the same dependencies, and ratios are to the hand-written code.
";

const INSTRUCTIONS: &str = "\
What rustc executes for a `cargo check` of the crate alone, as cachegrind counts it, in millions of instructions. These
numbers repeat, so the goals are made of them.
";

const SECONDS: &str = "\
CPU seconds of rustc for the crate alone, user and system, in `cargo check` and in `cargo build`: the median of three
runs. They depend on the machine and on what else it does.
";

const EXPANSION: &str = "\
At 10 enums of 100 variants: the time rustc spends on expanding macros, and the lines of the expanded crate outside of
the enums and their `Debug`, with their bytes, as one line may hold many texts. For the hand-written code that is what
thiserror and serde make and what is written beside them.
";

const CODE: &str = "\
At 10 enums of 100 variants: the lines of functions that LLVM gets in a debug build, and the bytes of an optimized
object, the `Debug` of the enums in all of them. Constants are its sections `.rodata` and `.data`: whoever moves work
from code to tables pays there.
";

const DEPENDENCIES: &str = "\
What a project builds once: the crates that each needs, those for its build included, and the CPU seconds of a
`cargo build` of all of them from nothing. The hand-written code ends with a body to be serialized, so serde_json is not
among its crates; axum or its core is among those of each derive but errbook. An HTTP service has most of them anyway.
";

const GROWTH: &str = "\
Millions of instructions for one enum, checked with the derive of errbook and with `Debug` alone. If the difference for
50 times the variants is 50 times the difference, the derive is linear.
";

const CODES: &str = "\
Millions of instructions to check one enum of 250 unit variants with code, status, number and docs: the derive of errbook, and
a `macro_rules!` table that expands to the enum and two `match`es.
";

pub(super) fn section(
    measured: &[Measured],
    growth: &Growth,
    codes: &Codes,
    constants_without_docs: f64,
) -> Result<Section, String> {
    let topics = [
        ("Instructions of a check", INSTRUCTIONS, instructions(measured)),
        ("Time of a check and of a build", SECONDS, times(measured)),
        ("What the macros make", EXPANSION, expansion(measured)),
        ("What is compiled from it", CODE, code(measured)),
        ("Dependencies", DEPENDENCIES, dependencies(measured)),
        ("A table of codes", CODES, codes_table(codes)),
        ("Growth", GROWTH, growth_table(growth)),
    ];
    let mut markdown = format!("## Compile time\n\n{INTRODUCTION}");
    for (title, text, table) in topics {
        let _ = write!(markdown, "\n### {title}\n\n{text}\n{table}");
    }
    let _ = write!(
        markdown,
        "\nWhat the derive adds grows {:.2} times as fast as the variants.\n",
        growth.ratio()
    );
    let without_docs = constants_without_docs / measured[BY_HAND].constants;
    let _ = write!(
        markdown,
        "\nWithout the feature `docs`, errbook has {} bytes of constants at 10 enums of 100 variants: {without_docs:.2} of the hand-written ones.\n",
        count(constants_without_docs)
    );
    Ok(Section { markdown, goals: goals(measured, growth, codes, without_docs)? })
}

fn goals(
    measured: &[Measured],
    growth: &Growth,
    codes: &Codes,
    constants_without_docs: f64,
) -> Result<Vec<Goal>, String> {
    let instructions = |one: &Measured| one.instructions[USUAL];
    let (errbook, by_hand) = (&measured[ERRBOOK], &measured[BY_HAND]);
    let small = SIZES[0];
    let best = measured[PEERS..].iter().min_by(|a, b| instructions(a).total_cmp(&instructions(b)));
    let best = best.ok_or_else(|| "there is no derive to compare with".to_owned())?;
    let size = format!("at {ENUMS} enums of {} variants", SIZES[USUAL]);
    let goal = |what: String, measured, limit| Goal { what, measured, limit };
    Ok(vec![
        goal(
            format!("instructions of a check at {ENUMS} enums of {small} variants, errbook / hand-written"),
            errbook.instructions[0] / by_hand.instructions[0],
            0.9,
        ),
        goal(
            format!("instructions of a check {size}, errbook / hand-written"),
            instructions(errbook) / instructions(by_hand),
            0.7,
        ),
        goal(
            format!("instructions of a check of {VARIANTS} codes, errbook / a `macro_rules!` table"),
            codes.ratio(),
            1.0,
        ),
        goal(
            format!("bytes of constants {size}, errbook without `docs` / hand-written"),
            constants_without_docs,
            1.2,
        ),
        goal(
            format!("instructions of a check {size}, errbook / {}, the best of the other derives", best.name),
            instructions(errbook) / instructions(best),
            1.0,
        ),
        goal(format!("lines added {size}, errbook / hand-written"), errbook.lines / by_hand.lines, 0.6),
        goal(
            format!("instructions of the derive from {SMALL} to {LARGE} variants / linear growth"),
            growth.ratio(),
            1.15,
        ),
    ])
}

fn instructions(measured: &[Measured]) -> String {
    rows(measured, &by_size(measured, "", |one| &one.instructions, millions))
}

fn times(measured: &[Measured]) -> String {
    let mut columns = by_size(measured, "check ", |one| &one.check, seconds);
    columns.extend(by_size(measured, "build ", |one| &one.build, seconds));
    rows(measured, &columns)
}

fn expansion(measured: &[Measured]) -> String {
    let expansion = column(measured, "expansion", |one| one.expansion, milliseconds);
    let lines = column(measured, "lines added", |one| one.lines, count);
    let bytes = column(measured, "bytes added", |one| one.bytes, count);
    rows(measured, &[expansion, lines, bytes])
}

fn code(measured: &[Measured]) -> String {
    let llvm = column(measured, "lines for LLVM", |one| one.llvm, count);
    let code = column(measured, "bytes of code", |one| one.code, count);
    let constants = column(measured, "bytes of constants", |one| one.constants, count);
    rows(measured, &[llvm, code, constants])
}

fn dependencies(measured: &[Measured]) -> String {
    let crates = column(measured, "crates", |one| one.dependencies, count);
    let clean_build = column(measured, "clean build", |one| one.clean_build, seconds);
    rows(measured, &[crates, clean_build])
}

fn growth_table(growth: &Growth) -> String {
    let Growth { plain, derived } = growth;
    let column = |title, numbers| Column { title, numbers, write: millions, ratio: false };
    let columns: Vec<Column> = [SMALL, LARGE]
        .into_iter()
        .zip(plain.iter().zip(derived))
        .map(|(size, (plain, derived))| {
            column(count(f64::from(size)) + " variants", vec![*plain, *derived, derived - plain])
        })
        .collect();
    table(&["`Debug` alone", "`Debug` and errbook", "difference"], 0, &columns)
}

fn codes_table(codes: &Codes) -> String {
    let numbers = vec![codes.errbook, codes.table];
    let column = Column { title: count(250.0) + " variants", numbers, write: millions, ratio: true };
    table(&["errbook", "`macro_rules!`"], 1, &[column])
}

/// A column for each size.
fn by_size(
    measured: &[Measured],
    what: &str,
    numbers: fn(&Measured) -> &Vec<f64>,
    write: fn(f64) -> String,
) -> Vec<Column> {
    let column = |(place, size)| Column {
        title: format!("{what}{ENUMS} × {size}"),
        numbers: measured.iter().map(|one| numbers(one)[place]).collect(),
        write,
        ratio: true,
    };
    SIZES.into_iter().enumerate().map(column).collect()
}

fn column(
    measured: &[Measured],
    title: &str,
    number: fn(&Measured) -> f64,
    write: fn(f64) -> String,
) -> Column {
    Column { title: title.to_owned(), numbers: measured.iter().map(number).collect(), write, ratio: true }
}

fn rows(measured: &[Measured], columns: &[Column]) -> String {
    let names: Vec<&str> = measured.iter().map(|one| one.name).collect();
    table(&names, BY_HAND, columns)
}
