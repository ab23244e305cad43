declare module 'bpmn-js/lib/NavigatedViewer';
