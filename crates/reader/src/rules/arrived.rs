//! People come to the mission: they arrive, land, are deployed, are sent, join.
//!
//! **Reads** a group of people that moves (the subject of "arrived", the object of "sent") as a movement *deploy*, with the
//! day and the place of its clause. A party that "went in" or "deployed" moves itself. "Eight who have been there
//! since January" came in January.
//!
//! **Example.** "A second contingent of 90 Ruritanian police landed on 3 May 2024, joining 40 compatriots." One
//! movement: 90 police of Ruritania, second contingent. The 40 are only met.
//!
//! **Refuses** people that move to another country than the mission's, what is to come without a day (a promise, not
//! a movement), persons who travel, and the host's own forces.

use model::{Modality, Scope, Span, Step, Whose};

use crate::{
    Cue, Edge, Sense,
    clause::{Hangs, Head, Kind, Link, Role, Time},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "arrived";

pub(super) const MOVING: &[Sense] = &[Sense::Arrive, Sense::Deploy, Sense::Join, Sense::Send];

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    there_since(c, out);
    awaited(c, out);
    on_board(c, out);
    spoken_of(c, out);
    if kth_country(c, out) {
        return;
    }
    // "reached Haiti".
    let reaches = c.does(&[Sense::Reach])
        && c.verb_is(Cue::ReachVerb)
        && c.objects().any(|at| {
            c.place_at(at).is_some_and(|place| place.party.is_some() && place.party == c.report.host)
        });
    let comes = (c.does(MOVING) || reaches) && !is_sum(c) && !c.moves_away() && !arrives_home(c);
    if !comes || super::stands_at::deployed_in_passing(c).is_some() {
        return;
    }
    // "over 900 of whom come from Ruritania": where they are from, not that they came.
    let hails = c.verb_is(Cue::BelongVerb) && c.linked(Link::From).next().is_some() && c.date().is_none();
    // "has added 90 police to its offer": it offers more.
    let offers = c.linked(Link::To).any(|at| c.phrase(at).is_event(Sense::Pledge));
    if hails || offers {
        return;
    }
    let Some(modality) = c.modality() else { return };
    let has_day = c.date().is_some();
    match modality {
        Modality::Fact | Modality::Reported => {}
        Modality::Planned if has_day && !is_only_announced(c) => {}
        _ => return,
    }
    let goal = c.objects().filter(|_| reaches).find_map(|at| c.place_at(at));
    let scene = goal.or_else(|| c.scene());
    // "sent 10,000 soldiers to its border": a goal that is neither the mission nor its area.
    let goes_elsewhere = c
        .linked(Link::To)
        .any(|at| matches!(c.phrase(at).what, Kind::Noun | Kind::Site(_)) && c.place_at(at).is_none());
    // "deployed 10,000 soldiers along its border".
    let at_home = c.clause().after.clone().any(|at| {
        c.phrase(at).link.is_some()
            && matches!(c.phrase(at).what, Kind::Noun | Kind::Site(_))
            && c.sentence.is(c.phrase(at).tokens.start, Cue::Its)
    });
    if at_home && !c.subject_is_mission() {
        return;
    }
    if !c.is_mission_area(scene.as_ref()) || is_for_training(c) || goes_elsewhere && scene.is_none() {
        return;
    }
    let joins = c.does(&[Sense::Join]) && !c.does(&[Sense::Deploy, Sense::Send, Sense::Arrive]);
    let patients = if joins {
        c.subjects().into_iter().filter(|at| c.phrase(*at).group().is_some()).collect()
    } else if c.does(&[Sense::Send]) && !passive_or_object(c) {
        Vec::new()
    } else {
        c.patients()
    };
    let mut found = false;
    for at in patients {
        let Some(group) = c.phrase(at).group() else { continue };
        let told = c.is_counted(at)
            || has_day
            || group.ordinal.is_some()
            || group.is_advance
            || !group.units.is_empty()
            || scene.is_some() && group.head != Head::Pronoun;
        if !c.is_force(at) || !told || c.is_home(at, scene.as_ref()) {
            continue;
        }
        found = true;
        out.extend(c.movement(NAME, at, Step::Deploy, scene.clone(), modality));
    }
    // "They arrived with two Ruritanian staff officers".
    for at in c.linked(Link::With) {
        let own = c.phrase(at).group().is_some_and(|group| !group.parties.is_empty());
        let moves = c.does(&[Sense::Arrive]) && !c.has_people_object();
        if moves && own && c.is_counted(at) && c.is_force(at) && !c.is_home(at, scene.as_ref()) {
            out.extend(c.movement(NAME, at, Step::Deploy, scene.clone(), modality));
        }
    }
    // "..., with a third group coming later".
    for at in c.linked(Link::With).filter(|_| found) {
        if c.phrase(at).group().is_some_and(|group| group.ordinal.is_some()) && c.is_force(at) {
            out.extend(c.movement(NAME, at, Step::Deploy, scene.clone(), modality).map(without_day));
        }
    }
    if !found && !c.does(&[Sense::Send]) && !c.has_people_object() {
        party_itself(c, modality, out);
    }
}

