//! What a sentence leaves behind.

use model::{ByteRange, EquipmentType, Modality, Name, Party, Stage, Statement, Whose};

use crate::{
    Cue, Sense,
    clause::{Actor, Kind, Parse, Phrase, Role},
    context::Context,
    draft::Draft,
};

use super::{Discourse, Spoken, contributors};

/// What a sentence does to the list that is open.
#[derive(Debug)]
enum Opens {
    /// It opens one of people in a stage, or closes what was open.
    List(Option<(Stage, Modality)>),
    /// It is an item, and leaves the list open.
    Nothing,
}

/// What a sentence leaves behind, to be put to the discourse when the sentence is done.
#[derive(Debug)]
pub(crate) struct Memory {
    groups: Vec<Spoken>,
    focus: Option<Party>,
    states: Option<Vec<Party>>,
    person: Option<(Name, Option<Party>)>,
    speaker: Option<(Name, ByteRange)>,
    subject: Option<Vec<Actor>>,
    opens: Opens,
    council: Option<Party>,
    sum: Option<crate::Money>,
    kit: Option<EquipmentType>,
    claims: Vec<(Statement, Modality)>,
    says: Says,
}

/// What a sentence speaks of, whatever it claims.
#[derive(Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is spoken of with or without the others")]
struct Says {
    purse: bool,
    mission: bool,
    withdrawal: bool,
    /// That states, without naming them, promise people.
    givers: bool,
}

impl Memory {
    /// What this sentence leaves, with the claims read from it.
    pub(crate) fn of(context: &Context<'_>, drafts: &[Draft]) -> Self {
        let parse = context.parse;
        let resolved = context.resolved.iter().enumerate();
        let groups: Vec<_> = resolved
            .filter_map(|(at, of)| {
                let of = of.as_ref().filter(|of| !of.is_host)?;
                let quantity = Some(context.quantity(at)).filter(|quantity| quantity.number().is_some());
                Some(Spoken {
                    whose: of.whose.clone(),
                    service: of.service,
                    quantity,
                    at: context.bytes(at),
                    sentence: 0,
                })
            })
            .collect();
        let mut focus = None;
        let mut states = None;
        let mut person = None;
        for (at, phrase) in parse.phrases.iter().enumerate() {
            let parties = contributors(phrase, context.report);
            if phrase.link.is_none() || phrase.group().is_some() {
                focus = parties.iter().next_back().copied().or(focus);
            }
            if phrase.actors().iter().filter(|actor| actor.role == Role::Party).count() > 1 {
                let named = phrase.actors().iter().filter_map(|actor| actor.party);
                states = Some(named.filter(|party| party.is_state()).collect());
            }
            let acts = parse.clauses.iter().any(|clause| clause.subject == Some(at));
            if let Some(actor) = phrase.actors().first().filter(|actor| actor.role == Role::Person && acts)
                && let Some(name) = &actor.name
            {
                person = Some((name.clone(), actor.party));
            }
        }
        for group in &groups {
            if let Whose::Party(party) = &group.whose {
                focus = Some(*party);
            }
        }
        let speaker = context.voices.last().and_then(|speaks| Some((speaks.name.clone(), speaks.at?)));
        let claims = drafts.iter().map(|draft| (draft.statement.clone(), draft.modality)).collect();
        // Who acts in the first main clause that names somebody; the verb of saying counts as one.
        let told = parse.clauses.iter().filter(|clause| clause.verb.is_some());
        let subject = told.chain(parse.clauses.iter()).find_map(|clause| {
            let actors = parse.phrases[clause.subject?].actors();
            let named =
                actors.iter().all(|actor| !matches!(actor.role, Role::It | Role::Pronoun | Role::Name));
            (named && !actors.is_empty()).then(|| actors.to_vec())
        });
        // "The following countries have pledged personnel:" opens a list; an item leaves it open.
        let last = context.sentence.tokens.len().saturating_sub(1);
        let opens = if context.sentence.word(last) == ":" {
            let says = |senses: &[Sense]| {
                parse.phrases.iter().filter_map(|phrase| phrase.verb()).any(|verb| verb.does(senses))
            };
            let people = parse.phrases.iter().any(|phrase| phrase.group().is_some());
            let stage = if says(&[Sense::Pledge, Sense::Intend]) {
                Some((Stage::Promised, Modality::Pledged))
            } else if says(&[Sense::Send, Sense::Deploy, Sense::Have]) {
                Some((Stage::Deployed, Modality::Fact))
            } else {
                None
            };
            Opens::List(stage.filter(|_| people))
        } else if context.sentence.is_item {
            Opens::Nothing
        } else {
            Opens::List(None)
        };
        let council =
            parse.phrases.iter().filter(|phrase| context.any_is(phrase.tokens.clone(), Cue::Council));
        let council = council
            .flat_map(crate::clause::Phrase::actors)
            .filter_map(|actor| actor.party)
            .find(|party| !party.is_state());
        let sum = parse.phrases.iter().rev().find_map(|phrase| match &phrase.what {
            Kind::Sum(sum) => Some(sum.money),
            _ => None,
        });
        let kit = kit_alone(parse);
        let all = 0..parse.phrases.len();
        let is_purse = |at: usize| {
            matches!(parse.phrases[at].what, Kind::MoneyNoun) && context.phrase_is(at, Cue::Purse)
        };
        let says = Says {
            purse: all.clone().any(is_purse),
            mission: all.clone().any(|at| context.is_mission(at)),
            withdrawal: parse.phrases.iter().any(|phrase| phrase.is_event(Sense::Withdraw)),
            givers: tells_of_givers(parse),
        };
        Self { groups, focus, states, person, speaker, subject, opens, council, sum, kit, claims, says }
    }
}

