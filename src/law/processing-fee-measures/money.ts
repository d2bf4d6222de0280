/** 54,700元, or 12.50元 when there are fen. The input is integer fen. */
export function formatYuan(fen: number): string {
  const yuan = Math.floor(fen / 100)
  const grouped = String(yuan).replace(/\B(?=(\d{3})+$)/g, ',')
  const rest = fen % 100
  return `${grouped}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}元`
}
