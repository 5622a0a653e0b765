//! A site is retaken, handed over or closed.
//!
//! **Reads** the sites that somebody "retook", "seized", "handed over", "closed" or "left", one claim each, also where a colon
//! opens their list; "the handover of the camp", "the base is now under the control of the army". Of closings only those of
//! bases and camps.
//!
//! **Example.** "They have recaptured key places: the market, the radio station and the bridge." Three claims.
//!
//! **Refuses** sites of which only the number is told, sites that are attacked, guarded or only spoken of, and airports and roads that close for traffic.

use model::{Modality, Name, Site, SiteName, SiteStatus, Statement, Whose};

use crate::{
    Cue, Sense, What,
    clause::{Actor, Hangs, Head, Kind, Link, Mark, Role},
    context::Context,
    draft::Draft,
};

pub(super) const NAME: &str = "site";

/// A town's name has fewer words.
const MOST_NAME: usize = 4;

pub(super) fn read(c: &Context<'_>, out: &mut Vec<Draft>) {
    let Some(modality) = c.modality().filter(|modality| !matches!(modality, Modality::Proposed)) else {
        return;
    };
    let told = by_verb(c).or_else(|| by_noun(c)).or_else(|| in_hands_of(c));
    let Some((status, places)) = told else { return };
    if c.clause().hangs == Hangs::Infinitive
        && modality != Modality::Fact
        && !c.verb().is_some_and(|verb| verb.is_passive)
    {
        return;
    }
    for at in places {
        if status == SiteStatus::Closed && !is_base(c, at) || is_general(c, at) || is_counted(c, at) {
            continue;
        }
        let holder = holder(c);
        for name in names(c, at) {
            let site = Site { site: SiteName(name), status, holder: holder.clone(), span: c.span() };
            let draft = Draft::new(NAME, Statement::Site(site), modality, at)
                .slot("site", c.bytes(at))
                .slot("verb", c.clause().verb.and_then(|verb| c.bytes(verb)))
                .slot("date", c.date().and_then(|(_, at)| c.bytes(at)));
            if !out.iter().any(|other| other.rule == NAME && other.phrase == at && same_site(other, &draft)) {
                out.push(draft);
            }
        }
    }
}

fn same_site(a: &Draft, b: &Draft) -> bool {
    matches!((&a.statement, &b.statement), (Statement::Site(a), Statement::Site(b)) if a.site == b.site)
}

/// What became of the sites that the verb acts on.
fn by_verb(c: &Context<'_>) -> Option<(SiteStatus, Vec<usize>)> {
    let verb = c.clause().verb?;
    let passive = c.is_passive();
    let places: Vec<usize> = if passive { c.subjects() } else { listed_behind(c, verb) };
    let to_somebody = c.linked(Link::To).any(|at| {
        let phrase = c.phrase(at);
        phrase.group().is_some() || !phrase.actors().is_empty()
    });
    let does = |sense| c.does(&[sense]);
    // "drove the gangs out of the hospital": from where is what is retaken.
    if c.phrase_is(verb, Cue::DriveVerb) && by_arms(c) && c.objects().any(|at| c.phrase_is(at, Cue::Fighters))
    {
        let from = |at: &usize| matches!(c.phrase(*at).link, Some(Link::From | Link::Of));
        let sites = || c.clause().after.clone().filter(from);
        let towns = || sites().find(|at| is_town(c, *at));
        let named: Vec<usize> = sites().filter(|at| is_site(c, *at)).collect();
        let found = if named.is_empty() { towns().into_iter().collect() } else { named };
        return Some((SiteStatus::Retaken, found));
    }
    // "The camp was given to the army", "the base passed to the police".
    let given =
        (does(Sense::Give) || does(Sense::Depart)) && passive || c.phrase_is(verb, Cue::PassVerb) && !passive;
    if let Some(site) =
        c.clause().subject.filter(|at| given && to_somebody && is_base(c, *at) && is_site(c, *at))
    {
        return Some((SiteStatus::HandedOver, vec![site]));
    }
    // "gave the camp to the army".
    let active = does(Sense::Give) && !passive && to_somebody;
    if let Some(site) = c.objects().next().filter(|at| active && is_base(c, *at) && is_site(c, *at)) {
        return Some((SiteStatus::HandedOver, vec![site]));
    }
    let (status, towns) = if does(Sense::Retake) {
        (SiteStatus::Retaken, true)
    } else if does(Sense::HandOver) || does(Sense::Return) && to_somebody {
        // "the mission gave up Timbuktu".
        let body = c.subject_is_mission()
            || c.subject_actors().iter().any(|actor| actor.party.is_some_and(|party| !party.is_state()));
        (SiteStatus::HandedOver, does(Sense::HandOver) && !passive && body)
    } else if does(Sense::Close) {
        // "its headquarters closed last year".
        if let Some(site) =
            c.clause().subject.filter(|at| !passive && c.objects().next().is_none() && is_site(c, *at))
        {
            return Some((SiteStatus::Closed, vec![site]));
        }
        (SiteStatus::Closed, false)
    } else if does(Sense::Replace) && !passive && by_arms(c) {
        // "took over the town from the rebels".
        let fighters = c.linked(Link::From).any(|at| c.phrase_is(at, Cue::Fighters));
        (if fighters { SiteStatus::Retaken } else { SiteStatus::HandedOver }, true)
    } else if does(Sense::Seize) && by_arms(c)
        || c.phrase_is(verb, Cue::ClearVerb)
        || c.phrase_is(verb, Cue::TakeVerb) && !passive && by_arms(c) && from_fighters(c)
    {
        (SiteStatus::Retaken, true)
    } else if leaves(c) {
        (SiteStatus::HandedOver, false)
    } else {
        return None;
    };
    // "its base, which had been signed over".
    let resumed = c.clause().antecedent.filter(|at| passive && !places.contains(at));
    // "school books": the site only tells of what kind they are.
    let modifies = |at: usize| {
        let next = c.parse.phrases.get(at + 1);
        next.is_some_and(|next| {
            next.link.is_none() && matches!(next.what, Kind::Noun | Kind::Kit(_) | Kind::People(_))
        })
    };
    let site = |at: &usize| is_site(c, *at) && (passive || !modifies(*at)) || towns && is_town(c, *at);
    Some((status, places.into_iter().chain(resumed).filter(site).collect()))
}

