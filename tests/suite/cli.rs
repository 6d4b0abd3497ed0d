//! The program as its users meet it: each file of `fixtures/cli` is one command line, what it starts from, and what
//! comes of it.
//!
//! A case is added by a file with `args` and what they need, then `cargo bless`, which writes everything from
//! `[expect]` on. It runs in a temporary folder with an empty environment.
//!
//! - `in = "desk"` copies `fixtures/projects/desk` there; `[files]` adds files as text, `[bytes]` as hex digits
//! - `stdin`, `env = { NO_COLOR = "1" }`, `folder` to start in
//! - `[expect]`: `status`, `stdout`, `stderr`; files that changed or came, `gone` for those that went

#[cfg(unix)]
mod unix;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde::Deserialize;

use crate::{expect_file, repository};

/// What a case starts from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    args: Vec<String>,
    #[serde(default)]
    stdin: String,
    #[serde(default)]
    env: BTreeMap<String, String>,
    #[serde(rename = "in")]
    project: Option<String>,
    #[serde(default)]
    folder: String,
    #[serde(default)]
    files: BTreeMap<String, String>,
    #[serde(default)]
    bytes: BTreeMap<String, String>,
    /// What is expected is compared as text, so that nothing in it can be overlooked.
    #[serde(rename = "expect")]
    _expect: Option<toml::Table>,
}

/// A folder of our own that goes away again.
pub(crate) struct Scratch(pub tempfile::TempDir);

impl Scratch {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().expect("a temporary folder can be made"))
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    /// Puts a file there, with the folders it needs.
    pub(crate) fn write(&self, below: &str, content: impl AsRef<[u8]>) {
        let path = self.path(below);
        std::fs::create_dir_all(path.parent().expect("a file has a folder")).expect("folders can be made");
        std::fs::write(path, content).expect("a file can be written");
    }

    pub(crate) fn read(&self, below: &str) -> Vec<u8> {
        std::fs::read(self.path(below)).expect("a file can be read")
    }

    /// Puts a project of `fixtures/projects` there.
    pub(crate) fn copy(&self, project: &str) {
        let from = repository("fixtures/projects").join(project);
        for (path, content) in files(&from) {
            self.write(&path, content);
        }
    }

    /// The program, about to start there with nothing in its environment.
    pub(crate) fn copydesk(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.args(args).current_dir(self.0.path()).env_clear().env("COLUMNS", "100");
        command
    }

    /// Runs the program there.
    pub(crate) fn run(&self, args: &[&str], stdin: &[u8]) -> Output {
        output(self.copydesk(args), stdin)
    }
}

/// Runs a command to its end.
fn output(mut command: Command, stdin: &[u8]) -> Output {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let mut pipe = child.stdin.take().expect("its standard input is a pipe");
    let stdin = stdin.to_owned();
    // A program that does not read its input closes the pipe early.
    let writer = std::thread::spawn(move || drop(pipe.write_all(&stdin)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the input is written");
    output
}

/// All files below a folder, by their paths with `/`.
fn files(root: &Path) -> BTreeMap<String, Vec<u8>> {
    fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in std::fs::read_dir(folder).expect("a folder can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                gather(root, &path, files);
            } else {
                let below =
                    path.strip_prefix(root).expect("it lies below").to_string_lossy().replace('\\', "/");
                files.insert(below, std::fs::read(&path).expect("a file can be read"));
            }
        }
    }
    let mut found = BTreeMap::new();
    gather(root, root, &mut found);
    found
}

/// The case with what came of it in the place of `[expect]`.
fn play(text: &str) -> String {
    let case: Case = toml::from_str(text).expect("a case is TOML");
    let scratch = Scratch::new();
    case.project.iter().for_each(|project| scratch.copy(project));
    case.files.iter().for_each(|(path, text)| scratch.write(path, text));
    for (path, hex) in &case.bytes {
        let bytes = hex.split_whitespace().map(|h| u8::from_str_radix(h, 16).expect("hex digits"));
        scratch.write(path, bytes.collect::<Vec<u8>>());
    }
    let before = files(scratch.0.path());
    let args: Vec<&str> = case.args.iter().map(String::as_str).collect();
    let mut command = scratch.copydesk(&args);
    command.envs(&case.env).current_dir(scratch.path(&case.folder));
    let output = output(command, case.stdin.as_bytes());
    let after = files(scratch.0.path());
    let given = text.split("\n[expect]\n").next().expect("a text has a first part").trim_end();
    format!("{given}\n\n{}", expectation(&output, &before, &after, &scratch))
}

