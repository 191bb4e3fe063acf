"""llama.cpp's own tools, as peers.sh builds them, with the defaults that they come with."""

import json
import pathlib
import socket
import subprocess
import time
import urllib.request

RELEASE = "llama-cpp-python 0.3.36 (ggml 0.25.3)"
"""Where peers.sh takes the source from."""


def llama_bench(tools: pathlib.Path, model: pathlib.Path, prompt: int, decoded: int) -> dict:
    """Tokens per second of reading a prompt and of writing."""
    command = [tools / "llama-bench", "-m", model, "-p", str(prompt), "-n", str(decoded), "-r", "1", "-o", "json"]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    tests = json.loads(output)
    speed = {"prompt" if test["n_prompt"] else "decode": test["avg_ts"] for test in tests}
    return speed


class Server:
    """llama-server with one slot, asked over HTTP on this machine."""

    def __init__(self, tools: pathlib.Path, model: pathlib.Path, context: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        command = [tools / "llama-server", "-m", model, "-c", str(context), "-np", "1", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.pid = self.process.pid
        self.wait()

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()

    def wait(self) -> None:
        for _ in range(600):
            if self.process.poll() is not None:
                raise RuntimeError("llama-server ended early")
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/health", timeout=1):
                    return
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("llama-server does not get ready")

    def ask(self, messages: list[dict], max_tokens: int) -> dict:
        """Seconds to the first text, by the clock on the wall; the template is rendered before the clock starts."""
        prompt = json.load(self.post("/apply-template", {"messages": messages}))["prompt"]
        wanted = {
            "prompt": prompt, "n_predict": max_tokens, "temperature": 0, "cache_prompt": True, "stream": True,
            "ignore_eos": True,
        }  # fmt: skip
        asked = time.monotonic()
        first, last = None, {}
        for line in self.post("/completion", wanted):
            if not line.startswith(b"data: "):
                continue
            last = json.loads(line.removeprefix(b"data: "))
            if first is None and (last.get("content") or last.get("stop")):
                first = time.monotonic() - asked
        return {"first_token_seconds": first, "read_tokens": last["timings"]["prompt_n"]}

    def post(self, path: str, body: dict):
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"},
        )
        return urllib.request.urlopen(request, timeout=600)
