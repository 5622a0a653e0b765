//! Reads a document: sentence by sentence, clause by clause, rule by rule, and makes claims of what the rules read.

use std::{collections::BTreeSet, ops::Range};

use model::{
    ByteRange, Claim, Count, CountFields, Document, DocumentId, Finding, Grade, Modality, Movement,
    MovementFields, Name, Quantity, Quote, Resource, RuleName, Scope, Source, Span, Speaker, Stage,
    Statement, Step, Whose,
};

use crate::{
    Cue, Explanation, Finder, Lexicons, Mention, PartyForm, Sense, Sentence, Sentences, Slot, Tagger,
    Weights, What, WordClass,
    attribution::{Speaks, voices},
    clause::{Kind, Link, Parse},
    context::Context,
    discourse::{Discourse, Memory, count_again, count_kit, resolve, speak_for, stand_in},
    draft::{Draft, MissionOf},
    report::{OPENING, Report},
    rules::RULES,
    weigh::{Annotated, Cases, Doubt, Taker, Tale, tale_of, weigh},
};

/// Sentences of more tokens are no sentences: tables, dumps, hostile text.
const MOST_TOKENS: usize = 600;

/// What a text seems to say, and what in it could not be read.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// What it seems to say, in the order of the text.
    pub claims: Vec<Claim>,
    /// Numbers that became no claim, and what could not be read.
    pub findings: Vec<Finding>,
    /// For each claim, in the same order, why it was proposed.
    pub explanations: Vec<Explanation>,
}

/// Reads a document. It never fails: what it could not read is a finding.
///
/// A text that names no mission is not read further, for no rule is safe without one.
#[must_use]
pub fn read(document: &Document, lexicons: &Lexicons) -> Reading {
    each(document, lexicons, None)
}

/// The numbers and sentences of a report with what a model may weigh of each, whatever the report names: to train one on. Of several
/// things that a number tells the one is taken that a rule reads too.
#[must_use]
pub fn lessons(document: &Document, lexicons: &Lexicons, annotated: &dyn Annotated) -> Cases {
    let mut taker = Taker { annotated, cases: Cases::default() };
    each(document, lexicons, Some(&mut taker));
    taker.cases
}

fn each<'d>(document: &'d Document, lexicons: &'d Lexicons, taken: Option<&'d mut Taker<'_>>) -> Reading {
    let mut reading = Reading::default();
    let text = document.text.as_str();
    let mut finder = Finder::new(text, lexicons, document.published);
    let mut sentences = Sentences::new(text, lexicons).map(|sentence| {
        let mentions = finder.mentions(&sentence);
        (sentence, mentions)
    });
    let first = if taken.is_some() || lexicons.may_have_mission(text) { OPENING } else { 0 };
    let opening: Vec<_> = sentences.by_ref().take(first).collect();
    let mut report = Report::of(&opening, lexicons, document.published);
    if taken.is_some() {
        report.has_mission = true;
        report.is_about_force = true;
    }
    if !report.has_mission {
        let message = "the text names no mission that the lexicons know; nothing was read";
        reading
            .findings
            .push(Finding::new("no-mission", message).hint("add the mission's names to a lexicon pack"));
        return reading;
    }
    let mut reader = Reader {
        document,
        tagger: lexicons.tagger(),
        weights: lexicons.weights(),
        id: document.id(),
        report: &report,
        discourse: Discourse::of_report(report.is_about_force),
        told: BTreeSet::new(),
        tales: BTreeSet::new(),
        taken,
        reading,
    };
    let mut ahead: Option<(Sentence, Vec<Mention>)> = None;
    for next in opening.into_iter().chain(sentences) {
        if let Some((sentence, mentions)) = ahead.replace(next) {
            reader.sentence(&sentence, &mentions, ahead.as_ref());
        }
    }
    if let Some((sentence, mentions)) = ahead {
        reader.sentence(&sentence, &mentions, None);
    }
    reader.reading
}

