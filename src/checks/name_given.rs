//! Given names that one person has in two languages: `Dmytro` and `Dmitry` Kovalenko are one man.

/// Forms of one given name, without accents: Ukrainian and Belarusian first, then Russian, as English writes them.
/// Source: the tables of the United States and British boards on geographic names for the three languages (BGN/PCGN 2019,
/// 1979, 1947), applied to the commonest given names.
#[rustfmt::skip]
const FORMS: &[&[&str]] = &[
    &["andrii", "andriy", "andrei", "andrey", "andrej"],
    &["anastasiia", "anastasiya", "anastasia"],
    &["artem", "artyom"],
    &["dmytro", "dzmitry", "dmitry", "dmitri", "dmitriy", "dmitrii"],
    &["fedir", "fedor", "fyodor"],
    &["hennadii", "hennadiy", "gennady", "gennadi", "gennadiy"],
    &["hryhorii", "hryhoriy", "grigory", "grigori", "grigoriy"],
    &["ihar", "ihor", "igor"],
    &["illia", "illya", "ilya", "ilia"],
    &["iryna", "irina"],
    &["kateryna", "katsiaryna", "ekaterina", "yekaterina"],
    &["kostiantyn", "kostyantyn", "konstantin"],
    &["kyrylo", "kirill", "kiril"],
    &["maksym", "maksim", "maxim", "maxym"],
    &["mykhailo", "mykhaylo", "mikhail", "mikhael"],
    &["mykola", "mikalai", "nikolai", "nikolay", "nikolaj"],
    &["mykyta", "mikita", "nikita"],
    &["nataliia", "nataliya", "natalya", "natalia"],
    &["oleh", "oleg"],
    &["oleksandr", "aliaksandr", "aleksandr", "alexandr", "alexander"],
    &["oleksandra", "aleksandra", "alexandra"],
    &["oleksii", "oleksiy", "aliaksei", "aleksei", "aleksey", "alexei", "alexey"],
    &["olena", "alena", "elena", "yelena"],
    &["olha", "volha", "olga"],
    &["pavlo", "pavel"],
    &["petro", "pyotr", "piotr"],
    &["serhii", "serhiy", "siarhei", "sergei", "sergey", "sergiy", "sergii"],
    &["stanislau", "stanislav"],
    &["sviatlana", "svitlana", "svetlana"],
    &["tetiana", "tetyana", "tatsiana", "tatiana", "tatyana"],
    &["uladzimir", "volodymyr", "vladimir"],
    &["vasyl", "vasil", "vasily", "vasili", "vasiliy"],
    &["viacheslav", "vyacheslav"],
    &["viktar", "viktor", "victor"],
    &["viktoriia", "viktoriya", "viktoria", "victoria"],
    &["vitalii", "vitaliy", "vitaly", "vitali"],
    &["yauhen", "yevhen", "yevgeny", "yevgeniy", "evgeny", "evgeniy", "evgenii"],
    &["yuliia", "yuliya", "yulia", "julia", "iuliia"],
    &["yurii", "yuriy", "yuri", "yury", "iurii"],
];

/// Whether two plain names are forms of one given name.
pub(super) fn are_forms(a: &str, b: &str) -> bool {
    FORMS.iter().any(|forms| forms.contains(&a) && forms.contains(&b))
}
