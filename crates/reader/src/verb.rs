//! Senses of the words that tell what happened, and the classes of the words that change what others mean.

use std::str::FromStr;

/// One way to read a word: what it says, in which form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VerbReading {
    /// What it says.
    pub sense: Sense,
    /// In which form.
    pub form: VerbForm,
}

/// The form of a verb, as far as its letters tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// "arrive".
    Base,
    /// "arrives".
    Third,
    /// "went".
    Past,
    /// "gone".
    Participle,
    /// "arrived": past or participle.
    PastOrParticiple,
    /// "put": base, past or participle.
    BaseOrPast,
    /// "come", "become": base or participle, never past.
    BaseOrParticiple,
    /// "arriving".
    Gerund,
    /// "arrival", "withdrawal".
    Noun,
    /// "ready", "missing": an adjective or adverb.
    Adjective,
    /// "enverra": what is to come, in one word.
    Future,
    /// "enverrait": what would be, in one word.
    Conditional,
}

impl VerbForm {
    /// Whether it can tell a finished act: past or participle.
    #[must_use]
    pub fn may_be_past(self) -> bool {
        matches!(self, Self::Past | Self::PastOrParticiple | Self::BaseOrPast)
    }

    /// Whether it can be a past participle.
    #[must_use]
    pub fn may_be_participle(self) -> bool {
        matches!(self, Self::Participle | Self::PastOrParticiple | Self::BaseOrPast | Self::BaseOrParticiple)
    }

    /// Whether it can be the bare form that follows "to" and "will".
    #[must_use]
    pub fn may_be_base(self) -> bool {
        matches!(self, Self::Base | Self::BaseOrPast | Self::BaseOrParticiple)
    }
}

/// The name in a lexicon file that no sense or class has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownWord(pub String);

/// Declares an enum whose variants are written in lexicon files by a name.
macro_rules! named {
    ($(#[$about:meta])* $vis:vis $enum:ident { $($(#[doc = $doc:literal])+ $variant:ident = $name:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $vis enum $enum { $($(#[doc = $doc])+ $variant,)+ }

        impl $enum {
            /// Every one, in the order of the source.
            $vis const ALL: &[Self] = &[$(Self::$variant,)+];

            /// Its name in lexicon files.
            #[must_use]
            $vis fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }
        }

        impl FromStr for $enum {
            type Err = UnknownWord;

            fn from_str(name: &str) -> Result<Self, UnknownWord> {
                match name { $($name => Ok(Self::$variant),)+ _ => Err(UnknownWord(name.to_owned())) }
            }
        }
    };
}

pub(crate) use named;

