"""Writes a tiny model of each architecture that Sanad answers for, with random weights, as GGUF.

They say nothing; they show that the header check and the engine take the architecture.

    python3 make.py FOLDER
"""

import pathlib
import sys

import gguf
import numpy

WIDTH = 64
LAYERS = 2
HEADS = 4
KV_HEADS = 2
HEAD_WIDTH = 16
FEED_FORWARD = 128
CONTEXT = 512
EXPERTS = 4

TEMPLATE = "{% for message in messages %}{{ message.role }}: {{ message.content }}\n{% endfor %}"

# What each decoder has beside embeddings and output norm: tensors of a layer, by their GGUF names.
ATTENTION = ["attn_norm", "attn_q", "attn_k", "attn_v", "attn_output"]
GATED = ["ffn_norm", "ffn_gate", "ffn_up", "ffn_down"]
POST_NORMS = ["post_attention_norm", "post_ffw_norm"]
QK_NORMS = ["attn_q_norm", "attn_k_norm"]
DECODERS = {
    "llama": ("llama", ATTENTION + GATED, True),
    "qwen2": ("qwen2", ATTENTION + ["attn_q.bias", "attn_k.bias", "attn_v.bias"] + GATED, True),
    "qwen3": ("qwen3", ATTENTION + QK_NORMS + GATED, True),
    "gemma2": ("gemma2", ATTENTION + GATED + POST_NORMS, False),
    "gemma3": ("gemma3", ATTENTION + QK_NORMS + GATED + POST_NORMS, False),
    "phi3": ("phi3", ["attn_norm", "attn_qkv", "attn_output", "ffn_norm", "ffn_up_both", "ffn_down"], True),
    "mixtral": (
        "llama",
        ATTENTION + ["ffn_norm", "ffn_gate_inp", "ffn_gate_exps", "ffn_up_exps", "ffn_down_exps"],
        True,
    ),
    "command-r": ("command-r", ATTENTION + GATED[1:], False),
}

# Rows and columns as numpy has them: outputs first.
QUERY, KEY = HEADS * HEAD_WIDTH, KV_HEADS * HEAD_WIDTH
SHAPES = {
    "attn_q": (QUERY, WIDTH),
    "attn_k": (KEY, WIDTH),
    "attn_v": (KEY, WIDTH),
    "attn_q.bias": (QUERY,),
    "attn_k.bias": (KEY,),
    "attn_v.bias": (KEY,),
    "attn_qkv": (QUERY + 2 * KEY, WIDTH),
    "attn_output": (WIDTH, QUERY),
    "attn_q_norm": (HEAD_WIDTH,),
    "attn_k_norm": (HEAD_WIDTH,),
    "ffn_gate": (FEED_FORWARD, WIDTH),
    "ffn_up": (FEED_FORWARD, WIDTH),
    "ffn_up_both": (2 * FEED_FORWARD, WIDTH),
    "ffn_down": (WIDTH, FEED_FORWARD),
    "ffn_gate_inp": (EXPERTS, WIDTH),
    "ffn_gate_exps": (EXPERTS, FEED_FORWARD, WIDTH),
    "ffn_up_exps": (EXPERTS, FEED_FORWARD, WIDTH),
    "ffn_down_exps": (EXPERTS, WIDTH, FEED_FORWARD),
}


