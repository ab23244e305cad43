/** Where the requirements graph lies on its canvas. */
/* eslint-disable @typescript-eslint/no-explicit-any -- the library carries no types */
type Library = any;

/** Room for the palette and the model's name, which float above the graph. */
const BESIDE_PALETTE = { left: 340, top: 60, end: 40 };

/** Readers have no palette: the graph stands below the name. */
const BELOW_NAME = { left: 40, top: 110, end: 60 };

/** Shows the whole graph, never larger than it is, clear of what floats above it. */
export function fit(viewer: Library, isViewer: boolean): boolean {
  const clearance = isViewer ? BELOW_NAME : BESIDE_PALETTE;
  const canvas = viewer.get('canvas');
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || outer.height === 0) {
    return false;
  }
  const roomX = outer.width - clearance.left - clearance.end;
  const roomY = outer.height - clearance.top - clearance.end;
  const scale = Math.min(1, Math.max(0.2, Math.min(roomX / inner.width, roomY / inner.height)));
  const left = clearance.left + Math.max(0, (roomX - inner.width * scale) / 2);
  const top = clearance.top + Math.max(0, (roomY - inner.height * scale) / 4);
  canvas.viewbox({
    x: inner.x - left / scale,
    y: inner.y - top / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
  return true;
}

/** Where on the graph its canvas is, so that a move of somebody's shows. */
export function positionOf(viewer: Library): string {
  const { x, y, scale } = viewer.get('canvas').viewbox();
  return [x, y, scale].map((one: number) => one.toFixed(2)).join(' ');
}
