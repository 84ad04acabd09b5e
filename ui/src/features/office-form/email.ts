/** Whether an e-mail address is plausible, by the program's own rule: a name, one @, a domain of two parts or more. */
export function isPlausibleEmail(text: string): boolean {
  return /^[^\s@]+@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+$/u.test(text.trim());
}