/// "The handover of the camp took place", "completed the transfer of the base": a noun tells it.
fn by_noun(c: &Context<'_>) -> Option<(SiteStatus, Vec<usize>)> {
    let happens = c.any_is(c.tokens(), Cue::TakesPlace)
        || c.clause().before.clone().next().is_some_and(|at| c.phrase(at).link == Some(Link::With))
        || c.only_is()
        || c.does(&[Sense::Complete, Sense::Say, Sense::Confirm, Sense::Begin, Sense::Continue, Sense::Have]);
    let at = c.around().filter(|_| happens).find(|at| {
        let own = c.phrase(*at).link.is_none()
            || c.phrase(*at).link == Some(Link::With) && c.clause().before.start == *at;
        own && [Sense::HandOver, Sense::Close, Sense::Retake]
            .iter()
            .any(|sense| c.phrase(*at).is_event(*sense))
    })?;
    let status = if c.phrase(at).is_event(Sense::HandOver) {
        SiteStatus::HandedOver
    } else if c.phrase(at).is_event(Sense::Close) {
        SiteStatus::Closed
    } else {
        SiteStatus::Retaken
    };
    let of = (at + 1..c.parse.phrases.len())
        .take_while(|next| c.phrase(*next).link.is_some() || matches!(c.phrase(*next).what, Kind::And))
        .filter(|next| c.phrase(*next).link == Some(Link::Of))
        .filter(|next| is_site(c, *next) || status == SiteStatus::Retaken && is_town(c, *next));
    let sites: Vec<usize> = of.take(1).collect();
    (!sites.is_empty()).then_some((status, sites))
}

/// "The camp is under the control of the army", "the base is now run by the police", "the port is back in government hands".
fn in_hands_of(c: &Context<'_>) -> Option<(SiteStatus, Vec<usize>)> {
    let sites: Vec<usize> =
        c.subjects().into_iter().chain(listed_before(c)).filter(|at| is_site(c, *at)).collect();
    let subject = *sites.first()?;
    // "has been placed under the control of": a verb that says nothing else, and right behind it in whose hands.
    let placed = c.is_passive()
        && c.does(&[Sense::Other, Sense::Serve])
        && c.clause()
            .after
            .clone()
            .next()
            .is_some_and(|at| c.phrase(at).link.is_some() && c.phrase_is(at, Cue::InHands));
    // "under government control": a noun that may be taken for the next clause's verb.
    let tokens = c.tokens();
    let stands = (c.only_is() || placed)
        && !c.verb().is_some_and(|verb| verb.is_negated)
        && c.any_is(tokens.start..tokens.end + 1, Cue::InHands);
    let run = c.verb().is_some_and(|verb| verb.is_passive)
        && c.verb_is(Cue::RunVerb)
        && c.linked(Link::By).any(|at| c.phrase(at).group().is_some() || is_organ(c, at));
    let now = is_base(c, subject) || stands;
    // "is back in the hands of the state": others had held it.
    let back = c.any_is(tokens, Cue::OnceMore);
    let status = if stands && back { SiteStatus::Retaken } else { SiteStatus::HandedOver };
    ((stands || run) && now).then_some((status, sites))
}

