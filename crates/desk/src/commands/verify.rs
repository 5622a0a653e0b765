//! `muster verify`: walks the ledger's chain and names the first entry that does not fit.

use ledger::Seal;

use crate::{
    Fault, World,
    book::{Book, WhichLedger},
};

/// Check that nothing in the ledger was changed, removed or put in
///
/// Each entry is chained to the one before by its hash. The seal that is printed says where the chain ends: noted
/// down elsewhere, it shows later whether the end was cut off or all of it was made anew.
#[derive(clap::Args, Debug)]
#[command(after_help = "\
Examples:
  muster verify
  muster verify --seal SEAL")]
pub(crate) struct VerifyArgs {
    /// A seal that an earlier run printed; the chain must still hold it
    #[arg(long, value_name = "SEAL")]
    seal: Option<Seal>,

    #[command(flatten)]
    ledger: WhichLedger,
}

pub(crate) fn run(world: &mut World, args: &VerifyArgs) -> Result<(), Fault> {
    let book = Book::open(world, &args.ledger)?;
    let bar = world.progress("entries");
    let head = book.verify(args.seal, &mut |progress| {
        bar.set_length(progress.of);
        bar.set_position(progress.walked);
    });
    bar.finish_and_clear();
    match head? {
        None => writeln!(world.out, "The ledger is empty.")?,
        Some(head) => {
            let sealed = args.seal.map(|seal| format!("; it holds the seal of entry {}", seal.seq));
            let sealed = sealed.unwrap_or_default();
            writeln!(world.out, "{} entries, each as it was entered{sealed}.", head.seq)?;
            writeln!(world.out, "seal {}", head.seal())?;
        }
    }
    Ok(())
}