struct Reader<'d, 't> {
    document: &'d Document,
    tagger: &'d Tagger,
    weights: &'d Weights,
    id: DocumentId,
    report: &'d Report,
    discourse: Discourse,
    /// What has been claimed without a number: said again, it tells nothing new.
    told: BTreeSet<String>,
    /// What has been claimed with a number.
    tales: BTreeSet<Tale>,
    /// What a model may weigh of each number, where it is asked for.
    taken: Option<&'d mut Taker<'t>>,
    reading: Reading,
}

impl Reader<'_, '_> {
    fn sentence(
        &mut self,
        sentence: &Sentence,
        mentions: &[Mention],
        next: Option<&(Sentence, Vec<Mention>)>,
    ) {
        self.discourse.advance();
        if sentence.tokens.len() > MOST_TOKENS {
            let message = format!("a sentence of {} words was not read", sentence.tokens.len());
            self.reading.findings.push(Finding::new("sentence-too-long", message).at(Some(sentence.at)));
            return;
        }
        let host = self.report.host;
        let states = mentions.iter().filter_map(|mention| match &mention.what {
            What::Party(named) if named.party.is_state() && Some(named.party) != host => Some(named.party),
            _ => None,
        });
        if !sentence.is_pointer() {
            self.discourse.hear(states);
        }
        let mut parse = Parse::new(sentence, mentions, self.tagger);
        parse.carry(self.discourse.sum);
        stand_in(&mut parse, sentence, &self.discourse);
        count_again(&mut parse, sentence, &self.discourse);
        count_kit(&mut parse, sentence, &self.discourse);
        if parse.phrases.is_empty() {
            return;
        }
        let text = self.document.text.as_str();
        let mut doubts = Vec::new();
        let drafts = if sentence.is_pointer() {
            Vec::new()
        } else {
            let heard = next.filter(|_| sentence.speech.iter().any(|speech| speech.goes_on));
            let heard = heard.and_then(|(next, mentions)| self.speaker_of(next, mentions));
            let voices =
                voices(text, sentence, mentions, &parse, self.report, &self.discourse, heard.as_ref());
            speak_for(&mut parse, sentence, &voices);
            let resolved = resolve(&parse, sentence, self.report, &self.discourse);
            let unsure = Context {
                text,
                sentence,
                mentions,
                parse: &parse,
                resolved: &resolved,
                voices: &voices,
                report: self.report,
                discourse: &self.discourse,
                modalities: &[],
                index: 0,
            };
            let clauses = 0..parse.clauses.len();
            let modalities: Vec<_> = clauses.map(|index| Context { index, ..unsure }.modality()).collect();
            let context = Context { modalities: &modalities, ..unsure };
            let mut drafts = drafts(&context);
            let ruled = drafts.clone();
            if let Some(taken) = &mut self.taken {
                taken.take(&context, &drafts);
            } else {
                doubts = weigh(&context, self.weights, &self.tales, &ruled, &mut drafts);
            }
            let leaving = drafts.iter().any(Draft::is_leaving);
            if is_headline(sentence) {
                // What a headline says, the text says better; only a number in it may stand nowhere else.
                drafts.retain(|draft| draft.number.is_some());
            }
            drafts.retain(|draft| {
                uncounted(draft).is_none_or(|(told, is_dated)| self.told.insert(told) || is_dated)
            });
            for draft in &drafts {
                self.tales.extend(tale_of(&draft.statement));
                let claim = self.claim(draft, &context);
                self.reading.claims.push(claim);
                self.reading.explanations.push(explain(draft, &context));
            }
            let memory = Memory::of(&context, &ruled);
            self.discourse.take(memory);
            // What a headline tells makes no claim, but says what the report is about.
            self.discourse.is_leaving |= leaving && is_headline(sentence);
            drafts
        };
        self.numbers_left(sentence, mentions, &drafts, &doubts);
    }

    /// Who speaks in the next sentence, where direct speech goes on into it.
    fn speaker_of(&self, sentence: &Sentence, mentions: &[Mention]) -> Option<Speaks> {
        if sentence.tokens.len() > MOST_TOKENS || !sentence.speech.iter().any(|speech| speech.continues) {
            return None;
        }
        let parse = Parse::new(sentence, mentions, self.tagger);
        let text = self.document.text.as_str();
        voices(text, sentence, mentions, &parse, self.report, &self.discourse, None).last().cloned()
    }

