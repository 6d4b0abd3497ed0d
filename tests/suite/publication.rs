//! What stands at the edges of many articles of a publication.

use copydesk::{Catalog, Config, Finding, Format, Level, Linter, Project, Source, fix, lint::Applicability};

const LINT: &str = "repeated-across-articles";

const FOOT: &str = "The opinions of our guests are their own and not those of the house.";

/// An article with a foot, different from others by its number.
fn article(number: usize, foot: &str) -> String {
    format!(
        "Story number {number}\n\nThe harbour of town {number} was closed for {number} hours on Monday.\n\n\
         Nobody there was hurt, said the {number} men of the crew.\n\n{foot}\n"
    )
}

fn judged(articles: &[String]) -> Vec<Finding> {
    let mut config = Config::default();
    config.set_level("all", Level::Allow);
    config.set_level(LINT, Level::Warn);
    let linter = Linter::new(Catalog::builtin(), config);
    let mut project = Project::new(&linter);
    for (i, text) in articles.iter().enumerate() {
        let source = Source::new(format!("{i:03}.txt"), text.as_str(), Format::Text);
        project.insert(linter.check(&source.expect("the text is short")));
    }
    project.findings()
}

#[test]
fn a_foot_of_five_articles_is_reported_in_each() {
    let articles: Vec<String> = (1..=5).map(|n| article(n, FOOT)).collect();
    let findings = judged(&articles);
    assert_eq!(findings.len(), 5);
    for (finding, text) in findings.iter().zip(&articles) {
        assert_eq!(finding.span.slice(text), FOOT);
        assert_eq!(finding.message, "this line begins or ends 4 other articles too");
        assert_eq!(finding.labels.len(), 1);
        assert_ne!(finding.labels[0].source, finding.source);
    }
}

#[test]
fn its_fix_deletes_the_line() {
    let articles: Vec<String> = (1..=5).map(|n| article(n, FOOT)).collect();
    let findings = judged(&articles);
    let fix = &findings[0].fixes[0];
    assert_eq!((fix.title.as_str(), fix.applicability), ("delete it", Applicability::Unsafe));
    let fixed = fix::apply(&articles[0], &[fix], Applicability::Unsafe).text;
    assert_eq!(fixed, article(1, "").trim_end().to_owned() + "\n");
}

#[test]
fn neighbouring_lines_are_one_finding() {
    let foot = format!("{FOOT}\n\nWrite to the desk at any time you like.");
    let findings = judged(&(1..=6).map(|n| article(n, &foot)).collect::<Vec<_>>());
    assert_eq!(findings.len(), 6);
    assert_eq!(findings[0].message, "these 2 lines begin or end 5 other articles too");
}

#[test]
fn four_articles_are_not_many() {
    assert_eq!(judged(&(1..=4).map(|n| article(n, FOOT)).collect::<Vec<_>>()), []);
}

#[test]
fn five_of_a_hundred_are_not_the_publication() {
    let foot =
        |n: usize| if n <= 5 { FOOT.to_owned() } else { format!("The end of story number {n} it is.") };
    assert_eq!(judged(&(1..=100).map(|n| article(n, &foot(n))).collect::<Vec<_>>()), []);
}

#[test]
fn versions_of_one_article_are_one_article() {
    let version = |n: usize| article(1, FOOT).replace("number 1", &format!("number {n}"));
    assert_eq!(judged(&(1..=9).map(version).collect::<Vec<_>>()), []);
}

#[test]
fn a_line_in_the_middle_of_long_articles_is_their_own() {
    let long = |n: usize| {
        let line = |m: usize| format!("Line {m} of story {n} tells of the harbour.\n\n");
        let half: String = (0..8).map(line).collect();
        format!("Story number {n}\n\n{half}{FOOT}\n\n{half}")
    };
    assert_eq!(judged(&(1..=8).map(long).collect::<Vec<_>>()), []);
}
