//! What a claim says: one of seven statements.

use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Ceiling, Concern, Count, Engagement, Mandate, Movement, Quantity, Resource, Site, Span, Whose};

/// What a claim says, apart from who says it and how surely.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Statement {
    /// So many stood in a stage.
    Count(Count),
    /// So many took a step.
    Movement(Movement),
    /// How large the whole mission may be.
    Ceiling(Ceiling),
    /// An act on the mandate.
    Mandate(Mandate),
    /// A site changed hands or is held.
    Site(Site),
    /// A meeting, call, visit or statement.
    Engagement(Engagement),
    /// What is late, lacking or criticised.
    Concern(Concern),
}

impl Statement {
    /// The number it carries, if it is of a kind that carries one.
    #[must_use]
    pub fn quantity(&self) -> Option<Quantity> {
        match self {
            Self::Count(count) => Some(count.quantity),
            Self::Movement(movement) => Some(movement.quantity),
            Self::Ceiling(ceiling) => Some(ceiling.quantity),
            Self::Concern(concern) => concern.quantity,
            Self::Mandate(_) | Self::Site(_) | Self::Engagement(_) => None,
        }
    }

    /// Of whom it is; `None` for a ceiling, which is the whole mission's, and a mandate, which is its body's.
    #[must_use]
    pub fn whose(&self) -> Option<&Whose> {
        match self {
            Self::Count(count) => Some(&count.scope.whose),
            Self::Movement(movement) => Some(&movement.scope.whose),
            Self::Concern(concern) => Some(&concern.scope.whose),
            Self::Site(site) => Some(&site.holder),
            Self::Engagement(engagement) => Some(&engagement.whose),
            Self::Ceiling(_) | Self::Mandate(_) => None,
        }
    }

    /// What it counts, if it is of a kind that counts.
    #[must_use]
    pub fn resource(&self) -> Option<&Resource> {
        match self {
            Self::Count(count) => Some(&count.scope.resource),
            Self::Movement(movement) => Some(&movement.scope.resource),
            Self::Ceiling(ceiling) => Some(&ceiling.resource),
            Self::Concern(concern) => Some(&concern.scope.resource),
            Self::Mandate(_) | Self::Site(_) | Self::Engagement(_) => None,
        }
    }

    /// When it held or happened.
    #[must_use]
    pub fn span(&self) -> Span {
        match self {
            Self::Count(count) => count.as_of,
            Self::Movement(movement) => movement.during,
            Self::Ceiling(ceiling) => ceiling.in_force,
            Self::Mandate(mandate) => mandate.span,
            Self::Site(site) => site.span,
            Self::Engagement(engagement) => engagement.span,
            Self::Concern(concern) => concern.span,
        }
    }

    /// The word for its type: `count`, `movement`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Count(_) => "count",
            Self::Movement(_) => "movement",
            Self::Ceiling(_) => "ceiling",
            Self::Mandate(_) => "mandate",
            Self::Site(_) => "site",
            Self::Engagement(_) => "engagement",
            Self::Concern(_) => "concern",
        }
    }
}

impl fmt::Display for Statement {
    /// One line that a person can confirm: `KEN people/police deployed: nearly 400, as of 2024-10-11, Haiti`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(count) => {
                write!(
                    f,
                    "{} {} {}: {}",
                    count.scope.whose, count.scope.resource, count.stage, count.quantity
                )?;
                if count.as_of != Span::Unstated {
                    write!(f, ", as of {}", count.as_of)?;
                }
                if let Some(place) = &count.place {
                    write!(f, ", {place}")?;
                }
            }
            Self::Movement(movement) => {
                let scope = &movement.scope;
                write!(f, "{} {} {}: {}", scope.whose, scope.resource, movement.step, movement.quantity)?;
                if let Some(ordinal) = movement.ordinal {
                    write!(f, ", {ordinal} contingent")?;
                }
                if movement.during != Span::Unstated {
                    write!(f, ", {}", movement.during)?;
                }
                if let Some(from) = &movement.from {
                    write!(f, ", from {from}")?;
                }
                if let Some(to) = &movement.to {
                    write!(f, ", to {to}")?;
                }
            }
            Self::Ceiling(ceiling) => {
                write!(f, "ceiling {}: {}", ceiling.resource, ceiling.quantity)?;
                if ceiling.in_force != Span::Unstated {
                    write!(f, ", in force {}", ceiling.in_force)?;
                }
            }
            Self::Mandate(mandate) => {
                write!(f, "mandate: {}", mandate.act)?;
                if let Some(body) = mandate.body {
                    write!(f, ", by {body}")?;
                }
                if let Some(instrument) = &mandate.instrument {
                    write!(f, ", {instrument}")?;
                }
                if mandate.span != Span::Unstated {
                    write!(f, ", {}", mandate.span)?;
                }
                if mandate.until != crate::Until::Unstated {
                    write!(f, ", {}", mandate.until)?;
                }
            }
            Self::Site(site) => {
                write!(f, "site {}: {}, by {}", site.site, site.status, site.holder)?;
                if site.span != Span::Unstated {
                    write!(f, ", {}", site.span)?;
                }
            }
            Self::Engagement(engagement) => {
                write!(f, "{} of {}", engagement.form, engagement.whose)?;
                let names: Vec<_> = engagement.participants.iter().map(crate::Name::as_str).collect();
                if !names.is_empty() {
                    write!(f, ": {}", names.join(", "))?;
                }
                if engagement.span != Span::Unstated {
                    write!(f, ", {}", engagement.span)?;
                }
            }
            Self::Concern(concern) => {
                write!(f, "concern: {}", concern.about)?;
                for about in &concern.also {
                    write!(f, ", {about}")?;
                }
                write!(f, ", of {}", concern.scope.whose)?;
                if let Some(quantity) = concern.quantity {
                    write!(f, ", {quantity} {}", concern.scope.resource)?;
                }
            }
        }
        Ok(())
    }
}
