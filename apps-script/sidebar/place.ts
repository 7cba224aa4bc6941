/** Sheet and cell of `Deals!A17`; a sheet's name may hold anything, its own exclamation marks too. */
export function placeOf(where: string): { readonly sheet: string; readonly cell: string } {
  const at = where.lastIndexOf("!");
  return { sheet: where.slice(0, at).replace(/^'(.*)'$/, "$1"), cell: where.slice(at + 1) };
}
