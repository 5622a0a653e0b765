//! People are promised: pledged, offered, planned by a party, expected from it.
//!
//! **Reads** what a party pledges, plans to send or will send as a count *promised*; "another 600" and people "due" or
//! about to come as a movement *pledge*. A party that only says it will send people, tells the United Nations of its wish to
//! join or does as others did promises some. Whom a parliament lets go are planned.
//!
//! **Example.** "Ruritania has pledged 1,000 police; another 200 are due." A count of 1,000, and a movement of 200.
//!
//! **Refuses** the size of the whole mission (a ceiling), promises of money and kit, and what a party is only asked for.

mod whole;
mod willing;

use model::{Modality, Scope, Stage, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Link, Time},
    context::Context,
    draft::Draft,
};

use self::{
    whole::{expected_total, owed, promised_before, promised_whole},
    willing::{has_other_object, offers, some_of_each, wants, willing},
};
use super::{
    arrived::{MOVING, is_only_announced},
    ceiling,
    departed_for::goes_to_mission,
};

pub(super) const NAME: &str = "pledged";

const GIVING: &[Sense] =
    &[Sense::Send, Sense::Deploy, Sense::Give, Sense::Allocate, Sense::Join, Sense::Serve, Sense::Deliver];

#[expect(clippy::too_many_lines, reason = "each is one way in which it is told")]
pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    if c.index == 0 {
        owed(c, out);
        promised_whole(c, out);
    }
    relied_on(c, out);
    expected_total(c, out);
    promised_before(c, out);
    if wants(c, out) {
        return;
    }
    // "wants to give 22 soldiers": planned, how many it would be is told.
    let wished = c.verb_is(Cue::WantVerb)
        && (c.does(&[Sense::Join]) || c.verb_is(Cue::TakePart) || c.has_people_object())
        && c.verb().is_some_and(|verb| {
            verb.led_by(&[Sense::Wish]) && verb.time == Time::Present && !verb.is_negated && !verb.is_unreal
        });
    let Some(modality) = c.modality().or(wished.then_some(Modality::Planned)) else { return };
    let overdue = c.verb().is_some_and(|verb| verb.is_yet);
    if matches!(modality, Modality::Denied) || c.subject_is_mission() || is_only_asked(c) || overdue {
        return;
    }
    announced(c, out);
    approved(c, out);
    if revised(c, out) {
        return;
    }
    if plan_for(c, out) || share(c, modality, out) || due(c, modality, out) || coming(c, modality, out) {
        return;
    }
    if offers(c, out) {
        return;
    }
    // "an agreement allowing Ruritania to send police" promises nothing.
    let hangs_on_promise = c
        .clause()
        .on
        .and_then(|on| c.parse.clauses[on].verb)
        .and_then(|verb| c.phrase(verb).verb())
        .is_some_and(|verb| verb.does(&[Sense::Pledge, Sense::Intend, Sense::Decide]))
        || !stopped(c)
            && c.clause().before.clone().next_back().is_some_and(|at| {
                c.phrase(at).is_event(Sense::Pledge) || c.phrase(at).is_event(Sense::Intend)
            });
    if c.clause().hangs == Hangs::Infinitive && !hangs_on_promise {
        return;
    }
    // "Ruritania was offered a share of 1,000": it gives nothing.
    let alone = c.verb().is_some_and(|verb| verb.verbs.len() == 1);
    let is_offered = c.is_passive() && alone && c.subject_actors().iter().any(|actor| actor.party.is_some());
    if is_offered && c.linked(Link::By).next().is_none() {
        return;
    }
    let earmarks = c.verb_is(Cue::EarmarkVerb) || ahead_available(c, modality);
    // "had announced up to 2,000 soldiers".
    let announces = c.verb_is(Cue::AnnounceVerb)
        && !c.is_passive()
        && c.objects().next().is_some_and(|at| {
            let own = c.phrase(at).group().is_some_and(|group| !group.parties.is_empty());
            c.is_counted(at) && (own || c.phrase(at).group().is_some() && !c.agents().is_empty())
        });
    let pledges = c.does(&[Sense::Pledge]) || earmarks || announces;
    let ahead = matches!(modality, Modality::Planned | Modality::Pledged);
    let alone = c.objects().next().is_none();
    let takes_part = c.verb_is(Cue::TakePart) && c.report.is_about_force && (c.names_mission() || alone);
    let gives =
        ahead && (c.does(GIVING) || takes_part) && c.date().is_none_or(|_| pledges || c.has_people_object());
    if !(pledges || gives) {
        return;
    }
    let offered = modality == Modality::Planned && c.does(&[Sense::Pledge]);
    let modality =
        if pledges && (offered || modality == Modality::Fact) { Modality::Pledged } else { modality };
    let taken_back = c.is_taken_back();
    let mut found = false;
    // "to join the 400": they are there.
    let joins_only = c.does(&[Sense::Join]) && !c.does(&[Sense::Send, Sense::Deploy, Sense::Give]);
    let people: Vec<usize> = c
        .clause()
        .after
        .clone()
        .filter(|at| {
            c.phrase(*at).group().is_some_and(|group| !group.is_none)
                && (matches!(c.phrase(*at).link, None | Some(Link::Of | Link::Other))
                    || pledges && c.is_counted(*at) && c.phrase(*at).link == Some(Link::To))
                && !joins_only
        })
        .collect();
    let promised: Vec<usize> = if pledges && c.is_passive() {
        let new = |at: &usize| {
            c.phrase(*at).group().is_some_and(|group| group.out_of.as_ref().is_none_or(|of| !of.is_planned))
        };
        c.subjects().into_iter().filter(new).collect()
    } else {
        Vec::new()
    };
    let people: Vec<usize> = people.into_iter().chain(promised).collect();
    // "350 of the 750 soldiers it pledged": the 750 were promised, not the 350.
    let own = |at: &usize| c.phrase(*at).group().is_some_and(|group| group.out_of.is_none());
    let antecedent = c.clause().antecedent.filter(|at| people.is_empty() && own(at));
    for at in people.into_iter().chain(antecedent) {
        let unnamed = earmarks && !c.is_counted(at);
        // "promised the Ruritanians guides": who hears it is not what is promised.
        let hears = pledges && !c.is_counted(at) && c.objects().any(|object| object > at);
        found |= hears;
        if unnamed
            || hears
            || c.counts_states(at)
            || c.is_host(at)
            || ceiling::has_taken(out, at)
            || !c.is_force(at) && !c.is_counted(at)
        {
            continue;
        }
        let more = c.phrase(at).group().is_some_and(|group| group.is_additional);
        // "other countries pledged 1,900 more": more than others, not than theirs before.
        let additional = more && matches!(c.scope(at).whose, Whose::Party(_));
        found = true;
        if taken_back {
            out.extend(c.movement(NAME, at, Step::Withdraw, None, Modality::Fact));
            continue;
        }
        if announces && c.phrase(at).group().is_some_and(|group| group.parties.is_empty()) {
            let scope = Scope { whose: Whose::of(c.agents()), ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, modality));
            continue;
        }
        out.extend(if additional {
            let comes = out.iter().any(|draft| draft.phrase == at);
            c.movement(NAME, at, Step::Pledge, None, modality)
                .map(|draft| if comes { super::arrived::without_day(draft) } else { draft })
        } else {
            c.count(
                NAME,
                at,
                Stage::Promised,
                c.scene().filter(|place| c.is_mission_area(Some(place))),
                modality,
            )
        });
    }
    // "are among the states that have made offers, in all of 900 people": each made one.
    if found && c.clause().antecedent.is_some() && c.acting_states().len() > 1 && !taken_back {
        some_of_each(c, c.clause().subject.unwrap_or_default(), modality, out);
    }
    let whole = out.iter().any(|draft| draft.rule == NAME && Some(draft.phrase + 1) == c.clause().verb);
    if !found && !earmarks && !whole && !has_other_object(c) {
        willing(c, modality, out);
    }
}