fn expectation(
    output: &Output,
    before: &BTreeMap<String, Vec<u8>>,
    after: &BTreeMap<String, Vec<u8>>,
    scratch: &Scratch,
) -> String {
    let folder = scratch.0.path().to_string_lossy().into_owned();
    let real = scratch.0.path().canonicalize().expect("the folder is there").to_string_lossy().into_owned();
    let shown = |bytes: &[u8]| {
        let text = String::from_utf8_lossy(bytes).replace(&real, "[dir]").replace(&folder, "[dir]");
        literal(&text)
    };
    let status = output.status.code().expect("the program ends by itself");
    let (stdout, stderr) = (shown(&output.stdout), shown(&output.stderr));
    let mut out = format!("[expect]\nstatus = {status}\nstdout = {stdout}\nstderr = {stderr}\n");
    let gone: Vec<&String> = before.keys().filter(|path| !after.contains_key(*path)).collect();
    if !gone.is_empty() {
        out.push_str(&format!("gone = {gone:?}\n"));
    }
    let changed: Vec<_> = after.iter().filter(|(path, bytes)| before.get(*path) != Some(bytes)).collect();
    if !changed.is_empty() {
        out.push_str("\n[expect.files]\n");
    }
    for (path, bytes) in changed {
        out.push_str(&format!("{path:?} = {}\n", shown(bytes)));
    }
    out
}

/// A text as a TOML string that reads well.
fn literal(text: &str) -> String {
    let plain = text.chars().all(|c| c == '\n' || c == '\t' || !(c.is_control() || c == '\u{FEFF}'));
    match text {
        "" => "''".to_owned(),
        _ if plain && !text.contains("'''") && !text.ends_with('\'') => format!("'''\n{text}'''"),
        _ => toml::Value::String(text.to_owned()).to_string().replace('\u{FEFF}', "\\uFEFF"),
    }
}

#[test]
fn cases() {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(repository("fixtures/cli"))
        .expect("fixtures/cli can be read")
        .map(|entry| entry.expect("an entry can be read").path())
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    let played = std::thread::scope(|scope| {
        let play = |path: &PathBuf| play(&std::fs::read_to_string(path).expect("a case can be read"));
        let runs: Vec<_> = paths.iter().map(|path| scope.spawn(move || play(path))).collect();
        runs.into_iter().map(|run| run.join()).collect::<Vec<_>>()
    });
    let mut faults = Vec::new();
    for (path, played) in paths.iter().zip(played) {
        let compare = || expect_file(path, &played.expect("the case can be played"));
        let fault = std::panic::catch_unwind(std::panic::AssertUnwindSafe(compare));
        faults.extend(fault.err().map(|_| path.display().to_string()));
    }
    assert!(faults.is_empty(), "these cases have changed:\n{}", faults.join("\n"));
}

/// What was printed, as text.
#[track_caller]
fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("the program prints UTF-8")
}

/// Many small articles, every third with something to report.
fn many(scratch: &Scratch) {
    scratch.copy("desk");
    for i in 0..60 {
        let now = if i % 3 == 0 { "at this point in time" } else { "now" };
        scratch.write(&format!("many/{i}.md"), format!("# Report {i}\n\nThe mill is shut {now}.\n"));
    }
    let record = |i| format!("{{\"id\": \"r{i}\", \"text\": \"Nothing {i} at this point in time.\"}}\n");
    scratch.write("list.jsonl", (0..300).map(record).collect::<String>());
}

