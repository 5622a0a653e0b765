//! `muster decide`: a person rules on a claim. Nothing is edited: a decision is an entry of its own.

use clap::Subcommand;
use ledger::{Dating, Entry, Outcome};
use model::{Name, Ruling};

use crate::{
    Fault, Kind, World,
    book::{Book, WhichLedger},
    find_claim,
    ruled::Ruled,
    sentence,
    short::ShortIds,
};

/// Rule on a claim: accept, reject, replace it, or say whether two tell of one event
///
/// A decision is an entry like any other: it is never edited or removed, and a later decision undoes it. Claims
/// are named by the beginning of their id.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster decide reject 3fa9c0de --by \"A. Clerk\" --why \"The outlet took it back\"
  muster decide same-as 3fa9c0de 81acdc2f --by \"A. Clerk\" --why \"Both tell of the first flight\"")]
pub(crate) struct DecideArgs {
    #[command(subcommand)]
    ruling: Typed,

    #[command(flatten)]
    ledger: WhichLedger,
}

#[derive(Subcommand, Debug)]
enum Typed {
    /// It is as it says; undoes a rejection or a replacement
    Accept(One),
    /// It is not to be used
    Reject(One),
    /// Another claim stands in its place, and is accepted by that
    Replace(Two),
    /// Both tell of one event
    SameAs(Two),
    /// They tell of two events; undoes same-as
    NotSame(Two),
}

#[derive(clap::Args, Debug)]
struct One {
    /// The claim: the beginning of its id
    claim: String,

    #[command(flatten)]
    reason: Reason,
}

#[derive(clap::Args, Debug)]
struct Two {
    /// The claim: the beginning of its id
    claim: String,

    /// The other claim: the beginning of its id
    other: String,

    #[command(flatten)]
    reason: Reason,
}

#[derive(clap::Args, Debug)]
struct Reason {
    /// Who decides
    #[arg(long, value_name = "WHO", value_parser = name)]
    by: Name,

    /// Why
    #[arg(long, value_name = "WHY", value_parser = name)]
    why: Name,
}

pub(crate) fn run(world: &mut World, args: &DecideArgs) -> Result<(), Fault> {
    let book = Book::open(world, &args.ledger)?;
    let ledger = book.ledger(world, None)?;
    let find = |typed: &str| find_claim::find(&ledger, typed, |_| true);
    let (typed, ruling, reason) = match &args.ruling {
        Typed::Accept(one) => (&one.claim, Ruling::Accept, &one.reason),
        Typed::Reject(one) => (&one.claim, Ruling::Reject, &one.reason),
        Typed::Replace(two) => (&two.claim, Ruling::Replace { with: find(&two.other)?.id }, &two.reason),
        Typed::SameAs(two) => (&two.claim, Ruling::SameAs { other: find(&two.other)?.id }, &two.reason),
        Typed::NotSame(two) => (&two.claim, Ruling::NotSame { other: find(&two.other)?.id }, &two.reason),
    };
    let held = find(typed)?;
    let ruled = Ruled { claim: held.id, ruling, by: reason.by.clone(), why: reason.why.clone() };
    let mut dating = Dating::new(world.now()?);
    let decision = ruled.dated(&mut dating, &ledger);
    let outcomes = book.enter(dating.entered(), vec![Entry::Decision(decision)])?;
    if let Some(Outcome::Refused(refusal)) = outcomes.first() {
        return Err(Fault::new(Kind::NotTaken, refusal.to_string()));
    }
    let ids = ShortIds::of(&ledger);
    let ruled = sentence::ruled(ruling, |other| ids.short(other));
    let claim = ids.short(held.id);
    let words = sentence::sentence(&held.claim);
    world.say(&format!("{claim}: {ruled}, by {}\n  {words}\n", reason.by));
    Ok(())
}

fn name(words: &str) -> Result<Name, String> {
    Name::new(words).map_err(|_| "empty; write a name or a reason".to_owned())
}
