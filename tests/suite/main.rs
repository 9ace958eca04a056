//! The tests of errbook: one behaviour per module, in folders by topic.
//!
//! A file is a module only if it is listed here, which `every_file_is_a_module` checks.

use std::fs;
use std::path::{Path, PathBuf};

use errbook::{ApiError, Reply};

mod readers;
mod scratch;
mod shipped;

/// Unusual programs that are valid: hostile names, shadowed macros, denied lints, generics of all kinds.
#[allow(dead_code, clippy::all, clippy::pedantic, reason = "they are unusual, and only compiled")]
mod accepted {
    mod a_thousand_variants;
    mod aliases_of_option;
    mod alone_with_all_keys;
    mod beside_snafu_like_attributes;
    mod body_in_every_place;
    mod body_of_all_kinds;
    mod body_of_generic_type_constant;
    mod cfg_on_variants_and_fields;
    mod crate_in_every_place;
    mod deprecated_variants;
    mod documentation_of_all_kinds;
    mod enum_has_catalog;
    mod error_field_without_keys;
    mod field_doubled_underscore_names;
    mod field_names_of_other_letters;
    mod fields_named_like_generated_locals;
    mod fields_named_like_methods;
    mod fields_of_the_same_number;
    mod formats_of_all_kinds;
    mod generic_source_and_from;
    mod generic_transparent_beside_thiserror;
    mod generics_higher_ranked;
    mod generics_named_like_ours;
    mod generics_of_all_kinds;
    mod generics_unused_by_the_error;
    mod generics_with_associated_types;
    mod generics_with_const_expressions;
    mod generics_with_defaults;
    mod glob_and_enum_api_error;
    mod inherent_constants_of_the_same_names;
    mod inherent_methods_of_the_same_names;
    mod inside_a_function;
    mod inside_a_generic_function;
    mod keys_in_many_attributes;
    mod lifetimes_and_borrowed_details;
    mod lints_denied;
    mod lints_forbidden;
    mod local_modules_of_the_same_names_as_parts;
    mod macro_body;
    mod macro_documentation;
    mod macro_expression_path;
    mod macro_expressions;
    mod macro_field_names;
    mod macro_generic_types;
    mod macro_literals;
    mod macro_of_a_macro;
    mod macro_paths;
    mod macro_tokens;
    mod macro_types;
    mod macros_shadowed;
    mod messages_with_braces_and_quotes;
    mod modules_named_like_crates;
    mod no_implicit_prelude;
    mod no_use_enum_api_error;
    mod options_by_any_name;
    mod pointers_print_the_address_of_the_value;
    mod primitive_types_shadowed;
    mod private_types;
    mod question_mark_and_boxes;
    mod recursive_types;
    mod redact_and_expose;
    mod shapes_of_structs_and_enums;
    mod small_traps;
    mod sources_behind_pointers;
    mod status_by_constants;
    mod strict;
    mod traits_with_methods_of_the_same_names;
    mod transparent_of_all_kinds;
    mod two_derives_in_one_module;
    mod types_named_like_the_prelude;
    mod unsized_and_function_fields;
    mod variants_of_errbook;
    mod variants_of_one_letter_and_underscores;
    mod variants_of_the_prelude;
    mod variants_with_raw_names;
    mod visibility_of_all_kinds;
}

/// The `body!` macro: what it takes, and what a body says.
mod body {
    mod detail;
    mod http_status;
    mod key;
    mod literals;
    mod optional;
    mod plain;
    mod requires;
    mod root;
    mod spread;
    mod text;
    mod tree;
    mod variant;
    mod words;
}

/// `Book`: which errors it has, and how they are found.
mod book {
    mod body;
    mod duplicate;
    mod entries;
    mod formats;
    mod incomplete;
    mod large;
    mod limit;
    mod lookup;
    mod sharers;
}

/// `#[derive(ApiError)]` on types of every shape, beside other attributes and derives.
mod context {
    mod formats;
    mod http_error;
    mod occurrence;
    mod scope;
    mod trace_id;
}

mod derive {
    mod cfg;
    mod crate_key;
    mod deprecated;
    mod description;
    mod display;
    mod doc_comments;
    mod empty_enum;
    mod from;
    mod generic_formats;
    mod generics;
    mod hidden;
    mod in_function;
    mod in_macro;
    mod inheritance;
    mod lifetimes;
    mod long_rows;
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
    mod addresses;
    mod blocks;
    mod check;
    mod codes;
    mod context;
    mod control_characters;
    mod detail_types;
    mod endpoints;
    mod field_examples;
    mod incomplete;
    mod links;
    mod lock;
    mod names;
    mod orphans;
    mod other_formats;
    mod pages;
    mod paths;
    mod reply_examples;
    mod reply_formats;
    mod retired;
    mod update;
    mod writers;
}