/// "suspended the plan to send police": nothing is promised by what is stopped.
fn stopped(c: &Context<'_>) -> bool {
    let outer = c.clause().on.and_then(|on| c.parse.clauses[on].verb).and_then(|verb| c.phrase(verb).verb());
    outer.is_some_and(|verb| verb.does(&[Sense::Freeze, Sense::Refuse, Sense::Criticise, Sense::End]))
}

/// "The parliament approved the dispatch of 100 police": what a state lets go it plans to send.
fn approved(c: &Context<'_>, out: &mut Vec<Draft>) {
    let lets = c.does(&[Sense::Authorise, Sense::Decide, Sense::Adopt, Sense::Pledge])
        || c.objects().any(|at| c.phrase(at).is_event(Sense::Authorise));
    let council = c.subject_actors().iter().any(|actor| c.any_is(actor.tokens.clone(), Cue::Council));
    if !lets || council || c.is_passive() && c.linked(Link::By).next().is_none() {
        return;
    }
    for at in c.clause().after.clone().filter(|at| c.is_counted(*at) && !c.is_host(*at)) {
        let noun = c.phrase(at - 1);
        let sent = noun.is_event(Sense::Send) || noun.is_event(Sense::Deploy);
        if !(sent && c.phrase(at).link == Some(Link::Of)) || out.iter().any(|draft| draft.phrase == at) {
            continue;
        }
        let own = c.scope(at);
        let next = c.parse.phrases.get(at + 1).filter(|next| next.link == Some(Link::Of));
        let of = next.and_then(|next| next.actors().iter().find_map(|actor| actor.party));
        let agent = c.agents().into_iter().find(|party| party.is_state());
        let main = || c.discourse.main().filter(|party| Some(*party) != c.report.host);
        let whose = match &own.whose {
            Whose::Unstated | Whose::Mission => {
                of.or(agent).or_else(main).map_or(Whose::Unstated, Whose::Party)
            }
            known => known.clone(),
        };
        let scope = Scope { whose, ..own };
        out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, Modality::Planned));
    }
}

