"""Items a second of both, in alternating runs with the same threads."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

from .engine import Engine
from .items import SHOTS, ItemSet
from .prompts import prompt
from .server import ScoringServer

if TYPE_CHECKING:
    from .reference import Model, Tasks

PAUSE = 0.5
"""Seconds between runs, in which the threads of the other side stop spinning."""
PROMPT_CHARACTERS = 2000
"""Of the text that the engine's own prompt speed is taken on: about 500 tokens."""


def measure(asked: ItemSet, tasks: "Tasks", model: "Model", engine: Engine, server_tools: Path | None, plan: dict, say) -> dict:
    """Rounds of: our scoring, the harness, llama-server one by one, our own prompt speed.

    The harness and llama-server get some of the items only, evenly taken from all by length, so that they have
    the same length in the mean.
    """
    by_length = sorted(asked.items[: plan["items"]], key=lambda item: len(item.question))
    step = max(1, len(by_length) // plan["of_harness"])
    theirs = ItemSet(asked.name, asked.task, by_length[step // 2 :: step], asked.examples)
    rounds: list[dict] = []
    server = ScoringServer(server_tools, model.path, 4096) if server_tools else None
    for number in range(plan["rounds"]):
        found = {"load_before": os.getloadavg()[0]}
        for shots in (0, SHOTS):
            time.sleep(PAUSE)
            found[f"ours_{shots}"] = of_engine(engine, asked, by_length, shots)
            time.sleep(PAUSE)
            found[f"harness_{shots}"] = of_harness(model, tasks.requests(theirs, shots))
            time.sleep(PAUSE)
            found[f"prompt_{shots}"] = of_prompt(engine, long_text(asked, 2 * number + shots // SHOTS))
        if server:
            time.sleep(PAUSE)
            found["server_0"] = of_server(server, asked, theirs, engine)
        found["load_after"] = os.getloadavg()[0]
        rounds.append(found)
        say(f"round {number + 1} of {plan['rounds']}: {found}")
    if server:
        server.__exit__()
    return {"set": asked.name, **plan, "rounds": rounds}


def of_engine(engine: Engine, asked: ItemSet, items: list, shots: int) -> dict:
    prompts = [prompt(asked.task, item, asked.examples[:shots]) for item in items]
    clock = Clock(engine.process.pid)
    scored = engine.score([(own, continuations) for _, own, continuations in prompts], shared=prompts[0][0])
    return clock.rates(len(items), scored["read_tokens"])


def of_harness(model: "Model", requests: list) -> dict:
    tokens = sum(len(model.pair(*of_item[0].args)[0]) for of_item in requests)
    clock = Clock(os.getpid())
    model.scores_anew([request for of_item in requests for request in of_item])
    return clock.rates(len(requests), tokens)


def of_server(server: ScoringServer, asked: ItemSet, theirs: ItemSet, engine: Engine) -> dict:
    prompts = [prompt(asked.task, item, []) for item in theirs.items]
    tokens = engine.tokens([shared + own for shared, own, _ in prompts])
    clock = Clock(server.pid)
    for of_item in tokens:
        server.letters(of_item, [])
    return clock.rates(len(tokens), sum(map(len, tokens)))


def of_prompt(engine: Engine, text: str) -> dict:
    """The engine's own speed of reading; it takes what scoring keeps out of the memory."""
    clock = Clock(engine.process.pid)
    return clock.rates(1, engine.read_tokens(text))


class Clock:
    """The wall's time and a process's own, from here on."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.wall = time.monotonic()
        self.processor = self.processor_seconds()

    def rates(self, items: int, tokens: int) -> dict:
        wall = time.monotonic() - self.wall
        processor = self.processor_seconds() - self.processor
        return {
            "tokens": tokens,
            "items_per_second": items / wall,
            "tokens_per_second": tokens / wall,
            "items_per_processor_second": items / processor,
            "tokens_per_processor_second": tokens / processor,
        }

    def processor_seconds(self) -> float:
        fields = Path(f"/proc/{self.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def long_text(asked: ItemSet, which: int) -> str:
    """A text that was not read before."""
    stems = [item.question for item in asked.items[-10 * (which + 1) :][:10]]
    return " ".join(stems)[:PROMPT_CHARACTERS]
