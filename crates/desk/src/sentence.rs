//! A claim as one sentence that a person can confirm or deny.
//!
//! Nothing is added to what the claim says and nothing left out: who, how many, what, when, where, how surely,
//! and who says so.

use model::{
    Claim, ClaimId, Concern, Currency, Engagement, EquipmentType, Mandate, MandateAct, Modality, Movement,
    Name, Parties, Quantity, Resource, Ruling, Scope, Service, Site, Span, Speaker, Stage, Statement, Step,
    Until, Whose,
};

/// `Kenya has nearly 400 police deployed, as of 2024-10-11, says William Ruto`.
pub(crate) fn sentence(claim: &Claim) -> String {
    let how = match claim.modality {
        Modality::Fact | Modality::Reported => "",
        Modality::Planned => "planned: ",
        Modality::Pledged if promises(&claim.statement) => "",
        Modality::Pledged => "pledged: ",
        Modality::Proposed => "proposed: ",
        Modality::Denied => "denied: ",
    };
    let speaker = match &claim.speaker {
        Speaker::Named(name) => format!(", says {name}"),
        Speaker::Document => String::new(),
    };
    format!("{how}{}{speaker}", statement(&claim.statement))
}

/// Whether the statement itself tells of a promise, so that "pledged" before it would be said twice.
fn promises(statement: &Statement) -> bool {
    match statement {
        Statement::Count(count) => count.stage == Stage::Promised,
        Statement::Movement(movement) => movement.step == Step::Pledge,
        _ => false,
    }
}

/// What is said, without how surely and by whom.
pub(crate) fn statement(statement: &Statement) -> String {
    match statement {
        Statement::Count(count) => {
            let what = amount(count.quantity, &count.scope);
            let has = format!("{} {}", subject(&count.scope.whose), verb(&count.scope.whose, "has", "have"));
            let first = match count.stage {
                Stage::Promised if count.quantity == Quantity::SomeNumber => format!("{has} promised {what}"),
                Stage::Promised => format!("{has} promised {what} in all"),
                stage => format!("{has} {what} {}", standing(stage)),
            };
            joined(first, [dated("as of", count.as_of), put("in", count.place.as_ref())])
        }
        Statement::Movement(movement) => moved(movement),
        Statement::Ceiling(ceiling) => {
            let first = format!("the mission may have {}", counted(ceiling.quantity, &ceiling.resource));
            joined(first, [put("by", ceiling.instrument.as_ref()), dated("in force", ceiling.in_force)])
        }
        Statement::Mandate(mandate) => acted(mandate),
        Statement::Site(site) => held(site),
        Statement::Engagement(engagement) => engaged(engagement),
        Statement::Concern(concern) => concerned(concern),
    }
}

/// The words for a stage behind a number.
pub(crate) fn standing(stage: Stage) -> &'static str {
    match stage {
        Stage::Promised => "promised",
        Stage::Training => "in training",
        Stage::Ready => "ready",
        Stage::Deployed => "deployed",
        Stage::Shipped => "on their way",
        Stage::InService => "in service",
        Stage::OutOfService => "out of service",
        Stage::Committed => "committed",
        Stage::Paid => "paid",
        Stage::Spent => "spent",
        Stage::Withheld => "withheld",
        Stage::Home => "back home",
        Stage::Lost => "lost",
    }
}

/// What was ruled on a claim; `other` is what the other claim is called.
pub(crate) fn ruled(ruling: Ruling, other: impl Fn(ClaimId) -> String) -> String {
    match ruling {
        Ruling::Accept => "accepted".to_owned(),
        Ruling::Reject => "rejected".to_owned(),
        Ruling::Replace { with } => format!("replaced by {}", other(with)),
        Ruling::SameAs { other: id } => format!("of one event with {}", other(id)),
        Ruling::NotSame { other: id } => format!("of another event than {}", other(id)),
    }
}

/// The word for what was done in a step.
pub(crate) fn done(step: Step) -> &'static str {
    match step {
        Step::Pledge => "promised",
        Step::EnterTraining => "put into training",
        Step::Certify => "declared ready",
        Step::Deploy => "deployed",
        Step::Rotate => "relieved",
        Step::Repatriate => "brought home",
        Step::Withdraw => "taken back",
        Step::Lose => "lost",
        Step::Ship => "shipped",
        Step::Deliver => "delivered",
        Step::BreakDown => "broken down",
        Step::Repair => "repaired",
        Step::Return => "taken home",
        Step::Commit => "committed",
        Step::Pay => "paid",
        Step::Spend => "spent",
        Step::Withhold => "withheld",
        Step::Release => "released",
    }
}