/// "Five states have said that they want to join.": who they are may follow.
fn tells_of_givers(parse: &Parse) -> bool {
    let offering = [Sense::Pledge, Sense::Wish, Sense::Intend, Sense::Ready];
    let countries =
        |phrase: &Phrase| phrase.actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
    let offers = |phrase: &Phrase| {
        phrase.verb().is_some_and(|verb| verb.says_any(&offering)) || phrase.is_event(Sense::Pledge)
    };
    parse.phrases.iter().any(countries) && parse.phrases.iter().any(offers)
}

/// The equipment counted last, where nothing but equipment is counted.
fn kit_alone(parse: &Parse) -> Option<EquipmentType> {
    let counted = parse.phrases.iter().rev().filter(|phrase| match &phrase.what {
        Kind::Kit(kit) => kit.number.is_some(),
        Kind::People(group) => group.number.is_some() && !group.is_one,
        _ => false,
    });
    let mut kits = counted.map(|phrase| match &phrase.what {
        Kind::Kit(kit) => Some(kit.kind.clone()),
        _ => None,
    });
    kits.next().flatten().filter(|_| kits.all(|kit| kit.is_some()))
}

impl Discourse {
    /// Takes in what a sentence leaves.
    pub(crate) fn take(&mut self, memory: Memory) {
        for group in memory.groups {
            self.remember(group);
        }
        self.focus = memory.focus.or(self.focus);
        self.names_purse = memory.says.purse;
        self.names_mission = memory.says.mission;
        if let Some(states) = memory.states {
            self.states = states;
        }
        self.person = memory.person.or(self.person.take());
        let thing = memory.subject.clone().filter(
            |actors| matches!(&actors[..], [actor] if matches!(actor.role, Role::Party | Role::Mission(_))),
        );
        self.thing = thing.or(self.thing.take());
        self.subject = memory.subject;
        self.council = memory.council.or(self.council);
        self.sum = memory.sum.or(self.sum);
        self.kit = memory.kit;
        if let Opens::List(stage) = memory.opens {
            self.opened_list = stage;
        }
        self.speaker = memory.speaker.or(self.speaker.take());
        self.told_of_givers = memory.says.givers;
        self.hear_of_leaving(memory.says.withdrawal);
        self.remember_claims(memory.claims.iter().map(|(statement, modality)| (statement, *modality)));
    }
}
