//! The documentation of the orders API in every block and format.
//!
//! ```text
//! cargo run -p errbook-examples --bin shapes
//! ```

use errbook_docgen::{Align, Block, Column, Error, Format, Group, List, Sections, Style, Table};
use orders::BOOK;

fn main() -> Result<(), Error> {
    // In a code span, whatever that is in the format.
    let table = Table::new()
        .column(Column::new("Status", "{{ status }}").align(Align::Right))
        .column(("Code", "{{ code | code }}"))
        .column(("Meaning", "{{ description }}"))
        .sort_by("status");
    let by_class = table.clone().style(Style::compact()).group(
        Group::by("class").heading("### {{ key }}").intro("4xx", "Change the request, and send it again."),
    );
    let classes = Table::new()
        .column(("Class", "{{ class }}"))
        .column(("Codes", "{% for error in errors %}{{ error.code | code }} {% endfor %}"))
        .merge_by("class")
        .style(Style::slate());
    let bullets = List::bullets("{{ code | code }}: {{ description }}").filter("retryable");
    let definitions = List::definitions("{{ code | code }}", "{{ sections.Solution }}");
    let section = Sections::new().level(3).filter("details");

    print("Grouped, in Markdown", Format::Markdown, &by_class)?;
    print("A row for each class, as Slate has it", Format::Markdown, &classes)?;
    print("A section", Format::Markdown, &section)?;
    for format in [Format::Html, Format::AsciiDoc, Format::ReStructuredText] {
        print("A table", format, &table)?;
        print("Bullets", format, &bullets)?;
        print("Definitions", format, &definitions)?;
        print("A section", format, &section)?;
    }
    print("A table", Format::Csv, &table)
}

fn print(what: &str, format: Format, block: &dyn Block) -> Result<(), Error> {
    println!("# {what}: {format}\n\n````\n{}````\n", block.render(format, &BOOK)?);
    Ok(())
}
