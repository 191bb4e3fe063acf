"""Measures the engine beside llama.cpp's own tools, on the same files, in alternating runs.

    python3 compare.py --tools FOLDER --measure PROGRAM --results FOLDER --starter FILE --synthetic FILE

FOLDER of the tools is what peers.sh prints; PROGRAM is `measure-engine`, which asks the engine as the app does.
Prints a Markdown table of ratios of medians, and writes it and every single figure into the folder of results.
A figure of a busy machine is a figure of that machine: the load is written beside each pair.
"""

import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import peers
from ours import Engine

CONTEXT = 4096
PROMPT = 512
DECODED = 128
HISTORY = 3000
PAUSE = 0.5
"""Seconds between runs, in which the threads of the other side stop spinning."""

SENTENCE = "The patient was seen on the ward in the morning and felt well after a night without fever. "
REMARK = "Noted. What else is in the letter?"


def main() -> None:
    options = arguments()
    bench = Bench(options)
    rows = []
    models = {"synthetic 1.2 B Q4_K_M": options.synthetic, "starter Q4_1": options.starter}
    for name, model in models.items():
        if model is None:
            continue
        say(f"# {name}")
        starter = model == options.starter
        layout = "repacked" if starter else options.synthetic_layout
        rows += bench.speed(name, model, layout, None, None if starter else 1.2)
        if starter and options.prepared:
            rows += bench.speed(name, model, options.prepared_layout, options.prepared, 1.9)
        rows += bench.conversation(name, model, layout)
        rows += bench.resume(name, model, layout)
    if options.speculation and options.starter:
        rows += bench.speculation(options.starter)
    report = {"machine": machine(), "peer": peers.RELEASE, "features": bench.features, "runs": options.runs, "rows": rows}
    options.results.mkdir(parents=True, exist_ok=True)
    (options.results / "engine.json").write_text(json.dumps(report, indent=1) + "\n")
    text = table(report)
    (options.results / "engine.md").write_text(text)
    sys.stdout.write(text)


