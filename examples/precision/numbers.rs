//! The arithmetic of measuring: how sure a share is, and what luck alone would reach.

/// The 95 % interval of a share by Wilson's method: sound also for few cases, and for all or none of them right.
/// Nothing read means that nothing is known: from 0 to 1.
pub(crate) fn wilson(right: u32, read: u32) -> (f64, f64) {
    const Z: f64 = 1.959_964;
    if read == 0 {
        return (0.0, 1.0);
    }
    let n = f64::from(read);
    let share = f64::from(right) / n;
    let scale = 1.0 + Z * Z / n;
    let middle = (share + Z * Z / (2.0 * n)) / scale;
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt() / scale;
    ((middle - half).max(0.0), (middle + half).min(1.0))
}

/// The chance that a finding of `length` bytes, laid anywhere in a text of `size` bytes, touches one of the marks.
pub(crate) fn chance(length: u32, marks: &[(u32, u32)], size: u32) -> f64 {
    let (size, length) = (i64::from(size), i64::from(length.clamp(1, size.max(1))));
    let places = size - length + 1;
    if places <= 0 {
        return 0.0;
    }
    // A finding that starts at p touches a mark [s, e) if s - length < p < e.
    let reach = |&(s, e): &(u32, u32)| ((i64::from(s) - length + 1).max(0), i64::from(e).min(places));
    let mut starts: Vec<(i64, i64)> = marks.iter().filter(|(s, e)| e > s).map(reach).collect();
    starts.sort_unstable();
    let (mut covered, mut end) = (0, 0);
    for (s, e) in starts {
        covered += (e - s.max(end)).max(0);
        end = end.max(e);
    }
    covered as f64 / places as f64
}

/// Whether a finding touches one of the marks; one without a length counts as the byte it stands before.
pub(crate) fn touches((start, end): (u32, u32), marks: &[(u32, u32)]) -> bool {
    marks.iter().any(|&(s, e)| start < e && end.max(start + 1) > s)
}
