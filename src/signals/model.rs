//! A logistic regression: the weighted sum of how far each rate is from its mean, squeezed between 0 and 1.
//!
//! The weights stand in `weights.tsv`, written by `cargo run --release --example train_score`.

/// The shipped weights.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    /// Per feature: mean, scale (one over the standard deviation), weight.
    terms: Vec<(f32, f32, f32)>,
    signs: (f32, f32, f32),
    intercept: f32,
}

/// Name, mean, standard deviation and weight of each feature, a line each.
const WEIGHTS: &str = include_str!("weights.tsv");

/// How many standard deviations one rate may count for: a short text can be far out by chance.
const FARTHEST: f32 = 3.0;

impl Model {
    /// The shipped model, its terms in the order of `names`. A feature without a weight does not count.
    pub(crate) fn shipped(names: &[String]) -> Self {
        let rows: Vec<(&str, f32, f32, f32)> = WEIGHTS.lines().filter_map(row).collect();
        let of = |name: &str| {
            let found = rows.iter().find(|(n, ..)| *n == name);
            found.map_or((0.0, 0.0, 0.0), |&(_, mean, deviation, weight)| {
                (mean, 1.0 / deviation.max(1e-6), weight)
            })
        };
        let terms = names.iter().map(|name| of(name)).collect();
        Self { terms, signs: of("*signs"), intercept: of("*intercept").2 }
    }

    /// The score of an article with these rates, and with so many signs of translation for each thousand words.
    pub(crate) fn score(&self, rates: &[f32], signs: f32) -> f32 {
        let term = |value: f32, (mean, scale, weight): (f32, f32, f32)| {
            ((value - mean) * scale).clamp(-FARTHEST, FARTHEST) * weight
        };
        let sum: f32 = rates.iter().zip(&self.terms).map(|(&value, &t)| term(value, t)).sum();
        let score = 1.0 / (1.0 + (-(self.intercept + sum + term(signs, self.signs))).exp());
        // Three digits are more than it knows, and the same on every machine.
        (score * 1000.0).round() / 1000.0
    }
}

fn row(line: &str) -> Option<(&str, f32, f32, f32)> {
    let mut cells = line.split('\t');
    let name = cells.next()?;
    let mut number = || cells.next()?.parse().ok();
    Some((name, number()?, number()?, number()?))
}
