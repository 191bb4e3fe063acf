"""Compares the engine's scoring with lm-evaluation-harness 0.4.13 on the same weights.

    make compare-harness

or, for a part of it, with the packages of `harness/requirements.txt`:

    python3 compare_with_harness.py --engine PROGRAM --model FILE --data FOLDER --results FOLDER [--items 100] ...

The model is a GGUF file, which the harness gets dequantised to float32; the folder of data holds MIRAGE and the
English-Arabic pairs of MMLU. Answers of the harness are kept in the folder of results: a run that was stopped, or one
with more items, goes on from there. Leaves `harness.json` and `harness.md` there; docs/harness.md explains them.
"""

import argparse
import json
import os
import sys
import time
from importlib.metadata import version
from pathlib import Path

# Threads that wait must not take the time of those that compute; before torch comes.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from harness import items, prompts, report, speed
from harness.agreement import Asked, ask_engine, ask_harness, choices, count_equal, differences
from harness.dequantised import dequantised
from harness.engine import Engine
from harness.server import ScoringServer

REFERENCE = Path(__file__).resolve().parents[2] / "src-tauri/crates/selfcheck/tests/reference/prompts.json"


def main() -> None:
    options = arguments()
    options.results.mkdir(parents=True, exist_ok=True)
    asked = items.sets(options.data, options.items)
    held = prompts.hold_to(REFERENCE, {one.task for one in asked})
    # Takes half a minute and much memory, so it comes after what can be wrong at once.
    from harness.reference import Model, Tasks

    tasks = Tasks()
    model = Model(options.model, options.threads, options.results / "harness-answers.sqlite")
    with Engine(options.engine, options.model, options.threads) as engine:
        if "scores" in options.parts:
            chosen = [one for one in asked if options.tasks is None or one.task in options.tasks]
            rotated = [turned(one, options.rotated) for one in chosen if one.task != "headqa_en"]
            for one in chosen + rotated:
                rows = [row for row in stored(options).get("scores", []) if row["set"] != one.name]
                rows.append(compare(one, tasks, model, engine, options))
                write(options, {"scores": rows, "prompts_held_to_the_crate": held})
        if "speed" in options.parts:
            plan = {"items": options.speed_items, "of_harness": options.speed_items_of_harness, "rounds": options.rounds}
            found = speed.measure(asked[0], tasks, model, engine, options.tools, plan, say)
            write(options, {"speed": found})


def turned(asked: items.ItemSet, count: int) -> items.ItemSet:
    """The first of a set with their options rotated."""
    return items.ItemSet(asked.name, asked.task, asked.items[:count], asked.examples).rotated()


def compare(asked: items.ItemSet, tasks: object, model: object, engine: Engine, options: argparse.Namespace) -> dict:
    """Everything that is reported of one set."""
    theirs = ask_harness(asked, tasks, model, engine, say)
    ours, tokens = ask_engine(engine, theirs.prompts)
    row = {
        "set": asked.name,
        "task": asked.task,
        "items": len(asked.items),
        "same_prompts": theirs.same_prompts,
        "same_prompt_tokens": theirs.same_prompt_tokens,
        "same_continuation_tokens": count_equal(tokens, theirs.continuations),
        "otherwise_converted": theirs.otherwise_converted,
        "difference": differences(ours, theirs.scores),
        **choices(ours, theirs.scores),
        "of_float32_weights": of_float32(theirs, options),
        **of_server(theirs, ours, options),
    }
    say(json.dumps(row, ensure_ascii=False))
    return row


def of_float32(theirs: Asked, options: argparse.Namespace) -> dict:
    """The same difference where the engine has the harness's weights, over the first items."""
    count = options.beside
    with Engine(options.engine, dequantised(options.model, options.results), options.threads) as engine:
        ours, _ = ask_engine(engine, theirs.prompts[:count])
    return differences(ours, theirs.scores[:count])


def of_server(theirs: Asked, ours: list[list[float]], options: argparse.Namespace) -> dict:
    """The same difference of llama-server, and ours on those of the first items that it can be asked for."""
    nothing = {"of_llama_server": None, "ours_beside_llama_server": None}
    single = all(len(tokens) == 1 for of_item in theirs.continuations for tokens in of_item)
    if options.tools is None or not single:
        return nothing
    count = options.beside
    letters = [[token for tokens in of_item for token in tokens] for of_item in theirs.continuations[:count]]
    with ScoringServer(options.tools, options.model, 4096) as server:
        found = [server.letters(context, wanted) for context, wanted in zip(theirs.contexts, letters)]
    known = [at for at, values in enumerate(found) if values is not None]
    if not known:
        return nothing
    scores = [theirs.scores[at] for at in known]
    return {
        "of_llama_server": differences([found[at] for at in known], scores),
        "ours_beside_llama_server": differences([ours[at] for at in known], scores),
    }


def stored(options: argparse.Namespace) -> dict:
    path = options.results / "harness.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def write(options: argparse.Namespace, found: dict) -> None:
    """Adds to what an earlier run left, so that scores and speed may be taken apart."""
    names = ("lm_eval", "transformers", "torch", "tokenizers", "gguf")
    all_of_it = stored(options) | {"model": options.model.name, "packages": {name: version(name) for name in names}}
    for part, value in found.items():
        all_of_it[part] = value
        all_of_it[f"{part}_taken"] = {"machine": report.machine(), "threads": options.threads}
    whole = json.dumps(all_of_it, ensure_ascii=False, indent=1)
    (options.results / "harness.json").write_text(f"{whole}\n", encoding="utf-8")
    text = report.table(all_of_it)
    (options.results / "harness.md").write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    sys.stdout.flush()


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("engine", "model", "data", "results"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--tools", type=Path, help="folder with llama-server, which is left out otherwise")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--items", type=int, default=500, help="of each set; full texts have 200 at most")
    parser.add_argument("--rotated", type=int, default=500, help="of each set, once more with rotated options")
    parser.add_argument("--beside", type=int, default=100, help="items for llama-server and for float32 weights")
    parser.add_argument("--tasks", nargs="+", help="some of the sets, by the harness's name of their task")
    parser.add_argument("--parts", nargs="+", choices=["scores", "speed"], default=["scores", "speed"])
    parser.add_argument("--rounds", type=int, default=3, help="of the measurement of speed")
    parser.add_argument("--speed-items", type=int, default=48)
    parser.add_argument("--speed-items-of-harness", type=int, default=8)
    return parser.parse_args()


def say(line: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {line}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
