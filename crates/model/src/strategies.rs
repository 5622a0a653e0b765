//! Random words of the model, for laws that must hold for every claim: `proptest` strategies.
//!
//! They reach into corners that no report has: names in many scripts, the first and the last day of a calendar,
//! numbers up to the largest. Whatever they give, the types would have let a reader make. They are boxed: nested
//! strategies by value outgrow the stack of a test's thread.

use std::num::{NonZeroU16, NonZeroU64};

use jiff::{Timestamp, ToSpan, civil::Date};
use proptest::{
    collection::{btree_set, vec},
    option,
    prelude::*,
    sample::select,
};

use crate::{
    About, Address, BODIES, Basis, ByteRange, Ceiling, Claim, ClaimId, Concern, Count, CountFields,
    Credibility, Currency, Decision, Digest, Document, DocumentId, Engagement, EngagementForm, EquipmentType,
    Form, Grade, Instrument, Interval, Mandate, MandateAct, Marking, MissionCode, Modality, Movement,
    MovementFields, Name, Ordinal, PATHS, Party, Period, Place, Published, Quantity, Quote, Reliability,
    Resource, ResourceKind, RuleName, Ruling, Scope, Service, Site, SiteName, SiteStatus, Source, Span,
    Speaker, Statement, Step, UnitName, Until, Whose,
};

/// A name: mostly of letters that reports have, now and then of any characters at all.
pub fn name() -> BoxedStrategy<Name> {
    let words = prop_oneof![
        8 => "[A-Z][a-zà-ÿ'’-]{0,9}( [A-Z0-9][a-zà-ÿ]{0,9}){0,2}",
        1 => any::<String>(),
        // Letters that have a composed and a decomposed form.
        1 => "[éüñÅǗ가]{1,4}",
    ];
    words.prop_filter_map("an empty name", |words| Name::new(&words).ok()).boxed()
}

/// A state, and rarely a body.
pub fn party() -> BoxedStrategy<Party> {
    let states: Vec<Party> = Party::states().collect();
    let bodies: Vec<Party> = BODIES.iter().filter_map(|body| Party::new(body.code).ok()).collect();
    prop_oneof![3 => select(states), 1 => select(bodies)].boxed()
}

/// Of whom: each of the four answers.
pub fn whose() -> BoxedStrategy<Whose> {
    prop_oneof![
        4 => party().prop_map(Whose::Party),
        1 => btree_set(party(), 2..5).prop_map(Whose::of),
        2 => Just(Whose::Mission),
        1 => Just(Whose::Unstated),
    ]
    .boxed()
}

/// People of any service.
pub fn people() -> impl Strategy<Value = Resource> {
    select(vec![Service::Police, Service::Troops, Service::Civilians, Service::Unstated])
        .prop_map(Resource::People)
}

/// Equipment of any type.
pub fn equipment() -> impl Strategy<Value = Resource> {
    name().prop_map(|name| Resource::Equipment(EquipmentType(name)))
}

/// Money in a currency, or in an unstated one.
pub fn money() -> impl Strategy<Value = Resource> {
    let currencies: Vec<Currency> =
        ["USD", "CAD", "EUR", "KES", "HTG"].iter().filter_map(|code| Currency::new(code).ok()).collect();
    prop_oneof![4 => select(currencies), 1 => Just(Currency::Unstated)].prop_map(Resource::Money)
}

/// What is counted, of any kind or unstated.
pub fn resource() -> BoxedStrategy<Resource> {
    prop_oneof![4 => people(), 2 => equipment(), 2 => money(), 1 => Just(Resource::Unstated)].boxed()
}

fn resource_of(kind: ResourceKind) -> BoxedStrategy<Resource> {
    match kind {
        ResourceKind::People => people().boxed(),
        ResourceKind::Equipment => equipment().boxed(),
        ResourceKind::Money => money().boxed(),
    }
}

fn scope_of(resource: impl Strategy<Value = Resource> + 'static) -> BoxedStrategy<Scope> {
    (whose(), resource, btree_set(name().prop_map(UnitName), 0..3))
        .prop_map(|(whose, resource, units)| Scope { whose, resource, units })
        .boxed()
}

/// Of whom, of what, of which units.
pub fn scope() -> BoxedStrategy<Scope> {
    scope_of(resource())
}

