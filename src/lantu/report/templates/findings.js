(function () {
  "use strict";
  var root = document.documentElement;
  var verbs = {
    lang: function () {
      var lang = root.className === "en" ? "zh" : "en";
      root.className = lang;
      root.lang = lang === "en" ? "en" : "zh-CN";
    },
    print: function () { window.print(); }
  };
  document.querySelectorAll("[data-do]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { verbs[button.dataset.do](); });
  });
})();
