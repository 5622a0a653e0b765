#!/usr/bin/env bash
# The interface for programs against its own description, by schemathesis: as nobody, as a program of an analyst, and as an
# administrator at a browser. No answer may be a fault of the server, and none may be other than described.
set -euo pipefail
ST=${1:?the schemathesis command}
MUSTER=${MUSTER_BINARY:?the muster binary}
SECONDS_EACH=${FUZZ_SECONDS:-120}
printed=$(mktemp)
MUSTER_NOW=2025-10-02T12:00:00Z "$MUSTER" serve --demo --port 0 >"$printed" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null || true; rm -f "$printed"' EXIT
for _ in $(seq 120); do grep -q 'Ctrl-C' "$printed" && break; sleep 0.5; done
at=$(grep -o 'http://[0-9.:]*' "$printed" | head -1)
link=$(grep -o 'password#.*' "$printed" | cut -d'#' -f2)

# What a browser would send. Its words are made of letters and digits, so they need no escaping.
ask() { curl -sS --fail-with-body -H 'content-type: application/json' -H "origin: $at" "$@"; }
field() { python3 -c 'import json,sys; print(json.load(sys.stdin)["'"$1"'"])'; }
password='a password of the tests, long enough'
cookie=$(ask -i -X POST -d "{\"link\":\"$link\",\"password\":\"$password\"}" "$at/api/v1/session/password" |
	sed -n 's/^set-cookie: \([^;]*\);.*/\1/Ip' | head -1)
token=$(ask -H "cookie: $cookie" -X POST -d '{"name":"fuzz"}' "$at/api/v1/tokens" | field secret)

# Whoever ends the session, or the token, that the run goes on with would see only refusals afterwards. The desk gives up on a request after 30
# seconds, and says so: that is an answer. Each asker is tried, whatever the one before met.
failed=0
run() {
	echo "==> $1, ${SECONDS_EACH} s"; shift
	"$ST" run "$at/api/v1/openapi.json" --phases examples,coverage,fuzzing --max-time "$SECONDS_EACH" --seed 1 \
		--request-timeout 45 --continue-on-failure --no-color \
		-c not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance \
		--warnings off "$@" || failed=1
}
run 'nobody'
run 'a program' -H "Authorization: Bearer $token"
run 'an administrator at a browser' -H "Cookie: $cookie" -H "Origin: $at" \
	--exclude-path-regex '/session' --exclude-path-regex '/tokens/\{id\}' --exclude-path-regex '/accounts/\{id\}'
exit $failed
