// Says in words on the page what allauth's script only writes to the browser's console.
document.addEventListener('allauth.error', (event) => {
  event.preventDefault()
  const notice = document.getElementById('passkey-failed')
  if (notice) notice.hidden = false
})
