// The page works without this. It says that a question is on its way and keeps it from being sent twice.
const form = document.querySelector('form.ask');
const status = form?.querySelector('.status');
const button = form?.querySelector('button');

form?.addEventListener('submit', () => {
  form.setAttribute('aria-busy', 'true');
  button.disabled = true;
  status.textContent = status.dataset.searching;
});

// Back from the answer: the browser may show this page as it was left.
addEventListener('pageshow', () => {
  form?.removeAttribute('aria-busy');
  if (button) button.disabled = false;
  if (status) status.textContent = '';
});