/// "is counting on soldiers from Ruritania": whom somebody else expects.
fn relied_on(c: &Context<'_>, out: &mut Vec<Draft>) {
    let relies = c.does(&[Sense::Intend]) && !c.is_passive() && c.verb_is(Cue::RelyVerb);
    for at in c.objects().filter(|_| relies && c.modality() == Some(Modality::Fact)) {
        let Some(group) = c.phrase(at).group() else { continue };
        let theirs = !group.parties.is_empty() && group.parties.is_disjoint(&c.agents());
        if theirs && !c.is_host(at) && !out.iter().any(|draft| draft.phrase == at) {
            let scope = Scope { whose: Whose::of(group.parties.clone()), ..c.scope(at) };
            out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, Modality::Planned));
        }
    }
}

/// "would make 2,000 soldiers available".
fn ahead_available(c: &Context<'_>, modality: Modality) -> bool {
    let planned = matches!(modality, Modality::Planned | Modality::Pledged);
    let available = c.parse.clauses.iter().any(|clause| {
        clause.on == Some(c.index)
            && clause
                .verb
                .and_then(|at| c.phrase(at).verb())
                .is_some_and(|verb| !verb.is_finite && verb.does(&[Sense::Allocate]))
    });
    planned && c.does(&[Sense::Other]) && available
}

/// "was asked to send 500 more": nobody has promised them.
fn is_only_asked(c: &Context<'_>) -> bool {
    let asked = |verb: &crate::clause::VerbGroup| {
        verb.led_by(&[Sense::Urge]) && verb.is_passive
            || verb.led_by(&[Sense::Urge]) && !verb.does(&[Sense::Pledge])
    };
    c.verb().is_some_and(asked)
}

