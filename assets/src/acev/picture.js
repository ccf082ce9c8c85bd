// A print's picture as it is looked at: read once, and made lighter, darker or reversed only when that is asked for.

const canvasOf = (width, height) => Object.assign(document.createElement("canvas"), { width, height });

export class Picture {
  /**
   * `width` and `height` are those at 500 dpi, in which points are counted, whatever the file's own are. Without an image
   * it is a white sheet of that size, on which points stand all the same.
   */
  constructor(img, width, height) {
    const [across, down] = img ? [img.naturalWidth, img.naturalHeight] : [width, height];
    this.width = width || across || 1;
    this.height = height || down || 1;
    this.shown = canvasOf(across || 1, down || 1);
    this.context = this.shown.getContext("2d");
    this.context.fillStyle = "#fff";
    this.context.fillRect(0, 0, this.shown.width, this.shown.height);
    if (img) this.context.drawImage(img, 0, 0);
    this.first = this.context.getImageData(0, 0, this.shown.width, this.shown.height);
  }

  /** Shows the picture with this contrast, ridges light on dark where it is inverted. */
  adjust(contrast, inverted) {
    const table = Uint8ClampedArray.from({ length: 256 }, (_, grey) => {
      const value = (grey - 128) * contrast + 128;
      return inverted ? 255 - value : value;
    });
    const { data } = this.first;
    const now = this.context.createImageData(this.shown.width, this.shown.height);
    for (let at = 0; at < data.length; at += 4) {
      now.data[at] = table[data[at]];
      now.data[at + 1] = table[data[at + 1]];
      now.data[at + 2] = table[data[at + 2]];
      now.data[at + 3] = data[at + 3];
    }
    this.context.putImageData(now, 0, 0);
  }
}
