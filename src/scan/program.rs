//! What the lint files become: flat tables that the scanner runs, and that the digest holds.

use serde::{Deserialize, Serialize};

use super::sequences::{Sequence, Sequences, Target};
use super::trie::{Node, Slot, Symbol, Trie};
use crate::document::{Date, Zone};
use crate::lint::{Applicability, Level};
use crate::text::column::{AnyColumn, Column, Columns};
use crate::text::{Flags, Text, Vocabulary, WordId};

/// All patterns of a catalogue.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Program {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) trie: Trie,
    /// Per word id, what a token with that word may set off; see [`STARTS`], [`TRIGGERS`].
    #[serde(skip)]
    pub(crate) roles: Column<u8>,
    /// Flags of tokens at which a phrase may start by a built-in class.
    pub(crate) start_flags: u16,
    pub(crate) classes: Vec<Class>,
    pub(crate) sequences: Sequences,
    pub(crate) rows: Vec<Row>,
    pub(crate) regexes: Vec<Regex>,
    /// (word, index into `regexes`), sorted by word.
    pub(crate) triggers: Vec<(WordId, u32)>,
    pub(crate) tables: Vec<Table>,
    pub(crate) densities: Vec<Density>,
    /// The sets of phrases that conditions name, each by the node of the trie below which its phrases are.
    pub(crate) sets: Vec<Node>,
}

/// A phrase of a row may start with this word.
pub(crate) const STARTS: u8 = 1;
/// A regex cannot match without this word (or one of its other triggers).
pub(crate) const TRIGGERS: u8 = 2;
/// Some regex cannot match without this word, or one of others like it.
pub(crate) const NEEDED: u8 = 8;
/// A class with which phrases of rows start may start with this word.
pub(crate) const STARTS_CLASS: u8 = 4;

/// One `[[match]]`, or one table row of it where the table row has keys of its own.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Row {
    pub(crate) lint: u32,
    pub(crate) level: Option<Level>,
    pub(crate) message: Text,
    pub(crate) replace: Vec<Text>,
    pub(crate) fix: Option<Applicability>,
    pub(crate) delete: Delete,
    pub(crate) note: Option<Text>,
    pub(crate) gloss: Option<Text>,
    pub(crate) source: Option<Text>,
    pub(crate) language: Option<Text>,
    /// The phrases or the regex, as written: for `explain`.
    pub(crate) shown: Vec<Text>,
    /// Bit set of [`Zone`]s in which it applies.
    pub(crate) zones: u16,
    pub(crate) quotes: Quotes,
    /// Bit set of [`Anchor`]s, all of which must hold.
    pub(crate) anchors: u16,
    pub(crate) variety: Vec<Text>,
    /// Silence the row if anything in any of them holds: those of the match, and those of the table row.
    pub(crate) unless: Vec<Conditions>,
    /// Must all hold.
    pub(crate) only: Vec<Conditions>,
    pub(crate) since: Option<Date>,
    pub(crate) until: Option<Date>,
}

/// What a fix takes out whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Delete {
    #[default]
    Nothing,
    Sentence,
    Block,
}

/// How a row stands to direct quotations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Quotes {
    #[default]
    Any,
    Skip,
    Only,
}

/// Where in its block, sentence or article a match must stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[repr(u16)]
pub(crate) enum Anchor {
    Line = 1,
    BlockStart = 1 << 1,
    BlockEnd = 1 << 2,
    SentenceStart = 1 << 3,
    SentenceEnd = 1 << 4,
    FirstBlock = 1 << 5,
    LastBlock = 1 << 6,
    Head = 1 << 7,
    Tail = 1 << 8,
}

/// The bit of a zone in [`Row::zones`].
pub(crate) fn zone_bit(zone: Zone) -> u16 {
    1 << zone as u8
}

