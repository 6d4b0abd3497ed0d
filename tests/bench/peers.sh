#!/usr/bin/env bash
# copydesk beside typos, rumdl, proselint and harper on the same Markdown, one core each, in one run.
#
#   tests/bench/peers.sh FOLDER        a folder of Markdown files (a blog's content folder, say)
#
# The peers are installed into a scratch folder ($COPYDESK_PEERS, else a folder below $TMPDIR): typos, rumdl and proselint from
# PyPI, hyperfine and harper from crates.io. harper-cli is not on crates.io, so its library is driven by the few lines below.
# Slow peers read a part of the files; every figure is a rate, and the table gives ratios of medians.
set -euo pipefail
folder=$(realpath "${1:?a folder of Markdown files}")
repo=$(cd "$(dirname "$0")/../.." && pwd)
scratch=${COPYDESK_PEERS:-${TMPDIR:-/tmp}/copydesk-peers}
mkdir -p "$scratch"

install_peers() {
  [ -x "$scratch/venv/bin/typos" ] || {
    python3 -m venv "$scratch/venv"
    "$scratch/venv/bin/pip" install -q typos==1.* rumdl proselint
  }
  command -v hyperfine >/dev/null || [ -x "$scratch/bin/hyperfine" ] || cargo install -q --locked hyperfine@1.20.0 --root "$scratch"
  [ -x "$scratch/harper/target/release/harper" ] || {
    mkdir -p "$scratch/harper/src"
    cat >"$scratch/harper/Cargo.toml" <<'T'
[package]
name = "harper"
version = "0.0.0"
edition = "2024"
[dependencies]
harper-core = "2"
[workspace]
T
    cat >"$scratch/harper/src/main.rs" <<'T'
use harper_core::linting::{LintGroup, Linter};
use harper_core::spell::FstDictionary;
use harper_core::{Dialect, Document};
fn main() {
    let mut linter = LintGroup::new_curated(FstDictionary::curated(), Dialect::American);
    let lints: usize = std::env::args().skip(1).map(|path| {
        let text = std::fs::read_to_string(path).expect("a text file");
        linter.lint(&Document::new_markdown_default_curated(&text)).len()
    }).sum();
    println!("{lints}");
}
T
    (cd "$scratch/harper" && cargo build -q --release)
  }
}

install_peers
(cd "$repo" && cargo build -q --release)
PATH="$scratch/bin:$PATH"
mapfile -t all < <(find "$folder" -name '*.md' | sort)
some=("${all[@]:0:20}")
few=("${all[@]:0:4}")
bytes() { cat "$@" | wc -c; }
export RAYON_NUM_THREADS=1

measure() { # name, how many bytes, command…
  local name=$1 size=$2
  shift 2
  hyperfine -N -i --warmup 1 --min-runs 5 --style none --export-json "$scratch/run.json" "$*" >/dev/null 2>&1
  python3 - "$name" "$size" "$scratch/run.json" >>"$scratch/rates" <<'P'
import json, sys
name, size, path = sys.argv[1:]
print(name, int(size) / json.load(open(path))["results"][0]["median"] / 1e6, size, sep="\t")
P
}

: >"$scratch/rates"
measure copydesk "$(bytes "${all[@]}")" "$repo/target/release/copydesk" check -j 1 --format jsonl "${all[@]}"
measure typos "$(bytes "${all[@]}")" "$scratch/venv/bin/typos" --threads 1 --format brief --isolated "${all[@]}"
measure rumdl "$(bytes "${all[@]}")" "$scratch/venv/bin/rumdl" check --no-cache --isolated "${all[@]}"
measure proselint "$(bytes "${some[@]}")" "$scratch/venv/bin/proselint" check "${some[@]}"
measure harper-core "$(bytes "${few[@]}")" "$scratch/harper/target/release/harper" "${few[@]}"
python3 - "$scratch/rates" <<'P'
import sys
rows = [line.rstrip("\n").split("\t") for line in open(sys.argv[1])]
own = float(rows[0][1])
print("| tool | Markdown read | MB/s, one core | copydesk is |")
print("|---|--:|--:|--:|")
for name, rate, size in rows:
    rate = float(rate)
    print(f"| {name} | {int(size) / 1e6:.2f} MB | {rate:.2f} | {own / rate:.1f}x as fast |")
P
