// The stages as screens show them, in the one order in which strength passes through them.

export interface StageLook {
  readonly stage: string;
  /** How a column or a bar names it. */
  readonly name: string;
  /** How a sentence says that people stand there. */
  readonly words: string;
}

/** From what is least to what is most in the mission, then what has left it. `promised` is what is still owed. */
export const STAGES: readonly StageLook[] = [
  { stage: 'promised', name: 'Owed', words: 'still owed' },
  { stage: 'training', name: 'Training', words: 'in training' },
  { stage: 'ready', name: 'Ready', words: 'ready' },
  { stage: 'deployed', name: 'Deployed', words: 'deployed' },
  { stage: 'home', name: 'Home', words: 'gone home' },
  { stage: 'lost', name: 'Lost', words: 'lost' },
];

/** A stage's look; an unknown one (of equipment, of money) is named by its own word. */
export function stageLook(stage: string): StageLook {
  return (
    STAGES.find((look) => look.stage === stage) ?? {
      stage,
      name: stage.charAt(0).toUpperCase() + stage.slice(1),
      words: stage,
    }
  );
}
