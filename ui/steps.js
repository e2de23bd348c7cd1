// Streamlit writes a choice that the address knows over the address before it, so that Back led off the page; and before it
// leaves a page, it writes the page's address once more. Here what somebody chooses by hand is one step of the browser's
// history, and so is another page (docs/decisions/0187).
(() => {
  if (window.minuteLedgerSteps) return;
  window.minuteLedgerSteps = true;
  const [push, replace] = [history.pushState.bind(history), history.replaceState.bind(history)];
  const at = (address) => new URL(address ?? location.href, location.href);
  let byHand = false;
  let leaving = false;
  const acted = (event) => {
    byHand = true;
    const follows = event.type !== "keydown" || event.key === "Enter";
    const link = follows && event.target instanceof Element && event.target.closest("a[href]");
    leaving = Boolean(link) && at(link.href).pathname !== location.pathname;
  };
  for (const sign of ["pointerdown", "keydown", "click"]) addEventListener(sign, acted, true);
  addEventListener("popstate", () => { byHand = leaving = false; }, true); // what follows Back is Streamlit's own putting right
  history.replaceState = (state, unused, address) =>
    byHand && at(address).search !== location.search ? push(state, unused, address) : replace(state, unused, address);
  history.pushState = (state, unused, address) => {
    if (leaving && at(address).pathname === location.pathname) return;
    leaving = false;
    push(state, unused, address);
  };
})();
