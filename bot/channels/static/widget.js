// The one script to embed: puts the chat on a page, or into the <guide-assistant> that stands there.
// Everything else is loaded from where this file came from.
"use strict";

(() => {
  const source = document.currentScript.src;
  const mount = async () => {
    const { define, NAME } = await import(new URL("static/widget/element.js", source).href);
    await define(new URL(".", source).href);
    if (!document.querySelector(NAME)) document.body.append(document.createElement(NAME));
  };
  if (document.body) mount();
  else document.addEventListener("DOMContentLoaded", mount);
})();
