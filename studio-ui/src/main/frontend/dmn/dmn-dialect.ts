/**
 * The DMN version a document is written in, and the model descriptor to read it with.
 *
 * dmn-moddle knows the namespace of DMN 1.3 only, and drops the boxed expressions that DMN 1.4
 * added. Instead of rewriting a document to the version the library likes, the descriptor is set up
 * for the document: what was read as 1.5 is written as 1.5.
 */
import modelDescriptor from 'dmn-moddle/resources/dmn/json/dmn13.json';
import diagramDescriptor from 'dmn-moddle/resources/dmn/json/dmndi13.json';

export interface Dialect {
  readonly model: string;
  readonly diagram: string;
}

interface Descriptor {
  uri: string;
  types: Array<{ name: string; properties?: unknown[] }>;
}

const LATEST: Dialect = {
  model: 'https://www.omg.org/spec/DMN/20230324/MODEL/',
  diagram: 'https://www.omg.org/spec/DMN/20230324/DMNDI/',
};

const DIAGRAM_OF_MODEL: Record<string, string> = {
  'http://www.omg.org/spec/DMN/20180521/MODEL/': 'http://www.omg.org/spec/DMN/20180521/DMNDI/',
  'https://www.omg.org/spec/DMN/20191111/MODEL/': 'https://www.omg.org/spec/DMN/20191111/DMNDI/',
  'https://www.omg.org/spec/DMN/20211108/MODEL/': 'https://www.omg.org/spec/DMN/20211108/DMNDI/',
  [LATEST.model]: LATEST.diagram,
};

const child = (name: string, type = 'ChildExpression') => ({
  name,
  type,
  xml: { serialize: 'property' },
});

const attribute = (name: string) => ({ name, type: 'String', isAttr: true });

/** The boxed expressions of DMN 1.4, in the words of its schema. */
const BOXED_EXPRESSIONS = [
  {
    name: 'ChildExpression',
    properties: [
      { name: 'id', type: 'String', isAttr: true, isId: true },
      { name: 'value', type: 'Expression' },
    ],
  },
  {
    name: 'TypedChildExpression',
    superClass: ['ChildExpression'],
    properties: [attribute('typeRef')],
  },
  {
    name: 'Conditional',
    superClass: ['Expression'],
    properties: [child('if'), child('then'), child('else')],
  },
  {
    name: 'Iterator',
    isAbstract: true,
    superClass: ['Expression'],
    properties: [child('in', 'TypedChildExpression'), attribute('iteratorVariable')],
  },
  { name: 'For', superClass: ['Iterator'], properties: [child('return')] },
  { name: 'Filter', superClass: ['Expression'], properties: [child('in'), child('match')] },
  {
    name: 'Quantified',
    isAbstract: true,
    superClass: ['Iterator'],
    properties: [child('satisfies')],
  },
  { name: 'Every', superClass: ['Quantified'] },
  { name: 'Some', superClass: ['Quantified'] },
];

const TYPE_CONSTRAINT = child('typeConstraint', 'UnaryTests');

/** Finds the version of a parsed document; its root must be `definitions`. */
export function dialectOf(document: Document): Dialect {
  const root = document.documentElement;
  const model = root.namespaceURI ?? LATEST.model;
  const drawn = Array.from(root.children).find((element) => element.localName === 'DMNDI');
  const diagram = drawn?.namespaceURI ?? DIAGRAM_OF_MODEL[model] ?? DIAGRAM_OF_MODEL[LATEST.model]!;
  return { model, diagram };
}

export function sameDialect(one: Dialect | undefined, other: Dialect): boolean {
  return one?.model === other.model && one?.diagram === other.diagram;
}

/** The descriptor packages that make dmn-moddle read and write the given version. */
export function descriptorsOf(dialect: Dialect): Record<string, Descriptor> {
  const model = structuredClone(modelDescriptor) as unknown as Descriptor;
  model.uri = dialect.model;
  model.types.push(...structuredClone(BOXED_EXPRESSIONS));
  model.types.find((type) => type.name === 'ItemDefinition')?.properties?.push(TYPE_CONSTRAINT);
  const diagram = structuredClone(diagramDescriptor) as unknown as Descriptor;
  diagram.uri = dialect.diagram;
  return { dmn: model, dmndi: diagram };
}

/** Says whether the edition has a place for a drawing; DMN 1.1 has none. */
export function holdsDrawings(dialect: Dialect): boolean {
  return dialect.model in DIAGRAM_OF_MODEL;
}

const OWN_PREFIXES: Record<string, string> = {
  dc: 'http://www.omg.org/spec/DMN/20180521/DC/',
  di: 'http://www.omg.org/spec/DMN/20180521/DI/',
  biodi: 'http://bpmn.io/schema/dmn/biodi/2.0',
};

/**
 * Renames prefixes that the document binds to another namespace than the library expects of them,
 * as files of old dmn-js releases do with `biodi`. The meaning of the document is the same.
 */
export function withoutPrefixClashes(xml: string, document: Document, dialect: Dialect): string {
  const expected: Record<string, string> = {
    ...OWN_PREFIXES,
    dmn: dialect.model,
    dmndi: dialect.diagram,
  };
  return Object.entries(expected).reduce((text, [prefix, namespace]) => {
    const bound = document.documentElement.lookupNamespaceURI(prefix);
    return bound === null || bound === namespace ? text : renamed(text, prefix);
  }, xml);
}

function renamed(xml: string, prefix: string): string {
  const other = `${prefix}-as-written`;
  return xml
    .replaceAll(new RegExp(`(</?|\\s)${prefix}:(?=[\\w.-]+[\\s=/>])`, 'g'), `$1${other}:`)
    .replaceAll(new RegExp(`(\\sxmlns:)${prefix}(\\s*=)`, 'g'), `$1${other}$2`);
}
