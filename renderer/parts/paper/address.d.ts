/** A file that the bundler puts beside the others, by its address. */
declare module '*?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: the bundler's own form
  export default address;
}
