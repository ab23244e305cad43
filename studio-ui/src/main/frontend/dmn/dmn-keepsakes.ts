/**
 * What the editor's own model cannot hold, kept beside it and put back when the document is written.
 *
 * The editor's library reads a document into typed objects and drops what has no place there:
 * comments, foreign elements outside of extension elements, some attributes. Here the original is
 * compared with what the library writes of it unchanged; every difference becomes a keepsake. What
 * cannot even be kept that way is reported, and the document is then shown read-only.
 */
const XMLNS = 'http://www.w3.org/2000/xmlns/';

/** Something of the original that would be changed or lost. */
export interface Loss {
  readonly kind: 'element' | 'attribute' | 'comment' | 'text';
  readonly name: string;
  /** The address of the element it stands in. */
  readonly at: string;
}

interface KeptNode {
  readonly parent: string;
  readonly before: string | null;
  readonly node: Node;
}

interface KeptAttribute {
  readonly owner: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly value: string;
}

/** Where an element is: its id, else its place below the nearest ancestor with an id. */
function addressOf(element: Element): string {
  const id = element.getAttribute('id');
  if (id) {
    return `#${id}`;
  }
  const parent = element.parentElement;
  if (!parent) {
    return '';
  }
  const alike = Array.from(parent.children).filter((other) => other.localName === element.localName);
  return `${addressOf(parent)}/${element.localName}[${alike.indexOf(element)}]`;
}

class Addresses {
  private readonly byId = new Map<string, Element>();

  constructor(private readonly document: Document) {
    for (const element of Array.from(document.getElementsByTagName('*'))) {
      const id = element.getAttribute('id');
      if (id && !this.byId.has(id)) {
        this.byId.set(id, element);
      }
    }
  }

  find(address: string): Element | undefined {
    const [start, ...steps] = address.split('/');
    let place: Element | undefined = start
      ? this.byId.get(start.slice(1))
      : this.document.documentElement;
    for (const step of steps) {
      const [, name, index] = /^(.*)\[(\d+)\]$/.exec(step) ?? [];
      place = Array.from(place?.children ?? []).filter((one) => one.localName === name)[Number(index)];
    }
    return place;
  }
}

const sameName = (one: Element, other: Element) =>
  one.localName === other.localName && one.namespaceURI === other.namespaceURI;

const identity = (element: Element) =>
  element.getAttribute('id') ?? element.getAttribute('href') ?? element.getAttribute('name');

function counterpart(original: Element, candidates: Element[]): Element | undefined {
  const alike = candidates.filter((candidate) => sameName(candidate, original));
  return alike.find((candidate) => identity(candidate) === identity(original)) ?? alike.find((candidate) => !identity(original) || !identity(candidate));
}

const sameNumber = (one: string, other: string) =>
  one.trim() !== '' && other.trim() !== '' && Number(one) === Number(other);

const sameText = (one: string, other: string) =>
  one === other || one.replace(/\r\n?/g, '\n').trim() === other.replace(/\r\n?/g, '\n').trim();

const carriesText = (element: Element) => element.children.length === 0;

const isKeepable = (node: Node) =>
  node.nodeType === Node.COMMENT_NODE || node.nodeType === Node.PROCESSING_INSTRUCTION_NODE;

/** Collects the differences of a written document against its original. */
class Comparison {
  readonly nodes: KeptNode[] = [];
  readonly attributes: KeptAttribute[] = [];
  readonly changes: Loss[] = [];

  constructor(original: Document, written: Document) {
    this.compareNodesAround(original, written);
    this.compare(original.documentElement, written.documentElement);
  }

  private compareNodesAround(original: Document, written: Document): void {
    for (const node of Array.from(original.childNodes).filter(isKeepable)) {
      const kept = Array.from(written.childNodes).some(
        (other) => isKeepable(other) && other.textContent === node.textContent,
      );
      if (!kept) {
        this.nodes.push({ parent: 'document', before: null, node });
      }
    }
  }

  private compare(original: Element, written: Element): void {
    this.compareAttributes(original, written);
    if (carriesText(original)) {
      this.compareText(original, written);
    }
    this.compareChildren(original, written);
  }

  private compareText(original: Element, written: Element): void {
    if (!sameText(original.textContent ?? '', written.textContent ?? '')) {
      this.changes.push({ kind: 'text', name: original.nodeName, at: addressOf(original) });
    }
  }

  private compareAttributes(original: Element, written: Element): void {
    for (const attribute of Array.from(original.attributes)) {
      if (attribute.namespaceURI === XMLNS) {
        this.compareNamespace(attribute, written);
      } else {
        this.compareAttribute(attribute, written);
      }
    }
  }

