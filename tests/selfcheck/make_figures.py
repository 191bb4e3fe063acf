"""Makes the vectors of `src-tauri/crates/selfcheck/tests/reference/figures.json` with the reference programs.

    python3 -m venv venv && venv/bin/pip install -r tests/selfcheck/requirements.txt
    venv/bin/python tests/selfcheck/make_figures.py

The sentences are written here; labels come from a fixed seed, so that a second run gives the same file.
"""

import json
import random
import unicodedata
from pathlib import Path

import numpy as np
import sacrebleu
from rouge_score import rouge_scorer
from scipy.stats import binomtest
from sacrebleu.metrics import BLEU, CHRF
from sklearn.metrics import accuracy_score, f1_score, matthews_corrcoef, recall_score
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint

OUT = Path(__file__).resolve().parents[2] / "src-tauri/crates/selfcheck/tests/reference/figures.json"

# An answer and its references: both scripts, digits, marks, punctuation, entities, odd white space, empty answers.
SENTENCES = [
    ("Give 500 mg of amoxicillin every 8 hours.", ["Give amoxicillin 500 mg every 8 hours."]),
    ("The patient has no fever, no cough.", ["The patient has neither fever nor cough.", "No fever and no cough."]),
    ("أعطِ المريض 500 mg من الأموكسيسيلين كل 8 ساعات.", ["يُعطى المريض أموكسيسيلين 500 mg كل 8 ساعات."]),
    ("لا توجد حمى، ولا سعال؛ النبض 80.", ["لا حمى ولا سعال، والنبض 80.", "المريض بلا حمى؛ نبضه 80."]),
    ("ضغط الدم 120/80 والوزن 7.5 kg", ["ضغط الدم 120/80، الوزن 7.5 kg."]),
    ("5-10 mg/kg q8h (max. 1,000 mg)", ["5-10 mg/kg every 8 h (at most 1,000 mg)"]),
    ("می‌خواهم فشار خون را اندازه بگیرم", ["می‌خواهم فشارخون بیمار را اندازه بگیرم"]),
    ("  two   spaces\tand a tab\n", ["two spaces and a tab"]),
    ("", ["an answer was wanted"]),
    ("yes", ["yes"]),
    ("نعم", ["لا"]),
    ("&lt;5 &amp; &gt;3 &quot;units&quot; <skipped> end-\nline", ["<5 & >3 \"units\" endline"]),
    ("a.b,c.d 1.2,3 .5 x,5 5,x -3 4- 5-6-7", ["a . b , c . d 1.2,3 0.5 x , 5 5 , x -3 4 - 5 - 6 - 7"]),
    ("DON'T stop; Warfarin's INR is 2.5!", ["Don't stop; the INR on warfarin is 2.5!", "Do not stop: INR 2.5."]),
    ("(hi) ((x)) \"q\" ... ?! a", ["(hi) (x) 'q' ... ?! a b"]),
    ("the the the the", ["the cat sat on the mat", "the dog and the cat"]),
    ("الطفل عمره ٣ سنوات 🙂 ووزنه ١٤ كغ", ["عمر الطفل ٣ سنوات 🙂 ووزنه ١٤ كغ"]),
    ("Ⅳ fluids: Na⁺ 140 mmol/L, ½ dose", ["IV fluids: Na⁺ 140 mmol/L, ½ of the dose"]),
]


class AnyScript:
    """Runs of letters, marks and digits, as the crate's own tokenizer has them."""

    def tokenize(self, text):
        spaced = (c if unicodedata.category(c)[0] in "LMN" else " " for c in text.lower())
        return "".join(spaced).split()


def sentences():
    plain = rouge_scorer.RougeScorer(["rouge1", "rougeL"])
    arabic = rouge_scorer.RougeScorer(["rouge1", "rougeL"], tokenizer=AnyScript())
    rows = []
    for answer, references in SENTENCES:
        rows.append(
            {
                "answer": answer,
                "references": references,
                "bleu": BLEU(effective_order=True).sentence_score(answer, references).score,
                "chrf": CHRF(word_order=2).sentence_score(answer, references).score,
                "rouge_default": rouge(plain, references[0], answer),
                "rouge_any_script": rouge(arabic, references[0], answer),
            }
        )
    return rows


def rouge(scorer, reference, answer):
    score = scorer.score(reference, answer)
    return {name: list(score[name]) for name in ("rouge1", "rougeL")}


