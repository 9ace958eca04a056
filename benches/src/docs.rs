//! Client and documentation: a code looked up in a book of 10,000 errors, and all of them rendered in every shape and format.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use errbook::{Book, Catalog, CatalogItem, Entry};
use errbook_docgen::{Block, ErrorKind, Format, List, Page, Sections, Table};

use crate::report::{Goal, Section};

const ERRORS: usize = 10_000;

const FORMATS: [(&str, Format); 6] = [
    ("Markdown", Format::Markdown),
    ("MDX", Format::Mdx),
    ("HTML", Format::Html),
    ("AsciiDoc", Format::AsciiDoc),
    ("reStructuredText", Format::ReStructuredText),
    ("CSV", Format::Csv),
];

pub(crate) fn measure() -> Result<Section, String> {
    let (all, tenth) = (book(ERRORS), book(ERRORS / 10));
    let lookup = lookup(all);
    let mut markdown = format!(
        "## Client and documentation\n\nA code is looked up in a book of 10,000 errors in {lookup:.0?}. \
         All of these are rendered in so many milliseconds:\n\n| |"
    );
    // Writing to a `String` cannot fail.
    let _ = FORMATS.iter().try_for_each(|(name, _)| write!(markdown, " {name} |"));
    let _ = write!(markdown, "\n| --- |{}", " ---: |".repeat(FORMATS.len()));
    let (mut slowest, mut growth) = (0.0_f64, 0.0_f64);
    for (name, block) in blocks() {
        let _ = write!(markdown, "\n| {name} |");
        for (_, format) in FORMATS {
            let render = |book| median(3, || block.render(format, book));
            let (all, tenth) = match (render(all), render(tenth)) {
                (Ok(all), Ok(tenth)) => (all.as_secs_f64(), tenth.as_secs_f64()),
                (Err(error), _) if error.kind() == ErrorKind::Format => {
                    markdown.push_str(" |");
                    continue;
                }
                (Err(error), _) | (_, Err(error)) => return Err(error.to_string()),
            };
            let _ = write!(markdown, " {:.0} |", all * 1e3);
            slowest = slowest.max(all);
            growth = growth.max(all / tenth / 10.0);
        }
    }
    markdown.push('\n');
    let goal = |what: &str, measured, limit| Goal { what: what.to_owned(), measured, limit };
    let goals = vec![
        goal("10,000 errors in the slowest shape and format: seconds", slowest, 1.0),
        goal("the worst of these, of ten times that of 1,000: time", growth, 1.5),
    ];
    Ok(Section { markdown, goals })
}

fn lookup(book: &Book) -> Duration {
    let codes: Vec<&str> = book.entries().map(Entry::code).collect();
    let all = median(21, || -> Result<(), ()> {
        for code in &codes {
            std::hint::black_box(book.by_code(code).next());
        }
        Ok(())
    });
    all.unwrap_or_default() / u32::try_from(codes.len()).unwrap_or(u32::MAX)
}

fn blocks() -> [(&'static str, Box<dyn Block>); 5] {
    let table = Table::new()
        .column(("Status", "{{ status }} {{ title }}"))
        .column(("Code", "{{ code | code }}"))
        .column(("Description", "{{ description }}"));
    let page = "{% for error in errors %}{{ error.status }} {{ error.code | code }}: {{ error.message }}\n\n\
                {{ error.description }}\n\n{% endfor %}";
    [
        ("a table of three columns", Box::new(table)),
        ("bullets", Box::new(List::bullets("{{ code | code }}: {{ description }}"))),
        ("definitions", Box::new(List::definitions("{{ code | code }}", "{{ description }}"))),
        ("sections with example replies", Box::new(Sections::new())),
        ("a page with a loop", Box::new(Page::new("page", page))),
    ]
}

/// Errors made at run time live as long as the program, which is not long.
fn book(errors: usize) -> &'static Book {
    let item = |number: usize| {
        let leak = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
        let entry = Entry::new(400, leak(format!("error_{number}")))
            .with_type("benches::Any", "Any")
            .with_message("there is no {thing}").with_docs(leak(format!(
            "What happens when the thing number {number} | is *missing*.\n\n- look at `/things`\n- try again"
        )));
        CatalogItem::Entry(Box::leak(Box::new(entry)))
    };
    let items: Vec<CatalogItem> = (0..errors).map(item).collect();
    let catalog: &'static Catalog = Box::leak(Box::new(Catalog::new("Any", items.leak())));
    Box::leak(Box::new(Book::new("Ten thousand", Box::leak(Box::new([catalog])))))
}

fn median<T, E>(runs: usize, run: impl Fn() -> Result<T, E>) -> Result<Duration, E> {
    let time = |_| {
        let start = Instant::now();
        std::hint::black_box(run()?);
        Ok(start.elapsed())
    };
    let mut times = (0..runs).map(time).collect::<Result<Vec<Duration>, E>>()?;
    times.sort_unstable();
    Ok(times[runs / 2])
}
