/** What the bundler takes besides code: style sheets for their effect, other files as addresses. */
declare module '*.css';

declare module '*?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: this is how the bundler hands an address over
  export default address;
}
