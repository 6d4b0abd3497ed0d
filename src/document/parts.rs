//! Articles that were put together from parts: the title, the excerpt and the body of a post.

use super::build::Builder;
use super::model::BlockKind;
use super::shortcodes;
use super::state::State;
use super::walk::Walker;
use super::zone::Zone;
use crate::source::{Format, Role};

/// Reads the parts of the source one by one.
pub(super) fn read(builder: &mut Builder<'_>) {
    let source = builder.source();
    let has_headline = source.parts().iter().any(|part| part.role == Role::Headline);
    let bodies = source.parts().iter().filter(|part| part.role == Role::Body);
    builder.skip_holes(bodies.flat_map(|part| shortcodes::find(source.text(), part.span)).collect());
    for part in source.parts() {
        let (kind, zone) = match part.role {
            Role::Headline => (BlockKind::Field, Zone::Headline),
            Role::Standfirst => (BlockKind::Field, Zone::Standfirst),
            Role::Body => (BlockKind::Paragraph, Zone::Body),
        };
        if part.format == Format::Html {
            let mut walker = Walker::new();
            walker.outside = State::of(kind, zone);
            // A post has its title: an `<h1>` in the body is a heading like any other.
            walker.headline = has_headline;
            walker.loose = part.loose;
            walker.blocks(builder, part.span.range());
        } else {
            builder.open(kind, zone);
            builder.text(part.span);
            builder.close(part.span);
        }
    }
}
