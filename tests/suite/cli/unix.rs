//! Links, permissions, and files that change under the program's hands.

use std::os::unix::fs::PermissionsExt;

use super::*;

const BEFORE: &str = "The mill is shut at this point in time.\n";
const AFTER: &str = "The mill is shut now.\n";

fn desk() -> Scratch {
    let scratch = Scratch::new();
    scratch.copy("desk");
    scratch.write("a.txt", BEFORE);
    scratch
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[test]
fn permissions_stay() {
    let scratch = desk();
    std::fs::set_permissions(scratch.path("a.txt"), PermissionsExt::from_mode(0o751)).expect("ours");
    scratch.run(&["--fix", "a.txt"], b"");
    assert_eq!(text(&scratch.read("a.txt")), AFTER);
    assert_eq!(mode(&scratch.path("a.txt")), 0o751);
}

#[test]
fn a_link_stays_a_link() {
    let scratch = desk();
    std::fs::create_dir(scratch.path("links")).expect("a folder can be made");
    std::os::unix::fs::symlink("../a.txt", scratch.path("links/b.txt")).expect("a link can be made");
    let output = scratch.run(&["--fix", "links/b.txt", "a.txt"], b"");
    assert!(
        text(&output.stdout).ends_with("in 1 article (5 words); 1 fix applied\n"),
        "{}",
        text(&output.stdout)
    );
    assert!(scratch.path("links/b.txt").is_symlink());
    assert_eq!(text(&scratch.read("a.txt")), AFTER);
}

#[test]
fn what_may_not_be_written_is_left_alone() {
    let scratch = desk();
    std::fs::set_permissions(scratch.path("a.txt"), PermissionsExt::from_mode(0o444)).expect("ours");
    let output = scratch.run(&["--fix", "--format", "short", "a.txt"], b"");
    assert_eq!(text(&output.stderr), "error: `a.txt` is not fixed: it may not be written to\n");
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stdout).contains("long-now"), "what is not fixed is still shown");
    assert_eq!(text(&scratch.read("a.txt")), BEFORE);
    assert_eq!(files_named(&scratch, ".copydesk-"), 0);
}

/// A pipe in the place of the last article makes the program wait after it has read the first.
#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let scratch = desk();
    let made = Command::new("mkfifo").arg(scratch.path("b.txt")).status().expect("mkfifo runs");
    assert!(made.success());
    let mut command = scratch.copydesk(&["-j", "1", "--fix", "--format", "short", "a.txt", "b.txt"]);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let child = command.spawn().expect("the program starts");
    // Opening the pipe waits until the program opens it, and that is after it has read the file.
    let mut pipe = std::fs::OpenOptions::new().write(true).open(scratch.path("b.txt")).expect("a pipe");
    scratch.write("a.txt", "Saved meanwhile.\n");
    pipe.write_all(b"Nothing.\n").expect("the program reads the pipe");
    drop(pipe);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(text(&output.stderr), "error: `a.txt` is not fixed: it has changed since it was read\n");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(text(&scratch.read("a.txt")), "Saved meanwhile.\n");
    let left = files_named(&scratch, ".copydesk-");
    assert_eq!(left, 0, "no temporary file stays");
}

/// The files are large, so that writing one takes a while; the program is killed sooner or later while it writes.
#[test]
fn a_killed_program_leaves_the_old_file_or_the_new_one() {
    let long = format!("\n{}\n", "a".repeat(500_000));
    for milliseconds in [0, 2, 8] {
        let scratch = desk();
        let names = ["a.txt", "b.txt", "c.txt", "d.txt"];
        names.iter().for_each(|name| scratch.write(name, format!("{BEFORE}{long}")));
        let mut command = scratch.copydesk(&[&["-j", "1", "--fix"][..], &names].concat());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().expect("the program starts");
        let size = |name| std::fs::metadata(scratch.path(name)).map_or(0, |about| about.len());
        let whole = size("d.txt");
        let untouched = || files_named(&scratch, ".copydesk-") == 0 && size("a.txt") == whole;
        while untouched() && child.try_wait().expect("ours").is_none() {}
        std::thread::sleep(std::time::Duration::from_millis(milliseconds));
        child.kill().expect("it may be killed");
        child.wait().expect("it ends");
        for name in names {
            let now = scratch.read(name);
            let whole = [BEFORE, AFTER].iter().any(|text| now == format!("{text}{long}").as_bytes());
            assert!(whole, "{name} has {} bytes", now.len());
        }
    }
}

fn files_named(scratch: &Scratch, start: &str) -> usize {
    let entries = std::fs::read_dir(scratch.0.path()).expect("ours");
    entries.filter(|e| e.as_ref().expect("ours").file_name().to_string_lossy().starts_with(start)).count()
}

#[test]
fn a_file_that_may_not_be_read_is_told() {
    let scratch = desk();
    std::fs::set_permissions(scratch.path("a.txt"), PermissionsExt::from_mode(0o000)).expect("ours");
    if std::fs::read(scratch.path("a.txt")).is_ok() {
        return; // Whoever runs this test may read everything.
    }
    let output = scratch.run(&["--format", "short", "a.txt", "articles/harbour.txt"], b"");
    assert_eq!(text(&output.stderr), "error: cannot read `a.txt`: permission denied\n");
    assert!(text(&output.stdout).contains("articles/harbour.txt:3:1"));
    assert_eq!(output.status.code(), Some(2));
}

/// Output that is lost is no success.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let scratch = desk();
    for args in [&["a.txt"][..], &["lints"]] {
        let mut command = scratch.copydesk(args);
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
        command.stdin(Stdio::null()).stdout(full).stderr(Stdio::piped());
        let output = command.output().expect("the program ends");
        assert!(text(&output.stderr).starts_with("error: cannot write to standard output: "));
        assert_eq!(output.status.code(), Some(2));
    }
}

/// Names are shown as well as they can be, and a file is found again by its true name.
#[cfg(target_os = "linux")]
#[test]
fn names_that_are_not_text_do_no_harm() {
    use std::os::unix::ffi::OsStrExt;
    let scratch = desk();
    let name = std::ffi::OsStr::from_bytes(b"caf\xE9 \x1B[31m\n.txt");
    std::fs::create_dir(scratch.path("odd")).expect("a folder can be made");
    std::fs::write(scratch.path("odd").join(name), BEFORE).expect("Linux takes any name");
    let output = scratch.run(&["--fix", "--unsafe-fixes", "odd"], b"");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(std::fs::read_to_string(scratch.path("odd").join(name)).expect("it is there"), AFTER);
    let output = scratch.run(&["--diff", "odd"], b"");
    assert_eq!(text(&output.stdout), "");
}
