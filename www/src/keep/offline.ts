/** The page without network: a service worker keeps what was built; a new version waits until the person wants it. */
import { registerSW } from "virtual:pwa-register";

/** Once the page has nothing better to do, keeps it for offline use; `announce` gets the way to the new version. */
export function keepOffline(announce: (reload: () => void) => void): void {
  if (!("serviceWorker" in navigator)) return;
  const start = (): void => {
    const reload = registerSW({
      onNeedRefresh: () => announce(() => void reload(true)),
      // Without a worker the page needs the network, and nothing else changes.
      onRegisterError: () => undefined,
    });
  };
  if ("requestIdleCallback" in window) requestIdleCallback(start, { timeout: 5000 });
  else setTimeout(start, 2000);
}
