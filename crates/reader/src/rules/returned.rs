//! People leave the mission: they return, withdraw, rotate, go home, are replaced.
//!
//! **Reads** a group of people, a party's people or the whole mission as a movement *repatriate*, or *rotate* where others
//! take their place. "Left" alone counts only where it is from the mission's area, for home, or where the report speaks
//! of a withdrawal.
//!
//! **Example.** "Nearly 300 Ruritanians flew home on Sunday; the whole withdrawal is to be completed by January 7." Two
//! movements, the second planned and of the whole mission.
//!
//! **Refuses** people that return to the mission's area, those who "quit" or resign (a concern), and a withdrawal that
//! is only called for.

mod parting;

use model::{Modality, Scope, Step, Whose};

use crate::{
    Cue, Edge, Sense,
    clause::{Hangs, Head, Kind, Link, Role, Time},
    context::Context,
    draft::Draft,
};

use super::departed_for::goes_to_mission;

use self::parting::{is_gone, parting};

pub(super) const NAME: &str = "returned";

const GOING_HOME: &[Sense] = &[Sense::Return, Sense::Withdraw, Sense::Rotate];

const SHRINKING: &[Sense] = &[Sense::Reduce];

#[expect(clippy::too_many_lines, reason = "each is one way in which it is told")]
pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    if parting(c, out) {
        return;
    }
    let Some(modality) = c.modality().filter(|modality| !matches!(modality, Modality::Proposed)) else {
        return;
    };
    withdrawal(c, modality, out);
    replaced(c, out);
    let to = c.place(&[Link::To, Link::For]);
    let flown_out =
        c.does(&[Sense::Depart]) && c.has_people_object() && !c.agents().is_empty() && c.verb_is(Cue::Away);
    let goes = c.does(GOING_HOME) && !c.any_is(c.tokens(), Cue::LeaveService)
        || c.moves_away() && c.patients().into_iter().any(|at| c.is_force(at))
        || super::arrived::arrives_home(c)
        || flown_out;
    // "others should follow" in a report of a withdrawal.
    let follows = c.does(&[Sense::Join]) && c.discourse.is_leaving && c.verb_is(Cue::FollowVerb);
    // "200 are due home", "welcomed home 215 officers".
    let home_bound = c.any_is(c.tokens(), Cue::Homeward) && c.does(&[Sense::Intend, Sense::Receive]);
    let modality = if home_bound && c.does(&[Sense::Intend]) && modality == Modality::Fact {
        Modality::Planned
    } else {
        modality
    };
    let leaves = home_bound || c.does(&[Sense::Depart]) && leaves_mission(c) || follows;
    let is_back = c.only_is()
        && c.patients().into_iter().any(|at| {
            c.is_force(at)
                && (modality == Modality::Fact || modality == Modality::Planned && c.is_counted(at))
        })
        && (c.linked(Link::In).next().is_none() || c.patients().into_iter().any(|at| c.is_counted(at)))
        && c.clause().after.clone().any(|at| c.phrase_is(at, Cue::Homeward) && c.phrase(at).link.is_none());
    let leaves = leaves || is_back;
    let is_out = c.only_is()
        && c.any_is(c.reach(), Cue::GoneOut)
        && c.date().is_some_and(|(date, _)| date.edge == Edge::By)
        || is_gone(c);
    // "is to shed 1,500 men".
    let sheds = c.subject_is_mission()
        && !c.is_passive()
        && c.linked(Link::To).next().is_none()
        && c.objects().any(|at| c.is_counted(at) && c.is_force(at));
    let shrinks = c.does(SHRINKING) && (sheds || c.linked(Link::By).any(|at| c.is_counted(at)));
    if !(goes || leaves || is_out || shrinks) || goes_to_mission(c, to.as_ref()) {
        return;
    }
    // "pulled out of its promise": who goes back on a word goes nowhere.
    if c.clause()
        .after
        .clone()
        .any(|at| c.phrase(at).is_event(Sense::Pledge) || c.phrase(at).is_event(Sense::Train))
    {
        return;
    }
    // "were recalled to their camp": they stay.
    if c.is_passive() && c.linked(Link::To).any(|at| matches!(c.phrase(at).what, Kind::Site(_))) {
        return;
    }
    let back_in = c.place(&[Link::To]).filter(|to| to.party.is_some() && to.party == c.report.host);
    if back_in.is_some() {
        return;
    }
    let step = if c.does(&[Sense::Rotate]) { Step::Rotate } else { Step::Repatriate };
    let home = to.filter(|to| to.party != c.report.host);
    let mut found = false;
    let patients = if is_out { c.subjects() } else { c.patients() };
    let mut patients: Vec<usize> = patients.into_iter().filter(|at| c.is_force(*at)).collect();
    patients.extend(gone_with(c));
    patients.extend(carried_away(c));
    // "the mission drew down by 2,000".
    let by: Vec<usize> = c.linked(Link::By).filter(|at| c.is_counted(*at) && patients.is_empty()).collect();
    for at in by {
        found = true;
        let of_mission = c.subject_is_mission().then_some(Whose::Mission);
        let agents = c.agents();
        let agent = (!agents.is_empty()).then(|| Whose::of(agents));
        let scope = Scope { whose: of_mission.or(agent).unwrap_or(Whose::Unstated), ..c.scope(at) };
        out.extend(c.movement_of(NAME, at, scope, step, None, home.clone(), modality));
    }
    if is_out && let Some(everybody) = everybody(c) {
        let known = c.scope(everybody).whose;
        let leaving = c.discourse.last_claims.iter().any(|claim| {
            claim.whose() == Some(&known)
                && matches!(claim, model::Statement::Movement(movement) if movement.step == Step::Repatriate)
        });
        let whose = if leaving && known != Whose::Unstated { known } else { Whose::Mission };
        let scope = Scope { whose, ..c.scope(everybody) };
        out.extend(c.movement_of(NAME, everybody, scope, step, None, None, modality));
        return;
    }
    for at in patients {
        let pronoun = c.phrase(at).group().is_some_and(|group| group.head == Head::Pronoun) && !goes;
        let aim = c.clause().hangs == Hangs::Infinitive;
        if !c.is_counted(at) && (pronoun || aim) {
            continue;
        }
        found = true;
        out.extend(c.movement(NAME, at, step, home.clone(), modality));
    }
    if found || c.has_people_object() {
        return;
    }
    let Some(subject) = c.clause().subject else { return };
    for actor in c.phrase(subject).actors() {
        let whose = match (&actor.role, actor.party) {
            (Role::Mission(_), _) => Whose::Mission,
            (Role::Party, Some(party)) if party.is_state() && Some(party) != c.report.host => {
                Whose::Party(party)
            }
            _ => continue,
        };
        // "the mission's mandate expires" is no departure: the mission itself must leave.
        let thing = |at: usize| c.phrase(at).actors().iter().any(|actor| actor.role == Role::It);
        let objects = c.objects().any(|at| {
            thing(at)
                || c.place_at(at).is_none() && !matches!(c.phrase(at).what, Kind::Place(_) | Kind::Actors(_))
        });
        if !objects {
            out.extend(
                c.movement_of(NAME, subject, Scope::people(whose), step, None, home.clone(), modality)
                    .map(|draft| named_mission(c, subject, draft)),
            );
        }
    }
}

