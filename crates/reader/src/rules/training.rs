//! People are trained for the mission.
//!
//! **Reads** people who "are undergoing training", "are in training" as a count in *training*, and people whom somebody
//! "trained", who "completed their training" or will travel "for training" as a movement *enter training*: they have
//! begun it, and the text does not say that they are ready.
//!
//! **Example.** "The Grand Duchy's army trained 31 Ruritanian soldiers and 20 coast guards in Freedonia." Two movements of
//! Ruritania: who trains them owns them not.
//!
//! **Refuses** people of the host whose number is not told, and trainers.

use model::{Modality, Stage, Step};

use crate::{
    Cue, Sense,
    clause::{Hangs, Link, Small, Tie, Time},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "training";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    course_for(c, out);
    let Some(modality) = c.modality() else { return };
    let course = |at: usize| c.phrase(at).is_event(Sense::Train);
    let object_course = c.objects().any(course);
    // "have finished their preparation", "completed several months of drill".
    let finished = c.says(&[Sense::Undergo, Sense::Complete])
        && !c.has_people_object()
        && (c.objects().any(|at| c.phrase(at).is_event(Sense::Prepare))
            || c.objects().next().is_some_and(|at| {
                c.parse.phrases.get(at + 1).is_some_and(|next| next.link == Some(Link::Of) && course(at + 1))
            }));
    let on_course = finished
        || c.says(&[Sense::Undergo, Sense::Complete, Sense::Begin, Sense::Receive]) && object_course
        || c.says(&[Sense::Undergo]) && c.clause().after.clone().any(course);
    let on_course = on_course
        || c.objects().next().is_some_and(course) && c.does(&[Sense::Meet]) && c.verb_is(Cue::HoldVerb);
    // "are in pre-deployment training".
    let in_course = c.only_is() && c.linked(Link::In).any(course);
    // "prepared 180 Ruritanians for the mission".
    let prepared = c.does(&[Sense::Prepare])
        && c.has_people_object()
        && c.linked(Link::For).any(|at| {
            let area = c.place_at(at).is_some_and(|to| to.party.is_some() && to.party == c.report.host);
            area || c.is_mission(at) || c.phrase(at).is_event(Sense::Deploy)
        });
    // "is preparing 350 officers to relieve those who serve there".
    let for_duty = c.does(&[Sense::Prepare])
        && c.has_people_object()
        && c.parse.clauses.iter().any(|clause| {
            let verb = clause.verb.and_then(|at| c.phrase(at).verb());
            clause.on == Some(c.index)
                && clause.hangs == Hangs::Infinitive
                && verb.is_some_and(|verb| verb.does(&[Sense::Replace, Sense::Join, Sense::Deploy]))
        });
    let prepared = prepared || for_duty;
    let trained = c.does(&[Sense::Train]) || prepared;
    let travels = left_trained(c)
        || c.does(&[Sense::Depart, Sense::Arrive, Sense::Send, Sense::Join])
            && super::arrived::is_for_training(c);
    if !(on_course || in_course || trained || travels) {
        return;
    }
    if matches!(modality, Modality::Denied | Modality::Proposed) {
        return;
    }
    let place = c.place(&[Link::In, Link::To]);
    let lasting = c.verb().is_some_and(|verb| verb.time == Time::Present) && !c.says(&[Sense::Complete]);
    for at in c.patients() {
        // "the mission has trained 90 of the host's police": the host's own count where their number is told.
        let own_host = c.is_host(at) && c.is_counted(at);
        if c.is_host(at) && !own_host || !c.is_force(at) && !c.is_counted(at) {
            continue;
        }
        let theirs =
            matches!(c.scope(at).whose, model::Whose::Party(_)) && c.report.is_about_force && c.is_passive();
        if c.phrase(at)
            .group()
            .is_some_and(|group| group.head == crate::clause::Head::Pronoun && !c.is_counted(at) && !theirs)
        {
            continue;
        }
        let named = c.phrase(at).group().is_some_and(|group| !group.parties.is_empty() || group.is_definite);
        // "to train soldiers for the mission": nobody says whose.
        if c.has_people_object() && !named && !c.is_counted(at) {
            continue;
        }
        // "Ruritania is training 50 officers for the mission": its own.
        let agents = c.agents();
        // Who trains them in a third state trains others.
        let abroad =
            place.as_ref().and_then(|place| place.party).is_some_and(|party| !agents.contains(&party));
        let for_mission = c.linked(Link::For).any(|at| c.is_mission(at)) && c.has_people_object() && !abroad;
        if for_mission && !agents.is_empty() && c.scope(at).whose == model::Whose::Unstated {
            let scope = model::Scope { whose: model::Whose::of(agents), ..c.scope(at) };
            out.extend(if lasting && modality == Modality::Fact {
                c.count_of(NAME, at, scope, Stage::Training, place.clone(), modality)
            } else {
                c.movement_of(NAME, at, scope, Step::EnterTraining, None, place.clone(), modality)
            });
            continue;
        }
        let known = c.scope(at).whose != model::Whose::Unstated;
        // Who trains unnamed people trains the host's.
        let soldiers = c.phrase(at).group().is_some_and(|group| {
            let troops = matches!(group.service, Some(model::Service::Police | model::Service::Troops));
            troops && c.is_counted(at) && c.report.is_about_force
        });
        let keepers = c.phrase_is(at, Cue::Peacekeeper) || soldiers;
        let by_mission = c.subject_is_mission() && c.has_people_object() && !own_host;
        // "the mission has trained 1,600 Ruritanian soldiers": theirs, where it is told whose they are.
        let by_mission = by_mission && !(named && c.is_counted(at) && known);
        // "The mission has trained 8,800 soldiers": the host's.
        if let Some(host) = c.report.host.filter(|_| by_mission && !known && soldiers) {
            let scope = model::Scope { whose: model::Whose::Party(host), ..c.scope(at) };
            out.extend(c.movement_of(NAME, at, scope, Step::EnterTraining, None, place.clone(), modality));
            continue;
        }
        if !known && !keepers && c.has_people_object() || by_mission {
            continue;
        }
        out.extend(if lasting && modality == Modality::Fact {
            c.count(NAME, at, Stage::Training, place.clone(), modality)
        } else {
            c.movement(NAME, at, Step::EnterTraining, place.clone(), modality)
        });
    }
}

