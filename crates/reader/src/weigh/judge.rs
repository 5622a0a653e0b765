//! What the weights make of the rules' claims: they let them stand, take them away, change them, or add one where no rule spoke.

use std::{collections::BTreeSet, fmt, ops::Range};

use model::{
    About, Ceiling, ClaimKind, Concern, Count, CountFields, EquipmentType, Modality, Movement,
    MovementFields, Name, Party, Resource, Scope, Service, Span, Stage, Statement, Whose,
};

use crate::{
    Cue, DateMention, Sense, What,
    clause::{Kind, Link},
    context::Context,
    draft::Draft,
    rules::currency,
};

use super::{
    NAME, SHOWN, STANDS,
    claim::{Slots, modality, told},
    kinds::{OF_NUMBERS, Surely},
    line::Line,
    model::{COLUMNS, Weighed, Weights, softmax},
    number::{self, Number, Sort, draft_of, numbers},
    whose::{self, Named},
};

/// So likely must what a number tells and whose it is be, both together, where no rule tells it. At a half 0.01 to 0.03 of F1 is lost on reports
/// never seen, and no precision is won.
const ADDED: f32 = 0.42;

/// So likely must another kind be for it to take the place of what a rule tells.
const CHANGED: f32 = 0.5;

/// What a claim tells of which party, and its number.
pub(crate) type Tale = (ClaimKind, Option<Party>, u64);

/// What a statement with a number tells.
pub(crate) fn tale_of(statement: &Statement) -> Option<Tale> {
    let party = statement.whose().and_then(|whose| whose.parties().next());
    Some((ClaimKind::of(statement), party, statement.quantity()?.number()?))
}

/// What is thought of a number.
struct Verdict {
    kind: ClaimKind,
    surely: Surely,
    party: Option<Party>,
    /// How likely it is that both are so.
    likely: f32,
    /// Where the words stand that weigh most.
    words: Vec<usize>,
}

/// What a number most likely tells that makes no claim, because that is not likely enough or may not be claimed.
#[derive(Clone, Debug)]
pub(crate) struct Doubt {
    /// The tokens of the number.
    pub(crate) number: Range<usize>,
    kind: ClaimKind,
    party: Option<Party>,
    likely: f32,
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "by its words it is most likely {}", self.kind)?;
        if let Some(party) = self.party {
            write!(f, " of {party}")?;
        }
        let hundredths = |likely: f32| (likely * 100.0).round();
        if self.likely >= ADDED {
            f.write_str(", which is not claimed of such words")
        } else {
            write!(f, ", but only by {} in 100; a claim needs {}", hundredths(self.likely), hundredths(ADDED))
        }
    }
}

/// Weighs the numbers of a sentence, with the drafts that the rules made of them, and puts those right; what is in doubt.
pub(super) fn judge(
    c: &Context<'_>,
    line: &Line<'_>,
    named: &[Named],
    weights: &Weights,
    told: &BTreeSet<Tale>,
    ruled: &[Draft],
    drafts: &mut Vec<Draft>,
) -> Vec<Doubt> {
    let all = numbers(c);
    let mut doubts = Vec::new();
    for number in &all {
        let scale = Scale { c, line, number, all: &all, ruled, weights, told, named };
        doubts.extend(scale.judge(drafts));
    }
    doubts
}

/// What a number is weighed with.
struct Scale<'s> {
    c: &'s Context<'s>,
    line: &'s Line<'s>,
    number: &'s Number,
    all: &'s [Number],
    ruled: &'s [Draft],
    weights: &'s Weights,
    named: &'s [Named],
    /// What has been claimed before.
    told: &'s BTreeSet<Tale>,
}

