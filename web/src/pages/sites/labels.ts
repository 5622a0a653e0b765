// Which names are written on a map, and on which side of their sign: none over another, the first in the list goes first.

export interface Wanted {
  readonly id: string;
  /** Where its sign stands, in pixels. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export type Side = 'right' | 'left' | 'above' | 'below';

const SIDES: readonly Side[] = ['right', 'left', 'below', 'above'];

interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The side of each name that has room; a name that has none is left out. `sign` is half the size of a sign. */
export function placed(wanted: readonly Wanted[], sign: number): Map<string, Side> {
  const taken: Rect[] = wanted.map(({ x, y }) => ({
    left: x - sign,
    top: y - sign,
    right: x + sign,
    bottom: y + sign,
  }));
  const sides = new Map<string, Side>();
  wanted.forEach((one, i) => {
    // Its own sign is no hindrance.
    const side = SIDES.find(
      (side) => !taken.some((other, j) => j !== i && overlap(rect(one, side, sign), other)),
    );
    if (side === undefined) return;
    sides.set(one.id, side);
    taken.push(rect(one, side, sign));
  });
  return sides;
}

function rect({ x, y, width, height }: Wanted, side: Side, sign: number): Rect {
  const at = (left: number, top: number) => ({ left, top, right: left + width, bottom: top + height });
  switch (side) {
    case 'right':
      return at(x + sign, y - height / 2);
    case 'left':
      return at(x - sign - width, y - height / 2);
    case 'above':
      return at(x - width / 2, y - sign - height);
    case 'below':
      return at(x - width / 2, y + sign);
  }
}

function overlap(a: Rect, b: Rect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
