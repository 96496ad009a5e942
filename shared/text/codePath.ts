type InPath = { readonly name: string; readonly parent: string | null };

/** A code's path from the top of the tree: "Parent > Child". A > or \ that is part of a name has a \ before it. */
export function codePath<T extends InPath>(code: T, find: (id: NonNullable<T['parent']>) => T | undefined): string {
  const names: string[] = [];
  const seen = new Set<T>();
  for (let at: T | undefined = code; at && !seen.has(at); at = at.parent === null ? undefined : find(at.parent)) {
    seen.add(at);
    names.unshift(at.name.replace(/[\\>]/g, '\\$&'));
  }
  return names.join(' > ');
}

/** The names of a path, from the top, without outer white space. */
export function namesInPath(path: string): readonly string[] {
  const names: string[] = [''];
  for (let at = 0; at < path.length; at++) {
    const last = names.length - 1;
    if (path[at] === '\\' && at + 1 < path.length) names[last] += path[++at] ?? '';
    else if (path[at] === '>') names.push('');
    else names[last] += path[at] ?? '';
  }
  return names.map(name => name.trim());
}
