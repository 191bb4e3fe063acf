"""Our engine, asked over its own pipe."""

import json
import subprocess
from pathlib import Path


class Engine:
    """A process of `sanad-engine serve`."""

    def __init__(self, program: Path, model: Path, threads: int) -> None:
        command = [program, "serve", "--model", model, "--threads", str(threads)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.requests = 0
        self.hello = self.next()
        self.ready = self.next()
        while self.ready["event"] == "loading":
            self.ready = self.next()

    def __enter__(self) -> "Engine":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.stdin.close()
        self.process.wait()

    def tokens(self, texts: list[str]) -> list[list[int]]:
        """The tokens of texts as they are."""
        return self.ask({"op": "tokenize", "texts": texts}, "tokens")["tokens"]

    def score(self, prompts: list[tuple[str, list[str]]], shared: str = "") -> dict:
        """Prompts behind what they share, each with its continuations."""
        wanted = [{"text": {"plain": text}, "continuations": continuations} for text, continuations in prompts]
        return self.ask({"op": "score", "shared": shared, "prompts": wanted}, "scored")

    def read_tokens(self, text: str) -> int:
        """Reads a conversation's prompt and gives the number of tokens that were not in memory from before."""
        sampling = {"temperature": 0.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0, "seed": 0}
        wanted = {"messages": [{"role": "user", "content": text}], "sampling": sampling, "max_tokens": 1}
        done = self.ask({"op": "generate", **wanted}, "done")
        return done["prompt_tokens"] - done["reused_tokens"]

    def ask(self, request: dict, ends_with: str) -> dict:
        self.requests += 1
        line = json.dumps(request | {"id": self.requests})
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        while True:
            event = self.next()
            if event.get("id") == self.requests and event["event"] == ends_with:
                return event
            if event["event"] == "request_failed":
                raise RuntimeError(f"the engine refused: {event['code']}, {event['detail']}")

    def next(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the engine ended early")
        return json.loads(line)
