import {recall} from "./address.js";
import {wireList, wirePage, wireTheme, wireTools, wireWindow} from "./controls.js";
import {byId} from "./data.js";
import {showDetails} from "./panel.js";
import {drawFirst, moves, select, setView} from "./stage.js";
import {state} from "./state.js";

// The page starts here.
async function start() {
  await drawFirst();
  wireTools();
  wireWindow();
  wireList();
  wireTheme();
  wirePage();
  addEventListener("hashchange", open);
  open();
  document.documentElement.dataset.ready = "yes";
}

// Shows what the address says.
function open() {
  const view = recall();
  if (!state.event) showDetails(undefined, moves);
  setView(view);
  if (state.event) select(byId.get(state.event), true);
}

start();
