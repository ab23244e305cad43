// These libraries carry no types of their own.
declare module 'dmn-js/lib/Modeler';
declare module 'dmn-js/lib/Viewer';
declare module 'moddle-xml';
