//! Rounds of fixing over a whole publication: what one article says may decide how another is mended, so all of
//! them are fixed, checked again and judged again together.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use super::super::desk::{About, Desk};
use super::super::origin::Origin;
use super::Publication;
use crate::fix;
use crate::intake::Charset;
use crate::lint::{Applicability, Fix};
use crate::linter::Outcome;
use crate::render::visible;
use crate::source::Source;

/// An article that has been fixed.
#[derive(Clone, Debug)]
pub struct Mended {
    /// Its file; `None` is standard input.
    pub path: Option<PathBuf>,
    /// The text as it was.
    pub before: Arc<Source>,
    /// The text as it is now.
    pub after: Arc<Source>,
    /// How its file is written.
    pub charset: Charset,
    /// How many fixes were applied.
    pub fixes: usize,
    member: usize,
}

/// What one round makes of one member.
struct Round {
    member: usize,
    before: Arc<Source>,
    after: Source,
    fixes: usize,
    outcome: Outcome,
}

impl Publication<'_> {
    /// Applies every fix that may be trusted at least as far as `least`, until none is left. Nothing is written, and
    /// records are left alone. The articles that changed come in the order of the publication.
    pub fn mend(&mut self, least: Applicability, desk: &mut Desk<'_>) -> Vec<Mended> {
        let mut mended: BTreeMap<usize, Mended> = BTreeMap::new();
        for _ in 0..fix::ROUNDS {
            let rounds: Vec<Round> =
                (0..self.members.len()).into_par_iter().filter_map(|i| self.round(i, least)).collect();
            if rounds.is_empty() {
                self.tell_refused(least, desk);
                return mended.into_values().collect();
            }
            for round in rounds {
                self.take(round, &mut mended);
            }
            self.judge();
        }
        self.tell_refused(least, desk);
        for one in mended.values() {
            if self.round(one.member, least).is_some() {
                let name = one.after.name();
                desk.terminal.note(&format!("fixes of `{name}` undo each other; some are left out"));
            }
        }
        mended.into_values().collect()
    }

    /// Applies the fixes of one member once; `None` if there is nothing to apply. A text that cannot be had again
    /// is reported when its findings are shown.
    fn round(&self, member: usize, least: Applicability) -> Option<Round> {
        let member_of = &self.members[member];
        let charset = member_of.text.charset();
        let chosen = self.findings(member_of).iter().filter_map(|finding| fix::chosen(finding, least));
        let fixes: Vec<&Fix> = chosen.filter(|fix| lacking(charset, fix).is_none()).collect();
        if fixes.is_empty() || member_of.text.origin.is_record() {
            return None;
        }
        let before = member_of.text.get(self.run).ok()?;
        let applied = fix::apply(before.text(), &fixes, least);
        let after = Source::new(before.name().clone(), applied.text, before.format()).ok()?;
        let map = charset.map(after.text());
        let after = after.in_file(map);
        if applied.applied.is_empty() || after.text() == before.text() {
            return None;
        }
        let outcome = self.linter.check(&after);
        Some(Round { member, before, after, fixes: applied.applied.len(), outcome })
    }

    fn take(&mut self, round: Round, mended: &mut BTreeMap<usize, Mended>) {
        let Round { member, before, after, fixes, outcome } = round;
        let after = Arc::new(after);
        let text = &mut self.members[member].text;
        let charset = text.charset();
        let path = if let Origin::File(path) = &text.origin { Some(path.clone()) } else { None };
        let one = mended.entry(member).or_insert(Mended {
            path,
            before,
            after: after.clone(),
            charset,
            fixes: 0,
            member,
        });
        one.after = after.clone();
        one.fixes += fixes;
        text.replace(after);
        self.members[member].about = About::new(&outcome);
        self.project.insert(outcome);
    }

    /// Says which fixes are left out because the file's encoding has no bytes for what they would write.
    fn tell_refused(&self, least: Applicability, desk: &mut Desk<'_>) {
        for member in self.members.iter().filter(|m| !m.text.origin.is_record()) {
            let charset = member.text.charset();
            let chosen = self.findings(member).iter().filter_map(|finding| fix::chosen(finding, least));
            for (fix, lack) in chosen.filter_map(|fix| Some((fix, lacking(charset, fix)?))) {
                let (name, title, encoding) = (member.text.name(), visible(&fix.title), charset.name());
                desk.terminal
                    .note(&format!("`{name}`: a fix is left out ({title}): {encoding} has no `{lack}`"));
            }
        }
    }

    /// Goes back to the text that an article had before it was fixed.
    pub fn restore(&mut self, mended: &Mended) {
        let outcome = self.linter.check(&mended.before);
        let member = &mut self.members[mended.member];
        member.text.replace(mended.before.clone());
        member.about = About::new(&outcome);
        self.project.insert(outcome);
    }
}

/// The first character that a fix would write and the encoding of the file lacks.
fn lacking(charset: Charset, fix: &Fix) -> Option<char> {
    fix.edits().iter().find_map(|edit| charset.lacks(&edit.new))
}
