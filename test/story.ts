import { it } from "vitest";

type Run = () => void | Promise<void>;
export type Story = {
  /** Defines the next step. */
  step: (name: string, run: Run) => void;
  /** Groups steps that belong together. */
  chapter: (name: string, steps: () => void) => void;
};

/**
 * Steps that depend on each other form one test: it runs them in the written order, whatever the order of
 * tests, and names the step that failed.
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
