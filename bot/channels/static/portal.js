// The portal page's example questions, asked in the chat beside them.

const assistant = document.querySelector("guide-assistant");

for (const button of document.querySelectorAll(".examples button")) {
  button.addEventListener("click", async () => {
    await customElements.whenDefined("guide-assistant");
    assistant.ask(button.textContent);
    assistant.scrollIntoView({ block: "nearest" });
  });
}