#[test]
fn threads_do_not_show() {
    let scratch = Scratch::new();
    many(&scratch);
    for format in ["pretty", "jsonl"] {
        for across in [&["--across"][..], &[]] {
            let run = |jobs| {
                let args = ["-j", jobs, "--format", format, "many", "list.jsonl", "gone.md"];
                scratch.run(&[&args[..], across].concat(), b"")
            };
            let (one, eight) = (run("1"), run("8"));
            assert_eq!(text(&one.stdout), text(&eight.stdout));
            assert_eq!(text(&one.stderr), text(&eight.stderr));
            assert_eq!(text(&one.stdout).matches("long-now").count(), 320);
            assert_eq!(one.status.code(), Some(2));
        }
    }
}

#[test]
fn a_reader_that_goes_away_is_no_mistake() {
    let scratch = Scratch::new();
    many(&scratch);
    // More than a pipe holds, so that the program cannot be done before the reader is gone.
    for args in [&["many", "list.jsonl"][..], &["--help"], &["lints"], &["completions", "zsh"]] {
        let mut command = scratch.copydesk(args);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(text(&output.stderr), "", "{args:?}");
        assert_eq!(output.status.code(), Some(0), "{args:?}");
    }
}

#[test]
fn one_very_long_line_is_read() {
    let scratch = Scratch::new();
    scratch.copy("desk");
    let mut line = "The mill is shut, and the inn is open. ".repeat(12_000);
    line.push_str("It is so at this point in time.");
    scratch.write("long.txt", &line);
    let output = scratch.run(&["long.txt", "--format", "short"], b"");
    let column = line.len() - "at this point in time.".len() + 1;
    assert!(text(&output.stdout).starts_with(&format!("long.txt:1:{column}: ")), "{}", text(&output.stdout));
}

/// Twenty thousand findings in one line. Nothing is timed, but what looks at all of the line for each of them makes this
/// test take minutes.
#[test]
fn the_last_of_many_findings_in_one_line_has_its_column() {
    let scratch = Scratch::new();
    scratch.copy("desk");
    let wrong = "Now at this point in time. ";
    scratch.write("long.txt", wrong.repeat(20_000));
    let output = scratch.run(&["long.txt", "--format", "short"], b"");
    let last = text(&output.stdout).lines().rfind(|line| line.starts_with("long.txt:"));
    let column = wrong.len() * 19_999 + "Now ".len() + 1;
    assert!(last.is_some_and(|line| line.starts_with(&format!("long.txt:1:{column}: "))), "{last:?}");
}

#[test]
fn completions_are_written_for_every_shell() {
    let scratch = Scratch::new();
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = scratch.run(&["completions", shell], b"");
        assert!(text(&output.stdout).contains("--stdin-filename"), "{shell}");
        assert_eq!(output.status.code(), Some(0));
    }
}

/// The file that `copydesk init` writes is a configuration also when every setting in it is switched on.
#[test]
fn every_setting_of_the_starter_can_be_switched_on() {
    let scratch = Scratch::new();
    let config = starter_switched_on(&scratch);
    assert_eq!(config.matches(" = ").count(), 17, "{config}");
    scratch.write("copydesk.toml", config);
    scratch.write("names.csv", "Kyiv,Kiev\n");
    scratch.run(&["new-lint", "long-now"], b"");
    scratch.write("content/a.md", "Nothing.\n");
    let output = scratch.run(&[], b"");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

/// What `copydesk init` writes, with its comments taken away from all settings.
pub(crate) fn starter_switched_on(scratch: &Scratch) -> String {
    scratch.run(&["init"], b"");
    let starter = String::from_utf8(scratch.read("copydesk.toml")).expect("it is text");
    // Settings of the file itself stand before its tables.
    let (tables, settings) = starter.split_once("before the first table").expect("there are two parts");
    let is_set = |line: &&str| {
        let key = line.split(" = ").next().unwrap_or_default();
        line.starts_with("# [") || line.contains(" = ") && key.matches(' ').count() == 1
    };
    let lines = settings.lines().chain(tables.lines()).filter(is_set);
    lines.map(|line| format!("{}\n", &line[2..])).collect()
}