/// "Ruritania announced the dispatch of 100 police", without a day.
fn announced(c: &Context<'_>, out: &mut Vec<Draft>) {
    for (at, modality) in c.nominals(&[Sense::Send, Sense::Deploy], false) {
        if modality != Modality::Planned || c.date().is_some() || !c.is_counted(at) || c.is_host(at) {
            continue;
        }
        let own = c.scope(at);
        let whose = if own.whose == Whose::Unstated { Whose::of(c.agents()) } else { own.whose.clone() };
        let scope = Scope { whose, ..own };
        out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, Modality::Planned));
    }
}

/// "Ruritania raised its offer from 1,000 to 2,000 soldiers": what it promises now.
fn revised(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let moves = c.does(&[Sense::Reach, Sense::Reduce, Sense::Amend]);
    let promise = c.objects().chain(c.clause().subject).find(|at| c.phrase(*at).is_event(Sense::Pledge));
    // "has vowed to bring their number to 1,000".
    let ahead = matches!(c.modality(), Some(Modality::Pledged | Modality::Planned));
    let size = c.objects().find(|at| {
        let own = c.sentence.is(c.phrase(*at).tokens.start, Cue::Its) || c.phrase(*at).owner.is_some();
        let sized = c.phrase(*at).group().is_some_and(|group| group.number.is_some());
        let strength = c.phrase_is(*at, Cue::StrengthNoun) && !sized;
        ahead && own && strength && !c.agents().is_empty()
    });
    // "bring the total of the offers to 4,000", "the promises exceed 7,500".
    let total = c.linked(Link::Of).find(|at| c.phrase(*at).is_event(Sense::Pledge));
    let Some(promise) = promise.or(size).or(total).filter(|_| moves) else { return false };
    let plain = |at: &usize| c.phrase(*at).link.is_none() && c.verb_is(Cue::ReachTo);
    let to = c.linked(Link::To).chain(c.objects().filter(plain));
    let Some(at) = to.into_iter().find(|at| c.is_counted(*at) && !c.is_host(*at)) else { return false };
    let agents = c.agents();
    let owner = c.phrase(promise).owner.filter(|party| party.is_state()).map(Whose::Party);
    // What several states offer together is no one's.
    let whose = owner.unwrap_or_else(|| if agents.len() > 1 { Whose::Unstated } else { Whose::of(agents) });
    let scope = Scope { whose, ..c.scope(at) };
    out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, Modality::Pledged));
    if total.is_some() {
        some_of_each(c, at, Modality::Pledged, out);
    }
    true
}

/// "600 are due", "the first 200 are expected next month".
fn due(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
    // "is due home" is a return.
    if !c.does(&[Sense::Intend]) || c.has_people_object() || c.any_is(c.tokens(), Cue::Homeward) {
        return false;
    }
    let mut found = false;
    let finite = c.clause().hangs != crate::clause::Hangs::Participle;
    // "90 of the 500 members planned": the 500 are planned, not the 90.
    let whole = |at: &usize| {
        c.phrase(*at).group().is_none_or(|group| group.out_of.is_none())
            || finite && !super::subset::is_still_due(c, *at)
    };
    for at in c.subjects().into_iter().filter(whole) {
        let known = finite || matches!(c.scope(at).whose, Whose::Party(_));
        if c.is_counted(at) && c.is_force(at) && known && !ceiling::has_taken(out, at) {
            let modality = if modality == Modality::Fact { Modality::Planned } else { modality };
            // "is expected in the capital before the end of the month": they come on a day.
            let here = c.scene().filter(|place| place.party.is_some() && place.party == c.report.host);
            let comes = finite && c.date().is_some() && (here.is_some() || c.scene().is_none());
            let step = if comes { Step::Deploy } else { Step::Pledge };
            out.extend(c.movement(NAME, at, step, here.filter(|_| comes), modality));
            found = true;
        }
    }
    found
}

