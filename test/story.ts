import { it } from "vitest";

type Run = () => void | Promise<void>;
export type Story = {
  /** What happens next. */
  step: (name: string, run: Run) => void;
  /** Steps that belong together. */
  chapter: (name: string, steps: () => void) => void;
};

/**
 * Steps that stand on one another are one test: it runs them in the order in which they are written, whatever order tests
 * run in, and names the step that failed.
 */
export function story(name: string): Story {
  const steps: { name: string; run: Run }[] = [];
  let opened = "";
  it(name, async () => {
    for (const step of steps)
      try {
        await step.run();
      } catch (error) {
        if (error instanceof Error) error.message = `${step.name}: ${error.message}`;
        throw error;
      }
  });
  return {
    step: (title, run) => void steps.push({ name: `${opened}${title}`, run }),
    chapter(title, write) {
      opened = `${title} > `;
      write();
      opened = "";
    },
  };
}
