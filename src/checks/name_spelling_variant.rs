//! A name spelled two ways, in one article or across a publication.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use super::name_mentions::{self, Name};
use super::name_pairs;
use crate::lint::{Applicability, Example, Fact, Head, Level, Lint, Run, Verdicts};
use crate::text::Span;

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "name-spelling-variant",
        category: "naming",
        level: Level::Warn,
        mqm: "terminology/inconsistent-use-of-terminology",
        since: "0.1.0",
        preview: false,
        summary: "a name that is spelled two ways",
        why: "Translation spells a foreign name anew in every sentence (`Zaytsev`, `Zaitsev`, `Zaysev`), and people \
              mistype long names. A reader cannot tell whether one person is meant or two. The finding stands at the \
              rarer spelling and shows the other; which of them is right, only the desk knows. \
              Put the names you use often into `[names]` of `copydesk.toml`.\n\n\
              Compared are capitalised words that are no common words. Spellings that differ as transliterations do \
              (y/i, kh/h, ts/c, w/v, accents, doubled letters, a hyphen) are enough; anything further must be a long name that \
              no list knows, or have the same word beside it. Two given names before it, or two surnames after it, mean \
              two people.",
        examples: const {
            &[
                Example::fixed(
                    "Mark Esper spoke first. Later Mark {{Espar}} was asked about it, and Mark Esper did not answer.",
                    "Mark Esper spoke first. Later Mark Esper was asked about it, and Mark Esper did not answer.",
                ),
                Example::bad("The town of Khomutovo was hit at night. People from {{Homutovo}} fled south."),
                Example::bad("Kimi Räikkönen won, but {{Raikkonen}} said nothing, as Räikkönen often does."),
                Example::bad(
                    "The Ukroboronprom plant works again. The director of {{Ukroboronrom}} thanked the crew.",
                ),
                Example::bad(
                    "Nobody at Nato objected. The head of {{NATO}} was told, and Nato officials agreed.",
                ),
                Example::bad("The Yamaso-cho office closed. In the spring {{Yamasocho}} had no mayor."),
                Example::bad(
                    "Dmytro Kovalenko spoke for the crew. At noon {{Dmitry}} Kovalenko left, and Dmytro Kovalenko did not return.",
                ),
                Example::bad(
                    "Roberta Metsonen opened the session. Later {{Meconen}} took no questions, and Metsonen left.",
                ),
                Example::ok("Dmytro Kovalenko spoke for Ukraine, Dmitry Sokolov for the bank."),
                Example::ok("The engineer Josh Tardle made a game, and called it Tordle."),
                Example::ok("Prints of the Nambu Torano-o hung beside prints of Torano."),
                Example::ok("De-icing comes first. Without Deicing nothing flies."),
                Example::ok("Andrei Zuev and Andrey Charyshkin shared the prize."),
                Example::ok("Natalia Orlova, and later Dmitry Orlov, spoke for the family."),
                Example::ok(
                    "Russia and the Russians, Kazakhstan and a Kazakhstani minister, Khabarovsk and its Khabarovsky Krai.",
                ),
                Example::ok(
                    "Miller met Muller, and Preston met Peston of the same firm; Anderson and Andersen did not come.",
                ),
                Example::ok("They've seen it, They're gone. MOSCOW MAYOR SPEAKS. In Moscow nobody listened."),
                Example::ok(
                    "Vava’u lies in Tonga. From Vava'u a boat goes to the main island; Vava'u has one harbour.",
                ),
                Example::ok("Setting and Sitting were the titles of the two chapters."),
            ]
        },
    },
    Run::Across { collect: |document, _| name_mentions::collect(document, "name-spelling-variant"), judge },
);

fn judge(facts: &[&Fact], verdicts: &mut Verdicts<'_>) {
    let names: Vec<Name<'_>> = facts.iter().map(|&fact| Name { fact }).collect();
    let mut said = HashSet::new();
    let mut start = 0;
    for article in names.chunk_by(|a, b| a.fact.source == b.fact.source) {
        within(article, start, &mut said, verdicts);
        start += article.len();
    }
    if start > names.iter().take_while(|n| n.fact.source == names[0].fact.source).count() {
        across(&names, &said, verdicts);
    }
}

