//! The article as a whole: how much it reads like a machine's translation, and what its findings point to.
//!
//! Both are evidence for an editor, with a stated confidence, and never an error.

mod features;
mod model;

use crate::catalog::Catalog;
use crate::document::Document;
use crate::lint::Finding;

pub(crate) use features::Features;
pub(crate) use model::Model;

/// Categories whose findings are signs of a translation, and independent of each other.
const SIGNS: [&str; 7] = ["offices", "terms", "calques", "spun", "grammar", "pathology", "numbers"];

/// The fewest words of running text that are scored: rates of less say nothing.
pub const LEAST_WORDS: usize = 80;

/// Scores articles.
#[derive(Clone, Debug)]
pub(crate) struct Scorer {
    features: Features,
    model: Model,
}

impl Scorer {
    /// A scorer for documents that are read with the catalogue's vocabulary.
    pub(crate) fn new(catalog: &Catalog) -> Self {
        let features = Features::new(catalog.vocabulary());
        let model = Model::shipped(features.names());
        Self { features, model }
    }

    /// How much an article reads like machine translation beside human translation, from 0 to 1; `None` for one of
    /// fewer than [`LEAST_WORDS`] words. `signs` is the number of its findings that are signs of a translation.
    pub(crate) fn score(&self, document: &Document<'_>, signs: usize) -> Option<f32> {
        let (rates, words) = self.features.rates(document);
        (words >= LEAST_WORDS).then(|| self.model.score(&rates, signs as f32 * 1000.0 / words as f32))
    }
}

/// What an article is scored by: the name and the value of each feature. For training.
pub fn features(catalog: &Catalog, document: &Document<'_>) -> Vec<(String, f32)> {
    let features = Features::new(catalog.vocabulary());
    let (rates, _) = features.rates(document);
    features.names().iter().cloned().zip(rates).collect()
}

/// How many of the findings are signs of a translation, each place counted once.
pub fn signs(catalog: &Catalog, findings: &[Finding]) -> usize {
    let mut places: Vec<_> =
        findings.iter().filter(|f| is_sign(catalog, f)).map(|f| (f.span.start, f.span.end)).collect();
    places.sort_unstable();
    places.dedup();
    places.len()
}

fn is_sign(catalog: &Catalog, finding: &Finding) -> bool {
    catalog.category_of(&finding.lint).is_some_and(|c| SIGNS.contains(&c))
}

/// One careful sentence about an article, when at least three of its findings, of at least two lints, point one way: to a
/// translation, and from which language, if those that can tell agree.
pub fn note(catalog: &Catalog, findings: &[Finding]) -> Option<String> {
    let signals = signs(catalog, findings);
    let mut lints: Vec<&str> = findings.iter().filter(|f| is_sign(catalog, f)).map(|f| &*f.lint).collect();
    lints.sort_unstable();
    lints.dedup();
    if signals < 3 || lints.len() < 2 {
        return None;
    }
    let mut votes: Vec<(&str, usize)> = Vec::new();
    for finding in findings {
        let Some(language) = catalog.get(&finding.lint).and_then(|l| l.language.as_deref()) else { continue };
        match votes.iter_mut().find(|(l, _)| *l == language) {
            Some((_, count)) => *count += 1,
            None => votes.push((language, 1)),
        }
    }
    votes.sort_by_key(|(language, count)| (std::cmp::Reverse(*count), *language));
    let rival = votes.get(1).map_or(0, |v| v.1);
    let from = votes.first().filter(|(_, count)| *count >= 3 && *count > 2 * rival);
    Some(match from {
        Some((language, _)) => {
            format!("{signals} signals point to a translation from {}", language_name(language))
        }
        None => format!("{signals} signals point to a translation"),
    })
}

/// The English name of a language tag, or of the group of languages that a pack of calques speaks for.
fn language_name(tag: &str) -> &str {
    match tag.split('-').next().unwrap_or(tag) {
        "ar" => "Arabic, Persian or Turkish",
        "de" => "German",
        "es" => "a Romance language",
        "hi" => "Hindi",
        "id" => "a language of South-East Asia",
        "ja" => "Japanese or Korean",
        "ru" => "a Slavic language",
        "zh" => "Chinese",
        _ => tag,
    }
}
