"""Whether the engine and the harness say the same of the same questions."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from .engine import Engine
from .items import ItemSet
from .prompts import prompt

if TYPE_CHECKING:
    from .reference import Model, Tasks

DECIDED = 0.1
"""Nats between the best two of the harness, above which the choice ought to be the same."""
TOGETHER = 10
"""Items that are asked in one request."""

Prompts = list[tuple[str, list[str]]]


@dataclass
class Asked:
    """One set as the harness has it, and what can be compared before a number is computed."""

    name: str
    prompts: Prompts
    contexts: list[list[int]]
    """Tokens of the prompts."""
    continuations: list[list[list[int]]]
    """Tokens of what is compared."""
    same_prompts: int
    same_prompt_tokens: int
    otherwise_converted: int
    """Prompts that transformers' own conversion of the tokenizer splits differently."""
    scores: list[list[float]]


def ask_harness(asked: ItemSet, tasks: "Tasks", model: "Model", engine: Engine, say) -> Asked:
    """Builds the prompts on both sides and takes the harness's log-likelihoods."""
    requests = tasks.requests(asked, 0)
    ours = [prompt(asked.task, item, []) for item in asked.items]
    ours = [(shared + own, continuations) for shared, own, continuations in ours]
    split = [[model.pair(*request.args) for request in of_item] for of_item in requests]
    contexts = [of_item[0][0] for of_item in split]
    converted = [model.tokens_as_converted(of_item[0].args[0]) for of_item in requests]
    scores = []
    for start in range(0, len(requests), TOGETHER):
        part = requests[start : start + TOGETHER]
        values = iter(model.scores([request for of_item in part for request in of_item]))
        scores += [[next(values) for _ in of_item] for of_item in part]
        say(f"{asked.name}: the harness has answered {len(scores)} of {len(requests)}")
    their_pairs = [[request.args for request in of_item] for of_item in requests]
    return Asked(
        name=asked.name,
        prompts=ours,
        contexts=contexts,
        continuations=[[continuation for _, continuation in of_item] for of_item in split],
        same_prompts=count_equal([[(text, c) for c in all_of_it] for text, all_of_it in ours], their_pairs),
        same_prompt_tokens=count_equal(engine.tokens([text for text, _ in ours]), contexts),
        otherwise_converted=len(contexts) - count_equal(converted, contexts),
        scores=scores,
    )


def ask_engine(engine: Engine, prompts: Prompts) -> tuple[list[list[float]], list[list[list[int]]]]:
    """Log-likelihoods of each prompt's continuations, and their tokens."""
    scores, tokens = [], []
    for start in range(0, len(prompts), TOGETHER):
        for score in engine.score(prompts[start : start + TOGETHER])["scores"]:
            scores.append([part["log_likelihood"] for part in score["continuations"]])
            tokens.append([part["tokens"] for part in score["continuations"]])
    return scores, tokens


def count_equal(ours: list, theirs: list) -> int:
    return sum(one == other for one, other in zip(ours, theirs, strict=True))


def differences(ours: list[list[float]], theirs: list[list[float]]) -> dict:
    """The largest difference over the choices of each item, in nats."""
    largest = [max(abs(a - b) for a, b in zip(*pair)) for pair in zip(ours, theirs, strict=True)]
    return {"median": float(np.median(largest)), "percentile_99": float(np.percentile(largest, 99)), "items": len(largest)}


def choices(ours: list[list[float]], theirs: list[list[float]]) -> dict:
    """How often both take the same choice where the harness's best two lie apart, and what always A would score."""
    decided = [(best(a), best(b)) for a, b in zip(ours, theirs, strict=True) if margin(b) > DECIDED]
    count = len(decided)
    return {
        "decided": count,
        "same": sum(a == b for a, b in decided) / count if count else None,
        "always_a": sum(b == 0 for _, b in decided) / count if count else None,
        "chosen_by_harness": dict(sorted(Counter("ABCD"[best(b)] for b in theirs).items())),
        "chosen_by_ours": dict(sorted(Counter("ABCD"[best(a)] for a in ours).items())),
    }


def best(values: list[float]) -> int:
    """The first of the highest."""
    return max(range(len(values)), key=values.__getitem__)


def margin(values: list[float]) -> float:
    highest, second, *_ = sorted(values, reverse=True)
    return highest - second
