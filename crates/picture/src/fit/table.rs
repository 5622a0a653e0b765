//! Table: the gathered claims by whose and what, and which figures of several tie the parties together.

use std::collections::BTreeMap;

use model::{Account, Party, Resource, ResourceKind, Stage, Statement, Whose};

use crate::{
    gather::{Gathered, Told},
    key::Key,
};

/// The counts of one line, by the stage that they count.
pub(super) type ByStage<'t, 'a> = BTreeMap<Stage, Vec<&'t Told<'a>>>;

/// All claims of strength by line, before any is posed.
pub(super) struct Table<'t, 'a> {
    pub(super) counts: BTreeMap<Key, ByStage<'t, 'a>>,
    pub(super) movements: BTreeMap<Key, Vec<Told<'a>>>,
}

/// Where a source does not say of what, the first kind that has such a stage.
pub(super) fn kind_of(key: &Key, counts: &ByStage) -> ResourceKind {
    let kinds = [ResourceKind::People, ResourceKind::Equipment, ResourceKind::Money];
    let has_all = |kind: &ResourceKind| counts.keys().all(|stage| kind.admits(*stage).is_ok());
    let kind = key.resource.kind().or_else(|| kinds.into_iter().find(has_all));
    kind.unwrap_or(ResourceKind::People)
}

impl<'t, 'a> Table<'t, 'a> {
    pub(super) fn of(gathered: &'t Gathered<'a>) -> Self {
        Self { counts: by_line(&gathered.counts), movements: by_key(&gathered.movements) }
    }

    /// Whether counts of one stage of several holders tie the parties.
    pub(super) fn ties(&self, key: &Key, stage: Stage) -> bool {
        let sums_up = matches!(key.resource.kind(), Some(ResourceKind::People | ResourceKind::Equipment));
        sums_up
            && match &key.whose {
                Whose::Mission => true,
                Whose::Parties(parties) => {
                    parties.iter().filter(|party| !self.speaks(*party, &key.resource, stage)).count() <= 1
                }
                Whose::Party(_) | Whose::Unstated => false,
            }
    }

    /// Whether a claim of a party's own gives a number of a stage.
    fn speaks(&self, party: Party, resource: &Resource, stage: Stage) -> bool {
        let key = Key { whose: Whose::Party(party), resource: resource.clone() };
        let kind = resource.kind().unwrap_or(ResourceKind::People);
        let into = |told: &&Told| match &told.claim.statement {
            Statement::Movement(movement) => {
                kind.path(movement.step).is_ok_and(|path| path.to == Account::In(stage))
            }
            _ => false,
        };
        let numbered =
            |told: &Told| told.claim.statement.quantity().is_some_and(|quantity| quantity.number().is_some());
        let counts = self.counts.get(&key).and_then(|counts| counts.get(&stage));
        counts.is_some_and(|counts| counts.iter().any(|told| numbered(told)))
            || self
                .movements
                .get(&key)
                .is_some_and(|told| told.iter().any(|told| into(&told) && numbered(told)))
    }
}

fn by_line<'t, 'a>(counts: &'t [Told<'a>]) -> BTreeMap<Key, ByStage<'t, 'a>> {
    let mut lines: BTreeMap<Key, ByStage<'t, 'a>> = BTreeMap::new();
    for told in counts {
        if let Statement::Count(count) = &told.claim.statement {
            let key = Key::of(&count.scope.whose, &count.scope.resource);
            lines.entry(key).or_default().entry(count.stage).or_default().push(told);
        }
    }
    lines
}

fn by_key<'a>(movements: &[Told<'a>]) -> BTreeMap<Key, Vec<Told<'a>>> {
    let mut by_key: BTreeMap<Key, Vec<Told<'a>>> = BTreeMap::new();
    for told in movements {
        if let Statement::Movement(movement) = &told.claim.statement {
            let key = Key::of(&movement.scope.whose, &movement.scope.resource);
            by_key.entry(key).or_default().push(*told);
        }
    }
    by_key
}
