"""Writes a model of a real size with random weights, to measure speed on: 1.2 billion parameters, Q4_K_M.

It has the shape of Llama 3.2 1B and says nothing. Text becomes one token for each byte.

    PYTHONPATH=… python3 make-synthetic.py QUANTIZE FILE

QUANTIZE is llama.cpp's llama-quantize. Takes 3 GB of memory and 2 GB of disk while it runs.
"""

import pathlib
import subprocess
import sys

import gguf
import numpy

LAYERS = 16
WIDTH = 2048
FEED_FORWARD = 8192
HEADS = 32
KV_HEADS = 8
VOCABULARY = 128256
CONTEXT = 8192
KEY_WIDTH = WIDTH // HEADS * KV_HEADS

TEMPLATE = "{% for message in messages %}{{ message.role }}: {{ message.content }}\n{% endfor %}"

# Rows and columns as numpy has them: outputs first.
LAYER = {
    "attn_norm": (WIDTH,),
    "attn_q": (WIDTH, WIDTH),
    "attn_k": (KEY_WIDTH, WIDTH),
    "attn_v": (KEY_WIDTH, WIDTH),
    "attn_output": (WIDTH, WIDTH),
    "ffn_norm": (WIDTH,),
    "ffn_gate": (FEED_FORWARD, WIDTH),
    "ffn_up": (FEED_FORWARD, WIDTH),
    "ffn_down": (WIDTH, FEED_FORWARD),
}


def main(quantize: pathlib.Path, target: pathlib.Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = target.with_suffix(".q8_0.gguf")
    write(whole)
    part = target.with_suffix(".part")
    subprocess.run([quantize, "--allow-requantize", whole, part, "Q4_K_M"], check=True, stdout=subprocess.DEVNULL)
    whole.unlink()
    part.rename(target)


def write(path: pathlib.Path) -> None:
    writer = gguf.GGUFWriter(path, "llama", use_temp_file=True)
    writer.add_name("Synthetic 1.2B")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(FEED_FORWARD)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KV_HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_rope_freq_base(500000.0)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(VOCABULARY)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q8_0)
    add_vocabulary(writer)
    random = numpy.random.default_rng(7)
    # Input and output share one matrix, as in the model whose shape this has.
    add(writer, random, "token_embd", (VOCABULARY, WIDTH))
    add(writer, random, "output_norm", (WIDTH,))
    for number in range(LAYERS):
        for part, shape in LAYER.items():
            add(writer, random, f"blk.{number}.{part}", shape)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def add_vocabulary(writer: gguf.GGUFWriter) -> None:
    special = ["<unk>", "<s>", "</s>"]
    letters = [f"<0x{number:02X}>" for number in range(256)]
    fillers = [f"word{number}" for number in range(VOCABULARY - len(special) - len(letters))]
    types = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL]
    writer.add_tokenizer_model("llama")
    writer.add_token_list(special + letters + fillers)
    writer.add_token_scores([0.0] * VOCABULARY)
    writer.add_token_types(types + [gguf.TokenType.BYTE] * len(letters) + [gguf.TokenType.NORMAL] * len(fillers))
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_space_prefix(False)
    writer.add_chat_template(TEMPLATE)


def add(writer: gguf.GGUFWriter, random: numpy.random.Generator, name: str, shape: tuple[int, ...]) -> None:
    if len(shape) == 1:
        writer.add_tensor(f"{name}.weight", numpy.ones(shape, numpy.float32))
        return
    numbers = random.standard_normal(shape, numpy.float32) * numpy.float32(0.02)
    packed = gguf.quants.quantize(numbers, gguf.GGMLQuantizationType.Q8_0)
    writer.add_tensor(f"{name}.weight", packed, raw_dtype=gguf.GGMLQuantizationType.Q8_0)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