/// Conditions of a row; each number names a set of phrases.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Conditions {
    pub(crate) here: Option<u32>,
    pub(crate) before: Option<u32>,
    pub(crate) after: Option<u32>,
    pub(crate) sentence: Option<u32>,
    pub(crate) paragraph: Option<u32>,
    pub(crate) article: Option<u32>,
    pub(crate) past_year: bool,
    pub(crate) name_before: bool,
    pub(crate) name_after: bool,
}

/// A regex row.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Regex {
    pub(crate) row: u32,
    pub(crate) pattern: Text,
    /// Has nothing it cannot match without: it runs on every block.
    pub(crate) slow: bool,
    /// Pieces of text one of which every match contains, where no whole word gates it.
    pub(crate) pieces: Vec<Text>,
    /// Of each of these lists, every match contains a word or a mark; each is sorted.
    pub(crate) needs: Vec<Vec<WordId>>,
    /// Of each of these lists, every match contains a piece of text, in capitals or small letters.
    pub(crate) fragments: Vec<Vec<Fragment>>,
    /// Every match begins its block with one of these words; sorted, and empty if there is no telling.
    pub(crate) opens: Vec<WordId>,
}

/// A larger automaton, in bytes, is not built: the limit of the `regex` crate.
pub(crate) const LARGEST_REGEX: usize = 10 << 20;

/// A piece of text that a regex cannot match without.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Fragment {
    pub(crate) text: Text,
    /// Where in it a byte is that few texts have many of: it is the one to look for.
    pub(crate) rarest: u8,
}

impl Fragment {
    pub(crate) fn new(text: &str) -> Self {
        // The first of the rarest bytes will do.
        let rarest = (0..=u8::MAX).zip(text.bytes()).max_by_key(|(i, b)| (Self::rank(*b), u8::MAX - i));
        let rarest = rarest.map_or(0, |(i, _)| i);
        Self { text: text.to_owned().into(), rarest }
    }

    /// How rare a byte is, from 0 for a space; what is no letter is rarer than any.
    pub(crate) fn rank(byte: u8) -> usize {
        COMMONEST.iter().position(|c| *c == byte.to_ascii_lowercase()).unwrap_or(COMMONEST.len())
    }
}

/// The letters of English, the commonest first, after a space.
const COMMONEST: &[u8] = b" etaoinsrhldcumfpgwybvkxjqz";

/// A lint that speaks once about many rows.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Density {
    pub(crate) lint: u32,
    /// A category or lint id; `None` means the lint's own rows.
    pub(crate) of: Option<Text>,
    pub(crate) distinct: u32,
    pub(crate) message: Text,
}

/// A table of `lints/data`, for templates and for linked columns.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Table {
    pub(crate) name: Text,
    pub(crate) columns: Vec<Text>,
    /// Per column, the table whose rows its values name.
    pub(crate) links: Vec<Option<u32>>,
    /// The column by which rows are named.
    pub(crate) key: Option<u32>,
    /// Rows of cells; a cell is a list of values, empty where the row has none.
    pub(crate) rows: Vec<Vec<Vec<Text>>>,
    /// Conditions that rows have of their own.
    pub(crate) conditions: Vec<TableConditions>,
}

/// Conditions that stand in a table row.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct TableConditions {
    pub(crate) row: u32,
    pub(crate) unless: Option<Conditions>,
    pub(crate) only: Option<Conditions>,
}

impl Table {
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c == name)
    }

    pub(crate) fn row_of(&self, key: &str) -> Option<usize> {
        let column = self.key? as usize;
        self.rows.iter().position(|row| row[column].iter().any(|v| v == key))
    }
}

/// The values of a column of a row; with `rest`, those of that column in the rows that the values name.
pub(crate) fn values(
    tables: &[Table],
    table: u32,
    row: u32,
    column: &str,
    rest: Option<&str>,
) -> Vec<String> {
    let here = &tables[table as usize];
    let Some(at) = here.column(column) else { return Vec::new() };
    let cell = &here.rows[row as usize][at];
    let Some(rest) = rest else { return cell.iter().map(|v| v.to_string()).collect() };
    let Some(linked) = here.links[at] else { return Vec::new() };
    let (head, rest) = rest.split_once('.').map_or((rest, None), |(h, r)| (h, Some(r)));
    let rows = cell.iter().filter_map(|key| tables[linked as usize].row_of(key));
    rows.flat_map(|r| values(tables, linked, r as u32, head, rest)).collect()
}

