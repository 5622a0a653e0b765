//! An invented record of the size of all UN missions: the same for the same size, on every machine.
//!
//! One body counts each contributor at each month's end, exactly but for slips, and the whole mission with them; a
//! handful of outlets tell of some movements, of some contributors' strength and of the whole mission's, with hedges,
//! rounded, and sometimes wrongly.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on has nothing to measure")]
#![allow(dead_code, reason = "each benchmark takes what it needs")]

use jiff::{Timestamp, ToSpan as _, civil::Date};
use ledger::{Entry, Ledger, Recorded};
use model::{
    Claim, CountFields, Grade, Marking, MissionCode, Modality, MovementFields, Name, Party, Published,
    Quantity, Resource, Scope, Service, Source, Span, Speaker, Stage, Statement, Step, Whose,
};

/// How much there is to tell of.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    pub(crate) missions: usize,
    pub(crate) contributors: usize,
    /// The longest mission's months; others begin and end within them.
    pub(crate) months: u64,
}

/// The whole record: 70 missions of up to 35 years with 130 contributors.
pub(crate) const WHOLE: Size = Size { missions: 70, contributors: 130, months: 420 };

/// Knuth's MMIX generator: a source of numbers that is the same in every run.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides.max(1)
    }

    /// Whether one of so many throws comes.
    fn one_in(&mut self, sides: u64) -> bool {
        self.roll(sides) == 0
    }
}

const OUTLETS: u64 = 12;

pub(crate) fn mission(i: usize) -> MissionCode {
    format!("UN{i:02}").parse().unwrap()
}

/// The last day that anybody speaks of.
pub(crate) fn end(size: Size) -> Date {
    month_end(size.months)
}

fn month_end(month: u64) -> Date {
    let first = Date::constant(1990, 1, 31);
    first.checked_add(i64::try_from(month).unwrap().months()).unwrap().last_of_month()
}

/// All claims, mission by mission.
pub(crate) fn claims(size: Size) -> Vec<Claim> {
    (0..size.missions).flat_map(|i| claims_of(size, i)).collect()
}

/// The claims of one mission, in the order of their days.
pub(crate) fn claims_of(size: Size, number: usize) -> Vec<Claim> {
    let mut dice = Dice(1 + u64::try_from(number).unwrap() * 7_919);
    let code = mission(number);
    // A few run to the end; most are shorter.
    let length =
        if number.is_multiple_of(7) { size.months } else { 24 + dice.roll(size.months.saturating_sub(24)) };
    let length = length.min(size.months);
    let begins = dice.roll(size.months - length + 1);
    let count = 4 + usize::try_from(dice.roll(u64::try_from(size.contributors / 2).unwrap())).unwrap();
    let shift = usize::try_from(dice.roll(200)).unwrap();
    let parties: Vec<Party> = Party::states().skip(shift % 110).take(count.min(size.contributors)).collect();
    let mut contributors: Vec<Contributor> =
        parties.into_iter().map(|party| Contributor::new(party, length, &mut dice)).collect();
    let mut told = Vec::new();
    for month in 0..length {
        let day = month_end(begins + month);
        let mut sum = 0;
        for one in &mut contributors {
            one.month(&code, month, day, &mut dice, &mut told);
            sum += one.strength;
        }
        let body = Claimed { mission: &code, whose: Whose::Mission, by: None, day };
        told.push(body.count(Quantity::Exactly(sum)));
        if dice.one_in(6) && sum > 0 {
            let outlet = Claimed { by: Some(dice.roll(OUTLETS)), ..body };
            told.push(outlet.count(loosely(sum, &mut dice)));
        }
    }
    told
}

/// A contributor in one mission.
struct Contributor {
    party: Party,
    joins: u64,
    leaves: u64,
    usual: u64,
    strength: u64,
}

impl Contributor {
    fn new(party: Party, length: u64, dice: &mut Dice) -> Self {
        let joins = dice.roll(length / 3 + 1);
        let leaves = length - dice.roll(length / 3 + 1);
        let most = 20 * 10_u64.pow(u32::try_from(dice.roll(3)).unwrap());
        let usual = 3 + dice.roll(most);
        Self { party, joins, leaves, usual, strength: 0 }
    }

