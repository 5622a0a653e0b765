//! Of whom a body of people is: what its own words say, who sends it, or what was spoken of before.

use std::collections::BTreeSet;

use model::{ByteRange, Party, Service, Whose};

use crate::{
    Cue, Sense, Sentence,
    clause::{Actor, Clause, Group, Hangs, Head, Kind, Link, Parse, Phrase, Role},
    report::Report,
};

use super::Discourse;

/// Of whom a body of people is, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Resolved {
    /// Of whom.
    pub(crate) whose: Whose,
    /// Their service; `None` where nothing says.
    pub(crate) service: Option<Service>,
    /// The words that say so, if they are not the group's own.
    pub(crate) by: Option<ByteRange>,
    /// They are the host's own forces, which are no contribution.
    pub(crate) is_host: bool,
    /// Nothing says so but what the report is told from.
    pub(crate) is_guess: bool,
}

/// Verbs whose subject does not own the people they act on.
const NOT_OWNING: &[Sense] = &[
    Sense::Train,
    Sense::Receive,
    Sense::Meet,
    Sense::Kill,
    Sense::Wound,
    Sense::Attack,
    Sense::Thank,
    Sense::Say,
    Sense::Criticise,
    Sense::Replace,
    Sense::Join,
    Sense::Authorise,
    Sense::Visit,
    Sense::Urge,
    Sense::Discuss,
];

/// For each phrase that is a body of people, of whom it is.
pub(crate) fn resolve(
    parse: &Parse,
    sentence: &Sentence,
    report: &Report,
    discourse: &Discourse,
) -> Vec<Option<Resolved>> {
    let mut resolved: Vec<Option<Resolved>> = vec![None; parse.phrases.len()];
    let mut clause_of: Vec<Option<usize>> = vec![None; parse.phrases.len()];
    for (index, clause) in parse.clauses.iter().enumerate() {
        for phrase in clause.before.clone().chain(clause.after.clone()) {
            if let Some(slot) = clause_of.get_mut(phrase)
                && (slot.is_none() || clause.after.contains(&phrase))
            {
                *slot = Some(index);
            }
        }
    }
    for at in 0..parse.phrases.len() {
        let Some(group) = parse.phrases[at].group() else { continue };
        let clause = clause_of[at].map(|index| &parse.clauses[index]);
        let found = Finding { parse, sentence, report, discourse, resolved: &resolved };
        let mut answer = found.of(at, group, clause);
        // A new body may be of another service than the last: only one spoken of takes it over.
        let bare = group.service.is_none() && (spoken_of(group) || group.head == Head::Number);
        // "75 soldiers from Guatemala and eight from El Salvador", "200 officers in June and another 200 in July".
        let before = (0..at).rev().find(|index| parse.phrases[*index].group().is_some());
        let like_before = before.and_then(|index| resolved[index].as_ref()).filter(|_| {
            let counted = before
                .and_then(|index| parse.phrases[index].group())
                .is_some_and(|group| group.number.is_some());
            group.service.is_none() && group.head == Head::Number && counted && !group.is_part
        });
        // "sent 30, 20 and ten soldiers": the noun stands behind the last.
        let bare_list = || {
            let mut behind = at + 1;
            while parse.phrases.get(behind).is_some_and(|next| {
                matches!(next.what, Kind::And | Kind::Mark(crate::clause::Mark::Comma))
                    || next.link.is_none() && next.group().is_some_and(Group::is_bare)
            }) {
                behind += 1;
            }
            let last = parse.phrases.get(behind).filter(|last| behind > at + 1 && last.link.is_none());
            last.and_then(Phrase::group)
                .filter(|last| last.head == Head::People)
                .and_then(|last| last.service)
        };
        let listed = (group.is_bare() && !group.is_part).then(bare_list).flatten();
        answer.service = group
            .service
            .or(listed)
            .filter(|service| *service != Service::Unstated)
            .or(like_before.and_then(|before| before.service))
            .or(answer.service.filter(|_| bare))
            // "officers" of a party that the report has called police; its nationals are not all police.
            .or_else(|| discourse.service(&answer.whose).filter(|_| bare && spoken_of(group)))
            .or(group.service);
        answer.is_host = report.host.is_some_and(|host| answer.whose == Whose::Party(host));
        resolved[at] = Some(answer);
    }
    resolved
}

