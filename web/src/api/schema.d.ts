// Made from docs/openapi.json by `npm run types`; do not edit.

export interface paths {
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
    "/api/v1/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The interface, as OpenAPI 3.1 has it */
        get: operations["document"];
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
        /**
         * @description The form asked for in an address, for links that cannot set a header.
         * @enum {string}
         */
        Format: "json" | "csv";
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
            name?: string | null;
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
        /** @description One figure. */
        Row: {
            /**
             * Format: int64
             * @description The least contradicted; none where no source gives a number.
             */
            best?: number | null;
            /** @description The claims behind it. */
            claims: string[];
            /**
             * Format: int64
             * @description The most; none: no claim gives a ceiling.
             */
            high?: number | null;
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
    rows: {
        parameters: {
            query?: {
                /** @description The day whose end is pictured; today if not given. */
                as_of?: string | null;
                /** @description The last day of publication that counts; today if not given. */
                known_on?: string | null;
                /** @description The form, for links that cannot set an `Accept` header. */
                format?: components["schemas"]["Format"] | null;
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
    document: {
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
