//! Plain text: each line a block, for now.

use super::build::Builder;
use super::model::BlockKind;
use super::zone::Zone;

pub(super) fn read(builder: &mut Builder<'_>) {
    let source = builder.source();
    for line in 0..source.lines().count() {
        let span = source.lines().line_span(line, source.text());
        builder.open(BlockKind::Paragraph, Zone::Body);
        builder.verbatim(span);
        builder.close(span);
    }
}