    /// The claim that a draft makes.
    fn claim(&self, draft: &Draft, context: &Context<'_>) -> Claim {
        let voice = context.voices.at(draft.phrase);
        let speaker = draft.speaker.clone().or_else(|| voice.map(|voice| voice.speaker.name.clone()));
        let denied = voice.is_some_and(|voice| voice.is_denied);
        let hearsay = context.mentions.iter().any(|mention| mention.is_word(WordClass::Hearsay));

        let modality = match draft.modality {
            Modality::Fact if hearsay && !denied => Modality::Reported,
            Modality::Fact | Modality::Reported if denied => Modality::Denied,
            Modality::Fact if speaker.is_some() => Modality::Reported,
            other => other,
        };
        let mission = match &draft.mission {
            // The host's own people are no part of the mission: they belong into none of its figures.
            _ if self.is_of_host(&draft.statement) => None,
            MissionOf::Named(code) => Some(code.clone()),
            MissionOf::Report => context.named_mission().or_else(|| self.report.mission.clone()),
        };
        Claim {
            mission,
            statement: draft.statement.clone(),
            modality,
            speaker: speaker.map_or(Speaker::Document, Speaker::Named),
            source: Source::Read {
                quote: Quote { document: self.id, at: context.sentence.at },
                rule: rule_name(draft),
            },
            grade: Grade::UNGRADED_PRESS,
            published: self.document.published,
            marking: self.document.marking,
        }
    }

    /// Whether a statement counts people of the host alone.
    fn is_of_host(&self, statement: &Statement) -> bool {
        let counts = matches!(statement, Statement::Count(_) | Statement::Movement(_));
        let people = matches!(statement.resource(), Some(Resource::People(_)));
        let host = |whose: &Whose| matches!(whose, Whose::Party(party) if Some(*party) == self.report.host);
        counts && people && statement.whose().is_some_and(host)
    }

    /// Says of each number that became no claim why not.
    fn numbers_left(
        &mut self,
        sentence: &Sentence,
        mentions: &[Mention],
        drafts: &[Draft],
        doubts: &[Doubt],
    ) {
        for mention in mentions {
            let (code, is_money) = match &mention.what {
                What::Number(quantity) if quantity.number().is_some() => ("number-without-claim", false),
                What::Money(_) => ("money-without-claim", true),
                _ => continue,
            };
            let used = drafts
                .iter()
                .any(|draft| draft.number.as_ref().is_some_and(|tokens| overlap(tokens, &mention.tokens)));
            if used {
                continue;
            }
            let words = sentence.words(&self.document.text, &mention.tokens);
            let counted = mentions.iter().any(|next| {
                next.tokens.start >= mention.tokens.end
                    && next.tokens.start <= mention.tokens.end + 2
                    && match &next.what {
                        What::People(_) | What::Equipment(_) | What::Group => true,
                        What::Party(party) => party.form == PartyForm::People,
                        _ => false,
                    }
            });
            let (code, why) = if is_money {
                (code, "no rule tells who gives it for the mission")
            } else if counted {
                (code, "no rule tells what became of those it counts")
            } else {
                ("number-of-something-else", "it counts neither people nor equipment")
            };
            let doubt = doubts.iter().find(|doubt| overlap(&doubt.number, &mention.tokens));
            let why = doubt.map_or_else(|| why.to_owned(), |doubt| format!("{why}; {doubt}"));
            let finding = Finding::new(code, format!("`{words}` became no claim: {why}"))
                .at(sentence.bytes(&mention.tokens));
            self.reading.findings.push(finding);
        }
    }
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// A line without a full stop that is no item of a list.
fn is_headline(sentence: &Sentence) -> bool {
    sentence.opens_line && !sentence.has_stop && !sentence.is_item
}

/// What every rule reads in every clause, each statement of a number once.
fn drafts(context: &Context<'_>) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for index in 0..context.parse.clauses.len() {
        let clause = Context { index, ..*context };
        for rule in RULES {
            (rule.read)(&clause, &mut drafts);
        }
    }
    homeward(context, &mut drafts);
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts.into_iter().flat_map(|draft| each_party(draft, false)) {
        let twin = kept.iter().any(|other| {
            other.phrase == draft.phrase
                && other.number == draft.number
                && (draft.number.is_some() || other.statement == draft.statement)
                && std::mem::discriminant(&other.statement) == std::mem::discriminant(&draft.statement)
                && (draft.number.is_some() && same_account(&other.statement, &draft.statement)
                    || other.statement == draft.statement)
        });
        if !twin {
            kept.push(draft);
        }
    }
    // "a force of 5,000 in place of the 2,500 authorised": a ceiling of the whole is nobody's promise.
    let capped: Vec<_> = kept
        .iter()
        .filter(|draft| matches!(draft.statement, Statement::Ceiling(_)))
        .map(|draft| draft.phrase)
        .collect();
    kept.retain(|draft| {
        let promised = matches!(&draft.statement, Statement::Count(count) if count.stage == Stage::Promised);
        !(promised && capped.contains(&draft.phrase))
    });
    // "The force went on leaving, when 250 boarded a plane": the number tells more than that some left.
    let counted: Vec<Statement> =
        kept.iter().filter(|draft| draft.number.is_some()).map(|draft| draft.statement.clone()).collect();
    kept.retain(|draft| {
        let Statement::Movement(movement) = &draft.statement else { return true };
        let whole = movement.quantity == Quantity::SomeNumber && movement.scope.whose == Whose::Mission;
        !(whole && counted.iter().any(|other| same_account(other, &draft.statement)))
    });
    let is_each = is_each(context);
    let mut kept: Vec<Draft> = kept.into_iter().flat_map(|draft| each_party(draft, is_each)).collect();
    kept.sort_by_key(|draft| context.phrase(draft.phrase).tokens.start);
    kept
}

