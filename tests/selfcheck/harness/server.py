"""llama-server, asked for the likeliest next tokens; it cannot be asked for a given one."""

import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))
from peers import Server

LIKELIEST = 400


class ScoringServer(Server):
    """One prompt at a time, nothing kept from the one before."""

    def letters(self, prompt: list[int], wanted: list[int]) -> list[float] | None:
        """Log-likelihoods of single tokens; none where one of them is not among the likeliest."""
        body = {"prompt": prompt, "n_predict": 1, "n_probs": LIKELIEST, "temperature": 0, "cache_prompt": False}
        answer = json.load(self.post("/completion", body))
        likeliest = answer["completion_probabilities"][0]["top_logprobs"]
        found = {token["id"]: token["logprob"] for token in likeliest}
        return [found[token] for token in wanted] if all(token in found for token in wanted) else None
