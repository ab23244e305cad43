/** How a flow lies on its canvas, and what is marked on it. */
/* eslint-disable @typescript-eslint/no-explicit-any -- the library's services carry no types */
type Library = any;

/** Something wrong with an element, in the words of the person at the screen. */
export interface Finding {
  readonly element: string;
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly message: string;
}

const RANKS = { ERROR: 3, WARNING: 2, INFO: 1 };
const MARGIN = 32;

/** Shows the whole flow in the middle, never larger than it is; false while there is no room. */
export function fit(library: Library): boolean {
  const canvas = library.get('canvas');
  canvas.resized();
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || outer.height === 0 || inner.width === 0) {
    return false;
  }
  const scale = Math.min(
    1,
    Math.max(0.2, Math.min((outer.width - 2 * MARGIN) / inner.width, (outer.height - 2 * MARGIN) / inner.height)),
  );
  canvas.viewbox({
    x: inner.x - (outer.width / scale - inner.width) / 2,
    y: inner.y - (outer.height / scale - inner.height) / 2,
    width: outer.width / scale,
    height: outer.height / scale,
  });
  return true;
}

/** Makes the flow larger or smaller around the middle of what is seen. */
export function zoom(library: Library, factor: number): void {
  const canvas = library.get('canvas');
  canvas.zoom(Math.min(3, Math.max(0.2, canvas.zoom(false) * factor)), 'auto');
}

/** Moves an element into sight where it is not, and draws the eye to it. */
export function reveal(library: Library, id: string): boolean {
  const element = library.get('elementRegistry').get(id);
  if (!element) {
    return false;
  }
  const canvas = library.get('canvas');
  canvas.scrollToElement(element, 60);
  canvas.addMarker(id, 'flash');
  setTimeout(() => canvas.removeMarker(id, 'flash'), 1700);
  return true;
}

/** The marks of a flow: elements with findings, the path of a run, the element that is looked at. */
export class FlowMarks {
  private marked: [string, string][] = [];

  constructor(private readonly library: Library) {}

  show(findings: Finding[], path: string[], chosen: string | null): void {
    const canvas = this.library.get('canvas');
    const registry = this.library.get('elementRegistry');
    this.marked.forEach(([id, mark]) => canvas.removeMarker(id, mark));
    this.library.get('overlays').clear();
    this.marked = [];
    const mark = (id: string, name: string) => {
      if (registry.get(id)) {
        canvas.addMarker(id, name);
        this.marked.push([id, name]);
      }
    };
    byElement(findings).forEach((found, id) => {
      const worst = found[0]!.severity.toLowerCase();
      mark(id, worst);
      this.badge(id, worst, found);
    });
    // a label is an element of its own
    path.forEach((id) => [id, `${id}_label`].forEach((one) => mark(one, 'taken')));
    if (chosen) {
      mark(chosen, 'chosen');
    }
  }

  private badge(id: string, worst: string, findings: Finding[]): void {
    const element = this.library.get('elementRegistry').get(id);
    if (!element || element.waypoints === undefined && element.width > 400) {
      return;
    }
    const html = document.createElement('div');
    html.className = `count ${worst}`;
    html.textContent = String(findings.length);
    html.title = findings.map(({ message }) => message).join('\n');
    const position = element.waypoints ? { top: -10, left: 8 } : { top: -10, right: 10 };
    this.library.get('overlays').add(id, { position, html });
  }
}

/** The worst finding of an element first. */
function byElement(findings: Finding[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  [...findings]
    .sort((one, other) => RANKS[other.severity] - RANKS[one.severity])
    .forEach((finding) => found.set(finding.element, [...(found.get(finding.element) ?? []), finding]));
  return found;
}
