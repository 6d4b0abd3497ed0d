//! A currency sign behind its amount.

use super::number_text::{glued_before, zeros};
use crate::document::Document;
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Span};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "currency-after-amount",
        category: "numbers",
        level: Level::Warn,
        mqm: "locale-convention/currency-format",
        since: "0.1.0",
        preview: false,
        summary: "a currency sign behind the amount",
        why: "Most European languages write the sign behind the amount (`249 €`); English writes it before: `€249`.",
        examples: const {
            &[
                Example::fixed("The phone costs {{249€}} in Spain.", "The phone costs €249 in Spain."),
                Example::fixed("They paid {{5 million €}} for it.", "They paid €5 million for it."),
                Example::fixed("A ticket is {{100-200 $}} there.", "A ticket is $100-200 there."),
                Example::ok("He had ten notes: 5 $20 bills and 5 €10 notes."),
                Example::ok("It costs €249, or US$270."),
                Example::bad("The fee is {{8,50 €}} a month."),
            ]
        },
    },
    Run::Document(check),
);

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let tokens = document.tokens();
    for (i, sign) in tokens.iter().enumerate().skip(1).filter(|(_, t)| t.is(Flags::MARK)) {
        let mark = document.slice(sign.span);
        if !matches!(mark, "€" | "$" | "£" | "₽" | "₴" | "¥") {
            continue;
        }
        let next = tokens.get(i + 1).filter(|t| !t.is(Flags::SPACE_BEFORE));
        if next.is_some_and(|t| t.is(Flags::NUMBER.and(Flags::WORD))) {
            continue;
        }
        let Some(amount) = amount_before(document, i) else { continue };
        let written = document.slice(amount);
        let span = amount.cover(sign.span);
        let message = format!("English writes the sign first: `{mark}{written}`");
        let plain = !written.contains(',') || crate::checks::number_text::Decimal::read(written).is_some();
        let applicability = if plain { Applicability::Safe } else { Applicability::Manual };
        report.add(Draft::new(span, message).replace(format!("{mark}{written}"), applicability));
    }
}

/// The amount that ends right before token `sign`: a number or a range, with its scale word. `None` if there is none,
/// or if it has a sign of its own.
fn amount_before(document: &Document<'_>, sign: usize) -> Option<Span> {
    let tokens = document.tokens();
    let mut last = sign.checked_sub(1)?;
    let block = &document.blocks()[document.block_of_token(sign)];
    if zeros(document.token_text(last)).is_some() && tokens[sign].is(Flags::SPACE_BEFORE) {
        last = last.checked_sub(1)?;
    }
    if !tokens[last].is(Flags::NUMBER) || !block.tokens.contains(&last) {
        return None;
    }
    let mut first = last;
    if glued_before(document, first) {
        let dash = matches!(document.token_text(first - 1), "-" | "–");
        first = first
            .checked_sub(2)
            .filter(|&f| dash && tokens[f].is(Flags::NUMBER) && block.tokens.contains(&f))?;
    }
    let before = first.checked_sub(1).filter(|b| block.tokens.contains(b)).map(|b| document.token_text(b));
    let signed =
        before.is_some_and(|b| matches!(b, "€" | "$" | "£" | "¥" | "₽" | "₴" | "#" | "=" | "+" | "*"));
    (!signed).then(|| tokens[first].span.cover(tokens[sign - 1].span))
}
