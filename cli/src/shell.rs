//! What is made of the arguments themselves: help, completions and the manual page.

use std::process::ExitCode;

use clap::CommandFactory as _;
use clap_complete::Shell;
use errbook_contract::__private::is_control;

use crate::args::Cli;
use crate::outcome::{Failure, Outcome};

/// Writes help, the version, or what is wrong with the arguments.
pub fn usage(error: &clap::Error) -> ExitCode {
    let has_control = std::env::args_os().any(|argument| argument.to_string_lossy().contains(is_control));
    if error.use_stderr() && has_control {
        // The message quotes the argument.
        return Failure::new(error.render().to_string().trim_start_matches("error: ").trim_end()).write();
    }
    // A reader that closed its end has read enough.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

pub fn completions(shell: Shell) -> Outcome {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "errbook", &mut script);
    Outcome::document(String::from_utf8_lossy(&script).into_owned())
}

/// The manual page, for `man -l -`.
pub fn manual() -> Result<Outcome, Failure> {
    let mut page = Vec::new();
    let command = Cli::command();
    let rendered = clap_mangen::Man::new(command.clone()).render(&mut page);
    let rendered = rendered.and_then(|()| subcommands(command, &mut page));
    rendered.map_err(|error| Failure::new(format!("cannot write the manual page: {error}")))?;
    Ok(Outcome::document(String::from_utf8_lossy(&page).into_owned()))
}

/// The options of each command, in the one page.
fn subcommands(mut command: clap::Command, page: &mut Vec<u8>) -> std::io::Result<()> {
    command.build();
    for subcommand in command.get_subcommands().filter(|subcommand| subcommand.get_name() != "help") {
        let name = subcommand.get_name().to_uppercase();
        page.extend_from_slice(format!(".SH \"COMMAND {name}\"\n").as_bytes());
        let own = subcommand.clone().mut_args(|argument| {
            let is_global = argument.is_global_set();
            argument.hide(is_global)
        });
        let manual = clap_mangen::Man::new(own);
        manual.render_synopsis_section(page)?;
        manual.render_description_section(page)?;
        manual.render_options_section(page)?;
    }
    Ok(())
}
