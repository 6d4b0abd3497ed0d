//! A headline that says the same words twice.

use super::content_words::is_small;
use crate::document::{Document, Zone};
use crate::lint::{Draft, Example, Head, Level, Lint, Report, Run};
use crate::text::{Flags, Token};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "headline-repeated-word",
        category: "headline",
        level: Level::Warn,
        mqm: "style/awkward",
        since: "0.1.0",
        preview: false,
        summary: "a headline says the same words twice",
        why: "A headline has room for one `amid`. Two of them string circumstances together without saying how they bear on the \
              news: say which of them matters, and put the other into the text. And where the keywords of a search engine stand \
              before a headline that has them all, the reader is told everything twice: delete the keywords.\n\n\
              Reported are `amid`, `amidst` and `despite` where they stand twice, and headlines that say three or more of \
              the words before their colon again. \
              The pattern is that of translated and search-engine headlines; the headlines of 622 edited English \
              articles do not have it.",
        examples: const {
            &[
                Example::bad(
                    "Mayor Resigns {{Amid Budget Row Amid}} Council Vote\n\n\
                     The mayor stepped down on Monday. The vote is due next week.",
                ),
                Example::bad(
                    "Island Ferry Strike: Union Calls {{Strike At Island Ferry}} Line\n\n\
                     The union has called a strike. It begins on Monday.",
                ),
                Example::ok(
                    "Year after year after year, the river rises\n\nThe river rose again. It will rise more.",
                ),
                Example::ok("The mayor resigned amid a row, amid talk of a vote. The vote is due next week."),
                Example::ok(
                    "New year, new mayor, new bridge, old bridge, old mayor\n\nThe town counts. It is not much.",
                ),
                Example::ok(
                    "The mayor met the mayor of the next town\n\nThey met on Monday. Nobody knows why.",
                ),
            ]
        },
    },
    Run::Document(check),
);

/// What links a circumstance to the news.
const LINKS: &[&str] = &["amid", "amidst", "despite"];
/// How many different words must come again.
const AGAIN: usize = 3;
/// How many tokens keywords before a colon have at most.
const LONGEST: usize = 9;

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    for block in document.blocks().iter().filter(|b| b.zone == Zone::Headline) {
        let words: Vec<(usize, String)> = block
            .tokens
            .clone()
            .filter(|&i| is_word(&document.tokens()[i]))
            .map(|i| (i, document.token_text(i).to_lowercase()))
            .collect();
        for word in LINKS {
            let mut places = words.iter().filter(|(_, w)| w == word).map(|(i, _)| *i);
            if let (Some(first), Some(second)) = (places.next(), places.next()) {
                let span = document.tokens_span(first..second + 1);
                report.add(Draft::new(span, format!("`{word}` stands twice in the headline")));
            }
        }
        if let Some(draft) = said_again(document, &words) {
            report.add(draft);
        }
    }
}

fn is_word(token: &Token) -> bool {
    token.is(Flags::WORD) && !token.is(Flags::CLITIC.and(Flags::OPAQUE))
}

/// The keywords before a colon, if at least three of them come again in the headline behind it.
fn said_again(document: &Document<'_>, words: &[(usize, String)]) -> Option<Draft> {
    let first = words.first()?.0;
    let colon = (first..first + LONGEST).find(|&i| document.token_text(i) == ":")?;
    let (keywords, headline) = words.split_at(words.partition_point(|(i, _)| *i < colon));
    if !keywords.iter().all(|(i, _)| document.tokens()[*i].is(Flags::CAPITAL)) {
        return None;
    }
    let mut again: Vec<usize> = Vec::new();
    for (_, word) in keywords.iter().filter(|(_, word)| !is_small(word) && word.len() > 2) {
        again.extend(headline.iter().find(|(_, w)| w == word).map(|(i, _)| *i));
    }
    let (from, to) = (*again.iter().min()?, *again.iter().max()?);
    if again.len() < AGAIN || to - from > again.len() * 2 {
        return None;
    }
    let origin = document.tokens_span(first..colon);
    let message = format!("{} of the keywords before the colon come again", again.len());
    Some(Draft::new(document.tokens_span(from..to + 1), message).label(origin, "said here before"))
}
