//! Findings into text: one file a format, all over the same findings.
