//! `checkstyle`: the XML of Checkstyle, which many build servers read.

use super::short::level_word;
use super::xml::escaped;
use super::{Article, Renderer, Sources, Summary, place};

pub(super) struct Checkstyle;

impl Renderer for Checkstyle {
    fn begin(&mut self, out: &mut String) {
        out.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n");
    }

    fn article(&mut self, article: &Article<'_>, _sources: &Sources<'_>, out: &mut String) {
        if article.findings.is_empty() {
            return;
        }
        out.push_str(&format!("  <file name=\"{}\">\n", escaped(&place::path(article.id))));
        for finding in article.findings {
            let at = article.source.line_column(finding.span.start);
            out.push_str(&format!(
                "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"copydesk.{}\"/>\n",
                at.line,
                at.column,
                level_word(finding.level),
                escaped(&finding.message),
                escaped(&finding.lint),
            ));
        }
        out.push_str("  </file>\n");
    }

    fn end(&mut self, _summary: &Summary, out: &mut String) {
        out.push_str("</checkstyle>\n");
    }
}
