const POLL_MILLIS = 2000;

const linkOf = hash => new URLSearchParams(hash.slice(1));

let pendingLink = linkOf(location.hash);

function receive(message) {
  if (message.run !== state.run || message.version !== state.version) {
    update(() => {
      mergeTraces(message);
      if (pendingLink && selectLinked(pendingLink)) {
        pendingLink = null;
      }
    });
  }
}

window.addEventListener("hashchange", () => update(() => selectLinked(linkOf(location.hash))));

async function poll() {
  const notice = byId("notice");
  try {
    const response =
      await fetch("traces?run=" + (state.run || "none") + "&since=" + state.version);
    receive(await response.json());
    notice.hidden = true;
  } catch (failure) {
    notice.textContent = "The program has ended or does not respond. This is the last known state.";
    notice.hidden = false;
  }
  setTimeout(poll, POLL_MILLIS);
}

const data = byId("data").textContent.trim();
if (data) {
  receive(JSON.parse(data)); // a page in a file contains its traces
} else {
  poll();
}
list.focus();
