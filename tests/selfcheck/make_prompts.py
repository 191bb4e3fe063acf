"""Makes `src-tauri/crates/selfcheck/tests/reference/prompts.json` with lm-evaluation-harness 0.4.13 itself.

    HF_DATASETS_OFFLINE=1 venv/bin/python tests/selfcheck/make_prompts.py

The harness loads its own task files; only the data sets are replaced, by the questions below, which were written for
this and stand in no exam. Odd white space and empty lines are meant: prompts have to be equal to the byte.
"""

import json
import random
from importlib.metadata import version
from pathlib import Path

import datasets
from lm_eval.api.task import ConfigurableTask
from lm_eval.tasks import TaskManager

OUT = Path(__file__).resolve().parents[2] / "src-tauri/crates/selfcheck/tests/reference/prompts.json"

QUESTIONS = [
    {
        "question": "Which vitamin does the liver need to make factor VII?",
        "options": ["Vitamin A", "Vitamin C", "Vitamin K", "Vitamin E"],
        "contexts": ["Factor VII is made in the liver.", "Its gamma-carboxylation needs a vitamin."],
        "correct": 2,
    },
    {
        "question": "  A 60-year-old man takes 5 mg/day.\n\nWhat comes next? ",
        "options": ["Stop it ", " Give 2.5-5 mg", "Wait\n2 hours", "Ask: why?"],
        "contexts": ["  One context only, with {braces} and {{more}}.  "],
        "correct": 1,
    },
    {
        "question": "أيّ من الآتي يخفض ضغط الدم؟",
        "options": ["أملوديبين 5 mg", "برِدنيزولون", "إيبوبروفين", "سودوإفدرين 60 mg"],
        "contexts": ["الأملوديبين حاصر لقنوات الكالسيوم.", "", "يوسّع الأوعية."],
        "correct": 0,
    },
    {
        "question": "Which one is \"quoted\" & <tagged>?",
        "options": ["<b>", "&amp;", "'single'", "\"double\" — 🙂"],
        "contexts": ["Text.\nSecond line.\n"],
        "correct": 3,
    },
]

SUBJECTS = [
    "clinical_knowledge",
    "anatomy",
    "college_biology",
    "college_medicine",
    "medical_genetics",
    "professional_medicine",
]


def medqa(q):
    endings = {f"ending{n}": option for n, option in enumerate(q["options"])}
    return {"sent1": q["question"], **endings, "label": q["correct"]}


def medmcqa(q):
    options = dict(zip(("opa", "opb", "opc", "opd"), q["options"]))
    return {"question": q["question"], **options, "cop": q["correct"]}


def pubmedqa(q):
    decision = ("yes", "no", "maybe")[q["correct"] % 3]
    return {"QUESTION": q["question"], "CONTEXTS": q["contexts"], "final_decision": decision}


def mmlu(q):
    return {"question": q["question"], "choices": q["options"], "answer": q["correct"]}


def headqa(q):
    answers = [{"aid": n + 1, "atext": option} for n, option in enumerate(q["options"])]
    return {"qtext": q["question"], "answers": answers, "ra": q["correct"] + 1}


def arabic_mmlu(subject):
    def make(q):
        options = dict(zip("ABCD", q["options"]))
        return {"question": q["question"], **options, "answer": "ABCD"[q["correct"]], "subject": subject}

    return make


TASKS = {
    "medqa_4options": medqa,
    "medmcqa": medmcqa,
    "pubmedqa": pubmedqa,
    "headqa_en": headqa,
    **{f"mmlu_{subject}": mmlu for subject in SUBJECTS},
    **{f"arabic_leaderboard_arabic_mmlu_{subject}": arabic_mmlu(subject) for subject in SUBJECTS},
}


def with_our_questions(task, _dataset_options=None, **_):
    rows = [TASKS[task.config.task](question) for question in QUESTIONS]
    split = datasets.Dataset.from_list(rows)
    task.dataset = datasets.DatasetDict({name: split for name in ("train", "validation", "dev", "test")})


def rows_of(name, task, draw):
    docs = list(task.test_docs())
    by_subject = name.split("mmlu_")[-1] if "mmlu_" in name else None
    # The full set for two subjects is enough to hold the wording; the others differ in the subject's name only.
    wanted = range(len(docs)) if by_subject in (None, "anatomy", "clinical_knowledge") else [0]
    for at in wanted:
        for shots in ([], [0], [3, 2, 1]) if by_subject in (None, "anatomy") else ([], [1]):
            if at in shots:
                continue
            # Which examples a run draws is the harness's to choose; how they are written is what is held here.
            task.sampler.sample = lambda n, eval_doc=None, shots=shots: [docs[shot] for shot in shots][:n]
            plain = task.fewshot_context(docs[at], len(shots))
            row = {
                "task": name,
                "question": at,
                "shots": shots,
                "context": plain,
                "continuations": continuations(task, docs[at], plain),
                "chat_continuations": continuations(task, docs[at], plain, apply_chat_template=True),
                "turns": messages(task, docs[at], shots, True),
                "one_turn": messages(task, docs[at], shots, False),
            }
            yield row | {"readings": readings(task, docs[at], draw)}


def continuations(task, doc, context, **options):
    return [request.args[1] for request in task.construct_requests(doc, context, **options)]


def messages(task, doc, shots, multiturn):
    """What the harness would hand to the model's chat template."""
    return task.fewshot_context(
        doc,
        len(shots),
        apply_chat_template=True,
        fewshot_as_multiturn=multiturn,
        chat_template=lambda turns, add_generation_prompt: turns,
    )


def readings(task, doc, draw):
    """Log-likelihoods of the choices, and which of acc, acc_norm and acc_bytes the harness counts as right."""
    count = len(task.doc_to_choice(doc))
    for name in ("acc", "acc_norm", "acc_bytes"):
        task._metric_fn_list.setdefault(name, None)
    rows = []
    for _ in range(6):
        values = [round(-8 * draw.random() - 2, 2) for _ in range(count)]
        if draw.random() < 0.2:
            values = [values[0]] * count
        scored = task.process_results(doc, [(value, False) for value in values])
        rows.append(values + [scored[name] for name in ("acc", "acc_norm", "acc_bytes")])
    return rows


def main():
    assert version("lm_eval") == "0.4.13"
    ConfigurableTask.download = with_our_questions
    loaded = TaskManager().load(list(TASKS))["tasks"]
    draw = random.Random(20261121)
    rows = [row for name in TASKS for row in rows_of(name, loaded[name], draw)]
    head = json.dumps(QUESTIONS, ensure_ascii=False)
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    OUT.write_text(f'{{"questions": {head},\n"rows": [\n{body}\n]}}\n', encoding="utf-8")


main()