fn moved(movement: &Movement) -> String {
    let what = amount(movement.quantity, &movement.scope);
    let whose = &movement.scope.whose;
    let (before, after) = match movement.step {
        Step::Pledge => (verb(whose, "promises", "promise"), ""),
        Step::EnterTraining => (verb(whose, "has", "have"), " enter training"),
        Step::Certify => (verb(whose, "has", "have"), " declared ready"),
        Step::Deploy => (verb(whose, "deploys", "deploy"), ""),
        Step::Rotate => (verb(whose, "relieves", "relieve"), ", who go home"),
        Step::Repatriate => (verb(whose, "brings", "bring"), " home"),
        Step::Withdraw => (verb(whose, "takes back its promise of", "take back their promise of"), ""),
        Step::Lose => (verb(whose, "loses", "lose"), ""),
        Step::Ship => (verb(whose, "ships", "ship"), ""),
        Step::Deliver => (verb(whose, "delivers", "deliver"), ""),
        Step::BreakDown => (verb(whose, "has", "have"), " break down"),
        Step::Repair => (verb(whose, "repairs", "repair"), ""),
        Step::Return => (verb(whose, "takes", "take"), " home"),
        Step::Commit => (verb(whose, "commits", "commit"), ""),
        Step::Pay => (verb(whose, "pays", "pay"), ""),
        Step::Spend => (verb(whose, "spends", "spend"), ""),
        Step::Withhold => (verb(whose, "withholds", "withhold"), ""),
        Step::Release => (verb(whose, "releases", "release"), ""),
    };
    joined(
        format!("{} {before} {what}{after}", subject(whose)),
        [
            movement.ordinal.map(|ordinal| format!("{ordinal} contingent")),
            dated("", movement.during),
            put("from", movement.from.as_ref()),
            put("to", movement.to.as_ref()),
        ],
    )
}

pub(crate) fn acted(mandate: &Mandate) -> String {
    let body = mandate.body.map_or("a body not named", |party| party.name());
    let act = match mandate.act {
        MandateAct::Authorise => "authorises the mission",
        MandateAct::Extend => "extends the mandate",
        MandateAct::Amend => "changes the mandate",
        MandateAct::Convert => "turns the mission into another",
        MandateAct::End => "ends the mandate",
        MandateAct::Propose => "asks for a change of mandate",
    };
    let until = (mandate.until != Until::Unstated).then(|| mandate.until.to_string());
    joined(format!("{body} {act}"), [put("by", mandate.instrument.as_ref()), dated("", mandate.span), until])
}

fn held(site: &Site) -> String {
    let by =
        if site.holder == Whose::Unstated { String::new() } else { format!(" by {}", subject(&site.holder)) };
    joined(format!("{} {}{by}", site.site, site.status), [dated("", site.span)])
}

fn engaged(engagement: &Engagement) -> String {
    let first = format!(
        "{}: {}{}{}",
        subject(&engagement.whose),
        engagement.form,
        names(" with", &engagement.participants),
        names(" about", &engagement.topics)
    );
    joined(first, [put("in", engagement.place.as_ref()), dated("", engagement.span)])
}

fn names<'a>(before: &str, names: impl IntoIterator<Item = &'a Name>) -> String {
    let names: Vec<_> = names.into_iter().map(Name::as_str).collect();
    if names.is_empty() { String::new() } else { format!("{before} {}", listed(&names)) }
}

fn concerned(concern: &Concern) -> String {
    let also = concern.also.iter().map(ToString::to_string);
    let about: Vec<_> = std::iter::once(concern.about.to_string()).chain(also).collect();
    let about: Vec<_> = about.iter().map(String::as_str).collect();
    let whose = &concern.scope.whose;
    joined(
        format!("concern about {}", listed(&about)),
        [
            concern.quantity.map(|quantity| counted(quantity, &concern.scope.resource)),
            (*whose != Whose::Unstated).then(|| format!("of {}", subject(whose))),
            dated("", concern.span),
        ],
    )
}

/// Who, as the subject of a sentence.
pub(crate) fn subject(whose: &Whose) -> String {
    match whose {
        Whose::Party(party) => party.name().to_owned(),
        Whose::Parties(parties) => format!("{} together", party_names(parties)),
        Whose::Mission => "the mission".to_owned(),
        Whose::Unstated => "contributors not named".to_owned(),
    }
}

fn party_names(parties: &Parties) -> String {
    let names: Vec<_> = parties.iter().map(|party| party.name()).collect();
    listed(&names)
}

fn verb(whose: &Whose, one: &'static str, several: &'static str) -> &'static str {
    match whose {
        Whose::Party(_) | Whose::Mission => one,
        Whose::Parties(_) | Whose::Unstated => several,
    }
}

/// `nearly 400 police (General Service Unit)`.
fn amount(quantity: Quantity, scope: &Scope) -> String {
    let words = counted(quantity, &scope.resource);
    let units: Vec<_> = scope.units.iter().map(|unit| unit.0.as_str()).collect();
    if units.is_empty() { words } else { format!("{words} ({})", listed(&units)) }
}