/// Mostly a number that a mission could have, now and then any number.
fn number() -> impl Strategy<Value = u64> {
    prop_oneof![8 => 0_u64..10_000, 2 => 0_u64..1_000_000_000_000, 1 => any::<u64>()]
}

/// A number with any of the hedges.
pub fn quantity() -> BoxedStrategy<Quantity> {
    let some = || number().prop_filter_map("zero", NonZeroU64::new);
    prop_oneof![
        4 => number().prop_map(Quantity::Exactly),
        1 => some().prop_map(Quantity::About),
        1 => some().prop_map(Quantity::Nearly),
        1 => number().prop_map(Quantity::Over),
        1 => number().prop_map(Quantity::AtLeast),
        1 => some().prop_map(Quantity::UpTo),
        1 => some().prop_map(Quantity::Under),
        1 => (number(), number()).prop_filter_map("ends alike", |(a, b)| {
            Interval::new(a.min(b), a.max(b)).map(Quantity::Between)
        }),
        1 => Just(Quantity::SomeNumber),
    ]
    .boxed()
}

/// Mostly a day of the years that reports speak of, now and then any day of the years 1 to 9998.
pub fn day() -> BoxedStrategy<Date> {
    let from = |first: Date, days: i32| {
        (0..days).prop_filter_map("past the calendar", move |n| first.checked_add(n.days()).ok())
    };
    prop_oneof![8 => from(Date::constant(2022, 1, 1), 1_800), 1 => from(Date::constant(1, 1, 1), 3_651_000)]
        .boxed()
}

/// A day, a month or a year.
pub fn period() -> impl Strategy<Value = Period> {
    prop_oneof![
        4 => day().prop_map(Period::Day),
        2 => day().prop_filter_map("no month", |day| Period::month(day.year(), day.month())),
        1 => day().prop_filter_map("no year", |day| Period::year(day.year())),
    ]
}

/// When, with any precision.
pub fn span() -> BoxedStrategy<Span> {
    prop_oneof![
        5 => period().prop_map(Span::In),
        1 => (period(), period()).prop_filter_map("not in order", |(a, b)| {
            Span::stretch(a, b).or_else(|| Span::stretch(b, a))
        }),
        1 => period().prop_map(Span::By),
        1 => period().prop_map(Span::Since),
        1 => Just(Span::Unstated),
    ]
    .boxed()
}

fn place() -> impl Strategy<Value = Option<Place>> {
    option::weighted(0.4, name().prop_map(Place))
}

/// A count in any stage that its resource has.
pub fn count() -> BoxedStrategy<Count> {
    let staged = select(vec![ResourceKind::People, ResourceKind::Equipment, ResourceKind::Money])
        .prop_flat_map(|kind| {
            (prop_oneof![9 => resource_of(kind), 1 => Just(Resource::Unstated)], select(kind.stages()))
        });
    let scoped = staged.prop_flat_map(|(resource, stage)| (scope_of(Just(resource)), Just(stage)));
    (scoped, quantity(), span(), place())
        .prop_filter_map("a stage that does not fit", |((scope, stage), quantity, as_of, place)| {
            Count::try_from(CountFields { scope, stage, quantity, as_of, place }).ok()
        })
        .boxed()
}

/// A movement by any step that its resource takes.
pub fn movement() -> BoxedStrategy<Movement> {
    let stepped = select(PATHS.to_vec()).prop_flat_map(|path| {
        (prop_oneof![9 => resource_of(path.kind), 1 => Just(Resource::Unstated)], Just(path.step))
    });
    let scoped = stepped.prop_flat_map(|(resource, step)| (scope_of(Just(resource)), Just(step)));
    let ordinal = option::weighted(0.3, any::<NonZeroU16>().prop_map(Ordinal));
    (scoped, quantity(), span(), place(), place(), ordinal)
        .prop_filter_map(
            "a step that does not fit",
            |((scope, step), quantity, during, from, to, ordinal): ((Scope, Step), _, _, _, _, _)| {
                Movement::try_from(MovementFields { scope, step, quantity, during, from, to, ordinal }).ok()
            },
        )
        .boxed()
}

fn instrument() -> impl Strategy<Value = Option<Instrument>> {
    option::of(name().prop_map(Instrument))
}

