/** Web addresses as people read them. */

const CODED_SIGNS = /(?:%[0-9a-f]{2})+/giu;
const CHINESE = /^[\p{Script=Han}\u3001-\u3011\uff01-\uff5e]+$/u;

/** The address with Chinese signs instead of their percent codes, as browsers show it; all other codes stay as they are. */
export function readableAddress(address: string): string {
  return address.replace(CODED_SIGNS, (codes) => {
    const signs = decoded(codes);
    return signs !== undefined && CHINESE.test(signs) ? signs : codes;
  });
}

function decoded(codes: string): string | undefined {
  try {
    return decodeURIComponent(codes);
  } catch {
    return undefined;
  }
}
