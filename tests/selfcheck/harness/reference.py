"""lm-evaluation-harness: its own task files over our rows, and its own model over the dequantised weights."""

import logging
import os
from importlib.metadata import version
from pathlib import Path

# Nothing is fetched: rows and weights are here.
os.environ |= {"HF_DATASETS_OFFLINE": "1", "HF_HUB_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false", "TQDM_DISABLE": "1"}

import datasets
import torch
import transformers
from gguf import GGUFReader
from lm_eval.api.instance import Instance
from lm_eval.api.model import CachingLM
from lm_eval.api.task import ConfigurableTask
from lm_eval.models.huggingface import HFLM
from lm_eval.tasks import TaskManager
from tokenizers import pre_tokenizers
from transformers import AutoTokenizer, PreTrainedTokenizerFast

from .items import Item, ItemSet

datasets.disable_progress_bars()

VERSION = "0.4.13"


class QuietModel(HFLM):
    """The harness's model without its progress bars."""

    def loglikelihood(self, requests: list[Instance], disable_tqdm: bool = True) -> list[tuple[float, bool]]:
        return super().loglikelihood(requests, disable_tqdm=disable_tqdm)


class Model:
    """A GGUF file, dequantised to float32 through transformers."""

    def __init__(self, model: Path, threads: int, cache: Path) -> None:
        logging.getLogger("lm_eval").setLevel(logging.ERROR)
        transformers.utils.logging.set_verbosity_error()
        transformers.utils.logging.disable_progress_bar()
        torch.set_num_threads(threads)
        self.converted = AutoTokenizer.from_pretrained(str(model.parent), gguf_file=model.name)
        self.uncached = QuietModel(
            pretrained=str(model.parent),
            gguf_file=model.name,
            tokenizer=mended_tokenizer(model),
            device="cpu",
            dtype="float32",
            batch_size=1,
        )
        self.path = model
        self.cached = CachingLM(self.uncached, str(cache))

    def tokens_as_converted(self, text: str) -> list[int]:
        """What transformers makes of the file's tokenizer by itself."""
        return self.converted.encode(text, add_special_tokens=False)

    def pair(self, context: str, continuation: str) -> tuple[list[int], list[int]]:
        """Tokens of both, as the harness splits them."""
        return self.uncached._encode_pair(context, continuation)

    def scores(self, requests: list[Instance]) -> list[float]:
        """The log-likelihood of each; what was asked before is taken from the cache."""
        return [float(value) for value, _ in self.cached.loglikelihood(requests)]

    def scores_anew(self, requests: list[Instance]) -> list[float]:
        return [float(value) for value, _ in self.uncached.loglikelihood(requests)]


def mended_tokenizer(model: Path) -> PreTrainedTokenizerFast:
    """The file's own tokenizer.

    transformers 5.23 takes vocabulary and merges from a GGUF file and not its way of cutting text beforehand, so that
    white space before a digit falls into other tokens than in the model's training. `smollm` cuts at each digit first:
    <https://huggingface.co/HuggingFaceTB/SmolLM2-135M-Instruct/blob/main/tokenizer.json>.
    """
    tokenizer = AutoTokenizer.from_pretrained(str(model.parent), gguf_file=model.name)
    kind = GGUFReader(model).fields["tokenizer.ggml.pre"].contents()
    if kind != "smollm":
        raise SystemExit(f"how {kind} cuts text is not written here")
    cuts = [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    tokenizer.backend_tokenizer.pre_tokenizer = pre_tokenizers.Sequence(cuts)
    return tokenizer


class Tasks:
    """The harness's own task files, with the rows of one set in place of the data they would fetch."""

    def __init__(self) -> None:
        if version("lm_eval") != VERSION:
            raise SystemExit(f"lm_eval {VERSION} is wanted, not {version('lm_eval')}")
        self.manager = TaskManager()

    def requests(self, asked: ItemSet, shots: int) -> list[list[Instance]]:
        """One list of requests for each item, as the task makes them."""
        by_task: dict[str, list[int]] = {}
        for at, item in enumerate(asked.items):
            by_task.setdefault(asked.task_of(item), []).append(at)
        found: list[list[Instance]] = [[] for _ in asked.items]
        for name, places in by_task.items():
            examples = examples_of(asked, asked.items[places[0]].subject)
            task = self.load(name, asked.task, [asked.items[at] for at in places] + examples)
            documents = list(task.test_docs())
            # Which examples a run draws is the harness's to choose; here they are the same for all, as in MMLU.
            drawn = documents[len(places) :]
            task.sampler.sample = lambda n, eval_doc=None, drawn=drawn: drawn[:n]
            for at, document in zip(places, documents):
                found[at] = task.construct_requests(document, task.fewshot_context(document, shots))
        return found

    def load(self, name: str, kind: str, rows: list[Item]) -> ConfigurableTask:
        def with_rows(task: ConfigurableTask, _dataset_options: object = None, **_: object) -> None:
            split = datasets.Dataset.from_list([ROWS[kind](row) for row in rows])
            task.dataset = datasets.DatasetDict({part: split for part in ("train", "validation", "dev", "test")})

        ConfigurableTask.download = with_rows
        return self.manager.load([name])["tasks"][name]


def examples_of(asked: ItemSet, subject: str) -> list[Item]:
    """The examples of a set, said to be of the subject that is asked."""
    return [Item(e.question, e.options, e.correct, subject) for e in asked.examples]


def medqa(item: Item) -> dict:
    endings = {f"ending{at}": option for at, option in enumerate(item.options)}
    return {"sent1": item.question, **endings, "label": item.correct}


def medmcqa(item: Item) -> dict:
    return {"question": item.question, **dict(zip(("opa", "opb", "opc", "opd"), item.options)), "cop": item.correct}


def headqa(item: Item) -> dict:
    answers = [{"aid": at + 1, "atext": option} for at, option in enumerate(item.options)]
    return {"qtext": item.question, "answers": answers, "ra": item.correct + 1}


def mmlu(item: Item) -> dict:
    return {"question": item.question, "choices": list(item.options), "answer": item.correct}


def arabic_mmlu(item: Item) -> dict:
    options = dict(zip("ABCD", item.options))
    return {"question": item.question, **options, "answer": "ABCD"[item.correct], "subject": item.subject}


ROWS = {
    "medqa_4options": medqa,
    "medmcqa": medmcqa,
    "headqa_en": headqa,
    "mmlu": mmlu,
    "arabic_leaderboard_arabic_mmlu": arabic_mmlu,
}
