//! A counted body of people of whom no other rule tells, by what its clause says.
//!
//! **Reads** a number of people of a force that moves, is promised, trained, ready, there or gone by the sense of its clause's
//! verb, whatever place, day or noun stands beside it; a number that goes on from one before it ("Ruritania sent 30, Freedonia 20") as that
//! one; a part ("forty of them") as its whole; and people of whom a clause tells nothing else as being there, or promised where it
//! lies ahead. It is the last to look, where rules that know more have read nothing.
//!
//! **Example.** "Ruritania wants to provide 170 soldiers, and keeps 60 in the north." 170 planned, and 60 there.
//!
//! **Refuses** numbers of people of no force, the host's own, what is denied, asked for or only possible, and people who are met, heard or
//! left at home.

use model::{Count, CountFields, Modality, Movement, MovementFields, Scope, Stage, Statement, Step, Whose};

use crate::{
    Cue, Sense,
    clause::{Clause, Hangs, Head, Kind, Link, Mark, Tie},
    context::Context,
    draft::Draft,
};

mod in_passing;
mod moved;

use super::arrived::MOVING;
use in_passing::{presupposed, share_with};
use moved::{departs, moves};

pub(super) const NAME: &str = "counted";

/// What became of people, as their clause tells.
enum Told {
    /// They are in a stage.
    In(Stage, Modality),
    /// They take a step.
    Take(Step, Modality),
}

/// Those that are no part of others.
pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    each(c, false, out);
}

/// Those that no claim of a whole has taken with it.
pub(super) fn read_parts(c: &Context<'_>, out: &mut Vec<Draft>) {
    each(c, true, out);
}

/// Whether a number is told as a part of another: "75 of them from Ruritania and eight from Freedonia".
fn is_part(c: &Context<'_>, at: usize) -> bool {
    let part = |at: usize| c.phrase(at).group().is_some_and(|group| group.is_part && group.out_of.is_none());
    // "of whom 380 are Ruritanian", "made up of 5,500 soldiers and 50 civilians".
    let of_whom = at >= 2
        && matches!(c.phrase(at - 1).what, Kind::Relative)
        && matches!(c.phrase(at - 2).link, Some(Link::Of | Link::Including));
    let made_up = (1..=at.min(3)).any(|back| {
        c.phrase(at - back).verb().is_some_and(|verb| !verb.is_passive && verb.verbs.len() == 1)
            && c.phrase_is(at - back, Cue::MadeUpOf)
            && c.phrase(at + 1 - back).link == Some(Link::Of)
    });
    part(at)
        || of_whom
        || made_up
        || c.phrase(at).link == Some(Link::Including)
        || at > 0
            && matches!(c.phrase(at - 1).what, Kind::And | Kind::Mark(Mark::Comma))
            && (0..at - 1).any(|before| {
                part(before) || c.phrase(before).link == Some(Link::Including) && c.is_counted(before)
            })
}

