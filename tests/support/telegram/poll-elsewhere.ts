/** A second process with the same token: polls without a pause, as the first one does. */
export async function pollElsewhere(apiRoot: string, token: string): Promise<{ stop(): Promise<void> }> {
  const stopping = new AbortController();
  const poll = async () => {
    while (!stopping.signal.aborted) {
      await fetch(`${apiRoot}/bot${token}/getUpdates?timeout=30`, { signal: stopping.signal })
        .then((response) => response.text())
        .catch(() => {});
    }
  };
  const polling = poll();
  return {
    stop: async () => {
      stopping.abort();
      await polling;
    },
  };
}