/// "said that 600 more would come in May", "another 600 will follow in May": told of as promised, whatever the day.
pub(super) fn is_only_announced(c: &Context<'_>) -> bool {
    let Some(verb) = c.verb() else { return false };
    let more = || {
        c.patients().into_iter().any(|at| {
            c.is_counted(at)
                && c.phrase(at).group().is_some_and(|group| group.is_additional && group.ordinal.is_none())
        })
    };
    let would = matches!(verb.time, Time::Modal) && !verb.is_possible && more();
    would || verb.time != Time::Past && c.verb_is(Cue::FollowVerb) && more()
}

/// "the arrival of 217 officers", "the deployment of 600 troops began".
fn spoken_of(c: &Context<'_>, out: &mut Vec<Draft>) {
    let arrivals = c.nominals(&[Sense::Arrive], true);
    let deployments = c.nominals(&[Sense::Deploy, Sense::Send], false);
    for (at, modality) in arrivals.into_iter().chain(deployments) {
        let dated = modality == Modality::Fact || modality == Modality::Planned && c.date().is_some();
        if c.is_mission(at) && !c.is_counted(at) && modality == Modality::Fact && c.date().is_some() {
            let scope = Scope::people(Whose::Mission);
            out.extend(c.movement_of(NAME, at, scope, Step::Deploy, None, c.scene(), modality));
        }
        let place = c.scene();
        // "Ruritania's deployment of 24".
        let owner = at.checked_sub(1).and_then(|noun| c.phrase(noun).owner).filter(|party| party.is_state());
        let own = c.scope(at);
        let scope = match owner.filter(|_| own.whose == Whose::Unstated) {
            Some(party) => Scope { whose: Whose::Party(party), ..own },
            None => own,
        };
        let force = owner.is_some() || c.is_force(at);
        if dated && c.is_counted(at) && force && !c.is_host(at) && c.is_mission_area(place.as_ref()) {
            out.extend(c.movement_of(NAME, at, scope, Step::Deploy, None, place, modality));
        }
    }
}

/// "Ruritania's advance team is expected in the capital on Tuesday", "the first contingents are awaited in April": they come by then.
fn awaited(c: &Context<'_>, out: &mut Vec<Draft>) {
    let waits = c.verb().is_some_and(|verb| {
        verb.is_passive && !verb.is_negated && verb.verbs.len() == 1 && verb.time == Time::Present
    });
    let expected = c.does(&[Sense::Intend]) || c.verb_is(Cue::AwaitVerb);
    let goal = c.clause().after.clone().any(|at| matches!(c.phrase(at).link, Some(Link::To | Link::From)));
    if !waits || !expected || goal || c.date().is_none() || !c.is_mission_area(c.scene().as_ref()) {
        return;
    }
    for at in c.subjects() {
        let group = c.phrase(at).group();
        let team = group.is_some_and(|group| group.head == Head::Collective && !c.is_counted(at));
        if !team || !c.is_force(at) || c.is_home(at, c.scene().as_ref()) {
            continue;
        }
        // "The first fresh contingents": of whom is not told yet.
        let new = group.is_some_and(|group| group.is_additional && group.parties.is_empty());
        let scope = if new { Scope { whose: Whose::Unstated, ..c.scope(at) } } else { c.scope(at) };
        let ordinal = group.and_then(|group| group.ordinal);
        out.extend(c.movement_of(NAME, at, scope, Step::Deploy, ordinal, c.scene(), Modality::Planned));
    }
}