fn each(c: &Context<'_>, parts: bool, out: &mut Vec<Draft>) {
    // Once a sentence, when the last clause has been read.
    if c.index + 1 != c.parse.clauses.len() || !c.report.is_about_force {
        return;
    }
    // "Were Ruritania to send 400", "Would 400 be enough?"
    let last = c.sentence.tokens.len().saturating_sub(1);
    let open = c.parse.phrases.iter().any(|phrase| matches!(phrase.what, Kind::Tie(Tie::If)));
    if open || c.sentence.shape(last) == crate::Shape::Mark && c.sentence.word(last) == "?" {
        return;
    }
    for at in 0..c.parse.phrases.len() {
        if !parts && is_part(c, at) || is_taken(c, at, out) || !c.is_counted(at) || !may_serve(c, at) {
            continue;
        }
        if let Some(draft) = goes_on(c, at, out) {
            out.push(draft);
            continue;
        }
        if let Some(draft) = share_with(c, at) {
            out.push(draft);
            continue;
        }
        let Some(index) = clause_of(c, at) else {
            out.extend(presupposed(c, at));
            continue;
        };
        let clause = Context { index, ..*c };
        // "had been the first to leave": the infinitive tells.
        let first_to = clause.only_is().then(|| {
            c.parse.clauses.iter().position(|inner| {
                inner.on == Some(index) && inner.hangs == Hangs::Infinitive && inner.subject == Some(at)
            })
        });
        let clause = Context { index: first_to.flatten().unwrap_or(index), ..*c };
        let Some(told) = told(&clause, at) else {
            out.extend(presupposed(&clause, at));
            continue;
        };
        let place = clause.scene_of(at).filter(|place| clause.is_mission_area(Some(place)));
        let scope = match told {
            Told::In(Stage::Deployed, _) | Told::Take(Step::Repatriate, Modality::Planned) => {
                scope(&clause, at, clause.scope_there(at))
            }
            _ => scope(&clause, at, clause.scope(at)),
        };
        out.extend(match told {
            Told::In(stage, modality) => clause.count_of(NAME, at, scope, stage, place, modality),
            Told::Take(step, modality) => {
                let ordinal = clause.phrase(at).group().and_then(|group| group.ordinal);
                clause.movement_of(NAME, at, scope, step, ordinal, place, modality)
            }
        });
    }
}

fn is_taken(c: &Context<'_>, at: usize, out: &[Draft]) -> bool {
    out.iter().any(|draft| {
        draft.phrase == at
            || draft.number.as_ref().is_some_and(|tokens| c.phrase(at).tokens.contains(&tokens.start))
    })
}

/// Whether a number can count people of the force: one with a noun as every rule asks, a bare one where it is no sum of things.
fn may_serve(c: &Context<'_>, at: usize) -> bool {
    let Some(group) = c.phrase(at).group() else { return false };
    let thing = (0..at).any(|before| matches!(c.phrase(before).what, Kind::Kit(_) | Kind::Sum(_)));
    let several = c.quantity(at).number() != Some(1);
    let bare = group.is_bare() && !c.is_host(at) && !thing && several;
    let fighters = c.phrase_is(at, Cue::Fighters);
    !c.counts_states(at) && (c.is_force(at) || bare) && !fighters && !group.is_none && !group.is_one
}

/// The clause that tells of a phrase: the one that it is the subject of, else the one whose verb it stands behind.
fn clause_of(c: &Context<'_>, at: usize) -> Option<usize> {
    let find = |test: &dyn Fn(&Clause) -> bool| {
        c.parse.clauses.iter().position(|clause| clause.verb.is_some() && test(clause))
    };
    find(&|clause| clause.subject == Some(at) && clause.before.contains(&at))
        .or_else(|| find(&|clause| clause.after.contains(&at)))
        .or_else(|| {
            find(&|clause| {
                clause.before.contains(&at) && matches!(c.phrase(at).link, None | Some(Link::With))
            })
        })
}

