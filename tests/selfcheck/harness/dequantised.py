"""A GGUF file with the same weights in float32, to tell arithmetic on quantised weights from everything else."""

from pathlib import Path

from gguf import GGMLQuantizationType, GGUFReader, GGUFValueType, GGUFWriter, Keys
from gguf.quants import dequantize

ALL_F32 = 0
"""llama.cpp's number for a file whose weights are all float32."""


def dequantised(model: Path, folder: Path) -> Path:
    """Writes it unless it is there."""
    out = folder / f"{model.stem}.f32.gguf"
    if out.exists():
        return out
    reader = GGUFReader(model)
    part = out.with_suffix(".part")
    writer = GGUFWriter(part, reader.fields[Keys.General.ARCHITECTURE].contents())
    for name, field in reader.fields.items():
        if name.startswith("GGUF.") or name == Keys.General.ARCHITECTURE:
            continue
        value = ALL_F32 if name == Keys.General.FILE_TYPE else field.contents()
        element = field.types[-1] if field.types[0] == GGUFValueType.ARRAY else None
        writer.add_key_value(name, value, field.types[0], element)
    for tensor in reader.tensors:
        values = dequantize(tensor.data, GGMLQuantizationType(tensor.tensor_type))
        writer.add_tensor(tensor.name, values.reshape([int(size) for size in reversed(tensor.shape)]))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    part.rename(out)
    return out