/// Compares the names of one article; `start` is the index of its first one.
fn within(names: &[Name<'_>], start: usize, said: &mut HashSet<usize>, verdicts: &mut Verdicts<'_>) {
    let mut better: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    // The spelling to keep: the most frequent, then the one that a list knows, then the first.
    let rank = |i: usize| (names[i].count(), name_pairs::is_known(names[i].plain()), usize::MAX - i);
    for (i, j) in name_pairs::candidates(names) {
        if name_pairs::same_name(names[i], names[j]) {
            let (rare, usual) = if rank(i) < rank(j) { (i, j) } else { (j, i) };
            better.entry(rare).or_default().push(usual);
        }
    }
    let spans: Vec<Span> = better.keys().map(|&rare| names[rare].fact.span).collect();
    for (rare, mut others) in better {
        said.insert(start + rare);
        let rare = names[rare];
        // Of `Hermann-Wick` and its first half, the whole is the name.
        if spans.iter().any(|span| *span != rare.fact.span && span.contains(rare.fact.span)) {
            continue;
        }
        others.sort_unstable_by_key(|&i| Reverse(rank(i)));
        report(rare, others.into_iter().map(|i| names[i]), verdicts);
    }
}

/// Reports a spelling with the others of the same name in its article, the one to keep first.
fn report<'f>(rare: Name<'f>, others: impl Iterator<Item = Name<'f>>, verdicts: &mut Verdicts<'_>) {
    let mut others = others.peekable();
    let Some(&usual) = others.peek() else { return };
    let message = format!("`{}` is spelled `{}` elsewhere in this article", rare.text(), usual.text());
    let others =
        others.map(|other| (other.fact.at(other.fact.span), format!("spelled `{}` here", other.text())));
    let again = rare.places().skip(1).map(|span| (rare.fact.at(span), "and again here".to_owned()));
    let fix = Some((usual.text().to_owned(), Applicability::Manual));
    verdicts.add(rare.fact, message, others.chain(again), fix);
}

/// One spelling beside one neighbour, in the whole publication.
struct Usage {
    /// The first fact that has it.
    first: usize,
    articles: usize,
}

/// Compares full names across articles: a name is a spelling and the word before or after it.
fn across(names: &[Name<'_>], said: &HashSet<usize>, verdicts: &mut Verdicts<'_>) {
    let mut usages: HashMap<(bool, &str, &str), Usage> = HashMap::new();
    for (i, name) in names.iter().enumerate() {
        for (side, neighbour) in neighbours(*name) {
            let usage =
                usages.entry((side, neighbour, name.text())).or_insert(Usage { first: i, articles: 0 });
            usage.articles += 1;
        }
    }
    let mut list: Vec<_> = usages.iter().map(|(key, usage)| (*key, usage)).collect();
    list.sort_unstable_by_key(|(key, _)| *key);
    let keys = list.iter().enumerate().map(|(n, ((side, neighbour, _), usage))| {
        ((*side, *neighbour, name_pairs::key(names[usage.first])), n)
    });
    let mut better: HashMap<(bool, &str, &str), &Usage> = HashMap::new();
    for (m, n) in name_pairs::pairs_by_key(keys.collect()) {
        let rank = |n: usize| (list[n].1.articles, usize::MAX - list[n].1.first);
        let (rare, usual) = if rank(m) < rank(n) { (m, n) } else { (n, m) };
        if name_pairs::same_full_name(names[list[rare].1.first], names[list[usual].1.first]) {
            let best = better.entry(list[rare].0).or_insert(list[usual].1);
            if list[usual].1.articles > best.articles {
                *best = list[usual].1;
            }
        }
    }
    for (i, name) in names.iter().enumerate().filter(|(i, _)| !said.contains(i)) {
        let Some(usage) = neighbours(*name).find_map(|(side, word)| better.get(&(side, word, name.text())))
        else {
            continue;
        };
        let usual = names[usage.first];
        if usual.fact.source == name.fact.source || usage.first == i {
            continue;
        }
        let in_others = match usage.articles {
            1 => "another article".to_owned(),
            n => format!("{n} other articles"),
        };
        let message = format!("`{}` is spelled `{}` in {in_others}", name.text(), usual.text());
        let label = (usual.fact.at(usual.fact.span), format!("spelled `{}` here", usual.text()));
        let fix = Some((usual.text().to_owned(), Applicability::Manual));
        verdicts.add(name.fact, message, [label], fix);
    }
}

/// The telling words beside a name, and on which side they stand.
fn neighbours<'f>(name: Name<'f>) -> impl Iterator<Item = (bool, &'f str)> {
    let before = name.before().map(|word| (true, word));
    before.chain(name.after().map(|word| (false, word))).filter(|(_, word)| !name_pairs::is_common(word))
}
