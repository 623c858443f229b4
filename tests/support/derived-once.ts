/**
 * What a passphrase comes to is computed once, and its salt left out: 600,000 rounds take an eighth of a second, and a test makes
 * keys for everybody in it. Only for the contract layer, which asks who may do what with an open key; rounds, salt and wrong
 * words are held to as they are in tests/unit/sealing/keys.test.ts and in the browser.
 */
interface Derivation {
  readonly name: string;
  readonly iterations?: number;
}

const { subtle } = crypto;
const { importKey, deriveBits } = Object.getPrototypeOf(subtle) as {
  importKey: (...given: readonly unknown[]) => Promise<CryptoKey>;
  deriveBits: (how: Derivation, key: CryptoKey, length: number) => Promise<ArrayBuffer>;
};
const passphrases = new WeakMap<CryptoKey, string>();
const derived = new Map<string, Promise<ArrayBuffer>>();

Object.assign(subtle, {
  async importKey(...given: readonly unknown[]): Promise<CryptoKey> {
    const key = await importKey.apply(subtle, [...given]);
    const [format, data] = given;
    if (format === 'raw' && key.algorithm.name === 'PBKDF2')
      passphrases.set(key, Buffer.from(data as Uint8Array).toString('hex'));
    return key;
  },
  async deriveBits(how: Derivation, key: CryptoKey, length: number): Promise<ArrayBuffer> {
    const passphrase = passphrases.get(key);
    if (passphrase === undefined) return deriveBits.call(subtle, how, key, length);
    const asked = `${how.iterations} ${length} ${passphrase}`;
    const known = derived.get(asked) ?? deriveBits.call(subtle, how, key, length);
    derived.set(asked, known);
    return (await known).slice(0);
  },
});
