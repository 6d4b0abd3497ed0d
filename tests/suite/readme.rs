//! The README shows what the program prints.

use std::process::Command;

use crate::{expect_file, repository};

#[test]
fn the_output_in_the_readme_is_real() {
    let path = repository("README.md");
    let readme = std::fs::read_to_string(&path).expect("the README can be read");
    let command = "```text\n$ copydesk fixtures/readme/draft.md\n";
    let (before, rest) = readme.split_once(command).expect("the README shows a run");
    let (_, after) = rest.split_once("```\n").expect("the shown run ends");
    let run = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["check", "--no-config", "--color", "never", "fixtures/readme/draft.md"])
        .current_dir(repository("."))
        .output()
        .expect("the program runs");
    let shown = String::from_utf8_lossy(&run.stdout);
    expect_file(&path, &format!("{before}{command}{shown}```\n{after}"));
}