/// "21 will shortly go to Freedonia": people about to come without a day.
fn coming(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
    let dated = c.date().is_some() && !is_only_announced(c);
    if modality != Modality::Planned || dated || c.has_people_object() {
        return false;
    }
    if c.clause().hangs == crate::clause::Hangs::Infinitive {
        return false;
    }
    let to = c.place(&[Link::To, Link::For, Link::In]);
    let follows = c.verb_is(Cue::ComeVerb) || c.verb_is(Cue::TakePart);
    let comes = c.does(MOVING) || follows || c.does(&[Sense::Depart]) && goes_to_mission(c, to.as_ref());
    let soon = !c.says(&[Sense::Prepare, Sense::Ready]);
    if !comes || !soon || !c.is_mission_area(to.as_ref()) || super::arrived::is_for_training(c) {
        return false;
    }
    let mut found = false;
    for at in c.patients() {
        if c.is_counted(at) && c.is_force(at) {
            out.extend(c.movement(NAME, at, Step::Pledge, to.clone(), modality));
            found = true;
        }
    }
    found
}

/// "the plan is for 1,000 to be stationed there".
fn plan_for(c: &Context<'_>, out: &mut Vec<Draft>) -> bool {
    let Some(subject) = c.clause().subject else { return false };
    let plan = (c.phrase(subject).is_event(Sense::Intend) || c.phrase(subject).is_event(Sense::Pledge))
        || matches!(c.phrase(subject).what, Kind::Noun) && c.phrase_is(subject, Cue::PlanNoun);
    if !plan || !c.only_is() {
        return false;
    }
    let mut found = false;
    for at in c.clause().after.clone() {
        if c.is_counted(at) && matches!(c.phrase(at).link, None | Some(Link::For)) && !c.is_host(at) {
            let mut scope = c.scope(at);
            if scope.whose == Whose::Unstated
                && let Some(spoken) = c.phrase(at).group().and_then(|group| c.discourse.antecedent(group))
            {
                scope.whose = spoken.whose.clone();
            }
            out.extend(c.count_of(
                NAME,
                at,
                scope,
                Stage::Promised,
                c.scene().filter(|place| c.is_mission_area(Some(place))),
                Modality::Planned,
            ));
            found = true;
        }
    }
    found
}

/// "Ruritania's share will be 1,000".
fn share(c: &Context<'_>, modality: Modality, out: &mut Vec<Draft>) -> bool {
    let Some(subject) = c.clause().subject else { return false };

    let named = c.phrase_is(subject, Cue::ShareNoun);
    let ahead = modality == Modality::Planned || c.phrase_is(subject, Cue::OwedNoun);
    let whose = match (&c.phrase(subject).what, c.phrase(subject).owner) {
        (_, Some(party)) => Whose::Party(party),
        (Kind::People(_), None) => c.scope(subject).whose,
        _ => return false,
    };
    if !named || !ahead || !(c.only_is() || c.does(&[Sense::Stand, Sense::Reach])) {
        return false;
    }
    let to = |at: &usize| c.is_counted(*at) && c.phrase(*at).link != Some(Link::From);
    let Some(at) = c.clause().after.clone().find(to) else { return false };
    let scope = Scope { whose, ..c.scope(at) };
    let modality = if modality == Modality::Fact { Modality::Pledged } else { modality };
    out.extend(c.count_of(NAME, at, scope, Stage::Promised, None, modality));
    true
}

impl Context<'_> {
    /// "pulled out of its promise to send 100": the promise is withdrawn.
    fn is_taken_back(&self) -> bool {
        let Some(outer) = self.clause().on.map(|on| &self.parse.clauses[on]) else { return false };
        let back = outer.verb.and_then(|at| self.phrase(at).verb()).is_some_and(|verb| {
            !verb.is_negated
                && verb.time != Time::Open
                && verb.does(&[Sense::Withdraw, Sense::Refuse, Sense::End])
        });
        back && outer.after.clone().any(|at| self.phrase(at).is_event(Sense::Pledge))
    }
}
