// The review by keyboard, and forms opened in their place. Everything works without it, by links and buttons.
(() => {
  const readings = [...document.querySelectorAll(".reading")];
  const typing = (element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
  const at = () => readings.indexOf(document.activeElement.closest(".reading"));
  const waits = (reading) => reading.dataset.state === "proposed";
  const go = (reading, still) => {
    if (!reading) return;
    document.querySelectorAll(".here").forEach((each) => each.classList.remove("here"));
    const mark = document.getElementById(`t${reading.id}`);
    if (mark) { mark.classList.add("here"); if (!still) mark.scrollIntoView({ block: "center" }); }
    reading.focus({ preventScroll: true });
    const list = reading.parentElement;
    if (getComputedStyle(list).position === "sticky") list.scrollTop += reading.getBoundingClientRect().top - list.getBoundingClientRect().top - 8;
    else if (!mark && !still) reading.scrollIntoView({ block: "nearest" });
  };
  const close = (reading) => { const form = reading.querySelector(".decide"); if (form) form.remove(); };
  const open = async (reading, name) => {
    const link = reading.querySelector(".more");
    if (!reading.querySelector(".decide")) {
      const answer = await fetch(link.href, { credentials: "same-origin" });
      if (!answer.ok) { location.href = link.href; return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const form = page.querySelector(".decide");
      if (!form) { location.href = link.href; return; }
      const accept = document.getElementById("accept");
      form.removeAttribute("id");
      for (const field of ["back", "state"]) form.querySelector(`[name=${field}]`).value = accept.elements[field].value;
      readings.forEach(close);
      reading.append(document.adoptNode(form));
    }
    const field = reading.querySelector(`.decide [name=${name}]`);
    field.focus();
    if (field.select) field.select();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && at() >= 0) { const here = readings[at()]; close(here); go(here); return; }
    if (typing(event.target)) return;
    const now = at();
    const here = readings[now];
    const key = event.key.toLowerCase();
    if (key === "j") go(readings[now + 1] || here);
    else if (key === "k") go(readings[Math.max(now - 1, 0)]);
    else if (key === "n") {
      const next = readings.slice(now + 1).find(waits) || readings.find(waits);
      const link = document.querySelector("a.next");
      if (next) go(next); else if (link) location.href = link.href; else return;
    } else if (here && key === "a") { const yes = here.querySelector(".verbs .confirm"); if (yes) yes.click(); }
    else if (here && key === "e") open(here, "indicator");
    else if (here && key === "r") open(here, "reason");
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const more = event.target.closest(".reading .more");
    if (more) { event.preventDefault(); open(more.closest(".reading"), "indicator"); return; }
    const mark = event.target.closest(".s");
    const reading = mark && document.getElementById(mark.id.slice(1));
    if (reading) { event.preventDefault(); go(reading); return; }
    const back = event.target.closest(".reading .what a");
    if (back) { event.preventDefault(); go(back.closest(".reading")); return; }
    const next = event.target.closest("a.next");
    const wanted = next && document.getElementById(next.hash.slice(1));
    if (wanted) { event.preventDefault(); go(wanted); }
  });
  const start = document.getElementById(location.hash.slice(1));
  if (start && start.matches(".u, .s")) { start.scrollIntoView({ block: "center" }); return; }
  if (start && start.matches(".reading")) go(start);
  else go(readings.find(waits), true);
})();