class Bench:
    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options
        self.runs = options.runs
        self.features = ""

    def engine(self, model: pathlib.Path, layout: str) -> Engine:
        engine = Engine(self.options.measure, model, CONTEXT, layout)
        self.features = engine.description["features"]
        return engine

    def speed(
        self, name: str, model: pathlib.Path, layout: str, prepared: pathlib.Path | None, target: float | None
    ) -> list[dict]:
        """Prompt and decode speed against llama-bench with its defaults; ours of the prepared file where there is one."""
        engine = self.engine(prepared or model, layout)
        text = fitted(engine, PROMPT)
        pairs = {"prompt": Pairs(), "decode": Pairs()}
        for run in range(self.runs):
            read = engine.ask(question(f"{run} {text}"))
            written = engine.ask(question(f"{run} Tell me more."), max_tokens=DECODED + 1)
            prompt_speed = (read["prompt_tokens"] - read["reused_tokens"]) / read["first_token_seconds"]
            time.sleep(PAUSE)
            theirs = peers.llama_bench(self.options.tools, model, PROMPT, DECODED)
            pairs["prompt"].add(prompt_speed, theirs["prompt"])
            # An answer that ended at once says nothing of the speed.
            if written["answer_tokens"] > DECODED // 2:
                pairs["decode"].add(written["tokens_per_second"], theirs["decode"])
            time.sleep(PAUSE)
        engine.close()
        note = f"{'prepared' if prepared else 'file as it comes'}, weights {layout}"
        return [
            pairs["prompt"].row(f"prompt speed, {PROMPT} tokens, {name} ({note})", "llama-bench", "tokens/s", ">=", target),
            pairs["decode"].row(f"decode speed at the far end of the pipe, {name} ({note})", "llama-bench tg", "tokens/s", ">=", 0.98),
        ]

    def conversation(self, name: str, model: pathlib.Path, layout: str) -> list[dict]:
        """A second turn on a long history, the memory it takes, and a prompt that is cancelled."""
        engine = self.engine(model, layout)
        history = question(fitted(engine, HISTORY))
        with peers.Server(self.options.tools, model, CONTEXT) as server:
            first = engine.ask(history, max_tokens=4)
            server.ask(history, max_tokens=4)
            say(f"history: {first['prompt_tokens']} tokens")
            memory = Pairs()
            known = weights_and_cache(model, engine.description["context_tokens"])
            for _ in range(self.runs):
                memory.add((resident(engine.pid) - known) / 1e6, (resident(server.pid) - known) / 1e6)
            turns = Pairs()
            for run in range(self.runs):
                later = [*history, message("assistant", REMARK), message("user", f"{run}. What was said about fever?")]
                ours = engine.ask(later, max_tokens=4)
                time.sleep(PAUSE)
                theirs = server.ask(later, max_tokens=4)
                say(f"turn 2: ours reads {ours['prompt_tokens'] - ours['reused_tokens']}, theirs {theirs['read_tokens']}")
                turns.add(ours["first_token_seconds"], theirs["first_token_seconds"])
                time.sleep(PAUSE)
        whole = first["first_token_seconds"]
        cancelled = Pairs()
        for run in range(self.runs):
            # At moments spread over the prompt.
            moment = whole * (run + 0.5) / self.runs
            ended = engine.ask(question(f"{run} {history[0]['content']}"), cancel_after=moment)
            cancelled.add(1000 * ended.get("cancel_seconds", 0.0), None)
        engine.close()
        return [
            turns.row(f"first token of turn 2, {HISTORY} tokens of history, {name}", "llama-server, cache_prompt", "s", "<=", 1.1),
            memory.row(f"memory above weights and cache, {name}", f"llama-server -c {CONTEXT} -np 1", "MB", "<=", 1.1),
            cancelled.row(f"cancel during a {HISTORY}-token prompt, {name}", "–", "ms", "<=", 250),
        ]


    def resume(self, name: str, model: pathlib.Path, layout: str) -> list[dict]:
        """The next turn after quitting and starting again, beside the same turn when nothing was kept."""
        engine = self.engine(model, layout)
        history = question(fitted(engine, HISTORY))
        pairs = Pairs()
        for run in range(self.runs):
            said = question(f"{run} {history[0]['content']}")
            whole = engine.ask(said, max_tokens=4)
            engine.reopen()
            later = [*said, message("assistant", whole["text"]), message("user", "What was said about fever?")]
            resumed = engine.ask(later, max_tokens=4)
            pairs.add(resumed["first_token_seconds"], whole["first_token_seconds"])
        engine.close()
        what = f"first token after quitting and reopening, {HISTORY} tokens, {name}"
        return [pairs.row(what, "reading the prompt again", "s", "<=", 0.15)]

    def speculation(self, model: pathlib.Path) -> list[dict]:
        """Answers with guesses from the text itself beside the same answers without."""
        tasks = pathlib.Path(__file__).with_name("speculation.json")
        command = [self.options.speculation, model, tasks, str(self.runs)]
        report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        rows = []
        for kind, words, target in [("quoting", "quotes its prompt", 1.4), ("free", "is free text", 0.97)]:
            ratios = Pairs()
            for task in report[kind]["tasks"]:
                ratios.add(task["ratio"], 1.0)
            what = f"decode speed where the answer {words}, times that without guesses, starter Q4_1"
            rows.append(ratios.row(what, "without speculation", "×", ">=", target))
        return rows


class Pairs:
    """Figures of ours and theirs that were taken one after the other."""

    def __init__(self) -> None:
        self.ours: list[float] = []
        self.theirs: list[float] = []
        self.load: list[float] = []

    def add(self, ours: float, theirs: float | None) -> None:
        self.ours.append(ours)
        if theirs is not None:
            self.theirs.append(theirs)
        self.load.append(os.getloadavg()[0])
        say(f"  {ours:.3f} | {theirs} | load {self.load[-1]:.1f}")

    def row(self, what: str, against: str, unit: str, relation: str, target: float | None) -> dict:
        """`ratio` is of medians; with nothing beside it the target is in the unit itself."""
        ratios = [ours / theirs for ours, theirs in zip(self.ours, self.theirs)]
        middle = statistics.median(self.ours) if self.ours else None
        other = statistics.median(self.theirs) if self.theirs else None
        return {
            "what": what,
            "against": against,
            "unit": unit,
            "relation": relation,
            "target": target,
            "ours": self.ours,
            "theirs": self.theirs,
            "load": self.load,
            "median_ours": middle,
            "median_theirs": other,
            "ratio": middle / other if middle is not None and other else None,
            "lowest": min(ratios or self.ours, default=None),
            "highest": max(ratios or self.ours, default=None),
        }


