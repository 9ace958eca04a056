//! The tests of errbook: one behaviour per module, in folders by topic.
//!
//! A file is a module only if it is listed here, which `every_file_is_a_module` checks.

use std::fs;
use std::path::PathBuf;

mod readers;
mod scratch;
mod shipped;
mod ui;

/// The `body!` macro: what it takes, and what a body says.
mod body {
    mod key;
    mod literals;
    mod optional;
    mod requires;
    mod spread;
    mod text;
    mod tree;
    mod words;
}

/// `Book`: which errors it has, and how they are found.
mod book {
    mod complaint;
    mod entries;
    mod formats;
    mod large;
    mod limit;
    mod lookup;
}

/// `#[derive(ApiError)]` on types of every shape, beside other attributes and derives.
mod derive {
    mod cfg;
    mod crate_key;
    mod deprecated;
    mod description;
    mod display;
    mod empty_enum;
    mod from;
    mod generic_formats;
    mod generics;
    mod hidden;
    mod in_function;
    mod in_macro;
    mod inheritance;
    mod lifetimes;
    mod many_variants;
    mod raw_identifiers;
    mod raw_type;
    mod rustdoc;
    mod shapes;
    mod snafu;
    mod source;
}

/// `Docs`: which files documentation is written to, and the check that they are up to date.
mod docs {
    mod blocks;
    mod check;
    mod codes;
    mod leftovers;
    mod pages;
    mod paths;
    mod reply_examples;
    mod update;
    mod writers;
}

/// The trait `ApiError`, without the derive and behind pointers.
mod error {
    mod dyn_error;
    mod hand_written;
    mod pointers;
}

/// What clients may read, and what never reaches them.
mod exposure {
    mod documentation;
    mod keys;
    mod leaks;
    mod runtime;
}

/// The shipped wire formats, and those of companies.
mod formats {
    mod flat;
    mod google;
    mod graphql;
    mod house;
    mod json_api;
    mod json_rpc;
    mod message;
    mod nested;
    mod odata;
    mod problem;
}

/// The keys of `#[api(…)]`.
mod keys {
    mod constant_header;
    mod detail;
    mod detail_facts;
    mod docs_url;
    mod field_header;
    mod number;
    mod prefix;
    mod rename_all;
    mod retry_after;
    mod retryable;
    mod serialize;
    mod shared;
    mod title;
    mod title_beside_type;
}

/// `List`.
mod lists {
    mod definitions;
    mod parse;
    mod terms;
}

/// Text and Markdown in the formats of documentation, as parsers of these read them.
mod markup {
    mod asciidoc_table;
    mod asciidoctor;
    mod csv_round_trip;
    mod docutils;
    mod front_matter;
    mod html_text;
    mod item_links;
    mod markdown_cells;
    mod markdown_links;
    mod markdown_pages;
    mod markdown_prose;
    mod mdx;
    mod rst_continued;
    mod rst_table;
    mod rust_code;
}

/// The key `message`, a format string.
mod message {
    mod braces;
    mod fields;
    mod format_specs;
    mod quotes;
    mod thiserror;
}

/// `Page`: a template.
mod pages {
    mod blocks;
    mod lines;
    mod mistakes;
    mod templates;
}

/// Regions of pages that are written by hand.
mod regions {
    mod bytes;
    mod examples;
    mod markers;
    mod mistakes;
    mod options;
}

/// `Reply`: the body and the headers that are sent.
mod replies {
    mod broken_details;
    mod broken_display;
    mod broken_headers;
    mod broken_times;
    mod escaped_text;
    mod extra;
    mod prepared;
    mod request_facts;
    mod serializers_agree;
    mod timestamp;
}

/// `Sections`.
mod sections {
    mod deprecated;
    mod first_level;
    mod headings;
    mod levels;
    mod parse;
}

/// Statuses, declared and at runtime.
mod status {
    mod canonical_codes;
    mod declared;
    mod phrases;
    mod runtime;
}

/// `Table`.
mod tables {
    mod align;
    mod cells;
    mod deprecated;
    mod empty_cells;
    mod errors;
    mod groups;
    mod hidden;
    mod letters;
    mod members;
    mod one_per;
    mod rows;
    mod selection;
    mod styles;
    mod templates;
}

/// The key `transparent`: delegation to a field.
mod transparent {
    mod body;
    mod delegation;
    mod dyn_error;
    mod generic;
    mod names;
    mod thiserror;
}
/// A file that is not listed would never run.
#[test]
fn every_file_is_a_module() {
    for folder in folders("suite") {
        let topic = folder.file_name().unwrap().to_str().unwrap();
        let list = match include_str!("main.rs").split_once(&format!("\nmod {topic} {{\n")) {
            Some((_, list)) => list.split("\n}").next().unwrap().to_owned(),
            None => fs::read_to_string(folder.with_extension("rs")).unwrap(),
        };
        for file in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            let module = format!(" mod {};", file.file_stem().unwrap().to_str().unwrap());
            assert!(list.lines().any(|line| line.ends_with(&module)), "{} is not in main.rs", file.display());
        }
    }
}

fn folders(folder: &str) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir())
}
