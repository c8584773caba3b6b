/** A confirmation dialog shown before a press is sent; `answer` is called once. */
export type Confirmation = { title: string; text: string; answer: (yes: boolean) => void };