/// "All must be out by July", "all are to have gone": everybody of those spoken of, in a report of a withdrawal.
fn everybody(c: &Context<'_>) -> Option<usize> {
    let subject = c.clause().subject?;
    let pronoun = c.phrase(subject).group().is_some_and(|group| group.head == Head::Pronoun);
    let all = c.phrase_is(subject, Cue::Everybody) && !c.is_counted(subject);
    (pronoun && all && (c.discourse.is_leaving || c.report.is_about_force)).then_some(subject)
}

/// "will go home with 20 compatriots": those who go with the one who goes.
fn gone_with<'a>(c: &Context<'a>) -> impl Iterator<Item = usize> + use<'a> {
    let c = *c;
    c.linked(Link::With).filter(move |at| c.does(GOING_HOME) && c.is_counted(*at) && c.is_force(*at))
}

/// "The last convoy, carrying 800 peacekeepers, left", "a plane with 120 Ruritanians took off": those on board leave.
fn carried_away(c: &Context<'_>) -> Vec<usize> {
    let Some(carrier) = c.clause().subject.filter(|at| super::brought::is_carrier(c, *at)) else {
        return Vec::new();
    };
    let holds = |clause: &crate::clause::Clause| {
        let verb = clause.verb.filter(|at| c.phrase_is(*at, Cue::CarryVerb));
        clause.subject == Some(carrier) && clause.hangs == Hangs::Participle && verb.is_some()
    };
    let inner = c.parse.clauses.iter().filter(|clause| holds(clause)).flat_map(|clause| clause.after.clone());
    let with = c.around().filter(|at| c.phrase(*at).link == Some(Link::With));
    inner.chain(with).filter(|at| c.is_counted(*at) && c.is_force(*at)).collect()
}

/// The mission that leaves is the one named as the subject, not the report's.
fn named_mission(c: &Context<'_>, subject: usize, mut draft: Draft) -> Draft {
    for actor in c.phrase(subject).actors() {
        if let Role::Mission(crate::MissionMention::Named(code)) = &actor.role {
            draft.mission = crate::draft::MissionOf::Named(code.clone());
        }
    }
    draft
}