/// "Ruritania sent 30 and Freedonia 20", ": 75 from Ruritania and eight from Freedonia", "down from 19,600": what is told of the number
/// before it in the sentence.
fn goes_on(c: &Context<'_>, at: usize, out: &[Draft]) -> Option<Draft> {
    let group = c.phrase(at).group()?;
    let named = at.checked_sub(1).filter(|before| {
        let phrase = c.phrase(*before);
        matches!(phrase.what, Kind::Actors(_)) && phrase.link.is_none()
    });
    let first = named.unwrap_or(at);
    let joined = first.checked_sub(1).is_some_and(|before| {
        matches!(c.phrase(before).what, Kind::And | Kind::Mark(Mark::Comma | Mark::Stop))
    });
    let own = if group.parties.is_empty() {
        named.map(|named| crate::discourse::contributors(c.phrase(named), c.report))?
    } else {
        group.parties.clone()
    };
    if !joined || own.is_empty() || c.phrase(at).link.is_some() {
        return None;
    }
    // A number with a verb of its own is told by that.
    let has_verb = c.parse.clauses.iter().any(|clause| {
        clause.verb.is_some_and(|verb| verb > at) && clause.subject == Some(at) && clause.before.contains(&at)
    });
    let before = out.iter().rev().filter(|draft| draft.phrase < at && draft.number.is_some());
    let whole =
        before.into_iter().find(|draft| c.phrase(draft.phrase).group().is_some()).filter(|_| !has_verb)?;
    // Nothing but its like stands between the two.
    let between = c.parse.phrases[whole.phrase + 1..first].iter().all(|phrase| {
        !matches!(phrase.what, Kind::Tie(_) | Kind::Relative | Kind::But | Kind::Kit(_) | Kind::Sum(_))
    });
    let statement = between.then(|| of_part(&whole.statement, &Whose::of(own), c, at)).flatten()?;
    let draft = Draft::new(NAME, statement, whole.modality, at);
    Some(c.filled(draft, at))
}

/// The same told of another body of people.
fn of_part(statement: &Statement, whose: &Whose, c: &Context<'_>, at: usize) -> Option<Statement> {
    let quantity = c.quantity(at);
    let scope = |of: &Scope| Scope { whose: whose.clone(), ..of.clone() };
    match statement {
        Statement::Count(count) => {
            let fields = CountFields { scope: scope(&count.scope), quantity, ..count.clone().into() };
            Count::try_from(fields).ok().map(Statement::Count)
        }
        Statement::Movement(movement) => {
            let fields = MovementFields {
                scope: scope(&movement.scope),
                quantity,
                ordinal: None,
                during: c.date_of(at).map_or(movement.during, crate::DateMention::bounded),
                ..movement.clone().into()
            };
            Movement::try_from(fields).ok().map(Statement::Movement)
        }
        _ => None,
    }
}

/// Of whom: as resolved; of nobody named, of the mission where it is the one who acts.
fn scope(c: &Context<'_>, at: usize, own: Scope) -> Scope {
    let with = c.phrase(at).link == Some(Link::With)
        && c.phrase(at).group().is_some_and(|group| group.parties.is_empty());
    if own.whose != Whose::Unstated && !with {
        return own;
    }
    // "Ruritania remains with 300".
    if with && !c.agents().is_empty() {
        return Scope { whose: Whose::of(c.agents()), ..own };
    }
    if c.subject_is_mission() && (c.clause().after.contains(&at) || with) {
        return Scope { whose: Whose::Mission, ..own };
    }
    own
}