pub(super) struct Finding<'a> {
    pub(super) parse: &'a Parse,
    pub(super) sentence: &'a Sentence,
    pub(super) report: &'a Report,
    pub(super) discourse: &'a Discourse,
    pub(super) resolved: &'a [Option<Resolved>],
}

impl Finding<'_> {
    fn of(&self, at: usize, group: &Group, clause: Option<&Clause>) -> Resolved {
        let own = |whose| Resolved { whose, service: None, by: None, is_host: false, is_guess: false };
        // "the mission has 900 from Kenya and Jamaica": the mission's, whoever they come from.
        if let Some(agent) = clause.and_then(|clause| self.owner(at, clause))
            && self.is_mission(agent)
            && group.parties.len() != 1
        {
            return Resolved { by: self.words(agent), ..own(Whose::Mission) };
        }
        // "withdrew its two soldiers from Haiti": where they leave is not whose they are.
        let leaves = clause
            .and_then(|clause| clause.verb)
            .and_then(|verb| self.parse.phrases[verb].verb())
            .is_some_and(|verb| verb.does(&[Sense::Withdraw, Sense::Return, Sense::Depart, Sense::Rotate]));
        let mut parties = group.parties.clone();
        if leaves && let Some(host) = self.report.host {
            parties.remove(&host);
        }
        if !parties.is_empty() {
            return own(Whose::of(parties));
        }
        if group.is_of_mission {
            return own(Whose::Mission);
        }
        if group.is_owned_otherwise {
            return own(Whose::Unstated);
        }
        if let Some(whose) = clause.and_then(|clause| self.of_antecedent(at, clause)) {
            return own(whose);
        }
        if let Some(whose) = clause.filter(|_| group.is_its).and_then(|clause| self.its(at, clause)) {
            return own(whose);
        }
        if let Some((parties, by)) = self.by_relative(at) {
            return Resolved { by, ..own(Whose::of(parties)) };
        }
        let respective = clause.and_then(|clause| self.respective(at, self.owner(at, clause)?, clause));
        if let Some(party) = respective.or_else(|| self.gapped(at)) {
            return own(Whose::Party(party));
        }
        if let Some(parties) = self.apposed(at) {
            return own(Whose::of(parties));
        }
        if let Some(found) = self.beside(at) {
            return found;
        }
        if let Some(agent) = clause.and_then(|clause| self.owner(at, clause)) {
            let phrase = &self.parse.phrases[agent];
            if phrase.actors().iter().any(|actor| matches!(actor.role, Role::Countries(_))) {
                return Resolved { by: self.words(agent), ..own(Whose::Unstated) };
            }

            let parties = self.parties_of(agent);
            let host = phrase
                .actors()
                .iter()
                .filter_map(|actor| actor.party)
                .chain(phrase.owner)
                .find(|party| Some(*party) == self.report.host);
            if let Some(host) = host.filter(|_| parties.is_empty()) {
                return Resolved { by: self.words(agent), ..own(Whose::Party(host)) };
            }
            if !parties.is_empty() {
                return Resolved { by: self.words(agent), ..own(Whose::of(parties)) };
            }
            if let Some(Some(of)) = self.resolved.get(agent) {
                return of.clone();
            }
        }
        if let Some(of) = group.out_of.as_ref().filter(|of| !of.is_definite && !of.is_planned) {
            // "10,500 of around 13,800 staff": of a whole that is new.
            return own(if of.is_of_mission { Whose::Mission } else { Whose::Unstated });
        }
        // "600 more are expected from Ruritania".
        if let Some((parties, by)) = clause.and_then(|clause| self.coming_from(clause)) {
            return Resolved { by, ..own(Whose::of(parties)) };
        }
        // "The peacekeepers are to quit the province": nobody has been named but the mission.
        let last = self.parse.phrases[at].tokens.end.saturating_sub(1);
        let keepers = group.is_definite && group.number.is_none() && self.sentence.is(last, Cue::Peacekeeper);
        self.known_before(at, group, clause)
            .unwrap_or_else(|| own(if keepers { Whose::Mission } else { Whose::Unstated }))
    }

    /// Of whom a group is by what was spoken of before it.
    fn known_before(&self, at: usize, group: &Group, clause: Option<&Clause>) -> Option<Resolved> {
        let own = |whose| Resolved { whose, service: None, by: None, is_host: false, is_guess: false };
        // "other officers" of whom several could be meant are nobody's.
        let last = self.parse.phrases[at].tokens.end.saturating_sub(1);
        let fellows = self.sentence.is(last, Cue::FellowNoun);
        let spoken_of = spoken_of(group) || fellows || matches!(group.head, Head::Number | Head::Collective);
        if let Some(found) = self.earlier_here(at, group).filter(|_| spoken_of) {
            return Some(found);
        }
        if group.is_additional || !spoken_of || group.ordinal.is_some() {
            // "the police service issued an update on 600 officers": its own; not "20 people killed".
            let last = self.parse.phrases[at].tokens.end.saturating_sub(1);
            let anybody = self.sentence.is(last, Cue::Anybody);
            // "instructors of Ruritania trained 330 soldiers": not theirs.
            let others = clause
                .and_then(|clause| clause.verb)
                .and_then(|verb| self.parse.phrases[verb].verb())
                .is_some_and(|verb| verb.does(&[Sense::Train, Sense::Receive, Sense::Urge, Sense::Replace]));
            let force = !anybody && !others && !clause.is_some_and(|clause| self.hurts(clause));
            if let Some((parties, by)) = self.acting_before(at).filter(|_| force) {
                return Some(Resolved { by, ..own(Whose::of(parties)) });
            }
        }
        if spoken_of {
            let loose =
                group.head == Head::Number && !group.is_definite && !group.is_part && !group.is_additional;
            let single = |whose: &Whose| matches!(whose, Whose::Party(_) | Whose::Mission);
            // "The last 211 landed": the last of those spoken of, however many they were.
            let first = self.parse.phrases[at].tokens.start + 1;
            let share = group.head == Head::Number
                && group.is_definite
                && (first..last).any(|token| self.sentence.is(token, Cue::ShareOfPeople));
            let of_whole = Group { number: None, ..group.clone() };
            let group = if share { &of_whole } else { group };
            if let Some(spoken) =
                self.discourse.antecedent(group).filter(|spoken| !loose || single(&spoken.whose))
            {
                return Some(Resolved {
                    service: spoken.service,
                    by: spoken.at,
                    ..own(spoken.whose.clone())
                });
            }
            if let Some((parties, by)) = self.acting_before(at) {
                return Some(Resolved { by, ..own(Whose::of(parties)) });
            }
            let points = group.is_definite && group.number.is_none()
                || group.is_additional && group.is_one && group.service == Some(Service::Police)
                || group.ordinal.is_some()
                || group.head == Head::Pronoun;
            if let Some(party) = self.discourse.focus.filter(|_| points) {
                return Some(own(Whose::Party(party)));
            }
        }
        // "Two hundred officers stand ready": those of the state that the report is told from.
        let uniformed = matches!(group.service, Some(Service::Police | Service::Troops));
        // "A second officer has been missing since March": one more of them.
        let counted = (group.number.is_some() && (uniformed || group.is_definite)
            || group.ordinal.is_some() && uniformed && group.head == Head::People)
            && !group.is_its;
        // "two dozen Caribbean soldiers": somebody else's.
        let tokens = self.parse.phrases[at].tokens.clone();
        let named = tokens.skip(1).any(|token| self.sentence.shape(token).has_capital());
        self.discourse
            .leading()
            .filter(|_| !named && counted && self.report.is_about_force && !group.is_planned)
            .map(|party| Resolved { is_guess: true, ..own(Whose::Party(party)) })
    }

    /// The phrase that owns the people at this place by its verb: the sender of what is sent.
    fn owner(&self, at: usize, clause: &Clause) -> Option<usize> {
        let verb = clause.verb.and_then(|verb| self.parse.phrases[verb].verb())?;
        if verb.does(NOT_OWNING) && !verb.does(&[Sense::Send]) {
            return None;
        }
        let phrase = &self.parse.phrases[at];
        if clause.after.contains(&at) && !verb.is_passive {
            let direct = phrase.link.is_none()
                || matches!(
                    phrase.link,
                    Some(Link::Of | Link::To | Link::Other | Link::In | Link::Including | Link::From)
                );
            return clause.subject.filter(|subject| direct && *subject != at);
        }
        let participle = clause.hangs == Hangs::Participle
            && verb.verbs.first().is_some_and(|verb| verb.form.may_be_participle());
        if verb.is_passive || participle {
            let by = clause.after.clone().find(|index| self.parse.phrases[*index].link == Some(Link::By));
            return by.filter(|index| !self.parties_of(*index).is_empty());
        }
        // "the 600 that Kenya promised".
        (clause.antecedent == Some(at)).then_some(clause.subject).flatten().filter(|subject| *subject != at)
    }

    /// "the 1,000 troops that Ruritania sent": who acts in a clause on them.
    fn by_relative(&self, at: usize) -> Option<(BTreeSet<Party>, Option<ByteRange>)> {
        self.parse.clauses.iter().filter(|clause| clause.antecedent == Some(at)).find_map(|clause| {
            let verb = clause.verb.and_then(|verb| self.parse.phrases[verb].verb())?;
            let subject = clause.subject.filter(|subject| *subject != at && !verb.is_passive)?;
            let parties = self.parties_of(subject);
            (!verb.does(NOT_OWNING) && !parties.is_empty()).then(|| (parties, self.words(subject)))
        })
    }

    /// "Ruritania, whose last units are leaving": of the noun that the relative clause hangs on.
    fn of_antecedent(&self, at: usize, clause: &Clause) -> Option<Whose> {
        let antecedent = clause.antecedent.filter(|_| clause.subject == Some(at))?;
        let relative = at.checked_sub(1).map(|before| &self.parse.phrases[before])?;
        if !self.sentence.is(relative.tokens.start, Cue::WhoseWord) {
            return None;
        }
        if self.is_mission(antecedent) {
            return Some(Whose::Mission);
        }
        let parties = self.parties_of(antecedent);
        (!parties.is_empty()).then(|| Whose::of(parties))
    }

    /// Whose "its officers" are: of the one who acts here, else of the one who acted before.
    fn its(&self, at: usize, clause: &Clause) -> Option<Whose> {
        let whose = |actors: &[Actor]| {
            // "Ruritania and Freedonia withdrew their troops".
            let states: BTreeSet<Party> =
                actors.iter().filter_map(|actor| actor.party.filter(|party| party.is_state())).collect();
            if actors.len() > 1 && states.len() == actors.len() {
                return Some(Whose::of(states));
            }
            let [actor] = actors else { return None };
            match (&actor.role, actor.party) {
                (Role::Mission(_), _) => Some(Whose::Mission),
                (_, Some(party)) if party.is_state() => Some(Whose::Party(party)),
                _ => None,
            }
        };
        let here = clause
            .subject
            .filter(|subject| *subject != at)
            .map(|subject| self.parse.phrases[subject].actors());
        // "Ruritania was second when 20 of its soldiers landed": who acts before it in the sentence.
        let before = || {
            self.parse
                .clauses
                .iter()
                .rev()
                .filter_map(|clause| clause.subject)
                .filter(|subject| *subject < at)
                .find_map(|subject| whose(self.parse.phrases[subject].actors()))
        };
        // "Its 900 members": a mission has members, and nobody says "its" of a person.
        let last = self.parse.phrases[at].tokens.end.saturating_sub(1);
        let members = self.sentence.is(last, Cue::MemberNoun);
        let of_mission = || (members && self.discourse.just_named_mission()).then_some(Whose::Mission);
        let acted = || {
            let things = |actors: &&[Actor]| actors.iter().all(|actor| actor.role != Role::Person);
            self.discourse.acted().filter(things).and_then(whose)
        };
        if members && of_mission().is_some() && here.is_none_or(<[Actor]>::is_empty) {
            return of_mission();
        }
        here.and_then(whose)
            .or_else(before)
            .or_else(acted)
            .or_else(of_mission)
            .or_else(|| self.discourse.just_spoken_of())
    }

    /// Whether a clause tells of people hurt.
    fn hurts(&self, clause: &Clause) -> bool {
        let verb = clause.verb.and_then(|verb| self.parse.phrases[verb].verb());
        verb.is_some_and(|verb| verb.does(&[Sense::Kill, Sense::Wound, Sense::Miss, Sense::Attack]))
    }

    /// The contributors behind "from" in the clause, where it does not tell of people who leave.
    fn coming_from(&self, clause: &Clause) -> Option<(BTreeSet<Party>, Option<ByteRange>)> {
        let verb = clause.verb.and_then(|verb| self.parse.phrases[verb].verb())?;
        if verb.says_any(&[Sense::Withdraw, Sense::Return, Sense::Replace, Sense::Depart]) {
            return None;
        }
        clause.after.clone().filter(|at| self.parse.phrases[*at].link == Some(Link::From)).find_map(|at| {
            let parties = self.parties_of(at);
            (!parties.is_empty() && !self.parse.phrases[at].actors().is_empty())
                .then(|| (parties, self.words(at)))
        })
    }

    fn is_mission(&self, at: usize) -> bool {
        self.parse.phrases[at].actors().iter().any(|actor| matches!(actor.role, Role::Mission(_)))
    }

    /// The contributors that a phrase names: parties, and the parties of its people and organs, without the host.
    pub(super) fn parties_of(&self, at: usize) -> BTreeSet<Party> {
        let Some(phrase) = self.parse.phrases.get(at) else { return BTreeSet::new() };
        senders(phrase, self.report)
    }

    pub(super) fn words(&self, at: usize) -> Option<ByteRange> {
        self.sentence.bytes(&self.parse.phrases[at].tokens)
    }
}

/// Whether a group is one that has been spoken of, or more of it.
fn spoken_of(group: &Group) -> bool {
    group.is_definite
        || group.is_part
        || group.is_additional
        || group.ordinal.is_some()
        || group.head == Head::Pronoun
}

/// Who sends people: the contributors that a phrase names, else an alliance that acts as one.
pub(crate) fn senders(phrase: &Phrase, report: &Report) -> BTreeSet<Party> {
    let states = contributors(phrase, report);
    if !states.is_empty() {
        return states;
    }
    let [Actor { role: Role::Party, party: Some(party), .. }] = phrase.actors() else { return states };
    if party.is_state() || party.code() == "UN" { states } else { [*party].into() }
}

/// The contributors that a phrase names, without the host of the mission and without bodies such as the UN.
pub(crate) fn contributors(phrase: &Phrase, report: &Report) -> BTreeSet<Party> {
    let named: Vec<Party> = match &phrase.what {
        Kind::Actors(actors) => actors.iter().filter_map(|actor| actor.party).collect(),
        Kind::People(group) => group.parties.iter().copied().collect(),
        _ => phrase.owner.into_iter().collect(),
    };
    named.into_iter().filter(|party| Some(*party) != report.host && party.is_state()).collect()
}
