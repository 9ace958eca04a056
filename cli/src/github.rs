//! Commands of a workflow of GitHub, which shows them beside a file of a pull request.

/// An annotation of a file. `command` is `error`, `warning` or `notice`.
pub fn annotation(command: &str, file: &str, title: &str, message: &str) -> String {
    format!("::{command} file={},title={}::{}\n", property(file), property(title), data(message))
}

/// The text of a command, which ends with its line.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The value of a property of a command.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::annotation;

    #[test]
    fn no_text_begins_a_command() {
        assert_eq!(
            annotation("error", "a,b:c", "t", "50%\n::error::x"),
            "::error file=a%2Cb%3Ac,title=t::50%25%0A::error::x\n"
        );
    }
}
