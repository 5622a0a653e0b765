// The roles of accounts, and what each may.

export interface RoleLook {
  /** As the interface writes it; a liaison's party follows behind a colon. */
  readonly role: string;
  readonly name: string;
  readonly may: string;
}

export const ROLES: readonly RoleLook[] = [
  { role: 'viewer', name: 'Viewer', may: 'reads what is public' },
  { role: 'liaison', name: 'Liaison', may: 'reads what is public and enters what is its own party’s' },
  { role: 'analyst', name: 'Analyst', may: 'reads everything, enters reports and decides on claims' },
  { role: 'planner', name: 'Planner', may: 'what an analyst may, and plans' },
  { role: 'administrator', name: 'Administrator', may: 'what a planner may, and keeps the accounts' },
];

/** `Liaison of KEN: reads …`. */
export function roleWords(role: string): string {
  const [name = '', party] = role.split(':');
  const look = ROLES.find((one) => one.role === name);
  return look ? `${look.name}${party ? ` of ${party}` : ''}: ${look.may}` : role;
}

/** The name alone: `Liaison of KEN`. */
export function roleName(role: string): string {
  return roleWords(role).split(':')[0] ?? role;
}
