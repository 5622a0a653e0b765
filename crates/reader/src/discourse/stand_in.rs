//! What a pronoun stands for: "it", "he", "they", "the country" as the one who acts.

use model::Service;

use crate::{
    Cue, MissionMention, Sense, Sentence,
    attribution::Voices,
    clause::{Actor, Group, Head, Kind, Kit, Parse, Phrase, Role, Sum},
};

use super::Discourse;

/// Puts in the place of each pronoun that acts the one it stands for: who acted before it in the sentence, else in the
/// sentence before. Its tokens stay those of the pronoun.
pub(crate) fn stand_in(parse: &mut Parse, sentence: &Sentence, discourse: &Discourse) {
    for index in 0..parse.clauses.len() {
        let Some(subject) = parse.clauses[index].subject else { continue };
        let Some(pronoun) = pronoun(&parse.phrases[subject], sentence) else { continue };
        let here = parse.clauses[..index]
            .iter()
            .rev()
            .filter_map(|clause| clause.subject)
            .filter(|at| *at < subject);
        let fits = |actors: &[Actor]| actors.iter().any(|actor| pronoun.fits(actor, actors.len()));
        let found = here
            .map(|at| parse.phrases[at].actors())
            .find(|actors| fits(actors))
            .map(<[Actor]>::to_vec)
            .or_else(|| discourse.actors_for(pronoun).filter(|actors| fits(actors)));
        let found =
            if pronoun == Pronoun::It && discourse.is_about_force && has_members(parse, index, sentence) {
                let mission = Role::Mission(MissionMention::Generic);
                Some(vec![Actor { tokens: 0..0, name: None, party: None, role: mission }])
            } else {
                found
            };
        let Some(mut actors) = found else { continue };
        let tokens = parse.phrases[subject].tokens.clone();
        for actor in &mut actors {
            actor.tokens = tokens.clone();
        }
        parse.phrases[subject].what = Kind::Actors(actors);
    }
}

/// "It has 900 members so far", "in all it has 4,000 soldiers", "it has 90 of the 500 planned": nothing has these but a mission.
fn has_members(parse: &Parse, index: usize, sentence: &Sentence) -> bool {
    let clause = &parse.clauses[index];
    let verb = clause.verb.and_then(|at| parse.phrases[at].verb());
    let sized = verb.is_some_and(|verb| verb.does(&[Sense::Have, Sense::Stand]));
    let object =
        clause.after.clone().map(|at| &parse.phrases[at]).find(|phrase| {
            phrase.link.is_none() && phrase.group().is_some_and(|group| group.number.is_some())
        });
    let Some((phrase, group)) = object.filter(|_| sized).and_then(|phrase| Some((phrase, phrase.group()?)))
    else {
        return false;
    };
    let last = phrase.tokens.end.saturating_sub(1);
    let members = sentence.is(last, Cue::MemberNoun) && group.service == Some(Service::Unstated);
    let in_all = (0..sentence.tokens.len()).any(|token| sentence.is(token, Cue::InNumber));
    group.parties.is_empty() && (members || in_all || group.out_of.is_some())
}

/// Puts the number told last in the place of "an equal number", "the same number", and the last sum in that of "the same amount".
pub(crate) fn count_again(parse: &mut Parse, sentence: &Sentence, discourse: &Discourse) {
    for at in 0..parse.phrases.len() {
        let tokens = parse.phrases[at].tokens.clone();
        // "the same amount": the sum told last.
        if matches!(parse.phrases[at].what, Kind::Noun) && sentence.is(tokens.start, Cue::SameAmount) {
            let here = parse.phrases[..at].iter().rev().find_map(|phrase| match &phrase.what {
                Kind::Sum(sum) => Some(sum.money),
                _ => None,
            });
            if let Some(money) = here.or(discourse.sum) {
                parse.phrases[at].what = Kind::Sum(Sum { money, number: tokens, is_additional: false });
            }
            continue;
        }
        let again = matches!(parse.phrases[at].what, Kind::Noun)
            && sentence.is(tokens.start, Cue::SameNumber)
            && tokens.len() > 2;
        if !again {
            continue;
        }
        let here = parse.phrases[..at].iter().rev().filter_map(Phrase::group);
        let here = here.filter_map(|group| group.number.as_ref()).map(|(quantity, _)| *quantity).next();
        let Some(quantity) = here.or_else(|| discourse.last_number()) else { continue };
        let group = Group { number: Some((quantity, tokens)), head: Head::Number, ..Group::default() };
        parse.phrases[at].what = Kind::People(group);
    }
}

