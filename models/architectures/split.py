"""Cuts a model into several files, as large ones are published.

    python3 split.py MODEL FOLDER TENSORS_IN_A_FILE
"""

import pathlib
import sys

import gguf


def main(source: pathlib.Path, folder: pathlib.Path, tensors_in_a_file: int) -> None:
    reader = gguf.GGUFReader(source)
    architecture = reader.fields["general.architecture"].contents()
    folder.mkdir(parents=True, exist_ok=True)
    writer = gguf.GGUFWriter(folder / source.name, architecture, split_max_tensors=tensors_in_a_file)
    for field in reader.fields.values():
        if field.name.startswith("GGUF.") or field.name == "general.architecture":
            continue
        element = field.types[-1] if field.types[0] == gguf.GGUFValueType.ARRAY else None
        writer.add_key_value(field.name, field.contents(), field.types[0], element)
    for tensor in reader.tensors:
        writer.add_tensor(tensor.name, tensor.data, raw_shape=tensor.data.shape, raw_dtype=tensor.tensor_type)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3]))
