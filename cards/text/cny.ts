/**
 * An amount printed in 万元, such as `8,820.00`, as English prints it: `CNY 88.2 million`. Exact, never rounded; what is no
 * number stays.
 */
export function cny(amount: string): string {
  const yuan = Math.round(Number(amount.replaceAll(",", "")) * 10_000);
  if (!Number.isFinite(yuan)) return amount;
  const print = (n: number) => n.toLocaleString("en", { maximumFractionDigits: 6 });
  return Math.abs(yuan) < 1_000_000 ? `CNY ${print(yuan)}` : `CNY ${print(yuan / 1_000_000)} million`;
}
