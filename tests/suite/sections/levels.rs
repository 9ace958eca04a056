//! The headings of doc comments are below those of the sections they are in.

use errbook::{ApiError, Book};
use errbook_docgen::{Block, Format, Sections};

#[derive(Debug, ApiError)]
#[api(display, status = 400, code = "Deep")]
/// ## In the description
///
/// # Cause
/// ### Deeper ###
///
/// With `=`
/// ========
///
/// C#
/// --
///
#[doc = " F#  "]
/// ==
///
/// - ## In *a* list
///
/// > Quoted
/// > ---
///
/// ```sh
/// ## no heading
/// ```
struct Deep;

static BOOK: Book = Book::new("Levels", &[Deep::CATALOG]);

#[test]
fn of_doc_comments() {
    let sections = Sections::new().anchors(false).heading("{{ code }}").level(3).example(None);
    let expected = "\
### Deep

##### In the description

#### Cause

###### Deeper

#### With `=`

##### C#

#### F#

- ##### In _a_ list

> ##### Quoted

```sh
## no heading
```
";
    assert_eq!(sections.render(Format::Markdown, &BOOK).unwrap(), expected);
    let html = sections.render(Format::Html, &BOOK).unwrap();
    assert!(html.contains("<h6>Deeper</h6>"), "{html}");
}
