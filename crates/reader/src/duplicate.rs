//! Forms that stand for two things: two lines of packs that cannot both be right.

use std::collections::BTreeMap;

use model::{MissionCode, Party};

use crate::{
    MissionMention,
    meaning::{Meaning, Sign},
};

/// What a form stands for, where it can stand for one thing only.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Thing {
    Party(Party),
    Mission(Option<MissionCode>),
    /// Whose a unit or a place is.
    Of(Option<Party>),
    Told(String),
}

/// The forms of all lines so far, each with what it stands for and where.
#[derive(Debug, Default)]
pub(crate) struct Forms(BTreeMap<(&'static str, String), (Thing, String)>);

impl Forms {
    /// Remembers a form of the file with this stem, at this place of the packs. The error names the line that has it for
    /// something else.
    pub(crate) fn take(
        &mut self,
        stem: &'static str,
        form: &str,
        meaning: &Meaning,
        place: &str,
    ) -> Result<(), String> {
        let Some(thing) = thing(meaning) else { return Ok(()) };
        let (other, at) =
            self.0.entry((stem, form.to_owned())).or_insert_with(|| (thing.clone(), place.to_owned()));
        if *other == thing {
            return Ok(());
        }
        Err(format!(
            "`{form}` stands for something else in {at}; a form has one meaning, so take it out of one"
        ))
    }
}

fn thing(meaning: &Meaning) -> Option<Thing> {
    Some(match meaning {
        Meaning::Party(party) => Thing::Party(party.party),
        Meaning::Mission(MissionMention::Named(code)) => Thing::Mission(Some(code.clone())),
        Meaning::Mission(MissionMention::Generic) => Thing::Mission(None),
        Meaning::Unit { party, .. } | Meaning::Place { party } => Thing::Of(*party),
        Meaning::Person { name, .. } => Thing::Told(name.to_string()),
        Meaning::Currency(Sign::Of(currency)) => Thing::Told(currency.to_string()),
        Meaning::Currency(Sign::BareDollar) => Thing::Told("dollar".to_owned()),
        Meaning::Equipment(kind) => Thing::Told(kind.0.to_string()),
        Meaning::People(service) => Thing::Told(format!("{service:?}")),
        Meaning::Ordinal(n) => Thing::Told(n.to_string()),
        _ => return None,
    })
}
