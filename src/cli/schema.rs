//! `schema`: the JSON Schemas of what copydesk reads and writes, for editors and for programs that read its output.

use super::Status;
use super::args::{ColorChoice, Schema, SchemaName};
use super::terminal::Terminal;

/// Prints a schema.
pub fn schema(args: &Schema) -> Status {
    let mut terminal = Terminal::new(ColorChoice::Never);
    terminal.print(match args.name {
        SchemaName::Lint => include_str!("../../docs/schema/lint.schema.json"),
        SchemaName::Data => include_str!("../../docs/schema/data.schema.json"),
        SchemaName::Config => include_str!("../../docs/schema/config.schema.json"),
        SchemaName::Json => include_str!("../../docs/schema/json.schema.json"),
        SchemaName::Jsonl => include_str!("../../docs/schema/jsonl.schema.json"),
    });
    terminal.end(Status::Fine)
}
