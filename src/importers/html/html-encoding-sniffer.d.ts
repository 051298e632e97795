// The types of html-encoding-sniffer, as far as it is used here; the package brings none.
declare module 'html-encoding-sniffer' {
  export interface SniffingOptions {
    readonly maxPrescanBytes?: number;
    readonly defaultEncoding?: string;
  }
  /** The canonical name of the encoding of a page. */
  export default function sniffEncoding(bytes: Uint8Array, options?: SniffingOptions): string;
}