/// The trait `ApiError`, without the derive and behind pointers.
mod error {
    mod any_error;
    mod delegation;
    mod dyn_error;
    mod entry;
    mod hand_written;
    mod pointers;
    mod runtime_code;
}

/// What clients may read, and what never reaches them.
mod exposure {
    mod documentation;
    mod keys;
    mod leaks;
    mod runtime;
    mod templates;
}

/// The shipped wire formats, and those of companies.
mod formats {
    mod acme;
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

/// `kind`: errors that take their entry from another one.
mod kinds {
    mod book;
    mod compiled;
    mod documented;
    mod field;
    mod replies;
    mod variant;
}

/// The keys of `#[api(…)]`.
mod keys {
    mod constant_detail;
    mod constant_header;
    mod constants;
    mod converted_detail;
    mod detail;
    mod detail_facts;
    mod docs_url;
    mod field_header;
    mod header_templates;
    mod impls;
    mod number;
    mod placeholders;
    mod prefix;
    mod rename_all;
    mod rename_details;
    mod repeated_headers;
    mod retry_after;
    mod retryable;
    mod serialize;
    mod shared;
    mod since;
    mod title;
    mod title_beside_type;
}

/// `List`.
mod lists {
    mod definitions;
    mod empty_values;
    mod parse;
    mod terms;
}

/// Text and Markdown in the formats of documentation, as parsers of these read them.
mod markup {
    mod any_text_in_readers;
    mod asciidoc_table;
    mod asciidoctor;
    mod blocks;
    mod blocks_in_places;
    mod csv_round_trip;
    mod docutils;
    mod edges;
    mod footnotes;
    mod front_matter;
    mod harmless_html;
    mod html_comments;
    mod html_text;
    mod images;
    mod item_links;
    mod markdown_cells;
    mod markdown_links;
    mod markdown_pages;
    mod markdown_prose;
    mod mdx;
    mod nested_links;
    mod places_on_pages;
    mod readers_of_markdown;
    mod rst_table;
    mod rust_code;
}

/// The key `message`, a format string.
mod message {
    mod arguments;
    mod braces;
    mod fields;
    mod format_specs;
    mod quotes;
    mod thiserror;
}

/// `Page`: a template.
mod pages {
    mod blocks;
    mod errors;
    mod html_page;
    mod html_prose;
    mod json;
    mod lines;
    mod templates;
}

/// Regions of hand-written pages.
mod regions {
    mod bytes;
    mod errors;
    mod examples;
    mod markers;
    mod options;
}

/// `Reply`: the body and the headers that are sent.
mod replies {
    mod across_threads;
    mod broken_details;
    mod broken_display;
    mod broken_headers;
    mod broken_times;
    mod duplicate_details;
    mod escaped_text;
    mod examples;
    mod extra;
    mod formats_by_content;
    mod instance;
    mod prepared;
    mod request_facts;
    mod serializers_agree;
    mod timestamp;
}

/// `Sections`.
mod sections {
    mod anchors;
    mod deprecated;
    mod first_level;
    mod headings;
    mod levels;
    mod parse;
}

/// Statuses, declared and at runtime.
mod status {
    mod also;
    mod canonical_codes;
    mod declared;
    mod phrases;
    mod runtime;
}

/// `Table`.
mod tables {
    mod align;
    mod between;
    mod cells;
    mod deprecated;
    mod empty_cells;
    mod errors;
    mod groups;
    mod hidden;
    mod letters;
    mod members;
    mod merge_by;
    mod rows;
    mod selection;
    mod since;
    mod styles;
    mod templates;
}

/// The key `transparent`: delegation to a field.
mod transparent {
    mod body;
    mod delegation;
    mod dyn_error;
    mod from_types;
    mod generic;
    mod names;
    mod of_type;
    mod thiserror;
}

/// What is wrong with a request: the key, the data, and the replies.
mod violations {
    mod body;
    mod garde;
    mod hand_written;
    mod key;
    mod pointer;
    mod shipped;
    mod validator;
}
/// A file that is not listed would never run.
/// The message that the client reads.
fn message_of(error: &dyn ApiError) -> String {
    Reply::new(error).message()
}

#[test]
fn every_file_is_a_module() {
    for folder in paths(".").filter(|path| path.is_dir()) {
        let topic = folder.file_name().unwrap().to_str().unwrap();
        let list = match include_str!("main.rs").split_once(&format!("\nmod {topic} {{\n")) {
            Some((_, list)) => list.split("\n}").next().unwrap().to_owned(),
            None => fs::read_to_string(folder.with_extension("rs")).unwrap(),
        };
        for file in paths(&folder).filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        {
            let module = format!(" mod {};", file.file_stem().unwrap().to_str().unwrap());
            assert!(list.lines().any(|line| line.ends_with(&module)), "{} is not in main.rs", file.display());
        }
    }
}

fn paths(folder: impl AsRef<Path>) -> impl Iterator<Item = PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path())
}
