//! Lint files made for measuring: phrases that look like those of real lints and are about as rare.

use copydesk::Source;
use copydesk::catalog::LintFile;

/// Lint files with about `phrases` phrases and `regexes` regexes. The phrases are runs of two to five words of the
/// articles; most have a word changed, so that they do not occur.
pub(crate) fn files(articles: &[Source], phrases: usize, regexes: usize) -> Vec<LintFile> {
    let words: Vec<&str> = articles
        .iter()
        .flat_map(|a| a.text().split_whitespace())
        .filter(|w| w.len() > 1 && w.chars().all(|c| c.is_ascii_alphabetic()))
        .collect();
    let mut random = Random(0x5EED);
    let mut rows = Vec::new();
    let long: Vec<&str> = words.iter().copied().filter(|w| w.len() >= 9).collect();
    for i in 0..phrases {
        let length = 2 + random.below(4);
        let start = random.below(words.len() - 6);
        let mut phrase: Vec<String> = words[start..start + length].iter().map(|w| w.to_lowercase()).collect();
        if i % 20 != 0 {
            let at = random.below(length);
            phrase[at] =
                format!("{}{}", words[random.below(words.len())].to_lowercase(), ["ly", "ing", "q"][i % 3]);
        }
        rows.push(format!("[[match]]\nphrase = \"{}\"\nreplace = \"better {i}\"\n", phrase.join(" ")));
    }
    for i in 0..regexes {
        let rare = long[random.below(long.len())].to_lowercase();
        let pattern = match i % 4 {
            0 => format!(r"(?i)\b{rare} \w+ly\b"),
            1 => format!(r"\b{rare}zz \d+"),
            2 => format!(r"(?i)\b(?:{rare}|{rare}x) (?:of|by) the \w+ing\b"),
            _ => format!(r"(?i)\bmost {rare}s? .{{0,20}} done\b"),
        };
        rows.push(format!("[[match]]\nregex = '{pattern}'\n"));
    }
    let head = "summary = \"made for measuring\"\nlevel = \"warn\"\nmqm = \"none\"\nsince = \"0.0.0\"\n\
                why = \"To see how fast it goes.\"\n[defaults]\nmessage = \"`{match}`\"\n";
    rows.chunks(100)
        .enumerate()
        .map(|(i, rows)| LintFile {
            path: format!("bench/bench-{i}.toml"),
            name: format!("bench-{i}.toml"),
            text: format!("{head}{}", rows.join("")),
        })
        .collect()
}

/// A linear congruential generator: the same catalogue in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}
