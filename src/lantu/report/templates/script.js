(function () {
  "use strict";
  var root = document.documentElement;
  var panel = document.getElementById("panel");
  var body = panel.querySelector(".panel-body");
  var from = null;

  function setLang(lang) {
    root.className = lang;
    root.lang = lang === "en" ? "en" : "zh-CN";
  }
  function show(link) {
    var ids = [link.getAttribute("href").slice(3)];
    if (link.dataset && link.dataset.also) { ids = ids.concat(link.dataset.also.split(" ")); }
    body.textContent = "";
    ids.forEach(function (id) {
      var mark = document.getElementById("e-" + id);
      if (!mark) { return; }
      mark.setAttribute("data-now", "");
      var copy = mark.closest("article").cloneNode(true);
      mark.removeAttribute("data-now");
      copy.querySelectorAll("[id]").forEach(function (each) { each.removeAttribute("id"); });
      copy.querySelectorAll(".also").forEach(function (each) { each.remove(); });
      body.appendChild(copy);
    });
    from = link;
    panel.hidden = false;
    var now = body.querySelector("[data-now]");
    if (now) { now.scrollIntoView({ block: "nearest", inline: "center" }); }
    panel.focus();
  }
  function hide() {
    if (panel.hidden) { return; }
    panel.hidden = true;
    if (from) { from.focus(); }
  }
  function openAll(button) {
    var all = Array.prototype.slice.call(document.querySelectorAll("details.target"));
    var open = all.some(function (each) { return !each.open; });
    all.forEach(function (each) { each.open = open; });
    button.setAttribute("aria-pressed", String(open));
  }
  function reveal(id) {
    var found = id && document.getElementById(id);
    for (var at = found; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") { at.open = true; }
    }
  }
  var verbs = {
    lang: function () { setLang(root.className === "en" ? "zh" : "en"); },
    print: function () { window.print(); },
    open: openAll,
    close: hide
  };
  document.querySelectorAll("[data-do]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { verbs[button.dataset.do](button); });
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a[href^='#']") : null;
    if (!link) { return; }
    var href = link.getAttribute("href");
    if (href.slice(0, 3) === "#e-") {
      event.preventDefault();
      show(link);
    } else {
      reveal(href.slice(1));
    }
  });
  var shut = [];
  window.addEventListener("beforeprint", function () {
    shut = shut.concat(Array.prototype.slice.call(document.querySelectorAll("details:not([open])")));
    shut.forEach(function (each) { each.open = true; });
  });
  window.addEventListener("afterprint", function () {
    shut.forEach(function (each) { each.open = false; });
    shut = [];
  });
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
  reveal(location.hash.slice(1));
})();
