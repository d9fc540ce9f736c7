// Starts the editor on the page of /sparql and fills it with saved queries.
"use strict";

(function () {
  const element = document.getElementById("editor");
  const saved = document.getElementById("saved");
  // The editor shows an error only of an endpoint whose address is whole.
  const endpoint = new URL(element.dataset.endpoint, window.location.href).href;

  showProblemsAsText();
  Yasgui.Yasqe.defaults.value = element.dataset.example;
  Yasgui.Yasqe.defaults.prefixCcApi = element.dataset.prefixes;

  const yasgui = new Yasgui(element, {
    requestConfig: { endpoint, method: "POST" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }] },
    copyEndpointOnNewTab: false,
    persistenceId: "zhice",
  });

  saved.addEventListener("change", () => {
    if (saved.value) {
      load(saved.value, saved.selectedOptions[0].textContent).catch((error) => window.alert(error.message));
    }
  });

  async function load(id, title) {
    const response = await fetch("/queries/" + encodeURIComponent(id) + "?format=rq");
    if (!response.ok) {
      throw new Error(response.status + " " + response.statusText);
    }
    yasgui.addTab(true, { name: title, yasqe: { value: await response.text() } });
  }

  // The editor shows the body of an error as text, but makes an object of it first if it is JSON.
  function showProblemsAsText() {
    const send = window.fetch;
    window.fetch = async (...request) => {
      const response = await send(...request);
      const type = response.headers.get("Content-Type") || "";
      if (!type.startsWith("application/problem+json")) {
        return response;
      }
      const problem = await response.json();
      return new Response(problem.detail, { status: response.status, statusText: problem.title });
    };
  }
})();
