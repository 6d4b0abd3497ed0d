//! Generated lists are current.

use crate::{expect_file, repository};

/// `src/checks/mod.rs` names every file of its folder.
#[test]
fn every_check_is_listed() {
    let folder = repository("src/checks");
    let mut names: Vec<String> = std::fs::read_dir(&folder)
        .expect("src/checks can be read")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "rs"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|name| name != "mod")
        .collect();
    names.sort();
    let path = folder.join("mod.rs");
    let current = std::fs::read_to_string(&path).expect("src/checks/mod.rs can be read");
    let (head, _) = current.split_once("\nmod ").expect("src/checks/mod.rs lists its modules");
    let shared = |name: &String| {
        let text = std::fs::read_to_string(folder.join(format!("{name}.rs"))).unwrap_or_default();
        !text.contains("static LINT: Lint")
    };
    let modules: String = names.iter().map(|n| format!("mod {n};\n")).collect();
    let lints: String = names.iter().filter(|n| !shared(n)).map(|n| format!("    &{n}::LINT,\n")).collect();
    let list = format!(
        "{head}\n{modules}\n/// All lints written in Rust, by file name.\n\
         #[rustfmt::skip]\npub static ALL: &[&Lint] = &[\n{lints}];\n"
    );
    expect_file(&path, &list);
}