/// A ceiling on anything.
pub fn ceiling() -> BoxedStrategy<Ceiling> {
    (quantity(), resource(), instrument(), span())
        .prop_map(|(quantity, resource, instrument, in_force)| Ceiling {
            quantity,
            resource,
            instrument,
            in_force,
        })
        .boxed()
}

/// An act on a mandate.
pub fn mandate() -> BoxedStrategy<Mandate> {
    let act = select(vec![
        MandateAct::Authorise,
        MandateAct::Extend,
        MandateAct::Amend,
        MandateAct::Convert,
        MandateAct::End,
        MandateAct::Propose,
    ]);
    let until = prop_oneof![
        period().prop_map(Until::Date),
        any::<NonZeroU16>().prop_map(Until::Months),
        Just(Until::Unstated),
    ];
    (act, instrument(), option::of(party()), span(), until)
        .prop_map(|(act, instrument, body, span, until)| Mandate { act, instrument, body, span, until })
        .boxed()
}

/// What became of a site.
pub fn site() -> BoxedStrategy<Site> {
    let status = select(vec![
        SiteStatus::Held,
        SiteStatus::Retaken,
        SiteStatus::Lost,
        SiteStatus::Safeguarded,
        SiteStatus::HandedOver,
        SiteStatus::Closed,
    ]);
    (name().prop_map(SiteName), status, whose(), span())
        .prop_map(|(site, status, holder, span)| Site { site, status, holder, span })
        .boxed()
}

/// A meeting, call, briefing, visit or statement.
pub fn engagement() -> BoxedStrategy<Engagement> {
    let form = select(vec![
        EngagementForm::Meeting,
        EngagementForm::Call,
        EngagementForm::Briefing,
        EngagementForm::Visit,
        EngagementForm::Statement,
    ]);
    let names = || btree_set(name(), 0..3);
    (form, whose(), names(), names(), place(), span())
        .prop_map(|(form, whose, participants, topics, place, span)| Engagement {
            form,
            whose,
            participants,
            topics,
            place,
            span,
        })
        .boxed()
}

/// What is late, lacking or criticised.
pub fn concern() -> BoxedStrategy<Concern> {
    let about = || {
        select(vec![
            About::Delay,
            About::Personnel,
            About::Equipment,
            About::Funding,
            About::Conduct,
            About::Security,
            About::Appeal,
        ])
    };
    (about(), btree_set(about(), 0..3), scope(), option::of(quantity()), span())
        .prop_map(|(about, also, scope, quantity, span)| Concern { about, also, scope, quantity, span })
        .boxed()
}

/// Any of the seven statements; counts and movements more often than the others.
pub fn statement() -> BoxedStrategy<Statement> {
    prop_oneof![
        4 => count().prop_map(Statement::Count),
        4 => movement().prop_map(Statement::Movement),
        1 => ceiling().prop_map(Statement::Ceiling),
        1 => mandate().prop_map(Statement::Mandate),
        1 => site().prop_map(Statement::Site),
        1 => engagement().prop_map(Statement::Engagement),
        1 => concern().prop_map(Statement::Concern),
    ]
    .boxed()
}

/// How surely.
pub fn modality() -> impl Strategy<Value = Modality> {
    select(vec![
        Modality::Fact,
        Modality::Reported,
        Modality::Planned,
        Modality::Pledged,
        Modality::Proposed,
        Modality::Denied,
    ])
}

/// The document itself or somebody it quotes.
pub fn speaker() -> impl Strategy<Value = Speaker> {
    prop_oneof![Just(Speaker::Document), name().prop_map(Speaker::Named)]
}

/// Any of the 36 grades.
pub fn grade() -> impl Strategy<Value = Grade> {
    use Credibility::{CannotBeJudged, Confirmed, Doubtful, Improbable, Possible, Probable};
    use Reliability::{A, B, C, D, E, F};
    let letters = select(vec![A, B, C, D, E, F]);
    let digits = select(vec![Confirmed, Probable, Possible, Doubtful, Improbable, CannotBeJudged]);
    (letters, digits).prop_map(|(reliability, credibility)| Grade { reliability, credibility })
}

/// Who may see it.
pub fn marking() -> impl Strategy<Value = Marking> {
    prop_oneof![4 => Just(Marking::Public), 1 => Just(Marking::Mission), 1 => party().prop_map(Marking::Party)]
}

