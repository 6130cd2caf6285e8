"""Scores pairs of names with the logic-v2 matcher of nomenklatura.

Reads one JSON list a line, [schema, left, right], and writes one score a line.
The entities have a name and nothing else, and the matcher its default settings.
"""

import json
import sys

from followthemoney import model
from nomenklatura.matching import LogicV2

config = LogicV2.default_config()


def entity(schema: str, name: str):
    data = {"id": name, "schema": schema, "properties": {"name": [name]}}
    return model.get_proxy(data)


for line in sys.stdin:
    schema, left, right = json.loads(line)
    result = LogicV2.compare(entity(schema, left), entity(schema, right), config)
    print(result.score)
