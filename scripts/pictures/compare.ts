import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';

/** How two pictures differ. */
export interface Difference {
  /** Points that are seen to differ; the smoothing of edges is not counted. All of them where the sizes differ. */
  readonly points: number;
  /** In words. */
  readonly says: string;
  /** The differing points in red on what both have, as PNG; the new picture where the sizes differ. */
  readonly picture: Uint8Array;
}

/** From how much on a colour is another one, from 0 to 1 (pixelmatch's measure). A step of the palette is above it. */
const THRESHOLD = 0.06;

/** Compares two pictures in PNG, point by point. */
export function comparePictures(before: Uint8Array, after: Uint8Array): Difference {
  const one = PNG.sync.read(Buffer.from(before));
  const two = PNG.sync.read(Buffer.from(after));
  const { width, height } = two;
  if (one.width !== width || one.height !== height) {
    return {
      points: width * height,
      says: `${one.width} × ${one.height} before, ${width} × ${height} now`,
      picture: after,
    };
  }
  const marked = new PNG({ width, height });
  const points = pixelmatch(one.data, two.data, marked.data, width, height, { threshold: THRESHOLD });
  return { points, says: `${points} points of ${width * height}`, picture: PNG.sync.write(marked) };
}

/** The same picture in fewer bytes than browsers take: no transparency, and packed as well as can be. */
export function packPicture(picture: Uint8Array): Uint8Array {
  return PNG.sync.write(PNG.sync.read(Buffer.from(picture)), {
    colorType: 2,
    filterType: 0,
    deflateStrategy: 0,
    deflateLevel: 9,
  });
}
