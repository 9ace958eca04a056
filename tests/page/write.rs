//! Writes the pages into a folder, to be looked at.

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("pages"), PathBuf::from);
    let time = pages::write(&folder)?;
    eprintln!("wrote the pages into {}; {} codes took {time:.2?}", folder.display(), pages::COUNT);
    Ok(())
}
