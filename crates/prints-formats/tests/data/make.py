"""Makes the test data of this folder by the public-domain NIST coder (PyPI package `wsq` 0.9), from an image that
tests/it/rings.rs draws in the same whole numbers.

python3 -m venv env && env/bin/pip install numpy pillow wsq==0.9 && env/bin/python make.py
"""

import hashlib
import io
import math

import numpy
import wsq  # noqa: F401, teaches pillow the format
from PIL import Image


def rings(width, height):
    """Curved ridges eight pixels apart with some noise, paper around them."""
    pixels = bytearray()
    state = 1
    for y in range(height):
        for x in range(width):
            state = (state * 1103515245 + 12345) % 2**31
            across = x - width // 2
            along = (y - height // 3) * 3 // 4
            ridge = math.isqrt(64 * (across * across + along * along)) % 64
            wave = abs(ridge - 32) * 5
            inside = across * across * 9 + along * along * 9 < width * width * 2
            pixels.append(40 + wave + state // 2**16 % 17 if inside else 235 + state // 2**16 % 5)
    return bytes(pixels)


def digest(data):
    return hashlib.sha256(data).hexdigest()


for width, height in [(253, 301), (96, 128)]:
    image = Image.fromarray(numpy.frombuffer(rings(width, height), numpy.uint8).reshape(height, width))
    coded = io.BytesIO()
    image.save(coded, "WSQ")
    back = Image.open(io.BytesIO(coded.getvalue()))
    back.load()
    pixels = numpy.array(back)
    error = ((pixels.astype(float) - numpy.array(image)) ** 2).mean()
    print(width, height, "image", digest(image.tobytes()))
    print(f"  coded, {len(coded.getvalue())} bytes", digest(coded.getvalue()))
    print(f"  decoded, {10 * math.log10(255**2 / error):.2f} dB", digest(pixels.tobytes()))
    if width == 253:
        with open("rings.wsq", "wb") as file:
            file.write(coded.getvalue())
