//! Words of the interface that stand for words of the model, one for one.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident as $seen:ident for $model:ident { $($variant:ident),+ })+) => { $(
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        #[schema(as = $seen)]
        pub(crate) enum $name {
            $(#[allow(missing_docs, reason = "each is told of in the model")] $variant),+
        }

        impl From<$name> for model::$model {
            fn from(word: $name) -> Self {
                match word { $($name::$variant => Self::$variant),+ }
            }
        }

        impl From<model::$model> for $name {
            fn from(word: model::$model) -> Self {
                match word { $(model::$model::$variant => Self::$variant),+ }
            }
        }
    )+ };
}

words! {
    /// An account in which strength stands.
    StageWord as Stage for Stage {
        Promised, Training, Ready, Deployed, Shipped, InService, OutOfService, Committed, Paid, Spent, Withheld, Home, Lost
    }
    /// A movement between two stages.
    StepWord as Step for Step {
        Pledge, EnterTraining, Certify, Deploy, Rotate, Repatriate, Withdraw, Lose, Ship, Deliver, BreakDown, Repair, Return,
        Commit, Pay, Spend, Withhold, Release
    }
    /// What is done to a mandate.
    ActWord as MandateAct for MandateAct { Authorise, Extend, Amend, Convert, End, Propose }
    /// What became of a site.
    SiteWord as SiteStatus for SiteStatus { Held, Retaken, Lost, Safeguarded, HandedOver, Closed }
    /// The form of an engagement.
    FormWord as EngagementForm for EngagementForm { Meeting, Call, Briefing, Visit, Statement }
    /// What a concern is about.
    AboutWord as ConcernAbout for About { Delay, Personnel, Equipment, Funding, Conduct, Security, Appeal }
}
