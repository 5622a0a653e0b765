//! Who asks, and so what they may see and write.

use axum::{extract::FromRequestParts, http::request::Parts};
use model::{Marking, Name};
use picture::Viewer;
use store::Role;

use super::{
    desk::Desk,
    may::{self, Act},
    problem::{Code, Problem},
};

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Who {
    /// Whose eyes they look with.
    pub(crate) viewer: Viewer,
    /// Who is let in; nobody where the desk is open to be read.
    acting: Option<Acting>,
}

/// Somebody who was let in: an extension on the request, set by whoever let them in and never by the request itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acting {
    /// The name under which they enter and decide.
    pub name: Name,
    /// What they may.
    pub role: Role,
}

impl Who {
    /// The name under which they enter documents and claims, and decide, if they may.
    pub(crate) fn may_enter(&self) -> Result<&Name, Problem> {
        self.may(Act::Enter, "enter or decide").map(|acting| &acting.name)
    }

    /// That they may decide on claims with this marking.
    pub(crate) fn may_decide_on(&self, marking: Marking) -> Result<(), Problem> {
        let acting = self.may(Act::Enter, "enter or decide")?;
        if may::may_decide_on(acting.role, marking) {
            return Ok(());
        }
        Err(Problem::new(
            Code::NotAllowed,
            format!("the role `{}` does not decide on what is marked `{marking}`", acting.role),
        )
        .hint("ask an analyst to decide"))
    }

    /// The marking of what they enter: a liaison's is always the party's own; others choose, `otherwise` where they do not.
    pub(crate) fn marking_of(&self, chosen: Option<Marking>, otherwise: Marking) -> Result<Marking, Problem> {
        let acting = self.may(Act::Enter, "enter or decide")?;
        let Some(party) = may::speaks_for(acting.role) else { return Ok(chosen.unwrap_or(otherwise)) };
        let own = Marking::Party(party);
        match chosen {
            Some(other) if other != own => Err(Problem::new(
                Code::NotAllowed,
                format!("the role `{}` does not mark as `{other}`", acting.role),
            )
            .hint(format!("leave the marking out; it will be `{own}`"))),
            _ => Ok(own),
        }
    }

    /// The marking of the only documents to which they add; none: to all that they may see.
    pub(crate) fn adds_to(&self) -> Option<Marking> {
        self.acting.as_ref().and_then(|acting| may::speaks_for(acting.role)).map(Marking::Party)
    }

    /// That they may read the ledger's own numbers, which tell how much is hidden from others.
    pub(crate) fn may_read_entries(&self) -> Result<(), Problem> {
        self.may(Act::ReadEntries, "read this").map(|_| ())
    }

    /// Whether they may.
    pub(crate) fn reads_entries(&self) -> bool {
        self.may_read_entries().is_ok()
    }

    fn may(&self, act: Act, what: &str) -> Result<&Acting, Problem> {
        let Some(acting) = &self.acting else {
            return Err(Problem::new(Code::LogInFirst, format!("one has to be logged in to {what}"))
                .hint("log in, or send a personal token"));
        };
        if may::may(acting.role, act) {
            return Ok(acting);
        }
        Err(Problem::new(Code::NotAllowed, format!("the role `{}` may not {what}", acting.role))
            .hint("an administrator gives another role"))
    }
}

/// Somebody who may enter and decide: who may not is refused before anything is read of what they send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Author(pub(crate) Who);

/// Somebody of the mission's staff, who may read the ledger's own numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Staff;

impl From<Who> for Viewer {
    fn from(who: Who) -> Self {
        who.viewer
    }
}

impl FromRequestParts<Desk> for Who {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        if let Some(acting) = parts.extensions.get::<Acting>() {
            return Ok(Self { viewer: may::viewer(acting.role), acting: Some(acting.clone()) });
        }
        if desk.settings.open {
            return Ok(Self { viewer: Viewer::Public, acting: None });
        }
        Err(Problem::new(Code::LogInFirst, "nobody is logged in").hint("log in, or send a personal token"))
    }
}

impl FromRequestParts<Desk> for Author {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        let who = Who::from_request_parts(parts, desk).await?;
        who.may_enter()?;
        Ok(Self(who))
    }
}

impl FromRequestParts<Desk> for Staff {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, desk: &Desk) -> Result<Self, Problem> {
        Who::from_request_parts(parts, desk).await?.may_read_entries()?;
        Ok(Self)
    }
}
