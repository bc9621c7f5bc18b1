"""Reads or writes TFRecord files with nothing but the standard library, to check the product's own.

    check_tfrecords.py read FILE...     prints the features of every record; fails on a wrong checksum
    check_tfrecords.py write HEX...     prints, as hex, a file of records with these contents

The checksum is CRC-32C by a table made from its polynomial, and the protobuf wire format is walked by hand, so nothing is shared with
the product's reader (hardware CRC, Google.Protobuf).
"""

import struct
import sys

TABLE = []
for byte in range(256):
    value = byte
    for _ in range(8):
        value = (value >> 1) ^ (0x82F63B78 if value & 1 else 0)
    TABLE.append(value)


def masked_crc(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 0xFF] ^ (crc >> 8)
    crc ^= 0xFFFFFFFF
    return (((crc >> 15) | (crc << 17)) + 0xA282EAD8) & 0xFFFFFFFF


def record(data):
    length = struct.pack("<Q", len(data))
    return length + struct.pack("<I", masked_crc(length)) + data + struct.pack("<I", masked_crc(data))


def records(path):
    with open(path, "rb") as file:
        while head := file.read(12):
            (length,) = struct.unpack("<Q", head[:8])
            assert struct.unpack("<I", head[8:])[0] == masked_crc(head[:8]), "checksum of a length"
            data = file.read(length)
            assert len(data) == length and struct.unpack("<I", file.read(4))[0] == masked_crc(data), "checksum of a record"
            yield data


def varint(data, at):
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at


def fields(data):
    at = 0
    while at < len(data):
        key, at = varint(data, at)
        if key & 7 == 2:
            length, at = varint(data, at)
            yield key >> 3, data[at:at + length]
            at += length
        elif key & 7 == 0:
            value, at = varint(data, at)
            yield key >> 3, value
        elif key & 7 == 5:
            yield key >> 3, data[at:at + 4]
            at += 4
        else:
            raise ValueError(f"wire type {key & 7}")


def feature(data):
    for kind, content in fields(data):
        values = [value for _, value in fields(content)]
        if kind == 1:
            return [value.decode("utf-8") if len(value) < 200 else f"<{len(value)} bytes>" for value in values]
        if kind == 2:
            return [number for value in values for number in struct.unpack(f"<{len(value) // 4}f", value)]
        numbers = []
        for value in values:
            if isinstance(value, int):
                numbers.append(value)
                continue
            at = 0
            while at < len(value):
                number, at = varint(value, at)
                numbers.append(number - (1 << 64) if number >> 63 else number)
        return numbers
    return []


def example(data):
    found = {}
    for _, features in fields(data):
        for _, entry in fields(features):
            parts = dict(fields(entry))
            found[parts[1].decode("utf-8")] = feature(parts.get(2, b""))
    return found


if __name__ == "__main__":
    if sys.argv[1] == "write":
        print(b"".join(record(bytes.fromhex(text)) for text in sys.argv[2:]).hex().upper())
    else:
        for path in sys.argv[2:]:
            for index, data in enumerate(records(path)):
                print(f"{path} {index}")
                for name, values in sorted(example(data).items()):
                    print(f"  {name}: {values}")
