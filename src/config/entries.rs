//! The tables of `copydesk.toml` whose keys are the user's: read in the order of the file, with the place of each.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use toml::Spanned;

use super::file::{Entry, Lints, Names};
use crate::lint::Level;

impl<'de> Deserialize<'de> for Lints {
    fn deserialize<D: Deserializer<'de>>(toml: D) -> Result<Self, D::Error> {
        toml.deserialize_map(Ordered(PhantomData)).map(Self)
    }
}

impl<'de> Deserialize<'de> for Names {
    fn deserialize<D: Deserializer<'de>>(toml: D) -> Result<Self, D::Error> {
        let named: Vec<(Spanned<String>, OneOrMore)> = toml.deserialize_map(Ordered(PhantomData))?;
        Ok(Self(named.into_iter().map(|(name, variants)| (name, variants.0)).collect()))
    }
}

/// Collects the pairs of a table.
struct Ordered<V>(PhantomData<V>);

impl<'de, V: Deserialize<'de>> Visitor<'de> for Ordered<V> {
    type Value = Vec<(Spanned<String>, V)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
        let mut pairs = Vec::new();
        while let Some(pair) = map.next_entry::<Spanned<String>, V>()? {
            pairs.push(pair);
        }
        // The reader sorts keys by name.
        pairs.sort_by_key(|(key, _)| key.span().start);
        Ok(pairs)
    }
}

/// A string, or a list of strings.
struct OneOrMore(Vec<Spanned<String>>);

impl<'de> Deserialize<'de> for OneOrMore {
    fn deserialize<D: Deserializer<'de>>(toml: D) -> Result<Self, D::Error> {
        Spanned::<Strings>::deserialize(toml).map(|s| {
            let place = s.span();
            match s.into_inner() {
                Strings::One(one) => Self(vec![Spanned::new(place, one)]),
                Strings::More(more) => Self(more),
            }
        })
    }
}

enum Strings {
    One(String),
    More(Vec<Spanned<String>>),
}

impl<'de> Deserialize<'de> for Strings {
    fn deserialize<D: Deserializer<'de>>(toml: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Strings;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a list of strings")
            }

            fn visit_str<E>(self, one: &str) -> Result<Strings, E> {
                Ok(Strings::One(one.to_owned()))
            }

            fn visit_seq<S: SeqAccess<'de>>(self, mut list: S) -> Result<Strings, S::Error> {
                let mut more = Vec::new();
                while let Some(one) = list.next_element()? {
                    more.push(one);
                }
                Ok(Strings::More(more))
            }
        }
        toml.deserialize_any(Either)
    }
}

/// The long form of an entry.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    level: Level,
    #[serde(default)]
    priority: i64,
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(toml: D) -> Result<Self, D::Error> {
        struct Either;
        impl<'de> Visitor<'de> for Either {
            type Value = Entry;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a level, or a table of `level` and `priority`")
            }

            fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<Entry, E> {
                let word: StrDeserializer<'_, E> = word.into_deserializer();
                Ok(Entry { level: Level::deserialize(word)?, priority: 0 })
            }

            fn visit_map<M: MapAccess<'de>>(self, map: M) -> Result<Entry, M::Error> {
                let Table { level, priority } = Table::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Entry { level, priority })
            }
        }
        toml.deserialize_any(Either)
    }
}