  private compareNamespace(attribute: Attr, written: Element): void {
    const prefix = attribute.prefix ? attribute.localName : null;
    if (prefix !== null && written.lookupNamespaceURI(prefix) !== attribute.value) {
      this.keepAttribute(attribute, written);
    }
  }

  private compareAttribute(attribute: Attr, written: Element): void {
    const value = written.getAttributeNS(attribute.namespaceURI, attribute.localName);
    if (value === null) {
      this.keepAttribute(attribute, written);
    } else if (value !== attribute.value && !sameNumber(value, attribute.value)) {
      this.changes.push({ kind: 'attribute', name: attribute.name, at: addressOf(written) });
    }
  }

  private keepAttribute(attribute: Attr, written: Element): void {
    const { namespaceURI: namespace, name, value } = attribute;
    this.attributes.push({ owner: addressOf(written), namespace, name, value });
  }

  private compareChildren(original: Element, written: Element): void {
    const candidates = Array.from(written.children);
    const pairs = new Map<Node, Element>();
    for (const child of Array.from(original.children)) {
      const match = counterpart(child, candidates);
      if (match) {
        candidates.splice(candidates.indexOf(match), 1);
        pairs.set(child, match);
      }
    }
    pairs.forEach((match, child) => this.compare(child as Element, match));
    this.keepUnpaired(original, written, pairs);
  }

  private keepUnpaired(original: Element, written: Element, pairs: Map<Node, Element>): void {
    const comments = new Set(
      Array.from(written.childNodes).filter(isKeepable).map((node) => node.textContent),
    );
    for (const node of Array.from(original.childNodes)) {
      const lost =
        node.nodeType === Node.ELEMENT_NODE
          ? !pairs.has(node)
          : isKeepable(node) && !comments.has(node.textContent);
      if (lost) {
        const before = nextPaired(node, pairs);
        this.nodes.push({
          parent: addressOf(written),
          before: before && addressOf(before),
          node,
        });
      }
    }
  }

  /** Everything that differs, as losses. */
  losses(): Loss[] {
    const nodes = this.nodes.map(({ node, parent }) => ({
      kind: node.nodeType === Node.ELEMENT_NODE ? ('element' as const) : ('comment' as const),
      name: node.nodeName,
      at: parent,
    }));
    const attributes = this.attributes.map(({ name, owner }) => ({
      kind: 'attribute' as const,
      name,
      at: owner,
    }));
    return [...this.changes, ...nodes, ...attributes];
  }
}

function nextPaired(node: Node, pairs: Map<Node, Element>): Element | null {
  for (let next = node.nextSibling; next; next = next.nextSibling) {
    const pair = pairs.get(next);
    if (pair) {
      return pair;
    }
  }
  return null;
}

/** Parses XML, or throws with the parser's own words. */
export function parseXml(xml: string): Document {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const error = document.querySelector('parsererror');
  if (error) {
    throw new Error(error.textContent ?? 'not well-formed');
  }
  return document;
}

function writeXml(document: Document): string {
  const body = new XMLSerializer().serializeToString(document);
  return body.startsWith('<?xml') ? body : `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

/** The keepsakes of one document. */
export class Keepsakes {
  /** What is lost although everything keepable is put back; empty for a document safe to edit. */
  readonly losses: Loss[];

  private readonly comparison: Comparison;

  /**
   * @param original the document as it came
   * @param written the same document, read and written by the editor without a change
   */
  constructor(original: Document, written: string) {
    this.comparison = new Comparison(original, parseXml(written));
    this.losses = new Comparison(original, parseXml(this.putBack(written))).losses();
  }

  /** Adds to a document written by the editor what only the original had. */
  putBack(written: string): string {
    const { nodes, attributes } = this.comparison;
    if (nodes.length === 0 && attributes.length === 0) {
      return written;
    }
    const document = parseXml(written);
    const places = new Addresses(document);
    attributes.forEach((kept) => putAttribute(kept, places));
    nodes.forEach((kept) => putNode(kept, places, document));
    return writeXml(document);
  }
}

function putAttribute(kept: KeptAttribute, places: Addresses): void {
  const owner = places.find(kept.owner);
  if (owner && !owner.hasAttribute(kept.name)) {
    owner.setAttributeNS(kept.namespace, kept.name, kept.value);
  }
}

function putNode(kept: KeptNode, places: Addresses, document: Document): void {
  const copy = document.importNode(kept.node, true);
  if (kept.parent === 'document') {
    document.insertBefore(copy, document.documentElement);
    return;
  }
  const parent = places.find(kept.parent);
  const before = kept.before === null ? undefined : places.find(kept.before);
  parent?.insertBefore(copy, before?.parentElement === parent ? before : null);
}