named! {
    /// What a verb, or a noun made from it, says. Lexicon files write these by their names.
    pub Sense {
        /// "arrived", "landed", "touched down".
        Arrive = "arrive",
        /// "left", "departed", "took off": going, not yet said where.
        Depart = "depart",
        /// "sent", "dispatched".
        Send = "send",
        /// "deployed", "deployment".
        Deploy = "deploy",
        /// "joined".
        Join = "join",
        /// "took over", "relieved", "replaced".
        Replace = "replace",
        /// "returned", "came home".
        Return = "return",
        /// "withdrew", "pulled out".
        Withdraw = "withdraw",
        /// "rotated".
        Rotate = "rotate",
        /// "reduced", "drew down".
        Reduce = "reduce",
        /// "trained", "undergo training".
        Train = "train",
        /// "undergoing", "taken through".
        Undergo = "undergo",
        /// "completed", "concluded".
        Complete = "complete",
        /// "ready", "prepared", "on stand-by".
        Ready = "ready",
        /// "pledged", "promised".
        Pledge = "pledge",
        /// "plan", "intend", "expected", "due".
        Intend = "intend",
        /// "prepare".
        Prepare = "prepare",
        /// "has", "comprises", "fields".
        Have = "have",
        /// "stands at", "numbers", "totals".
        Stand = "stand",
        /// "bringing to", "reach", "push to".
        Reach = "reach",
        /// "remain".
        Remain = "remain",
        /// "serve", "stationed".
        Serve = "serve",
        /// "authorised", "approved".
        Authorise = "authorise",
        /// "adopted", "voted for".
        Adopt = "adopt",
        /// "extended", "renewed".
        Extend = "extend",
        /// "amended", "changed".
        Amend = "amend",
        /// "converted", "transformed".
        Convert = "convert",
        /// "terminated", "expires".
        End = "end",
        /// "proposed", "recommended".
        Propose = "propose",
        /// "decided".
        Decide = "decide",
        /// "retaken", "recaptured".
        Retake = "retake",
        /// "secured", "guards".
        Secure = "secure",
        /// "handed over", "gave up", "transferred".
        HandOver = "hand over",
        /// "closed".
        Close = "close",
        /// "opened", "reopened".
        Open = "open",
        /// "seized", "overran": taken by others.
        Seize = "seize",
        /// "killed", "died".
        Kill = "kill",
        /// "wounded", "injured".
        Wound = "wound",
        /// "missing", "unaccounted for".
        Miss = "miss",
        /// "attacked", "ambushed".
        Attack = "attack",
        /// "paid", "disbursed".
        Pay = "pay",
        /// "gave", "provided", "donated", "contributed".
        Give = "give",
        /// "allocated", "earmarked", "made available".
        Allocate = "allocate",
        /// "froze", "blocked", "suspended".
        Freeze = "freeze",
        /// "spent".
        Spend = "spend",
        /// "costs".
        Cost = "cost",
        /// "funded", "financed".
        Fund = "fund",
        /// "delivered", "supplied", "shipped".
        Deliver = "deliver",
        /// "received", "welcomed", "hosted".
        Receive = "receive",
        /// "met", "held talks".
        Meet = "meet",
        /// "phoned", "spoke to".
        Call = "call",
        /// "visited", "toured".
        Visit = "visit",
        /// "briefed".
        Brief = "brief",
        /// "discussed".
        Discuss = "discuss",
        /// "thanked", "praised".
        Thank = "thank",
        /// "criticised".
        Criticise = "criticise",
        /// "delayed", "postponed".
        Delay = "delay",
        /// "lacks", "short of".
        Lack = "lack",
        /// "urged", "called for".
        Urge = "urge",
        /// "warned", "cautioned".
        Warn = "warn",
        /// "said", "announced".
        Say = "say",
        /// "confirmed".
        Confirm = "confirm",
        /// "believe", "reported to".
        Believe = "believe",
        /// "denied", "rejected".
        Deny = "deny",
        /// "refused", "ruled out".
        Refuse = "refuse",
        /// "barred", "blocked", "struck down": an authority does not let it be.
        Forbid = "forbid",
        /// "ordered", "directed": an authority wants it done.
        Order = "order",
        /// "set up", "created", "launched": a body of people begins to be.
        Establish = "establish",
        /// "began", "started".
        Begin = "begin",
        /// "consider", "want", "threaten": a thought, a wish or a threat, not a plan.
        Wish = "wish",
        /// "went on", "continued".
        Continue = "continue",
        /// Any other verb: it says nothing of a force, but parts the clauses.
        Other = "other",
    }
}

named! {
    /// What a small word does to the words around it. Lexicon files write these by their names.
    pub WordClass {
        /// "not", "never", "none", "without", "won't".
        Negation = "negation",
        /// "will", "shall", "about to", "set to".
        Future = "future",
        /// "may", "could", "should", "would".
        Modal = "modal",
        /// "if", "unless", "provided that".
        Condition = "condition",
        /// "is", "were", "been".
        Be = "be",
        /// "has", "had".
        Has = "has",
        /// "another", "additional", "more", "further".
        Additional = "additional",
        /// "only", "just", "merely".
        Only = "only",
        /// "in total", "altogether", "combined".
        Total = "total",
        /// "already", "so far", "to date".
        Already = "already",
        /// "each", "apiece".
        Each = "each",
        /// "respectively".
        Respectively = "respectively",
        /// "according to".
        According = "according",
        /// "allegedly", "reportedly", "said to".
        Hearsay = "hearsay",
        /// "the latter", "they", "these", "those".
        Pronoun = "pronoun",
        /// "yet to", "still to": not done so far.
        Yet = "yet",
    }
}
