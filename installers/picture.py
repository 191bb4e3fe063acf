"""Turns the frame buffer that Xvfb keeps in a file into a PNG.

    picture.py XWD PNG

XWD is the old format of the X Window System: a header of 32-bit words, colours, then rows of pixels.
"""

import struct
import sys
import zlib


def main():
    with open(sys.argv[1], "rb") as file:
        dump = file.read()
    header = struct.unpack(">25I", dump[:100])
    header_bytes, width, height, row_bytes, colours = header[0], header[4], header[5], header[12], header[19]
    pixels = dump[header_bytes + 12 * colours :]
    rows = []
    for row in range(height):
        line = pixels[row * row_bytes : row * row_bytes + 4 * width]
        colour = bytearray(3 * width)
        # Each pixel lies there as blue, green, red and nothing.
        colour[0::3], colour[1::3], colour[2::3] = line[2::4], line[1::4], line[0::4]
        rows.append(b"\0" + bytes(colour))
    with open(sys.argv[2], "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        for kind, data in (
            (b"IHDR", struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)),
            (b"IDAT", zlib.compress(b"".join(rows))),
            (b"IEND", b""),
        ):
            file.write(struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)))


main()
