/** @typedef {{ type: string, start: number, [field: string]: unknown }} Node */
/** @typedef {{ specifier: string | null, at: number }} Import a specifier is null where it is put together as the program runs */
/** @typedef {{ name: string, at: number }} Name */

/**
 * All that a parsed module imports, in every form that TypeScript has, and all names that it uses.
 * @param {object} program an ESTree program
 * @returns {{ imports: readonly Import[], names: readonly Name[] }}
 */
export function findingsIn(program) {
  /** @type {Import[]} */
  const imports = [];
  /** @type {Name[]} */
  const names = [];
  visit(program, node => {
    const source = importedBy(node);
    const specifier = source && textOf(source);
    if (source && (specifier !== null || !isResolving(node))) imports.push({ specifier, at: node.start });
    // A short `{ name }` holds the same identifier twice.
    if (node.type === 'Identifier' && names.at(-1)?.at !== node.start)
      names.push({ name: String(node.name), at: node.start });
  });
  return { imports, names };
}

/**
 * The expression that names what a node imports; null where it imports nothing.
 * @param {Node} node
 * @returns {Node | null}
 */
function importedBy(node) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return asNode(node.source);
    case 'TSExternalModuleReference':
      return asNode(node.expression);
    case 'CallExpression':
      return isLoader(asNode(node.callee)) ? asNode(Array.isArray(node.arguments) ? node.arguments[0] : null) : null;
    default:
      return null;
  }
}

/**
 * Calls that load a module by its name, or a file that lies in one: require(), import.meta.glob(), and the two that resolve.
 * @param {Node | null} callee
 * @returns {boolean}
 */
function isLoader(callee) {
  if (callee?.type === 'Identifier') return callee.name === 'require';
  const { object, property } = membersOf(callee);
  if (object?.type === 'MetaProperty') return property === 'glob' || property === 'resolve';
  return object?.name === 'require' && property === 'resolve';
}

/**
 * Whether a call only says where something lies; which may be told as the program runs.
 * @param {Node} node
 */
const isResolving = node => node.type === 'CallExpression' && membersOf(asNode(node.callee)).property === 'resolve';

/** @param {Node | null} node */
const membersOf = node =>
  node?.type === 'MemberExpression'
    ? { object: asNode(node.object), property: asNode(node.property)?.name }
    : { object: null, property: undefined };

/**
 * @param {Node} node
 * @returns {string | null}
 */
function textOf(node) {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis) || node.quasis.length !== 1) return null;
  return node.quasis[0].value.cooked;
}

/**
 * @param {unknown} value
 * @returns {Node | null}
 */
const asNode = value =>
  typeof value === 'object' && value !== null && 'type' in value ? /** @type {Node} */ (value) : null;

/**
 * @param {unknown} value
 * @param {(node: Node) => void} see
 */
function visit(value, see) {
  if (Array.isArray(value)) for (const one of value) visit(one, see);
  const node = asNode(value);
  if (!node) return;
  see(node);
  for (const child of Object.values(node)) if (typeof child === 'object') visit(child, see);
}