/// "Also on board were eight Ruritanian soldiers."
fn on_board(c: &Context<'_>, out: &mut Vec<Draft>) {
    let told = c.clause().before.clone().any(|at| c.phrase_is(at, Cue::Aboard));
    let flies = c.only_is()
        && c.modality() == Some(Modality::Fact)
        && c.linked(Link::On).any(|at| c.phrase_is(at, Cue::Carrier));
    for at in c.subjects().into_iter().filter(|at| flies && c.is_counted(*at) && c.is_force(*at)) {
        out.extend(c.movement(NAME, at, Step::Deploy, None, Modality::Fact));
    }
    if !told || !c.only_is() {
        return;
    }
    for at in c.objects().filter(|at| c.is_counted(*at) && c.is_force(*at)) {
        out.extend(c.movement(NAME, at, Step::Deploy, None, Modality::Fact));
    }
}

/// "landed at home", "the rearguard landed": who goes last goes home.
pub(super) fn arrives_home(c: &Context<'_>) -> bool {
    let home = |at: usize| c.phrase_is(at, Cue::Homeward) && c.phrase(at).group().is_none();
    let last = |at: usize| c.phrase_is(at, Cue::RearGuard);
    // "215 Ruritanians landed in their capital".
    let scene = c.scene();
    let own = |at: usize| c.is_force(at) && c.is_home(at, scene.as_ref());
    c.does(&[Sense::Arrive])
        && (c.clause().after.clone().any(home) || c.subjects().into_iter().any(|at| last(at) || own(at)))
}

/// "Ruritania is the sixth country to join the mission."
fn kth_country(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    kth_in_force(c, out);
    let joins = c.clause().hangs == Hangs::Infinitive && c.does(&[Sense::Join, Sense::Send, Sense::Deploy]);
    let Some(subject) = c.clause().subject.filter(|_| joins) else { return false };
    if !c.phrase_is(subject, Cue::StateNoun) {
        return false;
    }
    let Some(outer) = c.clause().on.map(|on| &c.parse.clauses[on]) else { return false };
    let past = outer.verb.and_then(|at| c.phrase(at).verb()).is_some_and(|verb| {
        (verb.verbs.is_empty() || verb.does(&[Sense::Other]))
            && matches!(verb.time, Time::Present | Time::Past | Time::Perfect)
    });
    let Some(actor) = outer.subject.and_then(|at| c.phrase(at).actors().first()).filter(|_| past) else {
        return false;
    };
    if let Some(party) = actor.party.filter(|party| party.is_state() && Some(*party) != c.report.host) {
        let scope = Scope::people(Whose::Party(party));
        out.extend(c.movement_of(NAME, subject, scope, Step::Deploy, None, c.scene(), Modality::Fact));
    }
    true
}

/// "It is the fourth country in the force."
fn kth_in_force(c: &Context<'_>, out: &mut Vec<Draft>) {
    if !c.only_is() || c.modality() != Some(Modality::Fact) {
        return;
    }
    let kth = c.objects().find(|at| {
        let tokens = c.phrase(*at).tokens.clone();
        let ordinal = c.mentions.iter().any(|mention| {
            matches!(mention.what, crate::What::Ordinal(_)) && tokens.contains(&mention.tokens.start)
        });
        ordinal && c.any_is(tokens.clone(), Cue::StateNoun)
    });
    let Some(at) = kth.filter(|at| {
        let next = at + 1;
        c.clause().after.contains(&next)
            && matches!(c.phrase(next).link, Some(Link::In | Link::Of))
            && c.is_mission(next)
    }) else {
        return;
    };
    let [actor] = c.subject_actors() else { return };
    if let Some(party) = actor.party.filter(|party| party.is_state() && Some(*party) != c.report.host) {
        let scope = Scope::people(Whose::Party(party));
        out.extend(c.movement_of(NAME, at, scope, Step::Deploy, None, None, Modality::Fact));
    }
}