def fitted(engine: Engine, tokens: int) -> str:
    """Text of nearly so many tokens once it stands in the model's form."""
    counted = SENTENCE * 20
    per_character = count(engine, counted) / len(counted)
    wanted = int(tokens / per_character)
    text = (SENTENCE * (wanted // len(SENTENCE) + 1))[:wanted]
    for _ in range(4):
        over = count(engine, f"0 {text}") - tokens
        if over == 0:
            break
        change = max(1, int(abs(over) / per_character))
        text = text[:-change] if over > 0 else text + SENTENCE[:change]
    return text


def count(engine: Engine, text: str) -> int:
    """Tokens of a question, without waiting until it is read."""
    patience = 0.05
    while True:
        # One that is cancelled before its turn has not been looked at.
        tokens = engine.ask(question(text), cancel_after=patience)["prompt_tokens"]
        if tokens:
            return tokens
        patience *= 2


def question(text: str) -> list[dict]:
    return [message("user", text)]


def message(role: str, content: str) -> dict:
    return {"role": role, "content": content}


def resident(pid: int) -> int:
    """Bytes of a process that are in memory, mapped files included."""
    lines = pathlib.Path(f"/proc/{pid}/status").read_text().splitlines()
    return 1024 * int(next(line.split()[1] for line in lines if line.startswith("VmRSS:")))


def weights_and_cache(model: pathlib.Path, context: int) -> int:
    """Bytes that every engine needs: the tensors, and keys and values of each token at two bytes a number."""
    import gguf

    reader = gguf.GGUFReader(model)
    value = {name.split(".", 1)[1]: field.contents() for name, field in reader.fields.items() if "." in name}
    width = value["embedding_length"] // value["attention.head_count"]
    per_token = value["block_count"] * value["attention.head_count_kv"] * width * 2 * 2
    return sum(int(tensor.n_bytes) for tensor in reader.tensors) + per_token * context


def machine() -> dict:
    cpu = pathlib.Path("/proc/cpuinfo").read_text()
    name = next((line.split(":")[1].strip() for line in cpu.splitlines() if line.startswith("model name")), "")
    pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    return {
        "processor": name,
        "cores": os.cpu_count(),
        "memory_gb": round(pages * size / 1e9),
        "vnni": "avx512_vnni" in cpu,
        "system": platform.platform(),
        "day": time.strftime("%Y-%m-%d"),
    }


def table(report: dict) -> str:
    facts = report["machine"]
    loads = [load for row in report["rows"] for load in row["load"]]
    extension = "AVX512-VNNI" if facts["vnni"] else "no AVX512-VNNI"
    lines = [
        f"{facts['cores']} cores of {facts['processor']} ({extension}), {facts['memory_gb']} GB, {facts['system']}, {facts['day']}; "
        f"against the llama.cpp in {report['peer']}. "
        f"Medians of {report['runs']} alternating runs; load average {min(loads):.1f} to {max(loads):.1f}.",
        "",
        "| what | against | ours | theirs | ratio (lowest–highest) | target |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in report["rows"]:
        ratio = "–" if row["ratio"] is None else f"{row['ratio']:.2f}"
        theirs = "–" if row["median_theirs"] is None else f"{row['median_theirs']:.4g} {row['unit']}"
        ours = "–" if row["median_ours"] is None else f"{row['median_ours']:.4g} {row['unit']}"
        spread = "" if row["lowest"] is None else f" ({row['lowest']:.3g}–{row['highest']:.3g})"
        relation = "at least" if row["relation"] == ">=" else "at most"
        unit = "" if row["theirs"] else f" {row['unit']}"
        wanted = "–" if row["target"] is None else f"{relation} {row['target']}{unit}"
        lines.append(
            f"| {row['what']} | {row['against']} | {ours} | {theirs} | {ratio}{spread} | {wanted} |"
        )
    return "\n".join(lines) + "\n"


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name in ("tools", "measure", "results"):
        parser.add_argument(f"--{name}", type=pathlib.Path, required=True)
    for name in ("starter", "synthetic"):
        parser.add_argument(f"--{name}", type=pathlib.Path, help="left out where it is not given")
    parser.add_argument("--prepared", type=pathlib.Path, help="the starter model as it was prepared for this computer")
    parser.add_argument("--synthetic-layout", default="repacked", help="how the weights lie in memory")
    parser.add_argument("--prepared-layout", default="repacked")
    parser.add_argument("--speculation", type=pathlib.Path, help="`measure-speculation`")
    parser.add_argument("--runs", type=int, default=5)
    return parser.parse_args()


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
