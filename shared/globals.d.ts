/** The few platform globals that every host of this code has (Node, Chromium). Declared by hand so that neither DOM nor Node types leak into shared. */
declare class TextDecoder {
  constructor(label?: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
declare function btoa(binary: string): string;
declare function atob(base64: string): string;