/// "A plane with 193 soldiers on board reached Bloemfontein", in a report of a withdrawal: who comes anywhere but to the mission's
/// area goes home.
fn homeward(context: &Context<'_>, drafts: &mut [Draft]) {
    let leaving = context.discourse.is_leaving || drafts.iter().any(Draft::is_leaving);
    if !leaving || context.report.host.is_none() {
        return;
    }
    for draft in drafts {
        let Statement::Movement(movement) = &draft.statement else { continue };
        let told = draft.modality.is_told()
            && movement.step == Step::Deploy
            && matches!(movement.scope.resource, Resource::People(_));
        let clause = |test: &dyn Fn(&crate::clause::Clause) -> bool| {
            context.parse.clauses.iter().position(|clause| clause.verb.is_some() && test(clause))
        };
        // "A vanguard, sent by the bloc, has landed": where it landed, not who sent it.
        let main = clause(&|clause| {
            clause.subject == Some(draft.phrase) && clause.hangs != crate::clause::Hangs::Participle
        });
        let clause = main.or_else(|| {
            clause(&|clause| clause.before.contains(&draft.phrase) || clause.after.contains(&draft.phrase))
        });
        let Some(index) = clause.filter(|_| told) else { continue };
        let clause = Context { index, ..*context };
        // "Ruritania had sent 900": who sends is no place.
        let sender = clause.clause().subject.filter(|_| clause.has_people_object());
        let mut places =
            clause.around().filter(|at| Some(*at) != sender).filter_map(|at| clause.place_at(at));
        let mut any = false;
        let none_here = places.all(|place| {
            any = true;
            place.party != context.report.host
        });
        let named = clause.clause().after.clone().any(|at| {
            matches!(clause.phrase(at).link, None | Some(Link::In | Link::To))
                && matches!(clause.phrase(at).what, Kind::Site(_) | Kind::Actors(_))
        });
        let to_mission = clause.around().any(|at| {
            at != draft.phrase
                && matches!(clause.phrase(at).link, None | Some(Link::To | Link::For))
                && clause.is_mission(at)
        });
        let since = matches!(movement.during, Span::Since(_));
        let goes = [Sense::Arrive, Sense::Depart, Sense::Send, Sense::Reach, Sense::Serve];
        if !clause.does(&goes) {
            continue;
        }
        // "The last 211 landed": as those of whom they are the last.
        let go_on = !any
            && clause
                .phrase(draft.phrase)
                .group()
                .is_some_and(|group| group.is_definite && group.number.is_some())
            && context.discourse.last_claims.iter().any(|claim| {
                matches!(claim, Statement::Movement(last) if last.step == Step::Repatriate
                    && last.scope.whose == movement.scope.whose)
            });
        if none_here && (any || named || go_on) && !since && !to_mission {
            let fields = MovementFields { step: Step::Repatriate, to: None, ..movement.clone().into() };
            if let Ok(movement) = Movement::try_from(fields) {
                draft.statement = Statement::Movement(movement);
            }
        }
    }
}

