// Buttons that copy a table as tab-separated text. Without this file the text can be selected and copied by hand.
(() => {
  const say = (button, text) => { button.textContent = text; setTimeout(() => { button.textContent = "复制表格"; }, 2000); };
  document.querySelectorAll("button.copy").forEach((button) => {
    const text = document.getElementById(button.dataset.copies);
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", () => {
      const byHand = () => { text.closest("details").open = true; text.focus(); text.select(); say(button, document.execCommand("copy") ? "已复制" : "请按 Ctrl+C"); };
      if (!navigator.clipboard) { byHand(); return; }
      navigator.clipboard.writeText(text.value).then(() => say(button, "已复制"), byHand);
    });
  });
})();
