// Made from docs/openapi.json by `npm run types`; do not edit.

export interface paths {
    "/api/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts */
        get: operations["accounts"];
        put?: never;
        /**
         * Make an account
         * @description Answers with a link that sets its password, to be handed to whom it is for.
         */
        post: operations["make_account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the role of an account, or whether it is disabled */
        patch: operations["change_account"];
        trace?: never;
    };
    "/api/v1/accounts/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that sets the password of an account
         * @description For its first password, or a forgotten one. An earlier link is good no more; the present password is, until the link is
         *     used.
         */
        post: operations["invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The claims, the one published last first
         * @description A table has the same page; where there are more, a `Link` header leads on.
         */
        get: operations["claims"];
        put?: never;
        /**
         * Enter a claim by hand, or correct one
         * @description A correction keeps the quote of the claim that it replaces; claim and decision are entered together. Nothing is edited:
         *     another decision undoes it.
         */
        post: operations["enter_claim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A claim with the words around it and what was decided on it */
        get: operations["claim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Rule on a claim
         * @description A decision is never edited or removed; a later one undoes it. A liaison decides on claims marked for its party alone.
         */
        post: operations["decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The documents, the one published last first
         * @description A table has the same page; where there are more, a `Link` header leads on.
         */
        get: operations["documents"];
        put?: never;
        /**
         * Enter a document
         * @description The body is the file as it is: a plain text, an HTML page, a PDF, a feed or a WARC archive, told apart by its bytes. What it
         *     seems to say is read from it and entered with it, undecided, in one transaction. Entering again what is there already
         *     changes nothing and says so.
         */
        post: operations["enter_document"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A document with its text, the claims in it, and what became no claim */
        get: operations["document"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The entries, the one entered last first
         * @description Whoever is not of the mission's staff is told neither places nor hashes. A table has the same page; where there are more, a
         *     `Link` header leads on.
         */
        get: operations["entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/entries/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Check that nothing in the ledger was changed, removed or put in
         * @description For the mission's staff: it tells how many entries there are.
         */
        get: operations["verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All documents, claims and decisions that may be seen
         * @description One entry a line, in the order of entering: the project's interchange format, as `docs/claim.schema.json` has it. What is
         *     entered while it is sent is left out.
         */
        get: operations["export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The missions that the ledger tells of
         * @description Only those of which the asker may see a claim, the one with most claims first.
         */
        get: operations["missions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two pictures, and which entries did it */
        get: operations["change"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/contributors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who kept what promise */
        get: operations["contributors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/contributors/{whose}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One contributor's page */
        get: operations["contributor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/disputes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where sources disagree, what was taken and why */
        get: operations["disputes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/figures/{whose}/{resource}/{stage}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One figure, and what is behind it */
        get: operations["figure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The mission in one look */
        get: operations["overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture as flat rows */
        get: operations["rows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sites, who holds them, since when and where */
        get: operations["sites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/missions/{mission}/strength": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Strength through time
         * @description One stage of one resource on every day up to `known_on`, with its bounds, every claim on it as a point, and the ceilings.
         */
        get: operations["strength"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The interface, as OpenAPI 3.1 has it */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/problems/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a kind of problem means */
        get: operations["problem"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who asks, and what they may
         * @description Answered to everybody: nobody is logged in where `name` is null.
         */
        get: operations["session"];
        put?: never;
        /**
         * Log in
         * @description Begins a session, kept in a cookie, in the place of the one that the browser had. After some failures the next try has to
         *     wait.
         */
        post: operations["log_in"];
        /**
         * Log out
         * @description Ends the session, wherever it is used. Where there is none, nothing is done.
         */
        delete: operations["log_out"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change one's own password
         * @description All sessions of the account end; the one that asks goes on under another secret.
         */
        put: operations["change_password"];
        /**
         * Set a password with a link, and log in
         * @description The link is good once. All sessions that the account had end.
         */
        post: operations["set_password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own tokens */
        get: operations["tokens"];
        put?: never;
        /**
         * Make a token
         * @description It may what the account may, but not keep accounts or tokens, nor change the password.
         */
        post: operations["make_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a token */
        delete: operations["revoke_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can reach its ledger */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was counted since the server began, in Prometheus' text format */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An account. */
        Account: {
            /** @description Whether nobody is let in with it. */
            disabled: boolean;
            /** @description Whether a password was set; else nobody has opened its link yet. */
            has_password: boolean;
            /**
             * Format: int32
             * @description Its id.
             */
            id: number;
            /**
             * Format: date-time
             * @description When it was made.
             */
            made: string;
            /**
             * @description The name to log in with, which stands on what is entered with it.
             * @example A. Clerk
             */
            name: string;
            /**
             * @description `viewer`, `analyst`, `liaison:KEN`, `planner` or `administrator`.
             * @example analyst
             */
            role: string;
        };
        /** @description What is to change; what is not named stays. */
        AccountChange: {
            /** @description Whether nobody is let in with it any more. Its sessions, tokens and link end. */
            disabled?: boolean | null;
            /**
             * @description Another role. The account's sessions and tokens end.
             * @example planner
             */
            role?: string | null;
        };
        /** @description An account to make. */
        AccountToMake: {
            /**
             * @description The name to log in with: at most 64 characters, and never given to another.
             * @example A. Clerk
             */
            name: string;
            /**
             * @description `viewer`, `analyst`, `liaison:KEN`, `planner` or `administrator`.
             * @example analyst
             */
            role: string;
        };
        /** @description An act on the mandate. */
        Act: {
            /**
             * @description What was done, or asked for.
             * @example extend
             */
            act: string;
            /**
             * @description Who acts, as far as told.
             * @example UN Security Council
             */
            body: string | null;
            /** @description The claims that tell of it. */
            claims: string[];
            /** @description The text that does it, as far as told. */
            instrument: string | null;
            /**
             * Format: date
             * @description The last day that this can mean; none: open.
             */
            last_day: string | null;
            /**
             * @description How surely it is told.
             * @example reported
             */
            modality: string;
            /**
             * @description How long it holds.
             * @example for 12 months
             */
            until: string;
            /** @description When, as EDTF has it. */
            when: string;
        };
        /** @description Every account, in the order in which they were made. */
        AllAccounts: {
            accounts: components["schemas"]["Account"][];
        };
        /** @description The text before and behind a quote. */
        Around: {
            /** @description Behind it. */
            after: string;
            /** @description Before it. */
            before: string;
        };
        /** @description From where a mission was looked at. */
        Asked: {
            /**
             * Format: date
             * @description The day whose end is pictured.
             */
            as_of: string;
            /**
             * Format: date
             * @description The last day of publication that counts.
             */
            known_on: string;
            /**
             * @description The mission's code.
             * @example MSS
             */
            mission: string;
        };
        /** @description A number with its bounds. */
        Between: {
            /**
             * Format: int64
             * @description The best estimate; none where no source gives a number.
             */
            best: number | null;
            /**
             * Format: int64
             * @description The most; none: no ceiling.
             */
            high: number | null;
            /**
             * Format: int64
             * @description The least.
             */
            low: number;
        };
        /**
         * @description The ends of a figure.
         * @enum {string}
         */
        Bound: "low" | "high" | "all";
        /** @description A bound, and the source that it hangs on. */
        BoundHangs: {
            /** @description Its least, its most, or all of it. */
            bound: components["schemas"]["Bound"];
            /** @description Its claims on this resource. */
            claims: string[];
            /** @description What the source is called, if it has a name. */
            source: string | null;
            /**
             * Format: int64
             * @description What it would be without the source; none where nothing would be said of it.
             */
            without: number | null;
        };
        /** @description Who promised, trained, is ready, arrived, went home and was lost. */
        ByContributor: {
            asked: components["schemas"]["Asked"];
            contributors: components["schemas"]["ContributorRow"][];
            /** @description The stages of people, in the order in which they are reached. */
            stages: string[];
            total: components["schemas"]["Strength"] | null;
        };
        /** @description How large the mission may be or is planned to be. */
        Ceiling: {
            /** @description Whether it is in law; else only planned or asked for. */
            authorised: boolean;
            /** @description The claims that state it. */
            claims: string[];
            /**
             * Format: date
             * @description The first day that this can mean; none: open.
             */
            first_day: string | null;
            /** @description Whether it is the latest in law, or the latest planned. */
            in_force: boolean;
            /**
             * @description The text that sets it, if a source names one.
             * @example resolution 2699
             */
            instrument: string | null;
            quantity: components["schemas"]["Quantity"];
            /**
             * @description Of what.
             * @example people
             */
            resource: string;
            /**
             * @description Since when or for when, as EDTF has it.
             * @example 2023-10-02
             */
            when: string;
        };
        /** @description How large the whole mission may be. */
        CeilingStatement: {
            /** @description When it is in force, as EDTF has it. */
            in_force: string;
            /** @description The text that sets it, if the source names one. */
            instrument?: string | null;
            quantity: components["schemas"]["QuantityGiven"];
            /**
             * @description Of what: `people`, `people/police`.
             * @example people
             */
            resource: string;
        };
        /** @description What differs between two pictures of one mission. */
        Change: {
            /** @description What the second picture was asked. */
            asked: components["schemas"]["Asked"];
            /** @description Movements that the second picture counts and the first does not. */
            came: components["schemas"]["Event"][];
            /** @description Disputes that the first has and the second has not. */
            closed: components["schemas"]["Dispute"][];
            /** @description Decisions that one could know and the other not. */
            decisions: components["schemas"]["Decision"][];
            /** @description Claims that one picture rests on and the other could not, and claims that speak of the days between. */
            entries: components["schemas"]["ChangingEntry"][];
            /** @description The figures that differ, in the order of a picture's rows. */
            figures: components["schemas"]["ChangedFigure"][];
            /** @description What the first was asked. */
            from: components["schemas"]["Asked"];
            /** @description Disputes that the second picture has and the first has not. */
            opened: components["schemas"]["Dispute"][];
            /** @description Movements that the first counts and the second does not, or counts otherwise. */
            went: components["schemas"]["Event"][];
        };
        /** @description The present password and the one that takes its place. */
        ChangePassword: {
            /**
             * Format: password
             * @description The other: at least 15 characters.
             */
            becomes: string;
            /**
             * Format: password
             * @description The present password.
             */
            present: string;
        };
        /** @description A figure that differs. */
        ChangedFigure: {
            after: components["schemas"]["Between"] | null;
            before: components["schemas"]["Between"] | null;
            /** @description The claims that bear on it. */
            claims: string[];
            /** @description The decisions that bear on it. */
            decisions: string[];
            /** @description What names the figure. */
            key: components["schemas"]["FigureKey"];
            whose: components["schemas"]["Whose"];
        };
        /** @description A claim that one picture rests on otherwise than the other. */
        ChangingEntry: {
            /** @description The claim. */
            claim: string;
            /**
             * Format: date
             * @description The day it was published.
             */
            published: string;
            /** @description Why it makes a difference. */
            why: components["schemas"]["Why"];
            /** @description What it says, in one line. */
            words: string;
        };
        /** @description What strength there is of one resource. */
        Choice: {
            /** @description Of what. */
            resource: string;
            /** @description In which stages, in their order. */
            stages: string[];
            /** @description Whose. */
            whose: components["schemas"]["Whose"][];
        };
        /** @description A claim behind a figure. */
        ClaimBehind: components["schemas"]["ClaimCard"] & {
            around: components["schemas"]["Around"] | null;
            /** @description Claims that would be left further if it were right. */
            outvoted_by: string[];
            /** @description How the reading took it. */
            taken: components["schemas"]["TakenBehind"];
            /** @description Why, in a sentence, where there is more to say. */
            why: string | null;
        };
        /** @description A claim. */
        ClaimCard: {
            /**
             * Format: date-time
             * @description The moment it was entered.
             */
            entered: string;
            /**
             * @description How far it may be trusted, by the Admiralty code.
             * @example C3
             */
            grade: string;
            /** @description Its address. */
            id: string;
            /** @description What kind of statement it is. */
            kind: components["schemas"]["StatementKind"];
            /**
             * @description Who may see it: `public`, `mission` or such as `party:KEN`.
             * @example public
             */
            marking: string;
            /**
             * @description The mission's code; none where the source speaks of a force outside any.
             * @example MSS
             */
            mission: string | null;
            /** @description How surely it is said. */
            modality: components["schemas"]["Modality"];
            /** @description When the world could know it. */
            published: components["schemas"]["Published"];
            quantity: components["schemas"]["Quantity"] | null;
            /** @description The claim that stands in its place, where it is replaced. */
            replaced_by: string | null;
            /**
             * @description What it counts: `people/police`, `money/USD`; none where it is of a kind that counts nothing.
             * @example people/police
             */
            resource: string | null;
            /**
             * @description The rule that made it; none where a person did.
             * @example stands-at
             */
            rule: string | null;
            /**
             * @description The first eight digits of it, enough for people to point at it.
             * @example 3fa9c0de
             */
            short: string;
            /** @description Where it comes from. */
            source: components["schemas"]["ClaimSource"];
            /** @description Who says it, as the document names them; none: the document in its own voice. */
            speaker: string | null;
            /**
             * @description The stage of a count, the step of a movement, the act of a mandate, the status of a site, the form of an engagement, the
             *     matter of a concern; none for a ceiling.
             * @example deployed
             */
            stage_or_step: string | null;
            /** @description How it stands after all decisions on it. */
            standing: components["schemas"]["Standing"];
            /**
             * @description When it held or happened, as EDTF has it: `2024-06-25`, `2024-06`, `2024-06/2024-07`, `../2024-01-07`, `2025-01/..`, `..`
             * @example 2024-10-11
             */
            when: string;
            whose: components["schemas"]["Whose"] | null;
            /**
             * @description What it says, as a sentence that a person can confirm or deny.
             * @example Kenya has nearly 400 police deployed, as of 2024-10-11, says William Ruto
             */
            words: string;
        };
        /** @description A claim that was entered. */
        ClaimEntered: {
            claim: components["schemas"]["ClaimCard"];
            /** @description The decision by which it stands in another's place, where it does. */
            decision: string | null;
            outcome: components["schemas"]["Outcome"];
        };
        /** @description A claim opened. */
        ClaimPage: {
            /** @description The words behind it. */
            after: string | null;
            /** @description The words in front of the quote. */
            before: string | null;
            claim: components["schemas"]["ClaimCard"];
            /** @description Every decision that names it, in the order in which they were entered. */
            decisions: components["schemas"]["Decision"][];
            /** @description The claims ruled to tell of another. */
            not_same: components["schemas"]["ClaimCard"][];
            replaced_by: components["schemas"]["ClaimCard"] | null;
            /** @description The claims in whose place it stands. */
            replaces: components["schemas"]["ClaimCard"][];
            /** @description The claims ruled to tell of the same event. */
            same_as: components["schemas"]["ClaimCard"][];
            /** @description What it says in its parts, as a correction gives them. */
            statement: components["schemas"]["Statement"];
        };
        /** @description Where a claim comes from. */
        ClaimSource: (components["schemas"]["Quote"] & {
            /** @enum {string} */
            kind: "document";
        }) | {
            /** @description Who. */
            by: string;
            /** @enum {string} */
            kind: "by_hand";
        };
        /**
         * @description What a concern is about.
         * @enum {string}
         */
        ConcernAbout: "delay" | "personnel" | "equipment" | "funding" | "conduct" | "security" | "appeal";
        /** @description What is late, lacking or criticised. */
        ConcernStatement: {
            about: components["schemas"]["ConcernAbout"];
            /** @description What else it is about. */
            also?: components["schemas"]["ConcernAbout"][];
            quantity?: components["schemas"]["QuantityGiven"] | null;
            /** @description Of what; `unstated` where the source does not say. */
            resource: string;
            /** @description When, as EDTF has it. */
            span: string;
            /** @description The named units it is of. */
            units?: string[];
            /** @description Of whom: `KEN`, several joined by `+`, `mission` or `unstated`. */
            whose: string;
        };
        /** @description A formed body, by its number. */
        Contingent: {
            /** @description Its movements, in their order. */
            movements: components["schemas"]["Event"][];
            /**
             * Format: int32
             * @description Which: `4` is the fourth.
             */
            ordinal: number;
        };
        /** @description One contributor: everything that is told of it. */
        Contributor: {
            /** @description Movements by which something came, in their order. */
            arrivals: components["schemas"]["Event"][];
            asked: components["schemas"]["Asked"];
            /** @description Its formed bodies by their number, each with its movements. */
            contingents: components["schemas"]["Contingent"][];
            /** @description Every count, the oldest first. */
            counts: components["schemas"]["StatedCount"][];
            /** @description Its disputes: those that bear on the day first, then the dearest. */
            disputes: components["schemas"]["Dispute"][];
            /** @description Movements by which something was lost. */
            losses: components["schemas"]["Event"][];
            /** @description What to know beside its figures, each with its claims. */
            notes: components["schemas"]["Note"][];
            /** @description Promises of days that have passed, the latest due first. */
            overdue: components["schemas"]["Overdue"][];
            /** @description What is planned, proposed or denied. */
            plans: components["schemas"]["Plan"][];
            /** @description What it promised, the oldest first. */
            promises: components["schemas"]["Promise"][];
            /** @description Movements towards being ready, in their order. */
            readiness: components["schemas"]["Event"][];
            /** @description Movements by which something went home or out of use. */
            returns: components["schemas"]["Event"][];
            /** @description What each report said of it, in the order of publication. */
            said: components["schemas"]["ClaimCard"][];
            /** @description In a sentence for each resource. */
            sentences: string[];
            /** @description What stands, of each resource. */
            strength: components["schemas"]["Strength"][];
            whose: components["schemas"]["Whose"];
        };
        /** @description One contributor of people. */
        ContributorRow: components["schemas"]["Strength"] & {
            /** @description Its promises of days that have passed, the latest due first. */
            overdue: components["schemas"]["Overdue"][];
        };
        /** @description So many stood in a stage. */
        CountStatement: {
            /**
             * @description When it was so, as EDTF has it: `2024-06-25`, `2024-06`, `2024-06/2024-07`, `../2024-01-07`, `2025-01/..`, `..`
             * @example 2024-10-11
             */
            as_of: string;
            /** @description Where, if the source says so. */
            place?: string | null;
            quantity: components["schemas"]["QuantityGiven"];
            /**
             * @description Of what: `people`, `people/police`, `equipment/helicopters`, `money/USD`, `unstated`.
             * @example people/police
             */
            resource: string;
            stage: components["schemas"]["Stage"];
            /** @description The named units it is of. */
            units?: string[];
            /**
             * @description Of whom: `KEN`, several joined by `+`, `mission` or `unstated`.
             * @example KEN
             */
            whose: string;
        };
        /** @description A decision that was entered. */
        Decided: {
            /** @description The claim that was ruled on. */
            claim: string;
            /** @description Its address. */
            id: string;
            outcome: components["schemas"]["Outcome"];
            /** @description How that claim stands now. */
            standing: components["schemas"]["Standing"];
        };
        /** @description What a person ruled on a claim. */
        Decision: {
            /** @description Who ruled. */
            by: string;
            /** @description The claim that it is on. */
            claim: string;
            /** @description Its address. */
            decision: string;
            /**
             * Format: date-time
             * @description When; none where that is not told here.
             */
            made: string | null;
            /** @description The other claim, where the ruling names one. */
            other: string | null;
            /** @description What was ruled. */
            ruling: components["schemas"]["Ruled"];
            /** @description Why. */
            why: string;
            /**
             * @description What was ruled, in words.
             * @example of one event with 75b335f8
             */
            words: string;
        };
        /** @description Where sources disagree. */
        Disagreements: {
            asked: components["schemas"]["Asked"];
            /** @description The claims that these name, in the order of the days they speak of. */
            decided: components["schemas"]["ClaimCard"][];
            /**
             * @description What people ruled on claims of the mission, in the order of entering, whether these are still in dispute or not: a decision
             *     is taken back by another, also where it settled what it was about.
             */
            decisions: components["schemas"]["Decision"][];
            /** @description Claims that cannot all be right: those that bear on the day first, then the dearest. */
            disputes: components["schemas"]["Dispute"][];
            /** @description Counts up to the day of which no source says whose they are, and of whom they may be. */
            scopes: components["schemas"]["OpenScope"][];
            /** @description Movements up to the day that no claim accounts for, in the field first, then the largest. */
            unexplained: components["schemas"]["Unexplained"][];
        };
        /** @description Claims that cannot all be right. */
        Dispute: {
            /**
             * @description What it is about, in words.
             * @example Kenya, 2025-02-06: how many are deployed
             */
            about: string;
            /** @description Whether it is of a day up to the one asked for, or figures of that day would differ if the outvoted were right. */
            bears: boolean;
            /**
             * @description What leaving them costs, in words.
             * @example as much as leaving 40 % of one press report
             */
            cost: string;
            /**
             * Format: date
             * @description The day they speak of.
             */
            day: string;
            /** @description What people ruled on these claims, in the order in which they did. */
            decisions: components["schemas"]["Decision"][];
            figure: components["schemas"]["Figure"] | null;
            /** @description What kind of matter it is. */
            matter: components["schemas"]["Matter"];
            /** @description What it leaves, the dearest first. */
            outvoted: components["schemas"]["Outvoted"][];
            /**
             * @description Of what.
             * @example people
             */
            resource: string;
            /**
             * @description The stage or step that it is about.
             * @example deployed
             */
            stage_or_step: string;
            /** @description What the reading has there, and the claims that say so; none of them where it follows from what else is told. */
            taken: components["schemas"]["Side"];
            whose: components["schemas"]["Whose"];
            /** @description Why it was taken, where a rule decided and no cost did. */
            why: string | null;
        };
        /** @description What became of a document. */
        DocumentEntered: {
            /**
             * Format: int64
             * @description How many claims the reader proposes.
             */
            claims: number;
            /**
             * Format: int64
             * @description How many numbers and statements became no claim.
             */
            findings: number;
            /** @description Its address. */
            id: string;
            /** @description In what the ledger keeps what it had, where it was in it before. */
            keeps_own: string[];
            /**
             * Format: int64
             * @description How many of them were not in the ledger before.
             */
            new_claims: number;
            outcome: components["schemas"]["Outcome"];
            published: components["schemas"]["Published"];
            /** @description What there is to say of the text as a whole, and what was refused. */
            remarks: string[];
            title: string;
        };
        /**
         * @description Whose words a document holds.
         * @enum {string}
         */
        DocumentForm: "report" | "summary";
        /** @description A document in a list. */
        DocumentLine: {
            /** @description Where it can be found again, as far as known. */
            address: string | null;
            /**
             * Format: int64
             * @description How long its text is, in bytes.
             */
            bytes: number;
            /**
             * Format: int64
             * @description How many claims stand in it.
             */
            claims: number;
            /**
             * Format: date-time
             * @description The moment it was entered.
             */
            entered: string;
            /** @description Whether the text is the source's own. */
            form: components["schemas"]["DocumentForm"];
            /** @description Its address. */
            id: string;
            /**
             * @description Who may see it.
             * @example public
             */
            marking: string;
            /** @description When the world could know it. */
            published: components["schemas"]["Published"];
            /** @description Who published it, as far as known. */
            publisher: string | null;
            /** @description Its headline or file name. */
            title: string;
            /**
             * Format: int64
             * @description How many of them nobody has ruled on.
             */
            undecided: number;
        };
        /** @description A document opened. */
        DocumentPage: {
            /** @description The claims in it, in the order of the text. */
            claims: components["schemas"]["PlacedClaim"][];
            document: components["schemas"]["DocumentLine"];
            /** @description What the reader took for a number or a statement and made no claim of, in the order of the text. */
            findings: components["schemas"]["Finding"][];
            /** @description What there is to say of the text as a whole: that it names no mission, that a part of it could not be read. */
            remarks: components["schemas"]["Finding"][];
            /** @description Its text. */
            text: string;
        };
        /** @description What became of a file. */
        DocumentsEntered: {
            /** @description Its documents: one, or as many as a feed or an archive holds. */
            documents: components["schemas"]["DocumentEntered"][];
            /** @description What of the file could not be read, and why. */
            not_read: string[];
        };
        /**
         * @description The form of an engagement.
         * @enum {string}
         */
        EngagementForm: "meeting" | "call" | "briefing" | "visit" | "statement";
        /** @description A meeting, call, visit or statement. */
        EngagementStatement: {
            form: components["schemas"]["EngagementForm"];
            /** @description Public office holders and bodies that took part. */
            participants?: string[];
            /** @description Where, if the source says so. */
            place?: string | null;
            /** @description When, as EDTF has it. */
            span: string;
            /** @description What it was about. */
            topics?: string[];
            /** @description The party that engages: `KEN`, several joined by `+`, `mission` or `unstated`. */
            whose: string;
        };
        /**
         * @description The kinds of entry.
         * @enum {string}
         */
        EntryKind: "document" | "claim" | "decision";
        /** @description An entry: a document, a claim or a decision, and when it was entered. */
        EntryLine: {
            /** @description Who entered it by hand, or decided; none: it was read from a document. */
            by: string | null;
            /** @description The claim that was ruled on. */
            claim: string | null;
            /** @description The document, or the one that a claim stands in. */
            document: string | null;
            /**
             * Format: date-time
             * @description When it was entered.
             */
            entered: string;
            /** @description The hash that ties it to all entries before, likewise. */
            hash: string | null;
            /** @description Its address. */
            id: string;
            /** @description What it is. */
            kind: components["schemas"]["EntryKind"];
            /** @description Who may see it; a decision is seen by whoever sees all the claims that it names. */
            marking: string | null;
            /** @description The mission that a claim is of, or the claim that was ruled on. */
            mission: string | null;
            /**
             * Format: int64
             * @description Its place in the chain, from 1 on; staff alone are told, as places tell of entries that are hidden from others.
             */
            place: number | null;
            /** @description Why it was decided so. */
            why: string | null;
            /** @description What it says, in a line: a document's title, a claim's sentence, what was ruled on which claim. */
            words: string;
        };
        /** @description One movement, as its reports tell it. */
        Event: {
            /**
             * Format: int64
             * @description The number taken; none where no report gives one.
             */
            best: number | null;
            /** @description The claims that tell of it. */
            claims: string[];
            /**
             * Format: date
             * @description The first day it can have happened; none: open.
             */
            first_day: string | null;
            /**
             * Format: int64
             * @description The most that any report allows; none: no ceiling.
             */
            high: number | null;
            /**
             * Format: date
             * @description The last day it can have happened.
             */
            last_day: string;
            /**
             * Format: int64
             * @description The least that any report allows.
             */
            low: number;
            /**
             * Format: int32
             * @description Which of the party's contingents, if a report says so.
             */
            ordinal: number | null;
            /**
             * @description Of what.
             * @example people
             */
            resource: string;
            /**
             * @description Which step.
             * @example deploy
             */
            step: string;
            /** @description What the picture did with it. */
            use: components["schemas"]["Use"];
            whose: components["schemas"]["Whose"];
            /** @description Why it was not added, where it was not and there is more to say. */
            why: string | null;
        };
        /** @description How many stood somewhere at the end of the day. `low <= best <= high` wherever they are given. */
        Figure: {
            /**
             * Format: int64
             * @description The least contradicted; none where no source gives a number.
             */
            best: number | null;
            /**
             * Format: int64
             * @description What the movements told add up to by their own reports; none where none is told.
             */
            by_movements: number | null;
            /** @description How many claims are behind it. */
            claims: number;
            /**
             * Format: int32
             * @description How many days before the day pictured that was.
             */
            days_old: number;
            /** @description What of it hangs on one source. */
            hangs_on: components["schemas"]["HangsOn"][];
            /**
             * Format: int64
             * @description The most; none: no claim gives a ceiling.
             */
            high: number | null;
            /** @description How it was reached, in a few words. */
            how: string;
            /** @description What names it. */
            key: components["schemas"]["FigureKey"];
            /**
             * Format: int64
             * @description The least.
             */
            low: number;
            /**
             * Format: date
             * @description The last day that the claims behind it speak of.
             */
            since: string | null;
            /**
             * @description All of it in words.
             * @example about 745 (733-761)
             */
            words: string;
        };
        /** @description What names a figure in a picture. It is opened at `figures/{whose}/{resource}/{stage}`. */
        FigureKey: {
            /**
             * @description Of what.
             * @example people
             */
            resource: string;
            /**
             * @description In which stage; `promised` is what is still owed, `promised in all` the pledge total.
             * @example deployed
             */
            stage: string;
            /**
             * @description Whose, by code.
             * @example KEN
             */
            whose: string;
        };
        /** @description A figure with everything behind it. */
        FigureSources: {
            asked: components["schemas"]["Asked"];
            /** @description What its bounds hang on. */
            bounds: components["schemas"]["BoundHangs"][];
            /**
             * @description Every claim that bears on it, in the order of the days they speak of: those that it was weighed from, and those on the
             *     same balance that were left out.
             */
            claims: components["schemas"]["ClaimBehind"][];
            figure: components["schemas"]["Figure"];
            /** @description What a reader of its line must know. */
            notes: string[];
            whose: components["schemas"]["Whose"];
        };
        /** @description What became no claim, and why. */
        Finding: {
            at: components["schemas"]["TextPlace"] | null;
            /**
             * @description The stable code of its kind.
             * @example number-without-scope
             */
            code: string;
            /** @description What to do about it, where anything can be done. */
            hint: string | null;
            /** @description What was found, quoting the fault. */
            message: string;
        };
        /**
         * @description The form asked for in an address, for links that cannot set a header.
         * @enum {string}
         */
        Format: "json" | "csv";
        /** @description What of a figure hangs on one source. */
        HangsOn: {
            /** @description Without the source it would be its least, its most, or nothing would be said of it. */
            bound: components["schemas"]["Bound"];
            /** @description What the source is called, if it has a name. */
            source: string | null;
        };
        /**
         * @description How a source hedges a number.
         * @enum {string}
         */
        Hedge: "exactly" | "about" | "nearly" | "over" | "at_least" | "up_to" | "under" | "between" | "some";
        /**
         * @description What somebody was let in with.
         * @enum {string}
         */
        LetInWith: "session" | "token";
        /** @description A link that sets the password of an account. It is shown once; whoever has it is let in. */
        Link: {
            /**
             * Format: date-time
             * @description When it is good no more.
             */
            ends: string;
            /**
             * @description Where it leads, from the desk's own root on. It is good once.
             * @example /password#AbC-123
             */
            path: string;
        };
        /** @description A name and its password. */
        LogIn: {
            /**
             * @description The name of the account, however its letters are cased.
             * @example A. Clerk
             */
            name: string;
            /**
             * Format: password
             * @description Its password.
             */
            password: string;
        };
        /** @description An account that was made, and the link that sets its password. */
        MadeAccount: {
            account: components["schemas"]["Account"];
            link: components["schemas"]["Link"];
        };
        /** @description A token that was made, with its secret. */
        MadeToken: {
            /**
             * @description What the program sends as `Authorization: Bearer`. It is shown this once.
             * @example muster_AbC-123
             */
            secret: string;
            token: components["schemas"]["Token"];
        };
        /** @description The mandate's clock. */
        Mandate: {
            /** @description What was done to it, in order. */
            acts: components["schemas"]["Act"][];
            end: components["schemas"]["MandateEnd"] | null;
            /** @description What is asked for or planned to be done. */
            proposals: components["schemas"]["Act"][];
        };
        /**
         * @description What is done to a mandate.
         * @enum {string}
         */
        MandateAct: "authorise" | "extend" | "amend" | "convert" | "end" | "propose";
        /** @description When the mandate ends. */
        MandateEnd: {
            /** @description The claims behind it. */
            claims: string[];
            /**
             * Format: int32
             * @description How many days are left until the last; less than none: so many have passed.
             */
            days_left: number;
            /**
             * Format: date
             * @description The first day it can mean.
             */
            earliest: string;
            /**
             * @description How it was reckoned.
             * @example 12 months after the end before, by the act that extends it
             */
            how: string;
            /** @description The text that sets it, if a source names one. */
            instrument: string | null;
            /**
             * Format: date
             * @description The last day it can mean.
             */
            latest: string;
        };
        /** @description An act on the mandate. */
        MandateStatement: {
            act: components["schemas"]["MandateAct"];
            /** @description Who acts, or proposes: `UN`; none where the source does not say. */
            body?: string | null;
            /** @description The text that does it, if the source names one. */
            instrument?: string | null;
            /** @description When it was done, as EDTF has it. */
            span: string;
            /**
             * @description How long it holds: a day, a month or a year, such as `12 months`, or `unstated`.
             * @example 2025-10-02
             */
            until: string;
        };
        /**
         * @description The kinds of matter.
         * @enum {string}
         */
        Matter: "strength" | "promised_in_all" | "event" | "how_many_events";
        /**
         * @description What somebody may do; what they may see is never shown to be missing.
         * @enum {string}
         */
        May: "read" | "read_entries" | "enter" | "keep_accounts" | "keep_tokens";
        /** @description A mission that claims are of. */
        Mission: {
            /**
             * Format: int64
             * @description How many claims are of it.
             */
            claims: number;
            /**
             * @description Its code.
             * @example MSS
             */
            code: string;
            /**
             * Format: date
             * @description The first day on which a claim was published.
             */
            first_published: string;
            /**
             * Format: date
             * @description The last such day.
             */
            last_published: string;
            /**
             * @description Its name, where a pack of it gives one.
             * @example Multinational Security Support mission in Haiti
             */
            name: string | null;
        };
        /** @description All missions that may be seen. */
        Missions: {
            missions: components["schemas"]["Mission"][];
            /**
             * Format: date
             * @description Today, in the missions' area: what `as_of` and `known_on` are where they are not named.
             */
            today: string;
        };
        /**
         * @description How surely something is said.
         * @enum {string}
         */
        Modality: "fact" | "reported" | "planned" | "pledged" | "proposed" | "denied";
        /** @description So many took a step. */
        MovementStatement: {
            /**
             * @description When, as EDTF has it.
             * @example 2025-01-18
             */
            during: string;
            /** @description From where, if the source says so. */
            from?: string | null;
            /**
             * Format: int32
             * @description Which of the party's contingents, if the source says so: 4 for the fourth.
             */
            ordinal?: number | null;
            quantity: components["schemas"]["QuantityGiven"];
            /**
             * @description Of what: `people`, `people/police`, `equipment/helicopters`, `money/USD`, `unstated`.
             * @example people/police
             */
            resource: string;
            step: components["schemas"]["Step"];
            /** @description To where, if the source says so. */
            to?: string | null;
            /** @description The named units it is of. */
            units?: string[];
            /**
             * @description Of whom: `KEN`, several joined by `+`, `mission` or `unstated`.
             * @example KEN
             */
            whose: string;
        };
        /** @description A claim by hand, or a correction of one that is there. */
        NewClaim: {
            /**
             * @description How far it may be trusted, by the Admiralty code; `C3` for a claim by hand if not given.
             * @example B2
             */
            grade?: string | null;
            /**
             * @description Who may see it; `public` for a claim by hand if not given. What a liaison enters is its party's always.
             * @example public
             */
            marking?: string | null;
            /**
             * @description The mission's code, or null for a force outside any; needed for a claim by hand.
             * @example MSS
             */
            mission?: string | null;
            modality?: components["schemas"]["Modality"] | null;
            /**
             * Format: date
             * @description The day on which the world could know it, for a claim by hand; today if not given.
             */
            published?: string | null;
            /** @description The claim that it corrects: its quote is kept, and of mission, speaker, modality, grade and marking what is not given. */
            replaces?: string | null;
            /**
             * @description Who says it; needed for a claim by hand. In a correction null is the document in its own voice.
             * @example a ministry's liaison
             */
            speaker?: string | null;
            statement: components["schemas"]["Statement"];
            /** @description Why the other claim is replaced; needed with `replaces`. */
            why?: string | null;
        };
        /** @description What is ruled on a claim. */
        NewDecision: {
            /** @description The claim, by all digits of its address. */
            claim: string;
            /** @description The other claim: needed to replace and to say of two whether they tell of one event. */
            other?: string | null;
            ruling: components["schemas"]["Ruling"];
            /**
             * @description Why.
             * @example The outlet took it back
             */
            why: string;
        };
        /** @description A document, newly published. */
        NewestDocument: {
            /** @description How many claims of the mission quote it. */
            claims: number;
            /** @description Its address in the ledger. */
            document: string;
            /**
             * Format: date
             * @description The day of publication.
             */
            published: string;
            /** @description Who published it, as far as known. */
            publisher: string | null;
            /** @description Its headline or file name. */
            title: string;
        };
        /** @description What a week changed: the same question asked a week earlier on both clocks. */
        News: {
            /** @description How many claims make a difference. */
            claims: number;
            /** @description How many decisions do. */
            decisions: number;
            /** @description The figures of people that differ. */
            figures: components["schemas"]["ChangedFigure"][];
            from: components["schemas"]["Asked"];
            /** @description The newest of them. */
            newest: components["schemas"]["ChangingEntry"][];
        };
        /** @description A remark. */
        Note: {
            /** @description The claims that it is about. */
            claims: string[];
            /** @description Of what. */
            resource: string;
            /** @description What to know, in a sentence. */
            words: string;
        };
        /** @description How much is open for a person to decide. */
        OpenDisputes: {
            /** @description Disputes that bear on the day. */
            bear: number;
            /** @description Disputes of later days that bear on nothing here. */
            later: number;
            /** @description Counts of which no source says whose they are. */
            scopes: number;
        };
        /** @description A count of which no source says whose it is. It moves no figure. */
        OpenScope: {
            /**
             * Format: date
             * @description The last day that it can speak of.
             */
            day: string;
            /** @description Whose it may be, the cheapest first. */
            readings: components["schemas"]["ScopeReading"][];
            /** @description Of what. */
            resource: string;
            said: components["schemas"]["Side"];
            /** @description In which stage. */
            stage: string;
        };
        /**
         * @description What became of an entry.
         * @enum {string}
         */
        Outcome: "entered" | "seen_before";
        /** @description Claims of one number that the reading leaves. */
        Outvoted: {
            /** @description Claims that would be left further if they were right. */
            by: string[];
            /** @description What leaving them costs, in words. */
            cost: string;
            /**
             * Format: int64
             * @description What would have stood there on the day asked for.
             */
            figure_if_right: number | null;
            /**
             * @description What would have to be, were it right, in words; none where nothing is known against it.
             * @example if right, 56 more would have moved untold and 5 claims would be left further
             */
            if_right: string | null;
            said: components["schemas"]["Side"];
            /**
             * Format: int64
             * @description How many more would have come or left without anybody telling of it.
             */
            untold_if_right: number;
            /** @description Whether rounding alone could explain it. */
            within_rounding: boolean;
        };
        /** @description What was planned or pledged for a day that has passed, and has not come. */
        Overdue: {
            /**
             * Format: int64
             * @description What came: of a movement since it was announced, of a strength until the day pictured.
             */
            came: number;
            /** @description The claims that say it. */
            claims: string[];
            /**
             * Format: int32
             * @description How many days before the day pictured that was.
             */
            days_over: number;
            /**
             * Format: date
             * @description The last day on which it was to be kept.
             */
            due: string;
            /**
             * Format: date
             * @description The first such day that was told: a promise told again with a later day has slipped.
             */
            first_due: string;
            /**
             * Format: int64
             * @description The least that was promised.
             */
            promised: number;
            /**
             * @description Of what.
             * @example people
             */
            resource: string;
            whose: components["schemas"]["Whose"];
            /** @description What is said, in one line. */
            words: string;
        };
        /** @description The mission in one look. */
        Overview: {
            asked: components["schemas"]["Asked"];
            ceiling: components["schemas"]["Ceiling"] | null;
            /** @description Each party that people are told of, then several in one number, unstated and others. */
            contributors: components["schemas"]["Strength"][];
            disputes: components["schemas"]["OpenDisputes"];
            mandate: components["schemas"]["Mandate"];
            /** @description The mission's name, where a pack of it gives one. */
            name: string | null;
            newest_documents: components["schemas"]["NewestDocument"][];
            /** @description All together of whatever else is counted. */
            other_totals: components["schemas"]["Strength"][];
            /** @description Promises of days that have passed, the latest due first. */
            overdue: components["schemas"]["Overdue"][];
            /** @description Where it stands, in a few sentences. */
            sentences: string[];
            since_last_week: components["schemas"]["News"];
            /**
             * @description The stages of people, in the order in which they are reached.
             * @example [
             *       "promised",
             *       "training",
             *       "ready",
             *       "deployed",
             *       "home",
             *       "lost"
             *     ]
             */
            stages: string[];
            stated: components["schemas"]["Strength"] | null;
            total: components["schemas"]["Strength"] | null;
            unexplained: components["schemas"]["UnexplainedPeople"];
        };
        /** @description A page of a list. */
        Page_ClaimCard: {
            /** @description What is on it. */
            items: components["schemas"]["ClaimCard"][];
            /** @description The cursor to ask for the next page with; none: this is the last. */
            next: string | null;
        };
        /** @description A page of a list. */
        Page_DocumentLine: {
            /** @description What is on it. */
            items: components["schemas"]["DocumentLine"][];
            /** @description The cursor to ask for the next page with; none: this is the last. */
            next: string | null;
        };
        /** @description A page of a list. */
        Page_EntryLine: {
            /** @description What is on it. */
            items: components["schemas"]["EntryLine"][];
            /** @description The cursor to ask for the next page with; none: this is the last. */
            next: string | null;
        };
        /** @description A claim and where it stands. */
        PlacedClaim: {
            at: components["schemas"]["TextPlace"];
            claim: components["schemas"]["ClaimCard"];
            /** @description The words that filled the parts of the statement, where the reader finds the claim still. */
            slots: components["schemas"]["Slot"][];
        };
        /** @description What is planned, pledged for a day, proposed or denied: it moves nothing. */
        Plan: {
            /** @description The claim. */
            claim: string;
            /** @description Whether that time had passed on the day asked for. */
            lapsed: boolean;
            /**
             * @description How surely it is said.
             * @example planned
             */
            modality: string;
            /** @description When it is said to hold, as EDTF has it. */
            when: string;
            /** @description What it says, in one line. */
            words: string;
        };
        /** @description What one report says of a balance. */
        Point: {
            /**
             * Format: int64
             * @description The number it gives, if any.
             */
            best: number | null;
            /** @description The claims that say it. */
            claims: components["schemas"]["PointClaim"][];
            /**
             * Format: date
             * @description The last day that it may speak of.
             */
            day: string;
            /**
             * Format: date
             * @description The first day that it may speak of; none: open.
             */
            first_day: string | null;
            /**
             * Format: int64
             * @description The most it means; none: no ceiling.
             */
            high: number | null;
            /**
             * Format: int64
             * @description The least it means.
             */
            low: number;
            /**
             * Format: int64
             * @description What the reading has there: the balance, or the size of the movement; none where it was not weighed.
             */
            reading: number | null;
            /** @description Who says it, where they have a name. */
            source: string | null;
            /**
             * @description By which step, where it tells of a movement.
             * @example deploy
             */
            step: string | null;
            /** @description How the reading took it. */
            taken: components["schemas"]["Taken"];
            /** @description Whether it counts the balance or tells of a movement. */
            tells: components["schemas"]["Tells"];
            /**
             * @description What it says, with its hedge.
             * @example nearly 400
             */
            words: string;
        };
        /** @description A claim behind a point. */
        PointClaim: {
            /** @description The claim. */
            claim: string;
            /** @description The document that it quotes; none: entered by hand. */
            document: string | null;
            /**
             * Format: date
             * @description The day of publication.
             */
            published: string;
            /** @description The words that say it. */
            quote: string | null;
        };
        /** @description A place on the map. */
        Position: {
            /**
             * Format: double
             * @description North of the equator, in degrees.
             */
            latitude: number;
            /**
             * Format: double
             * @description East of Greenwich, in degrees.
             */
            longitude: number;
            /** @description Where it is from. */
            source: string;
            /**
             * Format: double
             * @description How far off that may be, in kilometres.
             */
            within_km: number;
        };
        /** @description The body of a problem, `application/problem+json`. */
        Problem: {
            /**
             * @description The stable code of the kind.
             * @example unknown_mission
             */
            code: string;
            /** @description What is wrong with this request. */
            detail: string;
            /** @description What to do about it. */
            hint?: string | null;
            /**
             * @description Where in the JSON body the fault is, as RFC 6901 has it.
             * @example /statement/quantity
             */
            pointer?: string | null;
            /**
             * Format: int32
             * @description The status of the answer.
             */
            status: number;
            /** @description The kind of problem in a few words; always the same for one code. */
            title: string;
            /**
             * @description Where the kind of problem is explained.
             * @example /api/v1/problems/unknown_mission
             */
            type: string;
        };
        /** @description A kind of problem. */
        ProblemKind: {
            /**
             * @description Its stable code.
             * @example unknown_mission
             */
            code: string;
            /** @description What it means and what to do about it. */
            explained: string;
            /**
             * Format: int32
             * @description The status that it is answered with.
             */
            status: number;
            /** @description It in a few words. */
            title: string;
        };
        /** @description A promise, or its withdrawal. */
        Promise: {
            /**
             * Format: int32
             * @description How many days before the day pictured it was made, as far as told: else published.
             */
            age_days: number;
            claim: components["schemas"]["ClaimCard"];
        };
        /** @description A day of publication and how it is known. */
        Published: {
            /** @description How it is known. */
            basis: components["schemas"]["PublishedBasis"];
            /**
             * Format: date
             * @description The day, in the mission's area.
             */
            day: string;
        };
        /**
         * @description How a day of publication is known, surest first.
         * @enum {string}
         */
        PublishedBasis: "given" | "metadata" | "dateline" | "latest_date" | "day_read";
        /** @description A number as its source hedged it, and what that leaves open. */
        Quantity: {
            /**
             * Format: int64
             * @description The most that it can mean; none: no ceiling.
             */
            high: number | null;
            /**
             * Format: int64
             * @description The least that it can mean.
             */
            low: number;
            /**
             * @description With its hedge.
             * @example nearly 400
             */
            words: string;
        };
        /** @description A number with its hedge: in words such as `nearly 400`, or in its parts. */
        QuantityGiven: string | components["schemas"]["QuantityParts"];
        /** @description A hedge and its numbers. */
        QuantityParts: {
            hedge: components["schemas"]["Hedge"];
            /**
             * Format: int64
             * @description The upper of two, for `between`.
             */
            m?: number | null;
            /**
             * Format: int64
             * @description The number, or the lower of two; none for `some`.
             */
            n?: number | null;
        };
        /** @description A place in a document. */
        Quote: {
            /** @description Where it can be found again, as far as known. */
            address: string | null;
            /** @description The document's address in the ledger. */
            document: string;
            /**
             * Format: int64
             * @description The byte behind them.
             */
            end: number;
            /** @description Who published it, as far as known. */
            publisher: string | null;
            /** @description The words. */
            quote: string;
            /**
             * Format: int64
             * @description The byte of its text, in UTF-8, that the words start at.
             */
            start: number;
            /** @description Its headline or file name. */
            title: string;
        };
        /** @description One figure. */
        Row: {
            /**
             * Format: int64
             * @description The least contradicted; none where no source gives a number.
             */
            best: number | null;
            /** @description The claims behind it. */
            claims: string[];
            /**
             * Format: int64
             * @description The most; none: no claim gives a ceiling.
             */
            high: number | null;
            /**
             * Format: int64
             * @description The least.
             */
            low: number;
            /**
             * @description Of what: `people`, a currency, a kind of equipment.
             * @example people
             */
            resource: string;
            /**
             * @description In which stage; `promised in all` before the stages.
             * @example deployed
             */
            stage: string;
            whose: components["schemas"]["Whose"];
        };
        /** @description The picture of a day as flat rows. */
        Rows: {
            asked: components["schemas"]["Asked"];
            rows: components["schemas"]["Row"][];
        };
        /**
         * @description What can be ruled on a claim.
         * @enum {string}
         */
        Ruled: "accept" | "reject" | "replace" | "same_as" | "not_same";
        /**
         * @description What can be ruled on a claim.
         * @enum {string}
         */
        Ruling: "accept" | "reject" | "replace" | "same_as" | "not_same";
        /** @description A number read as one contributor's. */
        ScopeReading: {
            /** @description What it costs more than the cheapest reading, in words. */
            cost: string;
            /**
             * Format: int64
             * @description What would stand there on the day asked for.
             */
            figure: number | null;
            /**
             * Format: int64
             * @description What stands there without it.
             */
            figure_now: number | null;
            /** @description Whether it remains, or costs clearly more than another and falls out. */
            remains: boolean;
            whose: components["schemas"]["Whose"];
        };
        /** @description One balance through time. */
        Series: {
            /** @description The days on which it changes, in order; each holds until the next, the last until `known_on`. */
            days: components["schemas"]["SeriesDay"][];
            key: components["schemas"]["FigureKey"];
            /**
             * @description The claims that speak of it, by the day they speak of. The sum of all has those that count the whole mission, and
             *     those that tell of movements, whoever moved.
             */
            points: components["schemas"]["Point"][];
            whose: components["schemas"]["Whose"];
        };
        /** @description What stood at the end of a day on which that changes. */
        SeriesDay: {
            /**
             * Format: date
             * @description The day.
             */
            day: string;
            stood: components["schemas"]["Between"] | null;
        };
        /** @description Who asks, and what they may. */
        Session: {
            /** @description Whether this is the demo, whose ledger is gone afterwards. */
            demo: boolean;
            /**
             * Format: date-time
             * @description When they have to log in again, however much the session is used. It ends after an hour without use.
             */
            ends: string | null;
            /** @description What they may do. */
            may: components["schemas"]["May"][];
            /**
             * @description The name of the account; none: nobody is logged in.
             * @example A. Clerk
             */
            name: string | null;
            /**
             * @description The party that a liaison speaks for.
             * @example KEN
             */
            party: string | null;
            /**
             * @description `viewer`, `analyst`, `liaison:KEN`, `planner` or `administrator`.
             * @example analyst
             */
            role: string | null;
            with: components["schemas"]["LetInWith"] | null;
        };
        /** @description A link and the password that is chosen. */
        SetPassword: {
            /**
             * Format: password
             * @description What stands behind `#` in the link.
             */
            link: string;
            /**
             * Format: password
             * @description The password: at least 15 characters.
             */
            password: string;
        };
        /** @description How much of a promise was kept, in per cent. More than was promised is more than 100. */
        Share: {
            /**
             * Format: int64
             * @description The best; none where no source gives the number that came.
             */
            best: number | null;
            /**
             * Format: int64
             * @description The most, rounded up; none: what came has no ceiling.
             */
            high: number | null;
            /**
             * Format: int64
             * @description The least, rounded down.
             */
            low: number;
            /**
             * @description In words.
             * @example 74 % (73-76 %)
             */
            words: string;
        };
        /** @description One number, and the claims that say it. */
        Side: {
            /**
             * Format: int64
             * @description The number it gives, if any.
             */
            best: number | null;
            /** @description The claims that say it, in the order of the days they speak of. */
            claims: components["schemas"]["ClaimCard"][];
            /**
             * Format: int64
             * @description The most it means; none: no ceiling.
             */
            high: number | null;
            /**
             * Format: int64
             * @description The least it means.
             */
            low: number;
            /**
             * @description In words.
             * @example nearly 400
             */
            words: string;
        };
        /** @description One site. */
        Site: {
            /** @description All that is told of it, in order. */
            history: components["schemas"]["SiteEvent"][];
            /** @description Who did that or holds it. */
            holder: components["schemas"]["Whose"];
            position: components["schemas"]["Position"] | null;
            /**
             * @description Since when, as EDTF has it.
             * @example 2024-07-17
             */
            since: string;
            /**
             * @description Its name, as told.
             * @example National Palace
             */
            site: string;
            /**
             * @description What became of it last.
             * @example retaken
             */
            status: string;
        };
        /** @description What became of a site once. */
        SiteEvent: {
            /** @description The claims that tell of it. */
            claims: string[];
            /**
             * Format: date
             * @description The first day that can mean; none: open.
             */
            first_day: string | null;
            /** @description Who did it or holds it. */
            holder: components["schemas"]["Whose"];
            /**
             * Format: date
             * @description The last day that can mean; none: open.
             */
            last_day: string | null;
            /** @description What became of it. */
            status: string;
            /** @description When, as EDTF has it. */
            when: string;
        };
        /** @description A site changed hands or is held. */
        SiteStatement: {
            /** @description Who did it or holds it: `KEN`, several joined by `+`, `mission` or `unstated`. */
            holder: string;
            /** @description Which site, as the source names it. */
            site: string;
            /** @description When, as EDTF has it. */
            span: string;
            status: components["schemas"]["SiteStatus"];
        };
        /**
         * @description What became of a site.
         * @enum {string}
         */
        SiteStatus: "held" | "retaken" | "lost" | "safeguarded" | "handed_over" | "closed";
        /** @description The sites of a mission. */
        Sites: {
            asked: components["schemas"]["Asked"];
            /** @description By name. */
            sites: components["schemas"]["Site"][];
        };
        /** @description Words that filled a part of a statement. */
        Slot: {
            at: components["schemas"]["TextPlace"];
            /** @description `number`, `party`, `verb`, `date`, `place`, `speaker`. */
            name: string;
        };
        /**
         * @description An account in which strength stands.
         * @enum {string}
         */
        Stage: "promised" | "training" | "ready" | "deployed" | "shipped" | "in_service" | "out_of_service" | "committed" | "paid" | "spent" | "withheld" | "home" | "lost";
        /**
         * @description How a claim stands after all decisions on it.
         * @enum {string}
         */
        Standing: "undecided" | "accepted" | "rejected" | "replaced";
        /** @description A count as stated, whether the reading rests on it or not. */
        StatedCount: {
            /**
             * Format: int64
             * @description The number it gives, if any.
             */
            best: number | null;
            /** @description The claims that say it. */
            claims: string[];
            /**
             * Format: date
             * @description The day it speaks of.
             */
            day: string;
            /**
             * Format: int64
             * @description The most it means; none: no ceiling.
             */
            high: number | null;
            /**
             * Format: int64
             * @description The least it means.
             */
            low: number;
            /**
             * @description Of what.
             * @example people
             */
            resource: string;
            /**
             * @description In which stage; `promised` is the pledge total.
             * @example ready
             */
            stage: string;
            /** @description How the reading took it. */
            taken: components["schemas"]["Taken"];
            /** @description What it says, with its hedge. */
            words: string;
        };
        /** @description What a claim says. Scope, stage, resource and span have no defaults: `unstated` and `..` are said. */
        Statement: (components["schemas"]["CountStatement"] & {
            /** @enum {string} */
            kind: "count";
        }) | (components["schemas"]["MovementStatement"] & {
            /** @enum {string} */
            kind: "movement";
        }) | (components["schemas"]["CeilingStatement"] & {
            /** @enum {string} */
            kind: "ceiling";
        }) | (components["schemas"]["MandateStatement"] & {
            /** @enum {string} */
            kind: "mandate";
        }) | (components["schemas"]["SiteStatement"] & {
            /** @enum {string} */
            kind: "site";
        }) | (components["schemas"]["EngagementStatement"] & {
            /** @enum {string} */
            kind: "engagement";
        }) | (components["schemas"]["ConcernStatement"] & {
            /** @enum {string} */
            kind: "concern";
        });
        /**
         * @description The kinds of statement.
         * @enum {string}
         */
        StatementKind: "count" | "movement" | "ceiling" | "mandate" | "site" | "engagement" | "concern";
        /**
         * @description A movement between two stages.
         * @enum {string}
         */
        Step: "pledge" | "enter_training" | "certify" | "deploy" | "rotate" | "repatriate" | "withdraw" | "lose" | "ship" | "deliver" | "break_down" | "repair" | "return" | "commit" | "pay" | "spend" | "withhold" | "release";
        /** @description One contributor and one resource, through all stages. */
        Strength: {
            kept: components["schemas"]["Share"] | null;
            promised_in_all: components["schemas"]["Figure"] | null;
            /**
             * @description Of what: `people`, a currency, a kind of equipment.
             * @example people
             */
            resource: string;
            /** @description What stands in each stage that claims speak of, in the stages' order; `promised` is what is still owed. */
            stages: components["schemas"]["Figure"][];
            whose: components["schemas"]["Whose"];
        };
        /** @description One stage of one resource through time. */
        StrengthThroughTime: {
            asked: components["schemas"]["Asked"];
            /** @description Every ceiling told of, the oldest first. */
            ceilings: components["schemas"]["Ceiling"][];
            /** @description What else could be asked: every resource with its stages and contributors. */
            choices: components["schemas"]["Choice"][];
            /**
             * @description Of what.
             * @example people
             */
            resource: string;
            /** @description By party, in the order of a picture's rows. Whoever has no such strength has no series. */
            series: components["schemas"]["Series"][];
            /**
             * @description In which stage.
             * @example deployed
             */
            stage: string;
        };
        /**
         * @description How a reading took a report.
         * @enum {string}
         */
        Taken: "stands" | "outvoted" | "part_only" | "not_weighed";
        /**
         * @description How the reading took a claim.
         * @enum {string}
         */
        TakenBehind: "stands" | "outvoted" | "part_only" | "not_weighed" | "ruled_out" | "replaced";
        /**
         * @description What a report tells of a balance.
         * @enum {string}
         */
        Tells: "count" | "came" | "left";
        /** @description A place in a text. */
        TextPlace: {
            /**
             * Format: int64
             * @description The byte behind it.
             */
            end: number;
            /**
             * Format: int64
             * @description The byte in UTF-8 that it starts at.
             */
            start: number;
            /**
             * Format: int64
             * @description The unit behind it.
             */
            utf16_end: number;
            /**
             * Format: int64
             * @description The unit in UTF-16 that it starts at: an index into a string of JavaScript.
             */
            utf16_start: number;
        };
        /** @description A token, without its secret. */
        Token: {
            /**
             * Format: date-time
             * @description When it ends.
             */
            ends: string;
            /**
             * @description Its id.
             * @example 0123456789abcdef
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was made.
             */
            made: string;
            /** @description The program that it is for. */
            name: string;
            /**
             * Format: date-time
             * @description When it was last seen in use, to the minute.
             */
            used: string | null;
        };
        /** @description A token to make. */
        TokenToMake: {
            /**
             * Format: int32
             * @description The days that it is good for: 1 to 366; 90 if not given.
             */
            days?: number | null;
            /**
             * @description The program that it is for.
             * @example the weekly report
             */
            name: string;
        };
        /** @description The tokens of the account, in the order in which they were made. */
        Tokens: {
            tokens: components["schemas"]["Token"][];
        };
        /** @description A movement that no claim accounts for. */
        Unexplained: {
            /**
             * Format: date
             * @description It happened after this day; none: before anything was said.
             */
            after: string | null;
            /**
             * Format: int64
             * @description How many came; less than none: left.
             */
            amount: number;
            /** @description The claims that it is reckoned from. */
            before: string[];
            /**
             * Format: date
             * @description And by the end of this one.
             */
            by: string;
            /** @description Whether it is worth a word: who waits or has left must have come at some time. */
            of_note: boolean;
            /**
             * Format: int64
             * @description What was reckoned without it at the end of that day.
             */
            reckoned: number;
            /**
             * @description Of what.
             * @example people
             */
            resource: string;
            /**
             * @description Of which stage; `promised`: of the pledge total.
             * @example deployed
             */
            stage: string;
            /** @description The claims that ask for it. */
            stated: string[];
            whose: components["schemas"]["Whose"];
            /**
             * @description All of it in words.
             * @example 400 reckoned, 385 taken: 15 unexplained
             */
            words: string;
        };
        /** @description People who came or left without anybody telling of it. */
        UnexplainedPeople: {
            /** @description Each of these movements, the largest in the field first. */
            list: components["schemas"]["Unexplained"][];
            /**
             * Format: int64
             * @description How many, whichever way.
             */
            people: number;
        };
        /**
         * @description What a picture did with a movement.
         * @enum {string}
         */
        Use: "counted" | "before_count" | "may_be_same" | "possible" | "later";
        /** @description What the walk found. */
        Verified: {
            /** @description The first entry that does not fit, in words. */
            broken: string | null;
            /**
             * Format: int64
             * @description How many entries were walked; none where the chain is broken.
             */
            entries: number | null;
            /**
             * Format: date-time
             * @description When the last was entered.
             */
            last_entered: string | null;
            /** @description Where the chain ends, to be noted down elsewhere and held against it later. */
            seal: string | null;
            /** @description Whether every entry is as it was entered. */
            whole: boolean;
        };
        /** @description Whose a figure is: a party, several in one number, or what no party is named for. */
        Whose: {
            /**
             * @description `KEN`, `BHS+BLZ`, `unstated`, `others`, `mission` or `sum`.
             * @example KEN
             */
            code: string;
            /** @description What kind it is. */
            kind: components["schemas"]["WhoseKind"];
            /**
             * @description The name for people.
             * @example Kenya
             */
            name: string;
        };
        /**
         * @description The kinds of contributor.
         * @enum {string}
         */
        WhoseKind: "party" | "parties" | "unstated" | "others" | "mission" | "sum";
        /**
         * @description Why a claim makes a difference between two pictures.
         * @enum {string}
         */
        Why: "published" | "entered" | "ruled" | "not_known" | "speaks_between";
    };
    responses: {
        /** @description Not answered as asked */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": {
                    /**
                     * @description The stable code of the kind.
                     * @example unknown_mission
                     */
                    code: string;
                    /** @description What is wrong with this request. */
                    detail: string;
                    /** @description What to do about it. */
                    hint?: string | null;
                    /**
                     * @description Where in the JSON body the fault is, as RFC 6901 has it.
                     * @example /statement/quantity
                     */
                    pointer?: string | null;
                    /**
                     * Format: int32
                     * @description The status of the answer.
                     */
                    status: number;
                    /** @description The kind of problem in a few words; always the same for one code. */
                    title: string;
                    /**
                     * @description Where the kind of problem is explained.
                     * @example /api/v1/problems/unknown_mission
                     */
                    type: string;
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    accounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllAccounts"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    make_account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountToMake"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeAccount"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    change_account: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id */
                id: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountChange"];
            };
        };
        responses: {
            /** @description As it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    invite: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id */
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    claims: {
        parameters: {
            query?: {
                /**
                 * @description Of this mission.
                 * @example MSS
                 */
                mission?: string | null;
                /**
                 * @description Such as name this party.
                 * @example KEN
                 */
                party?: string | null;
                /**
                 * @description Of this resource: `people/police`, or `people` for all of its services.
                 * @example people
                 */
                resource?: string | null;
                /** @description Counts of this stage, and movements into or out of it. */
                stage?: components["schemas"]["Stage"] | null;
                /** @description Of this kind. */
                kind?: components["schemas"]["StatementKind"] | null;
                /** @description Said as surely as this. */
                modality?: components["schemas"]["Modality"] | null;
                /** @description Standing so after all decisions. */
                standing?: components["schemas"]["Standing"] | null;
                /** @description Of this document, by its address. */
                document?: string | null;
                /** @description Such as have these words in their sentence, as it is told or as it stands written. */
                q?: string | null;
                /** @description Where the page before ended. */
                cursor?: string | null;
                /** @description How many, 500 at most; 50 if not given. */
                limit?: number | null;
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: components["schemas"]["Format"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One claim a row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_ClaimCard"];
                    "text/csv": string;
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    enter_claim: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewClaim"];
            };
        };
        responses: {
            /** @description It was in the ledger before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimEntered"];
                };
            };
            /** @description It is in the ledger */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimEntered"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The claim's address, 64 digits */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimPage"];
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    decide: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDecision"];
            };
        };
        responses: {
            /** @description It was in the ledger before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
            /** @description It is in the ledger */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Decided"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    documents: {
        parameters: {
            query?: {
                /**
                 * @description Only those in which a claim on this mission stands.
                 * @example MSS
                 */
                mission?: string | null;
                /** @description Only those whose title, publisher or address has these words in it. */
                q?: string | null;
                /** @description Where the page before ended. */
                cursor?: string | null;
                /** @description How many, 500 at most; 50 if not given. */
                limit?: number | null;
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: components["schemas"]["Format"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One document a row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_DocumentLine"];
                    "text/csv": string;
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    enter_document: {
        parameters: {
            query?: {
                /**
                 * @description The file's name; the text goes by it if nothing in it says what it is called.
                 * @example report.html
                 */
                name?: string | null;
                /** @description The headline, where the text's own is not to be taken. */
                title?: string | null;
                /** @description The day it was published; without it, the page's own, or inferred from the text and marked so. */
                published?: string | null;
                /** @description Who published it; without it, whom the page names. */
                publisher?: string | null;
                /** @description Where it can be found again: an URL or a reference; without it, the page's own. */
                address?: string | null;
                /**
                 * @description Who may see it: `public` if not given, `mission`, or such as `party:KEN`; what a liaison enters is its party's always.
                 * @example public
                 */
                marking?: string | null;
                /**
                 * @description How far it may be trusted, by the Admiralty code; `C3`, ungraded press, if not given.
                 * @example B2
                 */
                grade?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file's bytes, or the text */
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description All of it was in the ledger before */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentsEntered"];
                };
            };
            /** @description Something of it is in the ledger that was not before */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentsEntered"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    document: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The document's address, 64 digits */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentPage"];
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    entries: {
        parameters: {
            query?: {
                /** @description Of this kind. */
                kind?: components["schemas"]["EntryKind"] | null;
                /**
                 * @description Claims of this mission, and decisions on them.
                 * @example MSS
                 */
                mission?: string | null;
                /** @description Entered by hand or decided by somebody with these words in their name. */
                by?: string | null;
                /** @description Entered on this day, in the mission's area, or later. */
                from?: string | null;
                /** @description Entered on this day or earlier. */
                to?: string | null;
                /** @description Such as have these words in what they say. */
                q?: string | null;
                /** @description Where the page before ended. */
                cursor?: string | null;
                /** @description How many, 500 at most; 50 if not given. */
                limit?: number | null;
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: components["schemas"]["Format"] | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One entry a row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Page_EntryLine"];
                    "text/csv": string;
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    verify: {
        parameters: {
            query?: {
                /**
                 * @description A seal noted down earlier; the chain must still hold it.
                 * @example 12:0000000000000000000000000000000000000000000000000000000000000000
                 */
                seal?: string | null;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It was walked; whether it is whole, it says */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Verified"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    export: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description JSON Lines */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    missions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Missions"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    change: {
        parameters: {
            query?: {
                /** @description The day of the first picture; a week before the second's if not given. */
                from_as_of?: string;
                /** @description The first picture's last day of publication; a week before the second's if not given. */
                from_known_on?: string;
                /** @description The day of the second picture; today if not given. */
                as_of?: string;
                /** @description The second picture's last day of publication; today if not given. */
                known_on?: string;
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: components["schemas"]["Format"];
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What differs; as a table the figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Change"];
                    "text/csv": string;
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    contributors: {
        parameters: {
            query?: {
                /** @description The day whose end is pictured; today if not given. */
                as_of?: string;
                /** @description The last day of publication that counts; today if not given. */
                known_on?: string;
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: components["schemas"]["Format"];
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One contributor of people a row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ByContributor"];
                    "text/csv": string;
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    contributor: {
        parameters: {
            query?: {
                /** @description The day whose end is pictured; today if not given. */
                as_of?: string;
                /** @description The last day of publication that counts; today if not given. */
                known_on?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
                /**
                 * @description Whose, by code
                 * @example KEN
                 */
                whose: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contributor"];
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    disputes: {
        parameters: {
            query?: {
                /** @description The day whose end is pictured; today if not given. */
                as_of?: string;
                /** @description The last day of publication that counts; today if not given. */
                known_on?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Disagreements"];
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    figure: {
        parameters: {
            query?: {
                /** @description The day whose end is pictured; today if not given. */
                as_of?: string;
                /** @description The last day of publication that counts; today if not given. */
                known_on?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
                /**
                 * @description Whose, by code
                 * @example KEN
                 */
                whose: string;
                /**
                 * @description Of what; a `/` in it is written `%2F`
                 * @example people
                 */
                resource: string;
                /**
                 * @description In which stage, or `promised-in-all`
                 * @example deployed
                 */
                stage: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FigureSources"];
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    overview: {
        parameters: {
            query?: {
                /** @description The day whose end is pictured; today if not given. */
                as_of?: string;
                /** @description The last day of publication that counts; today if not given. */
                known_on?: string;
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    rows: {
        parameters: {
            query?: {
                /** @description The day whose end is pictured; today if not given. */
                as_of?: string;
                /** @description The last day of publication that counts; today if not given. */
                known_on?: string;
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: components["schemas"]["Format"];
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One figure a row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rows"];
                    "text/csv": string;
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    sites: {
        parameters: {
            query?: {
                /** @description The day whose end is pictured; today if not given. */
                as_of?: string;
                /** @description The last day of publication that counts; today if not given. */
                known_on?: string;
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: components["schemas"]["Format"];
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One site a row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sites"];
                    "text/csv": string;
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    strength: {
        parameters: {
            query?: {
                /** @description The day looked at; the series reach to `known_on` whatever it is. Today if not given. */
                as_of?: string;
                /** @description The last day of publication that counts, and the last of the series; today if not given. */
                known_on?: string;
                /**
                 * @description The stage, `promised in all` for the pledge total; `deployed` if not given.
                 * @example deployed
                 */
                stage?: string;
                /**
                 * @description Of what; `people` if not given.
                 * @example people
                 */
                resource?: string;
                /**
                 * @description Whose, by code; may be given several times. `sum`, all together, if not given.
                 * @example [
                 *       "KEN"
                 *     ]
                 */
                party?: string[];
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                /**
                 * @description The mission's code
                 * @example MSS
                 */
                mission: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrengthThroughTime"];
                    "text/csv": string;
                };
            };
            /** @description As the asker has it */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    problem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The stable code
                 * @example unknown_mission
                 */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemKind"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    log_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description Logged in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    log_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Logged out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    change_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePassword"];
            };
        };
        responses: {
            /** @description Changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    set_password: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetPassword"];
            };
        };
        responses: {
            /** @description Set, and logged in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    make_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenToMake"];
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeToken"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    revoke_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id
                 * @example 0123456789abcdef
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody is let in with it any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: components["responses"]["Problem"];
        };
    };
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It can */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
}
