//! Logistic regression with an L2 penalty, by gradient descent on standardised rates; and the area under the curve.

use std::collections::HashMap;
use std::fmt::Write as _;

use crate::Sample;

/// How strongly large weights are held back. Chosen once; documents are few beside features.
const PENALTY: f64 = 0.01;
const ROUNDS: usize = 400;
const RATE: f64 = 0.5;
/// The same limit that the shipped model has.
const FARTHEST: f64 = 3.0;

/// Weights, and what the rates are standardised by.
pub(crate) struct Model {
    means: Vec<f64>,
    deviations: Vec<f64>,
    weights: Vec<f64>,
    intercept: f64,
}

impl Model {
    /// Fits a model; each class, and each language within it, weighs the same.
    pub(crate) fn train(samples: &[&Sample]) -> Self {
        let width = samples[0].values.len();
        let count = samples.len() as f64;
        let mean = |i: usize| samples.iter().map(|s| s.values[i]).sum::<f64>() / count;
        let means: Vec<f64> = (0..width).map(mean).collect();
        let deviation = |i: usize| {
            let sum: f64 = samples.iter().map(|s| (s.values[i] - means[i]).powi(2)).sum();
            (sum / count).sqrt().max(1e-6)
        };
        let deviations: Vec<f64> = (0..width).map(deviation).collect();
        let mut model = Self { weights: vec![0.0; width], intercept: 0.0, means, deviations };
        let rows: Vec<Vec<f64>> = samples.iter().map(|s| model.standard(&s.values)).collect();
        let shares = shares(samples);
        for _ in 0..ROUNDS {
            let mut gradient = vec![0.0; width];
            let mut intercept = 0.0;
            for ((sample, row), share) in samples.iter().zip(&rows).zip(&shares) {
                let error = (model.of_row(row) - f64::from(u8::from(sample.machine))) * share;
                intercept += error;
                gradient.iter_mut().zip(row).for_each(|(g, x)| *g += error * x);
            }
            for (weight, g) in model.weights.iter_mut().zip(gradient) {
                *weight -= RATE * (g + PENALTY * *weight);
            }
            model.intercept -= RATE * intercept;
        }
        model
    }

    fn standard(&self, values: &[f64]) -> Vec<f64> {
        let one = |i: usize| ((values[i] - self.means[i]) / self.deviations[i]).clamp(-FARTHEST, FARTHEST);
        (0..values.len()).map(one).collect()
    }

    fn of_row(&self, row: &[f64]) -> f64 {
        let sum: f64 = row.iter().zip(&self.weights).map(|(x, w)| x * w).sum();
        1.0 / (1.0 + (-(sum + self.intercept)).exp())
    }

    fn score(&self, sample: &Sample) -> f64 {
        self.of_row(&self.standard(&sample.values))
    }

    /// The table that copydesk ships.
    pub(crate) fn table(&self, names: &[String]) -> String {
        let mut table = format!("*intercept\t0\t1\t{:.4}\n", self.intercept);
        for (i, name) in names.iter().enumerate() {
            let (mean, deviation, weight) = (self.means[i], self.deviations[i], self.weights[i]);
            let _ = writeln!(table, "{name}\t{mean:.4}\t{deviation:.4}\t{weight:.4}");
        }
        table
    }
}

/// How much each sample counts, all together 1.
fn shares(samples: &[&Sample]) -> Vec<f64> {
    let mut groups: HashMap<(&str, bool), f64> = HashMap::new();
    for sample in samples {
        *groups.entry((&sample.language, sample.machine)).or_default() += 1.0;
    }
    let count = groups.len() as f64;
    samples.iter().map(|s| 1.0 / (count * groups[&(s.language.as_str(), s.machine)])).collect()
}

/// The chance that a machine's document scores above a person's (Mann and Whitney), ties one half.
pub(crate) fn auroc(model: &Model, samples: &[&Sample]) -> f64 {
    let scores = |machine: bool| {
        samples.iter().filter(move |s| s.machine == machine).map(|s| model.score(s)).collect::<Vec<_>>()
    };
    compare(&scores(true), &scores(false))
}

/// The same within pairs of translations of one document.
pub(crate) fn paired(model: &Model, samples: &[&Sample]) -> f64 {
    let mut documents: HashMap<&str, (Vec<f64>, Vec<f64>)> = HashMap::new();
    for sample in samples {
        let (machine, human) = documents.entry(&sample.document).or_default();
        (if sample.machine { machine } else { human }).push(model.score(sample));
    }
    let (mut sum, mut count) = (0.0, 0.0);
    for (machine, human) in documents.values().filter(|(m, h)| !m.is_empty() && !h.is_empty()) {
        let pairs = (machine.len() * human.len()) as f64;
        sum += compare(machine, human) * pairs;
        count += pairs;
    }
    sum / count
}

fn compare(above: &[f64], below: &[f64]) -> f64 {
    let one = |a: f64, b: f64| {
        if a > b {
            1.0
        } else if a == b {
            0.5
        } else {
            0.0
        }
    };
    let sum: f64 = above.iter().flat_map(|a| below.iter().map(move |b| one(*a, *b))).sum();
    sum / (above.len() * below.len()) as f64
}
