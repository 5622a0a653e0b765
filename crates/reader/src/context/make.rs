//! The movements and counts that rules make of a group of people.

use model::{
    Count, CountFields, Modality, Movement, MovementFields, Ordinal, Quantity, Resource, Scope, Service,
    Span, Stage, Statement, Step, Whose,
};

use crate::{
    Cue, DateMention, Sense,
    clause::{Head, Link, Phrase},
    draft::Draft,
};

use super::{Context, Where};

impl Context<'_> {
    /// Of whom and of what a group of people is.
    pub(crate) fn scope(&self, at: usize) -> Scope {
        let group = self.phrase(at).group();
        let resolved = self.resolved.get(at).and_then(Option::as_ref);
        let whose = resolved.map_or(Whose::Unstated, |of| of.whose.clone());
        let service = resolved.and_then(|of| of.service).unwrap_or(Service::Unstated);
        Scope {
            whose,
            resource: Resource::People(service),
            units: group.map(|group| group.units.clone()).unwrap_or_default(),
        }
    }

    /// Of whom people are who are there: "1,100 soldiers serve there" are all there are, whoever the report is told from.
    pub(crate) fn scope_there(&self, at: usize) -> Scope {
        let guess = self.resolved.get(at).and_then(Option::as_ref).is_some_and(|of| of.is_guess);
        let definite = self.phrase(at).group().is_some_and(|group| group.is_definite);
        let own = self.scope(at);
        if guess && !definite { Scope { whose: Whose::Unstated, ..own } } else { own }
    }

    /// Whether a group of people is the host's own.
    pub(crate) fn is_host(&self, at: usize) -> bool {
        self.resolved.get(at).and_then(Option::as_ref).is_some_and(|of| of.is_host)
    }

    /// "200 men had been stationed there", "416 people serve in the mission": nobody but its people does.
    fn serves_here(&self, at: usize) -> bool {
        let serves = self.does(&[Sense::Serve]) && self.subjects().contains(&at);
        // "900 people are in the country, of whom 700 are Ruritanians".
        let place = || self.scene().and_then(|place| place.party);
        let named = self.only_is()
            && self.subjects().contains(&at)
            && place().is_some_and(|place| Some(place) == self.report.host)
            && self.parse.phrases.iter().skip(at + 1).filter_map(Phrase::group).any(|group| {
                group.head == Head::Nationals
                    && group.parties.iter().any(|own| Some(*own) != self.report.host)
            });
        named || serves && (self.names_mission() || self.is_passive())
    }

    /// How many a group is; "some" where no number is given.
    pub(crate) fn quantity(&self, at: usize) -> Quantity {
        self.phrase(at)
            .group()
            .filter(|group| !group.is_one)
            .and_then(|group| group.number.as_ref())
            .map_or(Quantity::SomeNumber, |(quantity, _)| *quantity)
    }

    /// Whether a group has a number of its own.
    pub(crate) fn is_counted(&self, at: usize) -> bool {
        self.quantity(at).number().is_some()
    }

    /// A movement of this group.
    pub(crate) fn movement(
        &self,
        rule: &'static str,
        at: usize,
        step: Step,
        to: Option<Where>,
        modality: Modality,
    ) -> Option<Draft> {
        let ordinal = self.phrase(at).group().and_then(|group| group.ordinal);
        self.movement_of(rule, at, self.scope(at), step, ordinal, to, modality)
    }

    /// A movement of a scope that a rule made.
    #[expect(clippy::too_many_arguments, reason = "each is a slot of the movement")]
    pub(crate) fn movement_of(
        &self,
        rule: &'static str,
        at: usize,
        scope: Scope,
        step: Step,
        ordinal: Option<Ordinal>,
        to: Option<Where>,
        modality: Modality,
    ) -> Option<Draft> {
        let modality = self.with_none(at, modality);
        let place_at = to.as_ref().and_then(|to| self.bytes(to.phrase));
        let (from, to) = if matches!(step, Step::Rotate | Step::Repatriate) && to.is_none() {
            (self.place(&[Link::From]).map(|from| from.place), None)
        } else {
            (None, to.map(|to| to.place))
        };
        let movement = Movement::try_from(MovementFields {
            scope,
            step,
            quantity: self.quantity(at),
            during: self.date_of(at).map_or(Span::Unstated, DateMention::bounded),
            from,
            to,
            ordinal,
        })
        .ok()?;
        Some(
            self.filled(Draft::new(rule, Statement::Movement(movement), modality, at), at)
                .slot("place", place_at),
        )
    }

    /// A count of this group in a stage.
    pub(crate) fn count(
        &self,
        rule: &'static str,
        at: usize,
        stage: Stage,
        place: Option<Where>,
        modality: Modality,
    ) -> Option<Draft> {
        let scope = if stage == Stage::Deployed { self.scope_there(at) } else { self.scope(at) };
        self.count_of(rule, at, scope, stage, place, modality)
    }

    /// A count of a scope that a rule made.
    pub(crate) fn count_of(
        &self,
        rule: &'static str,
        at: usize,
        scope: Scope,
        stage: Stage,
        place: Option<Where>,
        modality: Modality,
    ) -> Option<Draft> {
        let modality = self.with_none(at, modality);
        let place_at = place.as_ref().and_then(|place| self.bytes(place.phrase));
        // The day on which promised people come is not the day of the promise.
        let as_of = match modality {
            Modality::Fact | Modality::Reported => self.as_of(),
            Modality::Planned if stage == Stage::Promised => Span::Unstated,
            _ => self.span(),
        };
        let count = Count::try_from(CountFields {
            scope,
            stage,
            quantity: self.quantity(at),
            as_of,
            place: place.map(|place| place.place),
        })
        .ok()?;
        Some(self.filled(Draft::new(rule, Statement::Count(count), modality, at), at).slot("place", place_at))
    }

    fn with_none(&self, at: usize, modality: Modality) -> Modality {
        if self.phrase(at).group().is_some_and(|group| group.is_none) { Modality::Denied } else { modality }
    }

    /// Puts to a draft the words that every rule fills in the same way.
    pub(crate) fn filled(&self, mut draft: Draft, at: usize) -> Draft {
        let number = self
            .phrase(at)
            .group()
            .and_then(|group| group.number.as_ref())
            .filter(|(quantity, _)| quantity.number().is_some());
        draft.number = number.map(|(_, tokens)| tokens.clone());
        let number_at = draft.number.as_ref().and_then(|tokens| self.sentence.bytes(tokens));
        let party_at = self.resolved.get(at).and_then(Option::as_ref).and_then(|of| of.by);
        let verb_at = self.clause().verb.and_then(|verb| self.bytes(verb));
        let date_at = self.date().and_then(|(_, at)| self.bytes(at));
        draft
            .slot("number", number_at)
            .slot("whose", party_at.or_else(|| self.bytes(at)))
            .slot("verb", verb_at)
            .slot("date", date_at)
    }

    /// Whether a group of people can be a mission's: it is counted or named as a force, and is not the host's.
    pub(crate) fn is_force(&self, at: usize) -> bool {
        let Some(group) = self.phrase(at).group() else { return false };
        let known = self.scope(at).whose != Whose::Unstated;
        let uniformed = matches!(group.service, Some(Service::Police | Service::Troops));
        let counted_of =
            group.out_of.is_some() || group.service.is_some() || group.is_additional || group.is_definite;
        // "local Serbs": people of a country are no force of its own.
        let anybody = group.head == Head::Nationals
            && group.number.is_none()
            && !group.is_definite
            && group.ordinal.is_none()
            && !self.subjects().contains(&at);
        let bare = group.head == Head::Number && counted_of || group.head == Head::Collective;
        // "some 1,000 peacekeepers": nobody but a mission has them.
        let keepers = self.any_is(self.phrase(at).tokens.clone(), Cue::Peacekeeper);
        let uniformed = uniformed || keepers && group.number.is_some();
        // "83 members of the security forces", "2,500 personnel": in a report on a force they are its own.
        let last = self.phrase(at).tokens.end.saturating_sub(1);
        let serving = group.head == Head::People
            && group.service == Some(Service::Unstated)
            && group.number.is_some()
            && self.report.is_about_force
            && !self.any_is(self.phrase(at).tokens.clone(), Cue::Fighters)
            && (!self.sentence.is(last, Cue::Anybody) || self.discourse.is_leaving || self.serves_here(at));
        let uniformed = uniformed || serving;
        // "brought out the wounded": they are hurt, and no force that moves.
        let hurt = self.sentence.is(last, Cue::HurtPeople) && group.number.is_none();
        !self.is_host(at) && !anybody && !hurt && (known || uniformed || bare)
    }
}
