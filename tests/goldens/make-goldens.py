#!/usr/bin/env python3
"""Runs llama-completion on rendered prompts and writes what it answers. Started by make-goldens.sh."""

import argparse
import hashlib
import json
import os
import re
import struct
import subprocess
import sys
import tempfile

STATE_MAGIC = 0x6767736E
END_MARK = " [end of text]\n"
SAVING_LINE = "\nllama_completion: saving final output to session file"


def main() -> None:
    arguments = parse_arguments()
    prompts = json.load(sys.stdin)
    engine = json.loads(subprocess.run([arguments.engine, "about"], capture_output=True, check=True).stdout)
    goldens = {
        "made_by": "tests/goldens/make-goldens.sh",
        "model_sha256": sha256(arguments.model),
        "llama_cpp": versions(arguments.tree),
        "cpu": engine["system_info"],
        "max_tokens": arguments.max_tokens,
        "questions": [golden(prompt, arguments) for prompt in prompts],
    }
    with open(arguments.output, "w", encoding="utf-8") as file:
        file.write(pretty(goldens))
    print(f"{len(prompts)} goldens written to {arguments.output}")


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    for name in ["completion", "engine", "model", "tree", "output"]:
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--max-tokens", type=int, required=True)
    return parser.parse_args()


def golden(prompt: dict, arguments: argparse.Namespace) -> dict:
    answer, ended = complete(prompt["rendered_prompt"], arguments)
    # llama-completion prints text. Its saved state holds the tokens, but saving makes it read the prompt
    # in two steps, which rounds differently; so the state of a second run counts only if the text is the same.
    with tempfile.TemporaryDirectory() as folder:
        state = os.path.join(folder, "state")
        again, _ = complete(prompt["rendered_prompt"], arguments, "--prompt-cache", state, "--prompt-cache-all")
        tokens = saved_tokens(state)
    if again != answer:
        sys.exit(f"the two runs differ, so the tokens are not known: {prompt['question']}")
    read = prompt["prompt_tokens"]
    if tokens[: len(read)] != read:
        sys.exit(f"llama-completion reads the prompt as other tokens: {prompt['question']}")
    written = tokens[len(read) :]
    return {**prompt, "answer": answer, "ended": ended, "answer_tokens": written[:-1] if ended else written}


def complete(prompt: str, arguments: argparse.Namespace, *extra: str) -> tuple[str, bool]:
    """The answer, and whether the model ended it."""
    command = [arguments.completion, "--model", arguments.model, "--prompt", prompt, "--no-escape"]
    command += ["-no-cnv", "--no-display-prompt", "--simple-io", "--no-perf", "--temp", "0"]
    command += ["--predict", str(arguments.max_tokens), *extra]
    output = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=True, text=True).stdout
    # Behind the answer come a mark if the model ended it, a line if a state was saved, and two line feeds.
    output = output.split(SAVING_LINE)[0] if SAVING_LINE in output else output.removesuffix("\n\n")
    ended = output.endswith(END_MARK)
    return output.removesuffix(END_MARK), ended


def saved_tokens(state: str) -> list[int]:
    with open(state, "rb") as file:
        magic, _version, count = struct.unpack("<III", file.read(12))
        if magic != STATE_MAGIC:
            sys.exit("llama-completion saved something else than a state")
        return list(struct.unpack(f"<{count}i", file.read(4 * count)))


def versions(tree: str) -> dict:
    crate = re.search(r"llama-cpp-sys-2-([0-9.]+)", tree)
    return {
        "crate": crate.group(1) if crate else "",
        "llama": version(os.path.join(tree, "CMakeLists.txt"), "LLAMA"),
        "ggml": version(os.path.join(tree, "ggml", "CMakeLists.txt"), "GGML"),
    }


def version(path: str, name: str) -> str:
    with open(path, encoding="utf-8") as file:
        parts = re.findall(rf"set\({name}_VERSION_(?:MAJOR|MINOR|PATCH)\s+(\d+)\)", file.read())
    return ".".join(parts)


def sha256(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def pretty(goldens: dict) -> str:
    """Indented, but a list of tokens on one line."""
    text = json.dumps(goldens, ensure_ascii=False, indent=1)
    return re.sub(r"\[\s+(-?\d[\d,\s-]*?)\s+\]", lambda found: "[" + re.sub(r"\s+", " ", found[1]) + "]", text) + "\n"


if __name__ == "__main__":
    main()
