"""The prompts of `src-tauri/crates/selfcheck/src/protocols.rs`, written once more.

`hold_to` compares them with the committed vectors that the crate's own test holds it to, so that what stands here
says the same as the crate does.
"""

import json
from pathlib import Path

from .items import Item

LATIN = "ABCD"
ARABIC = "أبجد"


def prompt(task: str, item: Item, examples: list[Item]) -> tuple[str, str, list[str]]:
    """What all questions of a run share, the question itself, and what is compared after it."""
    subject = item.subject.replace("_", " ")
    shared = ""
    if task.startswith("mmlu"):
        shared = f"The following are multiple choice questions (with answers) about {subject}.\n\n"
    for example in examples:
        shared += f"{block(task, example, subject)} {choices(task, example)[example.correct]}\n\n"
    return shared, block(task, item, subject), [f" {choice}" for choice in choices(task, item)]


def choices(task: str, item: Item) -> list[str]:
    if task.startswith("headqa"):
        return list(item.options)
    return list(ARABIC if task.startswith("arabic") else LATIN)


def block(task: str, item: Item, subject: str) -> str:
    question = item.question
    if task.startswith("headqa"):
        return f"Question: {question}\nAnswer:"
    lettered = "".join(f"{letter}. {option}\n" for letter, option in zip(choices(task, item), item.options))
    if task == "medqa_4options":
        return f"Question: {question}\n{lettered}Answer:"
    if task == "medmcqa":
        return f"Question: {question}\nChoices:\n{lettered}Answer:"
    if task.startswith("mmlu"):
        return f"{question.strip()}\n{lettered}Answer:"
    return f"الأسئلة التالية هي أسئلة متعددة الإختيارات مع الجواب الصحيح حول {subject}. \n\n{question}\n{lettered}الإجابة:"


def hold_to(reference: Path, tasks: set[str]) -> int:
    """Ends with an error where a committed prompt is another one; gives the number of those that were compared."""
    stored = json.loads(reference.read_text(encoding="utf-8"))
    compared = 0
    for row in stored["rows"]:
        task = row["task"]
        if not any(task == wanted or task.startswith(f"{wanted}_") for wanted in tasks):
            continue
        subject = task.split("mmlu_")[1] if "mmlu_" in task else ""
        items = [Item(q["question"], tuple(q["options"]), q["correct"], subject) for q in stored["questions"]]
        shared, own, continuations = prompt(task, items[row["question"]], [items[shot] for shot in row["shots"]])
        if (shared + own, continuations) != (row["context"], row["continuations"]):
            raise SystemExit(f"the prompts written here are not those of the crate: {task}, question {row['question']}")
        compared += 1
    return compared
