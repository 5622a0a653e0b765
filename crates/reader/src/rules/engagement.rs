//! Office holders meet, call, visit, receive or brief one another, or see people off.
//!
//! **Reads** a verb of contact between named persons, offices or bodies ("met", "were received by", "flew in for talks"), a meeting,
//! call, visit or send-off that somebody holds, attends or pays, and a summit of a body, with who took part, the day and the
//! place. Whose it is: the party of who acts, or of those who are received.
//!
//! **Example.** "During a joint briefing with Freedonia's prime minister, President Example said so." One briefing.
//!
//! **Refuses** contacts of unnamed people, patrols, and a meeting that nobody named takes part in.

mod day;
mod form;
mod occasion;
mod place;
mod session;
mod who;

use std::collections::BTreeSet;

use model::{Engagement, EngagementForm, Modality, Statement, Whose};

use crate::{Cue, Sense, clause::Role, context::Context, draft::Draft};

use self::{
    day::day,
    form::{form, gathering, is_following},
    place::place,
    who::{Participant, participants, whose},
};

pub(super) const NAME: &str = "engagement";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    if out.iter().any(|draft| draft.rule == NAME) {
        return;
    }
    // In a report on no known mission only a sentence that names one tells of contacts about it.
    let about = c.report.mission.is_some()
        || c.report.is_about_force
        || c.parse
            .phrases
            .iter()
            .any(|phrase| phrase.actors().iter().any(|actor| matches!(actor.role, Role::Mission(_))));
    let Some(verb_at) = c.clause().verb.filter(|_| about) else { return };
    let Some(modality) =
        c.modality().filter(|modality| matches!(modality, Modality::Fact | Modality::Planned))
    else {
        return;
    };
    let Some(form) = form(c) else { return };
    // "would leave, following a summit of the bloc": the summit has been.
    let behind = |at: usize| c.phrase(at).link.is_some() || is_following(c);
    let after = c.index > 0 && gathering(c).is_some_and(|(at, _)| behind(at));
    let modality = if after && modality == Modality::Planned { Modality::Fact } else { modality };
    let people = participants(c);
    let Some(whose) = whose(c, &people) else { return };
    // "leaders met": somebody met somebody.
    // "the army chiefs met": who they are has been told.
    let told = |at: usize| c.phrase_is(at, Cue::Several) && c.phrase(at).tokens.len() > 1;
    let several = c.clause().subject.is_some_and(told);
    let anybody =
        people.len() < 2 && !several && whose == Whose::Unstated && c.phrase(verb_at).tokens.len() == 1;
    if anybody && c.does(&[Sense::Meet]) && !c.is_passive() {
        return;
    }
    let engagement = engagement(c, form, whose, &people);
    out.push(
        Draft::new(NAME, engagement, modality, verb_at)
            .slot("who", people.first().and_then(|person| c.bytes(person.phrase)))
            .slot("verb", c.bytes(verb_at))
            .slot("date", c.date().and_then(|(_, at)| c.bytes(at))),
    );
}

/// The engagement that a clause is held to tell of, whose is known from elsewhere: a meeting unless its words tell another form.
pub(crate) fn engagement_of(c: &Context<'_>, whose: Whose) -> Statement {
    let forms = [
        (Sense::Call, EngagementForm::Call),
        (Sense::Visit, EngagementForm::Visit),
        (Sense::Brief, EngagementForm::Briefing),
    ];
    let by_sense = || forms.into_iter().find(|(sense, _)| c.says(&[*sense])).map(|(_, form)| form);
    let form = form(c).or_else(by_sense).unwrap_or(EngagementForm::Meeting);
    engagement(c, form, whose, &participants(c))
}

fn engagement(c: &Context<'_>, form: EngagementForm, whose: Whose, people: &[Participant]) -> Statement {
    Statement::Engagement(Engagement {
        form,
        whose,
        participants: people.iter().filter_map(|person| person.name.clone()).collect(),
        topics: BTreeSet::new(),
        place: place(c),
        span: day(c),
    })
}
