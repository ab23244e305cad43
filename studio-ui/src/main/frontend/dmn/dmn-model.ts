/** Walks the editor's object model: ids for everything that can be pointed at, and finding by id. */
/* eslint-disable @typescript-eslint/no-explicit-any -- moddle elements carry no types */
export type ModelElement = any;

interface Property {
  name: string;
  isAttr?: boolean;
  isReference?: boolean;
  isVirtual?: boolean;
}

/** The elements an element contains, in the order of the document. */
export function childrenOf(element: ModelElement): ModelElement[] {
  const properties: Property[] = element.$descriptor?.properties ?? [];
  return properties
    .filter((property) => !property.isAttr && !property.isReference && !property.isVirtual)
    .flatMap((property) => element[property.name.replace(/^.*:/, '')] ?? [])
    .filter((child) => child?.$type);
}

/** Calls the visitor for the element and everything in it, with the way down to it. */
export function walk(
  element: ModelElement,
  visit: (element: ModelElement, path: ModelElement[]) => void,
  path: ModelElement[] = [],
): void {
  visit(element, path);
  childrenOf(element).forEach((child) => walk(child, visit, [...path, element]));
}

/** The way to the element with an id, from the definitions down, the element last. */
export function pathTo(definitions: ModelElement, id: string): ModelElement[] {
  let found: ModelElement[] = [];
  walk(definitions, (element, path) => {
    if (element.id === id && found.length === 0) {
      found = [...path, element];
    }
  });
  return found;
}

const NAMED: Record<string, string> = {
  'dmn:Decision': 'Decision_',
  'dmn:InputData': 'InputData_',
  'dmn:BusinessKnowledgeModel': 'BusinessKnowledgeModel_',
  'dmn:KnowledgeSource': 'KnowledgeSource_',
  'dmn:InformationRequirement': 'InformationRequirement_',
  'dmn:KnowledgeRequirement': 'KnowledgeRequirement_',
  'dmn:AuthorityRequirement': 'AuthorityRequirement_',
  'dmn:Association': 'Association_',
  'dmn:TextAnnotation': 'TextAnnotation_',
  'dmn:DecisionTable': 'DecisionTable_',
  'dmn:InputClause': 'InputClause_',
  'dmn:OutputClause': 'OutputClause_',
  'dmn:DecisionRule': 'DecisionRule_',
  'dmn:UnaryTests': 'UnaryTests_',
  'dmn:LiteralExpression': 'LiteralExpression_',
};

/**
 * Completes what the editor takes for granted and the standard leaves optional: ids of everything
 * on the screen, an expression for each input, a text for each cell.
 */
export function complete(definitions: ModelElement): void {
  const model = definitions.$model;
  walk(definitions, (element) => {
    if (element.$type === 'dmn:InputClause' && !element.inputExpression) {
      element.inputExpression = model.create('dmn:LiteralExpression', { text: '' });
      element.inputExpression.$parent = element;
    }
    if (element.$type === 'dmn:DecisionRule') {
      [...(element.inputEntry ?? []), ...(element.outputEntry ?? [])].forEach((cell) => {
        cell.text ??= '';
      });
    }
    const prefix = NAMED[element.$type];
    if (prefix && !element.id) {
      element.id = model.ids?.nextPrefixed(prefix, element) ?? `${prefix}${crypto.randomUUID()}`;
    }
  });
}