/// A word class.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub(crate) struct Class {
    pub(crate) name: Text,
    pub(crate) kind: ClassKind,
    /// The table whose rows its members are.
    pub(crate) table: Option<u32>,
    /// Words with which a member may start.
    pub(crate) first: Vec<WordId>,
}

/// How a class is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum ClassKind {
    /// Its members are in the trie below this node.
    Members(Node),
    /// A number in digits, or one of the words in `first`.
    Number,
    /// Four digits from 1000 to 2199.
    Year,
    /// One to five words with a capital.
    Name,
    /// Two to six capitals.
    Acronym,
    /// Any word.
    Word,
    /// A word with a capital.
    Capital,
    /// A word without a capital.
    Small,
    /// `25th`, or one of the words in `first`.
    Ordinal,
}

impl ClassKind {
    /// Flags of the tokens at which a member may start; `None` if only known words start one.
    pub(crate) fn start_flags(self) -> Option<Flags> {
        match self {
            Self::Members(_) => None,
            Self::Number | Self::Year => Some(Flags::NUMBER),
            Self::Name | Self::Capital => Some(Flags::CAPITAL),
            Self::Acronym => Some(Flags::UPPER),
            Self::Ordinal => Some(Flags::MIXED),
            Self::Word | Self::Small => Some(Flags::WORD),
        }
    }
}

impl Program {
    /// Marks what a word may set off.
    pub(crate) fn set_role(&mut self, word: WordId, role: u8) {
        let roles = self.roles.to_mut();
        if roles.len() <= word.0 as usize {
            roles.resize(word.0 as usize + 1, 0);
        }
        roles[word.0 as usize] |= role;
    }

    /// What a word may set off.
    pub(crate) fn roles(&self, word: WordId) -> u8 {
        self.roles.get(word.0 as usize).copied().unwrap_or(0)
    }

    /// Adds a sequence to the trie, below the root or below its class.
    pub(crate) fn add_sequence(&mut self, symbols: &[Symbol], sequence: Sequence) {
        let index = self.sequences.len() as u32;
        let from = match sequence.target {
            Target::Member(class) => {
                if let Some(Symbol::Word(word)) = symbols.first() {
                    self.classes[class as usize].first.push(*word);
                }
                match self.classes[class as usize].kind {
                    ClassKind::Members(node) => node,
                    _ => return,
                }
            }
            Target::Row(_) => {
                self.start_flags |= self.open_start(symbols.first()).0;
                Trie::ROOT
            }
            Target::Set(set) => self.sets[set as usize],
        };
        self.sequences.push(sequence);
        self.trie.insert(from, symbols, index);
    }

    /// Makes sure that the scanner looks at every token with which a phrase of a row may start. Returns the flags of those
    /// tokens that are told by what they look like.
    fn open_start(&mut self, first: Option<&Symbol>) -> Flags {
        match first {
            Some(&Symbol::Word(word)) => self.set_role(word, STARTS),
            Some(&Symbol::Slot(Slot::Class(class))) => {
                let class = &self.classes[class as usize];
                let flags = class.kind.start_flags();
                for word in class.first.clone() {
                    self.set_role(word, STARTS_CLASS);
                }
                return flags.unwrap_or_default();
            }
            Some(Symbol::Slot(Slot::Gap(..))) | None => {}
        }
        Flags::default()
    }
}

impl Columns for Program {
    fn columns(&mut self, each: &mut dyn FnMut(AnyColumn<'_>)) {
        self.vocabulary.columns(each);
        self.trie.columns(each);
        self.sequences.columns(each);
        each(AnyColumn::Bytes(&mut self.roles));
    }
}
