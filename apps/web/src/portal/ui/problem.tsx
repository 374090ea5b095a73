/** What is wrong with a form as a whole; it is there before it has something to say, so that it is read out. */
export const Problem = ({ text }: { text: string }) => (
  <p className="notice notice-bad" role="alert">
    {text}
  </p>
)