def corpora():
    rows = []
    for start, end in [(0, len(SENTENCES)), (0, 2), (2, 5), (8, 11), (8, 9), (13, 18)]:
        part = SENTENCES[start:end]
        answers = [answer for answer, _ in part]
        # sacrebleu takes a second reference that is missing as None.
        most = max(len(references) for _, references in part)
        streams = [[refs[n] if n < len(refs) else None for _, refs in part] for n in range(most)]
        bleu, chrf = BLEU(), CHRF(word_order=2)
        row = {
            "from": start,
            "to": end,
            "bleu": bleu.corpus_score(answers, streams).score,
            "chrf": chrf.corpus_score(answers, streams).score,
            "bleu_signature": str(bleu.get_signature()),
            "chrf_signature": str(chrf.get_signature()),
        }
        rows.append(row)
    return rows


def labels(draw):
    """Gold and answers; "" is an answer that could not be read."""
    rows = []
    sets = [["yes", "no", "maybe"], ["A", "B", "C", "D"], ["true", "false"], ["أ", "ب", "ج", "د"]]
    for names in sets:
        for items in (1, 7, 40, 200):
            for skill in (0.0, 0.5, 1.0):
                gold = [draw.choice(names) for _ in range(items)]
                guess = [draw.choice(names + [""]) for _ in range(items)]
                given = [g if draw.random() < skill else other for g, other in zip(gold, guess)]
                rows.append(label_row(gold, given))
    rows.append(label_row(["yes"] * 11 + ["no"] * 7 + ["maybe"] * 2, ["yes"] * 20))
    return rows


def label_row(gold, given):
    known = sorted(set(gold) | set(given) - {""})
    row = {
        "gold": gold,
        "given": given,
        "accuracy": accuracy_score(gold, given),
        "macro_f1": f1_score(gold, given, labels=known, average="macro", zero_division=0),
        "matthews": matthews_corrcoef(gold, given),
    }
    if set(gold) == {"true", "false"}:
        sensitivity, specificity = recall_score(gold, given, labels=["true", "false"], average=None, zero_division=0)
        row |= {"sensitivity": sensitivity, "specificity": specificity}
    return row


def shares():
    rows = []
    for items in (1, 2, 10, 40, 60, 240, 1273, 4183):
        for right in sorted({0, 1, items // 4, items // 2, items - 1, items}):
            low, high = proportion_confint(right, items, method="wilson")
            rows.append([right, items, low, high])
    return rows


def discordant():
    pairs = [(0, 0), (0, 1), (0, 5), (0, 6), (1, 9), (3, 4), (10, 25), (25, 10), (50, 50), (100, 140), (600, 700)]
    rows = []
    for first, second in pairs:
        n = first + second
        rows.append([first, second, binomtest(min(first, second), n).pvalue if n else 1.0])
    return rows


def families(draw):
    lists = [[0.01], [0.04, 0.01, 0.03], [0.5, 0.6, 0.001, 0.02, 0.02], [draw.random() ** 3 for _ in range(12)]]
    return [{"p": p, "holm": list(multipletests(p, method="holm")[1])} for p in lists]


def split_mix(seed):
    """The crate's random numbers."""
    mask = (1 << 64) - 1
    state = seed
    while True:
        state = (state + 0x9E3779B97F4A7C15) & mask
        z = state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & mask
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & mask
        yield z ^ (z >> 31)


def bootstraps(draw):
    rows = []
    for items, resamples, seed in [(5, 100, 1), (40, 1000, 2), (120, 500, 2**63 + 5)]:
        first = [float(draw.random() < 0.4) for _ in range(items)]
        second = [float(draw.random() < 0.5) for _ in range(items)]
        bits = split_mix(seed)
        differences = np.array(second) - np.array(first)
        means = [differences[[(next(bits) * items) >> 64 for _ in range(items)]].mean() for _ in range(resamples)]
        low, high = np.percentile(means, [2.5, 97.5])
        rows.append(
            {"first": first, "second": second, "resamples": resamples, "seed": str(seed)}
            | {"difference": differences.mean(), "low": low, "high": high}
        )
    return rows


def main():
    assert sacrebleu.__version__ == "2.6.0"
    draw = random.Random(20261121)
    vectors = {
        "sentences": sentences(),
        "corpora": corpora(),
        "labels": labels(draw),
        "shares": shares(),
        "discordant": discordant(),
        "families": families(draw),
        "bootstraps": bootstraps(draw),
    }
    text = json.dumps(vectors, ensure_ascii=False, default=float)
    # One vector a line, so that a change is seen in a diff.
    OUT.write_text(text.replace('}, {"', '},\n{"').replace('": [', '":\n[') + "\n", encoding="utf-8")


main()
