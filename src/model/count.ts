/** A number, also one written as text, with a comma at each thousand: 16,613 and 1,234.5. */
export const showCount = (count: number | bigint | string): string =>
  String(count).replace(/\B(?<!\.\d*)(?=(?:\d{3})+(?!\d))/g, ',')
