// Draws both prints, their points and the lines between pairs, on one canvas behind the panes. A point's kind is told by
// its shape, whose it is by its line, its pair by a number: nothing hangs on colour alone.
import { localDigits } from "../say.js";
import { SIDES } from "./marks.js";
import { radiansOf } from "./view.js";

const INK = { own: "#b3261e", engine: "#1f5fa8", chosen: "#7a4d00", line: "#17603a", halo: "#ffffff", ground: "#5f6b68" };
const SIZE = 6;
const TAIL = 16;

/** Draws everything anew. */
export function draw(screen) {
  const { canvas, context, ratio } = screen;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, canvas.width / ratio, canvas.height / ratio);
  for (const side of SIDES) pane(screen, side);
  if (screen.show.lines && screen.show.marks) lines(screen);
}

function pane(screen, side) {
  const { context, panes, show } = screen;
  const { box, picture, veiled } = panes[side];
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.fillStyle = INK.ground;
  context.fillRect(box.x, box.y, box.width, box.height);
  if (picture && !veiled) {
    print(screen, side);
    if (show.engine) panes[side].points.forEach((point) => mark(screen, side, point, { engine: true }));
    if (show.marks) screen.marks[side].forEach((point, at) => own(screen, side, point, at));
    cross(context, box, screen.active === side);
  }
  context.restore();
}

function print({ context, view, panes }, side) {
  const { box, picture } = panes[side];
  const shift = view.shift[side];
  context.save();
  context.translate(box.x + box.width / 2 + shift.x, box.y + box.height / 2 + shift.y);
  context.rotate(radiansOf(view.turn[side]));
  context.scale(view.scale, view.scale);
  context.drawImage(picture.shown, -picture.width / 2, -picture.height / 2, picture.width, picture.height);
  context.restore();
}

function own(screen, side, point, at) {
  const pair = screen.marks.pairOf(side, at);
  mark(screen, side, point, { chosen: screen.chosen[side] === at, number: pair < 0 ? 0 : pair + 1 });
}

/** Where a point stands on the canvas. */
export function place({ view, panes }, side, point) {
  const { box, picture } = panes[side];
  const { x, y } = view.out(side, point, picture);
  return { x: box.x + box.width / 2 + x, y: box.y + box.height / 2 + y };
}

function mark(screen, side, point, { engine = false, chosen = false, number = 0 }) {
  const { context, view } = screen;
  const { x, y } = place(screen, side, point);
  // Angles count against the clock from the right, the turn of a print with the clock.
  const angle = radiansOf(view.turn[side] - point.angle);
  const ink = engine ? INK.engine : chosen ? INK.chosen : INK.own;
  for (const [style, width] of [[INK.halo, chosen ? 6 : 4], [ink, chosen ? 3 : 1.75]]) {
    context.strokeStyle = style;
    context.lineWidth = width;
    context.setLineDash(engine ? [2, 2] : []);
    context.beginPath();
    shape(context, point.kind, x, y);
    context.moveTo(x + Math.cos(angle) * SIZE, y + Math.sin(angle) * SIZE);
    context.lineTo(x + Math.cos(angle) * TAIL, y + Math.sin(angle) * TAIL);
    context.stroke();
  }
  context.setLineDash([]);
  if (number) label(context, localDigits(String(number)), x + SIZE + 3, y - SIZE, ink);
}

/** A circle for an ending, a triangle for a bifurcation, a square for what is neither. */
function shape(context, kind, x, y) {
  if (kind === "ending") {
    context.moveTo(x + SIZE, y);
    context.arc(x, y, SIZE, 0, Math.PI * 2);
  } else if (kind === "bifurcation") {
    context.moveTo(x, y - SIZE);
    context.lineTo(x + SIZE, y + SIZE * 0.8);
    context.lineTo(x - SIZE, y + SIZE * 0.8);
    context.closePath();
  } else {
    context.rect(x - SIZE, y - SIZE, SIZE * 2, SIZE * 2);
  }
}

function label(context, text, x, y, ink) {
  context.font = "700 13px system-ui, sans-serif";
  context.strokeStyle = INK.halo;
  context.lineWidth = 4;
  context.lineJoin = "round";
  context.strokeText(text, x, y);
  context.fillStyle = ink;
  context.fillText(text, x, y);
}

function cross(context, box, active) {
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const [style, width] of [[INK.halo, 3], [INK.line, 1]]) {
    context.strokeStyle = style;
    context.lineWidth = active ? width : width / 2;
    context.beginPath();
    for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
      context.moveTo(x + dx * 4, y + dy * 4);
      context.lineTo(x + dx * 14, y + dy * 14);
    }
    context.stroke();
  }
}

/** A line from each paired point to its fellow, where both are in sight. */
function lines(screen) {
  const { context, panes, marks } = screen;
  if (SIDES.some((side) => !panes[side].picture || panes[side].veiled)) return;
  const within = ({ x, y, width, height }, at) => at.x >= x && at.y >= y && at.x <= x + width && at.y <= y + height;
  context.strokeStyle = INK.line;
  context.lineWidth = 1;
  for (const [probe, candidate] of marks.pairs) {
    const from = place(screen, "probe", marks.probe[probe]);
    const to = place(screen, "candidate", marks.candidate[candidate]);
    if (!within(panes.probe.box, from) || !within(panes.candidate.box, to)) continue;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  }
}
