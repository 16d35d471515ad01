/** Prints a text that grows, each part once. */
export interface GrowingOutput {
  /** Prints what the text has more than before. */
  show(text: string): Promise<void>;
  /** Prints the rest, and ends the paragraph. */
  finish(text: string): Promise<void>;
}

/** What is printed stays; a text that no longer begins with it is printed anew, as a whole. */
export function createGrowingOutput(print: (text: string) => Promise<void>): GrowingOutput {
  let printed = '';
  const show = async (text: string): Promise<void> => {
    const before = printed;
    printed = text;
    if (before === '') await print(`\n${text}`);
    else await print(text.startsWith(before) ? text.slice(before.length) : `\n\n${text}`);
  };
  return {
    show,
    finish: async (text) => {
      await show(text);
      await print('\n\n');
    },
  };
}
