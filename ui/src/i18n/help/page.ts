/** The shape of a help page: what a screen is for, the steps in their order, what to do when something goes wrong, the law. */
export type HelpPage = {
  title: string;
  what: string;
  steps: readonly { text: string; keys?: readonly string[] }[];
  troubles: readonly { when: string; then: string }[];
  law?: string;
};
