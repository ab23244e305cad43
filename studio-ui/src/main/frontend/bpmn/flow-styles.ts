/** The library's styles and ours, as sheets for a shadow root. */
import bpmn from 'bpmn-js/dist/assets/bpmn-js.css?inline';
import diagram from 'bpmn-js/dist/assets/diagram-js.css?inline';
import own from './rw-flow-viewer.css?inline';

let sheets: CSSStyleSheet[] | undefined;

/** One set of sheets, shared by all viewers of the page. */
export function styles(): CSSStyleSheet[] {
  sheets ??= [diagram, bpmn, own].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}
