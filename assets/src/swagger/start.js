// Shows the OpenAPI document that this server publishes. No validator service is asked: nothing leaves the office.
const place = document.getElementById("api");
window.SwaggerUIBundle({
  url: place.dataset.document,
  domNode: place,
  validatorUrl: null,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
});