/// `nearly 400 police`, `over USD 110,000,000`.
pub(crate) fn counted(quantity: Quantity, resource: &Resource) -> String {
    match resource {
        Resource::Money(currency) => {
            let currency = match currency {
                Currency::Of(_) if quantity == Quantity::SomeNumber => return format!("money in {currency}"),
                Currency::Unstated if quantity == Quantity::SomeNumber => return "money".to_owned(),
                Currency::Of(_) => currency.to_string(),
                Currency::Unstated => "$?".to_owned(),
            };
            let words = quantity.to_string();
            let digit = words.find(|c: char| c.is_ascii_digit()).unwrap_or(words.len());
            format!("{}{currency} {}", &words[..digit], &words[digit..])
        }
        Resource::People(service) if quantity.number() == Some(1) => {
            let one = match service {
                Service::Police => "police officer",
                Service::Troops => "soldier",
                Service::Civilians => "civilian",
                Service::Unstated => "person",
            };
            format!("{quantity} {one}")
        }
        Resource::People(Service::Unstated) => format!("{quantity} people"),
        Resource::People(service) => format!("{quantity} {service}"),
        Resource::Equipment(EquipmentType(name)) => format!("{quantity} {name}"),
        Resource::Unstated => format!("{quantity} (of what is not said)"),
    }
}

fn dated(before: &str, span: Span) -> Option<String> {
    let when = match span {
        Span::Unstated => return None,
        // "by" and "since" say what "as of" would.
        Span::By(period) => return Some(format!("by {period}")),
        Span::Since(period) => return Some(format!("since {period}")),
        Span::In(period) => period.to_string(),
        Span::From(stretch) => format!("{} to {}", stretch.first(), stretch.last()),
    };
    Some(if before.is_empty() { when } else { format!("{before} {when}") })
}

fn put(before: &str, word: Option<&impl ToString>) -> Option<String> {
    word.map(|word| format!("{before} {}", word.to_string()))
}

/// The first part and those of the others that are there, with commas between.
fn joined<const N: usize>(first: String, others: [Option<String>; N]) -> String {
    std::iter::once(first).chain(others.into_iter().flatten()).collect::<Vec<_>>().join(", ")
}

/// `a`, `a and b`, `a, b and c`.
fn listed(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The only place that calls the API: a claim as JSON, and its sentence.
    #[track_caller]
    fn check(statement: &str, modality: &str, speaker: &str, want: &str) {
        let line = format!(
            r#"{{"statement":{statement},"modality":"{modality}","speaker":{speaker},
            "source":{{"by_hand":{{"by":"A. Clerk"}}}},"grade":"C3",
            "published":{{"day":"2024-10-11","basis":"given"}},"marking":"public"}}"#
        );
        let claim: Claim = serde_json::from_str(&line).unwrap();
        assert_eq!(sentence(&claim), want);
    }

    const DOCUMENT: &str = r#""document""#;
    const RUTO: &str = r#"{"named":"William Ruto"}"#;

    #[test]
    fn a_count_names_whom_what_and_when() {
        check(
            r#"{"type":"count","scope":{"whose":{"party":"KEN"},"resource":"people/police"},"stage":"deployed",
                "quantity":{"hedge":"nearly","number":400},"as_of":"2024-10-11","place":"Haiti"}"#,
            "reported",
            RUTO,
            "Kenya has nearly 400 police deployed, as of 2024-10-11, in Haiti, says William Ruto",
        );
        check(
            r#"{"type":"count","scope":{"whose":"unstated","resource":"people"},"stage":"promised",
                "quantity":{"hedge":"at_least","number":1900},"as_of":".."}"#,
            "pledged",
            DOCUMENT,
            "contributors not named have promised at least 1,900 people in all",
        );
    }

    #[test]
    fn one_is_not_several() {
        check(
            r#"{"type":"count","scope":{"whose":{"party":"KEN"},"resource":"people"},"stage":"lost",
                "quantity":{"hedge":"at_least","number":1},"as_of":"2025-09-25"}"#,
            "fact",
            DOCUMENT,
            "Kenya has at least 1 person lost, as of 2025-09-25",
        );
        check(
            r#"{"type":"site","site":"key sites","status":"retaken","holder":{"party":"KEN"},"span":".."}"#,
            "reported",
            RUTO,
            "key sites retaken by Kenya, says William Ruto",
        );
    }

    #[test]
    fn money_stands_before_its_number() {
        check(
            r#"{"type":"movement","scope":{"whose":{"party":"USA"},"resource":"money/USD"},"step":"pledge",
                "quantity":{"hedge":"over","number":300000000},"during":"2024"}"#,
            "pledged",
            DOCUMENT,
            "United States of America promises over USD 300,000,000, 2024",
        );
    }

    #[test]
    fn what_is_no_fact_says_so_first() {
        check(
            r#"{"type":"movement","scope":{"whose":{"parties":["BHS","JAM"]},"resource":"people"},"step":"deploy",
                "quantity":{"hedge":"exactly","number":24},"during":"../2024-09","ordinal":2,"to":"Haiti"}"#,
            "denied",
            RUTO,
            "denied: Bahamas and Jamaica together deploy 24 people, 2nd contingent, by 2024-09, to Haiti, says William Ruto",
        );
    }
}
