//! Rewriting a file so that nobody ever sees half of it.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::text;
use crate::intake::Charset;

/// Puts `after` in the place of `before`: into a temporary file in the same folder, which is then renamed. A file
/// that no longer holds `before` is left alone. A symbolic link stays one; the file it leads to is replaced.
/// The error says why nothing was written.
pub fn replace(path: &Path, before: &[u8], after: &[u8], charset: Charset) -> Result<(), String> {
    let path = fs::canonicalize(path).map_err(words)?;
    let about = fs::metadata(&path).map_err(words)?;
    if about.permissions().readonly() {
        return Err("it may not be written to".to_owned());
    }
    let folder = path.parent().unwrap_or(Path::new("."));
    let mut temporary = tempfile::Builder::new()
        .prefix(".copydesk-")
        .tempfile_in(folder)
        .map_err(|e| format!("its folder takes no file: {}", words(e)))?;
    let file = temporary.as_file_mut();
    file.write_all(after).map_err(words)?;
    file.set_permissions(about.permissions()).map_err(words)?;
    file.sync_all().map_err(words)?;
    // As late as can be, so that nothing that was saved meanwhile is lost.
    let now = fs::read(&path).map_err(words)?;
    if now != before {
        let same = charset.reads_alike(&now, before);
        return Err(match same {
            true => format!("its bytes are not those that {} writes for its text", charset.name()),
            false => "it has changed since it was read".to_owned(),
        });
    }
    temporary.persist(&path).map_err(|e| words(e.error))?;
    Ok(())
}

fn words(error: io::Error) -> String {
    text::why(&error)
}
