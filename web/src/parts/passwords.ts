// Which passwords may be chosen, as the server judges them, said before it is asked.

export const LEAST = 15;
export const PASSWORD_HINT = `At least ${LEAST} characters: a sentence, or four words of your own. Any characters will do, and a password manager may make it.`;

/** What is wrong with a new password; null where nothing is seen. */
export function passwordFault(password: string): string | null {
  const length = [...password.normalize('NFC')].length;
  if (length === 0) return 'Choose a password';
  if (length < LEAST) return `The password has ${length} characters: write at least ${LEAST}`;
  return null;
}
