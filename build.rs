//! Digests the lint files at build time, with the very code that loads a user's lints at run time: the modules below
//! are those of the library.

#![allow(dead_code, unused_imports, reason = "the library's modules hold more than the digest needs")]

use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[path = "src/error.rs"]
mod error;
#[path = "src/source.rs"]
mod source;
#[path = "src/text/mod.rs"]
mod text;

#[path = "src/document"]
mod document {
    #[path = "day.rs"]
    mod day;
    #[path = "zone.rs"]
    mod zone;
    pub use day::Date;
    pub use zone::Zone;
}

#[path = "src/lint"]
mod lint {
    #[path = "example.rs"]
    mod example;
    #[path = "level.rs"]
    mod level;
    pub use example::Example;
    pub use level::{Applicability, Level};
}

#[path = "src/scan"]
mod scan {
    #[path = "program.rs"]
    pub mod program;
    #[path = "sequences.rs"]
    pub mod sequences;
    #[path = "trie.rs"]
    pub mod trie;
}

#[path = "src/catalog"]
mod catalog {
    #[path = "atoms.rs"]
    mod atoms;
    #[path = "check.rs"]
    mod check;
    #[path = "compile.rs"]
    pub mod compile;
    #[path = "digest.rs"]
    pub mod digest;
    #[path = "expand.rs"]
    mod expand;
    #[path = "file.rs"]
    pub mod file;
    #[path = "head.rs"]
    mod head;
    #[path = "inflect.rs"]
    mod inflect;
    #[path = "opening.rs"]
    mod opening;
    #[path = "parts.rs"]
    mod parts;
    #[path = "phrase.rs"]
    mod phrase;
    #[path = "rows.rs"]
    mod rows;
    #[path = "start.rs"]
    pub mod start;
    #[path = "tables.rs"]
    mod tables;
    #[path = "trigger.rs"]
    mod trigger;
    #[path = "words.rs"]
    mod words;
}

fn main() {
    println!("cargo::rerun-if-changed=lints");
    println!("cargo::rerun-if-changed=build.rs");
    for room in ["error.rs", "source.rs", "text", "document", "lint", "scan", "catalog"] {
        println!("cargo::rerun-if-changed=src/{room}");
    }
    let mut files = Vec::new();
    gather(Path::new("lints"), Path::new(""), &mut files);
    files.sort_by(|a, b| a.0.cmp(&b.0));
    let mut compiler = catalog::compile::Compiler::new(catalog::start::program(), Vec::new());
    compiler.add_files(&files);
    let (program, heads) = compiler.finish().unwrap_or_else(|errors| {
        for error in errors {
            println!("cargo::error={error}");
        }
        process::exit(1);
    });
    let bytes = catalog::digest::pack(program, &heads).expect("a program can be packed");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("catalog.bin"), bytes).expect("OUT_DIR can be written");
}

/// All `.toml` files below `folder`, by their path below `lints`.
fn gather(folder: &Path, below: &Path, files: &mut Vec<(String, catalog::file::File)>) {
    for entry in fs::read_dir(folder).expect("lints/ can be read") {
        let path = entry.expect("an entry of lints/ can be read").path();
        let name = below.join(path.file_name().unwrap_or_default());
        if path.is_dir() {
            gather(&path, &name, files);
        } else if path.extension().is_some_and(|e| e == "toml") {
            let text = fs::read_to_string(&path).expect("a lint file is UTF-8");
            let name = name.to_string_lossy().replace('\\', "/");
            let file = catalog::file::File { name: format!("lints/{name}").into(), text: text.into() };
            files.push((name, file));
        }
    }
}
