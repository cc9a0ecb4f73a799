"""Fails when an answer in FILE, schemathesis' report, names TENANT: the token of the run does not reach it."""

import base64
import collections
import json
import sys


def interactions(file):
    for line in file:
        finished = json.loads(line).get("ScenarioFinished")
        if finished:
            yield from finished["recorder"].get("interactions", {}).values()


def main(path, tenant):
    statuses = collections.Counter()
    named = 0
    with open(path, encoding="utf-8") as file:
        for one in interactions(file):
            answer = one["response"]
            if answer is None:
                continue
            statuses[answer["status_code"]] += 1
            text = base64.b64decode((answer.get("content") or {}).get("$base64", ""))
            if tenant.encode() in text:
                named += 1
                print(one["request"]["method"], one["request"]["uri"], text[:300], file=sys.stderr)
    print("answers by status:", dict(sorted(statuses.items())))
    return 1 if named or not statuses else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
