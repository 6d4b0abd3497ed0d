//! `-A`, `-W` and `-D`: three options whose common order counts.

use clap::{Arg, ArgAction, ArgMatches, Args, Command, FromArgMatches};

use crate::lint::Level;

/// The levels that were asked for, in the order of the command line: the last one that names a lint wins.
#[derive(Clone, Debug, Default)]
pub struct LevelFlags(pub Vec<(Level, String)>);

const FLAGS: [(&str, char, Level, &str); 3] = [
    (
        "allow",
        'A',
        Level::Allow,
        "Switch a lint off. LINT is the id of a lint, a category or `all`; of -A, -W and -D the last one that names \
         a lint wins",
    ),
    ("warn", 'W', Level::Warn, "Report a lint as a warning"),
    ("deny", 'D', Level::Deny, "Report a lint as an error, which makes the exit status 1"),
];

impl Args for LevelFlags {
    fn augment_args(command: Command) -> Command {
        command.args(FLAGS.map(|(name, short, _, help)| {
            Arg::new(name)
                .short(short)
                .long(name)
                .value_name("LINT")
                .value_delimiter(',')
                .action(ArgAction::Append)
                .help_heading("Lints")
                .help(help)
        }))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for LevelFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let mut flags: Vec<(usize, Level, String)> = Vec::new();
        for (name, _, level, _) in FLAGS {
            let values = matches.get_many::<String>(name).into_iter().flatten();
            let places = matches.indices_of(name).into_iter().flatten();
            flags.extend(places.zip(values).map(|(place, lint)| (place, level, lint.clone())));
        }
        flags.sort();
        Ok(Self(flags.into_iter().map(|(_, level, lint)| (level, lint)).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}