impl Scale<'_> {
    fn judge(&self, drafts: &mut Vec<Draft>) -> Option<Doubt> {
        let (c, number) = (self.c, self.number);
        let mut weighed = self.weights.of_number();
        number::weigh(c, self.line, number, self.all, self.ruled, &mut weighed);
        let shares = weighed.shares();
        let of = |kind| OF_NUMBERS.iter().position(|other| *other == Some(kind)).map_or(0.0, |at| shares[at]);
        let said: Vec<&Draft> = draft_of(self.ruled, number).collect();
        let mut stand = false;
        for draft in &said {
            let kind = ClaimKind::of(&draft.statement);
            stand |= of(kind) * self.share_of(draft, kind) >= STANDS;
        }
        if stand {
            return None;
        }
        let best = self.best(&weighed, &shares);
        let enough = if said.is_empty() { ADDED } else { CHANGED };
        let doubt = best.as_ref().map(|verdict| Doubt {
            number: number.tokens.clone(),
            kind: verdict.kind,
            party: verdict.party,
            likely: verdict.likely,
        });
        let claim = best.filter(|verdict| verdict.likely >= enough && !self.is_refused(verdict));
        let is_own = |draft: &Draft| {
            draft
                .number
                .as_ref()
                .is_some_and(|own| own.start < number.tokens.end && number.tokens.start < own.end)
        };
        let Some(verdict) = claim else {
            drafts.retain(|draft| !is_own(draft));
            return doubt;
        };
        // The same told of another: all else stays as the rule read it.
        if let Some(draft) =
            drafts.iter_mut().find(|draft| is_own(draft) && ClaimKind::of(&draft.statement) == verdict.kind)
            && let Some(statement) = of_another(&draft.statement, whose_of(c, &verdict))
        {
            draft.statement = statement;
            return None;
        }
        drafts.retain(|draft| !is_own(draft));
        // Told once more, it is no news.
        let claim = claim_of(c, number, &verdict).filter(|draft| {
            let known = |tale: Tale| {
                self.told.contains(&tale)
                    || drafts.iter().any(|other| tale_of(&other.statement).as_ref() == Some(&tale))
            };
            !tale_of(&draft.statement).is_some_and(known)
        });
        drafts.extend(claim);
        None
    }

    /// What no weight may claim: what is told of no world, the host's own people but their losses, fighters, who serves elsewhere, and a part
    /// of others of whom nobody says whose they are.
    fn is_refused(&self, verdict: &Verdict) -> bool {
        let (c, kind) = (self.c, verdict.kind);
        let host = verdict.party.is_some() && verdict.party == c.report.host;
        let part = c.phrase(self.number.phrase).link == Some(Link::Including);
        let clause = Context { index: self.number.clause, ..*c };
        let fighters = clause.clause().subject.is_some_and(|at| c.phrase_is(at, Cue::Fighters));
        let there = matches!(kind, ClaimKind::Strength | ClaimKind::Deployment);
        let elsewhere = c.report.host.is_some()
            && clause.scene_of(self.number.phrase).is_some_and(|place| {
                place.party.is_some_and(|party| party.is_state() && Some(party) != c.report.host)
            });
        clause.modality().is_none()
            || host && kind != ClaimKind::Casualty
            || there && (fighters || elsewhere)
            || part && verdict.party.is_none()
    }

    /// The likeliest claim.
    fn best(&self, weighed: &Weighed<'_, COLUMNS>, likely: &[f32; OF_NUMBERS.len()]) -> Option<Verdict> {
        let (kind, likely) = OF_NUMBERS.into_iter().zip(likely).max_by(|a, b| a.1.total_cmp(b.1))?;
        let kind = kind.filter(|kind| *kind != ClaimKind::Shortfall)?;
        let (choices, shares) = self.shares(kind);
        let whose = (0..shares.len()).max_by(|a, b| shares[*a].total_cmp(&shares[*b]))?;
        Some(Verdict {
            kind,
            surely: weighed.surely(),
            party: choices[whose],
            likely: likely * shares[whose],
            words: weighed.words_for(kind, &self.number.tokens, SHOWN),
        })
    }

    /// The parties that the number may be of if it tells this, and how likely each is.
    fn shares(&self, kind: ClaimKind) -> (Vec<Option<Party>>, Vec<f32>) {
        let choices = whose::parties(self.c, self.number, self.named, self.ruled);
        let liked = |party: &Option<Party>| {
            let mut liked = self.weights.of_party();
            whose::weigh(self.c, self.line, self.number, kind, *party, self.named, self.ruled, &mut liked);
            liked.sum
        };
        let sums: Vec<i32> = choices.iter().map(liked).collect();
        let mut shares = vec![0.0; sums.len()];
        softmax(&sums, &mut shares);
        (choices, shares)
    }

    /// How likely it is that a draft has the right party.
    fn share_of(&self, draft: &Draft, kind: ClaimKind) -> f32 {
        let own: BTreeSet<Party> = draft.statement.whose().into_iter().flat_map(Whose::parties).collect();
        // Nobody else is named: no need to ask whose it is.
        let host = self.c.report.host;
        let mut others = self.named.iter().filter(|named| Some(named.party) != host);
        if own.len() == 1 && !self.named.is_empty() && others.all(|named| own.contains(&named.party)) {
            return 1.0;
        }
        let (choices, shares) = self.shares(kind);
        let is = |party: &Option<Party>| party.map_or(own.len() != 1, |party| own.contains(&party));
        choices.iter().zip(shares).filter(|(party, _)| is(party)).map(|(_, share)| share).sum()
    }
}