/// Lets a number without a noun count the equipment that was counted last: "which now has 60", "a further 34 are expected", "two of
/// them".
pub(crate) fn count_kit(parse: &mut Parse, sentence: &Sentence, discourse: &Discourse) {
    let mut last = discourse.kit.clone();
    let mut is_here = false;
    let of_people =
        [Sense::Kill, Sense::Wound, Sense::Miss, Sense::Train, Sense::Return, Sense::Say, Sense::Serve];
    for at in 0..parse.phrases.len() {
        let lives = parse.clauses.iter().any(|clause| {
            let verb = clause.verb.and_then(|verb| parse.phrases[verb].verb());
            clause.subject == Some(at) && verb.is_some_and(|verb| verb.does(&of_people))
        });
        let phrase = &mut parse.phrases[at];
        match &phrase.what {
            Kind::Kit(kit) => {
                last = Some(kit.kind.clone());
                is_here = true;
            }
            Kind::People(group) => {
                let whom = phrase.tokens.clone().any(|token| sentence.is(token, Cue::Whom));
                let bare = group.is_bare() && group.parties.is_empty() && !group.is_one && !whom;
                let number = group.number.clone().filter(|_| bare && !lives);
                // A number in the next sentence goes on where it stands first or counts more.
                let goes_on = is_here || group.is_additional || group.is_part || at == 0;
                match (number, last.clone().filter(|_| goes_on)) {
                    (Some(number), Some(kind)) => {
                        let out_of = group.out_of.clone().map(|of| (of.quantity, of.tokens));
                        let is_additional = group.is_additional;
                        let kit = Kit { number: Some(number), kind, is_additional, out_of, article: None };
                        phrase.what = Kind::Kit(kit);
                    }
                    _ if group.number.is_some() => last = None,
                    _ => {}
                }
            }
            Kind::Sum(_) => last = None,
            _ => {}
        }
    }
}

/// Puts in the place of "we" and "our" in direct speech the party that the speaker speaks for.
pub(crate) fn speak_for(parse: &mut Parse, sentence: &Sentence, voices: &Voices) {
    for at in 0..parse.phrases.len() {
        let tokens = parse.phrases[at].tokens.clone();
        let party = || voices.at(at).and_then(|voice| voice.speaker.party).filter(|party| party.is_state());
        if let Kind::People(group) = &mut parse.phrases[at].what
            && sentence.is_speech(tokens.start)
            && tokens.clone().any(|token| sentence.is(token, Cue::Our))
        {
            group.parties.extend(party());
        }
        let is_we = tokens.len() == 1 && sentence.is(tokens.start, Cue::We);
        if !is_we || !sentence.is_speech(tokens.start) {
            continue;
        }
        let Some(party) = voices.at(at).and_then(|voice| voice.speaker.party) else { continue };
        parse.phrases[at].what =
            Kind::Actors(vec![Actor { tokens, name: None, party: Some(party), role: Role::Party }]);
    }
}

/// A pronoun, as far as it tells what it can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pronoun {
    /// "it": a body, a mission, a state.
    It,
    /// "he", "she": a person.
    Person,
    /// "they": several.
    They,
    /// "the country": a state.
    Country,
}

impl Pronoun {
    pub(super) fn fits(self, actor: &Actor, of: usize) -> bool {
        match self {
            Self::It => {
                matches!(actor.role, Role::Party | Role::Organ | Role::Mission(_) | Role::Unit) && of == 1
            }
            Self::Person => actor.role == Role::Person && of == 1,
            Self::They => of > 1,
            Self::Country => {
                actor.role == Role::Party && of == 1 && actor.party.is_some_and(model::Party::is_state)
            }
        }
    }
}

fn pronoun(phrase: &Phrase, sentence: &Sentence) -> Option<Pronoun> {
    match &phrase.what {
        Kind::Actors(actors) => match actors.first()?.role {
            Role::It => Some(Pronoun::It),
            // "I" is who is speaking, not who was spoken of.
            Role::Pronoun if !sentence.is(phrase.tokens.start, Cue::Speaking) => Some(Pronoun::Person),
            _ => None,
        },
        Kind::People(group)
            if group.head == Head::Pronoun && sentence.is(phrase.tokens.start, Cue::TheyWho) =>
        {
            Some(Pronoun::They)
        }
        Kind::Noun if phrase.owner.is_none() && phrase.tokens.len() == 2 => {
            let the = sentence.is(phrase.tokens.start, Cue::The);
            (the && sentence.is(phrase.tokens.start + 1, Cue::ActingState)).then_some(Pronoun::Country)
        }
        _ => None,
    }
}