/// "left after six months of training": those who go have been trained.
fn left_trained(c: &Context<'_>) -> bool {
    let after = |at: usize| c.sentence.small(c.phrase(at).tokens.start) == Small::Tie(Tie::After);
    let behind = |at: usize| (1..=2).any(|back| at >= back && after(at - back));
    c.does(&[Sense::Depart, Sense::Arrive, Sense::Send, Sense::Deploy])
        && c.clause().after.clone().any(|at| {
            c.phrase(at).is_event(Sense::Train)
                && matches!(c.phrase(at).link, Some(Link::Of | Link::Other))
                && behind(at)
        })
}

/// "the training of 300 officers is under way", "hosted a course for 330 soldiers".
fn course_for(c: &Context<'_>, out: &mut Vec<Draft>) {
    let named = c.nominals(&[Sense::Train], false);
    // "a course for 331 soldiers ended", "paid for the training of 330": whatever is told of the course.
    let modality = c.modality().filter(|modality| matches!(modality, Modality::Fact | Modality::Planned));
    let told = c.around().filter(|at| {
        let of = c.parse.phrases.get(at + 1);
        c.phrase(*at).is_event(Sense::Train)
            && c.phrase(*at).verb().is_none()
            && of.is_some_and(|of| matches!(of.link, Some(Link::For | Link::Of)) && of.group().is_some())
    });
    let told: Vec<_> = told.filter_map(|at| Some((at + 1, modality?))).collect();
    let named = named.into_iter().chain(told);
    let held = c.does(&[Sense::Receive, Sense::Give, Sense::Begin, Sense::Complete])
        && c.modality() == Some(Modality::Fact);
    let course = c.objects().find(|at| held && c.phrase(*at).is_event(Sense::Train)).map(|at| at + 1);
    let of = course.filter(|at| {
        c.parse
            .phrases
            .get(*at)
            .is_some_and(|of| matches!(of.link, Some(Link::For | Link::Of)) && of.group().is_some())
    });
    // "the course was attended by 85 officers".
    let attended = c.is_passive()
        && c.clause().subject.is_some_and(|at| c.phrase(at).is_event(Sense::Train))
        && c.modality() == Some(Modality::Fact);
    let by: Vec<usize> = c.linked(Link::By).filter(|at| attended && c.is_force(*at)).collect();
    let of = of.into_iter().chain(by);
    for (at, modality) in named.chain(of.map(|at| (at, Modality::Fact))) {
        if c.is_counted(at) && !out.iter().any(|draft| draft.phrase == at) {
            out.extend(c.movement(NAME, at, Step::EnterTraining, None, modality));
        }
    }
}
