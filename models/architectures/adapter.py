"""Writes LoRA adapters with random weights: one for the fixture model, and ones that do not belong to it.

    python3 adapter.py MODEL FOLDER
"""

import pathlib
import sys

import gguf
import numpy

RANK = 4


def main(model: pathlib.Path, folder: pathlib.Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    reader = gguf.GGUFReader(model)
    architecture = reader.fields["general.architecture"].contents()
    # Sizes as numpy has them, outputs first; the reader gives them the other way round.
    sizes = {tensor.name: tuple(int(size) for size in reversed(tensor.shape)) for tensor in reader.tensors}
    changed = {name: size for name, size in sizes.items() if name.endswith(("attn_q.weight", "ffn_down.weight"))}
    first = next(iter(changed))
    rows, columns = changed[first]
    write(folder / "fitting.gguf", architecture, changed, seed=1)
    write(folder / "another.gguf", architecture, changed, seed=2)
    write(folder / "other-architecture.gguf", "qwen2", changed)
    write(folder / "other-size.gguf", architecture, {first: (rows, columns + 32)})
    write(folder / "other-tensor.gguf", architecture, {"blk.99.attn_q.weight": (rows, columns)})
    write(folder / "half-a-pair.gguf", architecture, {first: changed[first]}, parts="a")
    write(folder / "other-kind.gguf", architecture, changed, kind="control_vector")
    write(folder / "whole-numbers.gguf", architecture, changed, numbers=numpy.int32)
    write(folder / "empty.gguf", architecture, {})


def write(
    path: pathlib.Path,
    architecture: str,
    changed: dict[str, tuple[int, ...]],
    kind: str = "lora",
    parts: str = "ab",
    numbers: type = numpy.float32,
    seed: int = 3,
) -> None:
    random = numpy.random.default_rng(seed)
    writer = gguf.GGUFWriter(path, architecture)
    writer.add_type("adapter")
    writer.add_name(f"Random {path.stem}")
    writer.add_string("adapter.type", kind)
    writer.add_float32("adapter.lora.alpha", float(RANK))
    for name, (rows, columns) in changed.items():
        for part, size in (("a", (RANK, columns)), ("b", (rows, RANK))):
            if part in parts:
                writer.add_tensor(f"{name}.lora_{part}", random.normal(0.0, 0.3, size).astype(numbers))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