/// What a draft without a number tells, unless a unit or an ordinal makes it tell more, and whether it has a day.
fn uncounted(draft: &Draft) -> Option<(String, bool)> {
    let (scope, what) = match &draft.statement {
        Statement::Count(count) => (&count.scope, count.stage.to_string()),
        Statement::Movement(movement) if movement.ordinal.is_none() => {
            (&movement.scope, movement.step.to_string())
        }
        _ => return None,
    };
    (draft.statement.quantity() == Some(Quantity::SomeNumber) && scope.units.is_empty()).then(|| {
        (format!("{} {what} {}", scope.whose, draft.modality), draft.statement.span() != Span::Unstated)
    })
}

/// Whether two statements put the same number into the same stage or step.
fn same_account(a: &Statement, b: &Statement) -> bool {
    match (a, b) {
        (Statement::Count(a), Statement::Count(b)) => a.stage == b.stage,
        (Statement::Movement(a), Statement::Movement(b)) => {
            let home = |step| matches!(step, Step::Rotate | Step::Repatriate);
            let money = matches!(a.scope.resource, Resource::Money(_));
            // "each gave $1 million": the sum is each one's.
            !(money && a.scope.whose != b.scope.whose && a.step == b.step && a.during == b.during)
                && (a.step == b.step || home(a.step) && home(b.step) || money)
        }
        (Statement::Count(_) | Statement::Movement(_), _)
        | (_, Statement::Count(_) | Statement::Movement(_)) => false,
        _ => true,
    }
}

/// "have each promised 1,000": what is told of a list is told of each of it.
fn is_each(context: &Context<'_>) -> bool {
    context.mentions.iter().any(|mention| {
        mention.is_word(WordClass::Each) && context.sentence.is(mention.tokens.start, Cue::EachOf)
    })
}

/// "Barbados and Guyana intend to send police": a list of parties without a number is a claim for each, and so is one
/// with a number that is each one's.
fn each_party(draft: Draft, is_each: bool) -> Vec<Draft> {
    let split = |quantity| is_each || quantity == Quantity::SomeNumber;
    let scope = match &draft.statement {
        Statement::Count(count) if split(count.quantity) => &count.scope,
        Statement::Movement(movement) if split(movement.quantity) => &movement.scope,
        _ => return vec![draft],
    };
    let Whose::Parties(parties) = &scope.whose else { return vec![draft] };
    let of = |party| Scope { whose: Whose::Party(party), ..scope.clone() };
    let statement = |party| match &draft.statement {
        Statement::Count(count) => Count::try_from(CountFields { scope: of(party), ..count.clone().into() })
            .ok()
            .map(Statement::Count),
        Statement::Movement(movement) => {
            Movement::try_from(MovementFields { scope: of(party), ..movement.clone().into() })
                .ok()
                .map(Statement::Movement)
        }
        _ => None,
    };
    let one = |party| statement(party).map(|statement| Draft { statement, ..draft.clone() });
    parties.iter().filter_map(one).collect()
}

fn rule_name(draft: &Draft) -> RuleName {
    // A rule's name is a word of this crate, never empty.
    RuleName(Name::new(draft.rule).expect("the name of a rule is not empty"))
}

fn explain(draft: &Draft, context: &Context<'_>) -> Explanation {
    let mut slots = draft.slots.clone();
    let speaker = context.voices.at(draft.phrase).and_then(|voice| voice.speaker.at);
    slots.extend(speaker.map(|at: ByteRange| Slot { name: "speaker", at }));
    Explanation { rule: rule_name(draft), slots }
}
