"""Writes a model of a real size with random weights, to measure speed on: 1.2 billion parameters, Q4_K_M.

It has the shape of Llama 3.2 1B and says nothing. Text becomes one token for each byte.
The blocks are filled with random bytes, since no quantiser is needed for weights that mean nothing;
which tensors have six bits is what llama-quantize does for Q4_K_M.

    PYTHONPATH=… python3 make-synthetic.py FILE
"""

import pathlib
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


FOUR_BITS, SIX_BITS = gguf.GGMLQuantizationType.Q4_K, gguf.GGMLQuantizationType.Q6_K
BLOCK = 256
"""Weights of a block of either kind."""


def main(target: pathlib.Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    write(part)
    part.rename(target)


def write(path: pathlib.Path) -> None:
    writer = gguf.GGUFWriter(path, "llama")
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
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_Q4_K_M)
    add_vocabulary(writer)
    random = numpy.random.default_rng(7)
    # Input and output share one matrix, as in the model whose shape this has.
    add(writer, random, "token_embd", (VOCABULARY, WIDTH), SIX_BITS)
    add(writer, random, "output_norm", (WIDTH,), SIX_BITS)
    for number in range(LAYERS):
        for part, shape in LAYER.items():
            more = part in ("attn_v", "ffn_down") and has_more_bits(number)
            add(writer, random, f"blk.{number}.{part}", shape, SIX_BITS if more else FOUR_BITS)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def has_more_bits(layer: int) -> bool:
    """The first and last eighth of the layers, and every third between them (`llama-quant.cpp`)."""
    eighth = LAYERS // 8
    return layer < eighth or layer >= 7 * LAYERS // 8 or (layer - eighth) % 3 == 2


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


def add(
    writer: gguf.GGUFWriter, random: numpy.random.Generator, name: str, shape: tuple[int, ...],
    kind: gguf.GGMLQuantizationType,
) -> None:
    if len(shape) == 1:
        writer.add_tensor(f"{name}.weight", numpy.ones(shape, numpy.float32))
        return
    rows, columns = shape
    filled = four_bits if kind == FOUR_BITS else six_bits
    blocks = filled(random, rows * columns // BLOCK)
    writer.add_tensor(f"{name}.weight", blocks.reshape(rows, -1), raw_dtype=kind)


def four_bits(random: numpy.random.Generator, blocks: int) -> numpy.ndarray:
    """Blocks of scale, least value, 12 bytes of scales and 128 of weights, whose weights lie around 0 by some 0.02."""
    packed = numpy.frombuffer(random.bytes(blocks * 144), numpy.uint8).reshape(blocks, 144).copy()
    packed[:, :4] = numpy.array([8.5e-5, 6.4e-4], numpy.float16).view(numpy.uint8)
    return packed


def six_bits(random: numpy.random.Generator, blocks: int) -> numpy.ndarray:
    """Blocks of 192 bytes of weights, 16 scales and one scale over them; as large as those of four bits."""
    packed = numpy.frombuffer(random.bytes(blocks * 210), numpy.uint8).reshape(blocks, 210).copy()
    packed[:, 208:] = numpy.array([1.46e-5], numpy.float16).view(numpy.uint8)
    return packed


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