/// The day of the first group is not the day of the one that follows.
pub(super) fn without_day(draft: Draft) -> Draft {
    during(draft, |_| Span::Unstated)
}

/// A movement on other days.
pub(super) fn during(mut draft: Draft, days: impl FnOnce(Span) -> Span) -> Draft {
    if let model::Statement::Movement(movement) = &draft.statement {
        let fields = model::MovementFields { during: days(movement.during), ..movement.clone().into() };
        if let Ok(movement) = model::Movement::try_from(fields) {
            draft.statement = model::Statement::Movement(movement);
        }
    }
    draft
}

/// "Ruritania went in in July 2021", "the fifth country to join the mission": the party stands for its people.
fn party_itself(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) {
    let joins = c.does(&[Sense::Join]);
    // "with around 900 men": the number tells more.
    let sent_with: Vec<usize> =
        c.linked(Link::With).filter(|at| c.is_counted(*at) && !c.is_host(*at) && !joins).collect();
    // "Ruritania followed in March": as those before it came.
    let follows = joins && c.verb_is(Cue::FollowVerb) && c.objects().next().is_none() && c.date().is_some();
    let follows = follows && c.subject_actors().iter().all(|actor| actor.role == Role::Party);
    let told = if follows {
        true
    } else if joins {
        // "reinforced the mission with 68 soldiers": the number tells more.
        let with_people = c.linked(Link::With).any(|at| c.is_counted(at));
        c.objects().any(|at| c.is_mission(at)) && !with_people
    } else {
        c.date().is_some() && c.objects().next().is_none()
    };
    let Some(subject) = c.clause().subject.filter(|_| told) else { return };
    // "The mission was first deployed in June 1999."
    if c.is_mission(subject) && c.does(&[Sense::Deploy]) && modality == Modality::Fact && c.date().is_some() {
        let scope = Scope::people(Whose::Mission);
        out.extend(c.movement_of(NAME, subject, scope, Step::Deploy, None, c.scene(), modality));
    }
    for actor in c.phrase(subject).actors() {
        let Some(party) = actor.party.filter(|party| party.is_state() && Some(*party) != c.report.host)
        else {
            continue;
        };
        if actor.role != Role::Party {
            continue;
        }
        let whose = Whose::Party(party);
        if let [at] = sent_with[..] {
            let scope = Scope { whose, ..c.scope(at) };
            out.extend(c.movement_of(NAME, at, scope, Step::Deploy, None, c.scene(), modality));
        } else {
            let step = if follows && c.discourse.is_leaving { Step::Repatriate } else { Step::Deploy };
            let scene = c.scene().filter(|_| step == Step::Deploy);
            out.extend(c.movement_of(NAME, subject, Scope::people(whose), step, None, scene, modality));
        }
    }
}

/// "Six countries have between them sent 1,000": a sum of what is there, not a movement.
pub(super) fn is_sum(c: &Context<'_>) -> bool {
    let countries = c.subject_actors().iter().any(|actor| matches!(actor.role, Role::Countries(_)));
    // "the force has deployed 410": what it has, not who came.
    let mission = c.subject_is_mission() && c.has_people_object();
    // "as of 5 November 416 were deployed", "410 have been deployed to date".
    let held = c.is_passive()
        && (c.date().is_some_and(|(date, _)| {
            date.edge == Edge::AsOf
                || date.edge == Edge::By && c.verb().is_some_and(|verb| verb.time == Time::Perfect)
        }));
    let so_far = c.any_is(0..c.sentence.tokens.len(), Cue::SoFar);
    let sends = c.does(&[Sense::Send, Sense::Deploy]) && c.has_people_object();
    let perfect = c.verb().is_some_and(|verb| verb.time == Time::Perfect);
    // "To date Ruritania has sent 400": they came, whoever else is still to come.
    let by_state = !c.subject_actors().is_empty()
        && c.subject_actors()
            .iter()
            .all(|actor| actor.role == Role::Party && actor.party.is_some_and(model::Party::is_state));
    let held = held || so_far && (c.is_passive() || perfect && sends && !by_state);
    // "only 400 of the 2,500 promised have been deployed": what is there.
    let out_of = c.patients().into_iter().any(|at| {
        c.phrase(at).group().and_then(|group| group.out_of.as_ref()).is_some_and(|of| of.is_planned)
    });
    // "400 are deployed in the country": they are there.
    let stands = c.is_passive()
        && c.date().is_none()
        && c.verb().is_some_and(|verb| {
            verb.is_finite
                && verb.time == Time::Present
                && verb.verbs.last().is_some_and(|verb| verb.form != crate::VerbForm::Gerund)
        });
    held || stands
        || c.verb().is_some_and(|verb| verb.time == Time::Perfect)
            && (countries || mission || out_of || c.any_is(c.tokens(), Cue::SummedUp))
}