/// The nouns before the last of a list that is the subject: "the port, the market and several roads were".
fn listed_before(c: &Context<'_>) -> Vec<usize> {
    let Some(subject) = c.clause().subject else { return Vec::new() };
    let mut found = Vec::new();
    for at in (0..subject).rev() {
        match c.phrase(at).what {
            Kind::Site(_) if c.phrase(at).link.is_none() => found.push(at),
            Kind::And | Kind::Mark(Mark::Comma) => {}
            _ => break,
        }
    }
    found
}

/// "the mission left its camp", "withdrew from the base": a body gives up what it held, and not some of its people on their way.
fn leaves(c: &Context<'_>) -> bool {
    let body = c.clause().subject.is_some_and(|at| {
        c.phrase(at)
            .actors()
            .iter()
            .any(|actor| matches!(actor.role, Role::Mission(_) | Role::Organ | Role::Party))
            || c.phrase(at).group().is_some_and(|group| {
                group.number.is_none() && group.head == Head::People && c.scope(at).whose != Whose::Unstated
            })
    });
    body && !c.is_passive()
        && c.does(&[Sense::Depart, Sense::Withdraw])
        && c.linked(Link::For).next().is_none()
        && c.objects().next().is_some_and(|at| {
            is_base(c, at) && matches!(&c.phrase(at).what, Kind::Site(name) if name.as_str().contains(' '))
        })
}

/// Those who take a site for the state or the mission; what gangs and rebels take is not told here.
fn by_arms(c: &Context<'_>) -> bool {
    let by = if c.is_passive() { c.linked(Link::By).next() } else { c.clause().subject };
    by.is_some_and(|at| {
        let force =
            c.phrase(at).group().is_some_and(|group| group.service.is_some() || !group.parties.is_empty());
        (force || is_organ(c, at) || c.is_mission(at)) && !c.phrase_is(at, Cue::Fighters)
    })
}

/// "took the town from the rebels", "from al-Example".
fn from_fighters(c: &Context<'_>) -> bool {
    c.linked(Link::From).any(|at| {
        let unknown = matches!(c.phrase(at).actors(), [actor] if actor.role == Role::Name);
        c.phrase_is(at, Cue::Fighters) || unknown
    })
}

fn is_organ(c: &Context<'_>, at: usize) -> bool {
    c.phrase(at).actors().iter().any(|actor| actor.role == Role::Organ)
}

fn is_site(c: &Context<'_>, at: usize) -> bool {
    // "Camp Example": a name that begins as one of a camp.
    let named = c.phrase(at).actors().iter().any(|actor| {
        actor.role == Role::Name && c.any_is(actor.tokens.start..actor.tokens.start + 1, Cue::BaseNoun)
    });
    // "closed its office".
    let office = c.phrase(at).actors().len() == 1
        && is_organ(c, at)
        && c.phrase_is(at, Cue::BaseNoun)
        && c.sentence.is(c.phrase(at).tokens.start, Cue::Its);
    matches!(c.phrase(at).what, Kind::Site(_)) || named || office
}

/// "the town of Gao", or a place by its name alone.
fn is_town(c: &Context<'_>, at: usize) -> bool {
    let phrase = c.phrase(at);
    let noun = matches!(phrase.what, Kind::Noun)
        && c.any_is(phrase.tokens.clone(), Cue::TownNoun)
        && Some(at + 1)
            .is_some_and(|next| next < c.parse.phrases.len() && c.phrase(next).link == Some(Link::Of));
    let named = matches!(phrase.what, Kind::Place(_)) && c.place_at(at).is_some();
    // "recaptured Example": a name that no lexicon knows.
    let unknown = phrase.link.is_none()
        && matches!(phrase.actors(), [actor] if actor.role == Role::Name && actor.tokens.len() < MOST_NAME)
        && (c.does(&[Sense::Retake]) || c.verb_is(Cue::TakeVerb) && from_fighters(c));
    noun || unknown || named && phrase.link != Some(Link::In)
}

