//! A site is retaken, handed over or closed.
//!
//! **Reads** the sites that somebody "retook", "handed over" or "closed", one claim each, also where a colon opens their list.
//! Of closings only those of bases and camps.
//!
//! **Example.** "They have recaptured key places: the market, the radio station and the bridge." Three claims.
//!
//! **Refuses** sites that are attacked, guarded or only spoken of, and airports and roads that close for traffic.

use model::{Modality, Name, Site, SiteName, SiteStatus, Statement, Whose};

use crate::{
    Cue, Sense,
    clause::{Hangs, Kind, Link, Mark},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "site";

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    let status = if c.does(&[Sense::Retake]) {
        SiteStatus::Retaken
    } else if c.does(&[Sense::HandOver]) {
        SiteStatus::HandedOver
    } else if c.does(&[Sense::Close]) {
        SiteStatus::Closed
    } else {
        return;
    };
    let Some(modality) = c.modality().filter(|modality| !matches!(modality, Modality::Proposed)) else {
        return;
    };
    if c.clause().hangs == Hangs::Infinitive
        && modality != Modality::Fact
        && !c.verb().is_some_and(|verb| verb.is_passive)
    {
        return;
    }
    let passive = c.verb().is_some_and(|verb| verb.is_passive);
    let places: Vec<usize> = if passive {
        c.subjects()
    } else {
        let verb = c.clause().verb.unwrap_or(0);
        listed_behind(c, verb)
    };
    let sites = places.into_iter().filter(|at| matches!(c.phrase(*at).what, Kind::Site(_)));
    for at in sites {
        if status == SiteStatus::Closed && !is_base(c, at) || is_general(c, at) {
            continue;
        }
        let holder = holder(c);
        for name in names(c, at) {
            let site = Site { site: SiteName(name), status, holder: holder.clone(), span: c.span() };
            out.push(
                Draft::new(NAME, Statement::Site(site), modality, at)
                    .slot("site", c.bytes(at))
                    .slot("verb", c.clause().verb.and_then(|verb| c.bytes(verb)))
                    .slot("date", c.date().and_then(|(_, at)| c.bytes(at))),
            );
        }
    }
}

/// The nouns behind a verb: its objects, and those of a list that a colon opens.
fn listed_behind(c: &Context<'_>, verb: usize) -> Vec<usize> {
    let mut found = Vec::new();
    for at in verb + 1..c.parse.phrases.len() {
        match &c.phrase(at).what {
            Kind::Verb(_) | Kind::Relative | Kind::Tie(_) | Kind::Mark(Mark::Quote) => break,
            Kind::Site(_) if matches!(c.phrase(at).link, None | Some(Link::Of | Link::Including)) => {
                found.push(at);
            }
            _ => {}
        }
    }
    found
}

/// "key sites", "infrastructure": a word for sites, none by itself.
fn is_general(c: &Context<'_>, at: usize) -> bool {
    let named = names(c, at);
    let nameless = named.len() == 1
        && matches!(&c.phrase(at).what, Kind::Site(name) if named.first() == Some(name) && !name.as_str().contains(' '));
    if nameless && c.any_is(c.phrase(at).tokens.clone(), Cue::BaseNounPlural) {
        return true;
    }
    c.any_is(c.phrase(at).tokens.clone(), Cue::SitesInGeneral)
}

fn is_base(c: &Context<'_>, at: usize) -> bool {
    c.any_is(c.phrase(at).tokens.clone(), Cue::BaseNoun)
}

/// The name of a site; for one that only a place tells apart, with the place: "camp at Mopti".
fn names(c: &Context<'_>, at: usize) -> Vec<Name> {
    let Kind::Site(name) = &c.phrase(at).what else { return Vec::new() };
    let mut places = Vec::new();
    for next in at + 1..c.parse.phrases.len() {
        let phrase = c.phrase(next);
        match &phrase.what {
            Kind::Place(_) | Kind::Actors(_) if phrase.link == Some(Link::In) || !places.is_empty() => {
                let Some(place) = c.place_at(next) else { break };
                places.push(place.place.0);
            }
            Kind::And | Kind::Mark(Mark::Comma) if !places.is_empty() => {}
            _ => break,
        }
    }
    let with_place = |place: &Name| Name::new(&format!("{name} at {place}")).ok();
    if places.is_empty() { vec![name.clone()] } else { places.iter().filter_map(with_place).collect() }
}

/// Who did it: the party or mission that acts, or whose people do.
fn holder(c: &Context<'_>) -> Whose {
    let agents = c.agents();
    if !agents.is_empty() {
        return Whose::of(agents);
    }
    let Some(subject) = c.clause().subject.filter(|_| !c.verb().is_some_and(|verb| verb.is_passive)) else {
        return Whose::Unstated;
    };
    if c.is_mission(subject) {
        return Whose::Mission;
    }
    if c.phrase(subject).group().is_some() && c.scope(subject).whose != Whose::Unstated {
        return c.scope(subject).whose;
    }
    Whose::Unstated
}
