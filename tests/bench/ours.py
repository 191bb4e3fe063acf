"""Our engine, asked through the app's own client."""

import json
import pathlib
import subprocess


class Engine:
    """A process of `measure-engine`; ends with `close`."""

    def __init__(self, program: pathlib.Path, model: pathlib.Path, context: int, layout: str = "repacked") -> None:
        self.process = subprocess.Popen(
            [program, model, str(context), layout], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.description = self.next()
        self.pid = self.description["pid"]

    def ask(self, messages: list[dict], max_tokens: int = 1, cancel_after: float | None = None) -> dict:
        """Asks and waits; times are in seconds, as `measure-engine` describes them."""
        wanted = {"messages": messages, "max_tokens": max_tokens, "cancel_after": cancel_after}
        self.process.stdin.write(json.dumps(wanted) + "\n")
        self.process.stdin.flush()
        return self.next()

    def reopen(self) -> dict:
        """Quits and starts again; what was said last is sealed on the disk meanwhile, as the app does it."""
        self.process.stdin.write(json.dumps({"reopen": True}) + "\n")
        self.process.stdin.flush()
        return self.next()

    def next(self) -> dict:
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("measure-engine ended early")
        return json.loads(line)

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait()
