//! Cues: words that tell a rule something by themselves, each by what it tells and not by its letters.

use std::str::FromStr;

use crate::verb::{UnknownWord, named};

named! {
    /// What a word tells. The file `cues.tsv` of a language lists the words of each cue by its name.
    pub(crate) Cue {
        /// "reach", "reached", "reaches": to come to a place.
        ReachVerb = "reach verb",
        /// "board", "aboard": in the plane or ship that comes.
        Aboard = "aboard",
        /// "country", "nation", "state": a state, as one of several.
        StateNoun = "state noun",
        /// "total", "altogether", "combined": the number is a sum of what is there.
        SummedUp = "summed up",
        /// "to date", "so far", "thus far": up to the day of the text.
        SoFar = "so far",
        /// "unconstitutional", "illegal": what a court finds an act to be.
        Unlawful = "unlawful",
        /// "decree", "bill", "agreement": a text that carries an act.
        TextOfAct = "text of act",
        /// "treaty", "pact": a text that binds states to one another.
        TreatyNoun = "treaty noun",
        /// "parliament", "cabinet", "court": what decides for a state.
        DecidingOrgan = "deciding organ",
        /// "deals with", "focused on": what a meeting is about.
        DealVerb = "deal verb",
        /// "ministers", "chiefs": several office holders.
        Several = "several officials",
        /// "took", "wrested": got from others.
        TakeVerb = "take verb",
        /// "back", "again": as it was before.
        OnceMore = "once more",
        /// "bloc", "alliance": several states, not named.
        BlocNoun = "bloc noun",
        /// "runs", "lasts": goes on for so long.
        LastVerb = "last verb",
        /// "signed", "concluded": what states do with a treaty.
        SignVerb = "sign verb",
        /// "became", "turned": takes another shape.
        BecomeVerb = "become verb",
        /// "favours", "prefers": would like better.
        FavourVerb = "favour verb",
        /// "resolution": a text that the Council of the United Nations numbers.
        Resolution = "resolution",
        /// "more", "further", "additional": between the number of a length of time and its unit.
        MoreOfLength = "more of length",
        /// "ministers", "chiefs of defence", "counterpart": office holders without a name.
        Dignitary = "dignitary",
        /// "delegation": a team of officials.
        Delegation = "delegation",
        /// "phone", "telephone", "video": a contact at a distance.
        ByPhone = "by phone",
        /// "held", "hosted", "paid": a verb that only carries the noun of a contact.
        HoldVerb = "hold verb",
        /// "resumed", "took place", "opened": what talks do.
        TakesPlace = "takes place",
        /// "travelled", "flew": an office holder goes to see somebody.
        TravelVerb = "travel verb",
        /// "summit", "conference", "meeting": where a body of states comes together.
        Gathering = "gathering",
        /// "cleared": made free of those who held it.
        ClearVerb = "clear verb",
        /// "control", "hands": in whose a site is.
        InHands = "in hands",
        /// "run", "managed", "held": what is done with a site by those who have it.
        RunVerb = "run verb",
        /// "rebels", "fighters", "gangs": those who take a site against the state.
        Fighters = "fighters",
        /// "town", "village", "city": a place that changes hands.
        TownNoun = "town noun",
        /// "ceiling", "cap": a limit on strength, as the thing that moves.
        CeilingNoun = "ceiling noun",
        /// "ceiling", "cap", "capped": the number's own words tell a limit.
        CappedAt = "capped at",
        /// "ceiling", "cap", "limit": a limit on strength, as the noun before its number.
        CeilingLimit = "ceiling limit",
        /// "personnel", "people", "manpower": the sentence speaks of people that are needed.
        PersonnelTopic = "personnel topic",
        /// "equipment", "vehicles", "logistics": the sentence speaks of kit that is needed.
        EquipmentTopic = "equipment topic",
        /// "funding", "funds", "fund": the sentence speaks of money that is needed.
        FundingTopic = "funding topic",
        /// "delay", "delays", "delayed": the sentence speaks of delay.
        DelayTopic = "delay topic",
        /// "abuse", "misconduct", "accused": the sentence speaks of how people behave.
        ConductTopic = "conduct topic",
        /// "only", "just", "barely": a share is small.
        OnlySoFar = "only so far",
        /// "complete", "completed", "finished": what a share of something is.
        Finished = "finished",
        /// "problem", "problems", "obstacle": something holds the mission back.
        Trouble = "trouble",
        /// "quit", "quits", "resign": people leave their service of their own accord.
        QuitVerb = "quit verb",
        /// "resignation": the noun for that.
        Resignation = "resignation",
        /// "humanitarian", "displaced", "hunger": the sentence speaks of civilians' need.
        Hardship = "hardship",
        /// "present": at an event.
        Attending = "attending",
        /// "convene", "convenes", "convened": several come together.
        ConveneVerb = "convene verb",
        /// "i", "me": the one who speaks.
        Speaking = "speaking",
        /// "bring", "brings", "brought": to bring along.
        BringVerb = "bring verb",
        /// "humanitarian", "hunger", "refugees": the money is not for the mission.
        OtherAid = "other aid",
        /// "commitment", "commitments": money that is bound by a promise.
        CommitmentNoun = "commitment noun",
        /// "waiver", "waivers": money is freed by a rule set aside.
        Waiver = "waiver",
        /// "projects", "programme", "programmes": work that money goes into.
        Project = "project",
        /// "total", "altogether", "overall": a sum of several gifts.
        SumsUp = "sums up",
        /// "fund", "facility": a fund that money goes into.
        Purse = "purse",
        /// "donor", "donors", "funder": one who gives money.
        DonorNoun = "donor noun",
        /// "support", "help": of what it is done with.
        AidVerb = "aid verb",
        /// "in working order", "serviceable": equipment that can be used.
        InOrder = "in order",
        /// "sets", "shipments": so many of what stands behind "of".
        KitMeasure = "kit measure",
        /// "against".
        AgainstWord = "against word",
        /// "adds", "added": with "up" behind it.
        VerbWithUp = "verb with up",
        /// "worth", "valued": behind it what something is worth.
        WorthWord = "worth word",
        /// "amount", "sum": how much is left open.
        AmountNoun = "amount noun",
        /// "salaries", "allowances": what those who serve are paid.
        WagesNoun = "wages noun",
        /// "lost", "lose", "loses": a party has losses.
        LoseVerb = "lose verb",
        /// "died", "die", "dies": those who die are the subject.
        DieVerb = "die verb",
        /// "back", "backs", "backed": to be for an act without making it.
        SupportVerb = "support verb",
        /// "mandate", "mission", "deployment": what a mandate is made of.
        MandateNoun = "mandate noun",
        /// "peacekeeping", "peacekeepers": what a mission is turned into.
        Peacekeeping = "peacekeeping",
        /// "took", "takes", "taken": carries the noun that tells the act.
        TakeOrGive = "take or give",
        /// "decision": an act of a body told of before.
        DecisionNoun = "decision noun",
        /// "council": a council that decides.
        Council = "council",
        /// "willing": ready to give.
        Willing = "willing",
        /// "ready", "prepared": ready, to give or to go.
        Prepared = "prepared",
        /// "contribute", "participate", "join": to take part.
        ContributeVerb = "contribute verb",
        /// "help", "contribute", "participate": to take part or to help.
        HelpVerb = "help verb",
        /// "home", "back": back to one's own country.
        Homeward = "homeward",
        /// "plan", "plans", "aim": what is to come, as a noun.
        PlanNoun = "plan noun",
        /// "share", "contribution", "pledge": a party's part, promised or given.
        ShareNoun = "share noun",
        /// "pledge", "commitment", "quota": a party's part, promised only.
        OwedNoun = "owed noun",
        /// "total", "number", "strength": a whole that is expected.
        TotalNoun = "total noun",
        /// "expected", "planned", "promised": a whole is not there yet.
        StillExpected = "still expected",
        /// "people", "help", "troops": the force in general.
        HelpWord = "help word",
        /// "quit", "resign", "resigned": people leave their service and do not go home.
        LeaveService = "leave service",
        /// "out", "gone": no longer there.
        GoneOut = "gone out",
        /// "follow", "follows", "followed": to do as others did.
        FollowVerb = "follow verb",
        /// "bases", "camps", "posts": bases without a name.
        BaseNounPlural = "base noun plural",
        /// "sites", "infrastructure", "facilities": places without a name.
        SitesInGeneral = "sites in general",
        /// "camp", "camps", "base": a site that only its place tells apart.
        BaseNoun = "base noun",
        /// "number", "numbers", "strength": what is measured by a number of people.
        StrengthNoun = "strength noun",
        /// "there", "here": in the mission's area, as spoken of.
        HereOrThere = "here or there",
        /// "mission", "force": the mission, as a body that is measured.
        ForceNoun = "force noun",
        /// "strength": strength itself.
        StrengthWord = "strength word",
        /// "planned", "authorised", "authorized": a strength that is planned, not there.
        OnPaper = "on paper",
        /// "put", "puts", "putting": to make a number of something.
        PutVerb = "put verb",
        /// "reach", "reached", "reaches": to come to a number.
        ReachTo = "reach to",
        /// "belong", "belongs", "come": ties a part to what it is.
        BelongVerb = "belong verb",
        /// "made", "comprising", "consisting": a whole is of these parts.
        MadeUpOf = "made up of",
        /// "true", "correct", "accurate": so, as somebody says or denies.
        True = "true",
        /// "to": stands before a bare verb.
        InfinitiveMark = "infinitive mark",
        /// "current", "currently", "now": of the day of the text.
        Current = "current",
        /// "country", "capital", "nation": the state that the mission is in, without its name.
        AreaNoun = "area noun",
        /// "country", "nation", "island": the state spoken of, when it acts.
        ActingState = "acting state",
        /// "we", "us": those who speak.
        We = "we",
        /// "army", "guard": a service of a state, as the last word of its name.
        ArmedService = "armed service",
        /// "constable", "sergeant": the rank of one who serves.
        Rank = "rank",
        /// "whose": what follows belongs to the noun before it.
        WhoseWord = "whose word",
        /// "they": several, as the ones who act.
        TheyWho = "they who",
        /// "the": the definite article.
        The = "the",
        /// "people", "persons", "individuals": people of whom nothing says that they serve.
        Anybody = "anybody",
        /// "respectively": the numbers belong to the names in their order.
        InThatOrder = "in that order",
        /// "read", "see", "watch": opens a line that points to another report.
        ReadAlso = "read also",
        /// "peacekeeping", "peace", "multinational": describes a mission without naming it.
        MissionKind = "mission kind",
        /// "peacekeeper", "peacekeepers": a member of a force, whatever its name.
        Peacekeeper = "peacekeeper",
        /// "announced", "unveiled": makes a promise known.
        AnnounceVerb = "announce verb",
        /// "needs", "requires": what it must have.
        NeedVerb = "need verb",
        /// "budget": what it may cost.
        BudgetNoun = "budget noun",
        /// "toll": how many are lost by then.
        Toll = "toll",
        /// "bodies", "coffins": those lost.
        Remains = "remains",
        /// "led": behind or before the party that leads.
        Led = "led",
        /// "by": before the one who acts.
        By = "by",
        /// "has", "had", "having": before what has happened.
        HasDone = "has done",
        /// "and", "by": parts a mission from the state named behind it.
        PartsNames = "parts names",
        /// "in", "to", "for": ties a mission to the state it is in.
        LeadsToArea = "leads to area",
        /// "administration", "government", "cabinet": an organ without a name of its own.
        OrganNoun = "organ noun",
        /// "countries", "nations", "states": states that are not named.
        Countries = "countries",
        /// "among", "amongst": before a part, as a preposition.
        Among = "among",
        /// "including": before a part, always.
        Including = "including",
        /// "counting": before a part, behind a comma.
        Counting = "counting",
        /// "this", "that", "which": stands for something, so that a verb follows.
        Pointing = "pointing",
        /// "ceiling": a noun with the ending of an adjective.
        NoAdjective = "no adjective",
        /// Has the ending of an adjective.
        LooksLikeAdjective = "looks like adjective",
        /// "drawn", "belonging", "hailing": before where people come from.
        LeadsToSource = "leads to source",
        /// "whom", "which": a relative pronoun behind a preposition.
        Whom = "whom",
        /// "planned", "promised", "pledged": makes a number one that is still to be reached.
        ToBeReached = "to be reached",
        /// "no", "none": not one.
        NoneOf = "none of",
        /// "its", "their": of whoever acts.
        Its = "its",
        /// "advance", "outgoing", "incoming": tells which of a party's teams.
        WhichTeam = "which team",
        /// Has the ending of several.
        Plural = "plural",
        /// "police", "personnel", "people": means several without that ending.
        AlwaysSeveral = "always several",
        /// "a", "an": the indefinite article.
        OneArticle = "one article",
        /// "strong", "member", "man": a number before it is a body's size.
        OfSize = "of size",
        /// "total": the noun for a sum.
        TotalItself = "total itself",
        /// "did": a past auxiliary that the bare verb follows.
        Did = "did",
        /// "not": makes the verb group negative.
        Not = "not",
        /// "was", "were": "be" in the past.
        WasWere = "was were",
        /// "be", "been", "being": "be" without a subject of its own.
        BeNotFinite = "be not finite",
        /// "soon": in the near future.
        Soon = "soon",
        /// "should", "would", "must": a modal that says more than that it is possible.
        ModalOfDuty = "modal of duty",
        /// "none": stands for nobody.
        NoneAlone = "none alone",
        /// "neither": negates from before its verb.
        Neither = "neither",
        /// "cannot": auxiliary and negation in one.
        NegatedAuxiliary = "negated auxiliary",
        /// "won't", "wouldn't": of those, the ones of what is to come.
        NegatedFuture = "negated future",
        /// "wouldn't", "couldn't", "can't": of those, the ones of what may be.
        NegatedModal = "negated modal",
        /// "never", "not": negates before an auxiliary too.
        Never = "never",
        /// "had": "have" in the past.
        Had = "had",
        /// "told", "tell", "tells": the noun behind the verb is who hears.
        TellVerb = "tell verb",
        /// "may", "might", "could": a modal that the bare verb follows.
        ModalAuxiliary = "modal auxiliary",
        /// "member", "nation", "country": a number before it is of a body's members.
        MemberOfBody = "member of body",
        /// "between": opens a range.
        Between = "between",
        /// "since", "ever": a day behind it lies in the past.
        Since = "since",
        /// "in": before a time or a place.
        In = "in",
        /// "of": ties a noun to the one before it.
        Of = "of",
        /// "may", "june", "july": a month's name so short that it looks cut.
        WholeMonth = "whole month",
        /// "to", "and", "through": ties the ends of a stretch of days.
        JoinsDates = "joins dates",
        /// "in", "of", "during": a bare month's name behind it is a month.
        LeadsToMonth = "leads to month",
        /// "may", "march", "mar": a month's name that is another word too.
        MonthOrOther = "month or other",
        /// "in", "of", "during": a bare year behind it is a year.
        LeadsToYear = "leads to year",
        /// "and": joins like to like.
        And = "and",
        /// "the", "a", "an": a word behind it that may be a verb is a noun.
        LeadsToNoun = "leads to noun",
        /// "this": points at what is near.
        This = "this",
        /// "the", "a", "an": an article.
        Article = "article",
        /// "in", "to", "for": may stand between a mission and its code.
        LeadsToCode = "leads to code",
        /// "the", "a", "an": a name behind it is no person's.
        LeadsToThing = "leads to thing",
        /// "the", "a", "an": may stand before an office behind a name.
        LeadsToOffice = "leads to office",
        /// "for", "by", "within": one of a length of time behind it is a length.
        LeadsToLength = "leads to length",
        /// "a", "an", "another": one of a length of time.
        OneLength = "one length",
        /// "full", "initial", "further": may stand between the two.
        FullLength = "full length",
        /// "hand", "hands", "handed": a verb that the word for "more than" belongs to.
        VerbWithOver = "verb with over",
        /// "over": "more than", or a part of such a verb.
        Over = "over",
        /// "'s": ties an owner to what it owns.
        PossessiveEnding = "possessive ending",
        /// "to", "or": ties the ends of a range.
        JoinsRange = "joins range",
        /// "from": before where something begins.
        From = "from",
        /// "one": the number one, or a pronoun.
        One = "one",
        /// "no", "the", "this": before a one that is a pronoun.
        BeforePronounOne = "before pronoun one",
        /// "another", "day", "who": behind a one that is a pronoun.
        BehindPronounOne = "behind pronoun one",
        /// "'s", "own": ties an owner to what it owns, "own" too.
        OwnerEnding = "owner ending",
        /// "of", "for", "to": ties an office to its party.
        LeadsToParty = "leads to party",
        /// "the", "a", "an": before a site and its modifiers.
        LeadsToSite = "leads to site",
        /// "had", "were", "should": before its subject it stands for "if".
        OpensCondition = "opens condition",
        /// "failed": the attempt is past.
        Failed = "failed",
        /// "our": of those whom the speaker speaks for.
        Our = "our",
        /// "paid": got their pay.
        Paid = "paid",
        /// "the world", "the community": all who could help.
        WholeWorld = "whole world",
        /// "abuse", "rape": what people of the mission are accused of.
        Misconduct = "misconduct",
        /// "half", "a third": a share of what is planned.
        ShareOfWhole = "share of whole",
        /// "made up", "composed", "comprises": tells the parts of a whole.
        ComprisesVerb = "comprises verb",
        /// "hosts": has people from elsewhere in the country.
        HostVerb = "host verb",
        /// "leads": is at the head of the mission.
        LeadVerb = "lead verb",
        /// "claim", "reports", "allegations": what somebody says that another may say is not so.
        Tale = "tale",
        /// "takes place", "followed": it happens.
        HappenVerb = "happen verb",
        /// "under way": it is going on.
        UnderWay = "under way",
        /// "ahead of", "before": what follows lies ahead.
        AheadOf = "ahead of",
        /// "pulled", "flew", "brought": moves people, away where the word behind says so.
        TakesAway = "takes away",
        /// "half", "rest", "most": a share of a body of people.
        ShareOfPeople = "share of people",
        /// "weekend", "date", "then": a time, as a noun.
        TimeNoun = "time noun",
        /// "bade", "took": what is done with a farewell.
        FarewellVerb = "farewell verb",
        /// "yet", "still": so far it has not happened.
        StillYet = "still yet",
        /// "left": in the passive it tells who remains.
        LeftVerb = "left verb",
        /// "want", "wish": what somebody would like to give.
        WantVerb = "want verb",
        /// "count on", "rely on": somebody expects others to come.
        RelyVerb = "rely verb",
        /// "ceremony", "parade", "funeral": what office holders attend.
        Ceremony = "ceremony",
        /// "fewer", "less", "short": a number lies below the one that was promised.
        FallsShort = "falls short",
        /// "off", "up", "back": what may stand apart from its verb and make another of it.
        VerbParticle = "verb particle",
        /// "at", "and", "when": a particle before it leads no noun.
        BehindParticle = "behind particle",
        /// "others", "rest", "remainder": those of a body who have not been told of.
        OtherPeople = "other people",
        /// "another": one more of those spoken of.
        AnotherOne = "another one",
        /// "all", "both": everybody spoken of.
        Everybody = "everybody",
        /// "out", "home", "back": away from the mission.
        Away = "away",
        /// "plane", "flight", "ship": carries people.
        Carrier = "carrier",
        /// "brought", "carried", "flew": what a carrier does with people.
        CarryVerb = "carry verb",
        /// "newcomers", "arrivals", "passengers": those who come.
        Newcomers = "newcomers",
        /// "make up", "form": are the parts of a whole.
        FormVerb = "form verb",
        /// "earmarked", "volunteered": promised without the word.
        EarmarkVerb = "earmark verb",
        /// "come", "follow": what is to come is promised.
        ComeVerb = "come verb",
        /// "take part", "participate".
        TakePart = "take part",
        /// "rearguard": who goes home last.
        RearGuard = "rear guard",
        /// "saw off", "flagged off": who leaves is seen off by its own.
        SendsOff = "sends off",
        /// "await", "wait": ready and not yet gone.
        AwaitVerb = "await verb",
        /// "first", "last", "only": those who did what the infinitive tells.
        FirstTo = "first to",
        /// "each", "apiece": the number is each one's.
        EachOf = "each of",
        /// "contributor", "contributors": gives people to the mission.
        ContributorNoun = "contributor noun",
        /// "this", "last", "next": may stand before a season.
        LeadsToSeason = "leads to season",
        /// "strong": behind its size.
        Strong = "strong",
        /// "up": part of "made up of".
        Up = "up",
        /// "aboard", "on board": before a noun it is a preposition.
        BoardedBy = "boarded by",
        /// "de", "of", "and": a small word inside a dateline.
        InDateline = "in dateline",
        /// "mon", "tue": a weekday's name cut short.
        ShortWeekday = "short weekday",
        /// "mois": one, for all its ending.
        OneForAllItsEnding = "one for all its ending",
        /// "cent", "mille": a scale that needs no number before it.
        ScaleAlone = "scale alone",
        /// "des": several of what is new, where no noun stands before it to tie it to.
        SeveralArticle = "several article",
        /// "du", "aux": a preposition and the definite article in one word.
        JoinedArticle = "joined article",
        /// "sera": an auxiliary of what is to come.
        FutureAuxiliary = "future auxiliary",
        /// "serait": an auxiliary of what would be.
        ConditionalAuxiliary = "conditional auxiliary",
        /// "of": a word before it that may be a verb is a noun.
        BehindNoun = "behind noun",
        /// "se": the one who acts is the one acted on.
        Reflexive = "reflexive",
        /// "a-t-il": the auxiliary holds its subject, the person spoken of before.
        HoldsPerson = "holds person",
        /// "represented", "staffed": those behind "by" are there.
        MannedVerb = "manned verb",
        /// "keep", "maintain": what a party keeps somewhere is there.
        KeepVerb = "keep verb",
        /// "in number", "at the last count": behind a number that tells the size of those before it.
        InNumber = "in number",
        /// "short", "uncovered": what means are that do not suffice.
        Scarce = "scarce",
        /// "covered", "secured": what means are that suffice.
        Assured = "assured",
        /// "named", "fixed": what is done to a date.
        SetsDate = "sets date",
        /// "at short notice", "at once": who may go then is ready.
        AnyDay = "any day",
        /// "an equal number", "as many": the number told before.
        SameNumber = "same number",
        /// "must", "have to": what has to be.
        DutyVerb = "duty verb",
        /// "at his disposal": those one has to lead.
        AtDisposal = "at disposal",
        /// "members", "personnel": those whom a mission has.
        MemberNoun = "member noun",
        /// "comrades", "compatriots": people of the same party as those spoken of.
        FellowNoun = "fellow noun",
        /// "the wounded", "the dead": people whom no noun names.
        HurtPeople = "hurt people",
        /// "the latter": whoever was named last.
        LatterPeople = "latter people",
        /// "interest", "open": a party would like to take part.
        Interest = "interest",
        /// "committee", "hearing": a body in session, which is addressed.
        InSession = "in session",
        /// "hold", "ice": what is put there does not go on.
        OnHold = "on hold",
        /// "planned", "agreed": said of what there should be.
        HopedFor = "hoped for",
        /// "lacks", "does without": not to have.
        LackVerb = "lack verb",
        /// "outstanding", "behind": due and not paid.
        Outstanding = "outstanding",
        /// "drove": makes fighters leave a place.
        DriveVerb = "drive verb",
        /// "passed": came into other hands.
        PassVerb = "pass verb",
        /// "the same", "likewise": what was told of those before.
        Likewise = "likewise",
        /// "out of": between a part and its whole.
        OutOfWhole = "out of whole",
        /// "burnt", "crashed", "set on fire": what ends the use of a thing.
        BreaksDown = "breaks down",
        /// "airport", "base": a site at which the force itself gets what is sent.
        HubNoun = "hub noun",
        /// "inquiry", "explanation": what is asked for and is neither people nor kit.
        InquiryNoun = "inquiry noun",
        /// "in place of", "instead of": before what there should be.
        InPlaceOf = "in place of",
        /// "too few", "insufficient": less than is needed.
        TooFew = "too few",
        /// "share", "rely on": what people do with too little.
        ShareVerb = "share verb",
        /// "date", "timetable": what is set before people leave.
        SetDate = "set date",
        /// "how", "why": what is asked, and not asked for.
        QuestionWord = "question word",
        /// "the same amount": the sum told before.
        SameAmount = "same amount",
        /// "would": what is only planned, behind a proposal.
        WouldWord = "would word",
        /// "it": as a thing.
        ItThing = "it thing",
        /// "collided", "overturned": an accident, which the people tell of who were hurt.
        AccidentVerb = "accident verb",
        /// "found", "seized", "intercepted": what is taken from others.
        FindVerb = "find verb",
    }
}
