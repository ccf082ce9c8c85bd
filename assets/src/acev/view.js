// Where a point of a print stands on the screen. Zoom is one for both prints; each has its own turn and its own shift,
// and while they are linked a shift of one shifts the other. Everything happens about the middle of the pane, where the
// cross-hair is, so that what is looked at stays where it is.

const SCALE = { least: 0.25, most: 16 };

const turned = ({ x, y }, radians) => {
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)];
  return { x: x * cos - y * sin, y: x * sin + y * cos };
};

export const radiansOf = (angle) => (angle * Math.PI) / 180;

export class View {
  constructor() {
    this.scale = 1;
    this.linked = true;
    this.shift = { probe: { x: 0, y: 0 }, candidate: { x: 0, y: 0 } };
    this.turn = { probe: 0, candidate: 0 };
  }

  /** Both prints whole and upright in panes of this size. */
  fit(pane, pictures) {
    const scales = pictures.map(({ width, height }) => Math.min(pane.width / width, pane.height / height));
    this.scale = Math.max(SCALE.least, Math.min(...scales, SCALE.most));
    for (const side of Object.keys(this.shift)) {
      this.shift[side] = { x: 0, y: 0 };
      this.turn[side] = 0;
    }
  }

  /** Zooms about a point given from the middle of a pane. */
  zoom(factor, about = { x: 0, y: 0 }) {
    const scale = Math.max(SCALE.least, Math.min(this.scale * factor, SCALE.most));
    const by = scale / this.scale;
    for (const side of Object.keys(this.shift)) {
      const { x, y } = this.shift[side];
      this.shift[side] = { x: about.x - (about.x - x) * by, y: about.y - (about.y - y) * by };
    }
    this.scale = scale;
  }

  pan(side, x, y) {
    for (const each of this.linked ? Object.keys(this.shift) : [side]) {
      this.shift[each] = { x: this.shift[each].x + x, y: this.shift[each].y + y };
    }
  }

  /** Turns a print about the cross-hair, clockwise. */
  rotate(side, angle) {
    this.turn[side] = (this.turn[side] + angle + 360) % 360;
    this.shift[side] = turned(this.shift[side], radiansOf(angle));
  }

  /** Brings a point of a print under the cross-hair. */
  centre(side, point, picture) {
    const there = this.out(side, point, picture);
    this.shift[side] = { x: this.shift[side].x - there.x, y: this.shift[side].y - there.y };
  }

  /** A point of the picture, on the screen, from the middle of the pane. */
  out(side, { x, y }, { width, height }) {
    const there = turned({ x: x - width / 2, y: y - height / 2 }, radiansOf(this.turn[side]));
    return { x: this.shift[side].x + there.x * this.scale, y: this.shift[side].y + there.y * this.scale };
  }

  /** A place on the screen, from the middle of the pane, as a point of the picture. */
  back(side, { x, y }, { width, height }) {
    const shift = this.shift[side];
    const there = { x: (x - shift.x) / this.scale, y: (y - shift.y) / this.scale };
    const point = turned(there, -radiansOf(this.turn[side]));
    return { x: point.x + width / 2, y: point.y + height / 2 };
  }
}
