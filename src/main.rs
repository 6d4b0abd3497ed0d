//! The `copydesk` program: hands over to [`copydesk::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    copydesk::cli::main()
}