def main(folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, (architecture, layer, has_output) in DECODERS.items():
        write_decoder(folder / f"{name}.gguf", architecture, layer, has_output)
    write_embedder(folder / "bert.gguf")


def write_decoder(path: pathlib.Path, architecture: str, layer: list[str], has_output: bool) -> None:
    writer = gguf.GGUFWriter(path, architecture)
    vocabulary = add_sentence_pieces(writer)
    describe(writer, path.stem)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_key_length(HEAD_WIDTH)
    writer.add_value_length(HEAD_WIDTH)
    writer.add_rope_dimension_count(HEAD_WIDTH)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_chat_template(TEMPLATE)
    if architecture == "command-r":
        writer.add_layer_norm_eps(1e-5)
        writer.add_logit_scale(0.0625)
    if architecture.startswith("gemma"):
        writer.add_sliding_window(128)
    if architecture == "gemma2":
        writer.add_attn_logit_softcapping(50.0)
        writer.add_final_logit_softcapping(30.0)
    if "ffn_gate_exps" in layer:
        writer.add_expert_count(EXPERTS)
        writer.add_expert_used_count(2)
    weights = Weights(writer)
    weights.add("token_embd.weight", (vocabulary, WIDTH))
    weights.add("output_norm.weight", (WIDTH,))
    if has_output:
        weights.add("output.weight", (vocabulary, WIDTH))
    for number in range(LAYERS):
        for part in layer:
            name = part.replace("_both", "")
            suffix = "" if part.endswith(".bias") else ".weight"
            weights.add(f"blk.{number}.{name}{suffix}", SHAPES.get(part, (WIDTH,)))
    finish(writer)


def write_embedder(path: pathlib.Path) -> None:
    writer = gguf.GGUFWriter(path, "bert")
    vocabulary = add_word_pieces(writer)
    describe(writer, path.stem)
    writer.add_layer_norm_eps(1e-12)
    writer.add_causal_attention(False)
    writer.add_pooling_type(gguf.PoolingType.MEAN)
    weights = Weights(writer)
    weights.add("token_embd.weight", (vocabulary, WIDTH))
    weights.add("token_types.weight", (2, WIDTH))
    weights.add("position_embd.weight", (CONTEXT, WIDTH))
    weights.add_pair("token_embd_norm", (WIDTH,))
    for number in range(LAYERS):
        block = f"blk.{number}"
        for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
            weights.add_pair(f"{block}.{part}", (WIDTH, WIDTH))
        weights.add_pair(f"{block}.attn_output_norm", (WIDTH,))
        weights.add_pair(f"{block}.ffn_up", (FEED_FORWARD, WIDTH))
        weights.add_pair(f"{block}.ffn_down", (WIDTH, FEED_FORWARD))
        weights.add_pair(f"{block}.layer_output_norm", (WIDTH,))
    finish(writer)


class Weights:
    """Adds tensors of small random numbers, the same in each run."""

    def __init__(self, writer: gguf.GGUFWriter) -> None:
        self.writer = writer
        self.random = numpy.random.default_rng(7)

    def add(self, name: str, shape: tuple[int, ...]) -> None:
        numbers = self.random.normal(0.0, 0.1, shape)
        if "norm" in name and len(shape) == 1:
            numbers += 1.0
        self.writer.add_tensor(name, numbers.astype(numpy.float32))

    def add_pair(self, name: str, shape: tuple[int, ...]) -> None:
        self.add(f"{name}.weight", shape)
        self.add(f"{name}.bias", shape[:1])


def describe(writer: gguf.GGUFWriter, name: str) -> None:
    writer.add_name(f"Random {name}")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)


def add_sentence_pieces(writer: gguf.GGUFWriter) -> int:
    """A vocabulary of bytes, which takes any text; gives its size."""
    control, unknown, byte = gguf.TokenType.CONTROL, gguf.TokenType.UNKNOWN, gguf.TokenType.BYTE
    # The last of the four is one that llama.cpp looks up in every model called phi3.
    tokens = ["<unk>", "<s>", "</s>", "<|endoftext|>"] + [f"<0x{number:02X}>" for number in range(256)]
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([0.0] * len(tokens))
    writer.add_token_types([unknown, control, control, control] + [byte] * 256)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    return len(tokens)


def add_word_pieces(writer: gguf.GGUFWriter) -> int:
    letters = "abcdefghijklmnopqrstuvwxyz"
    tokens = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + [f"\u2581{letter}" for letter in letters] + list(letters)
    writer.add_tokenizer_model("bert")
    writer.add_token_list(tokens)
    writer.add_token_types([gguf.TokenType.CONTROL] * 4 + [gguf.TokenType.NORMAL] * (len(tokens) - 4))
    writer.add_token_type_count(2)
    writer.add_pad_token_id(0)
    writer.add_unk_token_id(1)
    writer.add_bos_token_id(2)
    writer.add_sep_token_id(3)
    return len(tokens)


def finish(writer: gguf.GGUFWriter) -> None:
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