/// "flew to Jamaica for training": a course, not the mission.
pub(super) fn is_for_training(c: &Context<'_>) -> bool {
    let whole = |at: usize| {
        at.checked_sub(1).is_some_and(|of| matches!(c.phrase(of).link, Some(Link::For | Link::To)))
    };
    c.clause().after.clone().any(|at| {
        c.phrase(at).is_event(Sense::Train)
            && match c.phrase(at).link {
                Some(Link::For | Link::To) => true,
                // "for six months of training", and not "after" them.
                Some(Link::Of) => whole(at),
                _ => false,
            }
    })
}

fn passive_or_object(c: &Context<'_>) -> bool {
    let participle = c.verb().is_some_and(|verb| {
        verb.is_passive
            || !verb.is_finite && verb.verbs.first().is_some_and(|verb| verb.form.may_be_participle())
    });
    participle
        || c.has_people_object()
        || c.clause().antecedent.is_some()
        || c.clause().hangs == crate::clause::Hangs::Participle
}

/// "80 who had been there since May flew home": of those who leave the home-coming is told.
pub(super) fn is_of_leavers(c: &Context<'_>) -> bool {
    c.clause().antecedent.is_some()
        && c.parse.clauses.iter().any(|clause| {
            let verb = clause.verb.and_then(|at| c.phrase(at).verb());
            clause.subject == c.clause().antecedent
                && verb.is_some_and(|verb| {
                    verb.does(&[Sense::Return, Sense::Withdraw, Sense::Depart, Sense::Rotate])
                })
        })
}

/// "eight compatriots who have been there since January".
fn there_since(c: &Context<'_>, out: &mut Vec<Draft>) {
    let has = c.does(&[Sense::Have]) && !c.agents().is_empty();
    let been = c.only_is() || c.does(&[Sense::Serve]) || has;
    let perfect = c.verb().is_some_and(|verb| {
        let told = verb.time == Time::Perfect || has && matches!(verb.time, Time::Present | Time::Past);
        told && !verb.is_negated
    });
    let Some((date, _)) = c.date().filter(|(date, _)| been && perfect && date.edge == Edge::Since) else {
        return;
    };
    if is_of_leavers(c) {
        return;
    }
    let mission = c.clause().subject.filter(|at| c.is_mission(*at) && !c.is_counted(*at));
    let counted = c.clause().subject.filter(|at| c.is_force(*at) && c.is_counted(*at));
    // "Ruritania has had a battalion there since August".
    let held = c.objects().find(|at| has && c.is_force(*at) && !c.is_counted(*at));
    let Some(subject) = held.or(counted).or(mission) else { return };
    let whose = if mission == Some(subject) { Whose::Mission } else { c.scope(subject).whose };
    let scope = Scope { whose, ..c.scope(subject) };
    // "Some 620 Ruritanians have been there since May": so many are there.
    let main = c.clause().antecedent.is_none() && counted == Some(subject) && held.is_none();
    if main {
        let there =
            c.count_of(NAME, subject, scope.clone(), model::Stage::Deployed, c.scene(), Modality::Fact);
        out.extend(there);
    }
    let drafted = c.movement_of(NAME, subject, scope, Step::Deploy, None, c.scene(), Modality::Fact);
    let draft = drafted.map(|mut draft| {
        if let model::Statement::Movement(movement) = &draft.statement {
            let fields = model::MovementFields { during: date.span, ..movement.clone().into() };
            if let Ok(movement) = model::Movement::try_from(fields) {
                draft.statement = model::Statement::Movement(movement);
            }
        }
        draft
    });
    out.extend(draft);
}
