export function QuotesPlace() {
  return null;
}
