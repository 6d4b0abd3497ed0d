//! x
use super::{name_mentions, name_pairs};
use crate::lint::{Head, Level, Lint, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "name-spelling-variant",
        category: "naming",
        level: Level::Warn,
        mqm: "none",
        since: "0.1.0",
        preview: false,
        summary: "a name spelled two ways",
        why: "",
        examples: &[],
    },
    Run::Across {
        collect: |d, _| name_mentions::collect(d, "name-spelling-variant"),
        judge: |facts, v| {
            let names: Vec<_> = facts.iter().map(|fact| name_mentions::Name { fact }).collect();
            for (a, b) in name_pairs::candidates(&names) {
                let (a, b) = (names[a], names[b]);
                if name_pairs::same_name(a, b) {
                    v.add(
                        a.fact,
                        format!(
                            "{}\t{}\t{}\t{}\t{}\t{:?}\t{:?}",
                            super::name_key::distance(a.plain(), b.plain()),
                            a.text(),
                            b.text(),
                            a.count(),
                            b.count(),
                            a.fact.extra,
                            b.fact.extra
                        ),
                        [],
                        None,
                    );
                }
            }
        },
    },
);
