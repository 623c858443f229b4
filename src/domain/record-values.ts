/** What records are made of before their kind is asked: values by the key of their field, and people as records name them. */

export type AnyRecord = Readonly<Record<string, unknown>>;

/** A person as every record names one. */
export interface Person {
  readonly objectId: string;
  readonly tenantId: string;
  readonly name: string;
}