/// "left Mali", "left for Juba", "departed" in a report of a withdrawal.
fn leaves_mission(c: &Context<'_>) -> bool {
    let left_host = c
        .objects()
        .chain(c.linked(Link::From))
        .any(|at| c.place_at(at).is_some_and(|place| place.party.is_some() && place.party == c.report.host));
    let for_home = c
        .place(&[Link::For, Link::To])
        .is_some_and(|to| c.patients().into_iter().any(|at| c.is_home(at, Some(&to))));
    let past = c.verb().is_some_and(|verb| matches!(verb.time, Time::Past | Time::Perfect));
    // "1,500 are left in the mission": they remain.
    if c.verb().is_some_and(|verb| verb.is_passive) && c.verb_is(Cue::LeftVerb) {
        return false;
    }
    left_host || for_home || relieved(c) || c.discourse.is_leaving && past || gone(c) || states_left(c)
}

/// "Ruritania and Freedonia left in April", "Ruritania is leaving": states that leave take their people home.
fn states_left(c: &Context<'_>) -> bool {
    let states = !c.subject_actors().is_empty()
        && c.subject_actors().iter().all(|actor| {
            actor.role == Role::Party
                && actor.party.is_some_and(|party| party.is_state() && Some(party) != c.report.host)
        });
    let told = c.verb().is_some_and(|verb| {
        matches!(verb.time, Time::Past | Time::Perfect | Time::Future)
            || verb.verbs.last().is_some_and(|verb| verb.form == crate::VerbForm::Gerund)
    });
    let goal = c.clause().after.clone().any(|at| {
        matches!(c.phrase(at).link, Some(Link::For | Link::To | Link::With | Link::Of))
            || c.phrase(at).link.is_none() && c.phrase(at).is_nominal() && !c.is_mission(at)
    });
    states && told && !goal && !c.is_passive() && c.report.is_about_force
}

/// "The Ruritanians have gone", "2,000 soldiers will have left", "the mission will leave by December": nobody says where to.
fn gone(c: &Context<'_>) -> bool {
    let nowhere = c.objects().next().is_none()
        && c.clause().after.clone().all(|at| {
            !matches!(c.phrase(at).link, Some(Link::For | Link::To | Link::From | Link::With | Link::On))
        });
    let first_to = c.clause().hangs == Hangs::Infinitive && c.modality() == Some(Modality::Fact);
    let done = first_to || c.verb().is_some_and(|verb| verb.is_done);
    let own = c.patients().into_iter().any(|at| c.is_force(at));
    let leaving = c.verb().is_some_and(|verb| {
        verb.time == Time::Present
            && verb.verbs.last().is_some_and(|verb| verb.form == crate::VerbForm::Gerund)
    });
    let future = c.verb().is_some_and(|verb| matches!(verb.time, Time::Future | Time::Modal));
    let ahead = c.subject_is_mission() && (leaving || c.date().is_some() && future);
    nowhere && (done && own || ahead)
}

/// "the Ruritanians, who are preparing to go" behind "take over from".
pub(super) fn relieved(c: &Context<'_>) -> bool {
    c.clause().antecedent.is_some_and(|at| !c.clause().before.contains(&at))
        && c.parse.clauses.iter().any(|clause| {
            clause
                .verb
                .and_then(|verb| c.phrase(verb).verb())
                .is_some_and(|verb| verb.does(&[Sense::Replace]))
        })
}

/// "The whole withdrawal is to be completed by January 7": of the mission, with its day.
fn withdrawal(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    // "completed its withdrawal with the departure of 60 men".
    let away = c.discourse.is_leaving || c.around().any(|at| c.phrase(at).is_event(Sense::Withdraw));
    let departures = c.nominals(&[Sense::Depart], false).into_iter().filter(|_| away);
    let withdrawals = c.nominals(&[Sense::Withdraw, Sense::Return], false);
    for (at, modality) in withdrawals.into_iter().chain(departures) {
        if c.is_counted(at) && c.is_force(at) {
            out.extend(c.movement(NAME, at, Step::Repatriate, None, modality));
        }
    }
    completed(c, modality, out);
    of_mission(c, modality, out);
    ordered(c, modality, out);
    let Some(subject) = c.clause().subject else { return };
    let leaving = c.phrase(subject).is_event(Sense::Withdraw) || c.phrase(subject).is_event(Sense::Return);
    let done = c.says(&[Sense::Complete, Sense::End, Sense::Begin]);
    if !leaving || !done || c.date().is_none() {
        return;
    }
    let scope = Scope::people(Whose::Mission);
    out.extend(c.movement_of(NAME, subject, scope, Step::Repatriate, None, None, modality));
}

