//! The menu of a website, left in the text as a run of short lines.

use crate::document::{Block, BlockKind, Document, Zone};
use crate::lint::{Applicability, Draft, Example, Head, Level, Lint, Report, Run};

pub(super) static LINT: Lint = Lint::new(
    Head {
        id: "site-menu",
        category: "boilerplate",
        level: Level::Warn,
        mqm: "accuracy/addition",
        since: "0.1.0",
        preview: false,
        summary: "the menu of a website, copied along with the article",
        why: "`Home`, `News`, `Sign in`, `Contact us`, line by line: the navigation of the page that the text was taken \
              from. It is no part of the article. Delete the lines.\n\n\
              A run counts when at least four of its lines are names of a closed list, and at least two of \
              them are such as only a website has (`Sign in`, `RSS`, `About us`). So a list of subjects, `Health`, \
              `Education`, `Transport`, is left alone. The names are those of the menus of news sites and blogs.",
        examples: EXAMPLES,
    },
    Run::Document(check),
);

const EXAMPLES: &[Example] = &[
    Example::fixed(
        "The ferry runs again from Monday.\n\n{{Home\nNews\nSports\nSign in\nSubscribe}}\n\nIt takes an hour.",
        "The ferry runs again from Monday.\n\nIt takes an hour.",
    ),
    Example::fixed(
        "The ferry runs again from Monday.\n\n* {{About us\n* Contact us\n* Careers\n* RSS}}\n",
        "The ferry runs again from Monday.\n",
    ),
    Example::ok("The budget rises for\n\n* Health\n* Education\n* Transportation\n* Culture\n* Travel\n"),
    Example::ok("The town has\n\n* Home\n* News\n* Sign in\n"),
    Example::ok("It runs on\n\n* Facebook\n* Twitter\n* Instagram\n* WhatsApp\n"),
    Example::fixed(
        "The ferry runs again from Monday.\n\n{{Home\nNews\nFerry shop\nSign in\nSubscribe}}\n\nIt takes an hour.",
        "The ferry runs again from Monday.\n\nIt takes an hour.",
    ),
    Example::ok("The page has four links:\n\n* Home, where all begins\n* Sign in\n* Search\n* About us\n"),
];

/// A shorter run may be a list of the article's own.
const FEWEST_LINES: usize = 4;
/// Of them so many are names that nothing but a website has.
const FEWEST_SITE: usize = 2;

fn check(document: &Document<'_>, report: &mut Report<'_>) {
    let blocks = document.blocks();
    let mut first = 0;
    while first < blocks.len() {
        let (last, mut names) = run(document, first);
        names.sort_unstable();
        names.dedup();
        let site = names.iter().filter(|n| SITE.contains(&n.as_str())).count();
        if names.len() >= FEWEST_LINES && site >= FEWEST_SITE {
            report.add(menu(document, first, last));
        }
        first = last + 1;
    }
}

/// The last block of the run of menu lines that begins at `first`, and its names. One short line in between may be
/// unknown: every site has some names of its own.
fn run(document: &Document<'_>, first: usize) -> (usize, Vec<String>) {
    let blocks = document.blocks();
    let (mut last, mut names, mut unknown) = (first, Vec::new(), false);
    for (i, block) in blocks.iter().enumerate().skip(first).take_while(|(_, b)| is_short_line(b)) {
        match entry(document, block) {
            Some(name) => {
                names.push(name);
                (last, unknown) = (i, false);
            }
            None if unknown || names.is_empty() => break,
            None => unknown = true,
        }
    }
    (last, names)
}

/// The finding for the menu in blocks `first..=last`.
fn menu(document: &Document<'_>, first: usize, last: usize) -> Draft {
    let blocks = document.blocks();
    let span = blocks[first].prose.cover(blocks[last].prose);
    let extent = document.blocks_extent(first, last);
    let lines = last - first + 1;
    Draft::new(
        span,
        format!("the menu of a website: {lines} lines from `{}`", document.slice(blocks[first].prose)),
    )
    .fix_source("delete the menu", Applicability::Unsafe, [(extent, String::new())])
}

/// Whether a block can be a line of a menu.
fn is_short_line(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem)
        && !matches!(block.zone, Zone::Headline | Zone::Standfirst)
        && block.prose.len() <= LONGEST
        && !block.tokens.is_empty()
}

/// The name of a menu that a block consists of, in small letters.
fn entry(document: &Document<'_>, block: &Block) -> Option<String> {
    let text = document.slice(block.prose);
    let name = text.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    (SITE.contains(&name.as_str()) || SUBJECTS.contains(&name.as_str())).then_some(name)
}

/// No name of a menu is longer, in bytes.
const LONGEST: usize = 28;

/// What nothing but a website has.
#[rustfmt::skip]
const SITE: &[&str] = &[
    "about me", "about us", "advertise", "advertise with us", "all sections", "careers", "classifieds",
    "community guidelines", "contact", "contact us", "cookie policy", "disclaimers", "donate", "email newsletters",
    "featured content", "follow us", "home", "home page", "horoscopes", "latest news", "letters to the editor",
    "log in", "log out", "login", "logout", "media kit", "mobile apps", "my account", "obituaries", "privacy policy",
    "register", "rss", "rss feeds", "sections", "sign in", "sign out", "sign up", "site index", "site map", "sitemap",
    "submit", "subscribe", "terms & conditions", "terms and conditions", "terms of service", "terms of use",
    "trending", "tweet", "work with us",
];

/// What a website has as well, beside what others have.
#[rustfmt::skip]
const SUBJECTS: &[&str] = &[
    "about", "accessibility", "account", "africa", "americas", "apps", "archive", "archives", "art & design", "arts",
    "arts & entertainment", "asia", "australia", "autos", "back", "blog", "blogs", "books", "business", "cars",
    "cartoons", "categories", "celebrity", "close", "columnists", "comics", "comment", "commentary", "comments",
    "community", "connect", "cookies", "corrections", "cricket", "crime", "crossword", "crosswords", "culture",
    "dating", "deutsch", "disclaimer", "economy", "editorial", "editorials", "education", "email", "english",
    "entertainment", "environment", "español", "europe", "events", "explore", "facebook", "faq", "fashion",
    "featured", "features", "feedback", "film", "finance", "follow", "food", "food & drink", "football", "forums",
    "français", "galleries", "gallery", "games", "golf", "health", "health & fitness", "help", "history",
    "home & garden", "images", "instagram", "international", "investigations", "jobs", "latest", "legal", "letters",
    "lifestyle", "linkedin", "local", "local news", "magazine", "markets", "media", "menu", "middle east", "mobile",
    "money", "more", "movies", "multimedia", "music", "nation", "national", "navigation", "news", "newsletter",
    "newsletters", "next", "opinion", "opinions", "parenting", "partners", "pets", "photography", "photos",
    "pinterest", "podcast", "podcasts", "politics", "popular", "press", "press releases", "previous", "print",
    "privacy", "puzzles", "real estate", "recipes", "reddit", "research", "resources", "reviews", "science", "search",
    "security", "settings", "share", "shop", "shopping", "special reports", "sport", "sports", "staff", "store",
    "style", "support", "tags", "tech", "technology", "telegram", "television", "tennis", "terms", "theater",
    "tiktok", "tools", "topics", "transportation", "travel", "tumblr", "tv", "twitter", "uk", "us", "video", "videos",
    "weather", "whatsapp", "world", "world news", "youtube",
];
