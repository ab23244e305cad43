/**
 * Draws a requirements graph that came without a drawing: inputs at the bottom, every decision
 * above what it needs.
 */
/* eslint-disable @typescript-eslint/no-explicit-any -- moddle elements carry no types */
type Element = any;

const SIZES: Record<string, { width: number; height: number }> = {
  'dmn:Decision': { width: 180, height: 80 },
  'dmn:InputData': { width: 140, height: 45 },
  'dmn:BusinessKnowledgeModel': { width: 150, height: 50 },
  'dmn:KnowledgeSource': { width: 110, height: 63 },
};
const GAP_X = 50;
const GAP_Y = 70;
const MARGIN = 280;
const REQUIREMENTS = ['informationRequirement', 'knowledgeRequirement', 'authorityRequirement'];

const idOf = (reference: Element): string | undefined => reference?.href?.split('#').pop();

function requirementsOf(element: Element): Element[] {
  return REQUIREMENTS.flatMap((name) => element[name] ?? []);
}

function requiredId(requirement: Element): string | undefined {
  return idOf(
    requirement.requiredDecision ??
      requirement.requiredInput ??
      requirement.requiredKnowledge ??
      requirement.requiredAuthority,
  );
}

class Layers {
  private readonly depths = new Map<string, number>();

  constructor(private readonly elements: Map<string, Element>) {}

  /** How far above the lowest row an element stands; a cycle counts once. */
  depth(element: Element, path: string[] = []): number {
    const known = this.depths.get(element.id);
    if (known !== undefined || path.includes(element.id)) {
      return known ?? 0;
    }
    const below = requirementsOf(element)
      .map((requirement) => this.elements.get(requiredId(requirement) ?? ''))
      .filter((required) => required !== undefined)
      .map((required) => this.depth(required, [...path, element.id]) + 1);
    const lowest = element.$type === 'dmn:Decision' ? 1 : 0;
    const depth = Math.max(lowest, ...below);
    this.depths.set(element.id, depth);
    return depth;
  }
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function rowsOf(elements: Map<string, Element>): Element[][] {
  const layers = new Layers(elements);
  const rows: Element[][] = [];
  for (const element of elements.values()) {
    (rows[layers.depth(element)] ??= []).push(element);
  }
  return Array.from(rows, (row) => row ?? []).reverse();
}

function place(rows: Element[][]): Map<string, Box> {
  const boxes = new Map<string, Box>();
  const width = (row: Element[]) =>
    row.reduce((sum, element) => sum + SIZES[element.$type]!.width + GAP_X, -GAP_X);
  const widest = Math.max(0, ...rows.map(width));
  rows.forEach((row, index) => {
    let x = MARGIN + (widest - width(row)) / 2;
    for (const element of row) {
      const size = SIZES[element.$type]!;
      const y = 80 + index * (80 + GAP_Y) + (80 - size.height) / 2;
      boxes.set(element.id, { x: Math.round(x), y: Math.round(y), ...size });
      x += size.width + GAP_X;
    }
  });
  return boxes;
}

const isDrawn = (definitions: Element) =>
  (definitions.dmnDI?.diagrams ?? []).some((diagram: Element) => diagram.diagramElements?.length);

/** Adds a drawing to definitions that have none; gives back whether it did. */
export function layOut(definitions: Element): boolean {
  const drawable: Element[] = (definitions.drgElement ?? []).filter(
    (element: Element) => element.$type in SIZES && element.id,
  );
  if (isDrawn(definitions) || drawable.length === 0) {
    return false;
  }
  const elements = new Map<string, Element>(drawable.map((element) => [element.id, element]));
  const boxes = place(rowsOf(elements));
  const draw = new Drawing(definitions, boxes);
  drawable.forEach((element) => draw.shape(element));
  drawable.forEach((element) => requirementsOf(element).forEach((one) => draw.edge(one, element)));
  draw.finish();
  return true;
}

class Drawing {
  private readonly parts: Element[] = [];

  constructor(
    private readonly definitions: Element,
    private readonly boxes: Map<string, Box>,
  ) {}

  private create(type: string, values: object): Element {
    return this.definitions.$model.create(type, values);
  }

  shape(element: Element): void {
    const bounds = this.create('dc:Bounds', this.boxes.get(element.id)!);
    const id = `DMNShape_${element.id}`;
    this.parts.push(this.create('dmndi:DMNShape', { id, dmnElementRef: element, bounds }));
  }

  edge(requirement: Element, target: Element): void {
    const from = this.boxes.get(requiredId(requirement) ?? '');
    const to = this.boxes.get(target.id);
    if (!from || !to || !requirement.id) {
      return;
    }
    const share = (from.x + from.width / 2 - to.x) / to.width;
    const x = Math.round(to.x + to.width * Math.min(0.85, Math.max(0.15, share)));
    const bottom = to.y + to.height;
    const points = [
      { x: Math.round(from.x + from.width / 2), y: from.y },
      { x, y: bottom + 20 },
      { x, y: bottom },
    ];
    const waypoint = points.map((point) => this.create('dc:Point', point));
    const id = `DMNEdge_${requirement.id}`;
    this.parts.push(this.create('dmndi:DMNEdge', { id, dmnElementRef: requirement, waypoint }));
  }

  finish(): void {
    const diagram = this.create('dmndi:DMNDiagram', { diagramElements: this.parts });
    const drawing = this.definitions.dmnDI ?? this.create('dmndi:DMNDI', {});
    diagram.$parent = drawing;
    drawing.$parent = this.definitions;
    this.parts.forEach((part) => (part.$parent = diagram));
    drawing.diagrams = [diagram];
    this.definitions.dmnDI = drawing;
  }
}
