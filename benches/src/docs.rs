//! Client and documentation: a code looked up in a book of 10,000 errors, and a table rendered of all of them.

use std::time::{Duration, Instant};

use errbook::{Book, Catalog, Entry, Item};
use errbook_docgen::{Column, Table};

use crate::report::{Goal, Section};

const ERRORS: usize = 10_000;

pub(crate) fn measure() -> Result<Section, String> {
    let book = book(ERRORS);
    let codes: Vec<&str> = book.entries().map(Entry::code).collect();
    let lookup = median(21, || {
        for code in &codes {
            std::hint::black_box(book.by_code(code));
        }
    }) / u32::try_from(codes.len()).map_err(|error| error.to_string())?;
    let table = Table::new()
        .column(("Status", "{{ status }} {{ title }}"))
        .column(Column::new("Code", "`{{ code }}`"))
        .column(("Description", "{{ description }}"));
    let render = |errors: usize| {
        let book = self::book(errors);
        median(5, || drop(std::hint::black_box(table.markdown(book))))
    };
    let (all, tenth) = (render(ERRORS), render(ERRORS / 10));
    let growth = all.as_secs_f64() / tenth.as_secs_f64() / 10.0;
    let markdown = format!(
        "## Client and documentation\n\n| | |\n| --- | ---: |\n| a code looked up in a book of 10,000 errors | {lookup:.0?} |\n\
         | a Markdown table of three columns and 10,000 errors | {all:.0?} |\n| the same of 1,000 | {tenth:.1?} |\n"
    );
    let what = "a table of 10,000 errors, of ten times that of 1,000: time".to_owned();
    Ok(Section { markdown, goals: vec![Goal { what, measured: growth, limit: 1.5 }] })
}

/// Errors made at run time live as long as the program, which is not long.
fn book(errors: usize) -> &'static Book {
    let item = |number: usize| {
        let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
        let entry = Entry::new("benches::Any", "Any", 400, leak(format!("error_{number}")))
            .with_description(leak(format!("What happens when the thing number {number} | is *missing*.")));
        Item::Entry(Box::leak(Box::new(entry)))
    };
    let items: Vec<Item> = (0..errors).map(item).collect();
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("Any", items.leak())));
    Box::leak(Box::new(Book::new("Ten thousand", Box::leak(Box::new([catalog])))))
}

fn median(runs: usize, run: impl Fn()) -> Duration {
    let time = |_| {
        let start = Instant::now();
        run();
        start.elapsed()
    };
    let mut times: Vec<Duration> = (0..runs).map(time).collect();
    times.sort_unstable();
    times[runs / 2]
}