/// The code of a mission; `MSS` more often than any other.
pub fn mission() -> impl Strategy<Value = MissionCode> {
    prop_oneof![3 => Just("MSS".to_owned()), 1 => "[A-Z][A-Z0-9-]{0,14}[A-Z0-9]"]
        .prop_filter_map("no code", |code| code.parse().ok())
}

/// A publication day, known in any way.
pub fn published() -> impl Strategy<Value = Published> {
    let basis =
        select(vec![Basis::Given, Basis::Metadata, Basis::Dateline, Basis::LatestDate, Basis::DayRead]);
    (day(), basis).prop_map(|(day, basis)| Published { day, basis })
}

/// The address of any content.
pub fn digest() -> impl Strategy<Value = Digest> {
    any::<[u8; 32]>().prop_map(Digest::from)
}

/// A document of any text.
pub fn document() -> BoxedStrategy<Document> {
    let text = prop_oneof!["([A-Z][a-z0-9 ,]{0,30}\\. ){0,5}", any::<String>()];
    let form = select(vec![Form::Report, Form::Summary]);
    (name(), option::of(name()), option::of(name().prop_map(Address)), published(), form, marking(), text)
        .prop_map(|(title, publisher, address, published, form, marking, text)| Document {
            title,
            publisher,
            address,
            published,
            form,
            marking,
            text,
        })
        .boxed()
}

/// A claim from somewhere: its quote may lie in no document that exists.
pub fn claim() -> BoxedStrategy<Claim> {
    let range = (0_usize..1_000_000, 1_usize..500)
        .prop_filter_map("empty", |(start, len)| ByteRange::new(start, start + len));
    let quote = (digest(), range).prop_map(|(document, at)| Quote { document: DocumentId(document), at });
    claim_from(quote)
}

/// A claim that quotes this document, somewhere between two of its characters.
///
/// # Panics
/// When the document has no text: there is nothing to quote.
pub fn claim_in(document: &Document) -> BoxedStrategy<Claim> {
    let id = document.id();
    let ends: Vec<usize> =
        document.text.char_indices().map(|(at, _)| at).chain([document.text.len()]).collect();
    let ranges = (0..ends.len() - 1).prop_flat_map(move |start| {
        let ends = ends.clone();
        (start + 1..ends.len()).prop_filter_map("empty", move |end| ByteRange::new(ends[start], ends[end]))
    });
    claim_from(ranges.prop_map(move |at| Quote { document: id, at }))
}

fn claim_from(quote: impl Strategy<Value = Quote> + 'static) -> BoxedStrategy<Claim> {
    let rule =
        "[a-z]{2,8}(-[a-z]{2,8})?".prop_filter_map("no name", |words| Name::new(&words).ok().map(RuleName));
    let source = prop_oneof![
        5 => (quote, rule).prop_map(|(quote, rule)| Source::Read { quote, rule }),
        1 => name().prop_map(|by| Source::ByHand { by }),
    ];
    let said = (option::weighted(0.9, mission()), statement(), modality(), speaker());
    (said, source, grade(), published(), marking())
        .prop_map(|((mission, statement, modality, speaker), source, grade, published, marking)| Claim {
            mission,
            statement,
            modality,
            speaker,
            source,
            grade,
            published,
            marking,
        })
        .boxed()
}

/// A decision on any claim.
pub fn decision() -> BoxedStrategy<Decision> {
    let id = || digest().prop_map(ClaimId);
    let ruling = prop_oneof![
        Just(Ruling::Accept),
        Just(Ruling::Reject),
        id().prop_map(|with| Ruling::Replace { with }),
        id().prop_map(|other| Ruling::SameAs { other }),
        id().prop_map(|other| Ruling::NotSame { other }),
    ];
    (id(), ruling, name(), name(), moment())
        .prop_map(|(claim, ruling, by, why, made)| Decision { claim, ruling, by, why, made })
        .boxed()
}

/// A moment in this century, to the nanosecond.
pub fn moment() -> impl Strategy<Value = Timestamp> {
    (946_684_800_i64..4_102_444_800, 0_i32..1_000_000_000)
        .prop_filter_map("no moment", |(second, nanosecond)| Timestamp::new(second, nanosecond).ok())
}

/// Some claims, possibly none.
pub fn claims(most: usize) -> impl Strategy<Value = Vec<Claim>> {
    vec(claim(), 0..=most)
}
