type Schema = {
  readonly type?: string | readonly string[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
};

/** What of a value a JSON Schema doesn't allow, each with its place. Knows the few words that the schemas of this project use. */
export function problemsOf(schema: Schema, value: unknown, place = '$'): readonly string[] {
  const types = [schema.type ?? []].flat();
  if (types.length > 0 && !types.some(type => isOf(type, value))) return [`${place} is no ${types.join(' or ')}`];
  if (Array.isArray(value))
    return value.flatMap((one, index) => problemsOf(schema.items ?? {}, one, `${place}[${index}]`));
  if (typeof value === 'object' && value !== null) {
    const fields = value as Readonly<Record<string, unknown>>;
    return [
      ...(schema.required ?? []).filter(name => !(name in fields)).map(name => `${place}.${name} is missing`),
      ...Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
        name in fields ? problemsOf(inner, fields[name], `${place}.${name}`) : [],
      ),
    ];
  }
  if (typeof value === 'string') return value.length < (schema.minLength ?? 0) ? [`${place} is too short`] : [];
  if (typeof value !== 'number') return [];
  return value < (schema.minimum ?? value) || value > (schema.maximum ?? value) ? [`${place} is out of range`] : [];
}

function isOf(type: string, value: unknown): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
