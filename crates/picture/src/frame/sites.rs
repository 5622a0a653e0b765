//! The sites, each with its latest status and its history.

use std::collections::{BTreeMap, BTreeSet};

use model::{ClaimId, SiteName, SiteStatus, Span, Statement, Whose};
use schemars::JsonSchema;
use serde::Serialize;

use super::{fold, sharper};
use crate::gather::Told;

/// One site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteLine {
    /// Which site.
    pub site: SiteName,
    /// What became of it last.
    pub status: SiteStatus,
    /// All that is told of it, in order.
    pub history: Vec<SiteEvent>,
}

/// What became of a site once, and the claims that tell of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct SiteEvent {
    /// What became of it.
    pub status: SiteStatus,
    /// Who did it or holds it.
    pub holder: Whose,
    /// When.
    pub when: Span,
    /// The claims that tell of it.
    pub claims: BTreeSet<ClaimId>,
}

/// Every site that is told of as so, by name.
pub(super) fn lines(told: &[&Told]) -> Vec<SiteLine> {
    let mut sites: BTreeMap<String, (SiteName, Vec<SiteEvent>)> = BTreeMap::new();
    for told in told {
        let Statement::Site(site) = &told.claim.statement else { continue };
        if !told.claim.modality.is_told() {
            continue;
        }
        // "General Hospital" and "general hospital" are one site.
        let name = site.site.to_string().to_lowercase();
        let (_, history) = sites.entry(name).or_insert_with(|| (site.site.clone(), Vec::new()));
        let fresh = SiteEvent {
            status: site.status,
            holder: site.holder.clone(),
            when: site.span,
            claims: BTreeSet::from([told.id]),
        };
        let same = |a: &SiteEvent, b: &SiteEvent| {
            let holders = a.holder == b.holder || [&a.holder, &b.holder].contains(&&Whose::Unstated);
            a.status == b.status && holders && a.when.touches(b.when)
        };
        fold(
            history,
            fresh,
            same,
            |event| &mut event.claims,
            |event, fresh| {
                event.when = sharper(event.when, fresh.when);
                if event.holder == Whose::Unstated {
                    event.holder = fresh.holder.clone();
                }
            },
        );
    }
    let line = |(site, history): (SiteName, Vec<SiteEvent>)| {
        let status = history.last()?.status;
        Some(SiteLine { site, status, history })
    };
    sites.into_values().filter_map(line).collect()
}
