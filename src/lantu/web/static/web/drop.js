// Files dropped anywhere on the form are chosen as if by its button.
(() => {
  const form = document.querySelector(".drop");
  const input = form.querySelector("input[type=file]");
  const label = form.querySelector("label span");
  const told = () => { label.textContent = [...input.files].map((file) => file.name).join("、"); };
  input.addEventListener("change", told);
  for (const name of ["dragover", "dragleave", "drop"]) {
    form.addEventListener(name, (event) => {
      event.preventDefault();
      form.classList.toggle("over", name === "dragover");
      if (name === "drop" && event.dataTransfer.files.length) { input.files = event.dataTransfer.files; told(); }
    });
  }
})();