    fn month(
        &mut self,
        mission: &MissionCode,
        month: u64,
        day: Date,
        dice: &mut Dice,
        told: &mut Vec<Claim>,
    ) {
        if month < self.joins || month > self.leaves {
            return;
        }
        let before = self.strength;
        self.strength = match month {
            _ if month == self.leaves => 0,
            _ if month == self.joins => self.usual,
            _ if dice.one_in(9) => self.usual * (85 + dice.roll(31)) / 100,
            _ => before,
        };
        let whose = || Whose::Party(self.party);
        let moved = day.checked_sub(i64::try_from(3 + dice.roll(20)).unwrap().days()).unwrap();
        if self.strength != before && dice.one_in(2) {
            let reports = 1 + dice.roll(2);
            for _ in 0..reports {
                let by = Some(dice.roll(OUTLETS));
                let size = before.abs_diff(self.strength);
                let size = if dice.one_in(4) { loosely(size, dice) } else { Quantity::Exactly(size) };
                let step = if self.strength > before { Step::Deploy } else { Step::Repatriate };
                told.push(Claimed { mission, whose: whose(), by, day: moved }.movement(step, size));
            }
        }
        let slip = if dice.one_in(40) { dice.roll(1 + self.strength / 10) } else { 0 };
        let counted = Claimed { mission, whose: whose(), by: None, day };
        told.push(counted.count(Quantity::Exactly(self.strength + slip)));
        if dice.one_in(25) && self.strength > 0 {
            let outlet = Claimed { mission, whose: whose(), by: Some(dice.roll(OUTLETS)), day: moved };
            told.push(outlet.count(loosely(before.max(1), dice)));
        }
    }
}

/// As press tells a number: hedged, rounded, now and then wrong by a tenth.
fn loosely(n: u64, dice: &mut Dice) -> Quantity {
    let n = if dice.one_in(10) { n + n / 10 } else { n };
    let unit = if n >= 1_000 {
        100
    } else if n >= 100 {
        10
    } else {
        1
    };
    let round = (n / unit * unit).max(1);
    let some = |n: u64| std::num::NonZeroU64::new(n).unwrap();
    match dice.roll(5) {
        0 => Quantity::About(some(round)),
        1 => Quantity::Nearly(some(round + unit)),
        2 => Quantity::Over(round.saturating_sub(1)),
        _ => Quantity::Exactly(round),
    }
}

/// Who says it, of whom, of when.
struct Claimed<'a> {
    mission: &'a MissionCode,
    whose: Whose,
    /// An outlet, or the body that counts.
    by: Option<u64>,
    day: Date,
}

impl Claimed<'_> {
    fn scope(&self) -> Scope {
        let resource = Resource::People(Service::Unstated);
        Scope { whose: self.whose.clone(), resource, units: [].into() }
    }

    fn count(&self, quantity: Quantity) -> Claim {
        let (scope, as_of) = (self.scope(), Span::day(self.day));
        let fields = CountFields { scope, stage: Stage::Deployed, quantity, as_of, place: None };
        self.claim(Statement::Count(fields.try_into().unwrap()))
    }

    fn movement(&self, step: Step, quantity: Quantity) -> Claim {
        let (scope, during) = (self.scope(), Span::day(self.day));
        let fields = MovementFields { scope, step, quantity, during, from: None, to: None, ordinal: None };
        self.claim(Statement::Movement(fields.try_into().unwrap()))
    }

    fn claim(&self, statement: Statement) -> Claim {
        let name = self.by.map_or("the body that counts".to_owned(), |n| format!("outlet {n}"));
        let grade = if self.by.is_none() { "B2".parse().unwrap() } else { Grade::UNGRADED_PRESS };
        Claim {
            mission: Some(self.mission.clone()),
            statement,
            modality: Modality::Fact,
            speaker: Speaker::Named(Name::new(&name).unwrap()),
            source: Source::ByHand { by: Name::new("record").unwrap() },
            grade,
            published: Published::given(self.day.checked_add(5.days()).unwrap()),
            marking: Marking::Public,
        }
    }
}

/// A ledger of these claims.
pub(crate) fn ledger(claims: impl IntoIterator<Item = Claim>) -> Ledger {
    let mut head = None;
    let mut ledger = Ledger::default();
    for claim in claims {
        let recorded = Recorded::after(head.as_ref(), Timestamp::UNIX_EPOCH, Entry::Claim(claim));
        head = Some(recorded.head());
        ledger.add(recorded);
    }
    ledger
}
