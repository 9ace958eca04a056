//! Beside `thiserror`: it makes `Display` and the sources for your logs, errbook makes what the client may read.
//!
//! Below 500 the client reads `Display`. From 500 up it reads the title or the `message`, never `Display` and never a
//! source, so a password in the text of an I/O error stays in the log.
//!
//! ```text
//! cargo run -p errbook-examples --bin with_thiserror
//! ```

use std::error::Error;
use std::io;

use errbook::{ApiError, Reply};

/// Why an upload is not kept.
#[derive(Debug, thiserror::Error, ApiError)]
enum UploadError {
    /// The file is larger than the plan allows.
    #[error("the file has {size} bytes, and the plan allows {limit}")]
    #[api(status = 413, code = "TooLarge")]
    TooLarge {
        /// Of the file, in bytes.
        #[api(detail)]
        size: u64,
        /// Of the plan, in bytes.
        #[api(detail)]
        limit: u64,
    },

    /// The disk did not take the file: the client reads the title.
    #[error("cannot write the file: {0}")]
    #[api(status = 500, code = "Storage")]
    Storage(#[from] io::Error),

    /// The virus scanner did not answer: the client reads the message.
    #[error("no answer from the scanner at {address}")]
    #[api(status = 503, code = "ScannerDown", message = "files cannot be checked at the moment")]
    ScannerDown {
        /// Where it runs; no `detail`, so no client learns it.
        address: &'static str,
        /// What the connection says.
        #[source]
        cause: io::Error,
    },
}

/// A disk that is always full.
fn write() -> Result<(), UploadError> {
    Err(io::Error::other("smb://backup:hunter2@10.0.0.7/uploads is full"))?;
    Ok(())
}

fn main() {
    println!("# Uploads that failed");
    let refused = io::Error::other("connection refused");
    for error in [
        UploadError::TooLarge { size: 7_340_032, limit: 5_242_880 },
        write().expect_err("the disk is full"),
        UploadError::ScannerDown { address: "10.0.0.9:3310", cause: refused },
    ] {
        println!("\n## {}\n", error.code());
        println!("The client reads:\n\n```json\n{}\n```\n", Reply::new(&error));
        println!("The log has:\n\n```text\n{error}");
        let mut cause = error.source();
        while let Some(source) = cause {
            println!("  caused by: {source}");
            cause = source.source();
        }
        println!("```");
    }
}