/// The same of another.
fn of_another(statement: &Statement, whose: Whose) -> Option<Statement> {
    match statement {
        Statement::Count(count) => {
            let scope = Scope { whose, ..count.scope.clone() };
            Count::try_from(CountFields { scope, ..count.clone().into() }).ok().map(Statement::Count)
        }
        Statement::Movement(movement) => {
            let scope = Scope { whose, ..movement.scope.clone() };
            Movement::try_from(MovementFields { scope, ..movement.clone().into() })
                .ok()
                .map(Statement::Movement)
        }
        Statement::Concern(concern) => {
            let scope = Scope { whose, ..concern.scope.clone() };
            Some(Statement::Concern(Concern { scope, ..concern.clone() }))
        }
        _ => None,
    }
}

fn whose_of(c: &Context<'_>, verdict: &Verdict) -> Whose {
    let whole = matches!(
        verdict.kind,
        ClaimKind::Strength
            | ClaimKind::Equipment
            | ClaimKind::Casualty
            | ClaimKind::Return
            | ClaimKind::Deployment
    );
    match verdict.party {
        Some(party) => Whose::Party(party),
        None if whole && c.report.mission.is_some() => Whose::Mission,
        None => Whose::Unstated,
    }
}

/// The claim that a verdict makes of a number: its other slots are filled as rules fill theirs.
fn claim_of(c: &Context<'_>, number: &Number, verdict: &Verdict) -> Option<Draft> {
    let clause = Context { index: number.clause, ..*c };
    let at = number.phrase;
    let (kind, modality) = (verdict.kind, modality(verdict.surely));
    let whose = whose_of(c, verdict);
    let resource = match kind {
        ClaimKind::Funds => {
            let What::Money(money) = c
                .mentions
                .iter()
                .find(|mention| mention.tokens == number.tokens)
                .map(|mention| &mention.what)?
            else {
                return None;
            };
            Resource::Money(currency(money, verdict.party, true))
        }
        ClaimKind::Equipment => Resource::Equipment(kit(c, number)?),
        _ if matches!(number.sort, Sort::Sum | Sort::Kit) => return None,
        _ => match c.scope(at).resource {
            Resource::People(service) => Resource::People(service),
            _ => Resource::People(Service::Unstated),
        },
    };
    let units = if kind == ClaimKind::Funds { BTreeSet::new() } else { c.scope(at).units };
    let scope = Scope { whose, resource, units };
    let quantity = number.quantity;
    let during = clause.date_of(at).or_else(|| clause.only_date());
    let during = during.map_or(Span::Unstated, DateMention::bounded);
    let as_of = match modality {
        Modality::Fact => clause.as_of(),
        Modality::Planned if kind == ClaimKind::Pledge => Span::Unstated,
        _ => clause.span(),
    };
    let place = clause.scene_of(at).filter(|place| clause.is_mission_area(Some(place)));
    let place = place.map(|place| place.place);
    let slots = Slots { scope, quantity, during, as_of, place };
    let statement = match kind {
        ClaimKind::Casualty if clause.says(&[Sense::Wound]) => Some(Statement::Concern(Concern {
            about: About::Security,
            also: BTreeSet::new(),
            scope: slots.scope,
            quantity: Some(quantity),
            span: during,
        })),
        ClaimKind::Ceiling => Some(Statement::Ceiling(Ceiling {
            quantity,
            resource: slots.scope.resource,
            instrument: None,
            in_force: clause.as_of(),
        })),
        ClaimKind::Equipment
            if modality == Modality::Fact && clause.does(&[Sense::Have, Sense::Stand, Sense::Remain]) =>
        {
            slots.count(Stage::InService)
        }
        _ => told(&clause, kind, modality, slots),
    }?;
    let mut draft = Draft::new(NAME, statement, modality, at);
    draft.number = Some(number.tokens.clone());
    let mut draft = draft.slot("number", c.sentence.bytes(&number.tokens));
    for word in &verdict.words {
        draft = draft.slot("weighed", c.sentence.bytes(&(*word..*word + 1)));
    }
    Some(draft.slot("date", clause.date().and_then(|(_, at)| c.bytes(at))))
}

/// What pieces of equipment a number counts: by its own noun, else by the last before it.
fn kit(c: &Context<'_>, number: &Number) -> Option<EquipmentType> {
    let kit = |at: usize| if let Kind::Kit(kit) = &c.phrase(at).what { Some(kit.kind.clone()) } else { None };
    if let Some(kit) = kit(number.phrase) {
        return Some(kit);
    }
    if let Some(kit) = (0..number.phrase).rev().find_map(kit) {
        return Some(kit);
    }
    let last = c.phrase(number.phrase).tokens.end.checked_sub(1)?;
    let word = c.sentence.words(c.text, &(last..last + 1));
    (!number.tokens.contains(&last)).then(|| Name::new(word).ok().map(EquipmentType)).flatten()
}
