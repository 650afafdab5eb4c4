// The review by keyboard. Everything works without it, by links and buttons.
(() => {
  const readings = [...document.querySelectorAll(".reading")];
  if (!readings.length) return;
  const typing = (element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName);
  const at = () => readings.indexOf(document.activeElement.closest(".reading"));
  const go = (reading) => {
    if (!reading) return;
    document.querySelectorAll(".here").forEach((each) => each.classList.remove("here"));
    const mark = document.getElementById(`t${reading.id}`);
    if (mark) { mark.classList.add("here"); mark.scrollIntoView({ block: "center" }); }
    reading.focus({ preventScroll: true });
    reading.scrollIntoView({ block: "nearest" });
  };
  const open = (reading, name) => {
    const details = reading.querySelector("details");
    details.open = true;
    details.querySelector(`[name=${name}]`).focus();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && at() >= 0) { go(readings[at()]); return; }
    if (typing(event.target)) return;
    const here = readings[at()];
    const key = event.key.toLowerCase();
    if (key === "j") go(readings[at() + 1] || here);
    else if (key === "k") go(readings[Math.max(at() - 1, 0)]);
    else if (here && key === "a") here.querySelector(".confirm").click();
    else if (here && key === "e") open(here, "indicator");
    else if (here && key === "r") open(here, "reason");
    else return;
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".s");
    if (mark) { event.preventDefault(); go(document.getElementById(mark.id.slice(1))); }
  });
  go(document.getElementById(location.hash.slice(1)) || readings.find((each) => each.dataset.state === "proposed"));
})();
