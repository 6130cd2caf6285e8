"""Groups records into persons with Splink, by its own recipe for deduplication.

Reads one JSON object, {"columns": [...], "rows": [[...], ...]}, and writes a list of
{"threshold": probability, "persons": [number a row]}, one for each threshold.
Comparisons are those its documentation recommends for the kind of column; pairs are
brought together by two equal columns, as in the plain recipe of the benchmark.
"""

import itertools
import json
import re
import sys

import duckdb
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999]
MOST_PAIRS_A_ROW = 20

asked = json.load(sys.stdin)
names = [f"c{at}" for at in range(len(asked["columns"]))]
connection = duckdb.connect()
connection.execute(
    f"create table r (unique_id bigint, {', '.join(f'{name} varchar' for name in names)})"
)
marks = ", ".join("?" for _ in range(len(names) + 1))
connection.execute("begin")
connection.executemany(
    f"insert into r values ({marks})",
    [
        [at, *(cell.strip().lower() or None for cell in row)]
        for at, row in enumerate(asked["rows"])
    ],
)
connection.execute("commit")


def comparison(name: str, column: str):
    """What the documentation of Splink recommends for such a column."""
    values = [value for (value,) in connection.execute(
        f"select {name} from r where {name} is not null limit 1000").fetchall()]
    for pattern, written in [(r"\d{4}-\d\d-\d\d", "%Y-%m-%d"), (r"(19|20)\d{6}", "%Y%m%d")]:
        if values and all(re.fullmatch(pattern, value) for value in values):
            return cl.DateOfBirthComparison(
                name, input_is_string=True, datetime_format=written)
    if "mail" in column.lower():
        return cl.EmailComparison(name)
    if "name" in column.lower():
        return cl.NameComparison(name)
    return cl.JaroWinklerAtThresholds(name, [0.9, 0.7])


def pairs_a_row(*columns: str) -> float:
    filled = " and ".join(f"{column} is not null" for column in columns)
    [(pairs,)] = connection.execute(
        f"select coalesce(sum(n * (n - 1) / 2), 0) from (select count(*) as n from r"
        f" where {filled} group by {', '.join(columns)})").fetchall()
    return pairs / len(asked["rows"])


rules = [pair for pair in itertools.combinations(names, 2)
         if 0 < pairs_a_row(*pair) <= MOST_PAIRS_A_ROW]
surest = sorted(rules, key=lambda pair: pairs_a_row(*pair))
singles = sorted((name for name in names if 0.05 < pairs_a_row(name) < 500), key=pairs_a_row)

api = DuckDBAPI(connection)
linker = Linker(
    api.register("r"),
    SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            comparison(name, column).configure(term_frequency_adjustments=True)
            for name, column in zip(names, asked["columns"])
            if pairs_a_row(name) > 0
        ],
        blocking_rules_to_generate_predictions=[block_on(*pair) for pair in rules],
    ),
)
linker.training.estimate_probability_two_random_records_match(
    [block_on(*pair) for pair in surest[: max(1, len(surest) // 2)]], recall=0.8)
linker.training.estimate_u_using_random_sampling(max_pairs=2e6, seed=1)
for name in singles[:4]:
    linker.training.estimate_parameters_using_expectation_maximisation(block_on(name))
predicted = linker.inference.predict(threshold_match_probability=THRESHOLDS[0])
answers = []
for threshold in THRESHOLDS:
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(
        predicted, threshold_match_probability=threshold)
    rows = connection.execute(
        f"select unique_id, cluster_id from {clusters.physical_name}").fetchall()
    persons = list(range(len(asked["rows"])))
    for row, person in rows:
        persons[row] = int(person)
    answers.append({"threshold": threshold, "persons": persons})
json.dump(answers, sys.stdout)
