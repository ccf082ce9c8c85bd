"""Makes the test data of this folder: a drawn print, and what the network says of it in onnxruntime.

python3 -m venv env && env/bin/pip install numpy pillow wsq==0.9 onnxruntime==1.32.0 && env/bin/python make.py LEADER.onnx
"""

import io
import math
import sys

import numpy
import onnxruntime
import wsq  # noqa: F401, teaches pillow the format
from PIL import Image

WIDTH, HEIGHT, MULTIPLE, LEAST = 250, 330, 32, 0.2

# Ridges nine pixels apart around a core; each turn of the phase about a place makes a minutia there.
y, x = numpy.mgrid[0:HEIGHT, 0:WIDTH].astype(float)
away = numpy.hypot((x - 125) * 1.1, (y - 150) * 0.85)
phase = 2 * math.pi * away / 9
chance = numpy.random.default_rng(7)
for _ in range(24):
    place = chance.uniform([30, 40], [220, 290])
    phase += chance.choice([-1, 1]) * numpy.arctan2(y - place[1], x - place[0])
noise = chance.normal(0, 14, phase.shape)
inside = ((x - 125) / 112) ** 2 + ((y - 165) / 150) ** 2 < 1
grey = numpy.where(inside, 128 + 90 * numpy.cos(phase) + noise, 245 + noise / 6)
coded = io.BytesIO()
Image.fromarray(grey.clip(0, 255).astype(numpy.uint8)).save(coded, "WSQ")
with open("drawn.wsq", "wb") as file:
    file.write(coded.getvalue())
image = Image.open(io.BytesIO(coded.getvalue()))
image.load()
image = numpy.array(image).astype(numpy.float32)

# The frame that makes the sides multiples of 32, grey as the first pixel.
high, wide = -HEIGHT % MULTIPLE, -WIDTH % MULTIPLE
upper, left = high // 2, wide // 2
framed = numpy.pad(image, ((upper, high - upper), (left, wide - left)), constant_values=image[0, 0])
network = onnxruntime.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
(answer,) = network.run(None, {"input": framed[None, :, :, None]})
answer = answer[0, upper : upper + HEIGHT, left : left + WIDTH]
with open("onnxruntime.txt", "w") as file:
    for row, column in numpy.argwhere(answer[..., 3] >= LEAST):
        _, angle, kind, quality = answer[row, column]
        kind = "ending" if kind >= 0.5 else "bifurcation"
        print(column, row, f"{angle % (2 * math.pi):.5f}", kind, f"{quality:.6f}", file=file)
