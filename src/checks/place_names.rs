//! Countries and cities that have been renamed, or that English has two names for.

/// A place with more than one name.
pub(super) struct Place {
    /// What it is called now, then what else it is called.
    pub(super) names: &'static [&'static str],
    /// Since which year the first name is the name; a sentence that names an earlier year may use the others.
    pub(super) since: u16,
    /// Words that show that another place, or an old one, is meant: where the article has one of them, nothing is said.
    pub(super) unless: &'static [&'static str],
    /// Why these are names of one place.
    pub(super) source: &'static str,
}

const fn place(names: &'static [&'static str], since: u16, source: &'static str) -> Place {
    Place { names, since, unless: &[], source }
}

/// Spellings of one name (`Kharkov`, `Kharkiv`) are the business of the lint for spellings.
#[rustfmt::skip]
pub(super) static PLACES: &[Place] = &[
    place(&["Myanmar", "Burma"], 1989, "the name at the United Nations since 1989"),
    place(&["Czechia", "Czech Republic"], 2016, "long and short name of one country; the short one was registered with the United Nations in 2016"),
    place(&["Türkiye", "Turkiye", "Turkey"], 2022, "the name at the United Nations since 2022"),
    place(&["Côte d'Ivoire", "Côte d’Ivoire", "Cote d'Ivoire", "Ivory Coast"], 1986, "the name at the United Nations since 1986"),
    place(&["Eswatini", "Swaziland"], 2018, "renamed in 2018"),
    Place {
        names: &["North Macedonia", "Macedonia"], since: 2019,
        unless: &["Greece", "Greek", "Thessaloniki", "Alexander", "ancient", "Bulgaria", "Ottoman", "Roman", "Yugoslavia"],
        source: "renamed in 2019 (Prespa agreement)",
    },
    place(&["Netherlands", "Holland"], 0, "Holland is a part of the country; the government has not used it for the whole since 2020"),
    place(&["Timor-Leste", "East Timor"], 2002, "the name at the United Nations since 2002"),
    place(&["Cabo Verde", "Cape Verde"], 2013, "the name at the United Nations since 2013"),
    place(&["Belarus", "Belorussia", "Byelorussia"], 1991, "the name at the United Nations since 1991"),
    Place {
        names: &["Moldova", "Moldavia"], since: 1991, unless: &["Romania", "Romanian", "principality", "Wallachia"],
        source: "the name at the United Nations since 1992; Moldavia is a region of Romania",
    },
    place(&["Kyrgyzstan", "Kirghizia", "Kirgizia", "Kirgizstan"], 1991, "the name at the United Nations since 1992"),
    place(&["Turkmenistan", "Turkmenia"], 1991, "the name at the United Nations since 1992"),
    place(&["Mumbai", "Bombay"], 1995, "renamed in 1995"),
    place(&["Kolkata", "Calcutta"], 2001, "renamed in 2001"),
    place(&["Chennai", "Madras"], 1996, "renamed in 1996"),
    place(&["Bengaluru", "Bangalore"], 2014, "renamed in 2014"),
    place(&["Beijing", "Peking"], 1979, "the spelling of China's own romanisation, taken over by the United Nations in 1979"),
    place(&["Yangon", "Rangoon"], 1989, "the name at the United Nations since 1989"),
    place(&["Ho Chi Minh City", "Saigon"], 1976, "renamed in 1976"),
    place(&["Almaty", "Alma-Ata"], 1993, "renamed in 1993"),
    place(&["Chisinau", "Chișinău", "Kishinev"], 1990, "the Romanian name, official since 1990"),
    place(&["Bakhmut", "Artemovsk", "Artyomovsk", "Artemivsk"], 2016, "renamed in 2016"),
    place(&["Kropyvnytskyi", "Kropyvnytsky", "Kirovohrad", "Kirovograd"], 2016, "renamed in 2016"),
    place(&["Dnipro", "Dnipropetrovsk", "Dnepropetrovsk"], 2016, "renamed in 2016"),
];

/// The first words of all names, in small letters.
#[rustfmt::skip]
pub(super) const FIRST_WORDS: &[&str] = &[
    "myanmar", "burma", "czechia", "czech", "türkiye", "turkiye", "turkey", "côte", "cote", "ivory", "eswatini", "swaziland",
    "north", "macedonia", "netherlands", "holland", "timor", "east", "cabo", "cape", "belarus", "belorussia",
    "byelorussia", "moldova", "moldavia", "kyrgyzstan", "kirghizia", "kirgizia", "kirgizstan", "turkmenistan",
    "turkmenia", "mumbai", "bombay", "kolkata", "calcutta", "chennai", "madras", "bengaluru", "bangalore",
    "beijing", "peking", "yangon", "rangoon", "ho", "saigon", "almaty", "alma", "chisinau", "chișinău", "kishinev",
    "bakhmut", "artemovsk", "artyomovsk", "artemivsk", "kropyvnytskyi", "kropyvnytsky", "kirovohrad", "kirovograd",
    "dnipro", "dnipropetrovsk", "dnepropetrovsk",
];

/// Spellings of one place name that differ by more than transliterations do, or that are both in lists of names: that
/// of the country's own language first, that of Russian after it, as English wrote both.
#[rustfmt::skip]
const SPELLINGS: &[&[&str]] = &[
    &["kyiv", "kiev"], &["kharkiv", "kharkov"], &["odesa", "odessa"], &["lviv", "lvov"], &["luhansk", "lugansk"],
    &["donbas", "donbass"], &["chernihiv", "chernigov"], &["chornobyl", "chernobyl"], &["mykolaiv", "nikolaev", "nikolayev"],
    &["rivne", "rovno"], &["ternopil", "ternopol"], &["vinnytsia", "vinnitsa", "vinnytsya"],
    &["zaporizhzhia", "zaporozhye", "zaporizhia", "zaporozhia", "zaporizhzhya", "zaporozhie"],
    &["pavlohrad", "pavlograd"], &["mukachevo", "mukacheve"], &["horlivka", "gorlovka"], &["nizhyn", "nezhin"],
    &["homel", "gomel"], &["hrodna", "grodno"], &["mahilyow", "mogilev", "mogilyov"], &["vitsebsk", "vitebsk"],
    &["irpin", "irpen"], &["izium", "izyum"], &["zhytomyr", "zhitomir"], &["khmelnytskyi", "khmelnitsky", "khmelnytsky"],
    &["kremenchuk", "kremenchug"], &["uzhhorod", "uzhgorod"], &["avdiivka", "avdeevka", "avdeyevka"],
    &["vuhledar", "ugledar"], &["lysychansk", "lisichansk"], &["enerhodar", "energodar"], &["hostomel", "gostomel"],
    &["sievierodonetsk", "severodonetsk"], &["krasnohorivka", "krasnogorovka"], &["bohodukhiv", "bogodukhov"],
    &["chernivtsi", "chernovtsy"],
];

/// Whether two plain names are spellings of one place.
pub(super) fn are_spellings(a: &str, b: &str) -> bool {
    SPELLINGS.iter().any(|names| names.contains(&a) && names.contains(&b))
}

#[cfg(test)]
mod tests {
    use super::{FIRST_WORDS, PLACES};

    #[test]
    fn every_name_begins_with_a_first_word() {
        for name in PLACES.iter().flat_map(|place| place.names) {
            let word = name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
            assert!(FIRST_WORDS.contains(&word.as_str()), "{word}");
        }
    }
}
