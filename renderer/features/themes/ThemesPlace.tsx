export function ThemesPlace() {
  return null;
}
