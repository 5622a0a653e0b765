//! What a statement is about: which party it names, which stage it touches.

use model::{Account, Party, Scope, Stage, Statement, Step};

/// Whether it names this party.
pub(crate) fn names(statement: &Statement, party: Party) -> bool {
    statement.whose().is_some_and(|whose| whose.parties().any(|named| named == party))
        || matches!(statement, Statement::Mandate(mandate) if mandate.body == Some(party))
}

/// Whether it counts in this stage, or tells of a movement into or out of it.
pub(crate) fn touches(statement: &Statement, stage: Stage) -> bool {
    let path = |scope: &Scope, step: Step| scope.resource.kind().and_then(|kind| kind.path(step).ok());
    match statement {
        Statement::Count(count) => count.stage == stage,
        Statement::Movement(movement) => path(&movement.scope, movement.step)
            .is_some_and(|path| [path.from, path.to].contains(&Account::In(stage))),
        _ => false,
    }
}