fn told(c: &Context<'_>, at: usize) -> Option<Told> {
    let verb = c.verb()?;
    let group = c.phrase(at).group()?;
    // "The insurgents are thought to number 300".
    if c.clause().subject.is_some_and(|subject| c.phrase_is(subject, Cue::Fighters)) {
        return None;
    }
    let link = c.phrase(at).link;
    let moved = c.subjects().contains(&at) || link.is_none() && c.clause().after.contains(&at);
    let wants = c.verb_is(Cue::WantVerb);
    let wished =
        wants && !verb.is_negated && verb.does(&[Sense::Give, Sense::Send, Sense::Deploy, Sense::Pledge]);
    // "With 991 members it has not reached its size": how many there are is not denied.
    let with = link == Some(Link::With);
    let opens = with && c.clause().before.start == at;
    let modality = if opens { Some(Modality::Fact) } else { c.modality() };
    let modality = modality.or(wished.then_some(Modality::Planned))?;
    if matches!(modality, Modality::Denied | Modality::Proposed) {
        return None;
    }
    let ahead = !modality.is_told();
    // "They follow 200 soldiers of Ruritania": who came before them.
    let joined = c.does(&[Sense::Join]) && !c.is_passive() && c.clause().after.contains(&at);
    let follows = joined && c.verb_is(Cue::FollowVerb);
    if follows && !ahead && !group.is_definite && link.is_none() {
        return Some(Told::Take(Step::Deploy, modality));
    }
    if is_refused(c, at, joined) {
        return None;
    }
    let scene = c.scene_of(at);
    let elsewhere = !c.is_mission_area(scene.as_ref()) || c.is_home(at, scene.as_ref());
    if opens && (c.subject_is_mission() || !c.agents().is_empty()) && !c.does(MOVING) {
        return Some(Told::In(Stage::Deployed, modality));
    }
    let gone = c.discourse.is_leaving
        && moved
        && !ahead
        && c.linked(Link::To).any(|at| c.place_at(at).is_some_and(|to| to.party != c.report.host));
    if gone && c.does(&[Sense::Other, Sense::Depart, Sense::Arrive, Sense::Send]) {
        return Some(Told::Take(Step::Repatriate, modality));
    }
    if matches!(link, Some(Link::Than | Link::By | Link::Other | Link::As | Link::To)) {
        return None;
    }
    if c.does(&[Sense::Return, Sense::Withdraw, Sense::Rotate]) || moved && c.moves_away() {
        let nobody = group.is_bare() && c.scope(at).whose == Whose::Unstated && !c.discourse.is_leaving;
        return (moved && !nobody).then_some(Told::Take(Step::Repatriate, modality));
    }
    if c.does(&[Sense::Train, Sense::Undergo]) {
        let known = c.scope(at).whose != Whose::Unstated;
        return (moved && known).then_some(Told::Take(Step::EnterTraining, modality));
    }
    if verb.says_any(&[Sense::Ready]) && moved && !c.has_people_object() {
        return Some(Told::In(Stage::Ready, modality));
    }
    let left = c.does(&[Sense::Depart]) && c.is_passive() && c.verb_is(Cue::LeftVerb);
    if c.does(&[Sense::Depart]) && !left {
        return departs(c, at, modality, moved, elsewhere);
    }
    let hails = c.verb_is(Cue::BelongVerb) && c.linked(Link::From).next().is_some() && c.date().is_none();
    if c.does(MOVING) && !hails {
        return moves(c, at, modality, moved, elsewhere || super::arrived::is_for_training(c), wished);
    }
    let known = c.scope(at).whose != Whose::Unstated;
    let gives = ahead && c.does(&[Sense::Give, Sense::Allocate, Sense::Serve, Sense::Have]);
    if (gives || c.does(&[Sense::Pledge])) && !c.subject_is_mission() && known {
        return Some(promised(c, at, if ahead { modality } else { Modality::Pledged }));
    }
    if c.does(&[Sense::Authorise, Sense::Adopt, Sense::Intend]) {
        return None;
    }
    there(c, at, modality, moved, known)
}

/// What no clause tells of the mission's people: they are asked for, met, joined, left at home, or not who acts.
fn is_refused(c: &Context<'_>, at: usize, joined: bool) -> bool {
    let Some(verb) = c.verb() else { return true };
    let others = [
        Sense::Kill,
        Sense::Wound,
        Sense::Miss,
        Sense::Attack,
        Sense::Meet,
        Sense::Receive,
        Sense::Say,
        Sense::Believe,
        Sense::Lack,
        Sense::Criticise,
        Sense::Urge,
        Sense::Propose,
        Sense::Wish,
        Sense::Visit,
        Sense::Call,
        Sense::Brief,
        Sense::Thank,
        Sense::Replace,
    ];
    // "the number of soldiers injured rose to 30".
    let hurt = [Sense::Kill, Sense::Wound, Sense::Miss];
    let of_hurt = c.parse.phrases.iter().any(|phrase| {
        phrase.verb().is_some_and(|verb| verb.says_any(&hurt))
            || hurt.iter().any(|sense| phrase.is_event(*sense))
    });
    if of_hurt && !c.does(MOVING) {
        return true;
    }
    let asked = verb.led_by(&[Sense::Urge]);
    let after = || c.clause().after.clone();
    // "were pulled out of the training", "sent 10,000 to its border".
    let of_course = after().any(|at| c.phrase(at).is_event(Sense::Train));
    let at_home = after().any(|at| {
        c.phrase(at).link.is_some()
            && matches!(c.phrase(at).what, Kind::Noun | Kind::Site(_))
            && c.sentence.is(c.phrase(at).tokens.start, Cue::Its)
    });
    let gone = c.any_is(c.tokens(), Cue::LeaveService) || c.any_is(c.tokens(), Cue::Resignation);
    verb.does(&others)
        || asked
        || joined
        || gone
        || of_course && !c.does(&[Sense::Train, Sense::Undergo, Sense::Receive, Sense::Complete])
        || at_home && !c.subject_is_mission()
        || c.phrase(at).group().is_some_and(|group| group.is_planned)
}

