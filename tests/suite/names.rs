//! Names are compared within an article and across a publication.

use copydesk::{Catalog, Config, Format, Level, Linter, Project, Source};

const LINT: &str = "name-spelling-variant";

/// What the lint says about a publication: source, words, message.
fn said(articles: &[(&str, &str)]) -> Vec<(String, String, String)> {
    let mut config = Config::default();
    config.set_level("all", Level::Allow);
    config.set_level(LINT, Level::Warn);
    let linter = Linter::new(Catalog::builtin(), config);
    let mut project = Project::new(&linter);
    let mut texts = std::collections::HashMap::new();
    for (name, text) in articles {
        texts.insert(*name, *text);
        project.insert(linter.check(&Source::new(*name, *text, Format::Text).expect("the text is short")));
    }
    let findings = project.findings();
    findings
        .iter()
        .map(|f| (f.source.to_string(), f.span.slice(texts[&*f.source]).to_owned(), f.message.clone()))
        .collect()
}

#[test]
fn the_majority_of_articles_says_how_a_full_name_is_spelled() {
    let said = said(&[
        ("a", "The talks with Dmytro Kovalenskyy ended on Monday."),
        ("b", "In the evening Dmytro Kovalenskyy left the city."),
        ("c", "Nobody had told Dmytro Kovalenskiy about it."),
    ]);
    let found: Vec<(&str, &str)> = said.iter().map(|(s, w, _)| (&**s, &**w)).collect();
    assert_eq!(found, [("c", "Kovalenskiy")]);
    assert_eq!(said[0].2, "`Kovalenskiy` is spelled `Kovalenskyy` in 2 other articles");
}

#[test]
fn surnames_alone_are_not_compared_across_articles() {
    assert_eq!(said(&[("a", "The talks with Kovalenskyy ended."), ("b", "Later Kovalenskiy left.")]), []);
}

#[test]
fn two_people_in_two_articles_stay_two() {
    let articles =
        [("a", "The prize went to Dmytro Kovalenskyy."), ("b", "The prize went to Marta Kovalenskiy.")];
    assert_eq!(said(&articles), []);
}

#[test]
fn each_rare_spelling_is_reported_once_with_all_its_places() {
    let said = said(&[(
        "a",
        "At noon Kovalenskyy spoke. Then Kovalenskyy left. Only Kovalenskiy stayed, and with Kovalenskiy his \
         aide. For Kovalenskyy it was late.",
    )]);
    assert_eq!(said.len(), 1);
    assert_eq!(said[0].1, "Kovalenskiy");
}
