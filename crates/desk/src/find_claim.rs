//! Finding a claim by the beginning of its id, as git finds a commit.

use ledger::{Held, Ledger};

use crate::{Fault, sentence};

/// Shorter beginnings point at nothing for long.
const FEWEST: usize = 4;

/// How many candidates an error names.
const CANDIDATES: usize = 5;

/// The one claim whose id begins so, of those that may be shown.
pub(crate) fn find<'a>(
    ledger: &'a Ledger,
    typed: &str,
    shows: impl Fn(&Held) -> bool,
) -> Result<&'a Held, Fault> {
    let beginning = typed.to_ascii_lowercase();
    if beginning.len() < FEWEST || !beginning.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(Fault::usage(format!("`{typed}` is not the beginning of a claim's id"))
            .hint(format!("write at least {FEWEST} of its hexadecimal digits; `muster claims` lists them")));
    }
    let found: Vec<_> =
        ledger.claims().filter(|held| shows(held) && held.id.to_string().starts_with(&beginning)).collect();
    match found[..] {
        [] => Err(Fault::usage(format!("no claim's id begins with `{typed}`"))
            .hint("`muster claims` lists the claims of the ledger")),
        [one] => Ok(one),
        _ => {
            let fault = Fault::usage(format!("the ids of {} claims begin with `{typed}`", found.len()))
                .hint("write one more digit:");
            let digits = beginning.len() + 4;
            Err(found.iter().take(CANDIDATES).fold(fault, |fault, held| {
                let id: String = held.id.to_string().chars().take(digits).collect();
                fault.hint(format!("  {id}  {}", sentence::sentence(&held.claim)))
            }))
        }
    }
}
