//! Names that the desk itself has settled: the `[names]` of its configuration.

use std::collections::HashMap;

use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "house-name",
        category: "naming",
        level: Level::Warn,
        mqm: "terminology/inconsistent-with-terminology-resource",
        since: "0.1.0",
        preview: false,
        summary: "a name that the house list spells otherwise",
        why: "`[names]` in `copydesk.toml` lists how names are written here and how they are not: \
              `\"Volodymyr Zelensky\" = [\"Vladimir Zelensky\", \"Volodymyr Zelenskyy\"]`. The list is the desk's own \
              decision, so that its fixes are safe. Without a list the lint says nothing.",
        examples: const { &[Example::ok("Without a house list, Kiev and Kyiv are both left alone.")] },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let names = &report.settings().names;
    if names.is_empty() {
        return;
    }
    // Variants by their first word, the longest first.
    let mut by_word: HashMap<&str, Vec<(&str, &str)>> = HashMap::new();
    for name in names {
        for variant in name.variants.iter().filter(|v| **v != name.canonical) {
            by_word.entry(first_word(variant)).or_default().push((variant, &name.canonical));
        }
    }
    for list in by_word.values_mut() {
        list.sort_by_key(|(variant, canonical)| (std::cmp::Reverse(variant.len()), *canonical));
    }
    let mut done = 0;
    for token in document.tokens().iter().filter(|t| t.is(Flags::WORD)) {
        if token.span.start < done {
            continue;
        }
        let Some(list) = by_word.get(document.slice(token.span)) else { continue };
        for (variant, canonical) in list {
            let span = Span::of(token.span.start, token.span.start + variant.len() as u32);
            if stands_at(document, span, variant) && !inside(document, span, variant, canonical) {
                done = span.end;
                let message = format!("the house list writes `{canonical}` for `{variant}`");
                report.add(Draft::new(span, message).replace(*canonical, Applicability::Safe));
                break;
            }
        }
    }
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    &text[..end]
}

/// Whether the prose has the variant there, and no letter goes on after it.
fn stands_at(document: &Document<'_>, span: Span, variant: &str) -> bool {
    document.slice(span) == variant
        && !document.prose()[span.end as usize..].starts_with(char::is_alphanumeric)
}

/// Whether the variant is here a part of the very form that is wanted: `Zelensky` in `Volodymyr Zelensky`.
fn inside(document: &Document<'_>, span: Span, variant: &str, canonical: &str) -> bool {
    canonical.match_indices(variant).any(|(at, _)| {
        let Some(start) = (span.start as usize).checked_sub(at) else { return false };
        document.prose().get(start..start + canonical.len()) == Some(canonical)
    })
}