/// People of whom a clause tells nothing else: they are there; promised, where it lies ahead.
fn there(c: &Context<'_>, at: usize, modality: Modality, moved: bool, known: bool) -> Option<Told> {
    let group = c.phrase(at).group()?;
    let link = c.phrase(at).link;
    let ahead = !modality.is_told();
    let stays = c.does(&[Sense::Have, Sense::Serve, Sense::Remain, Sense::Stand]);
    let with = link == Some(Link::With) && (stays || c.only_is());
    let scene = c.scene_of(at);
    let here = scene.as_ref().is_some_and(|place| place.party.is_some() && place.party == c.report.host)
        || scene.is_none() && (c.any_is(c.reach(), Cue::HereOrThere) || c.names_mission());
    // "keeps a contingent of 300 along the border".
    let keeps = c.verb_is(Cue::KeepVerb);
    // "has 24,000 soldiers in its army": only those of the mission, or who are there, are meant.
    let meant = here
        || scene.is_none() && (c.subject_is_mission() || known && (keeps || !c.does(&[Sense::Have])))
        || scene.as_ref().is_some_and(|place| place.party.is_none()) && known
        || scene.is_none() && c.subjects().contains(&at) && c.is_force(at);
    let finite = c.clause().hangs != Hangs::Infinitive;
    let bare = group.is_bare();
    if !meant || !finite || group.head == Head::Pronoun || !(moved || with || link == Some(Link::Of)) {
        return None;
    }
    // "its first 200 officers should be in the capital by June": they come by then.
    let in_area = scene.as_ref().is_some_and(|place| place.party.is_some() && place.party == c.report.host);
    // "700 officers have to share 40 vehicles": they are there.
    if ahead && c.verb_is(Cue::DutyVerb) && moved && link.is_none() && c.does(&[Sense::Other]) {
        return Some(Told::In(Stage::Deployed, Modality::Fact));
    }
    if ahead && c.only_is() && moved && in_area && c.date().is_some() {
        return Some(Told::Take(Step::Deploy, modality));
    }
    if ahead {
        return (known && !c.subject_is_mission() && !bare && c.does(&[Sense::Other, Sense::Stand]))
            .then(|| promised(c, at, modality));
    }
    let plain = c.only_is() || stays || c.does(&[Sense::Other, Sense::Reach, Sense::Secure, Sense::Depart]);
    // "Seventy officers work from the base", "1,000 soldiers have protected him".
    let uniformed = matches!(group.service, Some(model::Service::Police | model::Service::Troops))
        && c.report.is_about_force
        && moved
        && link.is_none();
    (plain && (known || here || uniformed || c.subject_is_mission()))
        .then_some(Told::In(Stage::Deployed, modality))
}

/// People who are promised: more of them where they are told of as more.
fn promised(c: &Context<'_>, at: usize, modality: Modality) -> Told {
    if c.phrase(at).group().is_some_and(|group| group.is_additional) {
        Told::Take(Step::Pledge, modality)
    } else {
        Told::In(Stage::Promised, modality)
    }
}