/// "seven bases": how many is told, and not which.
fn is_counted(c: &Context<'_>, at: usize) -> bool {
    let tokens = c.phrase(at).tokens.clone();
    c.mentions.iter().any(|mention| {
        matches!(mention.what, What::Number(_))
            && mention.tokens.end <= tokens.end
            && mention.tokens.end + 4 >= tokens.end
            && (tokens.contains(&mention.tokens.start) || mention.tokens.end == tokens.start)
    })
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
            // "the town of Gao", "Gao and Kidal".
            Kind::Noun | Kind::Place(_) | Kind::Actors(_) if c.phrase(at).link.is_none() => found.push(at),
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
    if nameless && c.phrase_is(at, Cue::BaseNounPlural) {
        // "the other bases are to be closed": all that are left.
        return !(c.is_passive() && c.any_is(c.phrase(at).tokens.clone(), Cue::OtherPeople));
    }
    c.phrase_is(at, Cue::SitesInGeneral)
}

fn is_base(c: &Context<'_>, at: usize) -> bool {
    c.phrase_is(at, Cue::BaseNoun)
}

/// The name of a site; for one that only a place tells apart, with the place: "camp at Mopti".
fn names(c: &Context<'_>, at: usize) -> Vec<Name> {
    let name = match &c.phrase(at).what {
        Kind::Site(name) => name,
        Kind::Place(place) => return vec![place.name.clone()],
        Kind::Actors(actors) => return actors.iter().filter_map(|actor| actor.name.clone()).collect(),
        Kind::Noun => {
            let tokens = c.phrase(at).tokens.start..c.phrase(at + 1).tokens.end;
            let words = c.sentence.words(c.text, &tokens);
            return Name::new(words.strip_prefix("the ").unwrap_or(words)).into_iter().collect();
        }
        _ => return Vec::new(),
    };
    let mut places = Vec::new();
    for next in at + 1..c.parse.phrases.len() {
        let phrase = c.phrase(next);
        match &phrase.what {
            Kind::Place(_) | Kind::Actors(_)
                if matches!(phrase.link, Some(Link::In | Link::Of)) || !places.is_empty() =>
            {
                // "the base of Agok": a name that no lexicon knows is a place behind a base.
                let unknown = || phrase.actors().iter().find(|actor| actor.role == Role::Name);
                let named = || unknown().and_then(|actor| actor.name.clone());
                let Some(place) = c.place_at(next).map(|place| place.place.0).or_else(named) else { break };
                places.push(place);
            }
            Kind::And | Kind::Mark(Mark::Comma) if !places.is_empty() => {}
            _ => break,
        }
    }
    // "port of Bakara" is how a town's own is named; a camp is told apart by where it is.
    let of = c.parse.phrases.get(at + 1).is_some_and(|next| next.link == Some(Link::Of)) && !is_base(c, at);
    let tie = if of { "of" } else { "at" };
    let with_place = |place: &Name| Name::new(&format!("{name} {tie} {place}")).ok();
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
    if let Some(owner) =
        c.phrase(subject).owner.filter(|owner| Some(*owner) != c.report.host && !is_site(c, subject))
    {
        return Whose::Party(owner);
    }
    if c.is_mission(subject) {
        return Whose::Mission;
    }
    // "the Union handed over its base", "the Defence Forces gave up their camps": the state that the report speaks of.
    if let [Actor { role: Role::Party, party: Some(party), .. }] = c.phrase(subject).actors() {
        return Whose::Party(*party);
    }
    if let Some(party) = c.discourse.main().filter(|_| c.is_bare_organ(subject)) {
        return Whose::Party(party);
    }
    if c.phrase(subject).group().is_some() && c.scope(subject).whose != Whose::Unstated {
        return c.scope(subject).whose;
    }
    Whose::Unstated
}

/// The site that a clause is held to tell of, whose is known from elsewhere; `None` where it names none.
pub(crate) fn site_of(c: &Context<'_>, holder: Whose) -> Option<Statement> {
    let told = by_verb(c).or_else(|| by_noun(c)).or_else(|| in_hands_of(c)).map(|(status, _)| status);
    let closed = || if c.says(&[Sense::Close]) { SiteStatus::Closed } else { SiteStatus::HandedOver };
    let status =
        told.unwrap_or_else(|| if c.says(&[Sense::Retake]) { SiteStatus::Retaken } else { closed() });
    let at = c.around().find(|at| is_site(c, *at) && !is_general(c, *at) && !is_counted(c, *at))?;
    let site = SiteName(names(c, at).into_iter().next()?);
    Some(Statement::Site(Site { site, status, holder, span: c.span() }))
}
