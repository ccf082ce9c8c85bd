// Faces of nobody: plain drawings that nobody takes for a photograph, each a little different.
import { png } from "./ridges.mjs";

const [WIDTH, HEIGHT] = [240, 300];
const [PAPER, SKIN, INK, HAIR] = [245, 205, 40, 70];

/** The drawing of this number as PNG: curly hair, no beard. */
export function face(number) {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
  const wide = 62 + (number % 3) * 6;
  const long = 88 + (number % 4) * 5;
  const paint = (cx, cy, rx, ry, tone, from = 0) => {
    for (let y = Math.max(0, Math.floor(cy - ry)); y < Math.min(HEIGHT, cy + ry); y += 1) {
      for (let x = Math.max(0, Math.floor(cx - rx)); x < Math.min(WIDTH, cx + rx); x += 1) {
        const at = Math.hypot((x - cx) / rx, (y - cy) / ry);
        if (at < 1 && at >= from) pixels[y * WIDTH + x] = tone;
      }
    }
  };
  paint(120, 292, 92, 62, 150);
  paint(120, 160, wide, long, SKIN);
  for (let curl = 0; curl < 15; curl += 1) {
    const turn = Math.PI * (1 + curl / 14);
    paint(120 + Math.cos(turn) * wide, 128 + Math.sin(turn) * (long - 26), 17, 17, HAIR, (curl + number) % 2 ? 0.35 : 0);
  }
  for (const side of [-1, 1]) {
    paint(120 + side * (24 + (number % 2) * 4), 150, 12, 7 + (number % 3), 255);
    paint(120 + side * (24 + (number % 2) * 4), 150, 5, 5, INK);
    paint(120 + side * 26, 132, 16, 4, INK);
    paint(120 + side * (wide + 2), 165, 8, 15, SKIN);
  }
  paint(120, 178, 6 + (number % 3) * 2, 16, 175);
  paint(120, 208, 22 + (number % 4) * 3, 6, 110);
  paint(120, 160, wide, long, INK, 0.975);
  return png(pixels, WIDTH, HEIGHT);
}