/// "starting its withdrawal from the country", "the disengagement of the mission": of the whole mission, however it is told.
fn of_mission(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let stopped =
        c.says(&[Sense::Delay, Sense::Authorise, Sense::Propose, Sense::Refuse, Sense::Urge, Sense::Deny]);
    if stopped || matches!(modality, Modality::Denied | Modality::Proposed) {
        return;
    }
    for at in c.around() {
        let phrase = c.phrase(at);
        if !phrase.is_event(Sense::Withdraw) || phrase.verb().is_some() {
            continue;
        }
        let next = c.parse.phrases.get(at + 1);
        let of = next.is_some_and(|next| next.link == Some(Link::Of) && c.is_mission(at + 1));
        let own = c.sentence.is(phrase.tokens.start, Cue::Its) && c.subject_is_mission();
        let told = out.iter().any(|draft| draft.rule == NAME);
        if (of || own) && !told {
            let scope = Scope::people(Whose::Mission);
            out.extend(c.movement_of(NAME, at, scope, Step::Repatriate, None, None, modality));
        }
    }
}

/// "The bloc ended the mandate and ordered a withdrawal", "agreed to begin the withdrawal": a body that acts on the mission lets it go.
fn ordered(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let lets_go = c.does(&[Sense::Order, Sense::Decide])
        || c.does(&[Sense::Begin])
            && c.verb().is_some_and(|verb| verb.led_by(&[Sense::Pledge, Sense::Decide]));
    let body = |actor: &crate::clause::Actor| actor.party.is_some_and(|party| !party.is_state());
    let bodies = c.subject_actors().iter().any(body) && !c.subject_is_mission();
    let mission = (0..c.parse.phrases.len()).any(|at| c.is_mission(at));
    if !lets_go || !bodies || !mission || matches!(modality, Modality::Denied | Modality::Proposed) {
        return;
    }
    let whole = |at: &usize| {
        c.phrase(*at).is_event(Sense::Withdraw)
            && c.parse
                .phrases
                .get(at + 1)
                .is_none_or(|next| next.link != Some(Link::Of) || c.is_mission(at + 1))
    };
    let Some(at) = c.objects().find(whole) else { return };
    if !out.iter().any(|draft| draft.rule == NAME) {
        let scope = Scope::people(Whose::Mission);
        out.extend(c.movement_of(NAME, at, scope, Step::Repatriate, None, None, Modality::Planned));
    }
}

/// "Ruritania has completed its withdrawal": of whoever withdraws.
fn completed(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    if !c.does(&[Sense::Complete, Sense::End, Sense::Begin]) || c.is_passive() {
        return;
    }
    let own = |at: usize| {
        c.phrase(at).is_event(Sense::Withdraw)
            && c.sentence.is(c.phrase(at).tokens.start, Cue::Its)
            && c.parse.phrases.get(at + 1).is_none_or(|next| next.link != Some(Link::Of))
    };
    let Some(at) = c.objects().find(|at| own(*at)) else { return };
    let whose = if c.subject_is_mission() { Whose::Mission } else { Whose::of(c.agents()) };
    if whose != Whose::Unstated {
        let scope = Scope::people(whose);
        out.extend(c.movement_of(NAME, at, scope, Step::Repatriate, None, None, modality));
    }
}

/// "60 came home as 75 others took over", "200 were replaced by 150": one goes, the other comes.
fn replaced(c: &Context<'_>, out: &mut Vec<Draft>) {
    // "is preparing 350 officers to relieve them": what they are prepared for.
    let prepared = c.clause().hangs == Hangs::Infinitive
        && c.clause().on.and_then(|on| c.parse.clauses[on].verb).is_some_and(|at| {
            c.phrase(at).verb().is_some_and(|verb| verb.does(&[Sense::Prepare, Sense::Train]))
        });
    if !c.does(&[Sense::Replace]) || prepared {
        return;
    }
    let Some(modality) =
        c.modality().filter(|modality| matches!(modality, Modality::Fact | Modality::Planned))
    else {
        return;
    };
    let passive = c.verb().is_some_and(|verb| verb.is_passive);
    let counted = |at: &usize| c.is_force(*at) && c.is_counted(*at);
    let subjects: Vec<usize> = c.subjects().into_iter().filter(counted).collect();
    let others: Vec<usize> = if passive {
        c.linked(Link::By).filter(counted).collect()
    } else {
        c.objects().filter(counted).collect()
    };
    let (coming, going) = if passive { (others, subjects) } else { (subjects, others) };
    for at in coming {
        // Who comes instead need not be of those who go.
        let own = c.phrase(at).group().is_some_and(|group| !group.parties.is_empty() || group.is_of_mission);
        let scope =
            if own || !passive { c.scope(at) } else { Scope { whose: Whose::Unstated, ..c.scope(at) } };
        out.extend(c.movement_of(NAME, at, scope, Step::Deploy, None, None, modality));
    }
    for at in going {
        out.extend(c.movement(NAME, at, Step::Rotate, None, modality));
    }
}
