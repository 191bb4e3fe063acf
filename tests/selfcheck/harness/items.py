"""The questions that are asked, and how each set of them is put."""

import json
import random
from dataclasses import dataclass, replace
from pathlib import Path

SEED = 20261121
SHOTS = 5


@dataclass(frozen=True)
class Item:
    """One question; `correct` counts from 0."""

    question: str
    options: tuple[str, ...]
    correct: int
    subject: str = ""

    def rotated(self, by: int) -> "Item":
        """The same with each option so many places further on, the last ones first."""
        count = len(self.options)
        options = tuple(self.options[(place - by) % count] for place in range(count))
        return replace(self, options=options, correct=(self.correct + by) % count)


@dataclass(frozen=True)
class ItemSet:
    """Items of one kind, with five more that serve as examples."""

    name: str
    task: str
    items: list[Item]
    examples: list[Item]

    def rotated(self) -> "ItemSet":
        """Each item turned by one, two or three places, so that no letter is right more often than before."""
        turned = [item.rotated(1 + at % 3) for at, item in enumerate(self.items)]
        return replace(self, name=f"{self.name}, rotated", items=turned)

    def task_of(self, item: Item) -> str:
        """The harness has one task for each subject of MMLU."""
        return f"{self.task}_{item.subject}" if item.subject else self.task


def sets(data: Path, wanted: int) -> list[ItemSet]:
    """The five sets, `wanted` items each; 200 at most of the one with full texts."""
    mirage = json.loads((data / "mirage/benchmark.json").read_text(encoding="utf-8"))
    lines = (data / "mmlu_medical_paired/mmlu_medical_en_ar.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [row for row in map(json.loads, lines) if not row["flags"]]
    drawn = draw(pairs, wanted + SHOTS)
    return [
        item_set("MedQA", "medqa_4options", draw(of_mirage(mirage["medqa"]), wanted + SHOTS)),
        item_set("MedMCQA", "medmcqa", draw(of_mirage(mirage["medmcqa"]), wanted + SHOTS)),
        item_set("full-text choices", "headqa_en", draw(of_mirage(mirage["medmcqa"]), min(wanted, 200) + SHOTS, skip=1000)),
        item_set("MMLU, English", "mmlu", [of_pair(row, "en") for row in drawn]),
        item_set("MMLU, Arabic", "arabic_leaderboard_arabic_mmlu", [of_pair(row, "ar") for row in drawn]),
    ]


def item_set(name: str, task: str, items: list[Item]) -> ItemSet:
    return ItemSet(name, task, items[SHOTS:], items[:SHOTS])


def draw(rows: list, count: int, skip: int = 0) -> list:
    """The first of them in an order that is the same each time; `skip` keeps two draws apart."""
    shuffled = random.Random(SEED).sample(rows, len(rows))
    return shuffled[skip : skip + count]


def of_mirage(rows: dict) -> list[Item]:
    return [
        Item(row["question"], tuple(row["options"].values()), list(row["options"]).index(row["answer"]))
        for row in rows.values()
    ]


def of_pair(row: dict, language: str) -> Item:
    options = tuple(row[f"options_{language}"])
    return Item(row[f"question_{language}"], options, "ABCD".index(row["answer"]), row["subject"])
