#!/usr/bin/env bash
# Cold start: whole processes on one small article, with the built-in catalogue and with 10,000 phrases of a user.
#
#   tests/bench/cold.sh
#
# Needs hyperfine. Quote the figures beside `true`, which is what starting any process costs on the machine.
set -euo pipefail
repo=$(cd "$(dirname "$0")/../.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
(cd "$repo" && cargo build -q --release)
copydesk=$repo/target/release/copydesk
cp "$repo/fixtures/seed/article.txt" "$scratch/article.txt"
mkdir -p "$scratch/house/lints/house"
python3 - "$scratch/house/lints/house" <<'P'
import random, sys
# Made-up phrases of real words: 20 lints of 500 phrases.
random.seed(7)
words = "market minister river season report border talks price garden signal paper council winter leader harbour street voice budget travel letter".split()
words += [a + b for a in words for b in ("ing", "ed", "er")]
for number in range(20):
    phrases = [" ".join(random.choices(words, k=random.randint(2, 5))) + f" {number}x{i}" for i in range(500)]
    rows = "\n".join(f'  {{ phrase = "{p}", source = "made up" }},' for p in phrases)
    open(f"{sys.argv[1]}/made-up-{number}.toml", "w").write(f'''summary = "made-up phrases"
level = "warn"
mqm = "style"
since = "0.1.0"
why = "A measure of loading."
match = [
{rows}
]
[defaults]
message = "`{{match}}` is made up"
[[example]]
bad = "Here is {{{{{phrases[0]}}}}} in a line."
''')
P
printf 'lint-paths = ["lints"]\n' >"$scratch/house/copydesk.toml"
cp "$scratch/article.txt" "$scratch/house/article.txt"
hyperfine -N -i --warmup 5 --min-runs 30 --style basic \
  -n true true \
  -n 'built-in catalogue' "$copydesk check $scratch/article.txt" \
  -n '10,000 phrases from a folder' "$copydesk check --config $scratch/house/copydesk.toml $scratch/house/article.txt"
