//! Direct quotations: which words somebody else said.

use super::model::Document;

pub(super) fn find(_document: &mut Document<'_>) {}
