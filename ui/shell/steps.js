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

// Streamlit removes a control that its own press takes away (*Take out* of the last of a list), and the keyboard is back at the
// top of the page. Here it stays at the nearest control before it (docs/decisions/0385).
(() => {
  if (window.minuteLedgerPlace) return;
  window.minuteLedgerPlace = true;
  const CONTROLS = "button, input, a[href], summary, [tabindex='0']";
  let pressed = null;
  addEventListener("pointerdown", () => { pressed = null; }, true);
  addEventListener("keydown", (event) => {
    const control = event.key === "Enter" || event.key === " " ? event.target.closest("[data-testid=stMain] button") : null;
    if (!control) return;
    const all = [...document.querySelectorAll(`[data-testid=stMain] :is(${CONTROLS})`)];
    pressed = { control, before: all.slice(0, all.indexOf(control)).reverse(), page: location.pathname };
  }, true);
  const stay = () => {
    if (!pressed || pressed.control.isConnected) return;
    const { before, page } = pressed;
    pressed = null;
    if (document.activeElement !== document.body || page !== location.pathname) return;
    before.find((one) => one.isConnected && !one.disabled && one.offsetParent)?.focus({ preventScroll: true });
  };
  new MutationObserver(stay).observe(document.body, { childList: true, subtree: true });
})();
