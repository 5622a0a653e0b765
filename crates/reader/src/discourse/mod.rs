//! What earlier sentences leave behind for later ones: "the additional 600", "the six", "the country", "he".

mod antecedent;
mod memory;
mod near;
mod stand_in;
mod whose;

use std::collections::{BTreeMap, BTreeSet};

use crate::clause::{Actor, Role};

use model::{ByteRange, EquipmentType, Name, Party, Quantity, Service, Statement, Whose};

pub(crate) use memory::Memory;
pub(crate) use stand_in::{Pronoun, count_again, count_kit, speak_for, stand_in};
pub(crate) use whose::{Resolved, contributors, resolve, senders};

/// How many sentences back a body of people can be meant by "the officers".
const REACH: usize = 4;

/// So many states are counted; a report that names more is of none of them.
const MOST_NAMED: usize = 40;

/// What has been spoken of so far.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a thing that was told or was not")]
pub(crate) struct Discourse {
    /// Bodies of people, the latest last.
    groups: Vec<Spoken>,
    /// The parties of the latest list of states.
    pub(crate) states: Vec<Party>,
    /// The contributor spoken of last.
    pub(crate) focus: Option<Party>,
    /// The service that each party's people were last named by.
    services: BTreeMap<Party, Service>,
    /// Who spoke last, and where that stands.
    pub(crate) speaker: Option<(Name, ByteRange)>,
    /// The person spoken of last, for "he".
    pub(crate) person: Option<(Name, Option<Party>)>,
    /// Who acted in the sentence before.
    subject: Option<Vec<Actor>>,
    /// The state, body or mission that acted last, in whichever sentence: for "it".
    thing: Option<Vec<Actor>>,
    /// The claims of the sentence before that carry a number.
    pub(crate) last_claims: Vec<Statement>,
    /// The body whose council was named last: "the Council".
    pub(crate) council: Option<Party>,
    /// The stage of a list that a sentence with a colon has opened.
    pub(crate) opened_list: Option<(model::Stage, model::Modality)>,
    /// How surely the last of them was told.
    pub(crate) last_modality: Option<model::Modality>,
    /// The step and modality of the last money told of.
    money: Option<(model::Step, model::Modality, usize)>,
    /// The sum spoken of last.
    pub(crate) sum: Option<crate::Money>,
    /// The equipment that the sentence before counted last, where it counted no people.
    kit: Option<EquipmentType>,
    /// Who last gave or promised equipment.
    pub(crate) kit_giver: Option<Party>,
    /// Who last gave or promised money.
    pub(crate) donor: Option<Party>,
    /// Whether the report is about a force.
    is_about_force: bool,
    /// Whether the sentence before names a fund.
    pub(crate) names_purse: bool,
    /// Whether the sentence before names a mission.
    names_mission: bool,
    /// Whether the sentence before tells that states, without naming them, promise people.
    pub(crate) told_of_givers: bool,
    /// Whether people were last said to leave the mission.
    pub(crate) is_leaving: bool,
    /// The first day on which people last left.
    left: Option<jiff::civil::Date>,
    /// Every party that a claim has been made of.
    contributors: BTreeSet<Party>,
    /// The one person lost that was told of last.
    lost: Option<model::Movement>,
    /// The states named so far but the host, in the order of their first mention, each with how often.
    named: Vec<(Party, usize)>,
    sentence: usize,
}

/// A body of people that was spoken of.
#[derive(Clone, Debug)]
pub(crate) struct Spoken {
    /// Of whom.
    pub(crate) whose: Whose,
    /// Their service, if known.
    pub(crate) service: Option<Service>,
    /// Their number, if given.
    pub(crate) quantity: Option<Quantity>,
    /// Where it stands.
    pub(crate) at: Option<ByteRange>,
    sentence: usize,
}

impl Discourse {
    /// Nothing spoken of yet, in a report that is about a force or only mentions one.
    pub(crate) fn of_report(is_about_force: bool) -> Self {
        Self { is_about_force, ..Self::default() }
    }

    /// Goes on to the next sentence.
    pub(crate) fn advance(&mut self) {
        self.sentence += 1;
        let oldest = self.sentence.saturating_sub(REACH);
        self.groups.retain(|group| group.sentence >= oldest);
    }

    /// Remembers the states that a sentence names.
    pub(crate) fn hear(&mut self, parties: impl Iterator<Item = Party>) {
        for party in parties {
            if let Some((_, times)) = self.named.iter_mut().find(|(named, _)| *named == party) {
                *times += 1;
            } else if self.named.len() < MOST_NAMED {
                self.named.push((party, 1));
            }
        }
    }

    /// The state named most so far; of equals the one named first.
    pub(crate) fn main(&self) -> Option<Party> {
        self.named.iter().rev().max_by_key(|(_, times)| *times).map(|(party, _)| *party)
    }

    /// The state that a report is told from: named at least twice as often as any other.
    pub(crate) fn leading(&self) -> Option<Party> {
        let (main, times) = self.named.iter().rev().max_by_key(|(_, times)| *times)?;
        let alone = self.named.iter().all(|(party, other)| party == main || other * 2 <= *times);
        alone.then_some(*main)
    }

    /// How many the people were who were counted last.
    fn last_number(&self) -> Option<Quantity> {
        let counted = |spoken: &Spoken| spoken.quantity.filter(|quantity| quantity.number().is_some());
        self.groups.iter().rev().find_map(counted)
    }

