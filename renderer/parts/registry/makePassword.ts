/** A password that can be told over a desk: three groups of signs that nobody mistakes for one another. */

/** Signs that the registry asks of a password. */
export const LEAST_PASSWORD = 8;
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUP = 5;

export function makePassword(): string {
  const group = () => {
    const drawn = crypto.getRandomValues(new Uint32Array(GROUP));
    return Array.from(drawn, (number) => SIGNS[number % SIGNS.length]).join('');
  };
  return [group(), group(), group()].join('-');
}
