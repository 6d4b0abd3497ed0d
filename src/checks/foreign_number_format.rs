//! A decimal comma, or a point between thousands.

use super::number_text::{counted, glued_before, zeros};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "foreign-number-format",
        category: "numbers",
        level: Level::Warn,
        mqm: "locale-convention/number-format",
        since: "0.1.0",
        preview: false,
        summary: "a decimal comma or a point between thousands",
        why: "Most of Europe and Latin America writes `8,5` for eight and a half and `75.000` for seventy-five \
              thousand. An English reader takes the first for a slip and the second for seventy-five.",
        examples: const {
            &[
                Example::fixed("The fund holds {{8,5 million}} euros.", "The fund holds 8.5 million euros."),
                Example::fixed("Prices rose by {{3,4%}} in May.", "Prices rose by 3.4% in May."),
                Example::fixed("More than {{75.000 people}} came.", "More than 75,000 people came."),
                Example::fixed("It has {{1.200.000}} inhabitants.", "It has 1,200,000 inhabitants."),
                Example::ok("The rod is 3.125 inches long and weighs 1.250 kilograms."),
                Example::ok("It has 1,200,000 inhabitants, 75,000 of them in 2,5 acres of parks."),
                Example::ok("Version 1.000.200 and address 10.000.000.001 stay as they are."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let numbers = document.census().numbers().map(|i| (i, document.tokens()[i]));
    for (i, token) in numbers.filter(|(_, t)| t.is(Flags::NUMBER)) {
        let text = document.slice(token.span);
        if is_grouped_by_points(text)
            && text.matches('.').count() > 1
            && !glued_before(document, i)
            && !is_version(document, i)
        {
            add(report, token.span, text, text.replace('.', ","));
        } else if is_decimal_comma(text) && percent_follows(document, i) {
            let sign = document.tokens()[i + 1].span;
            let span = token.span.cover(sign);
            let new = format!("{}{}", text.replace(',', "."), &document.slice(span)[text.len()..]);
            add(report, span, document.slice(span), new);
        }
    }
    for found in counted(document) {
        let new = if is_decimal_comma(found.number) && (zeros(found.word).is_some() || is_percent(found.word))
        {
            found.number.replace(',', ".")
        } else if is_grouped_by_points(found.number)
            && !found.number[4..].contains('.')
            && is_countable(found.word)
        {
            found.number.replace('.', ",")
        } else {
            continue;
        };
        // Of `per cent` only the number is at fault.
        let span = if found.word == "per" { document.tokens()[found.token].span } else { found.span };
        let written = document.slice(span);
        add(report, span, written, format!("{new}{}", &written[found.number.len()..]));
    }
}

fn add(report: &mut Report<'_>, span: Span, written: &str, new: String) {
    let message = format!("`{written}` is written `{new}` in English");
    report.add(Draft::new(span, message).replace(new, Applicability::Safe));
}

/// `8,5`, `12,75`: one comma, and not three digits behind it.
fn is_decimal_comma(text: &str) -> bool {
    let Some((whole, part)) = text.split_once(',') else { return false };
    (1..=3).contains(&whole.len())
        && (1..=2).contains(&part.len())
        && [whole, part].iter().all(|p| p.bytes().all(|b| b.is_ascii_digit()))
}

/// `75.000`, `1.200.000`: groups of three behind points. Versions and addresses have other groups, or too many.
fn is_grouped_by_points(text: &str) -> bool {
    let mut groups = text.split('.');
    let first = groups.next().unwrap_or_default();
    let count = text.matches('.').count();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && (1..=4).contains(&count)
        && groups.all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()))
        && (count > 1 || text.ends_with('0'))
}

/// Numbers with points that count nothing.
fn is_version(document: &Document<'_>, number: usize) -> bool {
    let before = number.checked_sub(1).map(|i| document.token_text(i)).unwrap_or_default();
    matches!(
        before.to_ascii_lowercase().as_str(),
        "version" | "v" | "release" | "firmware" | "address" | "ip" | "build" | "no"
    )
}

fn percent_follows(document: &Document<'_>, number: usize) -> bool {
    document.tokens().get(number + 1).is_some_and(|t| document.slice(t.span) == "%")
}

fn is_percent(word: &str) -> bool {
    matches!(word, "percent" | "per")
}

/// Things that come in thousands and never in fractions.
fn is_countable(word: &str) -> bool {
    matches!(
        word,
        "people"
            | "persons"
            | "inhabitants"
            | "residents"
            | "citizens"
            | "soldiers"
            | "troops"
            | "men"
            | "women"
            | "children"
            | "refugees"
            | "migrants"
            | "visitors"
            | "spectators"
            | "fans"
            | "students"
            | "workers"
            | "employees"
            | "jobs"
            | "cases"
            | "deaths"
            | "victims"
            | "voters"
            | "votes"
            | "tickets"
            | "copies"
            | "euros"
            | "dollars"
            | "pounds"
            | "crowns"
            | "roubles"
            | "rubles"
            | "hryvnias"
            | "zlotys"
            | "francs"
            | "homes"
            | "houses"
            | "households"
            | "families"
            | "cars"
            | "vehicles"
            | "passengers"
            | "patients"
            | "companies"
            | "members"
            | "participants"
            | "subscribers"
            | "followers"
            | "users"
            | "books"
            | "trees"
    )
}