    /// The party whose people, and nobody else's, the sentence before spoke of.
    fn just_spoken_of(&self) -> Option<Whose> {
        let mut just = self.groups.iter().filter(|spoken| spoken.sentence + 1 == self.sentence);
        let first = just.next().filter(|spoken| matches!(spoken.whose, Whose::Party(_)))?;
        just.all(|spoken| spoken.whose == first.whose).then(|| first.whose.clone())
    }

    /// Whether the sentence before names a mission, and no people of a party.
    fn just_named_mission(&self) -> bool {
        let of_party =
            |spoken: &Spoken| spoken.sentence + 1 == self.sentence && spoken.whose.parties().next().is_some();
        self.names_mission && !self.groups.iter().any(of_party)
    }

    /// Whether no body of people of this number has been spoken of.
    pub(crate) fn is_new_number(&self, quantity: Quantity) -> bool {
        let same = |spoken: &Spoken| spoken.quantity.and_then(Quantity::number) == quantity.number();
        !self.groups.iter().any(same)
    }

    /// Remembers a body of people.
    fn remember(&mut self, group: Spoken) {
        if let (Whose::Party(party), Some(service)) = (&group.whose, group.service)
            && service != Service::Unstated
        {
            self.services.insert(*party, service);
        }
        self.groups.push(Spoken { sentence: self.sentence, ..group });
    }

    /// Whether a contributor has been told of before, or the whole mission is meant.
    pub(crate) fn knows(&self, whose: &Whose) -> bool {
        match whose {
            Whose::Mission => true,
            Whose::Unstated => false,
            _ => whose.parties().any(|party| self.contributors.contains(&party)),
        }
    }

    /// Who acted in the sentence before.
    pub(crate) fn acted(&self) -> Option<&[Actor]> {
        self.subject.as_deref()
    }

    /// Whom a pronoun at the head of a sentence stands for.
    fn actors_for(&self, pronoun: Pronoun) -> Option<Vec<Actor>> {
        match pronoun {
            Pronoun::Person => {
                let (name, party) = self.person.clone()?;
                Some(vec![Actor { tokens: 0..0, name: Some(name), party, role: Role::Person }])
            }
            Pronoun::Country => {
                let party = self.focus?;
                Some(vec![Actor { tokens: 0..0, name: None, party: Some(party), role: Role::Party }])
            }
            Pronoun::It => {
                let fits = |actors: &Vec<Actor>| actors.iter().any(|actor| pronoun.fits(actor, actors.len()));
                self.subject.clone().filter(fits).or_else(|| self.thing.clone())
            }
            Pronoun::They => self.subject.clone(),
        }
    }

    /// The one person lost that was told of last.
    pub(crate) fn lost_one(&self) -> Option<&model::Movement> {
        self.lost.as_ref()
    }

    /// What was last told of money, for a sum without a verb of its own.
    pub(crate) fn money_step(&self) -> Option<(model::Step, model::Modality)> {
        self.money.filter(|(.., at)| at + REACH > self.sentence).map(|(step, modality, _)| (step, modality))
    }

    /// Remembers that a sentence spoke of a withdrawal.
    fn hear_of_leaving(&mut self, leaves: bool) {
        self.is_leaving |= leaves;
    }

    /// Remembers what the claims of a sentence leave for the next.
    fn remember_claims<'c>(&mut self, claims: impl Iterator<Item = (&'c Statement, model::Modality)>) {
        let mut last = Vec::new();
        let mut told_of_money = false;
        let mut donors = BTreeSet::new();
        for (statement, modality) in claims {
            self.last_modality = Some(modality);
            match statement {
                Statement::Count(count) => self.contributors.extend(count.scope.whose.parties()),
                Statement::Movement(movement) => self.contributors.extend(movement.scope.whose.parties()),
                Statement::Concern(concern) => self.contributors.extend(concern.scope.whose.parties()),
                _ => {}
            }
            if let Statement::Movement(movement) = statement {
                if matches!(movement.scope.resource, model::Resource::Equipment(_))
                    && let Whose::Party(party) = movement.scope.whose
                {
                    self.kit_giver = Some(party);
                }
                if matches!(movement.scope.resource, model::Resource::Money(_)) {
                    told_of_money = true;
                    self.money = Some((movement.step, modality, self.sentence));
                    donors.extend(movement.scope.whose.parties());
                }
                match movement.step {
                    model::Step::Repatriate | model::Step::Rotate => {
                        self.is_leaving = true;
                        self.left = movement.during.earliest().or(self.left);
                    }
                    // "It had deployed 296 in July 2021": who came before others left ends no leaving.
                    model::Step::Deploy
                        if self
                            .left
                            .is_some_and(|left| movement.during.latest().is_some_and(|came| came < left)) => {
                    }
                    model::Step::Deploy | model::Step::Pledge if !told_of_money => self.is_leaving = false,
                    model::Step::Lose if movement.quantity == Quantity::Exactly(1) => {
                        self.lost = Some(movement.clone());
                    }
                    _ => {}
                }
            }
            last.push(statement.clone());
        }
        // Of several givers nobody is the one who goes on giving.
        if let Some(donor) = donors.first() {
            self.donor = Some(*donor).filter(|_| donors.len() == 1);
        }
        if !last.is_empty() {
            self.last_claims = last;
        }
    }

    /// The service of a party's people, as the report has named them.
    pub(crate) fn service(&self, whose: &Whose) -> Option<Service> {
        if let Whose::Party(party) = whose { self.services.get(party).copied() } else { None }
    }
}
