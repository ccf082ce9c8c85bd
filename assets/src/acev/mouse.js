// The mouse over a print: a drag shifts it, the wheel zooms, a click chooses the nearest point; with the marking tool a
// press marks a point and the drag turns it.
import { degrees } from "./marks.js";
import { markAt, saysChosen } from "./deeds.js";

const NEAR_PX = 12;
const CLICK_PX = 4;

/** Where the pointer is, from the middle of the pane. */
function from(element, event) {
  const box = element.getBoundingClientRect();
  return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
}

class Hand {
  constructor(screen, side) {
    this.screen = screen;
    this.side = side;
    this.element = screen.panes[side].element;
    this.element.addEventListener("pointerdown", (event) => this.down(event));
    this.element.addEventListener("pointermove", (event) => this.move(event));
    for (const name of ["pointerup", "pointercancel"]) this.element.addEventListener(name, (event) => this.up(event));
    this.element.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  point(at) {
    return this.screen.view.back(this.side, at, this.screen.panes[this.side].picture);
  }

  ready() {
    const { picture, veiled } = this.screen.panes[this.side];
    return picture && !veiled;
  }

  down(event) {
    if (event.button !== 0 || !this.ready()) return;
    const at = from(this.element, event);
    this.element.setPointerCapture(event.pointerId);
    this.start = this.last = at;
    this.marking = this.screen.show.mouse;
    if (!this.marking) return;
    markAt(this.screen, this.side, this.point(at));
    this.screen.chosen[this.side] = this.screen.marks[this.side].length - 1;
    this.screen.changed();
  }

  move(event) {
    if (!this.start) return;
    const at = from(this.element, event);
    const [x, y] = [at.x - this.start.x, at.y - this.start.y];
    if (this.marking && Math.hypot(x, y) > CLICK_PX) {
      const { marks, chosen, view } = this.screen;
      const turned = (Math.atan2(-y, x) * 180) / Math.PI + view.turn[this.side];
      marks[this.side][chosen[this.side]].angle = degrees(turned);
      this.screen.changed();
    } else if (!this.marking) {
      this.screen.view.pan(this.side, at.x - this.last.x, at.y - this.last.y);
      this.screen.redraw();
    }
    this.last = at;
  }

  up(event) {
    if (!this.start) return;
    const at = from(this.element, event);
    const clicked = Math.hypot(at.x - this.start.x, at.y - this.start.y) <= CLICK_PX;
    if (!this.marking && clicked) {
      const near = this.screen.marks.near(this.side, this.point(at), NEAR_PX / this.screen.view.scale);
      this.screen.chosen[this.side] = near;
      this.screen.redraw();
    }
    if (this.marking || clicked) this.screen.say(saysChosen(this.screen));
    this.start = null;
  }

  wheel(event) {
    if (!this.ready()) return;
    event.preventDefault();
    this.screen.view.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, from(this.element, event));
    this.screen.redraw();
  }
}

/** Puts the mouse to work over one pane. */
export const mouse = (screen, side) => new Hand(screen, side);
