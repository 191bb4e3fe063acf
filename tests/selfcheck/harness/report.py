"""The figures as tables."""

import os
import platform
import statistics
import time
from pathlib import Path

SCORE_COLUMNS = (
    "set", "items", "same prompts", "same prompt tokens", "same continuation tokens", "median", "99th percentile",
    "llama-server, median (ours on the same items)", "float32 weights, median", "decided", "same choice", "always A",
)  # fmt: skip
COMPARED = (
    ("zero-shot, items/s, against the harness", "ours_0", "harness_0", "items", "–"),
    ("five shots, items/s, against the harness", "ours_5", "harness_5", "items", "at least 3"),
    ("zero-shot, items/s, against llama-server one by one", "ours_0", "server_0", "items", "at least 1"),
    ("zero-shot, tokens/s, against our own prompt speed", "ours_0", "prompt_0", "tokens", "at least 0.9"),
    ("five shots, tokens/s, against our own prompt speed", "ours_5", "prompt_5", "tokens", "at least 0.9"),
)


def machine() -> dict:
    cpu = Path("/proc/cpuinfo").read_text()
    name = next((line.split(":")[1].strip() for line in cpu.splitlines() if line.startswith("model name")), "")
    return {
        "processor": name,
        "cores": os.cpu_count(),
        "vnni": "avx512_vnni" in cpu,
        "system": platform.system(),
        "day": time.strftime("%Y-%m-%d"),
    }


def table(stored: dict) -> str:
    lines = []
    if "scores" in stored:
        lines += scores(stored["scores"], stored["scores_taken"])
    if "speed" in stored:
        lines += speeds(stored["speed"], stored["speed_taken"])
    return "\n".join(lines) + "\n"


def scores(rows: list[dict], taken: dict) -> list[str]:
    lines = [f"{place(taken)}; differences in nats.", "", heading(SCORE_COLUMNS), rule(SCORE_COLUMNS)]
    for row in rows:
        cells = [
            row["set"],
            row["items"],
            row["same_prompts"],
            row["same_prompt_tokens"],
            row["same_continuation_tokens"],
            nats(row["difference"]),
            nats(row["difference"], "percentile_99"),
            f"{nats(row['of_llama_server'])} ({nats(row['ours_beside_llama_server'])})",
            nats(row["of_float32_weights"]),
            row["decided"],
            share(row["same"]),
            share(row["always_a"]),
        ]
        lines.append(line(cells))
    return [*lines, ""]


def speeds(found: dict, taken: dict) -> list[str]:
    """Medians of the rounds, and the ratio within each round."""
    rounds = found["rounds"]
    loads = [one[moment] for one in rounds for moment in ("load_before", "load_after")]
    columns = ("what", "ours", "theirs", "ratio (lowest to highest)", "ratio by processor time", "target")
    lines = [
        f"{place(taken)}; load {min(loads):.1f} to {max(loads):.1f}; {found['set']}, medians of {len(rounds)} alternating rounds "
        f"of {found['items']} items for ours and {found['of_harness']} of the same for the others.",
        "",
        heading(columns),
        rule(columns),
    ]
    for what, one, other, unit, target in COMPARED:
        pairs = [(of[one], of[other]) for of in rounds if other in of]
        if not pairs:
            continue
        by_wall = [ours[f"{unit}_per_second"] / theirs[f"{unit}_per_second"] for ours, theirs in pairs]
        by_processor = [ours[f"{unit}_per_processor_second"] / theirs[f"{unit}_per_processor_second"] for ours, theirs in pairs]
        ours, theirs = (statistics.median(pair[side][f"{unit}_per_second"] for pair in pairs) for side in (0, 1))
        spread = f"{statistics.median(by_wall):.2f} ({min(by_wall):.2f} to {max(by_wall):.2f})"
        lines.append(line([what, f"{ours:.2f}", f"{theirs:.2f}", spread, f"{statistics.median(by_processor):.2f}", target]))
    return [*lines, ""]


def place(taken: dict) -> str:
    of = taken["machine"]
    extension = "AVX512-VNNI" if of["vnni"] else "no AVX512-VNNI"
    return f"{taken['threads']} threads on {of['cores']} cores of {of['processor']} ({extension}), {of['day']}"


def nats(found: dict | None, what: str = "median") -> str:
    return "–" if found is None else f"{found[what]:.3f}"


def share(found: float | None) -> str:
    return "–" if found is None else f"{100 * found:.1f} %"


def heading(columns: tuple[str, ...]) -> str:
    return line(columns)


def rule(columns: tuple[str, ...]) -> str:
    return line(["---"] * len(columns))


def line(cells: object) -> str:
    return "| " + " | ".join(str(cell) for cell in cells) + " |"
