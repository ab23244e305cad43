// TypeScript refuses `import './x.css'` (TS2882) without this.
declare module '*.css';
declare module '*.css?inline' {
  const text: string;
  export default text;
}
